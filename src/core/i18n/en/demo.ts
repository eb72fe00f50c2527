/** The command that makes the demo city. */
import type { demo as source } from '../zh/demo';

export const demo: Record<keyof typeof source, string> = {
  'cli.demo':
    'makes the demo city (Sanming: names, borders and totals are real, the rest is a sample)',
  'cli.option.out_demo': 'the demo goes to this folder',
  'cli.option.seed':
    'seed of chance, a whole number; 1 by default, the same seed gives the same content',
  'cli.option.county': 'one county only, such as 350429',
  'cli.option.force': 'make it anew even if it is up to date',
  'cli.demo_up_to_date': '{folder} is up to date and was left as it is (--force makes it anew).',
  'cli.demo_made': '{folder} was made ({megabytes} MB in {seconds} s).',
  'stage.demo_land': 'Land and rivers',
  'stage.demo_streets': 'Villages and streets',
  'stage.demo_people': 'People',
  'stage.demo_households_file': 'Household file',
  'stage.demo_services': 'Facilities and organisations',
  'stage.demo_areas': 'Areas',
};
