// A site that was built twice: by now things have other ids, a note has other words, and the first version of the data
// is kept. Public addresses still find what they mean, and pinned views show what they showed.
import { readFile } from 'node:fs/promises';
import { sites } from '../browser.mjs';
import { frame, visit } from '../host.mjs';
import { expect, expectSearch, isReady, test as base } from '../journey.mjs';

const test = base.extend({
  site: 'renamed',
  /** The versions of the data, newest first. */
  versions: async ({}, use) => {
    const versions = JSON.parse(await readFile(`${sites}/renamed/embed/versions.json`, 'utf8'));
    await use(versions.map(({ data }) => data));
  },
  visit,
  /** Shows an address of the site in a frame of another page, of the strictest kind that runs scripts. */
  embed: async ({ baseURL, page, quiet, visit }, use) => {
    quiet.expected.push(/^http:\/\/localhost/);
    await page.context().unrouteAll();
    const heard = '<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>';
    await use(async (address) => {
      await visit(heard + frame(new URL(address, baseURL).href, 'allow-scripts'));
      return page.frameLocator('iframe');
    });
  },
});

const SHOESTRING = 'Sonar on a shoestring';
const THEN = 'worked at the second try';
const NOW = 'worked at once';
const talk = (view, name) => view.getByRole('link', { name, exact: true }).first();
const isStarted = (view) => expect(view.locator('html')).toHaveAttribute('data-client', 'ready');

for (const [asked, becomes] of [
  ['?theme=sonar&year=2024', '?theme=new-sonar&year=2024'],
  ['?year=2024&theme=harbor-data%2Csonar#results', '?year=2024&theme=harbor-data%2Cnew-sonar'],
  ['?conference=tidewater-2024', '?conference=new-tidewater-2024'],
  ['?person=aoife-brannigan', '?person=new-aoife-brannigan'],
  ['?org=port-of-porto&view=talks', '?org=new-port-of-porto&view=talks'],
]) {
  test(`the explorer at ${asked} shows what is meant`, async ({ page }) => {
    await page.goto(`./${asked}`);
    await isReady(page);
    await expectSearch(page, becomes);
    await expect(page.locator('.chip').first()).toBeVisible();
    await expect(page.getByText('This link asks for')).toHaveCount(0);
  });
}

test('what only looks like a former id stays as it is', async ({ page }) => {
  await page.goto('./?q=sonar,tidewater-2024&person=sonar&theme=buoys');
  await isReady(page);
  await expectSearch(page, '?q=sonar,tidewater-2024&person=sonar&theme=buoys');
  await expect(page.getByText('This link asks for')).toContainText('person=sonar');
});

test('a talk of a conference that has another id stays at its address, and on reading lists', async ({ page }) => {
  await page.goto('./talk/tidewater-2024-sonar-on-a-shoestring.html');
  await expect(page.getByRole('heading', { level: 1, name: SHOESTRING })).toBeVisible();
  await page.goto('./list.html?talk=tidewater-2024-sonar-on-a-shoestring');
  await expect(talk(page.locator('#list'), SHOESTRING)).toBeVisible();
});

test('conferences are compared by former ids, too', async ({ page }) => {
  await page.goto('./themes.html?a=tidewater-2024&b=tidewater-2019');
  await expect(page.locator('#compare select').first()).toHaveValue('new-tidewater-2024');
  await expect(page.locator('#compare select').last()).toHaveValue('tidewater-2019');
});

test('an embedded view finds what is meant, also when its host asks for another one', async ({ embed, page }) => {
  const view = await embed('embed.html?theme=sonar&year=2024&v=1');
  await isStarted(view);
  await expect(talk(view, SHOESTRING)).toBeVisible();
  await page.locator('iframe').evaluate((it) => it.contentWindow.postMessage({ hallway: 1, type: 'set', query: 'conference=tidewater-2024&view=talks' }, '*'));
  await expect.poll(() => page.evaluate(() => window.heard.findLast(({ type }) => type === 'state')?.query)).toBe('conference=new-tidewater-2024&view=talks');
  await expect(view.getByText('This link asks for')).toHaveCount(0);
});

// Each as somebody pasted it before the renaming. What no query shows is kept as a page, with its notes.
for (const { address, isPage } of [
  { address: 'embed/recap/custard-and-currents.html?', isPage: true },
  { address: 'embed/talk/tidewater-2024-sonar-on-a-shoestring.html?', isPage: true },
  { address: 'embed/theme/sonar.html?', isPage: false },
  { address: 'embed.html?theme=sonar&year=2024&', isPage: false },
  { address: 'embed.html?q=shoestring&', isPage: false },
]) {
  test(`${address}data= shows what that version showed`, async ({ embed, versions }) => {
    const view = await embed(`${address}data=${versions[1]}&v=1`);
    await expect(view.locator('.embed-newer')).toBeVisible();
    await expect(view.locator('html')).toHaveAttribute('data-version', versions[1]);
    if (isPage) {
      await expect(view.locator('main')).toContainText(THEN);
    } else {
      await isStarted(view);
      await expect(talk(view, SHOESTRING)).toBeVisible();
    }
    await expect(view.getByText('This link asks for')).toHaveCount(0);
  });

  test(`${address}data= shows the version of now, if it names that`, async ({ embed, versions }) => {
    const view = await embed(`${address}data=${versions[0]}&v=1`);
    await expect(view.locator('html')).toHaveAttribute('data-version', versions[0]);
    if (isPage) await expect(view.locator('main')).toContainText(NOW);
    else await expect(talk(view, SHOESTRING)).toBeVisible();
    if (address.startsWith('embed.html')) await isStarted(view);
    await expect(view.locator('.embed-newer, .embed-not-kept').filter({ visible: true })).toHaveCount(0);
    await expect(view.getByText('This link asks for')).toHaveCount(0);
  });

  test(`${address}data= tells when that version is not kept`, async ({ embed, versions }) => {
    const view = await embed(`${address}data=0123456789ab&v=1`);
    await expect(view.locator('.embed-not-kept')).toBeVisible();
    await expect(view.locator('html')).toHaveAttribute('data-version', versions[0]);
    await expect(view.getByText('This link asks for')).toHaveCount(0);
  });
}
