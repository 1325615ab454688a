// From the explorer to a page and back: the steps, and what must be restored.
import { expect, expectSearch, isReady } from '../journey.mjs';

/** An explorer with a filter, whose list is longer than the window. */
export const NARROW = '?theme=buoys,sonar';
export const LOW_WINDOW = { width: 1280, height: 400 };
/** A talk that is out of sight until the reader scrolls to it, and one of its speakers. */
export const LAST_TALK = 'A buoy that repairs itself';
export const SPEAKER = 'Zoë Lindqvist';

export const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
export const card = (page, name) => page.getByRole('region', { name: 'Results' }).getByRole('link', { name, exact: true });
export const backLink = (page) => page.getByRole('link', { name: 'Back to the timeline' });

export const WAYS = [
  { way: 'Back of the browser', leave: (page) => page.evaluate(() => history.back()) },
  { way: 'the link on the page', leave: (page) => backLink(page).click() },
];

const scrolled = (page) => page.evaluate(() => document.documentElement.scrollTop);

/** Opens the last talk of the list, and returns the scroll position from which. */
export async function followLast(page) {
  await card(page, LAST_TALK).scrollIntoViewIfNeeded();
  const top = await scrolled(page);
  expect(top).toBeGreaterThan(0);
  await card(page, LAST_TALK).click();
  await expect(title(page, LAST_TALK)).toBeVisible();
  return top;
}

/** The list is as the reader left it: filtered, at the same position, with the focus on the followed link. */
export async function expectLeftPlace(page, top) {
  await isReady(page);
  await expectSearch(page, NARROW);
  await expect(card(page, LAST_TALK)).toBeFocused();
  await expect.poll(() => scrolled(page)).toBe(top);
}

/** Leaves the list and returns to it as it was left; tells whether it is still the same document. */
export async function isKeptOnTheWay(page, leave) {
  await page.evaluate(() => { window.isTheSame = true; });
  const top = await followLast(page);
  await leave(page);
  await expectLeftPlace(page, top);
  return page.evaluate(() => window.isTheSame === true);
}
