/** Pages with a map: each `data-hb-map` figure becomes one that can be explored. */

import { startMap } from "./map/figure";

for (const figure of document.querySelectorAll<HTMLElement>("[data-hb-map]")) {
  // Without it the drawn image stays, with its alternative text and the table beside it.
  startMap(figure).catch((error: unknown) => {
    figure.dataset.hbMapFailed = "";
    console.error("The map could not be drawn", error);
  });
}
