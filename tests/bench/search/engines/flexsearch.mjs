// FlexSearch as its README recommends for search as you type: one index, `tokenize: "forward"`. It ranks by how early a
// word occurs, so the title comes first, then the people. An index of several fields would not find a talk by a word of
// its title and a word of its speaker. It forgives no typos.
import FlexSearch from 'flexsearch';
import { columnsOf, counting, openColumns } from '../columns.mjs';
import { get } from '../get.mjs';

export const name = 'FlexSearch';
const OPTIONS = { tokenize: 'forward' };

export async function build(docs, write) {
  const index = new FlexSearch.Index(OPTIONS);
  docs.forEach((doc, id) => index.add(id, [doc.title, ...doc.people, ...doc.themes, ...doc.organizations, doc.event, doc.text].join('\n')));
  write('columns.json', columnsOf(docs));
  const parts = [];
  await index.export((key, data) => {
    if (data === undefined || data === null) return;
    parts.push(key);
    write(`${key}.json`, data);
  });
  write('parts.json', JSON.stringify(parts));
}

export async function open(base) {
  const index = new FlexSearch.Index(OPTIONS);
  const [columns, parts] = await Promise.all([openColumns(base), get(`${base}parts.json`)]);
  const texts = await Promise.all(parts.map((key) => get(`${base}${key}.json`, 'text')));
  parts.forEach((key, place) => index.import(key, texts[place]));
  return counting(columns, (text) => index.search(text, { limit: columns.ids.length }).map(Number));
}
