// A note has its own address: the words of its heading. Its former address, its position, leads there.
import { expect, test } from '../journey.mjs';

// So far down that the note is not in view unless the page has scrolled to it.
test.use({ viewport: { width: 1280, height: 300 } });

const note = (page) => page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2, name: 'Sea ice' }) }).last();

test('a shared link to a note lands on it', async ({ open, page }) => {
  await open('recap/three-days-among-rope-and-salt.html#three-days-among-rope-and-salt.sea-ice');
  await expect(note(page).getByRole('heading', { name: 'Sea ice' })).toBeInViewport();
  await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
});

test('a link to the place of a note, as before there were names, lands on it', async ({ open, page }) => {
  await open('recap/three-days-among-rope-and-salt.html#three-days-among-rope-and-salt.4');
  await expect(note(page).getByRole('heading', { name: 'Sea ice' })).toBeInViewport();
});

test('23. a link to a note leads the focus there, too', async ({ open, page }) => {
  await open('theme/sea-ice.html');
  await page.getByRole('main').getByRole('link', { name: 'Sea ice', exact: true }).click();
  await expect(page).toHaveURL(/\/recap\/three-days-among-rope-and-salt\.html#three-days-among-rope-and-salt\.sea-ice$/);
  await expect(note(page).getByRole('heading', { name: 'Sea ice' })).toBeInViewport();
  // Tabbing on continues from there.
  await page.keyboard.press('Tab');
  await expect(note(page).getByText('Where this comes from')).toBeFocused();
});

test('from the timeline to a note, and back to the list', async ({ open, page }) => {
  await open('?theme=sea-ice&kind=note');
  const link = page.getByRole('region', { name: 'Results' }).getByRole('link', { name: 'Sea ice', exact: true }).first();
  await link.click();
  await expect(note(page).getByRole('heading', { name: 'Sea ice' })).toBeInViewport();
  await page.goBack();
  await expect(link).toBeFocused();
});
