import { expect, expectSearch, isReady, test } from '../journey.mjs';

test('the first view lists every edition, newest first, and folds those nobody wrote about', async ({ open, page }) => {
  await open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tidewater notes');
  const editions = page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 3 });
  await expect(editions).toHaveText([/2024$/, /2022$/, /2021$/, /2019$/]);
  await page.getByText('One conference nobody here has written about yet').click();
  await expect(editions).toHaveText([/2024$/, /2023$/, /2022$/, /2021$/, /2019$/]);
});

test('the status says what there is in all', async ({ open, page }) => {
  await open();
  await expect(page.getByRole('status')).toContainText('9 talks');
  await expect(page.getByRole('status')).toContainText('5 recaps at 4 conferences');
});

test('an edition tells its dates and its place; how many came stands on its page', async ({ open, page }) => {
  await open();
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results).toContainText('10–12 June 2024');
  await expect(results).toContainText('Porto, Portugal');
  await expect(results).not.toContainText('about 900');
  await open('conference/tidewater-2024.html');
  await expect(page.getByRole('main')).toContainText('about 900');
});

test('a talk that two people wrote about is listed once', async ({ open, page }) => {
  await open();
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toHaveCount(1);
});

test('the list is on the page before the client is, and stays where it was', async ({ context, page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await context.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  await page.goto('./');
  const card = page.getByRole('link', { name: 'Sonar on a shoestring', exact: true });
  await expect(card).toBeVisible();
  const before = await card.boundingBox();
  release();
  await isReady(page);
  expect(await card.boundingBox()).toEqual(before);
});

test('nothing of the collection is loaded before somebody does something', async ({ page }) => {
  const isCatalog = (message) => /\/bundle\/explorer[^/]*\.json$/.test(message.url());
  let isAsked = false;
  page.on('request', (request) => { isAsked ||= isCatalog(request); });
  await page.goto('./', { waitUntil: 'networkidle' });
  expect(isAsked).toBe(false);
  const asked = page.waitForRequest(isCatalog);
  await isReady(page);
  await asked;
});

test('what is pressed before the client is there takes effect when it is', async ({ context, page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await context.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  await page.goto('./');
  const themes = page.getByRole('group', { name: 'Theme' });
  await themes.getByRole('checkbox', { name: /^Sonar/ }).check();
  await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /^Keynote/ }).check();
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('shoe');
  release();
  await expectSearch(page, '?q=shoe&theme=sonar&kind=keynote');
  await expect(themes.getByRole('checkbox', { name: /^Sonar/ })).toBeChecked();
});

test('the client needs no more than six requests', async ({ open, page }) => {
  const asked = [];
  page.on('request', (request) => { if (request.url().startsWith('http')) asked.push(request.url()); });
  await open();
  expect(asked.length).toBeLessThanOrEqual(6);
});
