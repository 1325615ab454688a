import { expect, expectSearch, test } from '../journey.mjs';

/** Presses Tab until the element has the focus; a reader would not continue forever either. */
async function tabTo(page, element, presses = 60) {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    if (await element.evaluate((node) => node === document.activeElement)) return;
  }
  await expect(element).toBeFocused();
}

test('from the search box to an opened talk and back, by keyboard alone', async ({ open, page }) => {
  await open();
  await tabTo(page, page.getByRole('searchbox', { name: 'Search', exact: true }));
  await page.keyboard.type('shoestring');
  await expectSearch(page, '?q=shoestring');
  const link = page.getByRole('link', { name: 'Sonar on a shoestring', exact: true });
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sonar on a shoestring' })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Back to the timeline' }));
  await page.keyboard.press('Enter');
  await expect(link).toBeFocused();
  await expectSearch(page, '?q=shoestring');
});

test('a recording is played by keyboard, and the player has the focus', async ({ open, page, quiet }) => {
  quiet.expected.push(/^https:\/\/www\.youtube-nocookie\.com\//);
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await tabTo(page, page.getByRole('button', { name: /^Play video/ }));
  await page.keyboard.press('Enter');
  await expect(page.locator('iframe')).toBeFocused();
});

test('where a note comes from is unfolded by keyboard', async ({ open, page }) => {
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  const place = page.getByText('recaps/2024-porto-dolezal.md, line 29').first();
  await expect(place).toBeHidden();
  await tabTo(page, page.getByText('Where this comes from').first());
  await page.keyboard.press('Enter');
  await expect(place).toBeVisible();
});
