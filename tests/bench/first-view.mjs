// Measures the first view on a slow phone, beside its floor: the same page with its scripts taken out.
//
//   node tests/bench/first-view.mjs SITE
//
// Machines differ and so does one machine from hour to hour, so what to compare is the ratio.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../.ci/serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';
import { byType, firstView, READY, takeOver, TYPES, weight } from './page-bytes.mjs';

const RUNS = 5;
const SLOW_CPU = { rate: 4 };
const SLOW_LINK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
// Long enough for a late shift or a larger paint to be seen.
const SETTLE_MILLIS = 1_500;

/** A copy of the site whose page has neither scripts nor anything loaded for them. */
async function withoutScripts(root) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hallway-floor-'));
  const page = await readFile(path.join(root, 'index.html'), 'utf8');
  const bare = page
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*rel="?(?:modulepreload|preload)\b[^>]*>/g, '');
  const isStyle = (file) => !path.extname(file) || file.endsWith('.css');
  await cp(root, folder, { recursive: true, filter: isStyle });
  await writeFile(path.join(folder, 'index.html'), bare);
  return folder;
}

/** One visit with an empty cache: milliseconds from the click, and the layout shift. */
async function visit(browser, url, hasClient) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.measured = { lcp: 0, cls: 0 };
    const observe = (type, seen) => {
      new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
    };
    observe('largest-contentful-paint', (entry) => { window.measured.lcp = entry.startTime; });
    // Somebody does something as soon as there is something to see.
    observe('paint', ({ name }) => {
      if (name === 'first-contentful-paint') dispatchEvent(new Event('pointermove'));
    });
    observe('layout-shift', (entry) => { window.measured.cls += entry.value; });
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_LINK);
  await devtools.send('Emulation.setCPUThrottlingRate', SLOW_CPU);
  await page.goto(url, { waitUntil: 'load' });
  if (hasClient) await takeOver(page);
  await page.waitForTimeout(SETTLE_MILLIS);
  const times = await page.evaluate((mark) => {
    const [fcp] = performance.getEntriesByName('first-contentful-paint');
    const [navigation] = performance.getEntriesByType('navigation');
    const [ready] = performance.getEntriesByName(mark);
    // A page without a client can be used as soon as it is there and painted.
    const usable = ready?.startTime ?? Math.max(fcp.startTime, navigation.domContentLoadedEventEnd);
    return { fcp: fcp.startTime, usable, ...window.measured };
  }, READY);
  await context.close();
  return times;
}

function medians(visits) {
  const names = ['fcp', 'lcp', 'usable', 'cls'];
  return Object.fromEntries(names.map((name) => {
    const sorted = visits.map((visited) => visited[name]).sort((a, b) => a - b);
    return [name, sorted[Math.floor(sorted.length / 2)]];
  }));
}

function row(name, bytes, requests, { fcp, lcp, usable, cls }) {
  const millis = [fcp, lcp, usable].map((time) => Math.round(time));
  return `| ${[name, bytes, requests, ...millis, cls.toFixed(3)].join(' | ')} |`;
}

async function main() {
  const [root = 'dist'] = process.argv.slice(2);
  const bare = await withoutScripts(root);
  const [site, floor] = await Promise.all([root, bare].map((folder) => serve({ root: folder, quality: 11 })));
  const browser = await chromium.launch(launch);
  try {
    // This also packs every file, so that no visit waits for the server.
    const { view, use } = await firstView(browser, site.url, root);
    const [requests, bytes] = [[...view, ...use], byType(view)];
    await visit(browser, floor.url, false);
    const visits = { site: [], floor: [] };
    for (let run = 0; run < RUNS; run += 1) {
      visits.site.push(await visit(browser, site.url, true));
      visits.floor.push(await visit(browser, floor.url, false));
    }
    const [ours, least] = [medians(visits.site), medians(visits.floor)];
    const floorFiles = requests.filter(({ type }) => type === 'css');
    const floorBytes = await weight(path.join(bare, 'index.html')) + byType(floorFiles).total;

    console.log(`First view at 360 px, 4x CPU slow-down, 1.6 Mbit/s, 150 ms; medians of ${RUNS} visits\n`);
    console.log('| page | brotli bytes | requests | FCP ms | LCP ms | usable ms | CLS |');
    console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
    console.log(row('Hallway', bytes.total, requests.length, ours));
    console.log(row('floor: without scripts', floorBytes, 1 + floorFiles.length, least));
    const ratios = ['fcp', 'lcp', 'usable'].map((name) => (ours[name] / least[name]).toFixed(2));
    console.log(`| ratio | ${(bytes.total / floorBytes).toFixed(2)} | | ${ratios.join(' | ')} | |\n`);
    console.log(`| brotli bytes | ${TYPES.join(' | ')} | total | of the collection, once it is used |`);
    console.log(`| --- |${' ---: |'.repeat(TYPES.length + 2)}`);
    const columns = [...TYPES, 'total'].map((type) => bytes[type]);
    console.log(`| Hallway | ${[...columns, byType(use).total].join(' | ')} |`);
  } finally {
    await browser.close();
    await Promise.all([site.close(), floor.close()]);
    await rm(bare, { recursive: true });
  }
}

await main();
