// itemsjs: made for facets, which it counts itself. It has no index to store, so it builds one from the texts when it
// is opened; beyond 10,000 talks that takes too long.
import { get } from '../get.mjs';
import { FACETS } from '../columns.mjs';

export const name = 'itemsjs';
export const most = 10_000;

export function build(docs, write) {
  write('docs.json', JSON.stringify(docs));
}

export const load = () => import('itemsjs').then((module) => module.default);

export async function open(base, itemsjs) {
  const docs = await get(`${base}docs.json`);
  const aggregations = Object.fromEntries(FACETS.map((facet) => [facet, { size: 1_000_000, conjunction: false }]));
  const items = itemsjs(docs, { searchableFields: ['title', 'people', 'organizations', 'themes', 'text', 'event'], aggregations });
  let last = [];
  return {
    ask(query, year, isCounted) {
      const found = items.search({ query, per_page: 10, filters: year ? { year: [year] } : {}, is_all_filtered_items: false, ...(isCounted ? {} : { facets_fields: [] }) });
      last = found.data.items;
      return found.pagination.total;
    },
    names: async (n) => last.slice(0, n).map(({ id }) => id),
  };
}
