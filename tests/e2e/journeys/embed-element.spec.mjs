// <hallway-timeline>: as tall as its content, any number on a page, live attributes, events; and hosts that resize a
// frame with their own messages.
import { readFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../serve.mjs';
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

/** The view has read every message so far and measured itself again, and the page has applied that. */
const hasAnswered = (page) => page.locator('#notes').evaluate((notes) => new Promise((done) => {
  notes.addEventListener('hallway-ready', () => requestAnimationFrame(() => requestIdleCallback(done)), { once: true });
  notes.shadowRoot.querySelector('iframe').contentWindow.postMessage({ hallway: 1, type: 'hello' }, '*');
}));

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
  // Nothing grows anymore.
  const before = await heightOf(page, 'notes');
  await hasAnswered(page);
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

test('the address of the page stays, whatever its base is', async ({ page, site, visit }) => {
  await visit(`<base href="/">${scripted(site, element(site, 'sync="hash" view="talks" chrome="full" height="700"'))}`, { path: 'blog/post.html' });
  const view = inner(page).contentFrame();
  await expect(view.locator('html')).toHaveAttribute('data-client', 'ready');
  await view.getByRole('link', { name: 'Recaps', exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#notes:view=recaps');
  expect(new URL(page.url()).pathname).toBe('/blog/post.html');
});

test('where it is moved, the view stays as its reader left it', async ({ page, site, visit }) => {
  await visit(scripted(site, `${element(site, 'view="talks" chrome="full" height="700"')}<div id="there"></div>`));
  const recaps = inner(page).contentFrame().getByRole('link', { name: 'Recaps', exact: true });
  await expect(inner(page).contentFrame().locator('html')).toHaveAttribute('data-client', 'ready');
  const told = page.locator('#notes').evaluate((notes) => new Promise((done) => {
    notes.addEventListener('hallway-state', ({ detail }) => { if (detail.query === 'view=recaps') done(); });
  }));
  await recaps.click();
  await expect(recaps).toHaveAttribute('aria-current', 'page');
  await told;
  await page.evaluate(() => { document.getElementById('there').append(document.getElementById('notes')); });
  await expect(recaps).toHaveAttribute('aria-current', 'page');
  await page.locator('#notes').evaluate((notes) => { notes.setAttribute('scheme', 'dark'); });
  await expect(inner(page).contentFrame().locator('html')).toHaveAttribute('data-scheme', 'dark');
  await expect(recaps).toHaveAttribute('aria-current', 'page');
  await page.locator('#notes').evaluate((notes) => { notes.setAttribute('view', 'themes'); });
  await expect(inner(page).contentFrame().getByRole('link', { name: 'Themes', exact: true })).toHaveAttribute('aria-current', 'page');
});

for (const { what, src, headers } of [
  { what: 'has no such page', src: (site) => `${site}theme/nothing.html` },
  { what: 'is gone', src: () => 'http://localhost:9/' },
  { what: 'may not be framed', src: (site) => site, headers: () => ({ 'Content-Security-Policy': "frame-src 'none'" }) },
  { what: 'has an address that is none', src: () => 'javascript:alert(1)' },
]) {
  test(`where the site ${what}, the link in the element shows, and an event tells`, async ({ page, site, visit }) => {
    const listen = '<script>window.told = []; addEventListener("hallway-error", ({ detail }) => told.push(detail.code));</script>';
    await visit(listen + scripted(site, element(src(site), 'height="300"')), { headers: headers?.() });
    await expect(page.getByRole('link', { name: 'Notes', exact: true })).toBeVisible();
    await expect(page.locator('#notes iframe')).toBeHidden();
    expect(await page.evaluate(() => told)).toEqual([/none/.test(what) ? 'src' : 'load']);
    // With a correct address, it works again.
    if (headers) return;
    await page.locator('#notes').evaluate((notes, to) => { notes.setAttribute('src', to); }, `${site}theme/sonar.html`);
    await expect(inner(page).contentFrame().getByRole('heading', { level: 1, name: 'Sonar' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Notes', exact: true })).toBeHidden();
  });
}

test('the frame has a title, however the element comes to be', async ({ page, site, visit }) => {
  // Before the element, whose content does not exist yet when the element is created.
  await visit(`<script src="${site}embed.js"></script>${element(site, 'theme="sonar"')}`);
  await expect(inner(page)).toHaveAttribute('title', 'Notes');
  await page.evaluate((src) => {
    const made = Object.assign(document.createElement('hallway-timeline'), { id: 'made' });
    made.setAttribute('src', `${src}theme/sonar.html`);
    document.body.append(made);
  }, site);
  await expect(inner(page, 'made')).toHaveAttribute('title', 'Sonar');
  await page.locator('#made').evaluate((made) => { made.setAttribute('label', 'On sonar'); });
  await expect(inner(page, 'made')).toHaveAttribute('title', 'On sonar');
});

test('it moves nothing beyond its box', async ({ page, site, visit }) => {
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
  });
  await visit(scripted(site, `${element(site, 'theme="sonar" height="300"')}<p>After</p>`));
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  // A frame later, every shift so far has been reported.
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  expect(await page.evaluate(() => window.shift)).toBe(0);
});

test('messages of strangers are passed over', async ({ page, site, visit }) => {
  await visit(scripted(site, `${element(site, 'theme="sonar" height="300" max-height="2000"')}<iframe name="stranger" srcdoc="x"></iframe>`));
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  const before = await heightOf(page, 'notes');
  await page.frame('stranger').evaluate(() => { parent.postMessage({ hallway: 1, type: 'height', px: 1999 }, '*'); });
  for (const message of [{ hallway: 1, type: 'set' }, { hallway: 1, type: 'set', query: 'x'.repeat(5000) }, { hallway: 2, type: 'set', query: 'a' }, { hallway: 1, type: 'hello', scheme: '"><b>' }, null, 'text']) {
    await inner(page).evaluate((frame, sent) => frame.contentWindow.postMessage(sent, '*'), message);
  }
  await hasAnswered(page);
  expect(await heightOf(page, 'notes')).toBe(before);
  await expect(inner(page).contentFrame().getByRole('heading', { level: 1, name: 'Sonar' })).toBeVisible();
});

// Other kinds of hosts, each with its own frame and its own listener.
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
  // The way WordPress looks for it before it shows anything.
  expect(answer.html).toMatch(/^(<blockquote[^>]*>.*?<\/blockquote>)?.*(<iframe[^>]*>[^<]*<\/iframe>)$/s);
});
