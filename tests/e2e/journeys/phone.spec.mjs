// A phone: after a search or a filter, results come before everything else.
import { expect, expectSearch, test } from '../journey.mjs';

test.use({ viewport: { width: 360, height: 740 }, site: 'shipped' });

const plot = (page) => page.locator('.picture .plot');
const results = (page) => page.getByRole('region', { name: 'Results' });
// Below the name of its conference.
const firstResult = (page) => results(page).locator('.conference').first().getByRole('link').nth(1);
const filters = (page) => page.getByRole('button', { name: /^Filters/ });

test('a result is on the first screen, and the chart is folded but there', async ({ open, page }) => {
  await open('?theme=service-mesh');
  await expect(firstResult(page)).toBeInViewport();
  await expect(plot(page)).toBeHidden();
  const fold = page.getByRole('button', { name: 'Conferences over time' });
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await expect(plot(page)).toBeVisible();
});

test('typing brings the results up', async ({ open, page }) => {
  await open();
  await expect(plot(page)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('gitops');
  await expectSearch(page, '?q=gitops');
  await expect(firstResult(page)).toBeInViewport();
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeInViewport();
});

test('typing brings the results up, also before the page is ready for it', async ({ context, page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  // The script of the explorer, which the page loads once the client is there.
  await context.route(/explorer[^/]*\.js$/, async (route) => { await held; await route.continue(); });
  await page.goto('./');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('gitops');
  await expectSearch(page, '?q=gitops');
  await expect(firstResult(page)).not.toBeInViewport();
  release();
  await expect(firstResult(page)).toBeInViewport();
});

test('from the filters to what they found, however far one has read', async ({ open, page }) => {
  await open('?theme=service-mesh');
  await filters(page).click();
  const years = page.getByRole('group', { name: 'Range of years' });
  await expect(years.getByRole('spinbutton', { name: 'From' })).toBeVisible();
  const show = page.getByRole('button', { name: /^Show \d+ results?$/ });
  await expect(show).toBeInViewport();
  await years.getByRole('spinbutton', { name: 'From' }).fill('2019');
  await years.getByRole('spinbutton', { name: 'From' }).press('Tab');
  await expect(page).toHaveURL(/year=2019/);
  await show.click();
  await expect(filters(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(firstResult(page)).toBeInViewport();
});

test('the name and the search are on the first screen, before the waves', async ({ open, page }) => {
  await open();
  const ways = page.getByRole('navigation', { name: 'From here' });
  await expect(ways.getByText('Hallway', { exact: true })).toBeInViewport();
  await ways.getByRole('link', { name: 'Search and filter' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeInViewport();
  // After a search, both are beside the results.
  await open('?theme=service-mesh');
  await expect(ways.getByRole('link', { name: 'Search and filter' })).toBeHidden();
});

test('nothing on the pages of themes stands out of the column of text', async ({ open, page }) => {
  for (const [address, parts] of [['themes.html', '.matrix tbody'], ['theme/ebpf.html', '.life']]) {
    await open(address);
    const [column, part] = await Promise.all(['h1', parts].map((it) => page.locator(it).first().boundingBox()));
    expect(part.x, address).toBeGreaterThanOrEqual(column.x);
    expect(part.x + part.width, address).toBeLessThanOrEqual(360 - column.x);
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('what one jumps with has a label and a button that closes it, and names no keys', async ({ open, page }) => {
    await open('themes.html');
    await page.getByRole('button', { name: /^Jump to/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Jump to a conference, talk, theme or person')).toBeVisible();
    await expect(dialog.getByText('Esc to close')).toBeHidden();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });
});
