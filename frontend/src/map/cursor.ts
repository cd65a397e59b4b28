/** Moving between areas of the ID raster with the arrow keys. */

import type { Ids } from "./raster";

export interface Pixel {
  x: number;
  y: number;
}

export const STEPS: Readonly<Record<string, Pixel>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function numberAt({ width, height, numbers }: Ids, { x, y }: Pixel): number {
  const inside = x >= 0 && y >= 0 && x < width && y < height;
  return inside ? (numbers[y * width + x] as number) : 0;
}

/**
 * The middle of the next area met in a direction, or null at the edge of the map. Sea is crossed.
 * The middle, so that going on keeps clear of the area's own corners.
 */
export function nextArea(ids: Ids, from: Pixel, step: Pixel): Pixel | null {
  const own = numberAt(ids, from);
  const start = { ...from };
  let found = own;
  while (found === own || found === 0) {
    start.x += step.x;
    start.y += step.y;
    if (start.x < 0 || start.y < 0 || start.x >= ids.width || start.y >= ids.height) {
      return null;
    }
    found = numberAt(ids, start);
  }
  let length = 0;
  while (
    numberAt(ids, { x: start.x + step.x * (length + 1), y: start.y + step.y * (length + 1) }) ===
    found
  ) {
    length++;
  }
  const half = length >> 1;
  return { x: start.x + step.x * half, y: start.y + step.y * half };
}

/** The pixel of any area nearest to the middle of the picture, or null if there is none. */
export function nearestToMiddle(ids: Ids): Pixel | null {
  const middle = { x: ids.width >> 1, y: ids.height >> 1 };
  let nearest: Pixel | null = null;
  let least = Number.POSITIVE_INFINITY;
  ids.numbers.forEach((number, i) => {
    const [x, y] = [i % ids.width, (i / ids.width) | 0];
    const distance = (x - middle.x) ** 2 + (y - middle.y) ** 2;
    if (number !== 0 && distance < least) {
      [nearest, least] = [{ x, y }, distance];
    }
  });
  return nearest;
}
