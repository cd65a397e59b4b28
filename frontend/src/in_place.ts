/**
 * Forms marked `data-hb-in-place` change the page without loading it anew: the page at the address
 * that the form would send is fetched, and what is between header and footer takes its place. The
 * answer is the same as without a script; only what need not move stays where it is.
 */

const CHANGES = [".hb-page", ".hb-footer__release", ".hb-cite"];

/** What to do with the next page before its parts take their place, and after. */
export interface Steps {
  before(page: Document): Promise<void>;
  after(): Promise<void>;
}

export function startInPlace(steps: Steps): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.matches("[data-hb-in-place]")) {
      event.preventDefault();
      void change(addressOf(form), steps, true);
    }
  });
  document.addEventListener("change", ({ target }) => {
    const select = target as HTMLElement;
    if (select.matches("[data-hb-in-place] select")) {
      select.closest("form")?.requestSubmit();
    }
  });
  window.addEventListener("popstate", ({ state }) => {
    if ((state as { hbInPlace?: boolean } | null)?.hbInPlace) {
      void change(new URL(location.href), steps, false);
    }
  });
}

/** Where the form would go, without what it leaves empty. */
export function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.action);
  const said = [...new FormData(form)].filter(([, value]) => value !== "");
  address.search = new URLSearchParams(said as [string, string][]).toString();
  return address;
}

let asked = 0;

async function change(address: URL, steps: Steps, push: boolean): Promise<void> {
  const own = ++asked;
  try {
    const response = await fetch(address);
    const type = response.headers.get("content-type") ?? "";
    if (!response.ok || !type.startsWith("text/html")) {
      throw new Error(`${address} answered ${response.status}`);
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (own !== asked) {
      return; // another choice was made since
    }
    await steps.before(page);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    performance.mark("hb-map-changed");
    if (own !== asked) {
      return;
    }
    if (push) {
      remember(address);
    }
    replace(page);
    await steps.after();
    performance.mark("hb-in-place");
  } catch {
    location.assign(address); // as without a script
  }
}

function remember(address: URL): void {
  const shown = new URL(address);
  shown.hash = location.hash; // where the page is, and where its map looks
  history.replaceState({ hbInPlace: true }, "");
  history.pushState({ hbInPlace: true }, "", shown);
}

/** Put the new page's parts in place, and the reader back where they were. */
function replace(page: Document): void {
  const focused = document.activeElement?.id;
  const open = [...document.querySelectorAll("details[open][id]")].map(({ id }) => id);
  const top = scrollY;
  // Parsed apart, what is for readers without a script is elements, whose pictures would be fetched.
  for (const without of page.querySelectorAll("noscript")) {
    without.remove();
  }
  document.title = page.title;
  for (const part of CHANGES) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) {
      old.replaceWith(document.adoptNode(fresh));
    }
  }
  for (const id of open) {
    document.getElementById(id)?.setAttribute("open", "");
  }
  const root = document.querySelector(CHANGES[0] as string);
  document.dispatchEvent(new CustomEvent("hb-content", { detail: root }));
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  scrollTo({ top, behavior: "instant" });
}
