/** A plan for the small invented county: two options, one of them a new site. */
import type { PlannedSite, Project } from '../../src/core/scenario';
import { circleTypes, countingStatuses } from '../../src/core/store/counting';

const site: PlannedSite = {
  id: 'site-1',
  name: '山前小学旧址',
  type: 'rural_happiness_home',
  lon: 117.773019,
  lat: 26.414713,
  unitCode: '990101100203',
  capacityPersons: null,
  cost10kYuan: 12.5,
  year: 2027,
  buildingMode: 'renovated',
  isChosen: true,
  origin: 'premise',
  originId: 'p1',
};
export const project: Project = {
  source: { title: '', as_of: null, generated: true, is_demo: false, files: [] },
  carriesHouseholds: false,
  parameters: {
    minutes: 15,
    speed_m_per_s: 0.8,
    facility_types: circleTypes,
    facility_statuses: countingStatuses,
    town_max_snap_m: 300,
    village_max_snap_m: 1000,
    include_village_points: false,
    slope: null,
  },
  plan: {
    options: [
      { id: 'option-1', name: '方案一', changes: [{ kind: 'add', site }] },
      {
        id: 'option-2',
        name: '方案二',
        changes: [{ kind: 'change', facilityId: 'f3', status: 'built' }],
      },
    ],
    reason: '方案一便宜',
  },
  currentOption: null,
};
