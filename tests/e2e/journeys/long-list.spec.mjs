// The whole collection is more than a first screen needs: the rest is drawn once there is something to
// look at, or when it is asked for, and a reader who returns finds the place again.
import { expect, isReady, test } from '../journey.mjs';

test.use({ site: 'shipped' });

test('the latest years are there at once, and the earliest when asked for', async ({ open, page }) => {
  await open();
  const years = page.locator('.year-name');
  await expect(years.first()).toHaveText('2026');
  const more = page.getByRole('button', { name: 'Show more years' });
  await expect.poll(async () => {
    // The way down to it draws more as well, until it is gone.
    if (await more.isVisible()) await more.click({ timeout: 1_000 }).catch(() => {});
    return years.last().innerText();
  }).toBe('2015');
  await expect(more).toBeHidden();
});

test('a filter finds what lies far down', async ({ open, page }) => {
  await open('?year=2015');
  await expect(page.locator('.year-name')).toHaveText(['2015']);
  await expect(page.getByRole('button', { name: 'Show more years' })).toBeHidden();
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
