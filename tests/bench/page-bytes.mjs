// What a page asks for until its client is ready, and what that weighs on the way.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotli } from '../../.ci/serve.mjs';

export const TYPES = ['html', 'css', 'js', 'wasm', 'json', 'other'];

/** The moment the timeline can be used, as the boot script marks it. */
export const READY = 'hallway:ready';

/**
 * Opens `url` in a fresh page of `browser`, and gives a list of `{ path, type, brotli }`, one for each
 * request before the client was ready. `root` is the folder served at `url`.
 */
export async function firstView(browser, url, root) {
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => { if (request.url().startsWith('http')) asked.push(request.url()); });
  await page.goto(url);
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, READY);
  await page.close();
  return Promise.all(asked.map((address) => weighed(address, url, root)));
}

async function weighed(address, url, root) {
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
