// The folder itself, opened from a disk: a browser starts no client there, but everything is readable.
import { pathToFileURL } from 'node:url';
import { sites } from '../browser.mjs';
import { expect, test } from '../journey.mjs';

const site = pathToFileURL(`${sites}/fixture/`).href;
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });

test('the pages can be read from a disk, and lead to each other', async ({ page }) => {
  const main = page.getByRole('main');
  await page.goto(`${site}talk/tidewater-2024-sonar-on-a-shoestring.html`);
  await expect(main).toContainText('lowered her device into the river');
  // The style has loaded.
  await expect(page.getByRole('link', { name: 'Skip to content' })).not.toBeInViewport();
  await main.getByRole('link', { name: 'Aoife Brannigan' }).first().click();
  await expect(title(page, 'Aoife Brannigan')).toBeVisible();
  await main.getByRole('link', { name: 'Reading the floor by sonar', exact: true }).click();
  await main.getByRole('link', { name: 'Sonar', exact: true }).first().click();
  await expect(title(page, 'Sonar')).toBeVisible();
  await main.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).first().click();
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
  await main.getByRole('link', { name: 'Back by the river' }).click();
  await expect(title(page, 'Back by the river')).toBeVisible();
});

test('a note has its place on a disk, too', async ({ page }) => {
  await page.goto(`${site}theme/sea-ice.html`);
  await page.getByRole('main').getByRole('link', { name: 'Sea ice', exact: true }).click();
  await expect(page.getByText('Over lunch everybody spoke of sea ice')).toBeInViewport();
});

test('the list opens from a disk, says what does not work there, and leads to pages and back', async ({ page, quiet }) => {
  // The browser reports that it does not load the client from a disk.
  quiet.expected.push(/^(error|warning): /);
  await page.goto(`${site}index.html`);
  await expect(page.getByRole('alert')).toContainText('Search and filters could not start');
  await expect(page.getByText('opened from a disk')).toBeVisible();
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the timeline' }).click();
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
});
