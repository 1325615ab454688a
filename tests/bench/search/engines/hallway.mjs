// Hallway: `hallway bundle` from the data folder, and the client's engine compiled separately (../engine.rs). It
// fetches words when a query needs them, and titles when they are shown. An answer always has the counts of all values.
import { get } from '../get.mjs';

export const name = 'Hallway';

/** The command that builds the index of the data folder. */
export const command = (hallway, data, folder) => [hallway, 'bundle', data, '--out', folder];

/** Without the texts, which load for visible hits, and without the files for programs and the table of themes. */
export const isIndex = (name) => /^(explorer|search|words|places|shelf|titles)-/.test(name);

/** What the page of a site says about the bundle: where the catalog index is. */
export async function start(folder) {
  const { readFile, writeFile } = await import('node:fs/promises');
  const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8'));
  const { path } = manifest.files.find(({ role }) => role === 'explorer');
  await writeFile(`${folder}/start.json`, JSON.stringify({ path }));
}

export async function load() {
  const glue = await import('/engine/search_engine.js');
  await glue.default({ module_or_path: '/engine/search_engine_bg.wasm' });
  return glue;
}

export async function open(base, { Collection }) {
  const bytes = (path) => get(base + path, 'bytes');
  const { path } = await get(`${base}start.json`);
  const collection = Collection.open(await bytes(path));
  let hasWords = false;
  const address = (text, year) => `?q=${encodeURIComponent(text)}${year ? `&year=${year}` : ''}`;
  const ask = (query) => {
    const total = collection.ask(query);
    collection.counts();
    return total;
  };
  return {
    ask(text, year) {
      const query = address(text, year);
      if (hasWords && collection.missing(query) === '') return ask(query);
      return this.fetched(query);
    },
    async fetched(query) {
      if (!hasWords) collection.put_postings(await bytes(collection.words_path()));
      hasWords = true;
      const paths = collection.missing(query).split('\n').filter(Boolean);
      const parts = await Promise.all(paths.map(bytes));
      parts.forEach((part, place) => collection.put_missing(place, part));
      return ask(query);
    },
    async names(n) {
      const paths = collection.shelves(n).split('\n').filter(Boolean);
      for (const shelf of await Promise.all(paths.map(bytes))) collection.put_shard(n, shelf);
      return collection.names(n).split('\n');
    },
  };
}
