// A very large collection comes in parts: a catalog index, lists, shards of talks, shards of words and their
// positions. The site of these journeys is the shipped collection, laid out as if it were that large.
import { expect, expectSearch, isReady, test } from '../journey.mjs';

test.use({ site: 'parts' });

const box = (page) => page.getByRole('searchbox', { name: 'Search', exact: true });
const status = (page) => page.getByRole('status');
const notice = (page) => page.locator('.load-notice');

/** The requests so far, by kind: `shelf-3`, `words-12`, `lists`. */
function asked(page) {
  const names = [];
  page.on('request', (request) => {
    const name = /\/bundle\/(.+)-[0-9a-f]{12}\.json$/.exec(new URL(request.url()).pathname);
    if (name) names.push(name[1]);
  });
  return { of: (kind) => names.filter((name) => name.replace(/-\d+$/, '') === kind) };
}

/** What the page shows for an address: the count, the first titles, and all counts. */
async function told(page, url) {
  await page.goto(url);
  await isReady(page);
  const patience = { timeout: 15_000 };
  await expect(status(page).first()).not.toHaveText('Searching…', patience);
  await expect(page.locator('.is-awaited')).toHaveCount(0, patience);
  await expect(page.locator('.facet .count', { hasText: '…' })).toHaveCount(0, patience);
  return {
    status: await status(page).first().textContent(),
    titles: await page.locator('.talk h4').allTextContents(),
    counts: await page.locator('.facet li').allTextContents(),
  };
}

test('the catalog index is enough to open; a filter asks for the lists, a word for its shard', async ({ open, page }) => {
  const files = asked(page);
  await open();
  await expect(page.locator('.is-awaited')).toHaveCount(0);
  expect(files.of('explorer')).toHaveLength(1);
  for (const kind of ['lists', 'search', 'words', 'places', 'titles', 'evidence']) expect(files.of(kind), kind).toEqual([]);
  const n_all = await status(page).first().textContent();
  await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
  await expect(status(page).first()).not.toHaveText(n_all);
  await expect.poll(() => files.of('lists')).toHaveLength(1);
  await box(page).fill('mesh ');
  await expect(page.locator('mark', { hasText: /^mesh$/i }).first()).toBeVisible();
  expect(files.of('search')).toHaveLength(1);
  expect(files.of('words').length).toBeGreaterThan(0);
  // Nobody searched for a phrase.
  expect(files.of('places')).toEqual([]);
  await box(page).fill('"service mesh"');
  await expect(page.locator('mark', { hasText: /^service.mesh$/i }).first()).toBeVisible();
  expect(files.of('places').length).toBeGreaterThan(0);
});

test('a word is answered before the lists are here, and the counts come after it', async ({ open, page }) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(/\/bundle\/lists-/, async (route) => { await held; await route.continue(); });
  await open();
  await box(page).fill('gateway');
  await expect(page.locator('mark', { hasText: /^gateway/i }).first()).toBeVisible();
  const themes = page.getByRole('group', { name: 'Theme' }).locator('.count');
  await expect(themes.first()).toHaveText('…');
  await expect(page.getByRole('group', { name: 'Kind' }).locator('.count').first()).toHaveText(/^\d+$/);
  go();
  await expect(themes.first()).toHaveText(/^\d+$/);
});

for (const address of [
  '?q=linkerd', '?q=%22service+mesh%22', '?q=prometehus', '?q=scaling+', '?theme=security', '?year=2018&q=trac',
  '?q=person:hightower+year:2016..2018', '?q=-theme:istio+mesh', '?q=conference:austin&sort=title',
]) {
  test(`in parts as in one piece: ${address}`, async ({ page, baseURL, browser, servers }) => {
    test.slow();
    const whole = await servers('shipped', '/', {});
    const other = await browser.newContext({ viewport: page.viewportSize(), locale: 'en-US', reducedMotion: 'reduce' });
    const expected = await told(await other.newPage(), whole.url + address);
    expect(expected.titles.length).toBeGreaterThan(0);
    expect(await told(page, baseURL + address)).toEqual(expected);
    await other.close();
  });
}

test('who scrolls gets more, and who comes back finds the place', async ({ open, page }) => {
  const files = asked(page);
  await open();
  await expect(page.locator('.is-awaited')).toHaveCount(0);
  const n_before = files.of('shelf').length;
  const talk = page.locator('.talk h4 a');
  const more = page.getByRole('button', { name: 'Show more years' });
  const n_talks = await talk.count();
  await more.scrollIntoViewIfNeeded();
  await expect.poll(() => files.of('shelf').length).toBeGreaterThan(n_before);
  await expect.poll(async () => talk.count()).toBeGreaterThan(n_talks + 20);
  await expect(page.locator('.is-awaited')).toHaveCount(0);
  const far = talk.nth(n_talks + 20);
  await far.scrollIntoViewIfNeeded();
  const title = await far.textContent();
  await far.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await isReady(page);
  await expect(page.locator('.talk h4 a', { hasText: title }).first()).toBeInViewport();
});

test('entries that cannot be loaded are missed aloud, and come when asked for again', async ({ open, page, quiet }) => {
  quiet.expected.push(/^error: Failed to load resource/);
  await page.route(/\/bundle\/shelf-1-/, (route) => route.abort(), { times: 1 });
  // If the page shows only the explorer; otherwise it is below the waves.
  await open('?view=timeline');
  await expect(page.getByRole('alert').getByText('could not be loaded')).toBeVisible();
  await expect(notice(page)).toBeInViewport();
  // Meanwhile the loaded parts work.
  await expect(page.locator('.talk h4').first()).toBeVisible();
  await expect(page.locator('.is-awaited')).not.toHaveCount(0);
  await notice(page).getByRole('button', { name: 'Try again' }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect(page.locator('.is-awaited')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Results' })).toBeFocused();
});

test('words that cannot be loaded leave what was there, and are found when asked for again', async ({ open, page, quiet }) => {
  quiet.expected.push(/^error: Failed to load resource/);
  // All of them: if one loaded, that would be reason enough to request the others again.
  let isBroken = true;
  await page.route(/\/bundle\/words-/, (route) => (isBroken ? route.abort() : route.continue()));
  await open();
  await expect(page.locator('.is-awaited')).toHaveCount(0);
  const first = await page.locator('.talk h4').first().textContent();
  await box(page).fill('mesh ');
  await expect(status(page).first()).toHaveText('The search could not be loaded.');
  await expect(page.locator('.talk h4').first()).toHaveText(first);
  isBroken = false;
  await notice(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('mark', { hasText: /^mesh$/i }).first()).toBeVisible();
  await expectSearch(page, '?q=mesh+');
});
