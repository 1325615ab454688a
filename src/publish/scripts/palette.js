// @ts-check
// Jumps to anything by its name, and shows the keys. A key press loads this script.
import { find } from "./find.js";
import { folded } from "./fold.js";
import { make } from "./make.js";

const read = async (address, options) => {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
};

/** The current names of the collection. A file says which file has them. */
const current = async (address) => {
  const { path, integrity } = await read(address, { cache: "no-cache" });
  return read(new URL(path, new URL(address, location.href)), { integrity });
};

/** @type {Promise<Collection> | undefined} */
let loaded;
/**
 * The names of the collection, loaded once. The explorer numbers them, so it states their integrity. A page may be
 * older than they are, and only knows the file that names them.
 * @returns {Promise<Collection>}
 */
export const load = (address, integrity) => {
  loaded ??= (integrity ? read(address, { integrity }) : current(address))
    .then((data) => {
      for (const name of data.names) name.plain = folded(`${name[2]} ${name[3]}`);
      return data;
    })
    .catch((error) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
};

let styled;
/** Loads the style of the palette, where the page does not have it. Without it everything works, unstyled. */
export const dress = (style) => {
  styled ??= !style || new Promise((done) => {
    document.head.append(make("link", { rel: "stylesheet", href: style, onload: done, onerror: done }));
  });
  return styled;
};

/** Shows a dialog. */
export const show = (dialog) => {
  dialog.addEventListener("close", () => dialog.remove());
  // A click outside of its content targets the dialog itself.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
};

/**
 * Offers every name, or those of one kind; `choose` takes the one that is chosen.
 * @param {Record<string, any>} options
 */
export const palette = async ({ names, integrity, root, style, kind, choose }) => {
  const [data] = await Promise.all([load(names, integrity), dress(style)]);
  if (document.querySelector("dialog[open]")) return;
  const { words, folders, kinds } = data;
  const go = choose ?? ((name) => location.assign(`${root}${folders[name[0]]}/${name[1]}.html`));
  let found = [];
  let active = 0;
  const list = make("ul", { id: "palette-list", role: "listbox", aria: { label: words.found } });
  const status = make("p", { className: "visually-hidden", role: "status" });
  const none = make("p", { className: "quiet", hidden: true, textContent: words.none });
  const input = make("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: false,
    role: "combobox",
    id: "palette-input",
    aria: { expanded: "true", controls: "palette-list", autocomplete: "list" },
  });
  const move = (to) => {
    list.children[active]?.removeAttribute("aria-selected");
    active = (to + found.length) % Math.max(found.length, 1);
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const draw = () => {
    found = find(data, input.value, kind);
    list.replaceChildren(...found.map((name, place) => make(
      "li",
      { id: `palette-${place}`, role: "option" },
      make("span", { className: "palette-name", textContent: name[2] }),
      make("span", { className: "palette-kind", textContent: [kinds[name[0]], name[3]].filter(Boolean).join(" · ") }),
    )));
    none.hidden = found.length > 0;
    status.textContent = found.length > 0 ? words.count.replace("{}", found.length) : words.none;
    move(0);
  };
  const close = make("button", { type: "button", textContent: words.close });
  const dialog = make(
    "dialog",
    { className: "palette", aria: { label: words.label } },
    make("div", { className: "palette-head" }, make("label", { htmlFor: "palette-input", textContent: words.label }), close),
    input, status, none, list,
    make("p", { className: "palette-keys", textContent: words.hint }),
  );
  close.addEventListener("click", () => dialog.close());
  const pick = (name) => {
    dialog.close();
    if (name) go(name);
  };
  input.addEventListener("input", draw);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const act = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      Enter: () => found.length > 0 && pick(found[active]),
      // Not every browser closes a dialog around a search field on the first Escape.
      Escape: () => dialog.close(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  list.addEventListener("click", (event) => {
    const place = [...list.children].indexOf(event.target.closest("li"));
    if (place >= 0) pick(found[place]);
  });
  show(dialog);
  draw();
  input.focus();
};

/** Shows the keys, and lets the reader switch off those of one letter. */
export const help = async ({ names, integrity, style }) => {
  const [{ words }] = await Promise.all([load(names, integrity), dress(style)]);
  if (document.querySelector("dialog[open]")) return;
  const rows = words.keys.map(([key, does]) => make("div", {}, make("dt", {}, make("kbd", { textContent: key })), make("dd", { textContent: does })));
  const box = make("input", { type: "checkbox" });
  try {
    box.checked = localStorage.getItem("hallway:keys") !== "off";
  } catch {
    box.disabled = true;
  }
  box.addEventListener("change", () => {
    try {
      localStorage.setItem("hallway:keys", box.checked ? "on" : "off");
    } catch {
      // The storage is full, or has become unavailable.
      box.checked = !box.checked;
      box.disabled = true;
    }
  });
  const close = make("button", { type: "button", textContent: words.close });
  const dialog = make(
    "dialog",
    { className: "palette", aria: { label: words.help } },
    make("h2", { textContent: words.help }),
    make("dl", { className: "keys" }, ...rows),
    make("p", {}, make("label", {}, box, ` ${words.single}`)),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  show(dialog);
};
