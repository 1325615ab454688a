// Judged queries: which documents a reader would want at the top.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The queries judged on a collection, `shipped` or `pyvideo`, each with the ids of what is wanted. */
export function judgedOn(collection, docs) {
  const { queries } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'judged.json'), 'utf8'));
  const own = queries.filter((judged) => judged.in === collection);
  return own.map((judged) => {
    const wanted = docs.filter((doc) => isWanted(doc, judged)).map(({ id }) => id);
    if (wanted.length === 0) throw new Error(`nothing in ${collection} is what "${judged.query}" looks for`);
    return { ...judged, wanted };
  });
}

function isWanted(doc, { title = [], person, theme, year }) {
  const holds = title.some((part) => fold(doc.title).includes(fold(part)));
  const names = (list, name) => name && list.some((it) => fold(it) === fold(name));
  return (holds || names(doc.people, person) || names(doc.themes, theme)) && (!year || doc.year === year);
}

/** The reciprocal rank of the first wanted name; 0 if it is not among them. */
export function reciprocalRank(names, wanted) {
  return 1 / (names.findIndex((name) => wanted.includes(name)) + 1 || Infinity);
}
