// @ts-check
// Copies a citation on a click. The buttons exist only where the browser can copy.
(() => {
  "use strict";
  const start = () => {
    /** @type {HTMLElement} */
    const list = document.querySelector(".cite");
    if (!list) return;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (list.querySelectorAll("[data-here]"))) link.textContent = link.href;
    if (!navigator.clipboard) return;
    /**
     * @param {HTMLElement} place
     * @param {HTMLElement} source
     * @param {string} [about]
     */
    const offer = (place, source, about) => {
      const button = document.createElement("button");
      const label = place.dataset.copy ?? list.dataset.copy ?? "";
      button.type = "button";
      button.className = "no-print";
      button.textContent = label;
      if (about) button.setAttribute("aria-label", `${label}: ${about}`);
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(source.textContent ?? "");
        } catch {
          // The browser may refuse; then the text is selected, ready to be copied by hand.
          getSelection()?.selectAllChildren(source);
          return;
        }
        button.removeAttribute("aria-label");
        button.textContent = list.dataset.copied ?? "";
        setTimeout(() => {
          button.textContent = label;
          if (about) button.setAttribute("aria-label", `${label}: ${about}`);
        }, 2000);
      });
      // A row of the list has only names and descriptions.
      const cell = place.parentElement === list ? document.createElement("dd") : place;
      cell.append(button);
      if (cell !== place) place.append(cell);
    };
    for (const row of /** @type {Iterable<HTMLElement>} */ (list.children)) {
      const [name, source] = /** @type {Iterable<HTMLElement>} */ (row.children);
      offer(row, source, name.textContent ?? "");
    }
    /** @type {HTMLElement} */
    const link = document.querySelector(".cite-link");
    const text = /** @type {HTMLElement} */ (list.querySelector("dd"));
    if (link) offer(link, text);
  };
  addEventListener("DOMContentLoaded", start);
})();
