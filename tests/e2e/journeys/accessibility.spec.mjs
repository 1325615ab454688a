// axe with its best practices finds nothing, on any view, in any of the forms it is seen in.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from '../journey.mjs';
import { SHIPPED_VIEWS, VIEWS, WORST_VIEWS } from './views.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FORMS = [
  { form: 'light', use: { colorScheme: 'light' } },
  { form: 'dark', use: { colorScheme: 'dark' } },
  { form: '320 px', use: { colorScheme: 'light', viewport: { width: 320, height: 640 } } },
];
const SITES = [
  { site: 'fixture', views: VIEWS },
  { site: 'shipped', views: SHIPPED_VIEWS },
  { site: 'worst', views: WORST_VIEWS },
];

/** One line for each element that axe objects to. */
async function objections(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }),
    TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

for (const { site, views } of SITES) {
  for (const { form, use } of FORMS) {
    test.describe(`${site}, ${form}`, () => {
      test.use({ site, ...use });
      for (const { name, address, title } of views) {
        test(`axe finds nothing on: ${name}`, async ({ open, page }) => {
          // The whole collection is thousands of elements, and axe looks at each.
          test.slow();
          await open(address);
          await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
          await page.waitForLoadState('networkidle');
          expect(await objections(page)).toEqual([]);
        });
      }
    });
  }
}

test.describe('unfolded', () => {
  for (const address of ['talk/tidewater-2024-sonar-on-a-shoestring.html', 'recap/back-by-the-river.html']) {
    test(`axe finds nothing in what is folded away: ${address}`, async ({ open, page }) => {
      await open(address);
      const places = page.getByText(/^(Where this comes from|How this talk was found)$/);
      for (const place of await places.all()) await place.click();
      await expect(page.getByText(/recaps\/2024-porto-dolezal\.md, line/).last()).toBeVisible();
      expect(await objections(page)).toEqual([]);
    });
  }
});

test.describe('in a dialog', () => {
  for (const { key, name } of [{ key: 'Control+k', name: /^Jump to/ }, { key: '?', name: 'Keys' }]) {
    test(`axe finds nothing in the dialog of ${key}`, async ({ open, page }) => {
      await open('theme/sonar.html');
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      expect(await objections(page)).toEqual([]);
    });
  }
});

test.describe('without the client', () => {
  test('axe finds nothing on the page as it is served', async ({ context, page, quiet }) => {
    quiet.expected.push(/^(error|warning): /);
    await context.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('data-client', 'failed');
    expect(await objections(page)).toEqual([]);
  });
});
