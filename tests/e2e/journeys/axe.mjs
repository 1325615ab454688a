// axe, with its best practices, in every form of a page.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from '../journey.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYTHING = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
// Other colors change nothing else: the elements and their positions are the same.
const COLORS = { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] };

const FORMS = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, width: 1280, runOnly: EVERYTHING },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, width: 1280, runOnly: COLORS },
  'forced colors': { media: { colorScheme: 'light', forcedColors: 'active' }, width: 1280, runOnly: COLORS },
  '320 px': { media: { colorScheme: 'light', forcedColors: 'none' }, width: 320, runOnly: EVERYTHING },
};

/** One line for each element that axe objects to. Frames are checked as separate pages. */
async function objections(page, runOnly) {
  const { violations } = await page.evaluate(
    (only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'], iframes: false }),
    runOnly,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** axe objects to nothing on the page as it is now: light, dark, in forced colors, and on the narrowest screen. */
export async function expectAxeFindsNothing(page, where = '') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  for (const [form, { media, width, runOnly }] of Object.entries(FORMS)) {
    await page.emulateMedia(media);
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await objections(page, runOnly), [where, form].filter(Boolean).join(', ')).toEqual([]);
  }
}
