// Every control works as the first thing that a reader presses on the page, by mouse and by touch.
import { expect, expectSearch, isReady, test } from '../journey.mjs';

const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
};

const THINGS = [
  { what: 'a mark of the chart', at: (page) => page.locator('.mark').last(), search: /^\?conference=[\w-]+$/ },
  { what: 'a year of the chart', at: (page) => page.locator('.plot-year text').first(), search: /^\?year=\d{4}$/ },
  { what: 'a filter', at: (page) => page.getByRole('group', { name: 'Year' }).getByText('2022', { exact: true }), search: '?year=2022' },
  { what: 'a link to a view', at: (page) => page.getByRole('link', { name: 'Recaps', exact: true }), search: '?view=recaps' },
];

for (const hasTouch of [false, true]) {
  test.describe(hasTouch ? 'by touch' : 'by mouse', () => {
    test.use({ hasTouch });
    for (const { what, at, search } of THINGS) {
      test(what, async ({ page }) => {
        await page.goto('./');
        const [x, y] = await middle(at(page));
        if (hasTouch) await page.touchscreen.tap(x, y);
        else await page.evaluate(([x, y]) => document.elementFromPoint(x, y).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y })), [x, y]);
        await expect.poll(() => new URL(page.url()).search).toMatch(search);
      });
    }
  });
}

test('an order and a year that are chosen first thing', async ({ context, page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await context.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  await page.goto('./?view=talks');
  await page.getByRole('combobox').first().selectOption('oldest');
  release();
  await isReady(page);
  await expectSearch(page, '?view=talks&sort=oldest');
});
