// Hosts that never answer, and clients that stop answering: the page says so, and the reader can try again.
import { arrive, expect, isReady, test } from '../journey.mjs';

const SLOW = 'The connection is slow, or the host does not answer.';
const never = () => new Promise(() => {});

for (const { what, files } of [
  { what: 'the glue', files: /\/app-[^/]*\.js$/ },
  { what: 'the wasm', files: /\.wasm$/ },
  { what: 'the catalog', files: /\/bundle\/explorer[^/]*\.json$/ },
]) {
  test(`while ${what} hangs, the reader sees progress, and after a while the reason`, async ({ context, page, quiet }) => {
    quiet.expected.push(/^error: /);
    await page.clock.install();
    await context.route(files, never);
    await page.goto('./?theme=sonar');
    await arrive(page);
    await page.clock.runFor(1_500);
    await expect(page.locator('.status')).toHaveText('Loading …');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.clock.runFor(15_000);
    await expect(page.getByRole('alert').getByRole('paragraph')).toHaveText([SLOW]);
    await context.unroute(files);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.waitForURL(/theme=sonar/);
    await isReady(page);
  });
}

test('while the words of a search hang, the reader is told, until they come', async ({ context, open, page }) => {
  await page.clock.install();
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await open();
  await context.route(/\/bundle\/(text|search|words)[^/]*\.json$/, async (route) => { await held; await route.continue(); });
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('chair');
  await expect(page.locator('.status')).toHaveText(/Searching/);
  await page.clock.runFor(16_000);
  await expect(page.getByRole('alert').getByRole('paragraph')).toHaveText([SLOW]);
  release();
  await expect(page.locator('.status')).toHaveText(/^\d+ talk/);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a client that waits for nothing is told to have stopped', async ({ open, page, quiet }) => {
  quiet.expected.push(/^error: /);
  await page.clock.install();
  await open();
  // No trap: the client lives, but never gets what it requested. Files from the host have an address.
  await page.evaluate(() => {
    const { arrayBuffer } = Response.prototype;
    Response.prototype.arrayBuffer = function read() { return this.url ? arrayBuffer.call(this) : new Promise(() => {}); };
  });
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('chair');
  await expect(async () => {
    await page.clock.runFor(3_000);
    await expect(page.getByRole('alert')).toContainText('Something in the program went wrong.', { timeout: 500 });
  }).toPass({ timeout: 15_000 });
});

test('a browser that measures nothing has a working client', async ({ page, open }) => {
  await page.addInitScript(() => { performance.mark = undefined; });
  await open('?theme=sonar');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('.status')).toHaveText(/^\d+ talk/);
});
