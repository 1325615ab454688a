// @ts-check Extra features of the explorer: zooming the timeline chart, stars, and a status that waits until the reader
// stops typing. Rust writes `words`, `table` and `dense` in front of this module.
import { crowded } from "./dense.js";
import { make, svg } from "./make.js";
import { foldable, inSight } from "./phone.js";

/** An icon of one stroke, so that no font needs to have it. */
const icon = (d) => svg("svg", { class: "icon", viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": true }, svg("path", { d }));

/** Lets the chart become wider than its window, which then scrolls. */
const zoomable = (chart) => {
  const plot = chart.querySelector(".plot");
  const span = plot.firstElementChild;
  const years = plot.querySelectorAll(".plot-year").length;
  // At the closest, a quarter of a year fills the window.
  const most = years * 400;
  const window = () => plot.getBoundingClientRect();
  let scale = 100;
  const buttons = [];

  const show = (next, clientX) => {
    const { left, width } = window();
    const at = clientX === undefined ? width / 2 : clientX - left;
    const grown = Math.min(Math.max(Math.round(next), 100), most) / scale;
    const there = (plot.scrollLeft + at) * grown - at;
    scale = Math.round(scale * grown);
    span.style.inlineSize = `${scale}%`;
    plot.toggleAttribute("data-zoomed", scale > 100);
    plot.scrollLeft = there;
    plot.dataset.scale = scale;
    // The client places the names again.
    plot.dispatchEvent(new Event("zoom"));
    const [out, closer, whole] = buttons;
    out.disabled = whole.hidden = scale === 100;
    closer.disabled = scale === most;
    // Without marks, nothing else in the chart takes the focus, which scrolling by keyboard needs.
    plot.toggleAttribute("tabindex", false);
    if (scale > 100) plot.tabIndex = 0;
    showQuarters();
  };

  const quarters = svg("g", { class: "plot-quarters" });
  const showQuarters = () => {
    const isClose = scale >= years * 75;
    plot.toggleAttribute("data-close", isClose);
    if (!isClose || quarters.childNodes.length > 0) return;
    const bands = [...plot.querySelectorAll(".plot-year")];
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", year: "numeric", timeZone: "UTC" });
    for (const band of bands) {
      const [area, name] = [band.querySelector("rect"), band.querySelector("text")];
      const [start, size] = [parseFloat(area.getAttribute("x")), parseFloat(area.getAttribute("width"))];
      const year = Number(name.textContent);
      const [first, end] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
      for (const month of [0, 3, 6, 9]) {
        const day = Date.UTC(year, month);
        const x = `${start + (size * (day - first)) / (end - first)}%`;
        quarters.append(svg("text", { x, y: name.getAttribute("y") }, format.format(day)));
      }
    }
    plot.querySelector(".plot-back").append(quarters);
  };

  const STEP = 1.5;
  const button = (label, content, act) => {
    const button = make("button", { type: "button", title: label, aria: { label } }, content);
    button.addEventListener("click", act);
    buttons.push(button);
  };
  button(words.zoom_out, icon("M3 8h10"), () => show(scale / STEP));
  button(words.zoom_in, icon("M3 8h10M8 3v10"), () => show(scale * STEP));
  button(words.zoom_whole, words.zoom_whole, () => {
    show(100);
    buttons[1].focus();
  });
  buttons[0].disabled = buttons[2].hidden = true;
  const group = chart.querySelector(".zoom");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.zoom);
  group.replaceChildren(...buttons);

  // Without Ctrl, the wheel scrolls the page, as everywhere. Browsers report a pinch on a touch pad as Ctrl.
  plot.addEventListener("wheel", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    show(scale * Math.min(Math.max(1 - event.deltaY / 100, 0.8), 1.25), event.clientX);
  }, { passive: false });
  plot.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { "+": scale * STEP, "=": scale * STEP, "-": scale / STEP, 0: 100 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    show(next);
  });
  let start;
  const spread = ([a, b]) => [Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), (a.clientX + b.clientX) / 2];
  const isPinch = (event) => event.touches.length === 2;
  plot.addEventListener("touchstart", (event) => {
    if (!isPinch(event)) return;
    event.preventDefault();
    start = { apart: spread(event.touches)[0], scale };
  }, { passive: false });
  plot.addEventListener("touchmove", (event) => {
    if (!isPinch(event) || !start) return;
    event.preventDefault();
    const [apart, middle] = spread(event.touches);
    show((start.scale * apart) / start.apart, middle);
  }, { passive: false });
};

/** Describes the chart in words, in the fold below it. */
const inWords = (chart) => {
  const cell = (tag, content) => make(tag, { className: typeof content === "number" ? "number" : "" }, content);
  const head = table.heads.map((text) => make("th", { scope: "col" }, text));
  const rows = table.rows.map(([name, href, cells]) => (
    make("tr", {}, make("th", { scope: "row" }, make("a", { href }, name)), ...cells.map((it) => cell("td", it)))));
  const whole = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  chart.querySelector(".picture-table").append(whole);
};

/** Puts a star on every talk in the list, now and whenever the list changes. */
const starry = (results) => {
  const STAR = "M8 1.8l1.9 4l4.3.6l-3.1 3l.7 4.3L8 11.7l-3.8 2l.7-4.3l-3.1-3l4.3-.6z";
  const PAGE = /(^|\/)talk\/([^/]+)\.html$/;
  const { hallwayList: lists } = document.documentElement;
  const star = (talk) => {
    const link = talk.querySelector(":is(h2, h3, h4) a");
    const id = link && PAGE.exec(new URL(link.href).pathname)?.[2];
    if (!id) return;
    const name = make("span", { className: "visually-hidden" });
    const star = make("a", { className: "star", href: `list.html?talk=${id}`, rel: "nofollow" }, icon(STAR), name);
    Object.assign(star.dataset, { star: decodeURIComponent(id), on: words.starred, off: words.star });
    star.setAttribute("aria-describedby", link.id ||= `talk-${id}`);
    talk.append(star);
  };
  const draw = () => {
    const bare = [...results.querySelectorAll(".talk:not(:has(> .star))")];
    bare.forEach(star);
    if (bare.length > 0) lists.show();
  };
  let isDue = false;
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  }).observe(results, { childList: true, subtree: true });
  draw();
  const list = make("a", { href: "list.html" }, `${words.list} `, make("span", { className: "count" }));
  list.dataset.readingList = "";
  const item = make("li", {}, list);
  item.dataset.needsTalks = "";
  results.querySelector(".views ul").append(item);
  lists.show();
};

/** While a reader types, the status is busy: screen readers announce it once, not at every letter. */
const patient = (results) => {
  const PAUSE_MS = 400;
  let pause;
  const status = results.querySelector(".status");
  document.addEventListener("input", () => {
    clearTimeout(pause);
    status.ariaBusy = "true";
    pause = setTimeout(() => { status.ariaBusy = "false"; }, PAUSE_MS);
  }, true);
};

const [chart, results] = [document.querySelector(".picture"), document.getElementById("results")];
if (chart) {
  zoomable(chart);
  inWords(chart);
  foldable(chart);
  if (dense) crowded(chart, dense);
}
if (results) {
  starry(results);
  patient(results);
  inSight(results);
}
