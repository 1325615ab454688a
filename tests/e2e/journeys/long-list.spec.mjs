// The whole collection is more than a first screen needs: the rest is drawn once the reader has something to look at,
// or asks for it, and a reader who returns finds the same position.
import { expect, isReady, test } from '../journey.mjs';

test.use({ site: 'shipped' });

const years = (page) => page.locator('.year-name');
const more = (page) => page.getByRole('button', { name: 'Show more years' });

test('the latest years are there at once, and the way down draws the earlier ones', async ({ open, page }) => {
  await open();
  await expect(years(page).first()).toHaveText('2026');
  await expect(years(page).getByText('2015')).toHaveCount(0);
  // The last year may appear before all of its entries.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(more(page)).toBeHidden({ timeout: 200 });
  }).toPass();
  await expect(years(page).last()).toHaveText('2015');
});

test('the button draws them for whoever does not scroll', async ({ open, page }) => {
  await open();
  await expect(more(page)).toBeVisible();
  await more(page).evaluate((button) => button.focus({ preventScroll: true }));
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(more(page)).toBeHidden({ timeout: 200 });
  }).toPass();
  await expect(years(page).last()).toHaveText('2015');
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test.describe('a table of a thousand talks', () => {
  test.use({ site: 'worst' });
  test('its button keeps the focus, too', async ({ open, page }) => {
    await open('?view=talks');
    const rows = page.locator('.talks-table tbody tr');
    await expect(rows).toHaveCount(200);
    const button = page.getByRole('button', { name: 'Show 200 more' });
    await button.press('Enter');
    await expect(rows).toHaveCount(400);
    await expect(button).toBeFocused();
  });
});

test('a filter finds what lies far down', async ({ open, page }) => {
  await open('?year=2015');
  await expect(years(page)).toHaveText(['2015']);
  await expect(more(page)).toBeHidden();
});

test('whoever comes back to a place far down finds it again', async ({ open, page }) => {
  await open('?sort=oldest');
  const link = page.getByRole('main').getByRole('link', { name: 'Keynote by Kelsey Hightower', exact: true }).first();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keynote by Kelsey Hightower' })).toBeVisible();
  await page.goBack();
  await isReady(page);
  await expect(link).toBeInViewport();
});
