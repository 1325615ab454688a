// Orama as in its documentation: a schema, boosts, words as prefixes (its default), all of them required (`threshold:
// 0`), the database stored by `save`. One typo is forgiven (`tolerance: 1`) if nothing matches.
import { create, insertMultiple, load as restore, save, search } from '@orama/orama';
import { columnsOf, counting, openColumns } from '../columns.mjs';
import { get } from '../get.mjs';

export const name = 'Orama';
export const most = 21_999;
const schema = { title: 'string', people: 'string[]', organizations: 'string[]', themes: 'string[]', text: 'string', event: 'string' };
const boost = { title: 4, people: 3, themes: 2 };

export async function build(docs, write) {
  const db = create({ schema });
  const items = docs.map(({ title, people, organizations, themes, text, event }, id) => ({ id: String(id), title, people, organizations, themes, text, event }));
  await insertMultiple(db, items, 1_000);
  write('columns.json', columnsOf(docs));
  write('index.json', JSON.stringify(save(db)));
}

export async function open(base) {
  const [columns, saved] = await Promise.all([openColumns(base), get(`${base}index.json`)]);
  const db = create({ schema });
  restore(db, saved);
  const find = (term, tolerance) => search(db, { term, boost, threshold: 0, tolerance, limit: columns.ids.length }).hits.map(({ id }) => Number(id));
  return counting(columns, (text) => {
    const hits = find(text, 0);
    return hits.length > 0 ? hits : find(text, 1);
  });
}
