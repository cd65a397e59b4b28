/** Code for other people's pages: its addresses made whole, and a button that copies it. */

import { spoken } from "./spoken";

const SAID_FOR = 4000; // milliseconds

/** The same code, with the site's address before each that begins with a slash. */
export function wholeAddresses(code: string, origin: string): string {
  return code.replace(/(src|href)="\/(?!\/)/g, `$1="${origin}/`);
}

export function startEmbedCode(root: ParentNode): void {
  for (const block of root.querySelectorAll<HTMLElement>("[data-hb-code]")) {
    const code = block.querySelector("code");
    const button = block.querySelector<HTMLButtonElement>("[data-hb-copy-code]");
    if (code === null || button === null) {
      continue;
    }
    code.textContent = wholeAddresses(code.textContent ?? "", location.origin);
    offerCopy(button, () => code.textContent ?? "");
  }
  for (const note of root.querySelectorAll<HTMLElement>("[data-hb-code-note]")) {
    note.hidden = true;
  }
}

function offerCopy(button: HTMLButtonElement, text: () => string): void {
  const words = button.textContent ?? "";
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = spoken("Code copied");
    } catch {
      // Only secure pages may use the clipboard.
      button.textContent = spoken("Select the code and copy it");
    }
    setTimeout(() => (button.textContent = words), SAID_FOR);
  });
}
