/**
 * Coordinates carry the datum they are measured in as a brand, so that mixing WGS-84 with the
 * shifted Chinese datums does not compile. Always [lon, lat] in degrees. Only import/ may brand
 * what a file says; everything behind that door is WGS-84.
 */
declare const datum: unique symbol;

type Coordinates<Datum extends string> = readonly [lon: number, lat: number] & {
  readonly [datum]: Datum;
};

/** World Geodetic System 1984; CGCS2000 differs from it by centimetres and is treated as the same. */
export type Wgs84 = Coordinates<'WGS-84'>;
/** The offset datum of Chinese web maps (GB 20263). */
export type Gcj02 = Coordinates<'GCJ-02'>;
/** Baidu's further shift of GCJ-02. */
export type Bd09 = Coordinates<'BD-09'>;

export const wgs84 = (lon: number, lat: number): Wgs84 => [lon, lat] as unknown as Wgs84;
export const gcj02 = (lon: number, lat: number): Gcj02 => [lon, lat] as unknown as Gcj02;
export const bd09 = (lon: number, lat: number): Bd09 => [lon, lat] as unknown as Bd09;

/** Places are kept to 1e-7° (about 1 cm), the grain of OpenStreetMap. */
export const UNITS_PER_DEGREE = 1e7;

/** Degrees on the 1e-7° grain, so that a place read back from a file is the very same number. */
export function quantiseDegrees(degrees: number): number {
  return Math.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE;
}

/** True for finite degrees on the globe. */
export function isOnGlobe(lon: number, lat: number): boolean {
  return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}
