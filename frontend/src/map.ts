/** Pages with a map: each `data-hb-map` figure becomes one that can be explored. */

import { startInPlace } from "./in_place";
import { type Started, startMap } from "./map/figure";

const started: (Started | null)[] = [];

function figuresOf(page: ParentNode): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("[data-hb-map]")];
}

/** Colour the maps that the next page has too: what is looked at changes first. */
async function showNext(page: Document): Promise<void> {
  await Promise.all(
    figuresOf(page).map(async (figure, i) => {
      const map = started[i];
      if (map && map.ids === figure.dataset.ids) {
        await map.show(figure);
      }
    }),
  );
}

/** Every map of the page, in order: one of the same areas as before moves to its new figure. */
async function startMaps(): Promise<void> {
  await Promise.all(figuresOf(document).map(startOne));
}

async function startOne(figure: HTMLElement, i: number): Promise<void> {
  try {
    const before = started[i];
    if (before && before.ids === figure.dataset.ids) {
      before.adopt(figure);
    } else {
      started[i] = await startMap(figure);
    }
  } catch (error) {
    started[i] = null;
    showPicture(figure);
    console.error("The map could not be drawn", error);
  }
}

/** The drawn image stands in, with its alternative text and the table beside it. */
function showPicture(figure: HTMLElement): void {
  const image = new Image();
  image.src = figure.dataset.image ?? "";
  image.alt = figure.dataset.alt ?? "";
  figure.dataset.hbMapFailed = "";
  figure.querySelector(".hb-map__picture, .hb-map__frame")?.replaceWith(image);
}

void startMaps();
startInPlace({ before: showNext, after: startMaps });
