// The reader's own list of talks, kept where the browser keeps anything: by stars, wherever they are.
(() => {
  "use strict";
  const root = new URL(document.currentScript?.dataset.root ?? "./", location.href).pathname;
  // Several sites may stand on one host.
  const KEY = `hallway:list:${root}`;
  const lists = {
    canKeep: true,
    show: () => showStars(),
    kept: () => {
      try {
        return (localStorage.getItem(KEY) ?? "").split(",").filter(Boolean);
      } catch {
        lists.canKeep = false;
        return [];
      }
    },
    keep: (ids) => {
      try {
        localStorage.setItem(KEY, ids.join());
      } catch {
        lists.canKeep = false;
      }
      showStars();
    },
  };
  document.documentElement.hallwayList = lists;

  const showStars = () => {
    const ids = lists.kept();
    for (const link of document.querySelectorAll("[data-reading-list]")) {
      link.search = ids.length > 0 ? `?talk=${ids}` : "";
      link.querySelector(".count").textContent = ids.length > 0 ? ids.length : "";
      // Where it comes after the page, it comes with the first talk, so that nothing moves unasked.
      const item = link.closest("[data-needs-talks]");
      if (item) item.hidden = ids.length === 0;
    }
    for (const star of document.querySelectorAll("[data-star]")) {
      const isOn = ids.includes(star.dataset.star);
      if (lists.canKeep) {
        star.setAttribute("role", "button");
        star.setAttribute("aria-pressed", isOn);
      }
      star.querySelector("span").textContent = isOn ? star.dataset.on : star.dataset.off;
    }
  };
  const toggle = (star, event) => {
    const ids = lists.kept();
    // Without a place to keep it, the link leads to a list of this talk alone.
    if (!lists.canKeep) return;
    event.preventDefault();
    const { star: id } = star.dataset;
    lists.keep(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  };
  document.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const star = isPlain && event.target.closest("[data-star]");
    if (star) toggle(star, event);
  });
  addEventListener("DOMContentLoaded", showStars);
  addEventListener("pageshow", showStars);
  addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches?.("[data-star][role]")) toggle(event.target, event);
  });
})();
