// @ts-check
// A page at a former address leads on. Unlike a refresh, this keeps the anchor.
(() => {
  "use strict";
  const now = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=canonical]"));
  location.replace(now.href + location.hash);
})();
