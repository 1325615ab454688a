// The explorer in one file, opened from a disk: it requests nothing, finds every note, and links to it.
import { test, expect } from '@playwright/test';
import { pathToFileURL } from 'node:url';
import { sites } from '../browser.mjs';

const file = pathToFileURL(`${sites}/single.html`).href;
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });

test('search, filters and every note are in the one file', async ({ page }) => {
  const asked = [];
  const said = [];
  page.on('request', (request) => { if (!request.url().startsWith('data:')) asked.push(request.url()); });
  page.on('console', (message) => said.push(message.text()));
  await page.goto(file);
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('shoestring chair');
  await expect(page.getByRole('region', { name: 'Results' })).toContainText('The sonar costs less than the chair she stood on.');
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
  await expect(page.locator('#single-page')).toContainText('lowered her device into the river');
  await page.locator('#single-page').getByRole('link', { name: 'Sonar', exact: true }).first().click();
  await expect(page.getByRole('status').filter({ hasText: /talk/ })).toContainText('2 talks');
  await page.goBack();
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
  expect(asked.filter((address) => !address.startsWith(file))).toEqual([]);
  expect(said).toEqual([]);
});

test('a place in the file has an address of its own', async ({ page }) => {
  await page.goto(`${file}#/talk/tidewater-2024-sonar-on-a-shoestring.html`);
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
});

test('what is no address of a place breaks nothing', async ({ page }) => {
  const broken = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(`${file}#%`);
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
  expect(broken).toEqual([]);
});

test('without scripts the beginning can be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(file);
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
  await context.close();
});
