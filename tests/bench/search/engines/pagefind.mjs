// Pagefind through its own API for Node: one record for each talk, facets as filters, the title as metadata and
// weighted in the page, as its documentation recommends. It loads an index in pieces. It counts every value once
// `filters()` was called; the counts of the chosen facet are within the choice. `noWorker` keeps it on the page, where
// its bytes and its memory are measurable, and saves messages to and from a worker.
import { FACETS } from '../columns.mjs';

export const name = 'Pagefind';

/** Without its code and its views. */
export const isIndex = (name) => !/\.(js|css)$|^wasm\./.test(name);

export async function build(docs, _write, folder) {
  const pagefind = await import('pagefind');
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
  for (const doc of docs) {
    const filters = FACETS.flatMap((facet) => [doc[facet] ?? []].flat().map((value) => `<i data-pagefind-filter="${facet}[data-v]" data-v="${escape(String(value)).replace(/"/g, '&quot;')}"></i>`));
    const head = `<h1>${escape(doc.title)}</h1><p data-pagefind-weight="5">${escape(doc.people.join(', '))}</p><p data-pagefind-weight="3">${escape(doc.themes.join(', '))}</p>`;
    const content = `<!doctype html><html lang="en"><body>${head}<p>${escape([...doc.organizations, doc.event, doc.text].join('\n'))}</p>${filters.join('')}</body></html>`;
    const { errors } = await index.addHTMLFile({ url: `/${doc.id}`, content });
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }
  const { errors } = await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

export async function open(base) {
  const pagefind = await import(`${base}pagefind.js`);
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  let last = [];
  let hasFilters = false;
  return {
    async ask(text, year, isCounted) {
      if (isCounted && !hasFilters) {
        await pagefind.filters();
        hasFilters = true;
      }
      const found = await pagefind.search(text, year ? { filters: { year: String(year) } } : {});
      last = found.results;
      return last.length;
    },
    names: (n) => Promise.all(last.slice(0, n).map(async (result) => decodeURI((await result.data()).raw_url ?? (await result.data()).url).replace(/^.*\//, '').replace(/\.html$/, ''))),
  };
}
