import { expect, expectSearch, isReady, test } from '../journey.mjs';

test.use({ folder: '/a/deep folder/' });

test('the site works in any folder of a host', async ({ open, page }) => {
  await open();
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(page.getByText('lowered her device into the river')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/a/deep%20folder/');
  await page.reload();
  await isReady(page);
  await expect(page.getByText('lowered her device into the river')).toBeVisible();
  await page.getByRole('link', { name: 'Tidewater notes' }).click();
  await expectSearch(page, '');
});
