/** Every page: GOV.UK components, tables that sort and filter, and links that copy. */

import { Button, ErrorSummary, ServiceNavigation, SkipLink, Tabs, createAll } from "govuk-frontend";

import { startCopyLinks } from "./copy_link";
import { startDue } from "./due";
import { startEmbedCode } from "./embed_code";
import { startScheme } from "./scheme";
import { startTables } from "./table";

startScheme(document); // first, before much has been painted

// GOV.UK's template sets this class by inline script, which our content security policy forbids.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const NEW = [Button, ErrorSummary, SkipLink, Tabs];
for (const component of [...NEW, ServiceNavigation]) {
  createAll(component);
}
start(document);
// A part of the page that a script has fetched.
document.addEventListener("hb-content", (event) => {
  const root = (event as CustomEvent<HTMLElement>).detail;
  for (const component of NEW) {
    createAll(component, undefined, root);
  }
  start(root);
});

function start(root: ParentNode): void {
  startTables(root);
  startCopyLinks(root);
  startEmbedCode(root);
  startDue(root, new Date());
  for (const here of root.querySelectorAll<HTMLElement>("[data-hb-here]")) {
    // Few pages have it, so few load it.
    void import("./here").then(({ startHere }) => startHere(here));
  }
  for (const form of root.querySelectorAll<HTMLFormElement>("[data-hb-session-left]")) {
    void import("./session_ends").then(({ startSessionEnds }) => startSessionEnds(form));
  }
}
