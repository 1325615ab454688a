// The requests of a page until its client is ready, and their weight when sent.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotli } from '../serve.mjs';

export const TYPES = ['html', 'css', 'js', 'wasm', 'json', 'other'];

/** The moment when the reader's action takes effect, as the boot script marks it. */
export const READY = 'hallway:ready';

/** Does what a reader does first, and waits until the client has taken over. */
export async function takeOver(page) {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, READY);
}

/**
 * Opens `url` in a fresh page of `browser`, and gives two lists of `{ path, type, brotli }`: one for
 * each request of the `view` that everybody gets, and one for each that the client makes once somebody
 * does something, before it is of `use`. `root` is the folder served at `url`.
 */
export async function firstView(browser, url, root) {
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => { if (request.url().startsWith('http')) asked.push(request.url()); });
  await page.goto(url, { waitUntil: 'networkidle' });
  const view = asked.splice(0);
  await takeOver(page);
  await page.close();
  const weigh = (addresses) => Promise.all(addresses.map((address) => weighed(address, url, root)));
  return { view: await weigh(view), use: await weigh(asked) };
}

/** One request of a page at `url`, whose folder is `root`: `{ path, type, brotli }`. */
export async function weighed(address, url, root) {
  const inside = decodeURIComponent(new URL(address).pathname).slice(new URL(url).pathname.length) || 'index.html';
  const extension = path.extname(inside).slice(1);
  const type = TYPES.includes(extension) ? extension : 'other';
  return { path: inside, type, brotli: await weight(path.join(root, inside)) };
}

/** Bytes of a file after brotli. */
export async function weight(file) {
  return (await brotli(await readFile(file))).length;
}

/** Brotli bytes by type, and in `total`. */
export function byType(requests) {
  const sums = Object.fromEntries(TYPES.map((type) => [type, 0]));
  for (const { type, brotli: bytes } of requests) sums[type] += bytes;
  return { ...sums, total: requests.reduce((sum, { brotli: bytes }) => sum + bytes, 0) };
}
