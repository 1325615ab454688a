// What a page does beyond being read: it plays a recording on a click, and leads back to the list
// that the reader came from.
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
  };

  // The explorer with its filters is one step back, if that is where the reader was.
  const cameFrom = (link) => {
    if (!document.referrer || history.length < 2) return false;
    const from = new URL(document.referrer);
    const home = new URL(link.href);
    const isHome = [home.pathname, home.pathname.replace(/index\.html$/, "")].includes(from.pathname);
    return isHome && from.origin === home.origin;
  };

  document.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const clicked = isPlain && event.target.closest("[data-player], .page-back a");
    if (!clicked) return;
    if (clicked.dataset.player) {
      play(clicked);
    } else if (cameFrom(clicked)) {
      event.preventDefault();
      history.back();
    }
  });
})();
