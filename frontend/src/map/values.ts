/**
 * One value per area, in number order: little-endian float32, as the server writes them; and the
 * codes of classes that are not colours.
 *
 * A missing value is a quiet NaN whose payload says why. JavaScript does not keep a NaN's payload
 * through a number, so it is read from the bits.
 */

/** Classes that are not colours. Any other class is a position in the palette. */
export const HIDDEN = 253;
export const NOT_AVAILABLE = 254;
export const NOT_APPLICABLE = 255;
/** The class of what is outside every area. */
export const OUTSIDE = 252;

const WHY: Readonly<Record<number, number>> = { 1: HIDDEN, 2: NOT_AVAILABLE, 3: NOT_APPLICABLE };

export interface Values {
  /** The value of each area; NaN where there is none. */
  numbers: Float32Array;
  bits: Uint32Array;
}

export function decode(buffer: ArrayBuffer): Values {
  return { numbers: new Float32Array(buffer), bits: new Uint32Array(buffer) };
}

/** HIDDEN, NOT_AVAILABLE or NOT_APPLICABLE, or null where there is a value. */
export function whyMissing(bits: number): number | null {
  if ((bits & 0x7fffffff) >>> 0 <= 0x7f800000) {
    return null;
  }
  return WHY[bits & 0x3fffff] ?? NOT_AVAILABLE;
}
