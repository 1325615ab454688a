// Points 4, 11, 12, 14 and 26 of thirty: skip links, search, suggestions, dialogs, keys.
import { expect, expectSearch, test } from '../journey.mjs';

const TALK = 'talk/tidewater-2024-sonar-on-a-shoestring.html';
const box = (page) => page.getByRole('searchbox', { name: 'Search', exact: true });
const dialog = (page) => page.getByRole('dialog');

for (const { address, name, target } of [
  { address: '', name: 'Skip to the results', target: 'results' },
  { address: TALK, name: 'Skip to content', target: 'page' },
]) {
  test(`4. the first Tab offers the way past everything: ${name}`, async ({ open, page }) => {
    await open(address);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // Tabbing on continues from there.
    expect(await page.evaluate((id) => document.getElementById(id).contains(document.activeElement), target)).toBe(true);
  });
}

test('11. the search is a landmark with a label to be seen; Escape clears it, Enter loads nothing', async ({ open, page }) => {
  await open();
  await expect(page.getByRole('search').getByText('Search', { exact: true })).toBeVisible();
  await expect(box(page)).toHaveAttribute('type', 'search');
  await page.evaluate(() => { window.isTheSame = true; });
  await box(page).fill('sonar');
  await box(page).press('Enter');
  await expectSearch(page, '?q=sonar');
  expect(await page.evaluate(() => window.isTheSame)).toBe(true);
  await expect(box(page)).toBeFocused();
  await box(page).press('Escape');
  await expect(box(page)).toHaveValue('');
  await expectSearch(page, '');
});

for (const address of [TALK, '']) {
  test(`12. Ctrl K suggests names; arrows choose, Enter goes, from ${address || 'the explorer'}`, async ({ open, page }) => {
    await open(address);
    await page.keyboard.press('Control+k');
    const input = dialog(page).getByRole('combobox');
    await expect(input).toBeFocused();
    await input.fill('brannig');
    await expect(dialog(page).getByRole('option').first()).toContainText('Aoife Brannigan');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(input).toHaveAttribute('aria-activedescendant', 'palette-0');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/person\/aoife-brannigan\.html$/);
  });
}

test('12. the suggestions are a combobox: the focus stays in the text, which can be edited, and their number is said', async ({ open, page }) => {
  await open(TALK);
  await page.keyboard.press('Control+k');
  const input = dialog(page).getByRole('combobox');
  await expect(input).toHaveAttribute('aria-controls', await dialog(page).getByRole('listbox').getAttribute('id'));
  await input.fill('sonar');
  const options = dialog(page).getByRole('option');
  await expect(dialog(page).getByRole('status')).toHaveText(`${await options.count()} found`);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(input).toHaveAttribute('aria-activedescendant', await options.nth(1).getAttribute('id'));
  // Home and End are keys of the text field, and letters go to the cursor.
  await page.keyboard.press('Home');
  await page.keyboard.type('x');
  await expect(input).toHaveValue('xsonar');
  await page.keyboard.press('End');
  await page.keyboard.type('y');
  await expect(input).toHaveValue('xsonary');
  await expect(dialog(page).getByRole('status')).toHaveText('No match');
  await expect(input).toBeFocused();
});

test('12. Enter that ends a composition of letters chooses nothing', async ({ open, page }) => {
  await open(TALK);
  await page.keyboard.press('Control+k');
  const input = dialog(page).getByRole('combobox');
  await expect(dialog(page).getByRole('option').first()).toBeVisible();
  await input.evaluate((field) => {
    for (const key of ['Enter', 'Escape', 'ArrowDown']) field.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
  });
  await expect(input).toBeFocused();
  await expect(input).toHaveAttribute('aria-activedescendant', 'palette-0');
});

const DIALOGS = [
  { name: /^Jump to/, opener: (page) => page.getByRole('button', { name: /^Jump to/ }), address: TALK },
  { name: /^Jump to/, key: 'Control+k', address: '' },
  { name: 'Shortcuts', key: '?', address: '' },
  { name: 'Export what is listed', opener: (page) => page.getByRole('button', { name: 'Export' }), address: '' },
];

for (const { name, key, opener, address } of DIALOGS) {
  test(`14. a dialog has a name and takes the focus, keeps it, and gives it back: ${name}, ${address || 'explorer'}`, async ({ open, page }) => {
    await open(address);
    const from = opener ? opener(page) : page.getByRole('link', { name: /^(Themes|Back to the timeline)/ }).first();
    await from.focus();
    await page.keyboard.press(key ?? 'Enter');
    const box = page.getByRole('dialog', { name });
    await expect(box).toBeVisible();
    // Nothing behind it can be reached or pressed.
    for (let press = 0; press < 10; press += 1) {
      const isInside = await box.evaluate((element) => element.contains(document.activeElement) || document.activeElement === document.body);
      expect(isInside, `after ${press} times Tab`).toBe(true);
      if (press === 0) expect(await box.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Tab');
    }
    expect(await box.evaluate((element) => element.matches(':modal'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(from).toBeFocused();
  });
}

test('26. keys of one letter leave text alone, are told by ?, and can be switched off', async ({ open, page }) => {
  await open('theme/sonar.html');
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('/?');
  await expect(box(page)).toHaveValue('/?');
  await box(page).blur();
  await page.keyboard.press('Alt+/');
  await expect(box(page)).not.toBeFocused();
  await page.keyboard.press('?');
  await dialog(page).getByRole('checkbox').uncheck();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await open(TALK);
  for (const key of ['?', '/']) await page.keyboard.press(key);
  await expect(dialog(page)).toHaveCount(0);
  await expect(box(page)).not.toBeFocused();
});
