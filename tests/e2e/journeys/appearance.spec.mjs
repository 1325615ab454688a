import { expect, test } from '../journey.mjs';

const background = (page) => page.evaluate(() => {
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3;
});

test('the page is light or dark as the reader has set it, also when that changes', async ({ open, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open();
  expect(await background(page)).toBeLessThan(60);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background(page)).toBeGreaterThan(220);
});

test('a page is light or dark as well', async ({ open, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open('theme/sonar.html');
  expect(await background(page)).toBeLessThan(60);
});

test('print leaves out what only works on a screen', async ({ open, page }) => {
  await open('?year=2024');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeHidden();
  await expect(page.getByRole('checkbox').first()).toBeHidden();
  await expect(page.getByText('Sonar on a shoestring').first()).toBeVisible();
  // It says what it is a list of.
  await expect(page.getByRole('group', { name: 'Active filters' }).getByText('2024')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clear all' })).toBeHidden();
});

test('print leaves the search off a page, and keeps its text', async ({ open, page }) => {
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeHidden();
  await expect(page.getByText('lowered her device into the river').first()).toBeVisible();
});
