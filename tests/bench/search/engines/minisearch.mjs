// MiniSearch as its README shows it for search as you type: all words required, each as a prefix, the title weighted.
// Typos are forgiven if nothing matches exactly, as in Hallway; `minisearch-fuzzy` always forgives them.
import MiniSearch from 'minisearch';
import { columnsOf, counting, openColumns } from '../columns.mjs';
import { get } from '../get.mjs';

export const name = 'MiniSearch';
const OPTIONS = { fields: ['title', 'people', 'organizations', 'themes', 'text', 'event'] };
const SEARCH = { combineWith: 'AND', prefix: true, boost: { title: 4, people: 3, themes: 2 } };
export const FUZZY = { ...SEARCH, fuzzy: 0.2 };

export function build(docs, write) {
  const index = new MiniSearch(OPTIONS);
  index.addAll(docs.map((doc, id) => ({ ...joined(doc), id })));
  write('columns.json', columnsOf(docs));
  write('index.json', JSON.stringify(index));
}

const joined = (doc) => ({ ...doc, people: doc.people.join('\n'), organizations: doc.organizations.join('\n'), themes: doc.themes.join('\n') });

export async function open(base, _loaded, first = SEARCH) {
  const [columns, json] = await Promise.all([openColumns(base), get(`${base}index.json`, 'text')]);
  const index = MiniSearch.loadJSON(json, OPTIONS);
  const find = (text, options) => index.search(text, options).map(({ id }) => id);
  return counting(columns, (text) => {
    const hits = find(text, first);
    return hits.length > 0 || first === FUZZY ? hits : find(text, FUZZY);
  });
}
