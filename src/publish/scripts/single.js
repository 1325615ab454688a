// @ts-check Pages within the single file: a link to a page that the file contains shows it in place of the explorer. A
// link to any other page shows the explorer's matches for it.
(() => {
  "use strict";
  const HELD = /^#\/([a-z0-9./-]+\.html)(?:#(.+))?$/;
  const held = new Map();
  const place = () => document.getElementById("single-page");

  // The file holds each picture once, however many pages show it.
  let pictures = {};
  const fill = (part) => {
    for (const it of part.querySelectorAll("img[data-picture]")) it.src = pictures[it.dataset.picture] ?? "";
  };

  const asked = () => {
    try {
      return decodeURI(location.hash);
    } catch {
      // Text after "#" is not always the address of a page.
      return "";
    }
  };
  const show = () => {
    const [, path, id] = HELD.exec(asked()) ?? [];
    const page = held.get(path);
    for (const part of document.querySelectorAll(".hallway, .landing, .landing-ways")) part.hidden = Boolean(page) !== (part === place());
    place().querySelector("main").replaceChildren(...(page ? [page.content.cloneNode(true)] : []));
    fill(place());
    document.title = page ? `${page.dataset.title} – ${home}` : home;
    if (!page) return;
    const note = id && document.getElementById(id);
    if (note) note.scrollIntoView();
    else scrollTo(0, 0);
    const heading = place().querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  };
  const find = (search) => {
    try {
      history.pushState(null, "", location.pathname + search);
    } catch {
      location.assign(search || location.pathname);
      return;
    }
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
    scrollTo(0, 0);
  };
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    const [, path, rest] = /^(?:\.\.?\/)*([^?#:]*)(.*)$/.exec(link.getAttribute("href")) ?? [];
    const [, key, id] = /^(conference|org|person|theme|year)\/(.+)\.html$/.exec(path ?? "") ?? [];
    if (path === "" && /^#[^/]/.test(rest) && !place().hidden) document.getElementById(rest.slice(1))?.scrollIntoView();
    else if (held.has(path)) location.hash = `#/${path}${rest}`;
    else if (key) find(`?${key}=${id}`);
    else if (path === "index.html") find(rest);
    else return;
    event.preventDefault();
  });
  const home = document.title;
  const begin = () => {
    pictures = JSON.parse(document.getElementById("hallway-pictures").textContent);
    fill(document);
    for (const page of document.querySelectorAll("template[data-page]")) {
      // Former addresses come last.
      held.set(page.dataset.page, held.get(page.dataset.now) ?? page);
    }
    if (location.hash) show();
  };
  addEventListener("DOMContentLoaded", begin);
  // Not hashchange, because a step back may change filters and page together.
  addEventListener("popstate", show);
  // The client redraws the explorer.
  addEventListener("hallway-client", show);
})();
