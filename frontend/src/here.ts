/**
 * "Use my location": which area the reader is in, looked up in the picture of areas that maps are
 * coloured from. Where they are is asked when they press, and never leaves the browser.
 */

import { numberAt } from "./map/cursor";
import { type Ids, isTrue, loadIds } from "./map/raster";
import type { About } from "./map/settings";
import { toMercator } from "./map/view";
import { spoken } from "./spoken";

const WAIT = 20_000; // milliseconds
const OLDEST = 600_000;

export interface Place {
  lon: number;
  lat: number;
}

/** The number of the area at a place, 0 outside all of them. */
export function areaAt(ids: Ids, mercator: About["mercator"], { lon, lat }: Place): number {
  const [left, bottom, right, top] = mercator;
  const [x, y] = toMercator(lon, lat);
  return numberAt(ids, {
    x: Math.floor(((x - left) / (right - left)) * ids.width),
    y: Math.floor(((top - y) / (top - bottom)) * ids.height),
  });
}

/** What a pixel of the picture is across on the ground, in metres. */
export function metresAcross(ids: Ids, mercator: About["mercator"], lat: number): number {
  const pixel = (mercator[2] - mercator[0]) / ids.width;
  return pixel * Math.cos((lat * Math.PI) / 180);
}

/** `600 metres`, `1.2 kilometres`: no surer than it is. */
export function sayAcross(metres: number): string {
  return metres < 1000
    ? spoken("{across} metres", { across: Math.ceil(metres / 10) * 10 })
    : spoken("{across} kilometres", { across: Math.ceil(metres / 100) / 10 });
}

const REFUSED: Readonly<Record<number, string>> = {
  1: "Your browser was not allowed to say where you are.",
  2: "Your browser does not know where you are.",
  3: "Your browser took too long to find where you are.",
};
const HERE = "\u0000"; // stands for the link until the sentence is said
const INSTEAD = "Type the name of an area instead.";

export function sayRefused(code: number): string {
  return `${spoken(REFUSED[code] ?? REFUSED[2] ?? "")} ${spoken(INSTEAD)}`;
}

export function startHere(root: HTMLElement): void {
  const button = root.querySelector("button");
  const said = root.querySelector<HTMLElement>("[role=status]");
  if (!button || !said || !("geolocation" in navigator)) {
    return;
  }
  root.hidden = false;
  button.addEventListener("click", () => {
    said.textContent = spoken("Finding where you are.");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = { lon: coords.longitude, lat: coords.latitude };
        show(root.dataset, place, said).catch(() => {
          said.textContent = `${spoken("The areas could not be read.")} ${spoken(INSTEAD)}`;
        });
      },
      ({ code }) => {
        said.textContent = sayRefused(code);
      },
      { timeout: WAIT, maximumAge: OLDEST },
    );
  });
}

async function show(data: DOMStringMap, place: Place, said: HTMLElement): Promise<void> {
  const [ids, about] = await Promise.all([
    loadIds(data.ids ?? ""),
    fetch(data.areas ?? "").then((response) => response.json() as Promise<About>),
  ]);
  if (!isTrue(ids, about.codes.length)) {
    throw new Error("this browser changes what a canvas holds");
  }
  const number = areaAt(ids, about.mercator, place);
  if (number === 0) {
    said.textContent = `${spoken("You are outside the areas of this site.")} ${spoken(INSTEAD)}`;
    return;
  }
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = (data.areaUrl ?? "").replace("{code}", encodeURIComponent(about.codes[number - 1] ?? ""));
  link.textContent = about.names[number - 1] ?? "";
  const across = sayAcross(metresAcross(ids, about.mercator, place.lat));
  const [before = "", after = ""] = spoken("You are in {area}, or within {across} of it.", {
    area: HERE,
    across,
  }).split(HERE);
  said.replaceChildren(before, link, after);
}
