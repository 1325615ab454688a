// @ts-check
// Shows why the client did not start. Two scripts start it and contain this one: `boot.js` on the explorer's page, and
// `publish/embeds/client.js` where no module may load.

/**
 * Puts a notice above the page: its lines, each with the tag of its element, and a button that tries again.
 * @param {(words: DOMStringMap) => [string, string][]} lines
 * @param {DOMStringMap} [words] Of the page's `boot-notice`.
 */
const showNotice = (lines, words = document.getElementById("boot-notice")?.dataset) => {
  if (!words) return;
  const made = (tag, settings) => Object.assign(document.createElement(tag), settings);
  const notice = made("div", { className: "notice" });
  notice.setAttribute("role", "alert");
  notice.append(
    ...lines(words).map(([tag, textContent]) => made(tag, { textContent })),
    made("button", { type: "button", textContent: words.retry, onclick: () => location.reload() }),
  );
  (document.getElementById("explorer") ?? document.body).prepend(notice);
  return notice;
};

/**
 * Puts the page back as it was, with a notice above it.
 * @param {string} reason Names a sentence of the page's `boot-notice`.
 * @param {ChildNode[]} page The content of the explorer's place before the client replaced it; empty if it did not.
 * @param {DOMStringMap} [words] Of the page's `boot-notice`, where that may be gone.
 */
const showFailedStart = (reason, page, words) => {
  const root = document.documentElement;
  const place = document.getElementById("explorer") ?? document.body;
  // A client that stopped halfway leaves nothing that can be trusted. The printed list can.
  if (page.length > 0) place.replaceChildren(...page);
  delete root.dataset.waiting;
  root.dataset.client = "failed";
  showNotice((words) => [["h2", words.title], ["p", words[reason]], ["p", words.stays]], words);
};
