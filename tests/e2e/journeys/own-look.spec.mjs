// The curator's own parts around every page: the client replaces the page, but leaves them where they are.
import { expect, isReady, test as base } from '../journey.mjs';

const test = base.extend({ site: 'renamed' });

test('links and a text around the explorer stay when the client starts', async ({ page }) => {
  await page.goto('./');
  await isReady(page);
  await expect(page.locator('body > :first-child')).toHaveText('On these notes');
  await expect(page.getByText('Written by the sea.')).toBeVisible();
  await page.getByRole('link', { name: 'On these notes' }).click();
  await expect(page).toHaveURL(/\/about\.html$/);
  await expect(page.getByText('Written by the sea.')).toBeVisible();
});
