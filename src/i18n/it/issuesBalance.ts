import type { issuesBalance as english } from '../en/issuesBalance';

export const issuesBalance: Record<keyof typeof english, string> = {};
