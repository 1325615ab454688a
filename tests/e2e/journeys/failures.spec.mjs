// Whatever is missing or broken: the list stays, the reason is said, and there is a way to try again.
import { expect, isReady, test } from '../journey.mjs';

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
  { what: 'the catalog is missing', files: /\/bundle\/catalog[^/]*\.json$/, answer: { status: 404, body: 'Not found.' } },
  {
    what: 'the catalog is not what the manifest says',
    files: /\/bundle\/catalog[^/]*\.json$/,
    answer: { status: 200, contentType: 'application/json', body: '{"series":[]}' },
  },
];

for (const { what, files, answer } of FAILURES) {
  test(`when ${what}, the list stays and the reader can try again`, async ({ context, page, quiet }) => {
    // The browser, and our boot script, report what went wrong to whoever looks at the console.
    quiet.expected.push(/^(error|warning): /);
    await context.route(files, (route) => route.fulfill(answer));
    await page.goto('./');
    const notice = page.getByRole('alert').or(page.getByRole('status')).filter({ has: page.getByRole('button', { name: 'Try again' }) });
    await expect(notice).toBeVisible();
    await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
    await context.unroute(files);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await isReady(page);
  });
}

test('a text that fails to load can be asked for again', async ({ context, open, page, quiet }) => {
  quiet.expected.push(/^error: /);
  await open();
  const texts = /\/bundle\/.*tidewater-2024.*\.json$/;
  await context.route(texts, (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry.first()).toBeVisible();
  await context.unroute(texts);
  await retry.first().click();
  await expect(page.getByText('lowered her device into the river')).toBeVisible();
});
