/**
 * The SELECTs, each in the file of its name: unit_code, numerator, denominator, value (in its unit, two
 * decimals, rounded down) and unknown, the number of blanks that could still change the numerator. The
 * part before `-- roll-up` lists the rows behind the figure, so a drill adds up by construction.
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
import serviceFacilityAreaCommunitiesMeeting from './sql/beside/service_facility_area_communities_meeting.sql?raw';

export interface Measure {
  readonly sql: string;
  /** How much a blank can add: one to a count, or nobody knows. */
  readonly unknownAdds: 'count' | 'open';
  /** Rows stand at the unit they belong to and count above it, or are made anew for each unit. */
  readonly rowsAt: 'below' | 'unit';
}

const counted = (sql: string): Measure => ({ sql, unknownAdds: 'count', rowsAt: 'below' });

/** Every measure a catalogue can name. */
export const measures: Readonly<Record<string, Measure>> = {
  care_centre_central_town_coverage: counted(careCentreCentralTownCoverage),
  care_centre_subdistrict_coverage: counted(careCentreSubdistrictCoverage),
  community_org_linkage: counted(communityOrgLinkage),
  community_social_worker_staffing: counted(communitySocialWorkerStaffing),
  county_eldercare_org_count: counted(countyEldercareOrgCount),
  rural_community_facility_coverage: counted(ruralCommunityFacilityCoverage),
  rural_community_org_avg: counted(ruralCommunityOrgAvg),
  rural_eldercare_village_coverage: counted(ruralEldercareVillageCoverage),
  service_facility_area_per_100_households: {
    ...counted(serviceFacilityAreaPer100Households),
    unknownAdds: 'open',
  },
  social_work_agency_count: counted(socialWorkAgencyCount),
  social_worker_intermediate: counted(socialWorkerIntermediate),
  social_worker_total: counted(socialWorkerTotal),
  urban_community_facility_coverage: counted(urbanCommunityFacilityCoverage),
  urban_community_org_avg: counted(urbanCommunityOrgAvg),
  volunteer_registration_rate: { ...counted(volunteerRegistrationRate), rowsAt: 'unit' },
  eldercare_circle_15min_coverage: {
    ...counted(eldercareCircle15minCoverage),
    unknownAdds: 'open',
  },
  eldercare_circle_dependent: { ...counted(eldercareCircleDependent), rowsAt: 'unit' },
  eldercare_circle_not_reached: counted(eldercareCircleNotReached),
  facility_opening_hours_rate: counted(facilityOpeningHoursRate),
  grid_layout_coverage: counted(gridLayoutCoverage),
  premises_support_rate: { ...counted(premisesSupportRate), rowsAt: 'unit' },
  public_private_operation_rate: counted(publicPrivateOperationRate),
  resettlement_site_facility: counted(resettlementSiteFacility),
  service_station_standard_rate: counted(serviceStationStandardRate),
  social_work_post_coverage: counted(socialWorkPostCoverage),
  standardised_facility_rate: counted(standardisedFacilityRate),
  station_free_use_rate: counted(stationFreeUseRate),
  certified_social_worker_allowance: counted(certifiedSocialWorkerAllowance),
  coordination_body: counted(coordinationBody),
  eldercare_subsidy_system: counted(eldercareSubsidySystem),
  incubator: counted(incubator),
  info_platform: counted(infoPlatform),
  purchase_catalogue: counted(purchaseCatalogue),
  social_work_budget: counted(socialWorkBudget),
  supervision_system: counted(supervisionSystem),
  county_duty: counted(countyDuty),
  rural_eldercare_village_spatial: counted(ruralEldercareVillageSpatial),
  service_facility_area_communities_meeting: counted(serviceFacilityAreaCommunitiesMeeting),
};

/** The rows behind a measure in the unit bound as `unit_code`, with the unit they stand at. */
export function rowsSql({ sql, rowsAt }: Measure): string {
  const items = sql.slice(0, sql.indexOf('-- roll-up')).trimEnd().replace(/,$/, '');
  const where =
    rowsAt === 'unit'
      ? 'WHERE i.unit_code = $unit_code'
      : `JOIN unit_ancestors a ON a.unit_code = i.unit_code
WHERE a.ancestor_code = $unit_code`;
  return `${items}
SELECT i.unit_code, u.name AS unit_name, i.item_id, i.item_name,
  CAST(i.numerator AS BIGINT) AS numerator, CAST(i.denominator AS BIGINT) AS denominator,
  CAST(i.unknown AS BIGINT) AS unknown, i.reason
FROM items i
LEFT JOIN assessed_units u ON u.unit_code = i.unit_code
${where}
ORDER BY i.unit_code, i.item_id
`;
}
