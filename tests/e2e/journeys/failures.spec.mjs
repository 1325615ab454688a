// Whatever is missing or broken: the list stays, the page gives the reason, and the reader can try again.
import { arrive, expect, isReady, test } from '../journey.mjs';

const PROGRAM = 'A part of the program is missing, damaged or blocked.';
const COLLECTION = 'The collection could not be loaded, or it arrived damaged.';
const CRASH = 'Something in the program went wrong. Your link is kept.';

const FAILURES = [
  { what: 'the glue is missing', says: PROGRAM, files: /\/app-[^/]*\.js$/, answer: { status: 404, body: 'Not found.' } },
  { what: 'the wasm is missing', says: PROGRAM, files: /\.wasm$/, answer: { status: 404, body: 'Not found.' } },
  {
    what: 'the wasm is a page, as hosts with a fallback send it',
    says: PROGRAM,
    files: /\.wasm$/,
    answer: { status: 200, contentType: 'text/html', body: '<!doctype html><title>Home</title>' },
  },
  {
    what: 'the wasm is cut off',
    says: PROGRAM,
    files: /\.wasm$/,
    answer: { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0]) },
  },
  { what: 'the catalog is missing', says: COLLECTION, files: /\/bundle\/explorer[^/]*\.json$/, answer: { status: 404, body: 'Not found.' } },
  {
    what: 'the catalog is not what the manifest says',
    says: COLLECTION,
    files: /\/bundle\/explorer[^/]*\.json$/,
    answer: { status: 200, contentType: 'application/json', body: '{"texts":[],"numbers":[]}' },
  },
];

for (const { what, says, files, answer } of FAILURES) {
  test(`when ${what}, the list stays and the reader can try again`, async ({ context, page, quiet }) => {
    // The browser and our boot script report the error to the console.
    quiet.expected.push(/^(error|warning): /);
    await context.route(files, (route) => route.fulfill(answer));
    await page.goto('./');
    await arrive(page);
    const notice = page.getByRole('alert');
    await expect(notice.getByRole('paragraph')).toHaveText([says, 'The list below does not need them.']);
    await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
    await context.unroute(files);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await isReady(page);
  });
}

// A panic of the client is a trap, and where it surfaces depends on the caller.
const trap = () => { throw new WebAssembly.RuntimeError('unreachable'); };
const trapLater = () => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); };
const trapInTask = () => { Promise.reject(new WebAssembly.RuntimeError('unreachable')); };

test('when the client breaks while it starts, the list stays and the reader is told', async ({ page, quiet }) => {
  quiet.expected.push(/^error: /);
  // Its first call sets it up; the second one starts it.
  await page.addInitScript(`{
    const instantiate = WebAssembly.instantiateStreaming;
    let calls = 0;
    WebAssembly.instantiateStreaming = async (...given) => {
      const { instance, module } = await instantiate.apply(WebAssembly, given);
      const failing = (call) => (...values) => (calls++ === 0 ? call(...values) : (${trap})());
      const exported = Object.entries(instance.exports);
      const exports = exported.map(([name, it]) => [name, typeof it === 'function' ? failing(it) : it]);
      return { module, instance: { exports: Object.fromEntries(exports) } };
    };
  }`);
  await page.goto('./');
  await arrive(page);
  await expect(page.getByRole('alert')).toContainText(CRASH);
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
});

for (const { when, breakIt } of [
  { when: 'later', breakIt: trapLater },
  { when: 'later, in a task of its own', breakIt: trapInTask },
]) {
  test(`when the client breaks ${when}, the list stays and the reader is told`, async ({ open, page, quiet }) => {
    quiet.expected.push(/^error: /);
    await open('?q=sonar');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.evaluate(breakIt);
    await expect(page.getByRole('alert')).toContainText(CRASH);
    await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
    // What the client drew is gone, because it can no longer be trusted.
    await expect(page.getByRole('searchbox')).toBeHidden();
  });
}

for (const { what, files } of [
  { what: 'the texts of notes', files: /\/bundle\/tidewater-2024-note-texts-[^/]*\.json$/ },
  { what: 'the list of the texts', files: /\/bundle\/note-texts-[^/]*\.json$/ },
]) {
  test(`without ${what} a search still finds the talks, and the next one tries again`, async ({ context, open, page, quiet }) => {
    // The browser says what it could not load, and that the bytes do not match the integrity.
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
  await context.route((url) => /\/(index\.html)?$/.test(url.pathname), async (route) => {
    const answer = await route.fetch();
    // A proxy or an extension with its own policy; a browser applies both.
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" } });
  });
  await page.goto('./');
  await arrive(page);
  await expect(page.getByRole('alert')).toContainText('A part of the program is missing, damaged or blocked.');
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
});

test('where a host sends the module as text, the list stays and the reader is told', async ({ context, page, quiet }) => {
  quiet.expected.push(/^(error|warning): /);
  await context.route(/\/app-[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-type': 'text/plain' } });
  });
  await page.goto('./');
  await arrive(page);
  await expect(page.getByRole('alert')).toContainText('A part of the program is missing, damaged or blocked.');
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
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

test('a storage that is full keeps no list, and the list says so', async ({ open, page }) => {
  const UNKEPT = 'This browser cannot store the list: its storage is full or blocked.';
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await open('?theme=sonar');
  const talk = page.getByRole('region', { name: 'Results' }).locator('.talk', { hasText: 'Sonar on a shoestring' });
  await talk.locator('.star').click();
  await expect(page).toHaveURL(/list\.html\?talk=tidewater-2024-sonar-on-a-shoestring$/);
  await expect(page.getByText(UNKEPT)).toBeVisible();
  await expect(page.locator('#list')).toContainText('Sonar on a shoestring');
  // A reader who comes with the address alone and wants to keep the list is told, too.
  await page.goto(page.url());
  await expect(page.getByText(UNKEPT)).toBeHidden();
  await page.getByRole('button', { name: 'Make it my list' }).click();
  await expect(page.getByText(UNKEPT)).toBeVisible();
});
