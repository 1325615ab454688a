// What every journey shares: a site served on a separate origin, and two promises that each test checks at its end. The
// console stays silent, and nothing is requested from another origin.
import { test as base, expect } from '@playwright/test';
import { serve } from '../serve.mjs';
import { sites } from './browser.mjs';

export { expect };

export const test = base.extend({
  /** `fixture`, `shipped`, `parts`, `worst`, `crowded`, `embedded`, `renamed`, `ar` or `ja`. */
  site: ['fixture', { option: true }],
  /** The folder of the host with the site. */
  folder: ['/', { option: true }],

  /** The peculiarities of the host, as `serve` takes them. */
  ways: [{}, { option: true }],

  servers: [async ({}, use) => {
    const servers = new Map();
    await use((site, folder, ways) => {
      const key = `${site} ${folder} ${JSON.stringify(ways)}`;
      if (!servers.has(key)) servers.set(key, serve({ root: `${sites}/${site}`, mount: folder, ways }));
      return servers.get(key);
    });
    for (const server of servers.values()) await (await server).close();
  }, { scope: 'worker' }],

  baseURL: async ({ servers, site, folder, ways }, use) => {
    const { url } = await servers(site, folder, ways);
    await use(url);
  },

  /** Console messages and foreign requests so far; `expected` takes patterns of messages that a test provokes. */
  quiet: [async ({ context, baseURL }, use) => {
    const { origin } = new URL(baseURL);
    const quiet = { expected: [], said: [], foreign: [] };
    context.on('console', (message) => quiet.said.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => quiet.said.push(`error: ${error.error()}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      const isForeign = url.protocol.startsWith('http') && url.origin !== origin;
      if (isForeign) quiet.foreign.push(request.url());
    });
    // No test may depend on the internet.
    await context.route((url) => url.protocol.startsWith('http') && url.origin !== origin, (route) => {
      route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Elsewhere</title>' });
    });
    await use(quiet);
    const unexpected = (line) => !quiet.expected.some((pattern) => pattern.test(line));
    expect.soft(quiet.said.filter(unexpected), 'the console is silent').toEqual([]);
    expect.soft(quiet.foreign.filter(unexpected), 'nothing leaves our origin').toEqual([]);
  }, { auto: true }],

  /** Opens the explorer, e.g. at `?q=sonar`, and waits for the client, or a page, e.g. `theme/sonar.html`. */
  open: async ({ page }, use) => {
    await use(async (address = '') => {
      await page.goto(`./${address}`);
      if (!isPage(address)) await isReady(page);
    });
  },
});

/** Pages are complete as served; only the explorer, embedded or not, has a client to wait for. */
const isPage = (address) => /\.html/.test(address) && !/^(index|embed)\.html/.test(address);

/** Moves the mouse, as any reader does: until then, nothing of the collection is loaded. */
export async function arrive(page) {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
}

/** Arrives, and waits until the client has taken over and drawn what the address asks for. */
export async function isReady(page) {
  const root = page.locator('html');
  // A page that is still loading after a click has not seen the mouse.
  await expect(async () => {
    await arrive(page);
    await expect(root).toHaveAttribute('data-client', 'ready', { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  // A search over dozens of files takes a while on a busy machine.
  await expect(root).not.toHaveAttribute('data-waiting', { timeout: 15_000 });
}

/** The query part of the address, as the reader sees it. */
export async function expectSearch(page, search) {
  await expect.poll(() => new URL(page.url()).search).toBe(search);
}
