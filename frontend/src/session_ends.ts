/** Warns five minutes before a session ends, and lets its reader stay. Without it, the page says when. */

export const WARNING = 300; // seconds
const LOOK_EVERY = 5000; // milliseconds

/** What to do when so many seconds are left. */
export function due(left: number, warned: boolean): "leave" | "warn" | "wait" {
  if (left <= 0) {
    return "leave";
  }
  return left <= WARNING && !warned ? "warn" : "wait";
}

export function startSessionEnds(form: HTMLFormElement): void {
  let ends = until(Number(form.dataset["hbSessionLeft"]));
  const dialog = document.createElement("dialog");
  dialog.className = "hb-session__dialog";
  dialog.setAttribute("aria-labelledby", "hb-session-title");
  const title = document.createElement("h2");
  title.className = "govuk-heading-m";
  title.id = "hb-session-title";
  title.textContent = form.dataset["hbSessionWarning"] ?? "";
  const stay = form.querySelector("button")!.cloneNode(true) as HTMLButtonElement;
  stay.className = "govuk-button";
  dialog.append(title, stay);
  form.append(dialog);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void renew();
  });
  const looking = setInterval(() => {
    const what = due((ends - Date.now()) / 1000, dialog.open);
    if (what === "leave") {
      clearInterval(looking);
      location.assign("/account/login/");
    } else if (what === "warn") {
      dialog.showModal();
    }
  }, LOOK_EVERY);

  async function renew(): Promise<void> {
    const headers = { accept: "application/json" };
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers });
    if (!answer.ok || answer.redirected) {
      location.assign("/account/login/");
      return;
    }
    const said = (await answer.json()) as { left: number; at: string };
    ends = until(said.left);
    form.querySelector("time")!.textContent = said.at;
    dialog.close();
  }
}

/** By the reader's clock, which may differ from the site's. */
function until(seconds: number): number {
  return Date.now() + seconds * 1000;
}
