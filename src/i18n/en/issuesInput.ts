export const issuesInput = {} as const;
