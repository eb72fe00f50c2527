/**
 * Which streets one may walk on, read from OpenStreetMap's tags. Data more than code: change the
 * lists here, nowhere else. `oneway` is for vehicles and is ignored; a sign for walkers is honoured.
 *
 * Tag meanings: https://wiki.openstreetmap.org/wiki/Key:highway and Key:access.
 */
import { Direction, StreetClass } from '../graph';

export type Tags = Readonly<Record<string, string | undefined>>;

/** Streets walked unless a tag forbids it. `street` is shared with vehicles, `path` is not. */
const WALKABLE: Readonly<Record<string, number>> = {
  trunk: StreetClass.street, // but see EXPRESSWAY
  trunk_link: StreetClass.street,
  primary: StreetClass.street,
  primary_link: StreetClass.street,
  secondary: StreetClass.street,
  secondary_link: StreetClass.street,
  tertiary: StreetClass.street,
  tertiary_link: StreetClass.street,
  unclassified: StreetClass.street,
  residential: StreetClass.street,
  living_street: StreetClass.street,
  service: StreetClass.street,
  road: StreetClass.street,
  track: StreetClass.path,
  pedestrian: StreetClass.path,
  footway: StreetClass.path,
  path: StreetClass.path,
  cycleway: StreetClass.path,
  bridleway: StreetClass.path,
  corridor: StreetClass.path,
  elevator: StreetClass.path,
  steps: StreetClass.steps,
};

/** Closed to walkers unless `foot` opens them. Any other value is no street (planned, ruined …). */
const WALKABLE_IF_SIGNED: Readonly<Record<string, number>> = {
  motorway: StreetClass.street,
  motorway_link: StreetClass.street,
  busway: StreetClass.street,
  bus_guideway: StreetClass.street,
  via_ferrata: StreetClass.path,
  platform: StreetClass.path, // a place to wait, rarely a way through
};

/**
 * A trunk road is a village's main street where it is one carriageway (a national road, say), and an
 * urban expressway where it is two. On the latter `foot=yes` only tells that walking is no offence,
 * so it takes a pavement, or a sign for walkers, to make it a street for older people.
 */
const EXPRESSWAY = new Set(['trunk', 'trunk_link']);
const PAVEMENTS = new Set(['both', 'left', 'right', 'yes']);

/** Values of `foot` that open a street whatever else its tags say. */
const FOOT_OPENS = new Set(['yes', 'designated', 'permissive', 'official', 'destination']);
const FOOT_CLOSES = new Set(['no', 'private', 'use_sidepath', 'restricted', 'military']);
const ACCESS_CLOSES = new Set(['no', 'private', 'restricted', 'military', 'emergency']);

/** Keys whose value `crossing` marks the way across a road. */
const CROSSING_KEYS = ['footway', 'path', 'cycleway'];

export interface WalkableOptions {
  /** Count ferries as walkable lines of class `ferry`. Off by default: they wait, and they stop at night. */
  readonly ferries?: boolean;
}

/** How a way may be walked, or undefined where it may not. */
export function walkability(
  tags: Tags,
  options: WalkableOptions = {},
): { streetClass: number; directions: number } | undefined {
  const foot = tags.foot ?? '';
  const opened = FOOT_OPENS.has(foot);
  if (FOOT_CLOSES.has(foot)) return undefined;

  let streetClass = WALKABLE[tags.highway ?? ''];
  if (streetClass === undefined && opened) streetClass = WALKABLE_IF_SIGNED[tags.highway ?? ''];
  if (streetClass === undefined && options.ferries === true && tags.route === 'ferry') {
    streetClass = StreetClass.ferry;
  }
  if (streetClass === undefined) return undefined;
  if (!opened && (ACCESS_CLOSES.has(tags.access ?? '') || tags.motorroad === 'yes')) {
    return undefined;
  }
  if (EXPRESSWAY.has(tags.highway ?? '') && tags.oneway === 'yes' && foot !== 'designated') {
    if (!PAVEMENTS.has(tags.sidewalk ?? '')) return undefined;
  }

  if (CROSSING_KEYS.some((key) => tags[key] === 'crossing')) streetClass = StreetClass.crossing;
  const directions = walkingDirections(tags);
  return directions === 0 ? undefined : { streetClass, directions };
}

/** True for the keys that can make a way a candidate at all: a quick test before reading its tags. */
export function isStreetKey(key: string): boolean {
  return key === 'highway' || key === 'route';
}

function walkingDirections(tags: Tags): number {
  const oneWay = tags['oneway:foot'];
  if (oneWay === 'yes' || oneWay === '1' || oneWay === 'true') return Direction.forward;
  if (oneWay === '-1' || oneWay === 'reverse') return Direction.backward;
  if (tags.conveying === 'forward' || tags.conveying === 'backward') {
    return Direction[tags.conveying]; // an escalator runs one way
  }
  let directions: number = Direction.both;
  if (tags['foot:forward'] === 'no') directions &= ~Direction.forward;
  if (tags['foot:backward'] === 'no') directions &= ~Direction.backward;
  return directions;
}
