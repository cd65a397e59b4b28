/** Search of a site of files: the page reads the list of areas and indicators, and answers itself. */

import { type Index, find } from "./finding";

const MOST = 50;
/** The page is `search/index.html`; addresses in the list begin at the folder above. */
const ROOT = "../";

async function answer(place: HTMLElement, asked: string): Promise<void> {
  const response = await fetch(place.dataset.hbSearch ?? "");
  if (!response.ok) {
    throw new Error(`the list of areas answered ${response.status}`);
  }
  const found = find((await response.json()) as Index, asked);
  const said = document.createElement("p");
  said.className = "govuk-body";
  said.setAttribute("role", "status");
  said.textContent = words(found.length, asked);
  const list = document.createElement("ul");
  list.className = "hb-results";
  for (const one of found.slice(0, MOST)) {
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

function words(count: number, asked: string): string {
  if (count === 0) {
    return `Nothing is called “${asked}”. Try part of a name, or a code, or choose from the lists below.`;
  }
  const some = `${count.toLocaleString("en-GB")} ${count === 1 ? "result" : "results"} for “${asked}”.`;
  return count > MOST ? `${some} The first ${MOST} are shown: type more to see fewer.` : some;
}

const asked = (new URL(location.href).searchParams.get("q") ?? "").trim();
const place = document.querySelector<HTMLElement>("[data-hb-search]");
if (place && asked) {
  for (const box of document.querySelectorAll<HTMLInputElement>("main input[name=q]")) {
    box.value = asked;
  }
  answer(place, asked).catch((error: unknown) => {
    place.textContent = "Search does not work here. Choose from the lists below.";
    console.error("The search could not be answered", error);
  });
}
