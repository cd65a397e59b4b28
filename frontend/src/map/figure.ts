/** One map: a coloured picture at first, a detailed map when the reader zooms in. */

import { type Pixel, STEPS, nearestToMiddle, nextArea, numberAt } from "./cursor";
import { type Frame, buildFrame, labelOf, showRing, showTip } from "./frame";
import { type Ids, MOST_BORDERED, edgesOf, fill, isTrue, loadIds, outlineOf } from "./raster";
import { type About, type Areas, type Choice, addressOf, readAreas, readChoice } from "./settings";
import { OUTSIDE, type Values, decode, whyMissing } from "./values";
import { sayMissing, sayValue } from "./words";
import { Zoom } from "./zoom";

const PAN = 100; // CSS pixels a press of an arrow key moves the detailed map

/** A map that has started: it can be moved to the figure of a page that came later. */
export interface Started {
  ids: string;
  /** Show what `figure` says, where the map is. */
  show(figure: HTMLElement): Promise<void>;
  /** Take the place of the picture in `figure`, which has been shown. */
  adopt(figure: HTMLElement): void;
}

export async function startMap(figure: HTMLElement): Promise<Started> {
  const areas = readAreas(figure.dataset);
  const choice = readChoice(figure.dataset);
  const [ids, classes] = await Promise.all([loadIds(areas.ids), loadClasses(choice.classes)]);
  if (!isTrue(ids, classes.length - 1)) {
    throw new Error("this browser changes what a canvas holds");
  }
  const map = new AreaMap(figure, { areas, ids, choice, classes });
  void map.start();
  return {
    ids: areas.ids,
    show: (other) => map.show(other),
    adopt: (other) => map.adopt(other),
  };
}

const loaded = new Map<string, Promise<ArrayBuffer>>();

function load(address: string): Promise<ArrayBuffer> {
  const known = loaded.get(address);
  if (known) {
    return known;
  }
  const bytes = fetch(address).then((response) => {
    if (!response.ok) {
      throw new Error(`${address} answered ${response.status}`);
    }
    return response.arrayBuffer();
  });
  loaded.set(address, bytes);
  bytes.catch(() => loaded.delete(address));
  return bytes;
}

/** The class of every area by number: position 0 is outside every area. */
async function loadClasses(address: string): Promise<Uint8Array> {
  const sent = new Uint8Array(await load(address));
  const classes = new Uint8Array(sent.length + 1);
  classes[0] = OUTSIDE;
  classes.set(sent, 1);
  return classes;
}

interface Parts {
  areas: Areas;
  ids: Ids;
  choice: Choice;
  classes: Uint8Array;
}

interface Point {
  x: number;
  y: number;
}

class AreaMap {
  #figure: HTMLElement;
  readonly #frame: Frame;
  readonly #areas: Areas;
  readonly #ids: Ids;
  readonly #edges: Uint8Array | null;
  readonly #image: ImageData;
  readonly #zoom: Zoom;
  #choice: Choice;
  #classes: Uint8Array;
  #about: Promise<About> | null = null;
  #cursor: Pixel | null = null; // of the arrow keys, on the picture
  #pointed = 0; // the area the pointer, finger or cursor is on

  constructor(figure: HTMLElement, { areas, ids, choice, classes }: Parts) {
    this.#figure = figure;
    this.#areas = areas;
    this.#ids = ids;
    this.#choice = choice;
    this.#classes = classes;
    this.#edges = classes.length - 1 <= MOST_BORDERED ? edgesOf(ids) : null;
    this.#image = new ImageData(ids.width, ids.height);
    const label = figure.dataset.alt ?? "Map.";
    this.#frame = buildFrame(figure, { width: ids.width, height: ids.height, label });
    this.#zoom = new Zoom({
      frame: this.#frame,
      tiles: areas.tiles,
      box: async () => (await this.#names()).mercator,
      colours: () => ({ classes: this.#classes, fills: this.#choice.fills }),
      onPoint: (number, at) => this.#point(number, at),
      onPress: (number, at) => this.#press(number, at),
      onChange: () => this.#point(0),
    });
  }

  async start(): Promise<void> {
    this.#paint();
    this.#listen();
    await this.#zoom.followAddress();
  }

  /** Show what another figure of the same areas says. */
  async show(figure: HTMLElement): Promise<void> {
    const choice = readChoice(figure.dataset);
    const classes = await loadClasses(choice.classes);
    this.#choice = choice;
    this.#classes = classes;
    this.#paint();
    this.#zoom.recolour();
    this.#point(0);
  }

  adopt(figure: HTMLElement): void {
    figure.querySelector(".hb-map__picture")?.replaceWith(this.#frame.root);
    figure.dataset.hbMapShows = this.#choice.classes;
    this.#figure = figure;
    this.#frame.view.setAttribute("aria-label", labelOf(figure.dataset.alt ?? "Map."));
  }

  #paint(): void {
    const pixels = new Uint32Array(this.#image.data.buffer);
    const { fills } = this.#choice;
    fill(pixels, this.#ids, { classes: this.#classes, fills, edges: this.#edges });
    this.#frame.canvas.getContext("2d")?.putImageData(this.#image, 0, 0);
    this.#figure.dataset.hbMapShows = this.#choice.classes;
    performance.mark("hb-map-painted");
  }

  #listen(): void {
    const { view } = this.#frame;
    view.addEventListener("pointermove", (event) => this.#hover(event));
    view.addEventListener("pointerleave", (event) => {
      // A finger leaves when it lifts, before its press is known.
      if (event.pointerType !== "touch") {
        this.#point(0);
      }
    });
    view.addEventListener("click", (event) => {
      if (!this.#zoom.shown) {
        const pixel = this.#pixelAt(event);
        this.#press(numberAt(this.#ids, pixel), this.#pointOf(pixel));
      }
    });
    view.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    view.addEventListener("keydown", (event) => this.#key(event));
    view.addEventListener("focus", () => void this.#names());
    view.addEventListener("blur", () => this.#point(0));
  }

  /** Codes and names: 173 KB for 34,753 areas, so they wait until someone looks closer. */
  #names(): Promise<About> {
    this.#about ??= fetch(this.#areas.areas).then((response) => response.json() as Promise<About>);
    return this.#about;
  }

  /** Mark an area, 0 for none, and say what it is; aloud when asked. */
  #point(number: number, at: Point = { x: 0, y: 0 }, aloud = false): void {
    if (number !== this.#pointed) {
      this.#pointed = number;
      this.#mark(number);
    }
    showRing(this.#frame, aloud ? at : null);
    if (number === 0) {
      this.#frame.tip.hidden = true;
      return;
    }
    const said = Promise.all([this.#names(), load(this.#choice.values)]);
    void said.then(([{ names }, bytes]) => {
      if (number === this.#pointed) {
        const lines = [names[number - 1] ?? "", ...this.#says(number, decode(bytes))];
        showTip(this.#frame, lines, at);
        this.#frame.live.textContent = aloud ? lines.join(": ") : "";
      }
    });
  }

  #mark(number: number): void {
    const { outline, view } = this.#frame;
    const context = outline.getContext("2d");
    view.classList.toggle("hb-map__view--on-area", number > 0);
    context?.clearRect(0, 0, outline.width, outline.height);
    if (this.#zoom.shown) {
      this.#zoom.shown.mark(number);
    } else if (number > 0) {
      context?.putImageData(outlineOf(this.#ids, number), 0, 0);
    }
  }

  /** The value of an area, and the name of its class where it has one. */
  #says(number: number, values: Values): string[] {
    const missing = whyMissing(values.bits[number - 1] ?? 0);
    const { unit, decimals, fills } = this.#choice;
    if (missing !== null) {
      return [sayMissing(missing)];
    }
    const label = fills[this.#classes[number] ?? OUTSIDE]?.[3];
    const value = sayValue(values.numbers[number - 1] ?? 0, { name: unit, decimals });
    return label ? [value, label] : [value];
  }

  async #openArea(number: number): Promise<void> {
    const { codes } = await this.#names();
    const address = addressOf(this.#choice, codes[number - 1] ?? "");
    if (number > 0 && address) {
      location.assign(address);
    }
  }

  #pixelAt(event: MouseEvent): Pixel {
    const box = this.#frame.canvas.getBoundingClientRect();
    return {
      x: Math.floor(((event.clientX - box.left) / box.width) * this.#ids.width),
      y: Math.floor(((event.clientY - box.top) / box.height) * this.#ids.height),
    };
  }

  /** Where a pixel of the picture is in the frame. */
  #pointOf({ x, y }: Pixel): Point {
    const box = this.#frame.canvas.getBoundingClientRect();
    const { left, top } = this.#frame.root.getBoundingClientRect();
    return {
      x: box.left - left + ((x + 0.5) / this.#ids.width) * box.width,
      y: box.top - top + ((y + 0.5) / this.#ids.height) * box.height,
    };
  }

  #hover(event: PointerEvent): void {
    if (!this.#zoom.shown && event.pointerType !== "touch") {
      this.#cursor = this.#pixelAt(event);
      this.#point(numberAt(this.#ids, this.#cursor), this.#pointOf(this.#cursor));
    }
  }

  /** A mouse opens what it has been shown; a finger's first press shows, its second opens. */
  #press(number: number, at: Point): void {
    if (number > 0 && number === this.#pointed) {
      void this.#openArea(number);
    } else {
      this.#point(number, at);
    }
  }

  #wheel(event: WheelEvent): void {
    if (!this.#zoom.shown && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const box = this.#frame.view.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width;
      const y = (event.clientY - box.top) / box.height;
      void this.#zoom.by(event.deltaY < 0 ? 1 : -1, { x, y });
    }
  }

  #key(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const actions: Readonly<Record<string, () => void>> = {
      Enter: () => void this.#openArea(this.#pointed),
      "+": () => void this.#zoomToCursor(1),
      "=": () => void this.#zoomToCursor(1),
      "-": () => void this.#zoom.by(-1),
      Escape: () => this.#zoom.whole(),
    };
    const act = step ? () => this.#move(step) : actions[event.key];
    if (act && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      act();
    }
  }

  async #zoomToCursor(levels: number): Promise<void> {
    const { clientWidth, clientHeight } = this.#frame.view;
    const at = this.#cursor ? this.#pointOf(this.#cursor) : null;
    await this.#zoom.by(levels, at ? { x: at.x / clientWidth, y: at.y / clientHeight } : undefined);
  }

  #move(step: Pixel): void {
    if (this.#zoom.shown) {
      const { clientWidth, clientHeight } = this.#frame.view;
      this.#zoom.shown.pan(step.x * PAN, step.y * PAN);
      const middle = { x: clientWidth / 2, y: clientHeight / 2 };
      this.#point(this.#zoom.shown.middle(), middle, true);
      return;
    }
    const next = this.#cursor
      ? nextArea(this.#ids, this.#cursor, step)
      : nearestToMiddle(this.#ids);
    if (next) {
      this.#cursor = next;
      this.#point(numberAt(this.#ids, next), this.#pointOf(next), true);
    }
  }
}
