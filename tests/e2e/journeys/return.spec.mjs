// A page is a separate document. Leaving it returns to the list as the reader left it: the filters, the position, and
// the followed link. Playwright turns off the back/forward cache, so the page has to restore all of it;
// `kept-list.spec.mjs` is about browsers that keep the list as it is.
import { expect, expectSearch, isReady, test } from '../journey.mjs';
import {
  backLink, card, expectLeftPlace, followLast, isKeptOnTheWay, LAST_TALK, LOW_WINDOW, NARROW, SPEAKER, title, WAYS,
} from './leaving.mjs';

test.use({ viewport: LOW_WINDOW });

for (const { way, leave } of WAYS) {
  test(`23. ${way} restores filters, place and focus of a list that is loaded again`, async ({ open, page }) => {
    await open(NARROW);
    expect(await isKeptOnTheWay(page, leave)).toBe(false);
  });
}

test('what was chosen and typed is there again, and so are the steps before it', async ({ open, page }) => {
  await open();
  await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox', { name: /^Sonar/ }).check();
  await expectSearch(page, '?theme=sonar');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('shoestring');
  await card(page, 'Sonar on a shoestring').click();
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
  await backLink(page).click();
  await isReady(page);
  await expectSearch(page, '?q=shoestring&theme=sonar');
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toHaveValue('shoestring');
  await expect(card(page, 'Sonar on a shoestring')).toBeFocused();
  await page.goBack();
  await expectSearch(page, '');
});

test('the way back still leads to the list after the skip link', async ({ open, page }) => {
  await open(NARROW);
  const top = await followLast(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#page$/);
  await backLink(page).click();
  await expectLeftPlace(page, top);
});

test('the way back leads to the list after a look at another page', async ({ open, page }) => {
  await open(NARROW);
  const top = await followLast(page);
  await page.getByRole('main').getByRole('link', { name: SPEAKER }).click();
  await expect(title(page, SPEAKER)).toBeVisible();
  await page.goBack();
  await backLink(page).click();
  await expectLeftPlace(page, top);
});

test('a browser that tells no steps leads back to the same filters', async ({ open, page }) => {
  await page.addInitScript(() => { Object.defineProperty(window, 'navigation', { value: undefined }); });
  await open(NARROW);
  await followLast(page);
  await backLink(page).click();
  await isReady(page);
  await expectSearch(page, NARROW);
});

test('the way back spans several pages', async ({ open, page }) => {
  await open(NARROW);
  const top = await followLast(page);
  await page.getByRole('main').getByRole('link', { name: SPEAKER }).click();
  await expect(title(page, SPEAKER)).toBeVisible();
  await backLink(page).click();
  await expectLeftPlace(page, top);
  await page.goForward();
  await expect(title(page, LAST_TALK)).toBeVisible();
});

test('whoever came from elsewhere gets the whole list', async ({ open, page }) => {
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await backLink(page).click();
  await isReady(page);
  await expectSearch(page, '');
  await expect(card(page, 'Sonar on a shoestring')).toBeVisible();
});

test('in a tab of its own the way back leads to the list, also after a look at another page', async ({ context, open, page }) => {
  await open(NARROW);
  const opened = context.waitForEvent('page');
  await card(page, LAST_TALK).click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(title(tab, LAST_TALK)).toBeVisible();
  await tab.getByRole('main').getByRole('link', { name: SPEAKER }).click();
  await expect(title(tab, SPEAKER)).toBeVisible();
  await tab.goBack();
  await expect(title(tab, LAST_TALK)).toBeVisible();
  await backLink(tab).click();
  await isReady(tab);
  await expectSearch(page, NARROW);
});

test('the way back can be opened in a tab of its own', async ({ context, open, page }) => {
  await open(NARROW);
  await followLast(page);
  const opened = context.waitForEvent('page');
  await backLink(page).click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await isReady(tab);
  await expect(title(page, LAST_TALK)).toBeVisible();
});

test('Forward leads to the page again', async ({ open, page }) => {
  await open(NARROW);
  await followLast(page);
  await page.goBack();
  await isReady(page);
  await page.goForward();
  await expect(title(page, LAST_TALK)).toBeVisible();
});
