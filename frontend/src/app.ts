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
for (const component of [Button, ErrorSummary, ServiceNavigation, SkipLink, Tabs]) {
  createAll(component);
}
startTables(document);
startCopyLinks(document);
startEmbedCode(document);
startDue(document, new Date());
for (const here of document.querySelectorAll<HTMLElement>("[data-hb-here]")) {
  // Few pages have it, so few load it.
  void import("./here").then(({ startHere }) => startHere(here));
}
