// The pages about embedding: the page that shares a view, and the page that shows every form.
import { test as base, expect } from '@playwright/test';
import { serve } from '../../serve.mjs';
import { sites } from '../browser.mjs';
import { host } from '../host.mjs';

const test = base.extend({
  site: async ({}, use) => {
    const server = await serve({ root: `${sites}/embedded`, ways: { readsHeaders: true } });
    await use(server.url);
    await server.close();
  },
});
const text = (page, form) => page.locator(`[data-form="${form}"] textarea`);

test('a page is shared in every form', async ({ page, site }) => {
  await page.goto(`${site}theme/sonar.html`);
  await page.getByRole('link', { name: 'Share or embed' }).click();
  await expect(page.locator('#share-words')).toContainText('Sonar');
  await expect(page.locator('#share-weight')).toContainText(/about \d+ kB/);
  await expect(text(page, 'link')).toHaveValue(`${site}theme/sonar.html`);
  await expect(text(page, 'iframe')).toHaveValue(new RegExp(`<iframe src="${site}embed/theme/sonar.html`));
  await expect(text(page, 'element')).toHaveValue(/<hallway-timeline src=/);
  await expect(text(page, 'oembed')).toHaveValue('https://notes.example/embed/theme/sonar.json');
  await expect(text(page, 'html')).toHaveValue(/<li><a href="[^"]*">Sonar on a shoestring<\/a><\/li>/);
  await expect(text(page, 'markdown')).toHaveValue(/- \[Sonar on a shoestring\]\(/);
  await expect(text(page, 'picture')).toHaveValue(/^<svg .*2024: \d+/);
  await expect(text(page, 'feed')).toHaveValue('https://notes.example/theme/sonar.xml');
});

test('a filter is shared in words, at three widths, in other colors', async ({ page, site }) => {
  await page.goto(`${site}share.html?theme=sonar&year=2024`);
  await expect(page.locator('#share-words')).toContainText('2024, Sonar');
  await expect(text(page, 'link')).toHaveValue(`${site}index.html?theme=sonar&year=2024`);
  await expect(text(page, 'picture')).toHaveValue(/^<svg .*2024: \d+/);
  for (const width of ['280', '480', '720']) {
    await page.getByRole('radio', { name: `${width} px` }).check();
    await expect(page.locator('#share-frame')).toHaveAttribute('width', width);
  }
  await page.getByLabel('Colors').selectOption('dark');
  await expect(page.frameLocator('#share-frame').locator('html')).toHaveAttribute('data-scheme', 'dark');
  await expect(text(page, 'iframe')).toHaveValue(/scheme=dark/);
  // The copied code works as it is.
  const pasted = await text(page, 'iframe').inputValue();
  const other = await host({ '/': { body: pasted } });
  await page.goto(other.url);
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-client', 'ready');
  await other.close();
});

test('nothing in an address becomes markup', async ({ page, site }) => {
  await page.goto(`${site}share.html?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&page=javascript:alert(1)`);
  await expect(text(page, 'iframe')).toHaveValue(/<iframe/);
  expect(await text(page, 'iframe').inputValue()).not.toMatch(/<img/);
  expect(await text(page, 'element').inputValue()).not.toMatch(/<img/);
});

test('the gallery shows every form live, with its source beside it', async ({ page, site }) => {
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${site}embedding.html`);
  for (const frame of await page.locator('iframe').all()) await frame.scrollIntoViewIfNeeded();
  await expect(page.locator('hallway-timeline iframe').contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  for (const frame of await page.locator('.gallery-example > iframe').all()) {
    await expect(frame.contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expect(page.locator('.gallery-form pre')).toHaveCount(await page.locator('.gallery-form').count());
  // The frame that may not run scripts says so.
  expect(said.filter((line) => !line.startsWith('Blocked script execution'))).toEqual([]);
});

for (const { asked, words } of [
  { asked: 'R%26D', words: 'R&D' }, { asked: 'C%2B%2B', words: 'C++' }, { asked: '100%25', words: '100%' },
  { asked: '%23a%3Db', words: '#a=b' }, { asked: '%E6%9D%B1+caf%C3%A9', words: '東 café' },
]) {
  test(`sharing asks for ${words} as it was asked`, async ({ page, site }) => {
    await page.goto(`${site}share.html?q=${asked}`);
    const code = (form) => page.locator(`[data-form="${form}"] textarea`);
    await expect(code('iframe')).toHaveValue(/src=/);
    const src = (await code('iframe').inputValue()).match(/src="([^"]*)"/)[1].replaceAll('&amp;', '&');
    expect(new URL(src).searchParams.get('q')).toBe(words);
    expect(new URL(await code('link').inputValue()).searchParams.get('q')).toBe(words);
    const written = (await code('element').inputValue()).match(/ q="([^"]*)"/)[1].replaceAll('&amp;', '&');
    expect(written).toBe(words);
    await expect(page.frameLocator('#share-frame').locator('#search')).toHaveValue(words);
  });
}

test('the explorer leads to the page that shares what it shows, and that page leads back', async ({ page, site }) => {
  await page.goto(`${site}?theme=sonar&view=talks`);
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
  await page.getByRole('link', { name: 'Share', exact: true }).click();
  await expect(page).toHaveURL(`${site}share.html?theme=sonar&view=talks`);
  await page.getByRole('link', { name: 'Back to this view' }).click();
  await expect(page).toHaveURL(`${site}index.html?theme=sonar&view=talks`);
  await page.goto(`${site}share.html?page=theme/sonar.html`);
  await page.getByRole('link', { name: 'Back to this view' }).click();
  await expect(page).toHaveURL(`${site}theme/sonar.html`);
});
