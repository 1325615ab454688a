// An embedded view in other people's pages: whatever the frame may do, whatever host and folder it comes from.
import { readFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../serve.mjs';
import { sites } from '../browser.mjs';
import { frame, hostile, strict, visit } from '../host.mjs';

const PRINTED = 'embed/theme/sonar.html?v=1';
const ANY = 'embed.html?theme=sonar&year=2024&v=1';
const FRAMES = [null, 'allow-scripts', 'allow-scripts allow-popups allow-popups-to-escape-sandbox', ''];
const CORS = [{}, { 'Access-Control-Allow-Origin': '*' }];
const FOLDERS = ['/', '/a/deep folder/'];

const test = base.extend({
  /** Serves the site; `site(ways, folder)` returns its address. */
  site: async ({}, use) => {
    const servers = [];
    await use(async (headers = {}, folder = '/') => {
      servers.push(await serve({ root: `${sites}/fixture`, mount: folder, ways: { headers } }));
      return servers.at(-1).url;
    });
    for (const server of servers) await server.close();
  },
  visit,
});

const view = (page, at = 0) => page.frameLocator('iframe').nth(at);

for (const sandbox of FRAMES) {
  for (const headers of CORS) {
    for (const folder of FOLDERS) {
      const words = sandbox === null ? 'no sandbox' : `sandbox="${sandbox}"`;
      test(`${words}, ${Object.keys(headers).length ? 'CORS' : 'no CORS'}, in ${folder}`, async ({ page, site, visit }) => {
        const url = await site(headers, folder);
        await visit(frame(url + PRINTED, sandbox) + frame(url + ANY, sandbox), { headers: strict(new URL(url).origin) });
        await expect(view(page).getByRole('heading', { level: 1, name: 'Sonar' })).toBeVisible();
        await expect(view(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
        // The style of the site has loaded.
        await expect(view(page).getByRole('heading', { level: 1 })).toHaveCSS('font-weight', '600');
        if (sandbox === '') {
          await expect(view(page, 1).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
        } else {
          await expect(view(page, 1).locator('html')).toHaveAttribute('data-client', 'ready');
          await expect(view(page, 1).getByRole('status').filter({ hasText: /talk/ })).toContainText('1 conference');
          await expect(view(page, 1).getByText('This link asks for')).toHaveCount(0);
        }
      });
    }
  }
}

test('text search works in the strictest frame: its index comes as a script', async ({ page, site, visit }) => {
  const url = await site();
  await visit(frame(`${url}embed.html?chrome=full`, 'allow-scripts'));
  await view(page).getByRole('searchbox', { name: 'Search', exact: true }).fill('shoestring chair');
  await expect(view(page).getByRole('region', { name: 'Results' })).toContainText('The sonar costs less than the chair she stood on.');
});

test('a link in a frame that may open nothing shows its address', async ({ page, site, visit }) => {
  const url = await site();
  await visit(frame(url + PRINTED, 'allow-scripts'));
  await view(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(view(page).getByRole('textbox')).toHaveValue(`${url}talk/tidewater-2024-sonar-on-a-shoestring.html`);
});

test('a link in a frame that may open pages opens the whole page', async ({ context, page, site, visit }) => {
  const url = await site();
  await visit(frame(url + PRINTED, FRAMES[2]));
  const opened = context.waitForEvent('page');
  await view(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect((await opened).getByRole('heading', { level: 1, name: 'Sonar on a shoestring' })).toBeVisible();
  expect(await (await opened).evaluate(() => window.opener)).toBe(null);
});

test('27. Tab leads into a frame, which has a title, through it, and out again', async ({ page, site, visit }) => {
  const url = await site();
  await visit(`<a href="#a">Before</a>${frame(`${url}embed/talk/tidewater-2024-sonar-on-a-shoestring.html?v=1`, 'allow-scripts')}${frame(`${url}embed.html?theme=sonar&chrome=full`, 'allow-scripts')}<a href="#b">After</a>`);
  await expect(view(page, 1).locator('html')).toHaveAttribute('data-client', 'ready');
  for (const one of await page.locator('iframe').all()) await expect(one).toHaveAccessibleName(/\S/);
  const passed = new Set();
  await page.getByRole('link', { name: 'Before' }).focus();
  const isOut = () => page.getByRole('link', { name: 'After' }).evaluate((link) => link === document.activeElement);
  // Frames have separate processes, so the focus arrives some time after the key.
  const focused = async () => JSON.stringify(await Promise.all(page.frames().map((one) => one.evaluate(() => (
    document.hasFocus() && [...document.querySelectorAll('*')].indexOf(document.activeElement)
  )))));
  for (let press = 0; press < 120 && !(await isOut()); press += 1) {
    const before = await focused();
    await page.keyboard.press('Tab');
    await expect.poll(focused, { intervals: [10, 20, 50, 100] }).not.toBe(before);
    passed.add(await page.evaluate(() => document.activeElement.tagName + [...document.querySelectorAll('iframe')].indexOf(document.activeElement)));
  }
  expect(await isOut()).toBe(true);
  expect([...passed]).toEqual(expect.arrayContaining(['IFRAME0', 'IFRAME1']));
  await page.keyboard.press('Shift+Tab');
  await expect.poll(isOut).toBe(false);
});

test('styles of the host stop at the frame', async ({ page, site, visit }) => {
  const url = await site();
  await visit(hostile + frame(url + PRINTED, 'allow-scripts'));
  const heading = view(page).getByRole('heading', { level: 1, name: 'Sonar' });
  await expect(heading).toBeVisible();
  await expect(heading).not.toHaveCSS('color', 'rgb(255, 0, 0)');
});

test('it fits into 280 pixels and scrolls by itself', async ({ page, site, visit }) => {
  const url = await site();
  await visit(frame(url + PRINTED, 'allow-scripts', 'style="width:280px;height:240px;border:0"'));
  await expect(view(page).getByRole('heading', { level: 1, name: 'Sonar' })).toBeVisible();
  const size = await view(page).locator('html').evaluate((root) => [root.scrollWidth, root.clientWidth, root.scrollHeight > root.clientHeight]);
  expect(size[0]).toBeLessThanOrEqual(size[1]);
  expect(size[2]).toBe(true);
});

test('a dark host gets a dark view, and the accent only where it can be read', async ({ page, site }) => {
  const url = await site();
  await page.goto(`${url}embed/theme/sonar.html?theme=dark&accent=ffd54a&v=1`);
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(16, 18, 24)');
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--accent'))).toBe('#ffd54a');
  await page.goto(`${url}embed/theme/sonar.html?theme=light&accent=ffd54a&max=1&chrome=none&nonsense=%&v=1`);
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--accent'))).toBe('');
  await expect(page.locator('.talks > li:visible')).toHaveCount(1);
  await expect(page.locator('.embed-head')).toBeHidden();
});

test('addresses of version 1 show what they always showed', async ({ page, site }) => {
  const url = await site();
  const addresses = JSON.parse(await readFile(new URL('../embed-v1.json', import.meta.url), 'utf8'));
  for (const { address, shows } of addresses) {
    await page.goto(url + address);
    if (address.startsWith('embed.html')) await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
    await expect(page.locator('body'), address).toContainText(shows);
    await expect(page.getByText('This link asks for'), address).toHaveCount(0);
  }
});

test('storage that throws changes nothing', async ({ context, page, site }) => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    }
  });
  await page.goto(`${await site()}${ANY}`);
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
});

test('a view opens from a disk, with its filters', async ({ page }) => {
  await page.goto(`file://${sites}/fixture/${ANY}`);
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
  await expect(page.getByRole('status').filter({ hasText: /talk/ })).toContainText('1 conference');
});
