// @ts-check

// Saves the listed entries in formats for other programs. The site has exports of the whole collection. This script
// cuts them to the listed entries, so that only Rust writes each format.
import { make } from "./make.js";
import { dress, load, show } from "./palette.js";

const TALK = 1;

const fetched = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
};

const escaped = (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

/**
 * Talks as a list in Markdown, with their recaps. `talks` are rows of the names, or ids without one.
 * @param {{ title: string, talks: Row[], names: Row[], root: string }} list
 */
export const markdown = ({ title, talks, names, root }) => {
  const page = (path) => `<${new URL(root + path, document.baseURI).href.replace(/[?#].*$/, "")}>`;
  const items = talks.map(([, id, name, detail, recaps]) => {
    const lines = [`- [${escaped(name)}](${page(`talk/${id}.html`)})${detail && `  \n  ${escaped(detail)}`}`];
    for (const [, recap, called, who, source] of recaps.map((place) => names[place])) {
      lines.push(`  - ${escaped(who)}: [${escaped(called)}](${source ? `<${source}>` : page(`recap/${recap}.html`)})`);
    }
    return lines.join("\n");
  });
  return `# ${escaped(title)}\n\n${items.join("\n")}\n`;
};

/** Downloads a file to the reader. */
export const save = (name, text, type) => {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

/** The rows of a CSV table. A row ends with a line break that is not within quotes. */
export const rowsOf = (table) => table.match(/(?:"(?:[^"]|"")*"|[^"\n])*\n/g) ?? [];
/** The first cell of a CSV row. */
export const firstCell = (row) => /^(?:"((?:[^"]|"")*)"|([^,]*))/.exec(row).slice(1).join("").replaceAll('""', '"');

/**
 * The rows of a table of talks that have one of some ids.
 * @param {string} table CSV
 * @param {Set<string>} ids
 * @param {string} site the address of the folder of the site
 */
export const tableOf = (table, ids, site) => {
  const [head, ...rows] = rowsOf(table);
  // The pages of talks are relative to the file, and the file moves.
  const moved = (row) => row.replace(/(,"?)\.\.\/([^,]*)$/, (_, open, path) => open + site + path);
  return [head, ...rows.filter((row) => ids.has(firstCell(row))).map(moved)].join("");
};

const talksTable = async (root, talks) => {
  const address = new URL(`${root}export/talks.csv`, document.baseURI);
  const ids = new Set(talks.map((talk) => talk[1]));
  return tableOf(await fetched(address), ids, new URL("../", address).href);
};

/**
 * The references that have one of some ids.
 * @param {string} all BibTeX
 * @param {Set<string>} ids
 */
export const referencesOf = (all, ids) => (
  all.split(/\n(?=@)/).filter((entry) => ids.has(/^@\w+\{([^,]+),/.exec(entry)?.[1])).join("\n"));

const references = async (root, recaps) => (
  referencesOf(await fetched(`${root}export/recaps.bib`), new Set(recaps.map((recap) => recap[1]))));

/** Offers what the explorer lists as files. `opener` has the numbers of the entries. */
export const take = async ({ names: address, integrity, root, style, opener }) => {
  // The numbers are missing until the client has started. It repeats the click.
  if (opener.dataset.entries === undefined) return;
  const numbers = opener.dataset.entries.split(",").filter(Boolean);
  const [{ words, names, entries }] = await Promise.all([load(address, integrity), dress(style)]);
  if (document.querySelector("dialog[open]")) return;
  const listed = [...new Set(numbers.map((number) => names[entries[number]]))];
  const talks = listed.filter((row) => row[0] === TALK);
  const recaps = [...new Set(listed.flatMap((row) => (row[0] === TALK ? row[4].map((place) => names[place]) : [row])))];
  /** @type {[name: string, type: string, write: () => string | Promise<string>][]} */
  const files = [
    ["talks.csv", "text/csv", () => talksTable(root, talks)],
    ["recaps.bib", "application/x-bibtex", () => references(root, recaps)],
    ["talks.md", "text/markdown", () => markdown({ title: document.title, talks, names, root })],
  ];
  const status = make("p", { className: "quiet", role: "status" });
  const choices = files.map(([name, type, write], place) => {
    const [label, about] = words.forms[place];
    const button = make("button", { type: "button", textContent: label });
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        save(name, await write(), type);
      } catch {
        status.textContent = words.failed;
      }
    });
    return make("li", {}, button, make("span", { className: "quiet", textContent: about }));
  });
  const close = make("button", { type: "button", textContent: words.close });
  const dialog = make(
    "dialog",
    { className: "palette", aria: { label: words.export } },
    make("h2", { textContent: words.export }),
    make("p", { textContent: words.contents.replace("{talks}", talks.length).replace("{recaps}", recaps.length) }),
    make("ul", {}, ...choices),
    status,
    close,
  );
  close.addEventListener("click", () => dialog.close());
  show(dialog);
};
