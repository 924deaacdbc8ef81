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
    'No target is set for fiscal year {year}, in which the plan starts. Until it ends, sales and activities have nothing to aim at: add its targets, or check Plan start.',
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
  'issue.stage-order-assumed':
    'Without a Stages table the stages are taken in this order, {by, select, names {by the steps their names speak of} other {by how far off their close dates are}}: {order}. Add a Stages table to say otherwise.',
  'issue.stage-never-wins':
    'Stage "{stage}" has a win rate of zero, so no number of entries into it would bring a win; it is left out of the entries needed. Correct its Win rate, or give it the Outcome Lost.',
  'issue.stage-rates-learnt':
    'Win rates learnt from closed deals ({wins, number} won of {closed, number}): {stages}. Fill in Win rate in Stages to use others.',
  'issue.stage-rates-default':
    'There are no closed deals and no win rates in Stages. One deal in four is taken to be won from the first stage on: {stages}. Fill in Win rate in Stages.',
  'issue.stage-days-default':
    'No won deal has both its creation and its close date, and Stages does not say how long deals take. The first stage is taken to be {days, number} days from the close, the others in proportion: fill in Days to close in Stages.',
  'issue.deal-without-amount': 'Deal {deal} has no amount and counts for zero money. Fill in its Amount.',
  'issue.amount-from-price':
    '{count, plural, one {# deal has} other {# deals have}} no amount. Each counts for its Quantity, or one unit where that is blank too, at the price of its family: fill in Amount.',
  'issue.deal-past-close':
    'Deal {deal} is open but its close date has passed. It is expected to close {days, number} days from today: update its Close date, or close it.',
  'issue.deal-far-ahead':
    'Deal {deal} is expected to close on {date}, more than five years from today. Correct its Close date, unless it is meant.',
  'issue.deal-negative':
    'Deal {deal} has a negative amount, which lowers the pipeline. Correct its Amount, unless it is meant.',
  'issue.won-without-date':
    'Deal {deal} is won but has no close date, so it counts in no period. Fill in the date it was won.',
  'issue.won-in-future': 'Deal {deal} is won, yet its close date lies in the future. Correct the date, or the stage.',
  'issue.close-date-assumed':
    '{count, plural, one {# open deal has} other {# open deals have}} no close date. Each is expected to close as long from today as its stage takes: fill in Close date.',
  'issue.deals-without-family':
    '{count, plural, one {# open deal names} other {# open deals name}} no family and {count, plural, one {adds} other {add}} nothing to the demand of any. Fill in Family.',
  'issue.deals-without-units':
    '{count, plural, one {# open deal has} other {# open deals have}} neither a quantity nor a family price to divide the amount by ({families}), so {count, plural, one {it adds} other {they add}} no units to demand. Fill in Quantity, or Price in Families.',
  'issue.no-revenue-target':
    'No Revenue target is set for fiscal year {year}: coverage, gap and entries needed cannot be told. Add a target with the metric Revenue.',
  'issue.sales-year-later':
    'Sales figures are of fiscal year {year}: the plan starts in {start}, {reason, select, littleLeft {of which the horizon holds little} other {which has no Revenue target}}.',
  'issue.no-average-deal':
    'No deal has an amount, so the number of wins that the target needs cannot be told. Fill in Amount in the pipeline.',
  'tieOut.sales-stages': 'Pipeline by stage against its deals',
  'tieOut.sales-months': 'Weighted pipeline of the months against that of the year',
  'tieOut.sales-won': 'Won in the months against won in the year',
  'tieOut.sales-target': 'Sales target of the months against that of the year',
  'issue.playbook-default':
    'Without an Activities table the calendar lists, for {teams}, the deals to bring into each stage, {hours, number} hours each, and for the other teams what their targets ask for each week. Add an Activities table to plan your own activities.',
  'issue.owners-from-pipeline':
    'Without a People table the work of {teams} is shared equally among the owners of its deals. Add a People table to share it by capacity.',
  'issue.activity-stage-unknown':
    'Activity "{activity}" is driven by entries into "{stage}", which is not an open stage with a win rate. Nothing is planned for it: correct its Driver.',
  'issue.activity-family-unknown':
    'Activity "{activity}" is driven by the production of "{family}", a family that no table speaks of. Nothing is planned for it: correct its Driver.',
  'issue.activity-without-target':
    'Activity "{activity}" is driven by a target, but no target of its objective or team is found. Nothing is planned for it: correct its Objective, or add the target.',
  'issue.after-unknown':
    'Activity "{activity}" waits on "{after}", which is not a task or milestone of the playbook. It does not wait: correct the name in After.',
  'issue.after-loop':
    'These activities wait on each other in a circle (rows {rows}): {path}. They are planned as if they did not: clear one of their After cells.',
  'issue.due-missed':
    'Activity "{activity}" is due on {due} but cannot be finished before {finish}, {days, plural, one {# day} other {# days}} late. Shorten what comes before it, start earlier, or move the date.',
  'issue.team-overloaded':
    'Team {team} has more to do than it can in {count, plural, one {# week} other {# weeks}}: in {week}, the worst, {load, number, ::.0} hours against {capacity, number, ::.0}, as much as {heads, number, ::.0} more people would do. Move work, or add capacity.',
  'issue.team-without-capacity':
    'Team {team} has activities but neither Capacity rows nor people, so its load cannot be judged. Add it to Capacity.',
  'tieOut.activity-hours': 'Hours of the daily plan against the load of the teams',
  'issue.sales-capacity-short':
    'Team {team} can sell {capacity, number, integer} by its quotas against a target of {target, number, integer}. {hires, plural, one {# more person} other {# more people}}, the first from {from}, would close the gap{left, plural, =0 {} other { but for {left, number, integer}}}: hire, raise quotas, or lower the target.',
  'issue.sales-capacity-out-of-reach':
    'Team {team} can sell {capacity, number, integer} by its quotas against a target of {target, number, integer}, and nobody hired now would be productive in time. Lower the target, move it to other teams, or raise quotas.',
} as const;
