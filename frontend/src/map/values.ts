/**
 * One value per area, in number order: little-endian float32, as the server writes them.
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

/** The class of a value is the number of breaks it reaches. */
export function classOf(value: number, breaks: readonly number[]): number {
  let reached = 0;
  while (reached < breaks.length && value >= (breaks[reached] as number)) {
    reached++;
  }
  return reached;
}

/**
 * The class of every area by number: position 0 is OUTSIDE.
 *
 * Breaks are compared as float32, as the values are, or a value equal to a break could fall short.
 */
export function classify(values: Values, breaks: readonly number[]): Uint8Array {
  const rounded = breaks.map(Math.fround);
  const classes = new Uint8Array(values.numbers.length + 1);
  classes[0] = OUTSIDE;
  for (let i = 0; i < values.numbers.length; i++) {
    const missing = whyMissing(values.bits[i] as number);
    classes[i + 1] = missing ?? classOf(values.numbers[i] as number, rounded);
  }
  return classes;
}

/** How many areas are of each class. */
export function countClasses(classes: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let number = 1; number < classes.length; number++) {
    const found = classes[number] as number;
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}
