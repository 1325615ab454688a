// @ts-check

// Shows the report on a file. Its contents always become text, and only web addresses become links.
import { make } from "./make.js";

/**
 * A text with its gaps filled.
 * @param {string} text with `{name}` for each gap
 * @param {Record<string, string | number>} values
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => String(values[name] ?? gap));

/** @param {string} url */
const isOfTheWeb = (url) => /^(https?|mailto):/i.test(url);

const MARKS = { emphasis: "em", strong: "strong", deleted: "del" };

/** @returns {(Node | string)[]} */
const inlines = (parts) => parts.map((part) => {
  if (part === "break") return make("br");
  const [[kind, value]] = Object.entries(part);
  if (kind === "text") return value;
  if (kind === "code") return make("code", { textContent: value });
  if (kind !== "link") return make(MARKS[kind] ?? "span", {}, ...inlines(value));
  return isOfTheWeb(value.url)
    ? make("a", { href: value.url, rel: "nofollow noopener" }, ...inlines(value.text))
    : make("span", {}, ...inlines(value.text));
});

const table = (value) => {
  const [head = [], ...rows] = value.rows ?? value;
  const row = (tag) => (cells) => make("tr", {}, ...cells.map((cell) => make(tag, {}, ...inlines(cell))));
  return make("div", { className: "table-scroll", tabIndex: 0, role: "group" },
    make("table", {}, make("thead", {}, row("th")(head)), make("tbody", {}, ...rows.map(row("td")))));
};

const BLOCKS = {
  paragraph: (text) => make("p", {}, ...inlines(text)),
  // The headings of the page are above those of the file.
  heading: ({ text }) => make("h4", {}, ...inlines(text)),
  list: ({ start, items }) => make(start === undefined ? "ul" : "ol", start === undefined ? {} : { start },
    ...items.map((item) => make("li", {}, ...blocks(item)))),
  quote: (inner) => make("blockquote", {}, ...blocks(inner)),
  code: ({ text }) => make("pre", {}, make("code", { textContent: text })),
  image: ({ alt, url }) => make("p", { className: "quiet", textContent: alt || url }),
  video: ({ provider, id }) => make("p", { className: "quiet", textContent: `${provider}: ${id}` }),
  table,
};

/** @returns {Node[]} */
const blocks = (all) => all.map((block) => {
  if (block === "rule") return make("hr");
  const [[kind, value]] = Object.entries(block);
  return BLOCKS[kind]?.(value) ?? make("p");
});

/**
 * The report as elements.
 * @param {any} report what the checker found
 * @param {{ words: any, isHere: (folder: string, id: string) => boolean, copy: (text: string) => void }} around
 */
export const shown = (report, { words, isHere, copy }) => {
  const said = words.page;
  const section = (title, ...children) => (
    make("section", { className: "page-section" }, make("h2", { textContent: title }), ...children));
  const quiet = (textContent) => make("p", { className: "quiet", textContent });
  // Texts of the file and of the checker may be in another language than the page.
  const foreign = (textContent) => make("bdi", { textContent });
  const english = (tag, textContent, className = "") => make(tag, { textContent, className, lang: "en", dir: "ltr" });
  const named = (folder, id, name) => (
    isHere(folder, id) ? make("a", { href: `./${folder}/${encodeURIComponent(id)}.html` }, foreign(name)) : foreign(name));
  const place = (first, last) => {
    if (!first) return said.whole_file;
    return filled(first < last ? said.lines : said.line, { first, last });
  };

  const reasons = (all) => make("details", { className: "provenance" },
    make("summary", { textContent: said.reasons }),
    make("ul", { className: "reasons" }, ...all.map(({ method, rule, words: why, first, last, is_uncertain: isUnsure }) => (
      make("li", {},
        `${words.method[method]} ${words.rule[rule]}${words.full_stop}`, english("span", why), " ",
        ...(isUnsure ? [make("strong", { className: "uncertain", textContent: said.uncertain }), " "] : []),
        make("span", { className: "reason-lines", textContent: place(first, last) }))))));
  const found = ({ folder, id, name, count, reasons: why }) => make("li", {},
    named(folder, id, name),
    ...(count ? [" ", make("span", { className: "count", textContent: filled(said.times, { n: count }) })] : []),
    ...(why.length > 0 ? [reasons(why)] : []));
  const list = (items) => make("ul", { className: "plain" }, ...items);

  const known = () => {
    const { recaps, n_sentences: all } = report;
    const verdict = () => {
      if (recaps[0]?.is_same) return said.is_here;
      return recaps.length > 0 ? said.is_partly_here : said.is_new;
    };
    const items = recaps.map(({ id, title, n_sentences: n, has_address: hasAddress, has_title: hasTitle }) => {
      const signs = [
        n > 0 && filled(said.sentences, { n, all }), hasAddress && said.same_address, hasTitle && said.same_title,
      ];
      return make("li", {}, make("a", { href: `./recap/${encodeURIComponent(id)}.html` }, foreign(title)),
        make("p", { className: "quiet", textContent: signs.filter(Boolean).join(" · ") }));
    });
    return section(said.known, make("p", { textContent: verdict() }), ...(items.length > 0 ? [list(items)] : []));
  };

  const problem = ({ severity, code, line, message, help, excerpt }) => make("li", {},
    make("p", {}, make("strong", { textContent: said[severity] }), " ",
      make("span", { className: "reason-lines", textContent: place(line, line) })),
    ...(excerpt ? [make("pre", { tabIndex: 0 }, make("code", { textContent: excerpt }))] : []),
    english("p", `${message}.`, "is-message"),
    english("p", help, "quiet is-message"),
    make("p", { className: "quiet" }, make("code", { textContent: code })));

  const talk = ({ id, title, kind, speakers, themes, reasons: why }) => make("li", {},
    make("span", { className: "note-title" }, named("talk", id, title)),
    ...(speakers.length > 0 ? [make("p", { className: "note-authors" }, foreign(speakers.join(", ")))] : []),
    quiet([words.kind[kind], ...themes].join(" · ")),
    ...(why.length > 0 ? [reasons(why)] : []));

  const header = () => {
    const button = make("button", { type: "button", textContent: said.copy });
    button.addEventListener("click", () => copy(report.header));
    return section(said.header, quiet(said.header_about),
      make("pre", { tabIndex: 0 }, make("code", { textContent: report.header })),
      // Without https a browser has no clipboard to copy to.
      ...(navigator.clipboard ? [button] : []));
  };

  const preview = () => section(said.preview, ...report.notes.map(({ title, blocks: text }) => (
    make("div", { className: "prose", dir: "auto" }, ...(title ? [make("h3", {}, foreign(title))] : []), ...blocks(text)))));

  const some = (title, items, none) => section(title, items.length > 0 ? list(items) : quiet(none));
  const left = report.left_out ? [make("p", { className: "notice" }, `${said.left_out} `, english("span", report.left_out))] : [];
  const problems = some(said.problems, report.problems.map(problem), said.no_problems);
  if (!report.title) return [...left, problems];
  const { conference, talks, themes, names } = report;
  return [
    make("h2", {}, foreign(report.title)),
    ...left,
    known(),
    problems,
    some(said.conference, conference ? [found(conference)] : [], said.no_conference),
    some(said.talks, talks.map(talk), said.no_talks),
    some(said.themes, themes.map(found), said.no_themes),
    ...(names.length > 0 ? [section(said.names, list(names.map(found)))] : []),
    header(),
    preview(),
  ];
};
