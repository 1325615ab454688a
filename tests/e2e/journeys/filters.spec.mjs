import { expect, expectSearch, test } from '../journey.mjs';

const facet = (page, name) => page.getByRole('group', { name, exact: true });
const results = (page) => page.getByRole('region', { name: 'Results' });

test('choices of one facet are alternatives, facets narrow each other', async ({ open, page }) => {
  await open();
  await facet(page, 'Theme').getByRole('checkbox', { name: /^Sonar/ }).check();
  await facet(page, 'Theme').getByRole('checkbox', { name: /^Sea ice/ }).check();
  const sonar = results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true });
  const ice = results(page).getByRole('link', { name: 'Thin ice, thick data', exact: true });
  await expect(sonar).toBeVisible();
  await expect(ice).toBeVisible();
  await facet(page, 'Year').getByRole('checkbox', { name: /^2022/ }).check();
  await expect(ice).toBeVisible();
  await expect(sonar).toBeHidden();
  await expectSearch(page, '?year=2022&theme=sea-ice,sonar');
});

test('a count tells what choosing would leave', async ({ open, page }) => {
  await open('?year=2024');
  await facet(page, 'Theme').getByRole('checkbox', { name: /^Harbor data\s*2\s*entries$/ }).check();
  await expect(page.getByRole('status')).toContainText('2 talks');
  // Choices of one facet add up, so its own counts stay; the counts of the others follow.
  await expect(facet(page, 'Theme').getByRole('checkbox', { name: /^Tide forecasts\s*1\s*entry$/ })).toBeVisible();
  await expect(facet(page, 'Recording').getByRole('checkbox', { name: /1\s*entry$/ })).toBeVisible();
});

test('chips take a filter off again, one by one or all at once', async ({ open, page }) => {
  await open('?year=2024&theme=sonar,harbor-data&has=video');
  const chips = page.getByRole('group', { name: 'Active filters' });
  await expect(chips.getByRole('button', { name: /^Remove filter/ })).toHaveCount(4);
  await chips.getByRole('button', { name: /Harbor data/ }).click();
  await expectSearch(page, '?year=2024&theme=sonar&has=video');
  await expect(facet(page, 'Theme').getByRole('checkbox', { name: /^Harbor data/ })).not.toBeChecked();
  await chips.getByRole('button', { name: 'Clear all' }).click();
  await expectSearch(page, '');
  await expect(chips).toBeHidden();
});

test('years in a row are one chip, which takes them all off, and the list of years keeps its order', async ({ open, page }) => {
  await open('?year=2021..2024&theme=sonar');
  const chips = page.getByRole('group', { name: 'Active filters' }).getByRole('button', { name: /^Remove filter/ });
  await expect(chips).toHaveText(['2021–2024', 'Sonar']);
  await expect(page.locator('.filters-toggle')).toHaveText('Filters (2 on)');
  const years = (await facet(page, 'Year').locator('.facet-name').allTextContents()).map(Number);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  await chips.first().click();
  await expectSearch(page, '?theme=sonar');
  await expect(chips.first()).toBeFocused();
  await open('?year=2021,2024');
  await expect(chips).toHaveText(['2021', '2024']);
});

test('a city or a country keeps what was said there', async ({ open, page }) => {
  await open();
  await facet(page, 'Place').getByRole('checkbox', { name: /^Norway/ }).check();
  await expectSearch(page, '?place=norway');
  await expect(results(page).getByRole('heading', { level: 3 })).toHaveText(/Tidewater Conf 2022/);
  await page.getByRole('button', { name: /^Remove filter: .*Norway/ }).click();
  await expectSearch(page, '');
});

test.describe('in a large collection', () => {
  test.use({ site: 'shipped' });

  test('values that would leave nothing come last, and numbers say what they count', async ({ open, page }) => {
    await open('?year=2022');
    const themes = facet(page, 'Theme');
    await expect(themes.locator('legend')).toContainText('entries');
    await themes.getByRole('button', { name: /^Show all/ }).click();
    const counts = (await themes.locator('label > .count').allTextContents()).map(Number);
    expect(counts.length).toBeGreaterThan(6);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});
