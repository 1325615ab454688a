// What a page does beyond being read: it plays a recording on a click, leads back to the list that the
// reader came from, and keeps the reader's own list of talks where the browser keeps anything.
(() => {
  "use strict";
  const root = new URL(document.currentScript.dataset.root, location.href).pathname;
  // Several sites may stand on one host.
  const KEY = `hallway:list:${root}`;
  const lists = {
    canKeep: true,
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
  addEventListener("DOMContentLoaded", showStars);
  addEventListener("pageshow", showStars);
  addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches?.("[data-star][role]")) toggle(event.target, event);
  });

  const play = (button) => {
    const player = document.createElement("iframe");
    player.className = "video-player";
    player.title = button.dataset.title;
    player.allow = "autoplay; encrypted-media; picture-in-picture; fullscreen";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.src = button.dataset.player;
    button.replaceWith(player);
    player.focus();
  };

  const isList = (link, address) => {
    if (!address) return false;
    const [list, other] = [new URL(link.href), new URL(address)];
    const paths = [list.pathname, list.pathname.replace(/index\.html$/, "")];
    return other.origin === list.origin && paths.includes(other.pathname);
  };

  // To the list as the reader left it. Not simply one step back: the skip link makes a step, too, and a
  // page in a tab of its own has none before it.
  const leave = (link, event) => {
    const steps = window.navigation?.entries() ?? [];
    const here = window.navigation?.currentEntry?.index ?? 0;
    const list = steps.slice(0, here).findLastIndex(({ url }) => isList(link, url));
    if (list >= 0) {
      event.preventDefault();
      history.go(list - here);
    } else if (isList(link, document.referrer)) {
      // Where nobody tells the steps, or in a new tab: the same filters, though from the top.
      link.href = document.referrer;
    }
  };

  document.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const clicked = isPlain && event.target.closest("[data-player], [data-back], [data-star]");
    if (!clicked) return;
    if (clicked.dataset.player) {
      play(clicked);
    } else if (clicked.dataset.star) {
      toggle(clicked, event);
    } else {
      leave(clicked, event);
    }
  });
})();
