// Measures the first view of an embedded theme beside a TimelineJS3 of the same items, in one run.
//
//   node tests/bench/embed.mjs SITE [THEME]       a site built with `extra_files = "all-pages"`
//
// Usable: for us, when the page is parsed and painted, since its links work then; for the peer, when its first slide
// and its markers are drawn.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { serve } from '../serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';
import { medians, slowDown, TERMS } from './slow-phone.mjs';
import { isTimelineJsUsable, timelineJs } from './timeline-js.mjs';

const RUNS = 5;

/** The talks on an embedded page, with their year. */
async function items(site, theme) {
  const html = await readFile(path.join(site, `embed/theme/${theme}.html`), 'utf8');
  return html.split('<li class="year"').slice(1).flatMap((part) => {
    const year = /<a href="[^"]*">(\d{4})<\/a>/.exec(part)?.[1];
    return [...part.matchAll(/<h4><a href="([^"]*)">(.*?)<\/a><\/h4>/g)].map(([, url, title]) => ({ year, url, title }));
  });
}

async function visit(browser, url, isUsable) {
  const context = await browser.newContext({ viewport: { width: 480, height: 740 } });
  const page = await context.newPage();
  const devtools = await slowDown(page);
  let [bytes, requests] = [0, 0];
  devtools.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; requests += 1; });
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await page.waitForFunction(isUsable, null, { polling: 16, timeout: 60_000 });
  const millis = await usable.jsonValue();
  await page.waitForTimeout(1_500);
  await context.close();
  return { bytes, requests, usable: millis };
}

const isPageUsable = () => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const [navigation] = performance.getEntriesByType('navigation');
  return document.readyState !== 'loading' && paint && Math.max(paint.startTime, navigation.domInteractive);
};

const [site = 'dist', theme = 'service-mesh'] = process.argv.slice(2);
const events = await items(site, theme);
const folder = await timelineJs(events);
const [our, their] = [await serve({ root: site, quality: 11 }), await serve({ root: folder, quality: 11 })];
const browser = await chromium.launch(launch);
const visits = { Hallway: [], TimelineJS3: [] };
for (let run = 0; run < RUNS; run += 1) {
  visits.Hallway.push(await visit(browser, `${our.url}embed/theme/${theme}.html`, isPageUsable));
  visits.TimelineJS3.push(await visit(browser, their.url, isTimelineJsUsable));
}
await browser.close();
await our.close();
await their.close();
await rm(folder, { recursive: true });

console.log(`The theme ${theme} embedded, ${events.length} talks; 480 px, ${TERMS}; medians of ${RUNS} visits\n`);
console.log('| embed | brotli bytes | requests | usable ms |\n| --- | ---: | ---: | ---: |');
const names = ['bytes', 'requests', 'usable'];
const [ours, theirs] = Object.values(visits).map((of) => medians(of, names));
for (const [name, figures] of [['Hallway', ours], ['TimelineJS3', theirs]]) {
  console.log(`| ${[name, ...names.map((it) => Math.round(figures[it]).toLocaleString('en'))].join(' | ')} |`);
}
console.log(`| ratio | ${(ours.bytes / theirs.bytes).toFixed(2)} | | ${(ours.usable / theirs.usable).toFixed(2)} |`);
