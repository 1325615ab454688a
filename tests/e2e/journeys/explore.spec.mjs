// Themes over time, the reader's own list, and the keys.
import { readFile } from 'node:fs/promises';
import { expect, isReady, test } from '../journey.mjs';

const main = (page) => page.getByRole('main');
const dialog = (page) => page.getByRole('dialog');

test('a conference tells which themes are new, back and gone', async ({ open, page }) => {
  await open('conference/tidewater-2024.html');
  await expect(main(page).getByRole('heading', { name: 'New and gone since 2022' })).toBeVisible();
  await expect(main(page).getByRole('heading', { name: /^(New|Back after a gap|Named here, not at 2022) \(\d+\)$/ }).first()).toBeVisible();
  await expect(main(page).getByRole('heading', { name: 'Authors’ favorites' })).toBeVisible();
});

test('any two conferences stand side by side, and the address says which', async ({ open, page }) => {
  await open('conference/tidewater-2024.html');
  await main(page).getByLabel('Compare with').selectOption('2019');
  await main(page).getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/themes\.html\?b=tidewater-2024&a=tidewater-2019#compare$/);
  await expect(main(page).getByRole('heading', { name: 'Two conferences side by side' })).toBeInViewport();
  for (const name of [/^Only at 2019 \(\d+\)$/, /^At both/, /^Only at 2024 \(\d+\)$/]) {
    await expect(main(page).getByRole('heading', { name })).toBeVisible();
  }
});

test('the table of themes leads from a cell to its notes, and can be sorted', async ({ open, page }) => {
  await open('themes.html');
  const first = main(page).getByRole('rowheader').first();
  await main(page).getByLabel('Sort').selectOption('By name');
  await expect(first).toHaveText('Buoys');
  await page.getByRole('link', { name: /^Sonar, 2024: 2 recaps/ }).click();
  await expect(page).toHaveURL(/theme\/sonar\.html#at-tidewater-2024$/);
  await expect(main(page).getByRole('heading', { name: 'Tidewater Conf 2024' })).toBeInViewport();
});

test('a reading list grows with stars, is its address, and can be saved', async ({ open, page }) => {
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await main(page).getByRole('button', { name: 'Add to the reading list' }).click();
  await expect(main(page).getByRole('button', { name: 'On the reading list' })).toHaveAttribute('aria-pressed', 'true');
  await open('conference/tidewater-2019.html');
  await main(page).getByRole('button', { name: 'Add to the reading list' }).first().press(' ');
  await main(page).getByRole('link', { name: /^Reading list/ }).click();
  await expect(page).toHaveURL(/list\.html\?talk=tidewater-2024-sonar-on-a-shoestring,tidewater-2019-/);
  const talks = main(page).locator('#list').getByRole('listitem');
  await expect(talks).toHaveCount(2);
  await expect(talks.first()).toContainText('Custard and currents');
  const download = page.waitForEvent('download');
  await main(page).getByRole('button', { name: 'Save as Markdown' }).click();
  expect((await download).suggestedFilename()).toBe('reading-list.md');
  await main(page).getByRole('button', { name: /^Remove: Sonar on a shoestring/ }).click();
  await expect(talks).toHaveCount(1);
  await expect(page).toHaveURL(/\?talk=tidewater-2019-[a-z-]+$/);
});

test('what is listed can be saved as a table, as references and as a list', async ({ open, page, baseURL }) => {
  await open('?theme=sonar');
  const listed = await main(page).getByRole('article').getByRole('heading').allTextContents();
  await main(page).getByRole('button', { name: 'Export' }).click();
  const saved = async (name) => {
    const download = page.waitForEvent('download');
    await dialog(page).getByRole('button', { name }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  const [head, ...rows] = (await saved('Table (CSV)')).trim().split('\n');
  expect(head.split(',')[0]).toBe('id');
  expect(rows).toHaveLength(Number(/Talks: (\d+)/.exec(await dialog(page).textContent())[1]));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row.split(',').at(-1)).toContain(`${baseURL}talk/`);
    expect(listed.some((title) => row.includes(title.trim()))).toBe(true);
  }
  expect((await saved('References (BibTeX)')).match(/^@/gm)).toHaveLength(Number(/Recaps: (\d+)/.exec(await dialog(page).textContent())[1]));
  expect((await saved('List (Markdown)')).match(/^- \[/gm)).toHaveLength(rows.length);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(main(page).getByRole('button', { name: 'Export' })).toBeFocused();
});

test('a star in the explorer is on the page of the talk and on the list', async ({ open, page }) => {
  await open();
  await isReady(page);
  const star = main(page).locator('.talk > .star').first();
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  for (const link of await page.getByRole('link', { name: 'Reading list 1' }).all()) await expect(link).toBeVisible();
  await expect(page.getByRole('link', { name: 'Reading list 1' })).toHaveCount(2);
  await main(page).locator('.talk').first().getByRole('heading').getByRole('link').click();
  await expect(main(page).getByRole('button', { name: 'On the reading list' })).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(main(page).locator('.talk > .star').first()).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Reading list 1' }).first().click();
  await expect(main(page).locator('#list').getByRole('listitem').first()).toBeVisible();
});

test('a list that somebody sent leaves one\'s own as it is', async ({ open, page }) => {
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await main(page).getByRole('button', { name: 'Add to the reading list' }).click();
  await open('list.html?talk=tidewater-2024-the-queue-at-the-lock');
  await expect(main(page).getByRole('link', { name: 'The queue at the lock' })).toBeVisible();
  await expect(main(page).getByRole('button', { name: 'Make it my list' })).toBeVisible();
  await open('list.html');
  await expect(main(page).getByRole('link', { name: 'Sonar on a shoestring' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the table of themes is complete, and nothing is offered that a script does', async ({ page }) => {
    await page.goto('./themes.html');
    await expect(page.getByRole('link', { name: /^Sonar, 2024/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Two conferences side by side' })).toBeHidden();
  });
});
