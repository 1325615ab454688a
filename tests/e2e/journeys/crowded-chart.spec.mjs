// Too many conferences for separate marks: columns, which follow the filters, and marks when zoomed in.
import { expect, test } from '../journey.mjs';
import { namesThatOverlap } from './names.mjs';

test.use({ site: 'crowded' });

const picture = (page) => page.getByRole('region', { name: 'Conferences over time' });
const plot = (page) => picture(page).locator('.plot');
const marks = (page) => picture(page).getByRole('button', { name: /^Harbor Evening/ });
const closer = (page) => picture(page).getByRole('button', { name: 'Zoom in' });
const nColumns = (page) => async () => {
  const path = await plot(page).locator('.plot-found path').getAttribute('d');
  return path.split('M').length - 1;
};

test('columns show where what matches is', async ({ open, page }) => {
  await open();
  await expect.poll(nColumns(page)).toBe(84);
  await expect(marks(page)).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Ice/ }).check();
  await expect.poll(nColumns(page)).toBe(7);
  // The content stays visible behind it.
  await expect(plot(page).locator('.plot-columns')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Ice/ }).uncheck();
  await expect.poll(nColumns(page)).toBe(84);
});

test('from near each conference has a mark and, where there is room, its name', async ({ open, page }) => {
  await open();
  await expect(closer(page)).toBeVisible();
  await closer(page).click();
  await closer(page).click();
  await expect(marks(page)).toHaveCount(84);
  await expect(plot(page).locator('.plot-found')).toBeHidden();
  const shown = plot(page).locator('.plot-near text');
  let nNames = 0;
  for (let step = 2; await closer(page).isEnabled(); step += 1) {
    expect(await namesThatOverlap(plot(page)), `after ${step} steps`).toBe(0);
    await closer(page).click();
    const n = await shown.count();
    expect(n).toBeGreaterThanOrEqual(nNames);
    nNames = n;
  }
  expect(nNames).toBe(84);
  await picture(page).getByRole('button', { name: 'Whole span' }).click();
  await expect(marks(page)).toHaveCount(0);
  await expect(plot(page).locator('.plot-found')).toBeVisible();
});
