// An address that names something by an id that it once had names it by the one that it has now, before anything
// else reads the address. `data-now` holds them by the key that asks for them, as in theme/asdic=sonar.
(() => {
  "use strict";
  const now = new Map(document.currentScript.dataset.now.split(" ").map((pair) => pair.split("=")));
  // Versions of the data that an embedded view may be asked for: they have the ids of their time.
  const { earlier = "" } = document.documentElement.dataset;
  const mend = () => {
    const { search, hash } = location;
    const [, version] = /[?&]data=(\w+)/.exec(search) ?? [];
    if (version && earlier.split(" ").includes(version)) return;
    const mended = search.replace(/([?&](\w+)=)([^&]*)/g, (_, start, key, ids) => (
      start + ids.split(/(,|%2c)/i).map((id) => now.get(`${key}/${id}`) ?? id).join("")));
    if (mended === search) return;
    try {
      history.replaceState(history.state, "", mended + hash);
    } catch {
      // The view then names what it does not know.
    }
  };
  mend();
  // A host may ask a view for another one.
  addEventListener("popstate", mend);
})();
