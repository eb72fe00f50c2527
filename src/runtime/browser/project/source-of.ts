/** The open city as a project knows it again. */
import type { ProjectSource } from '../../../core/scenario';
import type { CityInfo } from '../data/page-data';

export function sourceOf(info: CityInfo): ProjectSource {
  return {
    title: info.title,
    as_of: info.asOf,
    generated: info.isGenerated,
    is_demo: info.origin === 'demo',
    files: info.files,
  };
}
