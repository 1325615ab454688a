// @ts-check
// Makes room on a phone: the chart folds after a search or a filter, and readers who type or close the filters see the
// results.
import { make } from "./make.js";

/** A button that unfolds the chart. The style sheet shows it if the chart is folded. */
export const foldable = (chart) => {
  const fold = make("button", { type: "button", className: "picture-fold", aria: { expanded: "false" } });
  fold.textContent = chart.querySelector("h2").textContent;
  fold.addEventListener("click", () => {
    fold.ariaExpanded = fold.ariaExpanded === "true" ? "false" : "true";
  });
  chart.prepend(fold);
};

/** Scrolls to the results. */
export const inSight = (results) => {
  const search = /** @type {HTMLInputElement} */ (document.getElementById("search"));
  const bringUp = () => {
    const { form, value } = search;
    // The width at which the style sheet folds the chart and puts the filters in front of the results. The parts above
    // the search would take the room of the first result.
    const isNarrow = matchMedia("(max-width: 63.99rem)").matches;
    if (isNarrow && value && form.getBoundingClientRect().top > 80) form.scrollIntoView();
  };
  search?.addEventListener("input", bringUp);
  // The reader may have typed before this script was there.
  if (document.activeElement === search) bringUp();
  document.querySelector(".filters-done")?.addEventListener("click", () => {
    // Once the filters are folded.
    requestAnimationFrame(() => {
      results.scrollIntoView();
      results.focus({ preventScroll: true });
    });
  });
};
