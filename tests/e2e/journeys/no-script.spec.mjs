import { expect, test } from '../journey.mjs';

test.use({ javaScriptEnabled: false });

test('without JavaScript every edition and its talks are listed', async ({ page }) => {
  await page.goto('./');
  await page.getByText('One conference nobody here has written about yet').click();
  await expect(page.getByRole('heading', { level: 3, name: '2023' })).toBeVisible();
  for (const year of [2024, 2022, 2021, 2019]) {
    await expect(page.getByRole('heading', { level: 3, name: `Tidewater Conf ${year}` })).toBeVisible();
  }
  await expect(page.getByText('Sonar on a shoestring').first()).toBeVisible();
});

test('without JavaScript the page says what needs it, and shows no control that does nothing', async ({ page }) => {
  await page.goto('./');
  const notice = page.locator('noscript p');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('need JavaScript');
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('checkbox').first()).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('without JavaScript the list has the width of the page', async ({ page }) => {
  await page.goto('./');
  const { width } = await page.getByRole('region', { name: 'Results' }).boundingBox();
  expect(width).toBeGreaterThan(640);
});
