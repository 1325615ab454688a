// Fuse has no index: it compares every text with the query. Keys have weights, `ignoreLocation` is on since texts are
// long, and the threshold is stricter than usual so that not everything matches. Beyond 1,000 talks a query takes
// seconds.
import Fuse from 'fuse.js';
import { columnsOf, counting, openColumns } from '../columns.mjs';
import { get } from '../get.mjs';

export const name = 'Fuse';
export const most = 1_000;
const OPTIONS = {
  keys: [['title', 8], ['people', 5], ['organizations', 4], ['themes', 3], ['text', 1], ['event', 0.5]].map(([key, weight]) => ({ name: key, weight })),
  ignoreLocation: true,
  threshold: 0.3,
};

export function build(docs, write) {
  write('columns.json', columnsOf(docs));
  write('docs.json', JSON.stringify(docs.map(({ title, people, organizations, themes, text, event }) => ({ title, people, organizations, themes, text, event }))));
}

export async function open(base) {
  const [columns, docs] = await Promise.all([openColumns(base), get(`${base}docs.json`)]);
  const fuse = new Fuse(docs, OPTIONS);
  return counting(columns, (text) => fuse.search(text).map(({ refIndex }) => refIndex));
}
