// The names that Rust and the scripts share. `tsc` checks the scripts against this file, and
// `tests/suite/house/shared_names.rs` checks both sides: every shared name is here, and every name here is used.

/** Attributes, in the spelling of `dataset`: `needsTalks` is `data-needs-talks` on the page. */
interface DOMStringMap {
  // On `<html>`.
  /** The state of the client: loading, ready or failed. */
  client: string;
  /** Set while the page waits for what the reader asked for. */
  waiting: string;
  /** How much frames an embedded view: none, min or full. */
  chrome: string;
  /** The color scheme of an embedded view: light, dark or auto. */
  scheme: string;
  /** The version of the data. */
  version: string;
  /** The versions of the data that are kept, newest first, with spaces between. */
  earlier: string;
  /** How many bytes are sent for an embedded view. */
  weight: string;

  // On scripts.
  /** The module and the wasm of the client or the checker, and the integrity of the wasm. */
  js: string;
  wasm: string;
  wasmIntegrity: string;
  /** The path from the page to the folder of the site. */
  root: string;
  /** The module of the palette. */
  palette: string;
  /** On `<html>`, set when other code removed a part of the page. On the script of the keys, the message if a key could
   * not open the palette. */
  lost: string;
  /** The names of the collection, and their integrity where the explorer numbers them. */
  names: string;
  integrity: string;
  /** The module that the explorer loads. */
  explorer: string;
  /** The style sheet that the palette needs and the explorer does not have. */
  style: string;
  /** The current ids by former ones, e.g. theme/asdic=sonar. */
  now: string;
  /** What the site tells the checker. */
  known: string;
  /** The folder of the scripts that contain the files of the dataset. */
  files: string;

  // On the words for a failed start.
  /** The heading, what stays on the page, and the button; and a sentence for each reason. */
  title: string;
  stays: string;
  retry: string;
  disk: string;
  offline: string;
  data: string;
  crash: string;

  // On the first page.
  /** The address asks for a view, so the page shows only the explorer. */
  alone: string;
  /** The first year of the waves. */
  first: string;
  /** The year of a peak, or of the notes below a heading. */
  year: string;
  /** On the notes of a theme: the words of a link to them all, and of the button that closes some of them. */
  about: string;
  done: string;

  // On pages.
  /** Where a part of the site belongs that the curator set up: at the start or at the end. */
  site: string;
  /** The address of a player. */
  player: string;
  /** Leads back to the list. */
  back: string;
  /** What a button opens: a function of the palette's module. */
  open: string;
  /** The text of a copy button. */
  copy: string;
  /** A link to the page itself, whose address the build may not know. */
  here: string;
  /** The folders that have pages, and the name of the start page. */
  folders: string;
  home: string;
  /** Conferences in the order of the table, or how many recaps of each name a theme. */
  editions: string;
  /** The entries that the explorer lists, by number. */
  entries: string;
  /** The id of a talk with a star, and what the star says when it is on and off. */
  star: string;
  on: string;
  off: string;
  /** A link to the reading list. */
  readingList: string;
  /** Shown only while the reading list has talks. */
  needsTalks: string;
  /** What a button does. */
  do: string;
  /** The states that show a part of the offer to save the site. */
  when: string;
  /** The places of a theme in each order of the table. */
  ranks: string;
  /** Which side of a comparison a list shows. */
  side: string;
  /** Words with a gap that a script fills. */
  words: string;
  /** How many talks the timeline chart found, by mark. */
  found: string;
  /** The zoom of the timeline chart in percent, and whether it is zoomed in. */
  scale: string;
  zoomed: string;
  close: string;

  // On embedded views and the pages about them.
  /** The page of the site that shows the same, below the folder of the site. */
  whole: string;
  /** The query of the view, how many entries it shows, and how many of each year. */
  query: string;
  count: string;
  years: string;
  /** Stays when the client replaces the page. */
  kept: string;
  /** The form of an embedding, and what its button says after copying. */
  form: string;
  copied: string;
  /** The path of a page within the single page. */
  page: string;
  /** The path of a picture that the single page holds. */
  picture: string;
}

/** Events. */
interface WindowEventMap {
  /** The client shows the explorer. */
  "hallway:ready": Event;
  /** The client shows an embedded view. */
  "hallway-client": Event;
}

/** Messages between an embedded view and the page around it; `public/docs/embedding.md` describes them. */
type MessageType = "hello" | "set" | "get" | "ready" | "state" | "height" | "select" | "open" | "error";

/** Global names. */
interface Window {
  /** Never set: the build replaces it in the element if pages have no embedded pages. */
  areBare?: boolean;
  /** Takes a file of the dataset from the script that contains it. */
  hallwayFile(name: string, text: string): void;
  /** The client as a classic script. */
  hallwayClient: { default(options: object): Promise<unknown>; start(index: Uint8Array): string | undefined };
  /** What the scripts of an embedded view share. */
  hallwayEmbed: {
    rest: string[];
    options: Record<string, string>;
    tell(type: MessageType, more?: object): void;
    changed(): void;
  };
  /** The newest version of the data. */
  hallwayNow: string;
}

interface HTMLElement {
  /** The reader's own list of talks. */
  hallwayList: {
    canKeep: boolean;
    /** Part of the address of a list that could not be stored. */
    UNKEPT: string;
    show(): void;
    kept(): string[];
    keep(ids: string[]): void;
  };
}
