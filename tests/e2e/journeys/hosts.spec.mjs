// The same folder on hosts with different behavior. Each runs under the policy of the pages, with a silent console, as
// in all journeys.
import { expect, isReady, test } from '../journey.mjs';

const TALK = 'talk/tidewater-2024-sonar-on-a-shoestring.html';

const HOSTS = [
  { host: 'GitHub Pages: gzip only, in a folder', folder: '/notes/', ways: { encodings: ['gzip'], headers: { 'Cache-Control': 'max-age=600' } } },
  { host: 'Netlify: reads _headers', ways: { readsHeaders: true } },
  { host: 'Cloudflare Pages: reads _headers, and leaves off endings', ways: { readsHeaders: true, hidesEndings: true } },
  { host: 'nginx or Apache with packings', site: 'packed', ways: { sendsPackings: true } },
  { host: 'a CDN that adds nothing', ways: { encodings: [], headers: {} } },
  {
    host: 'a bucket that does not know wasm',
    ways: { encodings: [], types: { '.wasm': 'application/octet-stream' } },
    expected: /^warning: `WebAssembly\.instantiateStreaming` failed because your server does not serve Wasm/,
  },
];

for (const { host, site = 'fixture', folder = '/', ways, expected } of HOSTS) {
  test.describe(host, () => {
    test.use({ site, folder, ways });

    test('the explorer starts and searches, and a page plays its recording', async ({ open, page, quiet }) => {
      if (expected) quiet.expected.push(expected);
      await open();
      await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('shoestring chair');
      const results = page.getByRole('region', { name: 'Results' });
      await expect(results).toContainText('The sonar costs less than the chair she stood on.');
      await page.goto(`./${TALK}`);
      quiet.expected.push(/^https:\/\/www\.youtube-nocookie\.com\//);
      await page.getByRole('button', { name: /^Play video/ }).click();
      await expect.poll(() => page.frames().at(-1).title()).toBe('Elsewhere');
      await page.getByRole('link', { name: 'Tidewater notes' }).click();
      await isReady(page);
    });

    test('an address without a page says so, and leads to the start page', async ({ page, quiet }) => {
      quiet.expected.push(/^error: Failed to load resource/, ...(expected ? [expected] : []));
      const answer = await page.goto('./talk/never-given.html');
      expect(answer.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
      await page.getByRole('link', { name: 'Start page' }).click();
      await isReady(page);
    });
  });
}

test('a page may not run, frame or ask for anything that it does not name', async ({ open, page, quiet }) => {
  quiet.expected.push(/^error: /);
  await open(TALK);
  const tried = await page.evaluate(async () => {
    const script = document.createElement('script');
    const attempt = (act) => { try { act(); return 'allowed'; } catch { return 'refused'; } };
    return {
      html: attempt(() => { document.body.innerHTML = '<b>x</b>'; }),
      policy: attempt(() => trustedTypes.createPolicy('default', {})),
      script: attempt(() => { script.text = 'window.ran = 1'; document.head.append(script); }),
      ran: window.ran ?? 'never',
      request: await fetch('https://elsewhere.example/').then(() => 'allowed', () => 'refused'),
    };
  });
  expect(tried).toEqual({ html: 'refused', policy: 'refused', script: 'refused', ran: 'never', request: 'refused' });
});

for (const { what, files } of [{ what: 'wasm', files: /\.wasm$/ }, { what: 'module', files: /\/app-[^/]*\.js$/ }]) {
  test(`other bytes than those of the build are refused: ${what}`, async ({ context, page, quiet }) => {
    quiet.expected.push(/^(error|warning): /);
    await context.route(files, async (route) => {
      const answer = await route.fetch();
      // Still valid: a custom section, or a comment.
      const extra = what === 'wasm' ? Buffer.from([0, 2, 1, 120]) : Buffer.from('\n// other');
      await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), extra]) });
    });
    await page.goto('./');
    await expect(page.getByRole('alert').getByText('A part of the program is missing, damaged or blocked.')).toBeVisible();
  });
}
