/** Buttons marked `data-hb-copy-link` copy the page's address, which holds all of its state. */

import { spoken } from "./spoken";

const SAID_FOR = 4000; // milliseconds

export function startCopyLinks(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("[data-hb-copy-link]")) {
    const words = button.textContent ?? "";
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        button.textContent = spoken("Link copied");
      } catch {
        // Only secure pages may use the clipboard.
        button.textContent = spoken("Copy the address from the address bar");
      }
      setTimeout(() => (button.textContent = words), SAID_FOR);
    });
  }
}
