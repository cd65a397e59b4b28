/** The detailed map: MapLibre over vector tiles, coloured by feature state. Loaded on first zoom. */

import { Map as MapLibre, addProtocol, setWorkerUrl } from "maplibre-gl";
import type {
  ExpressionSpecification,
  LngLatLike,
  MapGeoJSONFeature,
  PointLike,
  StyleSpecification,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
// A real file, so that worker-src 'self' is enough.
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Protocol } from "pmtiles";

import { MOST_BORDERED, hasClassInk, hasInk } from "./raster";
import type { Fill } from "./settings";
import { HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE } from "./values";
import type { View } from "./view";

const SOURCE = "areas";
const LAYER = "areas"; // of the tiles
const DEEPEST = 14; // tiles are enlarged beyond their last zoom
const PATTERN = 12; // pixels: both patterns of missing values repeat in it
const CLASS_PATTERN = 8; // and both of classes in this
/** Of many areas, borders come in with room for them. */
const CROWDED_BORDER: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 9, 0, 11, 1];

export interface DetailOptions {
  container: HTMLElement;
  tiles: string;
  view: View;
  /** The zoom that shows every area: going out to it leaves the detailed map. */
  leastZoom: number;
  colours: Colours;
  onMove: (view: View) => void;
  onPoint: (number: number, at: { x: number; y: number }) => void;
  onPress: (number: number, at: { x: number; y: number }) => void;
}

/** The class of every area by number, and what classes are filled with. */
export interface Colours {
  classes: Uint8Array;
  fills: readonly Fill[];
}

export interface Detail {
  colour(colours: Colours): void;
  look(view: View): void;
  pan(x: number, y: number): void;
  zoomBy(steps: number): void;
  /** The area in the middle, 0 if there is none. */
  middle(): number;
  mark(number: number): void;
}

setWorkerUrl(workerUrl);
addProtocol("pmtiles", new Protocol().tile);

export async function openDetail(options: DetailOptions): Promise<Detail> {
  const map = new MapLibre({
    container: options.container,
    style: style(options.tiles),
    ...camera(options.view),
    minZoom: options.leastZoom - 0.5,
    maxZoom: DEEPEST,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    keyboard: false, // the frame round it has the focus, and says what it finds
    renderWorldCopies: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  const canvas = map.getCanvas();
  canvas.removeAttribute("tabindex");
  canvas.setAttribute("role", "presentation");
  canvas.removeAttribute("aria-label");
  await new Promise<void>((resolve, reject) => {
    map.once("style.load", () => resolve());
    map.once("error", ({ error }) => reject(error));
  });
  addPatterns(map);
  const detail = control(map);
  detail.colour(options.colours);
  await map.once("idle"); // coloured: what is shown first is never grey
  map.on("moveend", () => options.onMove(viewOf(map)));
  map.on("mousemove", ({ point }) => options.onPoint(numberAt(map, point), point));
  map.on("mouseout", () => options.onPoint(0, { x: 0, y: 0 }));
  map.on("click", ({ point }) => options.onPress(numberAt(map, point), point));
  return detail;
}

function control(map: MapLibre): Detail {
  let marked = 0;
  const middle = (): PointLike => {
    const { clientWidth, clientHeight } = map.getContainer();
    return [clientWidth / 2, clientHeight / 2];
  };
  return {
    colour({ classes, fills }) {
      map.setPaintProperty("fill", "fill-color", colourOf(fills.map(([colour]) => colour)));
      patternClasses(map, fills);
      const few = classes.length - 1 <= MOST_BORDERED;
      map.setPaintProperty("border", "line-width", few ? 1 : CROWDED_BORDER);
      for (let number = 1; number < classes.length; number++) {
        map.setFeatureState(feature(number), { c: classes[number] });
      }
    },
    look: (view) => void map.resize().jumpTo(camera(view)),
    pan: (x, y) => void map.panBy([x, y], { animate: false }),
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps, { animate: false }),
    middle: () => numberAt(map, middle()),
    mark(number) {
      if (marked) {
        map.setFeatureState(feature(marked), { marked: false });
      }
      if (number) {
        map.setFeatureState(feature(number), { marked: true });
      }
      marked = number;
    },
  };
}

function feature(id: number): { source: string; sourceLayer: string; id: number } {
  return { source: SOURCE, sourceLayer: LAYER, id };
}

function camera({ zoom, lat, lon }: View): { center: LngLatLike; zoom: number } {
  return { center: [lon, lat], zoom };
}

function viewOf(map: MapLibre): View {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), lat, lon: lng };
}

function numberAt(map: MapLibre, point: PointLike): number {
  const found: MapGeoJSONFeature | undefined = map.queryRenderedFeatures(point, {
    layers: ["fill"],
  })[0];
  return typeof found?.id === "number" ? found.id : 0;
}

/** Never one value per area in an expression: that takes half a minute. */
function colourOf(palette: readonly string[]): ExpressionSpecification {
  const steps = palette.flatMap((colour, i) => [i, colour]);
  const found = ["coalesce", ["feature-state", "c"], NOT_APPLICABLE];
  return ["match", found, ...steps, "#ffffff"] as unknown as ExpressionSpecification;
}

function isClass(missing: number): ExpressionSpecification {
  return ["case", ["==", ["coalesce", ["feature-state", "c"], NOT_APPLICABLE], missing], 1, 0];
}

function style(tiles: string): StyleSpecification {
  const layer = { source: SOURCE, "source-layer": LAYER } as const;
  return {
    version: 8,
    sources: { [SOURCE]: { type: "vector", url: `pmtiles://${tiles}` } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": "rgba(0, 0, 0, 0)" } },
      {
        id: "fill",
        type: "fill",
        ...layer,
        paint: { "fill-color": "#f3f2f1", "fill-antialias": false },
      },
      {
        id: "border",
        type: "line",
        ...layer,
        paint: {
          "line-color": "#0b0c0c",
          "line-width": 0,
        },
      },
      {
        id: "marked",
        type: "line",
        ...layer,
        paint: {
          "line-color": "#0b0c0c",
          "line-width": ["case", ["boolean", ["feature-state", "marked"], false], 4, 0],
        },
      },
    ],
  };
}

/** Missing values are told apart by pattern, as on the picture of the whole place. */
function addPatterns(map: MapLibre): void {
  for (const missing of [HIDDEN, NOT_AVAILABLE]) {
    addPattern(map, `missing-${missing}`, missing, PATTERN, (x, y) =>
      hasInk(missing, x, y) ? [0x50, 0x5a, 0x5f, 255] : [0xf3, 0xf2, 0xf1, 255],
    );
  }
}

/** The ink of classes that have a pattern, over their colour. */
function patternClasses(map: MapLibre, fills: readonly Fill[]): void {
  for (const { id } of map.getStyle().layers.filter(({ id }) => id.startsWith("class-"))) {
    map.removeLayer(id);
    map.removeImage(id);
  }
  fills.forEach(([, pattern, ink], found) => {
    const shade = ink === "#ffffff" ? 255 : 12;
    if (pattern) {
      addPattern(map, `class-${found}`, found, CLASS_PATTERN, (x, y) =>
        hasClassInk(pattern, x, y) ? [shade, shade, shade, 255] : [0, 0, 0, 0],
      );
    }
  });
}

function addPattern(
  map: MapLibre,
  name: string,
  found: number,
  size: number,
  pixel: (x: number, y: number) => number[],
): void {
  const image = new ImageData(size, size);
  for (let i = 0; i < size * size; i++) {
    image.data.set(pixel(i % size, (i / size) | 0), i * 4);
  }
  map.addImage(name, image);
  const paint = { "fill-pattern": name, "fill-opacity": isClass(found) } as const;
  map.addLayer({ id: name, type: "fill", source: SOURCE, "source-layer": LAYER, paint }, "border");
}
