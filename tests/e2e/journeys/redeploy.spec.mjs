// A page that is older than the site: one reload if that helps, otherwise a notice, and no loop.
import { readFile } from 'node:fs/promises';
import { sites } from '../browser.mjs';
import { arrive, expect, isReady, test } from '../journey.mjs';

const isPage = (url) => /\/(index\.html)?$/.test(url.pathname);
const notice = (page) => page.getByRole('alert');

/** The page as an earlier build made it: it names files that no longer exist on the host. */
async function outdated(version = '0123456789abcdef') {
  const page = await readFile(`${sites}/fixture/index.html`, 'utf8');
  return page
    .replaceAll(/bundle\/|(explorer|search)-[0-9a-f]{12}/g, (all, role) => (role ? `${role}-${version.slice(0, 12)}` : all))
    .replaceAll(/app-[0-9a-f]+/g, `app-${version}`);
}

/** Answers requests for the page with each of `bodies`, then repeats the last one; null is the host's own page. */
async function answerWith(context, bodies) {
  const asked = [];
  await context.route(isPage, async (route) => {
    const body = bodies[Math.min(asked.length, bodies.length - 1)];
    asked.push(route.request().isNavigationRequest() ? 'page' : 'question');
    if (body === null) return route.continue();
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  return asked;
}

test.beforeEach(({ quiet }) => { quiet.expected.push(/^(error|warning): /); });

test('a page of an earlier build is loaded anew, with its address', async ({ context, page }) => {
  const asked = await answerWith(context, [await outdated(), null]);
  await page.goto('./?theme=sonar');
  await isReady(page);
  expect(asked).toEqual(['page', 'question', 'page']);
  expect(new URL(page.url()).search).toBe('?theme=sonar');
  expect(await page.evaluate(() => history.state)).toBeNull();
});

test('one that stayed open until somebody came is, too', async ({ context, page }) => {
  await page.goto('./');
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')))).toBe(true);
  // The earlier build is gone, and the host has another one.
  const gone = /\/bundle\/explorer-(?!0{12})[^/]*\.json$/;
  const asked = [];
  await context.route(gone, (route) => (asked.length < 2 ? route.fulfill({ status: 404, body: '' }) : route.continue()));
  await context.route(isPage, async (route) => {
    asked.push(route.request().isNavigationRequest() ? 'page' : 'question');
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll('"data":"', '"data":"0');
    return route.fulfill({ response: answer, body });
  });
  await arrive(page);
  await expect.poll(() => asked).toEqual(['question', 'page']);
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
});

test('where the host has nothing newer, the reader is told at once', async ({ context, page }) => {
  const asked = await answerWith(context, [await outdated()]);
  // Without an action of the reader; otherwise the collection would be missing as well.
  await page.goto('./');
  await expect(notice(page).getByText('A part of the program is missing, damaged or blocked.')).toBeVisible();
  expect(asked).toEqual(['page', 'question']);
});

test('where the host does not answer that question, the reader is told all the same', async ({ context, page }) => {
  const body = await outdated();
  await context.route(isPage, (route) => (
    route.request().isNavigationRequest() ? route.fulfill({ contentType: 'text/html; charset=utf-8', body }) : undefined
  ));
  await page.goto('./');
  await expect(notice(page).getByText('A part of the program is missing, damaged or blocked.')).toBeVisible();
});

test('a host that sends old pages by turns makes no loop', async ({ context, page }) => {
  const [one, other] = await Promise.all(['0123456789abcdef', 'fedcba9876543210'].map(outdated));
  const asked = await answerWith(context, [one, other, other, one, other, one, other, one]);
  await page.goto('./');
  await arrive(page);
  await expect(notice(page)).toBeVisible();
  expect(asked).toEqual(['page', 'question', 'page']);
});

test('no storage is needed for that', async ({ context, page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage', 'caches', 'indexedDB']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    }
  });
  await answerWith(context, [await outdated(), null]);
  await page.goto('./');
  await isReady(page);
});
