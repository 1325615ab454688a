// @ts-check The reader's list of talks, kept in the browser. A star on any page adds to it.
(() => {
  "use strict";
  const root = new URL(document.currentScript?.dataset.root ?? "./", location.href).pathname;
  // Several sites may share one host.
  const KEY = `hallway:list:${root}`;
  const lists = {
    canKeep: true,
    UNKEPT: "#unkept",
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
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-reading-list]"))) {
      link.search = ids.length > 0 ? `?talk=${ids}` : "";
      link.querySelector(".count").textContent = ids.length > 0 ? String(ids.length) : "";
      // The link appears with the first talk, so the page moves only after an action of the reader.
      const item = link.closest("[data-needs-talks]");
      if (item) item.hidden = ids.length === 0;
    }
    for (const star of document.querySelectorAll("[data-star]")) {
      const isOn = ids.includes(star.dataset.star);
      if (lists.canKeep) {
        star.setAttribute("role", "button");
        star.setAttribute("aria-pressed", String(isOn));
      }
      star.querySelector("span").textContent = isOn ? star.dataset.on : star.dataset.off;
    }
  };
  const toggle = (star, event) => {
    const ids = lists.kept();
    // Without storage, the link leads to a list with only this talk.
    if (!lists.canKeep) return;
    event.preventDefault();
    const { star: id } = star.dataset;
    const wanted = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    lists.keep(wanted);
    if (lists.canKeep) return;
    // The storage is full. An address keeps the list as well, and its page says so.
    const list = new URL(star.href);
    list.search = `?talk=${wanted}`;
    list.hash = lists.UNKEPT;
    location.assign(list.href);
  };
  document.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const star = isPlain && event.target.closest("[data-star]");
    if (star) toggle(star, event);
  });
  addEventListener("DOMContentLoaded", showStars);
  addEventListener("pageshow", showStars);
  addEventListener("keydown", (event) => {
    if (event.key === " " && /** @type {Element} */ (event.target).matches?.("[data-star][role]")) toggle(event.target, event);
  });
})();
