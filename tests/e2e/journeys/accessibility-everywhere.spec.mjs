// Points 2, 3, 17, 19, 22, 24 and 28 of thirty, on every view and kind of page: each is opened once, and one test for
// each point checks its contents.
import { expect, test as base } from '../journey.mjs';
import { LARGE, overflow, smallTargets, SPACED, structure, styledBy } from './survey.mjs';
import { CROWDED_VIEWS, EMBEDS, SHIPPED_VIEWS, VIEWS, WORST_VIEWS } from './views.mjs';

// One worker, so that the views are opened once.
base.describe.configure({ mode: 'default' });

const SITES = [
  { site: 'fixture', views: [...VIEWS, ...EMBEDS] },
  { site: 'shipped', views: SHIPPED_VIEWS },
  { site: 'worst', views: WORST_VIEWS },
  { site: 'crowded', views: CROWDED_VIEWS },
  { site: 'ar', views: VIEWS.filter(({ name }) => /^(timeline|talk|theme|conference)$/.test(name)) },
];

async function surveyed(page, view) {
  const size = (width) => page.setViewportSize({ width, height: 800 });
  const seen = { ...view, ...await page.evaluate(structure), small: await page.evaluate(smallTargets) };
  seen.spaced = await styledBy(page, SPACED, overflow);
  await size(640);
  seen.large = await styledBy(page, LARGE, overflow);
  await size(320);
  seen.narrow = await page.evaluate(overflow);
  seen.narrowSpaced = await styledBy(page, SPACED, overflow);
  seen.narrowSmall = await page.evaluate(smallTargets);
  await size(1280);
  return seen;
}

const test = base.extend({
  /** Every view, with its contents. */
  views: [async ({ browser, servers }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: 'en-US' });
    const page = await context.newPage();
    const all = [];
    for (const { site, views } of SITES) {
      const { url } = await servers(site, '/', {});
      for (const view of views) {
        await page.goto(url + view.address);
        await page.mouse.move(1 + (all.length % 2), 1);
        if (!/\.html/.test(view.address) || view.address.startsWith('embed.html')) {
          await expect(page.locator('html')).toHaveAttribute('data-client', 'ready');
          if (!isEmbed(view)) await expect(page.locator('.zoom button').first()).toBeAttached();
        }
        all.push({ site, ...await surveyed(page, view) });
      }
    }
    await context.close();
    await use(all);
  }, { scope: 'worker', timeout: 180_000 }],
});

const isEmbed = ({ address }) => address.startsWith('embed');
const isBare = ({ address }) => address === '404.html';
/** What `find` returns for each view, by the name of the view; only views with results. */
const found = (views, find) => Object.fromEntries(views.map((view) => [`${view.site}, ${view.name}`, find(view)]).filter(([, list]) => list.length > 0));

test('2. one heading of the first level, and no level left out below it', async ({ views }) => {
  expect(found(views, ({ headings }) => {
    const firsts = headings.filter(([level]) => level === 1).length;
    const jumps = headings.filter(([level], at) => level > (headings[at - 1]?.[0] ?? 0) + 1);
    return [...(firsts === 1 ? [] : [`${firsts} of the first level`]), ...jumps.map(([level, text]) => `jump to ${level}: ${text}`)];
  })).toEqual({});
  const timeline = views.find(({ name }) => name === 'timeline');
  expect(timeline.headings.filter(([level]) => level === 2).map(([, text]) => text)).toEqual(expect.arrayContaining(['2024', '2022', '2019']));
});

test('3. banner, search, main, small print, named navigation; and nothing outside of them', async ({ views }) => {
  expect(found(views, (view) => {
    const { banners, searches, mains, footers, navigations, outside } = view;
    const wrong = outside.map((text) => `outside: ${text}`);
    if (mains !== 1) wrong.push(`${mains} main`);
    if (navigations.some((name) => !name) || new Set(navigations).size < navigations.length) wrong.push(`navigation: ${navigations}`);
    // A page embedded in another page has less around it, and the 404 page may lack every other file.
    if (isEmbed(view) || isBare(view)) return wrong;
    for (const [what, count] of Object.entries({ banners, searches, footers })) if (count !== 1) wrong.push(`${count} ${what}`);
    return wrong;
  })).toEqual({});
});

test('17. whatever is pressed is 24 px wide and tall, or stands that far from the next', async ({ views }) => {
  expect(found(views, ({ small }) => small), 'at 1280 px').toEqual({});
  // On the narrowest screen the marks of many editions stand close; the filter of conferences does the same.
  expect(found(views, ({ narrowSmall }) => narrowSmall.filter((control) => !/class="mark\b/.test(control))), 'at 320 px').toEqual({});
});

test('19. at 320 px nothing scrolls sideways and nothing is cut off', async ({ views }) => {
  expect(found(views, ({ narrow }) => narrow)).toEqual({});
});

test('19. spaced text fits, on a wide and on the narrowest screen', async ({ views }) => {
  expect(found(views, ({ spaced }) => spaced), 'at 1280 px').toEqual({});
  expect(found(views, ({ narrowSpaced }) => narrowSpaced), 'at 320 px').toEqual({});
});

test('19. text twice as large fits', async ({ views }) => {
  expect(found(views, ({ large }) => large)).toEqual({});
});

test('22. every page says its language', async ({ views }) => {
  expect(found(views, ({ site, language }) => (language === (site === 'ar' ? 'ar' : 'en') ? [] : [language]))).toEqual({});
});

test.describe('in another language', () => {
  test.use({ site: 'worst' });
  test('22. a title and a note in another language than the page say theirs, and run their way', async ({ open, page }) => {
    await open('conference/worst-2025.html');
    await page.getByRole('main').getByRole('link', { name: 'سنة هادئة' }).first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    for (const part of [page.getByRole('heading', { level: 1 }), page.locator('.prose')]) {
      await expect(part).toHaveAttribute('lang', 'ar');
      await expect(part).toHaveCSS('direction', 'rtl');
    }
  });
});

test('24. links are told apart by their words or by what stands around them, and open where the reader is', async ({ views }) => {
  expect(found(views, ({ links }) => {
    // A citation names the page by its address.
    const nameless = links.filter(({ name, to }) => name !== to).filter(({ name }) => !name || /^(here|click here|more|read more|link)$|^https?:/i.test(name));
    const alike = links.filter((link) => links.some((other) => other !== link && other.name === link.name && other.to !== link.to && other.context === link.context));
    return [...nameless.map(({ to }) => `no name: ${to}`), ...alike.map(({ name, to }) => `${name}: ${to}`)];
  })).toEqual({});
  expect(found(views.filter((view) => !isEmbed(view)), ({ links }) => links.filter(({ target }) => target === '_blank').map(({ to }) => to))).toEqual({});
});

test('28. help comes last, in the same order everywhere', async ({ views }) => {
  const whole = views.filter((view) => view.site === 'fixture' && !isEmbed(view) && !isBare(view));
  const order = ['About these notes', 'Everything by name', 'Share or embed', 'Report a mistake on this page'];
  expect(found(whole, ({ help, isHelpLast }) => {
    const places = help.map((link) => order.indexOf(link));
    const isInOrder = places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1)) && places[0] === 0 && places[1] === 1;
    return [...(isHelpLast ? [] : ['not last']), ...(isInOrder ? [] : help)];
  })).toEqual({});
});
