export const issuesPlanning = {} as const;
