// @ts-check
// Plays a recording on a click, and leads back to the list that the reader came from.
(() => {
  "use strict";
  const play = (button) => {
    const player = document.createElement("iframe");
    player.className = "video-player";
    player.title = button.dataset.title;
    player.allow = "autoplay; encrypted-media; picture-in-picture; fullscreen";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.src = button.dataset.player;
    button.replaceWith(player);
    player.focus();
    // A browser that moves the player into a separate process may take the focus from the page meanwhile.
    player.addEventListener("load", () => {
      if (document.activeElement !== player) return;
      player.blur();
      player.focus();
    }, { once: true });
  };

  /**
   * @param {HTMLAnchorElement} link
   * @param {string} address
   */
  const isList = (link, address) => {
    if (!address) return false;
    const [list, other] = [new URL(link.href), new URL(address)];
    const paths = [list.pathname, list.pathname.replace(/index\.html$/, "")];
    return other.origin === list.origin && paths.includes(other.pathname);
  };

  // Returns to the list as the reader left it. One step back is not enough: the skip link also adds a step, and a page
  // in a new tab has no step before it.
  const leave = (link, event) => {
    const steps = window.navigation?.entries() ?? [];
    const here = window.navigation?.currentEntry?.index ?? 0;
    const list = steps.slice(0, here).findLastIndex(({ url }) => isList(link, url));
    if (list >= 0) {
      event.preventDefault();
      history.go(list - here);
    } else if (isList(link, document.referrer)) {
      // If the steps are unknown, or in a new tab: the same filters, but from the top.
      link.href = document.referrer;
    }
  };

  document.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const clicked = isPlain && event.target.closest("[data-player], [data-back]");
    if (!clicked) return;
    if (clicked.dataset.player) {
      play(clicked);
    } else {
      leave(clicked, event);
    }
  });
})();
