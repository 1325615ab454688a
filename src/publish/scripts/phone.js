// @ts-check
// What makes room on a phone: the chart folds once something is asked, and whoever types or closes the filters sees
// the results.
import { make } from "./make.js";

/** Where the style sheet folds the chart and puts the filters in front of the results. */
const isNarrow = () => matchMedia("(max-width: 63.99rem)").matches;

/** A button that unfolds the chart. The style sheet shows it where it is folded. */
export const foldable = (chart) => {
  const fold = make("button", { type: "button", className: "picture-fold", aria: { expanded: "false" } });
  fold.textContent = chart.querySelector("h2").textContent;
  fold.addEventListener("click", () => {
    fold.ariaExpanded = fold.ariaExpanded === "true" ? "false" : "true";
  });
  chart.prepend(fold);
};

/** Brings the results into sight. */
export const inSight = (results) => {
  const search = /** @type {HTMLInputElement} */ (document.getElementById("search"));
  search?.addEventListener("input", () => {
    const form = search.closest("form");
    // What is above the search takes the place that the first result needs.
    if (isNarrow() && search.value && form.getBoundingClientRect().top > 80) form.scrollIntoView();
  });
  document.querySelector(".filters-done")?.addEventListener("click", () => {
    // Once the filters are folded.
    requestAnimationFrame(() => {
      results.scrollIntoView();
      results.focus({ preventScroll: true });
    });
  });
};
