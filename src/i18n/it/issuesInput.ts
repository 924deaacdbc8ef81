import type { issuesInput as english } from '../en/issuesInput';

export const issuesInput: Record<keyof typeof english, string> = {};
