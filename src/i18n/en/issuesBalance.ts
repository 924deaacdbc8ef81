export const issuesBalance = {} as const;
