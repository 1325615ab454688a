// From a click to the painted frame, and scrolling: the explorer beside a bare virtual list of the same talks.
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { percentiles } from './ask.mjs';

const VIEWPORT = { width: 1280, height: 900 };
const N_YEARS = 12;
const ROUNDS = 2;

/**
 * The explorer of a small site with the bundle of a large one: printing the pages of the large one takes minutes, and
 * the explorer needs none of them.
 */
export function explorerOf(site, bundle, folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, folder, { recursive: true, filter: (from) => !/\/(bundle|talk|person|embed|theme|recap|conference|organization|series|year|data|feeds|previews)$/.test(from) });
  symlinkSync(path.resolve(bundle), path.join(folder, 'bundle'));
  const manifest = JSON.parse(readFileSync(path.join(bundle, 'manifest.json'), 'utf8'));
  const explorer = manifest.files.find(({ role }) => role === 'explorer');
  const head = { ...manifest, files: [explorer] };
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const json = JSON.stringify(head).replace(/</g, '\\u003c');
  writeFileSync(path.join(folder, 'index.html'), page.replace(/(id="hallway-manifest">)[^<]*/, (_whole, open) => open + json));
}

/** Milliseconds for each year chosen and cleared and for each typed word; the frames of 3 s of scrolling. */
export async function framesOf(browser, address, { isExplorer, words }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.goto(address);
  if (isExplorer) {
    await page.mouse.move(1, 1);
    await page.mouse.move(2, 2);
    await page.waitForFunction(() => document.documentElement.dataset.client === 'ready', null, { timeout: 60_000 });
    // Whatever follows after the client.
    await page.waitForTimeout(1_000);
  } else await page.waitForFunction(() => window.ready);
  const years = isExplorer ? 'fieldset:has(#facet-year) input[type=checkbox]' : '#years input';
  const filter = await page.evaluate(clicks, { years, nYears: N_YEARS, rounds: ROUNDS });
  const typed = isExplorer ? await page.evaluate(typing, { words, rounds: ROUNDS }) : [];
  const scroll = await page.evaluate(scrolling);
  await context.close();
  return { filter: percentiles(filter), typed: typed.length > 0 ? percentiles(typed) : undefined, scroll };
}

/** In the page. The first round loads what is missing, and is not counted. */
async function clicks({ years, nYears, rounds }) {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  const pause = (millis) => new Promise((done) => setTimeout(done, millis));
  const times = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (let place = 0; place < 2 * nYears; place += 1) {
      const boxes = document.querySelectorAll(years);
      const box = boxes[Math.floor(place / 2) % boxes.length];
      await painted();
      const started = performance.now();
      box.click();
      await painted();
      if (round > 0) times.push(performance.now() - started);
      await pause(round > 0 ? 30 : 200);
    }
  }
  return times;
}

/** In the page: from typing a word to the frame after the number of matches has changed. */
async function typing({ words, rounds }) {
  const box = document.querySelector('#search');
  const status = document.querySelector('.status');
  const times = [];
  const type = (word) => new Promise((done) => {
    const started = performance.now();
    const watcher = new MutationObserver(() => {
      watcher.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - started);
        port2.postMessage(0);
      });
    });
    watcher.observe(status, { childList: true, characterData: true, subtree: true });
    setTimeout(() => { watcher.disconnect(); done(undefined); }, 800);
    box.value = word;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  for (let round = 0; round <= rounds; round += 1) {
    for (const word of words) {
      const time = await type(word);
      if (round > 0 && time !== undefined) times.push(time);
      await new Promise((done) => setTimeout(done, round > 0 ? 40 : 200));
    }
  }
  await type('');
  return times;
}

/** In the page: frames per second, and the longest frame, over three seconds. */
async function scrolling() {
  const frame = () => new Promise(requestAnimationFrame);
  scrollTo(0, 0);
  await frame();
  const gaps = [];
  let last = await frame();
  const started = last;
  while (last - started < 3_000) {
    scrollBy(0, 60);
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  return { perSecond: (1000 * gaps.length) / (last - started), longest: Math.max(...gaps) };
}
