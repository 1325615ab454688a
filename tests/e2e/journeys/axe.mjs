// axe, with its best practices, in every form a page is seen in.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from '../journey.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const FORMS = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, width: 1280 },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, width: 1280 },
  'forced colors': { media: { colorScheme: 'light', forcedColors: 'active' }, width: 1280 },
  '320 px': { media: { colorScheme: 'light', forcedColors: 'none' }, width: 320 },
};

/** One line for each element that axe objects to. Frames are looked at as the pages that they are. */
async function objections(page) {
  const { violations } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], iframes: false }),
    TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** axe objects to nothing on the page as it is now: light, dark, in forced colors, and on the narrowest screen. */
export async function expectAxeFindsNothing(page, where = '') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  for (const [form, { media, width }] of Object.entries(FORMS)) {
    await page.emulateMedia(media);
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await objections(page), [where, form].filter(Boolean).join(', ')).toEqual([]);
  }
}
