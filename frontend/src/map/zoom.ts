/** Looking closer: the picture is enlarged at once, and the detailed map takes over when loaded. */

import type { Colours, Detail } from "./detail";
import type { Frame } from "./frame";
import { type Box, type View, readView, toDegrees, toMercator, viewOf, writeView } from "./view";

const SAME = 0.05; // zoom levels closer than this are one
const DEEPEST_PICTURE = 4; // levels the picture is enlarged by where there is no detailed map

export interface ZoomOptions {
  frame: Frame;
  tiles: string | null;
  box: () => Promise<Box>;
  colours: () => Colours;
  onPoint: (number: number, at: { x: number; y: number }) => void;
  onPress: (number: number, at: { x: number; y: number }) => void;
  onChange: () => void;
}

export class Zoom {
  /** The detailed map, while it is what is seen. */
  shown: Detail | null = null;
  readonly #options: ZoomOptions;
  #tiles: string | null;
  #loading: Promise<Detail> | null = null;
  #view: View | null = null; // null: the whole picture

  constructor(options: ZoomOptions) {
    this.#options = options;
    this.#tiles = options.tiles;
    window.addEventListener("hashchange", () => void this.followAddress());
    const { buttons } = options.frame;
    buttons.zoomIn.addEventListener("click", () => void this.by(1));
    buttons.zoomOut.addEventListener("click", () => void this.by(-1));
    buttons.reset.addEventListener("click", () => this.whole());
  }

  /** Look where the address says. */
  async followAddress(): Promise<void> {
    const asked = readView(location.hash);
    if (asked) {
      await this.look(asked);
    } else if (this.#view) {
      this.whole();
    }
  }

  /** Zoom by `levels`, keeping in place the point at `fraction` of the frame. */
  async by(levels: number, fraction = { x: 0.5, y: 0.5 }): Promise<void> {
    if (this.shown) {
      this.shown.zoomBy(levels);
      return;
    }
    const { box, whole } = await this.#whole();
    const view = this.#view ?? whole;
    const metres = (box[2] - box[0]) / 2 ** (view.zoom - whole.zoom);
    const height = metres * ((box[3] - box[1]) / (box[2] - box[0]));
    const [x, y] = toMercator(view.lon, view.lat);
    const kept = 1 - 2 ** -levels;
    const dx = (fraction.x - 0.5) * metres * kept;
    const dy = (0.5 - fraction.y) * height * kept;
    await this.look({ zoom: view.zoom + levels, ...toDegrees(x + dx, y + dy) });
  }

  async look(view: View): Promise<void> {
    const { box, whole } = await this.#whole();
    if (view.zoom <= whole.zoom + SAME) {
      this.whole();
      return;
    }
    const deepest = this.#tiles ? view.zoom : whole.zoom + DEEPEST_PICTURE;
    this.#view = { ...view, zoom: Math.min(view.zoom, deepest) };
    this.#remember();
    if (this.shown) {
      this.shown.look(view);
      return;
    }
    this.#enlarge(this.#view, box, whole);
    if (this.#tiles) {
      await this.#openDetail(this.#tiles, whole.zoom);
    }
  }

  /** Back to the picture of every area. */
  whole(): void {
    const { detail, layers } = this.#options.frame;
    this.#view = null;
    this.shown = null;
    detail.classList.remove("hb-map__detail--on");
    layers.style.transform = "";
    this.#remember();
    this.#options.onChange();
  }

  recolour(): void {
    void this.#loading?.then((detail) => detail.colour(this.#options.colours()));
  }

  async #whole(): Promise<{ box: Box; whole: View }> {
    const box = await this.#options.box();
    return { box, whole: viewOf(box, this.#options.frame.view.clientWidth) };
  }

  #enlarge(view: View, box: Box, whole: View): void {
    const { layers, view: window } = this.#options.frame;
    const scale = 2 ** (view.zoom - whole.zoom);
    const [x, y] = toMercator(view.lon, view.lat);
    const across = ((x - box[0]) / (box[2] - box[0])) * window.clientWidth * scale;
    const down = ((box[3] - y) / (box[3] - box[1])) * window.clientHeight * scale;
    const left = window.clientWidth / 2 - across;
    const top = window.clientHeight / 2 - down;
    layers.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    this.#options.onChange();
  }

  async #openDetail(tiles: string, leastZoom: number): Promise<void> {
    const { frame, onPoint, onPress } = this.#options;
    frame.root.setAttribute("aria-busy", "true");
    try {
      this.#loading ??= this.#load(tiles, leastZoom, { onPoint, onPress });
      const detail = await this.#loading;
      if (this.#view) {
        detail.look(this.#view);
        this.shown = detail;
        frame.detail.classList.add("hb-map__detail--on");
        this.#options.onChange();
      }
    } catch (error) {
      // No WebGL, or no network: the enlarged picture stays, which answers the same questions.
      console.warn("The detailed map could not be opened", error);
      this.#tiles = null;
    } finally {
      frame.root.removeAttribute("aria-busy");
    }
  }

  async #load(
    tiles: string,
    leastZoom: number,
    { onPoint, onPress }: Pick<ZoomOptions, "onPoint" | "onPress">,
  ): Promise<Detail> {
    const { openDetail } = await import("./detail");
    const container = this.#options.frame.detail;
    const view = this.#view ?? { zoom: leastZoom, lat: 0, lon: 0 };
    const onMove = (moved: View): void => this.#moved(moved, leastZoom);
    const colours = this.#options.colours();
    return openDetail({ container, tiles, view, leastZoom, colours, onMove, onPoint, onPress });
  }

  #moved(view: View, leastZoom: number): void {
    if (!this.shown) {
      return;
    }
    if (view.zoom <= leastZoom + SAME) {
      this.whole();
      return;
    }
    this.#view = view;
    this.#remember();
  }

  #remember(): void {
    const address = location.pathname + location.search + writeView(this.#view);
    if (location.pathname + location.search + location.hash !== address) {
      history.replaceState(history.state, "", address);
    }
  }
}
