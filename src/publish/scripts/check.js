// @ts-check

// The page that checks recaps. The checker, and what the site knows, load once somebody has chosen a file.
import { filled, shown } from "./report.js";

// The limit of a build, too.
const MOST_BYTES = 2_000_001;
const FOLDERS = ["conference", "talk", "theme", "person", "org", "recap"];

const { js, wasm, wasmIntegrity: integrity, known } = document.querySelector("script[data-known]").dataset;
const phrases = JSON.parse(document.getElementById("check-words").textContent);
const said = phrases.page;
const status = document.getElementById("check-status");
const place = document.getElementById("check-report");
const drop = document.getElementById("check-drop");
const input = /** @type {HTMLInputElement} */ (document.getElementById("check-file"));

const bytesOf = async (address, options = {}) => {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
};

/** The checker, and the bytes of what the site knows. */
const load = async () => {
  const [reader, code, site] = await Promise.all([import(js), bytesOf(wasm, { integrity }), bytesOf(known)]);
  await reader.default({ module_or_path: code });
  return { reader, site };
};

let loaded;
const loading = () => {
  loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
};

/** Whether the site has a page about something. Without the names of the site, nothing is linked. */
const pages = async () => {
  try {
    const { palette, names, integrity: sum } = document.querySelector("script[data-palette]").dataset;
    const collection = await (await import(palette)).load(names, sum);
    const all = new Set(collection.names.map(([kind, id]) => `${FOLDERS[kind]}/${id}`));
    return (folder, id) => all.has(`${folder}/${id}`);
  } catch {
    return () => false;
  }
};

const copy = (text) => navigator.clipboard.writeText(text).then(() => { status.textContent = said.copied; }, () => {});

// A file that is chosen while another one is read replaces it.
let turn = 0;

/** @param {File | undefined} file */
const check = async (file) => {
  if (!file) return;
  turn += 1;
  const mine = turn;
  const say = (text) => { status.textContent = filled(text, { file: file.name }); };
  place.replaceChildren();
  if (location.protocol === "file:") return say(said.disk);
  say(said.reading);
  try {
    const [{ reader, site }, isHere, bytes] = await Promise.all([
      loading(), pages(), file.slice(0, MOST_BYTES).arrayBuffer(),
    ]);
    if (mine !== turn) return;
    const report = JSON.parse(reader.check(file.name, new Uint8Array(bytes), site));
    place.replaceChildren(...shown(report, { words: phrases, isHere, copy }));
    say(report.title ? said.done : said.nothing);
  } catch {
    if (mine === turn) say(said.failed);
  }
};

input.addEventListener("change", () => check(input.files[0]));

/** @param {DragEvent} event */
const hasFile = (event) => event.dataTransfer.types.includes("Files");
// Without this, a file that misses the box would replace the page.
addEventListener("dragover", (event) => {
  if (!hasFile(event)) return;
  event.preventDefault();
  drop.classList.add("is-over");
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("is-over"); });
addEventListener("drop", (event) => {
  if (!hasFile(event)) return;
  event.preventDefault();
  drop.classList.remove("is-over");
  input.value = "";
  check(event.dataTransfer.files[0]);
});
