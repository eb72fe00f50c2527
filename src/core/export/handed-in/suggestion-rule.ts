/** By which rule a list's suggestions are made, in words; the rule itself stands in the list's SQL. */
import { t, type Language } from '../../i18n/t';
import { defaultVehicle } from '../../reach/vehicle/default-vehicle';

export function ruleText(list: 'by_policy' | 'on_foot', language: Language): string {
  const [vehicle] = defaultVehicle.minutes;
  return t(language, `reports.uncovered.rule_${list}`, { vehicle, kmh: defaultVehicle.roadKmh });
}
