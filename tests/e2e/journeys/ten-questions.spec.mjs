// Questions of readers, each answered within three actions from the first page: something typed, pressed or chosen.
import { expect, isReady, test } from '../journey.mjs';

test.use({ site: 'shipped' });

const MOST = 3;
const main = (page) => page.getByRole('main');
const box = (page) => page.getByRole('searchbox', { name: 'Search', exact: true });
const results = (page) => page.getByRole('region', { name: 'Results' });

/** Performs some actions on the first page, at most three. */
const ask = async ({ open, page }, ...actions) => {
  expect(actions.length).toBeLessThanOrEqual(MOST);
  await open();
  for (const act of actions) await act(page);
};

const type = (text) => async (page) => {
  await box(page).fill(text);
  await expect(page.locator('html')).not.toHaveAttribute('data-waiting');
};
const openPalette = (page) => page.keyboard.press('Control+k');
const jumpTo = (text) => async (page) => {
  await page.getByRole('combobox', { name: /^Jump to/ }).fill(text);
  await page.keyboard.press('Enter');
};
const press = (role, name) => (page) => page.getByRole(role, { name }).first().click();

test('which talk of 2016 inspired most?', async ({ open, page }) => {
  await ask({ open, page }, type('most inspiring talk year:2016'));
  await expect(results(page).getByRole('article').first()).toContainText(/most inspiring/i);
  await expect(results(page).getByRole('link', { name: '2016', exact: true })).toBeVisible();
});

test('who spoke about eBPF first?', async ({ open, page }) => {
  await ask({ open, page }, openPalette, jumpTo('ebpf'));
  const first = main(page).locator('#first-named');
  await expect(first).toBeVisible();
  await expect(first).toContainText(/eBPF/);
  await expect(first.getByRole('link')).not.toHaveCount(0);
});

test('what do three people say about one keynote?', async ({ open, page }) => {
  await ask({ open, page }, type('kind:keynote democratize distributed system development'), (page) => results(page).getByRole('article').getByRole('link').first().click());
  expect(await main(page).locator('.notes-side-by-side > *').count()).toBeGreaterThanOrEqual(3);
});

test('what was no longer named after 2019?', async ({ open, page }) => {
  await ask({ open, page }, press('link', 'Themes'), (page) => page.getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'Not named since' }));
  await expect(page.locator('.matrix.is-whole tbody tr').first()).toBeVisible();
});

test('what is there by Kelsey Hightower?', async ({ open, page }) => {
  await ask({ open, page }, openPalette, jumpTo('kelsy hightower'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kelsey Hightower');
  expect(await main(page).getByRole('article').count()).toBeGreaterThanOrEqual(5);
});

test('how do I cite a talk?', async ({ context, open, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ask({ open, page }, openPalette, jumpTo('pushing kubernetes forward'), press('button', 'Copy citation'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Pushing Kubernetes Forward');
});

test('what is the link to this view?', async ({ open, page }) => {
  await ask({ open, page }, type('gitops'), press('link', 'Share'));
  await expect(page.locator('[data-form="link"] :is(input, textarea)')).toHaveValue(/\?q=gitops$/);
});

test('how do I show service mesh from 2017 to 2019 in my blog?', async ({ open, page }) => {
  await ask({ open, page }, type('theme:"service mesh" year:2017..2019'), press('link', 'Share'));
  await expect(page.locator('[data-form="picture"] textarea')).toHaveValue(/2017: \d+.*2018: \d+.*2019: \d+/s);
});

test('which recaps tell of Copenhagen?', async ({ open, page }) => {
  await ask({ open, page }, type('copenhagen'), press('link', 'Recaps'));
  expect(await results(page).locator('.recap').count()).toBeGreaterThan(5);
});

test('what is new in Europe 2026 against 2025?', async ({ open, page }) => {
  await ask({ open, page }, openPalette, jumpTo('europe 2026'));
  await isPageOf(page, /Europe 2026/);
  await expect(main(page).getByRole('heading', { name: /^New and gone since .*2025/ })).toBeVisible();
});

const isPageOf = (page, name) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
