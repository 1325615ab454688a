// Point 1 of thirty: axe finds nothing, on any view, in any state, in any form.
import { pathToFileURL } from 'node:url';
import { sites } from '../browser.mjs';
import { arrive, expect, isReady, test } from '../journey.mjs';
import { expectAxeFindsNothing } from './axe.mjs';
import { CROWDED_VIEWS, EMBEDS, SHIPPED_VIEWS, VIEWS, WORST_VIEWS } from './views.mjs';

// Some pages have thousands of elements, and axe checks each of them four times.
test.slow();

const TALK = 'talk/tidewater-2024-sonar-on-a-shoestring.html';
const picture = (page) => page.getByRole('region', { name: 'Conferences over time' });
const dialog = (page) => page.getByRole('dialog');

const SITES = [
  { site: 'fixture', views: VIEWS },
  { site: 'fixture', views: EMBEDS },
  { site: 'shipped', views: SHIPPED_VIEWS },
  { site: 'worst', views: WORST_VIEWS },
  { site: 'crowded', views: CROWDED_VIEWS },
  { site: 'ar', views: VIEWS.filter(({ name }) => /^(timeline|themes|nothing found|talk|theme|recap|two conferences|reading list)$/.test(name)) },
  { site: 'ja', views: VIEWS.filter(({ name }) => /^(talks|recaps|conference|person|all themes|everything.*)$/.test(name)) },
];

for (const { site, views } of SITES) {
  test.describe(site, () => {
    test.use({ site });
    for (const { name, address, title } of views) {
      test(`1. axe finds nothing: ${name}`, async ({ open, page, quiet }) => {
        // Some frames of the gallery may not run scripts, and say so.
        quiet.expected.push(/Blocked script execution/);
        await open(address);
        if (site === 'fixture') await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
        await page.waitForLoadState('networkidle');
        await expectAxeFindsNothing(page);
      });
    }
  });
}

/** What a reader opens or runs into: the address, and how it happens. */
const STATES = [
  {
    state: 'where things come from unfolded',
    address: TALK,
    act: async (page) => {
      for (const place of await page.getByText(/^(Where this comes from|How this talk was found)$/).all()) await place.click();
    },
  },
  {
    state: 'the picture in words',
    act: (page) => picture(page).getByText('Show as a table').click(),
  },
  {
    state: 'the picture from close by',
    act: async (page) => {
      for (let step = 0; step < 6; step += 1) await picture(page).getByRole('button', { name: 'Zoom in' }).click();
    },
  },
  {
    state: 'filters chosen and unfolded',
    act: async (page) => {
      await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
      await expect.poll(() => new URL(page.url()).search).toMatch('theme=');
      await page.setViewportSize({ width: 320, height: 800 });
      await page.getByRole('button', { name: /^Filters/ }).click();
      // The button that leads to the results covers what is behind it until a reader scrolls.
      await page.evaluate(() => document.querySelector('.views').scrollIntoView());
    },
  },
  {
    state: 'talks starred',
    act: (page) => page.getByRole('main').locator('.talk > .star').first().click(),
  },
  {
    state: 'a recording playing',
    address: TALK,
    act: (page) => page.getByRole('button', { name: /^Play video/ }).click(),
  },
  ...['', TALK].flatMap((address) => [
    { state: 'the palette', address, act: (page) => page.keyboard.press('Control+k') },
    { state: 'the keys', address, act: (page) => page.keyboard.press('?') },
  ]),
  {
    state: 'the palette, with nothing of that name',
    address: TALK,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await dialog(page).getByRole('combobox').fill('submarine');
    },
  },
  { state: 'exports', act: (page) => page.getByRole('button', { name: 'Export' }).click() },
];

for (const { state, address = '', act } of STATES) {
  test(`1. axe finds nothing: ${state}, ${address || 'explorer'}`, async ({ open, page, quiet }) => {
    quiet.expected.push(/^https:\/\/www\.youtube-nocookie\.com\//);
    await open(address);
    await act(page);
    if (/palette|keys|exports/.test(state)) await expect(dialog(page)).toBeVisible();
    await expectAxeFindsNothing(page);
  });
}

const FAULTS = [
  { fault: 'the program is missing', files: /\.wasm$/, site: 'fixture', shows: 'Search and filters could not start' },
  { fault: 'talks are missing', files: /\/bundle\/shelf-1-/, site: 'parts', shows: 'could not be loaded' },
];

for (const { fault, files, site, shows } of FAULTS) {
  test.describe('faults', () => {
    test.use({ site });
    test(`1. axe finds nothing: ${fault}`, async ({ context, page, quiet }) => {
      quiet.expected.push(/^(error|warning): /);
      await context.route(files, (route) => route.abort());
      await page.goto('./');
      await arrive(page);
      await expect(page.getByRole('alert').getByText(shows)).toBeVisible();
      await expectAxeFindsNothing(page);
    });
  });
}

test.describe('a large collection', () => {
  test.use({ site: 'parts' });
  test('1. axe finds nothing: talks are on their way', async ({ context, page }) => {
    let go;
    const held = new Promise((resolve) => { go = resolve; });
    await context.route(/\/bundle\/shelf-/, async (route) => { await held; await route.continue(); });
    await page.goto('./?sort=oldest');
    await isReady(page);
    await expect(page.locator('.is-awaited')).not.toHaveCount(0);
    await expectAxeFindsNothing(page);
    go();
  });
});

test.describe('without scripts', () => {
  // axe is a script, so the page must not block scripts.
  for (const address of ['', 'embed.html', 'list.html']) {
    test(`1. axe finds nothing: as it is printed, ${address || 'explorer'}`, async ({ page, quiet }) => {
      quiet.expected.push(/^error: .*Content Security Policy/);
      await page.route(/\/(\w+\.html)?$/, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, headers: { ...answer.headers(), 'Content-Security-Policy': "script-src 'none'" } });
      });
      await page.goto(`./${address}`);
      await expect(page.locator('html')).not.toHaveAttribute('data-client');
      await expectAxeFindsNothing(page);
    });
  }
});

test('1. axe finds nothing: the site in one file', async ({ page }) => {
  await page.goto(pathToFileURL(`${sites}/single.html`).href);
  await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
  await expectAxeFindsNothing(page, 'the explorer');
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sonar on a shoestring' })).toBeVisible();
  await expectAxeFindsNothing(page, 'a talk');
});
