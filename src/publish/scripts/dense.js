// @ts-check
// A crowded timeline chart: its columns follow the filters, and its marks get names when the reader zooms in.
import { svg } from "./make.js";

/**
 * @param {HTMLElement} chart
 * @param {Dense} dense
 */
export const crowded = (chart, { columns, marks, from, lanes, foot }) => {
  const plot = chart.querySelector(".plot");
  const span = plot.firstElementChild;
  const held = plot.querySelector(".plot-columns");
  const found = /** @type {HTMLElement} */ (held.cloneNode(true));
  const names = svg("g", { class: "plot-near", "aria-hidden": true });
  found.setAttribute("class", "plot-found");
  held.after(found, names);

  const most = Math.max(...columns.map(([, n]) => n));
  const follow = () => {
    const sums = columns.map(() => 0);
    plot.dataset.found.split(" ").forEach((n, place) => {
      const [, column] = marks[place];
      if (column !== null) sums[column] += Number(n);
    });
    const bar = ([day, _n], at) => (sums[at] > 0 ? `M${day} 100v-${Math.max(4, (100 * sums[at]) / most)}` : "");
    found.firstElementChild.setAttribute("d", columns.map(bar).join(""));
  };
  new MutationObserver(follow).observe(plot, { attributeFilter: ["data-found"] });
  follow();

  let shown;
  const name = () => {
    const width = Math.floor(Math.log2(span.clientWidth / from));
    if (width === shown) return;
    shown = width;
    const near = marks.flatMap(([x, , name, places]) => {
      const lane = places[Math.min(width, places.length - 1)];
      if (typeof lane !== "number") return [];
      const y = lanes[lane];
      return [[svg("line", { class: "plot-leader", x1: x, x2: x, y1: y + 4, y2: foot }), svg("text", { x, y }, name)]];
    });
    // Lines first, so that names cover them.
    names.replaceChildren(...near.map(([line]) => line), ...near.map(([, text]) => text));
  };
  new ResizeObserver(name).observe(span);
};
