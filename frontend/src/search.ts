/** Search of a site of files: the page reads the list of what there is, and answers itself. */

import { type Answer, type Index, find } from "./finding";

const MOST = 50;
/** Addresses in the list begin at the folder above that of the page, `search/index.html`. */
const ROOT = "../";

async function answer(place: HTMLElement, asked: string): Promise<void> {
  const response = await fetch(place.dataset.hbSearch ?? "");
  if (!response.ok) {
    throw new Error(`the list answered ${response.status}`);
  }
  const answered = find((await response.json()) as Index, asked);
  const said = document.createElement("p");
  said.className = "govuk-body";
  said.setAttribute("role", "status");
  said.textContent = words(place.dataset, answered, asked);
  const list = document.createElement("ul");
  list.className = "hb-results";
  for (const one of answered.found.slice(0, MOST)) {
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = ROOT + one.href;
    link.textContent = one.name;
    const about = document.createElement("span");
    about.className = "hb-results__about";
    about.textContent = one.about;
    const item = document.createElement("li");
    item.append(link, " ", about);
    list.append(item);
  }
  place.replaceChildren(said, list);
}

/** In the words that the page carries, which are in its language. */
function words(said: DOMStringMap, { found, instead, partly }: Answer, asked: string): string {
  const named = partly ? said.hbPartly : instead ? said.hbNearly : said.hbCalled;
  const sentence = (found.length === 0 ? said.hbNothing : named) ?? "";
  const filled = sentence
    .replace("{count}", found.length.toLocaleString("en-GB"))
    .replace("{instead}", instead)
    .replace("{text}", asked);
  return found.length > MOST ? `${filled} ${said.hbMore ?? ""}` : filled;
}

const asked = (new URL(location.href).searchParams.get("q") ?? "").trim();
const place = document.querySelector<HTMLElement>("[data-hb-search]");
if (place && asked) {
  for (const box of document.querySelectorAll<HTMLInputElement>("main input[name=q]")) {
    box.value = asked;
  }
  answer(place, asked).catch((error: unknown) => {
    place.textContent = place.dataset.hbBroken ?? "";
    console.error("The search could not be answered", error);
  });
}
