import type { siting as zh } from '../zh/siting';

export const siting: Record<keyof typeof zh, string> = {
  'cli.site': 'choose the best sites, with a certificate anyone can check',
  'cli.verify_site': 'check a certificate of sites independently, from the streets',
  'cli.option.candidates':
    'candidates: id,lon,lat, and if known name,unit_code,cost (10k yuan),state (free, forced, forbidden)',
  'cli.option.choose': 'this many sites that cover most people',
  'cli.option.budget': 'sites within this budget (10k yuan) that cover most people',
  'cli.option.reach': 'the fewest sites that reach this percentage',
  'cli.option.of':
    'of what: villages, towns (subdistricts and central towns) or people; villages by default',
  'cli.option.by': 'in each county or each town; everywhere together by default',
  'cli.option.cheapest': 'the cheapest sites in place of the fewest',
  'cli.option.nearest': 'this many sites with the smallest mean walk',
  'cli.option.far': 'in the mean walk nobody walks further than so many minutes; 60 by default',
  'cli.option.emphasis':
    'who counts more: age_80_plus, living_alone, dependent, resettlement_site, such as age_80_plus=2,living_alone=1',
  'cli.option.within': 'only the people and villages of this unit (its code)',
  'siting.result.weight':
    '{sites} sites cover a weight of {objective}; at most {bound} can be. {proof}',
  'siting.result.weight_cm':
    '{sites} sites, weighted walk of {objective} cm in all; less than {bound} can not be. {proof}',
  'cli.option.first':
    'rule that comes first: towns (a care centre in each subdistrict and central town); its sites stand for what follows',
  'cli.option.yearly_sites': 'so many sites a year; writes years.csv',
  'cli.option.yearly_budget': 'so much budget a year (10k yuan); writes years.csv',
  'cli.option.effort': 'how much work to spend; 1 by default',
  'cli.option.certificate': 'the certificate.json of sites',
  'cli.option.out_site': 'folder for sites.csv and certificate.json',
  'stage.candidates': 'Candidates and what stands already',
  'stage.siting_reach': 'Who is reached from each candidate',
  'stage.siting_greedy': 'A first choice',
  'stage.siting_bound': 'Bounds',
  'stage.siting_improve': 'Improving',
  'stage.siting_exact': 'Solving exactly',
  'stage.verify': 'Checking independently',
  'siting.proof.optimal_by_reduction': 'Optimal (by reduction)',
  'siting.proof.optimal_by_lagrangian_bound': 'Optimal (by the Lagrangian bound)',
  'siting.proof.optimal_by_exact_solver': 'Optimal (by bounds, and HiGHS for the rest)',
  'siting.proof.within_gap': 'Within {gap} of the best possible',
  'siting.proof.heuristic': 'Heuristic, without a bound',
  'siting.result.people':
    '{sites} sites cover {objective} of {total} people ({percent}); at most {bound} can be. {proof}',
  'siting.result.sites': '{sites} sites reach the target; fewer than {bound} can not. {proof}',
  'siting.result.money':
    '{sites} sites for {cost} × 10k yuan reach the target; less than {bound} can not. {proof}',
  'siting.result.person_cm':
    '{sites} sites, mean walk {metres} m; less than {bound} m can not be. {proof}',
  'siting.villages':
    'Villages with half of their older people within the walk: {before} → {after} of {total}; by the policy’s own count {policyBefore} → {policyAfter}',
  'siting.verified_years':
    'Checked: figure and bound of each of {years} years; {objective} by the last, bound {bound}',
  'siting.verified': 'Checked: objective {objective}, bound {bound}',
  'siting.everywhere': 'Everywhere',
  'siting.shortfall':
    '{name}: {needed} of {total} needed, all candidates together reach {attainable}; {percent} % could be asked',
  'siting.shortfall_forbidden': '{name}: with forbidden candidates {attainable}',
  'siting.shortfall_units': '{name}, out of reach: {units}',
  'problem.siting_ask_missing':
    'Give one of --choose, --budget, --reach and --nearest, and only one.',
  'problem.siting_unit_unknown': 'The units table has no {unit}.',
  'problem.siting_units_missing': 'Asking by {of} needs the units’ table. Add --units.',
  'problem.siting_cost_missing':
    'Candidate {candidate} has no cost. Fill in the column cost (10k yuan), or ask by number of sites.',
  'problem.siting_forced_over_budget':
    'Forced candidates already take {cost}, over {budget}. Allow more, or force fewer.',
  'problem.siting_yearly_too_small':
    'With this yearly budget the sites are not built in {years} years. Allow more a year.',
  'siting.year': 'Year {year}: {sites} sites, {people} people and {villages} villages covered',
  'problem.siting_target_unreachable':
    '{group} can not reach the target: {needed} of {total} needed, and all candidates together fall short. Add candidates, allow more minutes, or ask for less.',
  'problem.certificate_unreadable':
    '{file} is no certificate of sites. Give the certificate.json that site wrote.',
  'problem.certificate_refused': 'The certificate did not pass, {count} faults: {first}',
  'problem.certificate_differs': '{what}: the certificate says {claimed}, the check found {found}',
  'problem.certificate_differs_groups': 'Totals, needs or what stands of the groups differ',
  'problem.certificate_multipliers': 'Multipliers of round {round} are not valid',
  'problem.certificate_fixing': 'Fixing candidate {candidate} in round {round} is not justified',
  'problem.certificate_dominated': 'Candidate {candidate} can not be replaced as claimed',
  'problem.certificate_bound':
    'The bound does not hold: the certificate says {claimed}, the check found {found}',
  'problem.certificate_gap': 'The gap {gap} does not fit objective and bound',
  'problem.certificate_proof': 'The proof {proof} does not fit objective and bound',
  'problem.certificate_choice_repeats': 'A site is given twice',
  'problem.certificate_choice_unknown': 'There is no candidate {candidate}',
  'problem.certificate_choice_forbidden': 'Candidate {candidate} is forbidden',
  'problem.certificate_choice_lacks_forced': 'Forced candidate {candidate} is missing',
  'problem.certificate_over_budget': '{cost} is spent, over {budget}',
  'problem.certificate_target_missed': 'Group {group} misses the target by {missing}',
  'problem.certificate_group_twice': 'Group {group} stands twice',
  'problem.certificate_parts_touch': 'Candidate {candidate} belongs to two parts',
  'problem.certificate_solver_missing': 'The last step needs the exact solver',
  'problem.certificate_solver_stopped': 'The exact solver did not finish',
  'problem.certificate_site_id': 'The id of candidate {candidate} is not that of the file',
  'problem.certificate_cost': 'The cost of candidate {candidate} is not that of the file',
  'problem.certificate_state': 'The state of candidate {candidate} is not that of the file',
};
