/** Where a map looks: Web Mercator as MapLibre counts it, with tiles of 512 pixels. */

export interface View {
  zoom: number;
  lat: number;
  lon: number;
}

/** Left, bottom, right, top in metres (EPSG:3857). */
export type Box = readonly [number, number, number, number];

const RADIUS = 6378137;
const WORLD = 2 * Math.PI * RADIUS;
const TILE = 512;

export function toMercator(lon: number, lat: number): [number, number] {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * RADIUS;
  return [(lon / 360) * WORLD, y];
}

export function toDegrees(x: number, y: number): { lon: number; lat: number } {
  const lat = (Math.atan(Math.exp(y / RADIUS)) * 360) / Math.PI - 90;
  return { lon: (x / WORLD) * 360, lat };
}

/** The view that shows `box` across `width` CSS pixels. */
export function viewOf(box: Box, width: number): View {
  const [left, bottom, right, top] = box;
  const zoom = Math.log2((WORLD / TILE) * (width / (right - left)));
  return { zoom, ...toDegrees((left + right) / 2, (bottom + top) / 2) };
}

/** `#map=8.25/51.5072/-0.1276`: other parts of the fragment, joined by &, are left alone. */
export function readView(hash: string): View | null {
  const said = new URLSearchParams(hash.replace(/^#/, "")).get("map")?.split("/").map(Number);
  if (said?.length !== 3 || !said.every(Number.isFinite)) {
    return null;
  }
  const [zoom, lat, lon] = said as [number, number, number];
  const sensible = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return sensible ? { zoom, lat, lon } : null;
}

export function writeView(view: View | null): string {
  if (view === null) {
    return "";
  }
  const { zoom, lat, lon } = view;
  return `#map=${zoom.toFixed(2)}/${lat.toFixed(4)}/${lon.toFixed(4)}`;
}
