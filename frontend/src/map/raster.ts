/** The ID raster: a picture whose pixel is an area's number, coloured through a table of classes. */

import type { Fill } from "./settings";
import { HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, OUTSIDE } from "./values";

export interface Ids {
  width: number;
  height: number;
  /** Area number by pixel, row by row from the top left; 0 is outside. */
  numbers: Uint32Array;
}

/** Areas up to this many are drawn with borders; more of them would be all border. */
export const MOST_BORDERED = 1000;

const BLACK = 0xff0c0b0c;
const INK = 0xff5f5a50;
const PAPER = 0xfff1f2f3;
const WHITE = 0xffffffff;

export async function loadIds(address: string): Promise<Ids> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  const image = await createImageBitmap(await response.blob(), {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  });
  const { width, height } = image;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) {
    throw new Error("this browser has no canvas");
  }
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  return { width, height, numbers: numbersOf(pixels) };
}

/** Red is a number's high byte, then green, then blue. `pixels` hold alpha, blue, green, red. */
export function numbersOf(pixels: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i] as number;
    numbers[i] = ((pixel & 0xff) << 16) | (pixel & 0xff00) | ((pixel >>> 16) & 0xff);
  }
  return numbers;
}

/**
 * Whether every number is one of `count` areas. Some browsers add noise to what a canvas says, to
 * stop fingerprinting: their areas would be wrong, so the drawn image must stay.
 */
export function isTrue(ids: Ids, count: number): boolean {
  return ids.numbers.every((number) => number <= count);
}

/** 1 where the pixel to the right or below is another area's, or outside. */
export function edgesOf({ width, height, numbers }: Ids): Uint8Array {
  const edges = new Uint8Array(numbers.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const right = x + 1 < width && numbers[i] !== numbers[i + 1];
      const below = y + 1 < height && numbers[i] !== numbers[i + width];
      edges[i] = right || below ? 1 : 0;
    }
  }
  return edges;
}

/** Whether a missing value's pattern has ink at a pixel: hatched, dotted, or plain. */
export function hasInk(missing: number, x: number, y: number): boolean {
  if (missing === HIDDEN) {
    return (x + y) % 6 < 2;
  }
  return missing === NOT_AVAILABLE && x % 4 < 2 && y % 4 < 2;
}

/** Whether a class's pattern has ink: hatched the other way than what is hidden, or dotted. */
export function hasClassInk(pattern: number, x: number, y: number): boolean {
  if (pattern === 1) {
    return (((x - y) % 8) + 8) % 8 < 2;
  }
  return pattern === 2 && x % 8 < 3 && y % 8 < 3;
}

/** `#rrggbb` as a canvas stores it. */
function stored(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return ((255 << 24) | ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0)) >>> 0;
}

/** Colours by class, as a canvas stores them. */
export function coloursOf(palette: readonly string[]): Uint32Array {
  const colours = new Uint32Array(256);
  palette.forEach((colour, i) => {
    colours[i] = stored(colour);
  });
  colours[OUTSIDE] = 0;
  colours[HIDDEN] = PAPER;
  colours[NOT_AVAILABLE] = PAPER;
  colours[NOT_APPLICABLE] = WHITE;
  return colours;
}

/** Fill `pixels` with the colour of each pixel's area. */
export function fill(
  pixels: Uint32Array,
  ids: Ids,
  paint: { classes: Uint8Array; fills: readonly Fill[]; edges: Uint8Array | null },
): void {
  const { width, numbers } = ids;
  const colours = coloursOf(paint.fills.map(([colour]) => colour));
  const inks = paint.fills.map(([, , ink]) => stored(ink));
  const patterns = paint.fills.map(([, pattern]) => pattern);
  const { classes, edges } = paint;
  for (let i = 0; i < numbers.length; i++) {
    const found = classes[numbers[i] as number] as number;
    let colour = colours[found] as number;
    if (found >= HIDDEN && hasInk(found, i % width, (i / width) | 0)) {
      colour = INK;
    } else if (patterns[found] && hasClassInk(patterns[found], i % width, (i / width) | 0)) {
      colour = inks[found] as number;
    }
    pixels[i] = edges?.[i] ? BLACK : colour;
  }
}

/** The pixels of one area's outline: black on the area's edge, for a canvas laid over the map. */
export function outlineOf(ids: Ids, number: number): ImageData {
  const image = new ImageData(ids.width, ids.height);
  const pixels = new Uint32Array(image.data.buffer);
  const { width, numbers } = ids;
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] !== number) {
      continue;
    }
    for (const step of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) {
      if (numbers[i + step] !== number) {
        pixels[i] = BLACK;
        pixels[i + step] = WHITE;
      }
    }
  }
  return image;
}
