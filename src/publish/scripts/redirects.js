// @ts-check
// Replaces former ids in the address by current ones, before anything else reads it: in parameters, and in words of the
// search such as theme:asdic. `data-now` has the current ids by parameter and former id, as in theme/asdic=sonar.
(() => {
  "use strict";
  const now = new Map(document.currentScript.dataset.now.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split("="))));
  // Kept versions of the data, which still use the former ids.
  const { earlier = "" } = document.documentElement.dataset;
  const words = (whole, start, query) => {
    let text = "";
    try {
      text = decodeURIComponent(query.replaceAll("+", " "));
    } catch {
      return whole;
    }
    const corrected = text.replace(/(\w+):([\w-]+)/g, (pair, key, id) => (
      now.has(`${key}/${id}`) ? `${key}:${now.get(`${key}/${id}`)}` : pair));
    return corrected === text ? whole : start + encodeURIComponent(corrected);
  };
  const correct = () => {
    const { search, hash } = location;
    const [, version] = /[?&]data=(\w+)/.exec(search) ?? [];
    if (version && earlier.split(" ").includes(version)) return;
    const corrected = search.replace(/([?&](\w+)=)([^&]*)/g, (_, start, key, ids) => (
      start + ids.split(/(,|%2c)/i).map((id) => now.get(`${key}/${id}`) ?? id).join(""))).replace(/([?&]q=)([^&]*)/, words);
    if (corrected === search) return;
    try {
      history.replaceState(history.state, "", corrected + hash);
    } catch {
      // The view then names the unknown ids.
    }
  };
  correct();
  // The page around an embedded view may request another view.
  addEventListener("popstate", correct);
})();
