// Measures the first view on a slow phone, beside its floor, which is the same page without its scripts, and beside a
// TimelineJS3 of its 30 newest talks.
//
//   node tests/bench/first-view.mjs SITE
//
// Machines differ, and one machine differs from hour to hour, so compare only ratios.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';
import { byType, firstView, READY, takeOver, TYPES, weighed } from './page-bytes.mjs';
import { medians, slowDown, TERMS } from './slow-phone.mjs';
import { isTimelineJsUsable, timelineJs } from './timeline-js.mjs';

const RUNS = 5;
const N_EVENTS = 30;
// Long enough for a late shift or a larger paint.
const SETTLE_MILLIS = 1_500;

/** A copy of the site whose page has no scripts, and nothing that is loaded for them. */
async function withoutScripts(root) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hallway-floor-'));
  const page = await readFile(path.join(root, 'index.html'), 'utf8');
  const bare = page
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*rel="?(?:modulepreload|preload)\b[^>]*>/g, '');
  await writeFile(path.join(folder, 'index.html'), bare);
  for (const [, style] of bare.matchAll(/<link\b[^>]*href="?([^" >]+\.css)/g)) {
    await cp(path.join(root, style), path.join(folder, style));
  }
  return folder;
}

/** The newest talks of the collection as events of a timeline. */
async function newestTalks(root) {
  const read = async (name) => JSON.parse(await readFile(path.join(root, 'bundle', name), 'utf8'));
  const { files } = await read('manifest.json');
  const { conferences, talks } = await read(files.find(({ role }) => role === 'catalog').path);
  const starts = new Map(conferences.map(({ id, start }) => [id, start ?? '']));
  return talks
    .map(({ id, title, conference }) => ({ start: starts.get(conference) ?? '', title, url: `talk/${id}.html` }))
    .sort((one, other) => other.start.localeCompare(one.start))
    .slice(0, N_EVENTS)
    .map(({ start, title, url }) => ({ year: start.slice(0, 4), title, url }));
}

/** One visit with an empty cache: milliseconds from the click, and the layout shift. */
async function visit(browser, url, waitUntilUsable) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.measured = { lcp: 0, cls: 0 };
    const observe = (type, seen) => {
      new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
    };
    observe('largest-contentful-paint', (entry) => { window.measured.lcp = entry.startTime; });
    // The reader acts as soon as there is something to see.
    observe('paint', ({ name }) => {
      if (name === 'first-contentful-paint') dispatchEvent(new Event('pointermove'));
    });
    observe('layout-shift', (entry) => { window.measured.cls += entry.value; });
  });
  await slowDown(page);
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await waitUntilUsable(page);
  await page.waitForTimeout(SETTLE_MILLIS);
  const times = await page.evaluate(() => {
    const [fcp] = performance.getEntriesByName('first-contentful-paint');
    return { fcp: fcp.startTime, ...window.measured };
  });
  await context.close();
  return { ...times, usable };
}

/** When the reader's action takes effect. */
async function clientUsable(page) {
  await takeOver(page);
  return page.evaluate((mark) => performance.getEntriesByName(mark)[0].startTime, READY);
}

/** A page without a client is usable as soon as it is loaded and painted. */
async function bareUsable(page) {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  return page.evaluate(() => {
    const [fcp] = performance.getEntriesByName('first-contentful-paint');
    const [navigation] = performance.getEntriesByType('navigation');
    return Math.max(fcp.startTime, navigation.domContentLoadedEventEnd);
  });
}

async function peerUsable(page) {
  const usable = await page.waitForFunction(isTimelineJsUsable, null, { polling: 16, timeout: 60_000 });
  return usable.jsonValue();
}

/** The requests that a page makes on its own, with their weight. */
async function requestsOf(browser, url, root) {
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => { if (request.url().startsWith(url)) asked.push(request.url()); });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return Promise.all(asked.map((address) => weighed(address, url, root)));
}

function row(name, bytes, requests, { fcp, lcp, usable, cls }) {
  const millis = [fcp, lcp, usable].map((time) => Math.round(time).toLocaleString('en'));
  return `| ${[name, bytes.toLocaleString('en'), requests, ...millis, cls.toFixed(3)].join(' | ')} |`;
}

function ratio(name, ours, ourBytes, other, otherBytes) {
  const ratios = ['fcp', 'lcp', 'usable'].map((figure) => (ours[figure] / other[figure]).toFixed(2));
  return `| ${[name, (ourBytes / otherBytes).toFixed(2), '', ...ratios, ''].join(' | ')} |`;
}

async function main() {
  const [root = 'dist'] = process.argv.slice(2);
  const roots = [root, await withoutScripts(root), await timelineJs(await newestTalks(root))];
  const [site, floor, peer] = await Promise.all(roots.map((folder) => serve({ root: folder, quality: 11 })));
  const browser = await chromium.launch(launch);
  try {
    // This also compresses every file, so that no visit waits for the server.
    const { view, use } = await firstView(browser, site.url, root);
    const bytes = byType(view);
    const bare = await requestsOf(browser, floor.url, roots[1]);
    const peers = await requestsOf(browser, peer.url, roots[2]);
    const visits = { site: [], floor: [], peer: [] };
    for (let run = 0; run < RUNS; run += 1) {
      visits.site.push(await visit(browser, site.url, clientUsable));
      visits.floor.push(await visit(browser, floor.url, bareUsable));
      visits.peer.push(await visit(browser, peer.url, peerUsable));
    }
    const [ours, least, theirs] = Object.values(visits).map((of) => medians(of, ['fcp', 'lcp', 'usable', 'cls']));
    const [bareBytes, peerBytes] = [byType(bare).total, byType(peers).total];

    console.log(`First view at 360 px, ${TERMS}; medians of ${RUNS} visits\n`);
    console.log('| page | brotli bytes | requests | first paint ms | largest paint ms | usable ms | layout shift |');
    console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
    console.log(row('Hallway', bytes.total, view.length + use.length, ours));
    console.log(row('floor: without scripts', bareBytes, bare.length, least));
    console.log(row(`TimelineJS3, ${N_EVENTS} events`, peerBytes, peers.length, theirs));
    console.log(ratio('of the floor', ours, bytes.total, least, bareBytes));
    console.log(`${ratio('of TimelineJS3', ours, bytes.total, theirs, peerBytes)}\n`);
    console.log(`| brotli bytes | ${TYPES.join(' | ')} | total | of the collection, once it is used |`);
    console.log(`| --- |${' ---: |'.repeat(TYPES.length + 2)}`);
    const columns = [...TYPES, 'total'].map((type) => bytes[type]);
    console.log(`| Hallway | ${[...columns, byType(use).total].join(' | ')} |`);
  } finally {
    await browser.close();
    await Promise.all([site, floor, peer].map((server) => server.close()));
    await Promise.all(roots.slice(1).map((folder) => rm(folder, { recursive: true })));
  }
}

await main();
