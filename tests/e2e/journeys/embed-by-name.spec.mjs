// A site whose pages have no embedded pages: one page shows anything by name, and the site offers nothing that does not
// exist.
import { test as base, expect } from '@playwright/test';
import { serve } from '../../serve.mjs';
import { sites } from '../browser.mjs';
import { frame, visit } from '../host.mjs';

const THEME = 'theme/service-mesh.html';
const TALK = 'kubecon-eu-2016-pushing-kubernetes-forward';
const RECAP = 'recap/cloudnativecon-kubecon-europe.html';

const test = base.extend({
  site: async ({}, use) => {
    const server = await serve({ root: `${sites}/shipped`, ways: { readsHeaders: true } });
    await use(server.url);
    await server.close();
  },
  visit,
});
const text = (page, form) => page.locator(`[data-form="${form}"] textarea`);

test('a theme is shared by name', async ({ page, site }) => {
  await page.goto(site + THEME);
  await page.getByRole('link', { name: 'Share or embed' }).click();
  await expect(page.locator('#share-words')).toContainText('Service mesh');
  await expect(text(page, 'link')).toHaveValue(site + THEME);
  await expect(text(page, 'iframe')).toHaveValue(new RegExp(`<iframe src="${site}embed.html\\?theme=service-mesh&amp;v=1" title="Service mesh`));
  await expect(text(page, 'html')).toHaveValue(/<li><a href="[^"]*\/talk\//);
  await expect(text(page, 'picture')).toHaveValue(/^<svg .*2018: \d+/);
  // A site that does not know its address has neither.
  for (const form of ['oembed', 'feed']) await expect(text(page, form)).toBeHidden();
  await expect(page.frameLocator('#share-frame').locator('html')).toHaveAttribute('data-client', 'ready');
  await expect(page.frameLocator('#share-frame').getByText('This link asks for')).toHaveCount(0);
});

test('a talk is shared by name, and stands in the frame as its page', async ({ page, site, visit }) => {
  await page.goto(`${site}talk/${TALK}.html`);
  await page.getByRole('link', { name: 'Share or embed' }).click();
  await expect(page.locator('#share-words')).toContainText('Pushing Kubernetes Forward');
  await expect(text(page, 'iframe')).toHaveValue(new RegExp(`<iframe src="${site}embed.html\\?talk=${TALK}&amp;v=1" title="Pushing Kubernetes Forward"`));
  await expect(text(page, 'markdown')).toHaveValue(`[Pushing Kubernetes Forward](${site}talk/${TALK}.html)\n`);
  const pasted = await text(page, 'iframe').inputValue();
  await visit(pasted);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Pushing Kubernetes Forward' })).toBeVisible();
});

for (const { what, address, name } of [
  { what: 'a theme', address: THEME, name: 'Service mesh' },
  { what: 'a talk', address: `talk/${TALK}.html`, name: 'Pushing Kubernetes Forward' },
  { what: 'a recap', address: RECAP, name: /CloudNativeCon/ },
]) {
  test(`the element shows ${what} whose page it is given`, async ({ page, site, visit }) => {
    await visit(`<script src="${site}embed.js"></script><hallway-timeline id="notes" src="${site}${address}" height="400"><a href="${site}">Notes</a></hallway-timeline>`);
    const inner = page.locator('#notes iframe').contentFrame();
    await expect(inner.getByText(name).filter({ visible: true }).first()).toBeVisible();
    await expect(inner.getByText('This link asks for')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Notes', exact: true })).toBeHidden();
  });
}

test('a host may ask for a talk later', async ({ page, site, visit }) => {
  await visit(frame(`${site}embed.html?theme=service-mesh&v=1`, 'allow-scripts'));
  const view = page.frameLocator('iframe');
  await expect(view.locator('html')).toHaveAttribute('data-client', 'ready');
  await page.locator('iframe').evaluate((it, talk) => it.contentWindow.postMessage({ hallway: 1, type: 'set', query: `talk=${talk}` }, '*'), TALK);
  await expect(view.getByRole('heading', { level: 1, name: 'Pushing Kubernetes Forward' })).toBeVisible();
});

test('the gallery shows only forms that there are', async ({ page, site }) => {
  const missing = [];
  page.on('response', (answer) => { if (answer.status() >= 400) missing.push(answer.url()); });
  await page.goto(`${site}embedding.html`);
  for (const shown of await page.locator('iframe').all()) await shown.scrollIntoViewIfNeeded();
  for (const shown of await page.locator('iframe').all()) {
    await expect(shown.contentFrame().locator('html')).toHaveAttribute('data-client', 'ready');
  }
  await expect(page.getByRole('heading', { name: 'Frame without scripts' })).toHaveCount(0);
  await expect(page.locator('img')).toHaveCount(0);
  expect(missing).toEqual([]);
});
