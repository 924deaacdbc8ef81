/** What planning says about targets, pipeline, activities and milestones: what is wrong or assumed, and what to do. */
export const issuesPlanning = {
  'issue.phasing-unknown':
    'Objective "{objective}" asks for the phasing "{phasing}", which is neither Even, Working days, Seasonal nor a profile with weights. It is spread by working days: correct the name, or add the profile to Profiles.',
  'issue.season-without-history':
    'Objective "{objective}" ({year}) asks for a seasonal phasing, but there is not a whole year of demand history before Plan start. It is spread by working days: add history to Demand, or choose another phasing.',
  'issue.profile-incomplete':
    'Profile "{profile}" has no weight for {count, plural, one {period {periods}} other {periods {periods}}}, which counts as zero. Add the missing rows, or write the zeros.',
  'issue.baseline-missing':
    'Objective "{objective}" ({year}) is a level to be reached by the year\'s end, but it has neither a Baseline nor a target for the year before. It is held at its target all year: fill in the Baseline.',
  'issue.no-target-in-plan-year':
    'No target is set for fiscal year {year}, in which the plan starts. Sales figures and activities have nothing to aim at: add its targets, or check Plan start.',
  'issue.fiscal-year-named':
    'Fiscal year {year} is taken to run from {start} to {end}: a year that begins after June bears the number of the calendar year in which it ends. Check that the years of Targets mean the same.',
  'issue.parent-unknown':
    'Objective "{objective}" serves "{parent}", which is not among the objectives. Correct the name in Parent, or add the objective.',
  'issue.parent-cycle':
    'Objective "{objective}" serves "{parent}", which in the end serves "{objective}". Clear one of the Parent cells of the circle.',
  'issue.children-below-parent':
    'The objectives that serve "{objective}" ({metric}, {year}) add up to {gap, number} less than its target. Raise theirs, or lower its own.',
  'issue.children-above-parent':
    'The objectives that serve "{objective}" ({metric}, {year}) add up to {gap, number} more than its target. If this is a deliberate reserve nothing needs doing; otherwise correct one of them.',
  'tieOut.cascade-quarters': 'Quarters against the yearly target: {team}, {metric}, {year}',
  'tieOut.cascade-months': 'Months against the yearly target: {team}, {metric}, {year}',
  'tieOut.cascade-weeks': 'Weeks against the yearly target: {team}, {metric}, {year}',
  'tieOut.parent-children': 'Objectives that serve "{objective}" against its own target: {metric}, {year}',
} as const;
