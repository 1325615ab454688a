// The picture of time is a control: by click, by drag and by keyboard.
import { expect, expectSearch, test } from '../journey.mjs';

const picture = (page) => page.getByRole('region', { name: 'Conferences in time' });
const marks = (page) => picture(page).getByRole('button', { name: /^Tidewater Conf/ });
const mark = (page, year) => picture(page).getByRole('button', { name: new RegExp(`^Tidewater Conf ${year}:`) });

test('a click on a mark chooses that edition, a second one lets go of it', async ({ open, page }) => {
  await open();
  await expect(marks(page)).toHaveCount(4);
  await mark(page, 2022).click();
  await expectSearch(page, '?conference=tidewater-2022');
  await expect(mark(page, 2022)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeHidden();
  await mark(page, 2022).click();
  await expectSearch(page, '');
});

test('a drag chooses the years it passes', async ({ open, page }) => {
  await open();
  const from = await mark(page, 2021).boundingBox();
  const to = await mark(page, 2022).boundingBox();
  const plot = await picture(page).locator('svg').boundingBox();
  const low = plot.y + plot.height - 4;
  await page.mouse.move(from.x + from.width / 2, low);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, low, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, low, { steps: 4 });
  await page.mouse.up();
  await expectSearch(page, '?year=2021,2022');
});

test('arrow keys move between the marks, Enter chooses, Shift with an arrow chooses years', async ({ open, page }) => {
  await open();
  await mark(page, 2024).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(mark(page, 2022)).toBeFocused();
  await page.keyboard.press('Enter');
  await expectSearch(page, '?conference=tidewater-2022');
  await expect(mark(page, 2022)).toBeFocused();
  await page.keyboard.press('Space');
  await expectSearch(page, '');
  await page.keyboard.press('Home');
  await expect(mark(page, 2019)).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(mark(page, 2021)).toBeFocused();
  await expectSearch(page, '?year=2019..2021');
});

test('the marks are one stop of the Tab key', async ({ open, page }) => {
  await open();
  await mark(page, 2024).focus();
  await page.keyboard.press('Tab');
  for (const one of await marks(page).all()) await expect(one).not.toBeFocused();
});

test('two fields choose the same range of years', async ({ open, page }) => {
  await open();
  const range = page.getByRole('group', { name: 'Range of years' });
  await range.getByRole('spinbutton', { name: 'From' }).fill('2022');
  await range.getByRole('spinbutton', { name: 'From' }).press('Tab');
  await expectSearch(page, '?year=2022..2024');
});

test('a table says the same in words', async ({ open, page }) => {
  await open();
  await picture(page).getByText('Show as a table').click();
  await expect(picture(page).getByRole('row', { name: /Tidewater Conf 2024.*10–12 June 2024.*2.*3/ })).toBeVisible();
  await expect(picture(page).getByRole('row', { name: /Tidewater Conf 2023.*0.*0/ })).toBeVisible();
});
