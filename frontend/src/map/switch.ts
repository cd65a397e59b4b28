/**
 * Changing the indicator without loading a page: a form marked `data-hb-map-switch` whose select's
 * options carry `data-values`, `data-breaks` and so on. Without script the form is sent as usual.
 */

export function startSwitch(form: HTMLFormElement, show: (data: DOMStringMap) => void): void {
  const select = form.querySelector("select");
  if (!select) {
    return;
  }
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[type=submit], button:not([type])")) {
    button.hidden = true;
  }
  const first = select.value;
  const showChosen = (): boolean => {
    const option = select.selectedOptions[0];
    if (option?.dataset.values) {
      show(option.dataset);
    }
    return Boolean(option?.dataset.values);
  };
  select.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.set(select.name, select.value);
    if (showChosen()) {
      history.pushState(null, "", address);
    } else {
      form.requestSubmit();
    }
  });
  window.addEventListener("popstate", () => {
    select.value = new URL(location.href).searchParams.get(select.name) ?? first;
    showChosen();
  });
}
