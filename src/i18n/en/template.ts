/** What stands on the sheets of an empty template: what each table is for, and how to fill it in. */
export const template = {
  'template.required': 'Needed: there is no plan without it.',
  'template.optional': 'Optional: delete the sheet if you do not need it.',
  'template.fill':
    'Replace the example rows with your own. Bold headings on a dark ground must be filled in; a blank cell elsewhere takes its default.',
  'template.minimum': '{column} cannot be less than {minimum, number}.',
  'template.targets': 'The strategic plan: one row for each objective and fiscal year.',
  'template.pipeline': 'One row for each opportunity, open or closed.',
  'template.capacity':
    'What teams, lines and suppliers can do, each row from a date on. Give Regular, or Heads and Hours per head.',
  'template.families': 'Products, services and purchased components, with prices, costs and stocks.',
  'template.routings': 'What a unit of a family takes of each resource.',
  'template.materials': 'What a unit of a family takes of its components.',
  'template.receipts': 'What is already on order, and when it arrives.',
  'template.demand':
    'What was sold or asked for in the past, by day, week or month: two years or more, if you have them.',
  'template.orders': 'Firm orders of customers, which take the place of forecast.',
  'template.overrides': 'What people say demand will be. A Consensus row is final.',
  'template.stages': 'The stages of selling, with the chance and the days from each to a win.',
  'template.activities':
    'The playbook: what each team does, at fixed times or driven by targets, by entries into a stage (Entries:Proposal) or by production (Production:Pumps).',
  'template.people': 'Who works in which team.',
  'template.holidays':
    "Closed days and short ones beside the country's public holidays, for everyone or for one team or resource.",
  'template.profiles': 'Weights of the months, to spread targets by.',
  'template.settings': 'How the plan is made. Blank means the default.',
  'template.actuals': 'What was really done, of an activity or a metric.',
} as const;
