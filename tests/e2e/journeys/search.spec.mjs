import { expect, expectSearch, test } from '../journey.mjs';

const box = (page) => page.getByRole('searchbox', { name: 'Search', exact: true });
const results = (page) => page.getByRole('region', { name: 'Results' });

test('typing narrows the list, marks what was found, and lands in the address', async ({ open, page }) => {
  await open();
  await box(page).fill('sonar');
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
  await expect(results(page).getByRole('link', { name: 'The queue at the lock', exact: true })).toBeHidden();
  await expect(results(page).locator('mark').first()).toHaveText('Sonar');
  await expectSearch(page, '?q=sonar');
});

test('the last word may be unfinished, and accents do not matter', async ({ open, page }) => {
  await open();
  await box(page).fill('zoe lindq');
  await expect(results(page).getByRole('link', { name: 'A buoy that repairs itself', exact: true })).toBeVisible();
  await expect(results(page).getByRole('link', { name: 'Thin ice, thick data', exact: true })).toBeVisible();
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeHidden();
});

test('words are found in the text of a note', async ({ open, page }) => {
  await open();
  await box(page).fill('custard tarts');
  await expect(results(page)).toContainText('Back by the river');
});

test('a slip is forgiven, and said so', async ({ open, page }) => {
  await open();
  await box(page).fill('shoestrng');
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('shoestring');
});

test('typing leaves one entry behind in the history', async ({ open, page }) => {
  await open('?view=talks');
  await open();
  await box(page).pressSequentially('sonar', { delay: 20 });
  await expectSearch(page, '?q=sonar');
  await page.goBack();
  await expectSearch(page, '?view=talks');
});

test('when nothing is found the page says so, and offers ways out that lead somewhere', async ({ open, page }) => {
  await open('?q=submarine&theme=sonar');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await results(page).getByRole('link', { name: 'Without the words “submarine”' }).click();
  await expectSearch(page, '?theme=sonar');
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
});
