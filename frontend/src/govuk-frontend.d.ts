/** What we use of govuk-frontend, which ships no types. */
declare module "govuk-frontend" {
  type Component = new (root: Element) => unknown;
  export const Button: Component;
  export const ErrorSummary: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
  export const Tabs: Component;
  export function createAll(component: Component, config?: object, scope?: Element): void;
}
