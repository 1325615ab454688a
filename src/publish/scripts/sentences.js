// @ts-check
// Opens what recaps say about a theme in one year, below the pressed wave. The page of the theme has the notes, by
// year.
import { make } from "./make.js";
import { dress } from "./palette.js";

const N_SHOWN = 3;

/**
 * The page at an address, as a document that runs nothing.
 * @param {string} address
 * @returns {Promise<Document>}
 */
const pageAt = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.responseType = "document";
  request.onload = () => (request.status < 400 && request.response ? resolve(request.response) : reject(new Error(String(request.status))));
  request.onerror = () => reject(new Error(address));
  request.send();
});

/** The pressed year, or the year of the peak if a key or the theme's name was pressed. */
const yearOf = (link, { detail, clientX }) => {
  const { first, years } = link.closest("ol").dataset;
  const { left, width } = link.querySelector("svg").getBoundingClientRect();
  const at = (clientX - left) / width;
  if (detail === 0 || at < 0 || at >= 1) return Number(link.dataset.year);
  return Number(first) + Math.floor(at * Number(years));
};

/** Some of the notes, from as many authors as possible; those with the name of the theme come first. */
const choice = (items) => {
  const isMarked = (item) => item.querySelector("mark") !== null;
  const sorted = [...items].sort((a, b) => Number(isMarked(b)) - Number(isMarked(a)));
  const authors = sorted.map((item) => item.querySelector(".note-authors")?.textContent);
  const isFirst = (_, place) => authors.indexOf(authors[place]) === place;
  return [...sorted.filter(isFirst), ...sorted.filter((item, place) => !isFirst(item, place))].slice(0, N_SHOWN);
};

/** The notes of a page, by year, each with the name of its conference. */
const notesByYear = (page) => {
  /** @type {Map<number, HTMLElement[]>} */
  const notes = new Map();
  for (const head of page.querySelectorAll("h3[data-year]")) {
    const year = Number(head.dataset.year);
    const items = [...head.nextElementSibling.children];
    for (const item of items) item.querySelector(".note-authors")?.append(` · ${head.textContent}`);
    notes.set(year, [...(notes.get(year) ?? []), ...items]);
  }
  return notes;
};

/** What the page says of a year: how many of its recaps name the theme, or only the year. */
const said = (page, year) => {
  const { id } = page.querySelector(`h3[data-year="${year}"]`);
  return page.querySelector(`.life a[href="#${id}"] > :last-child`)?.textContent ?? String(year);
};

/** Shows the notes of a year, and offers the other years and the whole page. */
const draw = ({ panel, page, notes, close, address }, year) => {
  const items = choice(notes.get(year)).map((item) => {
    // The page may be in another folder.
    for (const link of item.querySelectorAll("a")) link.setAttribute("href", link.href);
    return document.importNode(item, true);
  });
  const { about, done } = page.querySelector("[data-about]").dataset;
  const head = make("div", { className: "wave-head" },
    make("h2", { textContent: `${page.querySelector("h1").textContent} · ${said(page, year)}` }),
    make("a", { href: address, textContent: about }),
    make("button", { type: "button", className: "quiet-button", textContent: done, onclick: close }));
  const buttons = [...notes.keys()].sort().map((it) => {
    const button = make("button", { type: "button", textContent: it, aria: { pressed: it === year } });
    button.addEventListener("click", () => {
      draw({ panel, page, notes, close, address }, it);
      panel.querySelector("[aria-pressed=true]").focus();
    });
    return button;
  });
  panel.replaceChildren(head, make("p", { className: "wave-times" }, ...buttons), make("ul", {}, ...items));
};

/** Opens the notes of the wave at `opener`, or closes them. */
export const sentences = async ({ opener, event, style }) => {
  const year = yearOf(opener, event);
  const open = document.querySelector(".wave-notes");
  const isSame = open?.previousElementSibling === opener && Number(open.dataset.year) === year;
  open?.previousElementSibling.removeAttribute("aria-expanded");
  open?.remove();
  if (isSame) return;
  const [page] = await Promise.all([pageAt(opener.href), dress(style)]);
  const notes = notesByYear(page);
  // It may be a year in which nobody names the theme.
  const [closest] = [...notes.keys()].sort((a, b) => Math.abs(a - year) - Math.abs(b - year));
  if (closest === undefined) throw new Error(opener.href);
  const panel = make("div", { className: "wave-notes" });
  panel.dataset.year = String(year);
  const close = () => {
    panel.remove();
    opener.removeAttribute("aria-expanded");
    opener.focus();
  };
  draw({ panel, page, notes, close, address: opener.pathname }, closest);
  document.querySelector(".wave-notes")?.remove();
  opener.setAttribute("aria-expanded", "true");
  opener.after(panel);
};
