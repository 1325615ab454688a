// @ts-check
// Shows the search of the page for unknown addresses. A host shows this page at any address. Pages are at most one
// folder deep, so the name of the folder says where the explorer is.
(() => {
  "use strict";
  addEventListener("DOMContentLoaded", () => {
    const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
    const folder = location.pathname.split("/").at(-2) ?? "";
    const isBelow = (form.dataset.folders ?? "").split(" ").includes(folder);
    const home = isBelow ? "../index.html" : "./index.html";
    form.action = home;
    form.hidden = false;
    // Only one of the two links leads to the start page.
    const links = [...document.querySelectorAll("ul a")];
    const wrong = links.filter((link) => [".", ".."].includes((link.getAttribute("href") ?? "").split("/")[0]) && link.getAttribute("href") !== home);
    if (wrong.length === 0 || wrong.length === links.length) return;
    wrong.forEach((link) => link.parentElement?.remove());
    for (const link of document.querySelectorAll("ul a")) link.textContent = form.dataset.home ?? "";
  });
})();
