import { describe, expect, it } from 'vitest';
import { openProject, packProject, type Project } from '../../../src/core/scenario';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const project: Project = {
  source: {
    title: '示例县',
    as_of: '2020-11-01',
    generated: true,
    is_demo: false,
    files: [{ name: 'facilities.csv', sha256: 'ab' }],
  },
  carriesHouseholds: false,
  parameters: {
    minutes: 15,
    speed_m_per_s: 0.8,
    facility_types: ['care_centre'],
    facility_statuses: ['operating'],
    town_max_snap_m: 300,
    village_max_snap_m: 1000,
    include_village_points: false,
    slope: { judged_by: 'worse', crossing_s: 30, wheelchair: false },
  },
  plan: { options: [{ id: 'option-1', name: '方案一', changes: [] }], reason: '' },
  currentOption: 'option-1',
};
const data = [
  { name: 'facilities.csv', bytes: bytesOf('facility_id,lon,lat\nF1,117,26\n') },
  { name: 'households.csv', bytes: bytesOf('household_id,lon,lat\nH1,117,26\n') },
];

describe('a project file', () => {
  it('comes back as it was, the same bytes each time', () => {
    const packed = packProject({ ...project, carriesHouseholds: true }, data);
    expect(packProject({ ...project, carriesHouseholds: true }, data)).toEqual(packed);
    const opened = openProject(packed, 'p.carecircle');
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.project).toEqual({ ...project, carriesHouseholds: true });
    expect([...opened.value.names].sort()).toEqual(['facilities.csv', 'households.csv']);
    expect(opened.value.read('households.csv')).toEqual({ ok: true, value: data[1].bytes });
  });

  it('leaves household rows out unless they were asked for', () => {
    const packed = packProject(project, data);
    expect(new TextDecoder('latin1').decode(packed)).not.toContain('households');
    const opened = openProject(packed, 'p.carecircle');
    expect(opened.ok && opened.value.names).toEqual(['facilities.csv']);
    expect(opened.ok && opened.value.project.carriesHouseholds).toBe(false);
  });

  it('is refused with a reason wherever a byte was changed or is missing', () => {
    const packed = packProject({ ...project, carriesHouseholds: true }, data);
    let refused = 0;
    for (let at = 0; at < packed.length; at += 3) {
      const damaged = packed.slice();
      damaged[at] ^= 0x55;
      const opened = openProject(damaged, 'p.carecircle');
      const whole =
        opened.ok &&
        JSON.stringify(opened.value.project) ===
          JSON.stringify({ ...project, carriesHouseholds: true }) &&
        data.every(({ name, bytes }) => {
          const read = opened.value.read(name);
          return !read.ok || read.value.every((byte, i) => byte === bytes[i]);
        });
      if (!opened.ok) {
        refused++;
        expect(opened.problem.code).toMatch(/^(archive_|project_|plan_|json_|file_encrypted)/);
      } else expect(whole).toBe(true);
    }
    expect(refused).toBeGreaterThan(100);
    for (const length of [0, 10, packed.length - 30]) {
      expect(openProject(packed.slice(0, length), 'p.carecircle').ok).toBe(false);
    }
  });

  it('names a damaged part as it is opened, needed or not', () => {
    const damaged = packProject({ ...project, carriesHouseholds: true }, data);
    // The middle of what is packed under the last local head.
    const names = new TextDecoder('latin1').decode(damaged);
    const start = names.indexOf('data/households.csv') + 'data/households.csv'.length;
    damaged[start + 12] ^= 1;
    const opened = openProject(damaged, 'p.carecircle');
    expect(opened).toEqual({
      ok: false,
      problem: {
        code: 'archive_part_damaged',
        params: { file: 'p.carecircle/data/households.csv' },
      },
    });
  });

  it('says what it is not: another zip, a later version', () => {
    const other = packProject(project, []);
    const later = bytesOf('{"format":"carecircle-project","version":2}');
    expect(openProject(other, 'p.carecircle').ok).toBe(true);
    expect(openProject(later, 'x.carecircle')).toMatchObject({
      ok: false,
      problem: { code: 'archive_broken' },
    });
  });
});
