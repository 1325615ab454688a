// The site saved on the device: only on a click, completely, and easy to remove.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../serve.mjs';
import { sites } from '../browser.mjs';
import { expect, isReady, test } from '../journey.mjs';

const box = (page) => page.locator('#offline');
const save = (page) => box(page).getByRole('button', { name: /^Save for offline \(\d/ });
const copies = (page) => page.evaluate(() => caches.keys());

async function saveSite(page, url) {
  await page.goto(`${url}contents.html`);
  await save(page).click();
  await expect(box(page).getByText('opens without a connection')).toBeVisible();
}

/** A separate host, whose files may change. */
const journey = test.extend({
  host: async ({ context, quiet }, use) => {
    const root = await mkdtemp(path.join(tmpdir(), 'hallway-offline-'));
    await cp(`${sites}/fixture`, root, { recursive: true });
    const server = await serve({ root, mount: '/notes/' });
    // It differs from that of the other journeys, and a worker makes its own requests.
    quiet.expected.push(/^http:\/\/localhost/);
    await context.unrouteAll();
    await use({ root, ...server });
    await server.close();
    await rm(root, { recursive: true });
  },
});

journey('nothing is kept before a click', async ({ host, page }) => {
  await page.goto(`${host.url}contents.html`);
  await expect(save(page)).toBeVisible();
  expect(await copies(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

journey('what is saved opens without a connection, searches, and shows pages never seen', async ({ host, page }) => {
  await saveSite(page, host.url);
  await host.close();
  await page.goto(`${host.url}talk/tidewater-2024-sonar-on-a-shoestring.html`);
  await expect(page.getByText('lowered her device into the river').first()).toBeVisible();
  await page.goto(`${host.url}?theme=sonar`);
  await isReady(page);
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('shoestring chair');
  await expect(page.getByRole('region', { name: 'Results' })).toContainText('The sonar costs less than the chair she stood on.');
  await page.goto(`${host.url}contents.html`);
  await box(page).getByRole('button', { name: 'Remove from this device' }).click();
  await expect(save(page)).toBeVisible();
  expect(await copies(page)).toEqual([]);
});

journey('with a connection the reader sees what the host has now, and can save it again', async ({ host, page }) => {
  await saveSite(page, host.url);
  await page.evaluate(() => caches.open('hallway elsewhere'));
  await writeFile(path.join(host.root, 'talk/new.html'), '<!doctype html><link rel="icon" href="data:,"><title>New</title>');
  await page.goto(`${host.url}talk/new.html`);
  await expect(page).toHaveTitle('New');
  const list = { version: '0123456789ab', files: [['talk/new.html', 60, '']] };
  await writeFile(path.join(host.root, 'offline.json'), JSON.stringify(list));
  await page.goto(`${host.url}contents.html`);
  await expect(box(page).getByText('has changed since')).toBeVisible();
  await save(page).click();
  await expect(box(page).getByText('opens without a connection')).toBeVisible();
  const names = await copies(page);
  expect(names).toContain('hallway elsewhere');
  expect(names).toContain(`hallway ${host.url} 0123456789ab`);
  expect(names).toHaveLength(2);
});

journey('a site that offers no copy any more takes away those there are', async ({ host, page }) => {
  await saveSite(page, host.url);
  await page.evaluate(() => caches.open('hallway elsewhere'));
  await cp(`${sites}/shipped/sw.js`, path.join(host.root, 'sw.js'));
  // The browser looks for another worker when it is idle, some seconds after the page has loaded, and tells the page
  // when it has one.
  await page.addInitScript(() => {
    window.another = new Promise((done) => { navigator.serviceWorker.oncontrollerchange = () => done(); });
  });
  await page.goto(`${host.url}talk/tidewater-2024-sonar-on-a-shoestring.html`);
  await page.evaluate(() => window.another);
  await expect.poll(() => copies(page)).toEqual(['hallway elsewhere']);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

journey('what could not be saved whole is no copy, and the reader is told', async ({ host, page, quiet }) => {
  quiet.expected.push(/^error: /);
  await rm(path.join(host.root, 'theme/sonar.html'));
  await page.goto(`${host.url}contents.html`);
  await save(page).click();
  await expect(box(page).getByText('That did not work.')).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
