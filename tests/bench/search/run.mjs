// Compares Hallway's search with others, in one browser, on the same talks and the same queries. It writes RESULTS.md
// and RESULTS.json.
//
//   node tests/bench/search/run.mjs --hallway FILE --client DIR --engine DIR [options]
//
//   --archive PATH     recordings in the layout of PyVideo, a folder or packed; invented talks without it
//   --sizes 30,1000    how many talks (30,1000,10000,21700); more than the archive has are made out of it
//   --peers a,b        names of files in engines/ (all of them)
//   --work DIR         where corpora and indexes go, and stay for the next run
//   --out DIR          where the results go (beside this file)
//   --seconds N        for the warm queries of one engine, twice (8)
//   --no-frames        without the explorer and the list
//   --relevance        only the judged queries; peers are asked with their indexes of an earlier run, where there are some
//   --keep             sizes and relevance of the run before that this one does not measure stay in the results
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotli, serve } from '../../serve.mjs';
import { chromium, launch } from '../../e2e/browser.mjs';
import { figuresOf, relevanceOf } from './ask.mjs';
import { measuredBuild } from './build.mjs';
import { archive, dataOf, documentsOf, filesBelow, writeJson } from './corpus.mjs';
import { explorerOf, framesOf } from './frames.mjs';
import { judgedOn } from './judging.mjs';
import { queriesOf } from './queries.mjs';
import { markdown } from './report.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const QUALITY = 6;
const ALL_TALKS = 21_700;
/** About as many as `data` holds. */
const SHIPPED_ENTRIES = 1_000;
// Precise clocks, and memory reported at once.
const ISOLATED = { headers: { 'Cache-Control': 'no-cache', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } };
const FLAGS = ['--enable-blink-features=ForceEagerMeasureMemory', '--js-flags=--max-old-space-size=8000'];

const { values: options } = parseArgs({
  options: {
    hallway: { type: 'string' }, client: { type: 'string' }, engine: { type: 'string' }, archive: { type: 'string' },
    sizes: { type: 'string', default: '30,1000,10000,21700' }, peers: { type: 'string' }, work: { type: 'string', default: path.join(os.tmpdir(), 'hallway-bench-search') },
    out: { type: 'string', default: here }, seconds: { type: 'string', default: '8' }, 'no-frames': { type: 'boolean', default: false }, keep: { type: 'boolean', default: false },
    relevance: { type: 'boolean', default: false },
  },
});
const work = path.resolve(options.work);
const site = path.join(work, 'site');
const started = Date.now();
const tell = (text) => console.log(`${new Date(Date.now() - started).toISOString().slice(11, 19)}  ${text}`);
const PEERS = 'pagefind,minisearch,minisearch-fuzzy,flexsearch,lunr,orama,itemsjs,fuse';
const names = ['hallway', ...(options.peers ?? PEERS).split(',').filter(Boolean)];
const adapters = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await import(`./engines/${name}.mjs`)])));

/** The files that the browser loads: the page, and each engine in one file. */
function prepareSite() {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(path.join(site, 'engines'), { recursive: true });
  const { buildSync } = createRequire(`${path.join(root, '.tools/shrink/node_modules')}/`)('esbuild');
  for (const name of names) {
    buildSync({
      entryPoints: [path.join(here, `engines/${name}.mjs`)], outfile: path.join(site, `engines/${name}.mjs`), bundle: true, format: 'esm',
      platform: 'browser', minify: true, external: ['node:*', 'pagefind', '/engine/*'], logLevel: 'error',
    });
  }
  for (const file of ['page.html', 'page.mjs', 'list.html']) symlinkSync(path.join(here, file), path.join(site, file));
  symlinkSync(path.resolve(options.engine), path.join(site, 'engine'));
  mkdirSync(path.join(work, 'index'), { recursive: true });
  symlinkSync(path.join(work, 'index'), path.join(site, 'index'));
}

/** Builds each index that can hold that many talks: where it is, what it took, and what Hallway found in it. */
async function buildAll(label, data, talks) {
  const built = {};
  const documents = path.join(work, `documents-${label}.json`);
  let docs = [];
  for (const name of names) {
    const adapter = adapters[name];
    if (talks > (adapter.most ?? Infinity)) continue;
    const base = `/index/${label}/${adapter.indexOf ?? name}/`;
    if (adapter.indexOf && built[adapter.indexOf]) {
      built[name] = { ...built[adapter.indexOf] };
      continue;
    }
    const out = path.join(site, base);
    if (options.relevance && name !== 'hallway' && existsSync(out)) {
      built[name] = { base };
      continue;
    }
    const build = await measuredBuild(name, adapter, { hallway: options.hallway, data, documents, out });
    tell(`  ${adapter.name} built in ${build.seconds.toFixed(1)} s with ${Math.round(build.mebibytes)} MiB`);
    built[name] = { base, build };
    if (name === 'hallway') {
      docs = documentsOf(out);
      writeJson(documents, docs);
    }
  }
  return { built, docs };
}

/** The files for answers and lists: no code, and none of the files for others. */
async function wholeKilobytes(folder, { isIndex = () => true }) {
  let sum = 0;
  for (const file of filesBelow(folder)) {
    if (isIndex(path.basename(file))) sum += (await brotli(readFileSync(file), QUALITY)).length;
  }
  return sum / 1000;
}

async function measureSize(browser, url, talks, data) {
  tell(`${talks.toLocaleString('en')} talks`);
  const { built, docs } = await buildAll(`t${talks}`, data, talks);
  const queries = queriesOf(docs);
  const engines = {};
  for (const [name, { base, build }] of Object.entries(built)) {
    const isCold = name === 'hallway' || name === 'pagefind';
    const figures = await figuresOf(browser, url, name, base, queries, { budget: 1000 * Number(options.seconds), rounds: 3, isCold });
    engines[name] = { name: adapters[name].name, build, wholeKilobytes: await wholeKilobytes(path.join(site, base), adapters[name]), ...figures };
    const { plain, counted } = figures;
    tell(`  ${adapters[name].name} opened in ${figures.openMillis.toFixed(0)} ms; p50 ${plain.p50.toFixed(3)}, p99 ${plain.p99.toFixed(2)}; counted p50 ${counted.p50.toFixed(3)}, p99 ${counted.p99.toFixed(2)} ms; ${figures.nFound} of ${plain.n} found`);
  }
  const frames = options['no-frames'] || !engines.minisearch ? undefined
    : await measureFrames(browser, talks, queries, url).catch((error) => tell(`  no frames: ${error.message}`));
  // The judged queries are about the real talks, all of them.
  const relevance = options.archive && talks === ALL_TALKS ? await measureRelevance(browser, url, 'pyvideo', built, docs) : undefined;
  return { size: { talks, entries: docs.length, engines, frames }, relevance };
}

async function measureFrames(browser, talks, queries, url) {
  const folder = path.join(work, `explorer-${talks}`);
  explorerOf(path.join(work, 'small'), path.join(site, `index/t${talks}/hallway`), folder);
  const server = await serve({ root: folder, quality: QUALITY });
  const words = queries.filter(({ kind }) => kind === 'word').slice(0, 12).map(({ text }) => text);
  const explorer = await framesOf(browser, server.url, { isExplorer: true, words });
  await server.close();
  const list = await framesOf(browser, `${url}list.html?columns=index/t${talks}/minisearch/columns.json`, { isExplorer: false });
  tell(`  a year chosen is painted after ${explorer.filter.p50.toFixed(0)} ms, p95 ${explorer.filter.p95.toFixed(0)}; in the bare list after ${list.filter.p50.toFixed(0)}, p95 ${list.filter.p95.toFixed(0)}`);
  return { explorer, list };
}

async function measureRelevance(browser, url, collection, built, docs) {
  const judged = judgedOn(collection, docs);
  const engines = {};
  for (const [name, { base }] of Object.entries(built)) {
    engines[name] = { name: adapters[name].name, ...(await relevanceOf(browser, url, name, base, judged)) };
    tell(`  ${adapters[name].name}: mean reciprocal rank ${engines[name].mean.toFixed(3)} on ${collection}`);
  }
  return { n: judged.length, engines };
}

async function main() {
  mkdirSync(work, { recursive: true });
  prepareSite();
  const source = archive(options.archive, work);
  const sizes = options.relevance ? [] : options.sizes.split(',').map(Number);
  const folders = Object.fromEntries(sizes.map((talks) => {
    tell(`the data folder of ${talks} talks`);
    return [talks, dataOf(options.hallway, source, talks, work)];
  }));
  const small = path.join(work, 'small');
  if (!options['no-frames']) {
    rmSync(small, { recursive: true, force: true });
    execFileSync(options.hallway, ['build', dataOf(options.hallway, source, 30, work), '--client', options.client, '--out', small], { stdio: 'ignore' });
  }
  const server = await serve({ root: site, quality: QUALITY, ways: ISOLATED });
  const browser = await chromium.launch({ ...launch, args: [...launch.args, ...FLAGS] });
  const results = {
    machine: `${os.cpus().length} cores (${os.cpus()[0].model.trim()}), ${os.platform()} ${os.release()}, Chromium ${browser.version()}, Node ${process.versions.node}`,
    versions: versions(), collection: options.archive ? 'recordings of PyVideo' : 'invented talks (no --archive was given)', sizes: [], relevance: {},
  };
  const before = path.join(options.out, 'RESULTS.json');
  if ((options.keep || options.relevance) && existsSync(before)) {
    const kept = JSON.parse(readFileSync(before, 'utf8'));
    results.sizes = kept.sizes.filter(({ talks }) => !sizes.includes(talks));
    results.relevance = kept.relevance;
  }
  const write = () => {
    results.sizes.sort((a, b) => a.talks - b.talks);
    const minutes = Math.ceil((Date.now() - started) / 60_000);
    writeFileSync(path.join(options.out, 'RESULTS.md'), markdown({ ...results, minutes }));
    writeFileSync(path.join(options.out, 'RESULTS.json'), `${JSON.stringify(results, null, 1)}\n`);
  };
  try {
    if (options.relevance || !results.relevance.shipped) {
      tell('the shipped collection');
      const { built, docs } = await buildAll('shipped', path.join(root, 'data'), SHIPPED_ENTRIES);
      results.relevance.shipped = await measureRelevance(browser, server.url, 'shipped', built, docs);
    }
    if (options.relevance && options.archive) {
      const { built, docs } = await buildAll(`t${ALL_TALKS}`, dataOf(options.hallway, source, ALL_TALKS, work), ALL_TALKS);
      results.relevance.pyvideo = await measureRelevance(browser, server.url, 'pyvideo', built, docs);
      write();
    }
    for (const talks of sizes) {
      const { size, relevance } = await measureSize(browser, server.url, talks, folders[talks]);
      results.sizes.push(size);
      if (relevance) results.relevance.pyvideo = relevance;
      write();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  tell(`written to ${path.join(options.out, 'RESULTS.md')}`);
}

function versions() {
  const { dependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
  return dependencies;
}

await main();
