import { expect, expectSearch, isReady, test } from '../journey.mjs';

test.use({ folder: '/a/deep folder/' });

const FOLDER = '/a/deep%20folder/';
const path = (page) => new URL(page.url()).pathname;

test('the site works in any folder of a host', async ({ open, page }) => {
  await open();
  await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox', { name: /^Sonar/ }).check();
  await expectSearch(page, '?theme=sonar');
  expect(path(page)).toBe(FOLDER);
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(page.getByText('lowered her device into the river').first()).toBeVisible();
  expect(path(page)).toBe(`${FOLDER}talk/tidewater-2024-sonar-on-a-shoestring.html`);
  await page.getByRole('main').getByRole('link', { name: 'Aoife Brannigan' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aoife Brannigan' })).toBeVisible();
  expect(path(page)).toBe(`${FOLDER}person/aoife-brannigan.html`);
  await page.getByRole('link', { name: 'Tidewater notes' }).click();
  await isReady(page);
  expect(path(page)).toBe(`${FOLDER}index.html`);
  await expectSearch(page, '');
});

test('in a folder a page has its style, its search, and the way back to the list', async ({ open, page }) => {
  await open('?theme=sonar');
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  // Without its style, the skip link would be the first visible thing.
  await expect(page.getByRole('link', { name: 'Skip to content' })).not.toBeInViewport();
  await page.getByRole('link', { name: 'Back to the timeline' }).click();
  await isReady(page);
  expect(path(page)).toBe(FOLDER);
  await expectSearch(page, '?theme=sonar');
  await page.goForward();
  await page.getByRole('searchbox', { name: 'Search' }).fill('lindqvist');
  await page.keyboard.press('Enter');
  await isReady(page);
  expect(path(page)).toBe(`${FOLDER}index.html`);
  await expectSearch(page, '?q=lindqvist');
});
