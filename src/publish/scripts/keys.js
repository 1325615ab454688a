// The keys of every page. What they open is a file of its own, loaded at the first call.
(() => {
  "use strict";
  const { palette, explorer, ...tools } = document.currentScript.dataset;
  const areOff = () => {
    try {
      return localStorage.getItem("hallway:keys") === "off";
    } catch {
      return false;
    }
  };
  const search = () => document.getElementById("search");
  const open = async (what, opener) => {
    try {
      const module = await import(palette);
      await module[what]({ ...tools, opener });
    } catch {
      // From a disk, or off line: the search is the next best.
      search()?.focus();
    }
  };
  // What the explorer offers beyond its list: nothing that it needs.
  if (explorer) addEventListener("hallway:ready", () => import(explorer).catch(() => {}));
  const isText = (target) => target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]");

  addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    let act;
    if (isCommand && !event.shiftKey && event.key.toLowerCase() === "k") {
      act = () => open("palette");
    } else if (!isCommand && !isText(event.target) && !areOff() && !document.querySelector("dialog[open]")) {
      act = { "/": () => search()?.focus(), "?": () => open("help") }[event.key];
    }
    if (!act) return;
    event.preventDefault();
    act();
  });
  addEventListener("click", (event) => {
    const opener = event.target.closest?.("button[data-open]");
    if (opener) open(opener.dataset.open, opener);
  });
})();
