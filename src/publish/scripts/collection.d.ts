// What Rust writes for the palette (`finder_names.rs`) and in front of the explorer's module (`page_scripts.rs`).

/** Kind, id, name, what distinguishes it; then the rows of a talk's recaps, or the address of a recap's original. */
type Row = [kind: number, id: string, name: string, detail: string, more?: any] & { plain?: string };

interface Collection {
  words: Record<string, any>;
  folders: string[];
  kinds: string[];
  names: Row[];
  /** The rows that the palette begins with. */
  first: number[];
  entries: number[];
}

/** The columns and marks of a timeline chart that is too dense for a mark of each conference. */
interface Dense {
  columns: [day: number, n: number][];
  marks: [x: number, column: number | null, name: string, lanes: (number | null)[]][];
  from: number;
  lanes: number[];
  foot: number;
}

declare const words: Record<string, string>;
declare const table: { heads: string[]; rows: [name: string, href: string, cells: (string | number)[]][] };
declare const dense: Dense | null;
