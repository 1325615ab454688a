// @ts-check
// The keys of every page. They load the palette at the first call.
(() => {
  "use strict";
  const { palette, explorer, lost, ...tools } = document.currentScript.dataset;
  const areOff = () => {
    try {
      return localStorage.getItem("hallway:keys") === "off";
    } catch {
      return false;
    }
  };
  const search = () => document.getElementById("search");
  // Its role is a status.
  const note = Object.assign(document.createElement("output"), { className: "notice", onclick: () => note.remove() });
  const open = async (what, opener, event) => {
    try {
      // Relative to the page, wherever this script is.
      const module = await import(new URL(palette, document.baseURI).href);
      await module[what]({ ...tools, opener, event });
    } catch {
      // From a disk, offline or in an old browser, this falls back to the page that a link leads to. A key leads
      // nowhere, so it falls back to the search, and says so.
      if (opener?.href) return location.assign(opener.href);
      search()?.focus();
      note.textContent = lost;
      note.style.cssText = "position: fixed; bottom: 0; background: Canvas";
      document.body.append(note);
    }
  };
  // The explorer works without this script.
  if (explorer) addEventListener("hallway:ready", () => import(explorer).catch(() => {}));
  const isText = (target) => target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]");

  addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    let act;
    // On layouts without Latin letters, the position of the key counts.
    const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code === "KeyK" ? "k" : "";
    if (isCommand && !event.shiftKey && letter === "k") {
      act = () => open("palette");
    } else if (!isCommand && !isText(event.target) && !areOff() && !document.querySelector("dialog[open]")) {
      act = { "/": () => search()?.focus(), "?": () => open("help") }[event.key];
    }
    if (!act) return;
    event.preventDefault();
    act();
  });
  addEventListener("click", (event) => {
    const opener = event.target.closest?.(":is(a, button)[data-open]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(opener.dataset.open, opener, event);
  });
})();
