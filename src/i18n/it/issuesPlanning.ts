import type { issuesPlanning as english } from '../en/issuesPlanning';

export const issuesPlanning: Record<keyof typeof english, string> = {};
