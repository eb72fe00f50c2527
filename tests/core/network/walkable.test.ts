import { describe, expect, test } from 'vitest';
import { Direction, StreetClass, walkability, type Tags } from '../../../src/core/network';

const walks = (tags: Tags) => walkability(tags) !== undefined;

describe('which ways may be walked', () => {
  test.each<[boolean, Tags]>([
    [true, { highway: 'residential' }],
    [true, { highway: 'footway' }],
    [true, { highway: 'cycleway' }],
    [true, { highway: 'track' }],
    [false, { highway: 'motorway' }],
    [false, { highway: 'motorway_link' }],
    [false, { highway: 'construction' }],
    [false, { highway: 'proposed' }],
    [false, { highway: 'raceway' }],
    [false, { highway: 'platform' }],
    [false, { railway: 'rail' }],
    [false, {}],
    [true, { highway: 'motorway', foot: 'yes' }],
    [false, { highway: 'construction', foot: 'yes' }],
    [false, { highway: 'residential', foot: 'no' }],
    [false, { highway: 'service', access: 'private' }],
    [false, { highway: 'service', access: 'no' }],
    [true, { highway: 'service', access: 'private', foot: 'yes' }],
    [true, { highway: 'track', access: 'no', foot: 'designated' }],
    [true, { highway: 'service', access: 'destination' }],
    [false, { highway: 'primary', motorroad: 'yes' }],
    [true, { highway: 'trunk' }],
    [false, { highway: 'trunk', oneway: 'yes' }],
    [true, { highway: 'trunk', oneway: 'yes', sidewalk: 'right' }],
    [true, { highway: 'trunk', oneway: 'yes', foot: 'designated' }],
  ])('%s: %j', (expected, tags) => expect(walks(tags)).toBe(expected));

  test('ferries only when asked for', () => {
    expect(walks({ route: 'ferry' })).toBe(false);
    expect(walkability({ route: 'ferry' }, { ferries: true })?.streetClass).toBe(StreetClass.ferry);
    expect(walkability({ route: 'ferry', foot: 'no' }, { ferries: true })).toBeUndefined();
  });
});

test.each<[number, Tags]>([
  [Direction.both, { oneway: 'yes' }],
  [Direction.both, { oneway: '-1' }],
  [Direction.forward, { 'oneway:foot': 'yes' }],
  [Direction.backward, { 'oneway:foot': '-1' }],
  [Direction.both, { 'oneway:foot': 'no', oneway: 'yes' }],
  [Direction.forward, { 'foot:backward': 'no' }],
  [Direction.backward, { 'foot:forward': 'no' }],
  [Direction.forward, { conveying: 'forward' }],
])('direction %i: %j', (directions, tags) => {
  expect(walkability({ highway: 'steps', ...tags })?.directions).toBe(directions);
});

test.each<[number, Tags]>([
  [StreetClass.street, { highway: 'primary' }],
  [StreetClass.path, { highway: 'path' }],
  [StreetClass.steps, { highway: 'steps' }],
  [StreetClass.crossing, { highway: 'footway', footway: 'crossing' }],
  [StreetClass.path, { highway: 'footway', footway: 'sidewalk' }],
])('class %i: %j', (streetClass, tags) => {
  expect(walkability(tags)?.streetClass).toBe(streetClass);
});
