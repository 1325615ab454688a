// A hundred random views have the same counts in the list as in the library without a browser. For every fourth the
// export agrees, and for every tenth an embedded view and the picture to paste; in a site of large files and in one
// that comes in parts. `tests/suite/query/counted.rs` writes the views.
import { readFileSync } from 'node:fs';
import { expect, test } from '../journey.mjs';
import { sites } from '../browser.mjs';

const views = () => Object.entries(JSON.parse(readFileSync(`${sites}/counted.json`, 'utf8')));

/** "16 talks and 3 other notes from 2 recaps at 4 conferences" */
const told = ({ talks, notes, recaps, conferences }) => {
  if (!talks && !notes) return /^Nothing matches\./;
  const some = (n, word) => (n === 1 ? `1 ${word}` : `${n} ${word}s`);
  const entries = [talks && some(talks, 'talk'), notes && some(notes, talks ? 'other note' : 'note')].filter(Boolean).join(' and ');
  return new RegExp(`^${entries} from ${some(recaps, 'recap')} at ${some(conferences, 'conference')}(?!\\w)`);
};
const status = (page) => page.getByRole('status').first();

for (const site of ['shipped', 'parts']) {
  test.describe(site, () => {
    test.use({ site });
    test('views at random are listed and exported as they are counted', async ({ open, page }) => {
      test.slow();
      await open();
      const button = page.locator('[data-open="take"]');
      const dialog = page.getByRole('dialog');
      for (const [at, [search, counts]] of views().entries()) {
        // In parts, each view loads its own files, so half of the views are enough.
        if (site === 'parts' && at % 2) continue;
        // Like a step back or forward, without loading a new page each time.
        await page.evaluate((search) => {
          history.pushState(null, '', search || location.pathname);
          dispatchEvent(new PopStateEvent('popstate', { state: null }));
        }, search);
        await expect(status(page), search).toHaveText(told(counts));
        const { talks, notes, recaps } = counts;
        if (at % 4 || talks + notes === 0) continue;
        await button.click();
        await expect(dialog, search).toContainText(`Talks: ${talks}. `);
        if (!notes) await expect(dialog, search).toContainText(`Recaps: ${recaps}.`);
        const listed = (await button.getAttribute('data-entries')).split(',').filter(Boolean);
        expect(listed.length, search).toBe(talks + notes);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
    });

    test('views at random are embedded and drawn as they are counted', async ({ page, baseURL }) => {
      test.slow();
      for (const [search, counts] of views().filter((_, at) => at % (site === 'parts' ? 25 : 10) === 0)) {
        await page.goto(`${baseURL}share.html${search}`);
        const frame = page.frameLocator('#share-frame');
        await expect(frame.locator('html'), search).toHaveAttribute('data-client', 'ready');
        await expect(status(frame), search).toHaveText(told(counts));
        const picture = page.locator('[data-form="picture"] textarea');
        const years = async () => Object.fromEntries([...(await picture.inputValue()).matchAll(/<title>(\d+): (\d+)<\/title>/g)]
          .map(([, year, count]) => [year, Number(count)]));
        await expect.poll(years, search).toEqual(counts.years);
      }
    });
  });
}
