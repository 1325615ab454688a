// The timeline chart is a control: by click, by drag and by keyboard.
import { expect, expectSearch, test } from '../journey.mjs';
import { namesThatOverlap } from './names.mjs';

const picture = (page) => page.getByRole('region', { name: 'Conferences over time' });
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

test('the signs of the zoom are drawn, since no font has to have them', async ({ open, page }) => {
  await open();
  for (const name of ['Zoom in', 'Zoom out']) {
    const button = picture(page).getByRole('button', { name });
    await expect(button.locator('svg')).toBeVisible();
    await expect(button).toHaveText('');
  }
});

test('a drag chooses the years it passes', async ({ open, page }) => {
  await open();
  const from = await mark(page, 2021).boundingBox();
  const to = await mark(page, 2022).boundingBox();
  const plot = await picture(page).locator('svg').first().boundingBox();
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

test('13. two fields choose the same range of years', async ({ open, page }) => {
  await open();
  const range = page.getByRole('group', { name: 'Range of years' });
  await range.getByRole('spinbutton', { name: 'From' }).fill('2022');
  await range.getByRole('spinbutton', { name: 'From' }).press('Tab');
  await expectSearch(page, '?year=2022..2024');
});

test('15. a table says the same as the picture, in words', async ({ open, page }) => {
  await open();
  await picture(page).getByText('Show as a table').click();
  await expect(picture(page).getByRole('row', { name: /Tidewater Conf 2024.*10–12 June 2024.*2.*3/ })).toBeVisible();
  await expect(picture(page).getByRole('columnheader', { name: 'Written' })).toBeVisible();
  await expect(picture(page).getByRole('row', { name: /Tidewater Conf 2023.*0.*0/ })).toBeVisible();
});

const window = (page) => picture(page).locator('.plot');
const width = (page) => window(page).locator('svg').first().evaluate((svg) => svg.getBoundingClientRect().width);

test('the wheel zooms with Ctrl and scrolls the page without', async ({ open, page }) => {
  await open();
  await expect(picture(page).getByRole('button', { name: 'Zoom in' })).toBeVisible();
  const before = await width(page);
  const dot = await mark(page, 2022).boundingBox();
  const x = dot.x + dot.width / 2;
  await page.mouse.move(x, dot.y + 30);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await expect.poll(() => width(page)).toBeGreaterThan(before * 1.2);
  await page.keyboard.up('Control');
  // The point below the pointer stays where it is.
  const after = await mark(page, 2022).boundingBox();
  expect(Math.abs(after.x + after.width / 2 - x)).toBeLessThan(4);
  const zoomed = await width(page);
  await page.mouse.wheel(0, 100);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await width(page)).toBe(zoomed);
});

test('buttons and keys zoom, and lead back to the whole span', async ({ open, page }) => {
  await open();
  const before = await width(page);
  await expect(picture(page).getByRole('button', { name: 'Zoom out' })).toBeDisabled();
  await picture(page).getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => width(page)).toBeGreaterThan(before * 1.4);
  await mark(page, 2024).focus();
  await page.keyboard.press('+');
  await expect.poll(() => width(page)).toBeGreaterThan(before * 2);
  await expect(mark(page, 2024)).toBeFocused();
  await page.keyboard.press('0');
  await expect.poll(() => width(page)).toBe(before);
  await expectSearch(page, '');
});

test('a drag in the zoomed picture chooses the years it passes', async ({ open, page }) => {
  await open();
  for (let step = 0; step < 3; step += 1) await picture(page).getByRole('button', { name: 'Zoom in' }).click();
  await mark(page, 2022).scrollIntoViewIfNeeded();
  const dot = await mark(page, 2022).boundingBox();
  await page.mouse.move(dot.x + 40, dot.y + dot.height + 20);
  await page.mouse.down();
  await page.mouse.move(dot.x + 50, dot.y + dot.height + 20, { steps: 4 });
  await page.mouse.move(dot.x + 60, dot.y + dot.height + 20, { steps: 4 });
  await page.mouse.up();
  await expectSearch(page, '?year=2022');
});

test('names in the picture never overlap, however close one looks', async ({ open, page }) => {
  await open();
  const closer = picture(page).getByRole('button', { name: 'Zoom in' });
  await expect(closer).toBeVisible();
  for (let step = 0; await closer.isEnabled(); step += 1) {
    const overlaps = await namesThatOverlap(window(page));
    expect(overlaps, `after ${step} steps`).toBe(0);
    await closer.click();
  }
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true });

  test('two fingers zoom', async ({ open, page }) => {
    await open();
    await expect(picture(page).getByRole('button', { name: 'Zoom in' })).toBeVisible();
    const before = await width(page);
    const plot = await window(page).boundingBox();
    const [x, y] = [plot.x + plot.width / 2, plot.y + 40];
    const devtools = await page.context().newCDPSession(page);
    const fingers = (type, apart) => devtools.send('Input.dispatchTouchEvent', {
      type, touchPoints: apart ? [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }] : [],
    });
    await fingers('touchStart', 40);
    await fingers('touchMove', 60);
    await fingers('touchMove', 80);
    await fingers('touchEnd');
    await expect.poll(() => width(page)).toBeGreaterThan(before * 1.8);
    await fingers('touchStart', 80);
    await fingers('touchMove', 30);
    await fingers('touchEnd');
    await expect.poll(() => width(page)).toBe(before);
    await expectSearch(page, '');
  });
});
