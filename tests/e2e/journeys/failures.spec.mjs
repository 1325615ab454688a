// Whatever is missing or broken: the list stays, the reason is said, and there is a way to try again.
import { arrive, expect, isReady, test } from '../journey.mjs';

const FAILURES = [
  { what: 'the glue is missing', files: /\/app-[^/]*\.js$/, answer: { status: 404, body: 'Not found.' } },
  { what: 'the wasm is missing', files: /\.wasm$/, answer: { status: 404, body: 'Not found.' } },
  {
    what: 'the wasm is a page, as hosts with a fallback send it',
    files: /\.wasm$/,
    answer: { status: 200, contentType: 'text/html', body: '<!doctype html><title>Home</title>' },
  },
  {
    what: 'the wasm is cut off',
    files: /\.wasm$/,
    answer: { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0]) },
  },
  { what: 'the catalog is missing', files: /\/bundle\/explorer[^/]*\.json$/, answer: { status: 404, body: 'Not found.' } },
  {
    what: 'the catalog is not what the manifest says',
    files: /\/bundle\/explorer[^/]*\.json$/,
    answer: { status: 200, contentType: 'application/json', body: '{"texts":[],"numbers":[]}' },
  },
];

const IS_PAGE = /\/(index\.html)?$/;

/** Lets a host send files with other headers. */
const sendWith = (context, files, headers) => context.route(files, async (route) => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, headers: { ...answer.headers(), ...headers } });
});

/** Opens the explorer, where the list stays and the reader is told. */
async function expectTold(page, words) {
  await page.goto('./');
  await arrive(page);
  // All reasons are there; one is shown.
  await expect(page.getByRole('alert').getByText(words)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
}

for (const { what, files, answer } of FAILURES) {
  test(`when ${what}, the list stays and the reader can try again`, async ({ context, page, quiet }) => {
    // The browser, and our boot script, report what went wrong to whoever looks at the console.
    quiet.expected.push(/^(error|warning): /);
    await context.route(files, (route) => route.fulfill(answer));
    await page.goto('./');
    await arrive(page);
    const notice = page.getByRole('alert').or(page.getByRole('status')).filter({ has: page.getByRole('button', { name: 'Try again' }) });
    await expect(notice).toBeVisible();
    await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
    await context.unroute(files);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await isReady(page);
  });
}

for (const { when, start } of [
  { when: 'while it starts', start: 'throw new WebAssembly.RuntimeError("unreachable")' },
  { when: 'later', start: 'setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable") })' },
  { when: 'later, in a task of its own', start: 'Promise.reject(new WebAssembly.RuntimeError("unreachable"))' },
]) {
  test(`when the client breaks ${when}, the list stays and the reader is told`, async ({ context, page, quiet }) => {
    quiet.expected.push(/^error: /);
    const glue = `export default async () => {}; export const start = () => { ${start}; };`;
    await context.route(/\/app-[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: glue }));
    // The page vouches for the client of the build, and would refuse this one.
    await context.route(IS_PAGE, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/<script type="importmap">.*?<\/script>/s, '');
      await route.fulfill({ response: answer, body });
    });
    await expectTold(page, 'Something in the program went wrong.');
  });
}

for (const { what, files } of [
  { what: 'the passages', files: /\/bundle\/tidewater-2024-passages-[^/]*\.json$/ },
  { what: 'the list of the passages', files: /\/bundle\/passages-[^/]*\.json$/ },
]) {
  test(`without ${what} a search still finds the talks, and the next one tries again`, async ({ context, open, page, quiet }) => {
    // The browser names what it could not load, and that its bytes are not those that were named.
    quiet.expected.push(/^error: (Failed to load|Failed to find a valid digest|Fetch API cannot load)/);
    const box = page.getByRole('searchbox', { name: 'Search', exact: true });
    const results = page.getByRole('region', { name: 'Results' });
    await open();
    await context.route(files, (route) => route.fulfill({ status: 503, body: '' }));
    const refused = page.waitForResponse(files);
    await box.fill('shoestring');
    expect((await refused).status()).toBe(503);
    await expect(results.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
    await context.unroute(files);
    await box.fill('shoestring chair');
    await expect(results).toContainText('The sonar costs less than the chair she stood on.');
  });
}

test('a page needs nothing but itself', async ({ context, page, quiet }) => {
  quiet.expected.push(/^error: Failed to load resource/);
  await context.route((url) => !url.pathname.endsWith('.html'), (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./talk/tidewater-2024-sonar-on-a-shoestring.html');
  await expect(page.getByText('lowered her device into the river').first()).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Back by the river' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Back by the river' })).toBeVisible();
});

test('where a host forbids wasm, the list stays and the reader is told', async ({ context, page, quiet }) => {
  quiet.expected.push(/^(error|warning): /);
  // A proxy or an extension with a policy of its own; a browser holds the page to both.
  await sendWith(context, IS_PAGE, { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" });
  await expectTold(page, 'A part of the program is missing, damaged or blocked.');
});

test('where a host sends the module as text, the list stays and the reader is told', async ({ context, page, quiet }) => {
  quiet.expected.push(/^(error|warning): /);
  await sendWith(context, /\/app-[^/]*\.js$/, { 'content-type': 'text/plain' });
  await expectTold(page, 'A part of the program is missing, damaged or blocked.');
});

test('a reader whose browser keeps nothing has everything but the offer to save', async ({ open, page }) => {
  await page.addInitScript(() => {
    const denied = () => { throw new DOMException('denied', 'SecurityError'); };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: denied });
    }
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: denied });
    Object.defineProperty(Document.prototype, 'cookie', { get: denied, set: denied });
  });
  await open('?theme=sonar');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('shoestring chair');
  await expect(page.getByRole('region', { name: 'Results' })).toContainText('The sonar costs less than the chair she stood on.');
  await page.goto('./contents.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything by name');
  await expect(page.getByRole('button', { name: /Save for offline/ })).toBeHidden();
});
