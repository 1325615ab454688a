// Measures one engine in the browser: bytes, time to ready, warm queries, memory, and first queries on a slow link.
import { reciprocalRank } from './judging.mjs';

const SLOW_LINK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const N_COLD = 8;
const N_SHOWN = 10;
const IS_CODE = /\.m?js$|\.wasm$|\/wasm\.[^/]+\.pagefind$/;

/** A fresh page with the code of an engine, and the bytes that it receives from then on, as sent. */
async function pageOf(browser, url, engine) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  const devtools = await context.newCDPSession(page);
  const addresses = new Map();
  const got = { bytes: 0, requests: 0 };
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (IS_CODE.test(new URL(addresses.get(requestId) ?? url).pathname)) return;
    got.bytes += encodedDataLength;
    got.requests += 1;
  });
  await page.goto(`${url}page.html`);
  await page.waitForFunction(() => window.bench);
  await page.evaluate((name) => window.bench.takeCode(name), engine);
  got.bytes = 0;
  got.requests = 0;
  return { page, devtools, got, close: () => context.close() };
}

const open = ({ page }, base) => page.evaluate((at) => window.bench.open(at), base);
const askOnce = ({ page }, query) => page.evaluate((it) => window.bench.askOnce(it), query);

/** All figures of one engine that has its index at `base`. */
export async function figuresOf(browser, url, engine, base, queries, { budget, rounds, isCold }) {
  const session = await pageOf(browser, url, engine);
  const figures = { openMillis: await open(session, base) };
  await askOnce(session, { text: queries[0].text, nShown: 0 });
  figures.firstBytes = session.got.bytes;
  const ask = (isCounted) => session.page.evaluate((it) => window.bench.askAll(it), { queries, isCounted, budget, rounds });
  const { answers } = await ask(false);
  const counted = (await ask(true)).answers;
  figures.plain = percentiles(answers.map(({ time }) => time));
  figures.counted = percentiles(counted.map(({ time }) => time));
  const kinds = [...new Set(counted.map(({ kind }) => kind))];
  figures.byKind = Object.fromEntries(kinds.map((kind) => [kind, percentiles(counted.filter((it) => it.kind === kind).map(({ time }) => time))]));
  figures.nFound = answers.filter(({ total }) => total > 0).length;
  figures.memory = await session.page.evaluate(() => window.bench.memory());
  await session.close();
  if (isCold) figures.cold = await coldQueries(browser, url, engine, base, queries);
  return figures;
}

/** Queries with words that are new to the page, each on a separate page that is already open, on a slow link. */
async function coldQueries(browser, url, engine, base, queries) {
  const asked = queries.filter(({ kind }) => kind === 'word' || kind === 'two words').slice(0, N_COLD);
  const results = [];
  for (const { text } of asked) {
    const session = await pageOf(browser, url, engine);
    await open(session, base);
    session.got.bytes = 0;
    session.got.requests = 0;
    await session.devtools.send('Network.emulateNetworkConditions', SLOW_LINK);
    results.push({ ...(await askOnce(session, { text, nShown: N_SHOWN })), ...session.got });
    await session.close();
  }
  const of = (key) => percentiles(results.map((result) => result[key]));
  return { found: of('found'), shown: of('shown'), bytes: of('bytes'), requests: of('requests') };
}

/** How well an engine ranks: the mean reciprocal rank of the judged queries, and each query without a first rank. */
export async function relevanceOf(browser, url, engine, base, judged) {
  const session = await pageOf(browser, url, engine);
  await open(session, base);
  const ranks = [];
  const lost = [];
  for (const { query, wanted } of judged) {
    const { names } = await askOnce(session, { text: query, nShown: N_SHOWN });
    const rank = reciprocalRank(names, wanted);
    ranks.push(rank);
    if (rank < 1) lost.push({ query, rank, first: names[0] ?? '' });
  }
  await session.close();
  return { mean: ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length, lost };
}

/** The median and the two tails of a list of numbers. */
export function percentiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), n: sorted.length };
}
