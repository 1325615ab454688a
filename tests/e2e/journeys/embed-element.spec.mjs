// <hallway-timeline>: as tall as what it shows, any number on a page, live attributes, events; and hosts
// that resize a frame by a dialect of their own.
import { readFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../../.ci/serve.mjs';
import { sites } from '../browser.mjs';
import { frame, visit } from '../host.mjs';

const test = base.extend({
  site: async ({}, use) => {
    const server = await serve({ root: `${sites}/embedded` });
    await use(server.url);
    await server.close();
  },
  visit,
});

const scripted = (site, body) => `<script src="${site}embed.js"></script>${body}`;
const element = (site, more, id = 'notes') => `<hallway-timeline id="${id}" src="${site}" ${more}><a href="${site}">Notes</a></hallway-timeline>`;
const inner = (page, id = 'notes') => page.locator(`#${id} iframe`);
const heightOf = async (page, id) => (await inner(page, id).boundingBox())?.height ?? 0;

test('it weighs less than 3 kB', async () => {
  expect((await readFile(`${sites}/embedded/embed.js`)).length).toBeLessThan(3000);
});

test('it is as tall as what it shows, up to a maximum', async ({ page, site, visit }) => {
  await visit(scripted(site, element(site, 'person="zoe-lindqvist" height="900"') + element(site, 'theme="sonar" height="200"', 'low') + element(site, 'theme="sonar" height="200" max-height="350"', 'more')));
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => heightOf(page, 'notes')).toBeLessThan(890);
  const shown = await inner(page).contentFrame().locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  expect(await heightOf(page, 'notes')).toBe(shown);
  expect(await heightOf(page, 'low')).toBe(200);
  await expect.poll(() => heightOf(page, 'more')).toBe(350);
  // Nothing grows any more.
  const before = await heightOf(page, 'notes');
  await page.waitForTimeout(500);
  expect(await heightOf(page, 'notes')).toBe(before);
});

test('in a hidden tab it waits, and is right once it is shown', async ({ page, site, visit }) => {
  await visit(scripted(site, `<div id="tab" style="display:none">${element(site, 'person="zoe-lindqvist" height="900"')}</div>${element(site, 'theme="sonar"', 'other')}`));
  await expect(inner(page, 'other').contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  await page.locator('#tab').evaluate((tab) => { tab.style.display = 'block'; });
  await expect.poll(() => heightOf(page, 'notes')).toBeLessThan(890);
  expect(await heightOf(page, 'notes')).toBeGreaterThan(100);
});

test('twenty on a page, none asked for before it is near', async ({ page, site, visit }) => {
  const asked = [];
  page.on('request', (request) => { if (request.url().includes('/embed/')) asked.push(request.url()); });
  const far = '<div style="height:20000px"></div>';
  await visit(scripted(site, far + Array.from({ length: 20 }, (_, at) => element(site, 'theme="sonar"', `n${at}`)).join('')));
  await page.waitForLoadState('load');
  expect(asked).toEqual([]);
  for (let at = 0; at < 20; at += 1) {
    await page.locator(`#n${at}`).scrollIntoViewIfNeeded();
    await expect(inner(page, `n${at}`).contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('attributes are live, and events tell what happens', async ({ page, site, visit }) => {
  await visit(scripted(site, `<script>window.told = []; for (const type of ['ready', 'state', 'select', 'open', 'error']) addEventListener('hallway-' + type, (event) => { told.push([type, event.target.id, event.detail]); });</script>${element(site, 'theme="sonar"')}`));
  await expect.poll(() => page.evaluate(() => told.map(([type]) => type))).toEqual(expect.arrayContaining(['ready', 'state']));
  const state = await page.evaluate(() => told.find(([type]) => type === 'state'));
  expect(state[1]).toBe('notes');
  expect(state[2].query).toBe('theme=sonar');
  expect(Number(state[2].count)).toBeGreaterThan(1);
  await page.locator('#notes').evaluate((notes) => { notes.setAttribute('theme', 'sea-ice'); notes.setAttribute('scheme', 'dark'); });
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1, name: 'Sea ice' })).toBeVisible();
  await expect(inner(page).contentFrame().locator('html')).toHaveAttribute('data-scheme', 'dark');
  await inner(page).contentFrame().locator('.talk a').first().click();
  await expect.poll(() => page.evaluate(() => told.map(([type]) => type))).toContain('select');
  await page.locator('#notes').evaluate((notes) => { notes.setAttribute('src', 'javascript:alert(1)'); });
  await expect.poll(() => page.evaluate(() => told.at(-1)?.[0])).toBe('error');
});

test('the view is in the address of the page, once the reader has changed it', async ({ page, site, visit }) => {
  await visit(scripted(site, element(site, 'sync="hash" view="talks" chrome="full" height="700"')));
  const view = inner(page).contentFrame();
  await expect(view.locator('html')).toHaveAttribute('data-client', 'ready');
  expect(new URL(page.url()).hash).toBe('');
  await view.getByRole('link', { name: 'Recaps', exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#notes:view=recaps');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(inner(page).contentFrame().getByRole('link', { name: 'Recaps', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.evaluate(() => { location.hash = '#notes:view=themes'; });
  await expect(inner(page).contentFrame().getByRole('link', { name: 'Themes', exact: true })).toHaveAttribute('aria-current', 'page');
});

test('it moves nothing beyond its box, and holds the page up nowhere', async ({ page, site, visit }) => {
  await page.addInitScript(() => {
    window.seen = { shift: 0, long: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { seen.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => { seen.long += list.getEntries().filter((entry) => entry.name === 'self').length; }).observe({ type: 'longtask', buffered: true });
  });
  await visit(scripted(site, `${element(site, 'theme="sonar" height="300"')}<p>After</p>`));
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => seen)).toEqual({ shift: 0, long: 0 });
});

test('messages of strangers are passed over', async ({ page, site, visit }) => {
  await visit(scripted(site, `${element(site, 'theme="sonar" height="300" max-height="2000"')}<iframe name="stranger" srcdoc="x"></iframe>`));
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  const before = await heightOf(page, 'notes');
  await page.frame('stranger').evaluate(() => { parent.postMessage({ hallway: 1, type: 'height', px: 1999 }, '*'); });
  for (const message of [{ hallway: 1, type: 'set' }, { hallway: 1, type: 'set', query: 'x'.repeat(5000) }, { hallway: 2, type: 'set', query: 'a' }, { hallway: 1, type: 'hello', scheme: '"><b>' }, null, 'text']) {
    await inner(page).evaluate((frame, sent) => frame.contentWindow.postMessage(sent, '*'), message);
  }
  await page.waitForTimeout(300);
  expect(await heightOf(page, 'notes')).toBe(before);
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1, name: 'Sonar' })).toBeVisible();
});

// Hosts of other makes, each with the frame that it writes and the listener that it has.
const DIALECTS = [
  {
    who: 'WordPress',
    frame: (url) => frame(`${url}#?secret=abc123XYZ0`, 'allow-scripts', 'data-secret="abc123XYZ0"'),
    listener: 'if (data && data.secret === "abc123XYZ0" && data.message === "height") { frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10))); }',
  },
  {
    who: 'an LTI host',
    frame: (url) => frame(url, 'allow-scripts'),
    listener: 'if (data && data.subject === "lti.frameResize") { frame.height = data.height; }',
  },
  {
    who: 'an AMP page',
    frame: (url) => frame(url, 'allow-scripts'),
    listener: 'if (data && data.sentinel === "amp" && data.type === "embed-size") { frame.height = data.height; }',
  },
];

for (const { who, frame: written, listener } of DIALECTS) {
  test(`${who} resizes the frame unaided`, async ({ page, site, visit }) => {
    const listen = `<script>addEventListener("message", ({ data, source }) => { const frame = document.querySelector("iframe"); if (source !== frame.contentWindow) return; ${listener} });</script>`;
    await visit(listen + written(`${site}embed/person/zoe-lindqvist.html`));
    const inside = page.frameLocator('iframe');
    await expect(inside.getByRole('heading', { level: 1 })).toBeVisible();
    const shown = await inside.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    expect(shown).not.toBe(480);
    await expect(page.locator('iframe')).toHaveAttribute('height', String(shown));
  });
}

test('oEmbed is found in the head, and says what WordPress takes', async ({ page, site }) => {
  await page.goto(`${site}theme/sonar.html`);
  const href = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
  expect(href).toBe('https://notes.example/embed/theme/sonar.json');
  const answer = await (await page.request.get(site + new URL(href).pathname.slice(1))).json();
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: 'Sonar' });
  // As WordPress looks for it before it shows anything.
  expect(answer.html).toMatch(/^(<blockquote[^>]*>.*?<\/blockquote>)?.*(<iframe[^>]*>[^<]*<\/iframe>)$/s);
});
