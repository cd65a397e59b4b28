/** The elements of a map that can be explored, which take the drawn image's place. */

import { spoken } from "../spoken";

export interface Frame {
  root: HTMLElement;
  /** Takes focus, keys and the pointer. */
  view: HTMLElement;
  /** Holds both canvases; is enlarged and moved until the detailed map is there. */
  layers: HTMLElement;
  canvas: HTMLCanvasElement;
  outline: HTMLCanvasElement;
  /** Where the detailed map goes. */
  detail: HTMLElement;
  tip: HTMLElement;
  /** A ring round where the keys have come to. */
  ring: HTMLElement;
  /** Said aloud when it changes. */
  live: HTMLElement;
  buttons: { zoomIn: HTMLButtonElement; zoomOut: HTMLButtonElement; reset: HTMLButtonElement };
}

const GAP = 16; // CSS pixels between a point and its words

export const HELP =
  "Arrow keys move between areas, Enter opens one, plus and minus zoom, Escape shows the whole map.";

/** What the map is called: what it shows, and which keys it knows. */
export function labelOf(alt: string): string {
  return `${alt} ${spoken(HELP)}`.trim();
}

export function buildFrame(
  figure: HTMLElement,
  { width, height, label }: { width: number; height: number; label: string },
): Frame {
  const root = make("div", "hb-map__frame");
  const view = make("div", "hb-map__view");
  view.tabIndex = 0;
  view.setAttribute("role", "application");
  view.setAttribute("aria-roledescription", spoken("map"));
  view.setAttribute("aria-label", labelOf(label));
  const layers = make("div", "hb-map__layers");
  const canvas = sized("hb-map__canvas", width, height);
  const outline = sized("hb-map__outline", width, height);
  layers.append(canvas, outline);
  const detail = make("div", "hb-map__detail");
  view.append(layers, detail);
  const buttons = {
    zoomIn: control("+", spoken("Zoom in")),
    zoomOut: control("−", spoken("Zoom out")),
    reset: control(spoken("Whole map"), spoken("Show the whole map")),
  };
  const controls = make("div", "hb-map__controls");
  controls.append(buttons.zoomIn, buttons.zoomOut, buttons.reset);
  const tip = make("div", "hb-map__tip");
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  const ring = make("div", "hb-map__ring");
  ring.hidden = true;
  const live = make("p", "govuk-visually-hidden");
  live.setAttribute("aria-live", "polite");
  root.append(view, ring, controls, tip, live);
  const picture = figure.querySelector(".hb-map__picture");
  if (picture) {
    picture.replaceWith(root);
  } else {
    figure.prepend(root);
  }
  return { root, view, layers, canvas, outline, detail, tip, ring, live, buttons };
}

/** Show words beside a point of the frame, in CSS pixels from its top left. */
export function showTip(frame: Frame, lines: string[], at: { x: number; y: number }): void {
  const { tip, root } = frame;
  tip.replaceChildren(
    ...lines.map((line, i) => {
      const element = make("span", i === 0 ? "hb-map__tip-name" : "hb-map__tip-value");
      element.textContent = line;
      return element;
    }),
  );
  tip.hidden = false;
  const left = beside(at.x, tip.offsetWidth, root.clientWidth);
  place(tip, left, beside(at.y, tip.offsetHeight, root.clientHeight));
}

export function showRing(frame: Frame, at: { x: number; y: number } | null): void {
  frame.ring.hidden = at === null;
  if (at) {
    place(frame.ring, at.x, at.y);
  }
}

/** After the point where there is room, else before it. */
function beside(at: number, size: number, room: number): number {
  const after = at + GAP;
  return after + size <= room ? after : Math.max(0, at - GAP - size);
}

function place(element: HTMLElement, left: number, top: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

function make(tag: "div" | "p" | "span", name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function sized(name: string, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = name;
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function control(text: string, label: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hb-map__control";
  button.textContent = text;
  button.setAttribute("aria-label", label);
  button.title = label;
  return button;
}
