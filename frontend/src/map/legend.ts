/** The legend: a swatch and words for each class, and for why values are missing. */

import { hasInk } from "./raster";
import type { Choice } from "./settings";
import { countClasses } from "./values";
import { MISSING, sayClasses, sayMissing } from "./words";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 28;
const HEIGHT = 20;

/** Write the legend of `choice` into `list`, replacing what is there. */
export function drawLegend(list: HTMLElement, choice: Choice, classes: Uint8Array): void {
  const counts = countClasses(classes);
  const rows = sayClasses(choice.breaks, choice.decimals).map((words, i) =>
    row(swatch(choice.palette[i] ?? "#ffffff"), words, counts.get(i) ?? 0),
  );
  for (const missing of MISSING.keys()) {
    const count = counts.get(missing) ?? 0;
    if (count > 0) {
      rows.push(row(swatch("#f3f2f1", missing), sayMissing(missing), count));
    }
  }
  list.replaceChildren(...rows);
}

function row(picture: SVGElement, words: string, count: number): HTMLLIElement {
  const item = document.createElement("li");
  item.className = "hb-legend__item";
  const areas = document.createElement("span");
  areas.className = "hb-legend__count";
  areas.textContent = `${count.toLocaleString("en-GB")} ${count === 1 ? "area" : "areas"}`;
  item.append(picture, `${words} `, areas);
  return item;
}

function swatch(colour: string, missing?: number): SVGElement {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "hb-legend__swatch");
  picture.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  picture.setAttribute("aria-hidden", "true");
  picture.append(draw("rect", { width: WIDTH, height: HEIGHT, fill: colour }));
  if (missing !== undefined) {
    picture.append(draw("path", { d: ink(missing), fill: "#505a5f" }));
  }
  return picture;
}

/** The same pixels of ink as on the map. */
function ink(missing: number): string {
  let path = "";
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      path += hasInk(missing, x, y) ? `M${x} ${y}h1v1h-1z` : "";
    }
  }
  return path;
}

function draw(tag: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  return element;
}
