// Measures the first view of an embedded theme beside a TimelineJS3 of the same items, in one run.
//
//   node tests/bench/embed.mjs SITE PEER THEME
//
// PEER is the folder of an installed @knight-lab/timelinejs (any folder but ours: it is no dependency).
// Usable: for us, when the page is parsed and painted, since its links work then; for the peer, when its
// first slide and its markers are drawn.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../.ci/serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';

const RUNS = 5;
const SLOW_CPU = { rate: 4 };
const SLOW_LINK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** The talks on an embedded page, with their year. */
async function items(site, theme) {
  const html = await readFile(path.join(site, `embed/theme/${theme}.html`), 'utf8');
  return html.split('<li class="year"').slice(1).flatMap((part) => {
    const year = /<a href="[^"]*">(\d{4})<\/a>/.exec(part)?.[1];
    return [...part.matchAll(/<h4><a href="([^"]*)">(.*?)<\/a><\/h4>/g)].map(([, url, title]) => ({ year, url, title }));
  });
}

async function peerSite(peer, events) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hallway-peer-'));
  for (const part of ['js/timeline.js', 'css']) await cp(path.join(peer, 'dist', part), path.join(folder, part), { recursive: true });
  const data = { events: events.map(({ year, title, url }) => ({ start_date: { year }, text: { headline: title, text: `<a href="${url}">${title}</a>` } })) };
  await writeFile(path.join(folder, 'data.json'), JSON.stringify(data));
  await writeFile(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Peer</title><link rel="stylesheet" href="css/timeline.css"><script src="js/timeline.js"></script></head>
<body><div id="line" style="width:100%;height:600px"></div><script>new TL.Timeline("line", "data.json", { font: null });</script></body></html>`);
  return folder;
}

async function visit(browser, url, isUsable) {
  const context = await browser.newContext({ viewport: { width: 480, height: 740 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  await devtools.send('Network.enable');
  devtools.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; requests += 1; });
  await devtools.send('Network.emulateNetworkConditions', SLOW_LINK);
  await devtools.send('Emulation.setCPUThrottlingRate', SLOW_CPU);
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await page.waitForFunction(isUsable, null, { polling: 16, timeout: 60_000 });
  const millis = await usable.jsonValue();
  await page.waitForTimeout(1_500);
  await context.close();
  return { bytes, requests, usable: millis };
}

const ours = () => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return document.readyState !== 'loading' && paint && Math.max(paint.startTime, performance.timing.domInteractive - performance.timing.navigationStart);
};
const theirs = () => document.querySelector('.tl-timemarker') && document.querySelector('.tl-slide h2, .tl-slide .tl-headline') && performance.now();
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const [site, peer, theme = 'service-mesh'] = process.argv.slice(2);
const events = await items(site, theme);
const folder = await peerSite(peer, events);
const [our, their] = [await serve({ root: site, quality: 11 }), await serve({ root: folder, quality: 11 })];
const browser = await chromium.launch(launch);
const rows = { Hallway: [], 'TimelineJS3': [] };
for (let run = 0; run < RUNS; run += 1) {
  rows.Hallway.push(await visit(browser, `${our.url}embed/theme/${theme}.html`, ours));
  rows.TimelineJS3.push(await visit(browser, their.url, theirs));
}
await browser.close();
await our.close();
await their.close();
await rm(folder, { recursive: true });
console.log(`${theme}: ${events.length} talks, medians of ${RUNS}\n\n| embed | brotli bytes | requests | usable ms |\n| --- | ---: | ---: | ---: |`);
const result = Object.entries(rows).map(([name, visits]) => {
  const of = (key) => Math.round(median(visits.map((visited) => visited[key])));
  console.log(`| ${name} | ${of('bytes').toLocaleString('en')} | ${of('requests')} | ${of('usable').toLocaleString('en')} |`);
  return { bytes: of('bytes'), usable: of('usable') };
});
console.log(`\nratio: ${(result[0].bytes / result[1].bytes).toFixed(2)} of the bytes, ${(result[0].usable / result[1].usable).toFixed(2)} of the time`);
