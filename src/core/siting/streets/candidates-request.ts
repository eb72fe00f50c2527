/** What a file of candidates holds: id, lon, lat, and what is known besides. */
import type { TableRequest } from '../../import';

export const candidatesRequest: TableRequest = {
  name: 'points',
  columns: [
    { name: 'id', type: 'text', required: true },
    { name: 'lon', type: 'number', required: true },
    { name: 'lat', type: 'number', required: true },
    { name: 'name', type: 'text', required: false },
    { name: 'unit_code', type: 'text', required: false },
    /** 10k yuan. */
    { name: 'cost', type: 'number', required: false },
    { name: 'state', type: 'text', required: false, codes: ['free', 'forced', 'forbidden'] },
  ],
  needed: ['id', 'lon', 'lat'],
  key: ['id'],
};
