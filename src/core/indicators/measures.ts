/**
 * The SELECTs, each in the file of its name: the rows behind a figure. With its roll-up it returns
 * unit_code, numerator, denominator, value (in its unit, two decimals, rounded down) and unknown, the
 * number of blanks that could still change the numerator; so a drill adds up by construction.
 */
import careCentreCentralTownCoverage from './sql/targets/care_centre_central_town_coverage.sql?raw';
import careCentreSubdistrictCoverage from './sql/targets/care_centre_subdistrict_coverage.sql?raw';
import communityOrgLinkage from './sql/targets/community_org_linkage.sql?raw';
import communitySocialWorkerStaffing from './sql/targets/community_social_worker_staffing.sql?raw';
import countyEldercareOrgCount from './sql/targets/county_eldercare_org_count.sql?raw';
import ruralCommunityFacilityCoverage from './sql/targets/rural_community_facility_coverage.sql?raw';
import ruralCommunityOrgAvg from './sql/targets/rural_community_org_avg.sql?raw';
import ruralEldercareVillageCoverage from './sql/targets/rural_eldercare_village_coverage.sql?raw';
import serviceFacilityAreaPer100Households from './sql/targets/service_facility_area_per_100_households.sql?raw';
import socialWorkAgencyCount from './sql/targets/social_work_agency_count.sql?raw';
import socialWorkerIntermediate from './sql/targets/social_worker_intermediate.sql?raw';
import socialWorkerTotal from './sql/targets/social_worker_total.sql?raw';
import urbanCommunityFacilityCoverage from './sql/targets/urban_community_facility_coverage.sql?raw';
import urbanCommunityOrgAvg from './sql/targets/urban_community_org_avg.sql?raw';
import volunteerRegistrationRate from './sql/targets/volunteer_registration_rate.sql?raw';
import eldercareCircle15minCoverage from './sql/requirements/eldercare_circle_15min_coverage.sql?raw';
import facilityOpeningHoursRate from './sql/requirements/facility_opening_hours_rate.sql?raw';
import gridLayoutCoverage from './sql/requirements/grid_layout_coverage.sql?raw';
import premisesSupportRate from './sql/requirements/premises_support_rate.sql?raw';
import publicPrivateOperationRate from './sql/requirements/public_private_operation_rate.sql?raw';
import resettlementSiteFacility from './sql/requirements/resettlement_site_facility.sql?raw';
import serviceStationStandardRate from './sql/requirements/service_station_standard_rate.sql?raw';
import socialWorkPostCoverage from './sql/requirements/social_work_post_coverage.sql?raw';
import standardisedFacilityRate from './sql/requirements/standardised_facility_rate.sql?raw';
import stationFreeUseRate from './sql/requirements/station_free_use_rate.sql?raw';
import certifiedSocialWorkerAllowance from './sql/duties/certified_social_worker_allowance.sql?raw';
import coordinationBody from './sql/duties/coordination_body.sql?raw';
import eldercareCircleDependent from './sql/beside/eldercare_circle_dependent.sql?raw';
import eldercareCircleNotReached from './sql/beside/eldercare_circle_not_reached.sql?raw';
import eldercareSubsidySystem from './sql/duties/eldercare_subsidy_system.sql?raw';
import incubator from './sql/duties/incubator.sql?raw';
import infoPlatform from './sql/duties/info_platform.sql?raw';
import purchaseCatalogue from './sql/duties/purchase_catalogue.sql?raw';
import socialWorkBudget from './sql/duties/social_work_budget.sql?raw';
import supervisionSystem from './sql/duties/supervision_system.sql?raw';
import countyDuty from './sql/beside/county_duty.sql?raw';
import ruralEldercareVillageSpatial from './sql/beside/rural_eldercare_village_spatial.sql?raw';
import socialWorkerShare from './sql/beside/social_worker_share.sql?raw';
import serviceFacilityAreaCommunitiesMeeting from './sql/beside/service_facility_area_communities_meeting.sql?raw';
import anew from './sql/roll-up/anew.sql?raw';
import counties from './sql/roll-up/counties.sql?raw';
import heads from './sql/roll-up/heads.sql?raw';
import households from './sql/roll-up/households.sql?raw';
import parts from './sql/roll-up/parts.sql?raw';
import stated from './sql/roll-up/stated.sql?raw';
import type { Parameters } from './types';

export interface Measure {
  /** Rows and roll-up as one SELECT. */
  readonly sql: string;
  /** The rows alone: unit_code, item_id, item_name, numerator, denominator, unknown, reason. */
  readonly rows: string;
  /** What the roll-up wants bound. */
  readonly parameters: Parameters;
  /** How much a blank can add: one to a count, or nobody knows. */
  readonly unknownAdds: 'count' | 'open';
  /** Rows stand at the unit they belong to and count above it, or are made anew for each unit. */
  readonly rowsAt: 'below' | 'unit';
}

function measure(rows: string, rollUp = parts, more: Partial<Measure> = {}): Measure {
  const [comment, select] = split(rows);
  const sql = `${comment}WITH items AS (\n${select.trimEnd()}\n),\n${rollUp}`;
  return { sql, rows, parameters: {}, unknownAdds: 'count', rowsAt: 'below', ...more };
}

/** The head's comment, and what follows it. */
function split(sql: string): [string, string] {
  const comment = /^(--[^\n]*\n)*/.exec(sql)![0];
  return [comment, sql.slice(comment.length)];
}

const madeAnew = { rowsAt: 'unit' } as const;
const open = { unknownAdds: 'open' } as const;

/** Every measure a catalogue can name. */
export const measures: Readonly<Record<string, Measure>> = {
  care_centre_central_town_coverage: measure(careCentreCentralTownCoverage),
  care_centre_subdistrict_coverage: measure(careCentreSubdistrictCoverage),
  community_org_linkage: measure(communityOrgLinkage),
  community_social_worker_staffing: measure(communitySocialWorkerStaffing),
  county_eldercare_org_count: measure(countyEldercareOrgCount, counties),
  rural_community_facility_coverage: measure(ruralCommunityFacilityCoverage),
  rural_community_org_avg: measure(ruralCommunityOrgAvg),
  rural_eldercare_village_coverage: measure(ruralEldercareVillageCoverage),
  service_facility_area_per_100_households: measure(
    serviceFacilityAreaPer100Households,
    households,
    open,
  ),
  social_work_agency_count: measure(socialWorkAgencyCount, heads, {
    parameters: { counted_at: 'city,county' },
  }),
  social_worker_intermediate: measure(socialWorkerIntermediate, heads, {
    parameters: { counted_at: 'city,county,town' },
  }),
  social_worker_total: measure(socialWorkerTotal, heads, {
    parameters: { counted_at: 'city,county,town' },
  }),
  urban_community_facility_coverage: measure(urbanCommunityFacilityCoverage),
  urban_community_org_avg: measure(urbanCommunityOrgAvg),
  volunteer_registration_rate: measure(volunteerRegistrationRate, stated, madeAnew),
  eldercare_circle_15min_coverage: measure(eldercareCircle15minCoverage, parts, open),
  eldercare_circle_dependent: measure(eldercareCircleDependent, stated, madeAnew),
  eldercare_circle_not_reached: measure(eldercareCircleNotReached),
  facility_opening_hours_rate: measure(facilityOpeningHoursRate),
  grid_layout_coverage: measure(gridLayoutCoverage),
  premises_support_rate: measure(premisesSupportRate, anew, madeAnew),
  public_private_operation_rate: measure(publicPrivateOperationRate),
  resettlement_site_facility: measure(resettlementSiteFacility),
  service_station_standard_rate: measure(serviceStationStandardRate),
  social_work_post_coverage: measure(socialWorkPostCoverage),
  standardised_facility_rate: measure(standardisedFacilityRate),
  station_free_use_rate: measure(stationFreeUseRate),
  certified_social_worker_allowance: measure(certifiedSocialWorkerAllowance),
  coordination_body: measure(coordinationBody),
  eldercare_subsidy_system: measure(eldercareSubsidySystem),
  incubator: measure(incubator),
  info_platform: measure(infoPlatform),
  purchase_catalogue: measure(purchaseCatalogue),
  social_work_budget: measure(socialWorkBudget),
  supervision_system: measure(supervisionSystem),
  county_duty: measure(countyDuty),
  rural_eldercare_village_spatial: measure(ruralEldercareVillageSpatial),
  social_worker_share: measure(socialWorkerShare, stated, madeAnew),
  service_facility_area_communities_meeting: measure(serviceFacilityAreaCommunitiesMeeting),
};

/** The rows behind a measure in the unit bound as `unit_code`, with the unit they stand at. */
export function rowsSql({ rows, rowsAt }: Measure): string {
  const where =
    rowsAt === 'unit'
      ? 'WHERE i.unit_code = $unit_code'
      : `JOIN unit_ancestors a ON a.unit_code = i.unit_code
WHERE a.ancestor_code = $unit_code`;
  const [comment, select] = split(rows);
  return `${comment}WITH items AS (
${select.trimEnd()}
)
SELECT i.unit_code, u.name AS unit_name, i.item_id, i.item_name,
  CAST(i.numerator AS BIGINT) AS numerator, CAST(i.denominator AS BIGINT) AS denominator,
  CAST(i.unknown AS BIGINT) AS unknown, i.reason
FROM items i
LEFT JOIN assessed_units u ON u.unit_code = i.unit_code
${where}
ORDER BY i.unit_code, i.item_id
`;
}
