import { expect, expectSearch, isReady, test } from '../journey.mjs';

const box = (page) => page.getByRole('searchbox', { name: 'Search', exact: true });
const status = (page) => page.getByRole('status');
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
  await expect(results(page).getByRole('mark')).toHaveText(['custard', 'tarts']);
  await expect(results(page)).toContainText('Back by the river');
});

test('a slip is forgiven, and said so', async ({ open, page }) => {
  await open();
  await box(page).fill('shoestrng');
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('shoestring');
});

test('a question in plain words finds its subject, what has all of its words first', async ({ open, page }) => {
  await open('?view=talks');
  await box(page).fill('how good are the tide forecasts after a storm');
  await expect(results(page).getByRole('row').nth(1)).toContainText('Tide forecasts after a storm');
  await expect(page.getByRole('status')).toContainText('Showing what has all or some of these words.');
  // Words such as "the" are not asked for, so they are not marked.
  await expect(results(page).locator('mark', { hasText: /^(are|the|a)$/ })).toHaveCount(0);
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
  await expect(results(page).getByText('Nothing matches')).toHaveText('Nothing matches.');
  await expect(page.getByRole('heading', { name: 'Try without one of these' })).toBeVisible();
  await results(page).getByRole('link', { name: 'Without the words “submarine”' }).click();
  await expectSearch(page, '?theme=sonar');
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
});

test('a word in the text of a note shows the note it stands in, marked', async ({ open, page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open();
  await box(page).fill('shoestring chair');
  await expect(results(page)).toContainText('The sonar costs less than the chair she stood on.');
  await expect(results(page).locator('mark', { hasText: 'chair' })).toBeVisible();
  // The notes of one edition are enough; the chunks are for other programs.
  const texts = asked.filter((path) => /\/bundle\/tidewater-/.test(path));
  expect(texts).toEqual([expect.stringMatching(/\/bundle\/tidewater-2024-note-texts-/)]);
});

test('however many editions are found, the list of their notes is asked for once', async ({ open, page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open();
  await box(page).fill('lindqvist sonar');
  await box(page).fill('sonar');
  const texts = () => asked.filter((path) => path.includes('-note-texts-'));
  await expect.poll(() => texts().length).toBeGreaterThan(1);
  expect(asked.filter((path) => /\/note-texts-/.test(path))).toHaveLength(1);
});

test('the search box of a page leads to the explorer, and what was typed with it', async ({ open, page }) => {
  await open('conference/tidewater-2024.html');
  await box(page).fill('sea ice');
  await box(page).press('Enter');
  await isReady(page);
  await expectSearch(page, '?q=sea+ice');
  await expect(box(page)).toHaveValue('sea ice');
  await expect(results(page).getByRole('link', { name: 'Thin ice, thick data', exact: true })).toBeVisible();
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Tidewater Conf 2024' })).toBeVisible();
});

test('an empty search on a page shows everything, and finds nothing wrong with that', async ({ open, page }) => {
  await open('theme/sonar.html');
  await box(page).press('Enter');
  await isReady(page);
  await expect(page.getByRole('status')).toHaveCount(1);
  await expect(page.getByRole('status')).toContainText('9 talks');
});

test('signs of the address are words to the search box of a page', async ({ open, page }) => {
  await open('theme/sonar.html');
  await box(page).fill('ice & theme=sonar + 100 %');
  await box(page).press('Enter');
  await isReady(page);
  await expect(box(page)).toHaveValue('ice & theme=sonar + 100 %');
  await expect(page.getByRole('group', { name: 'Active filters' }).getByRole('button', { name: /Theme/ })).toHaveCount(0);
});

test('field words narrow by names, in the box and in the address, and the page says how to write them', async ({ open, page }) => {
  await open('?q=theme:sonar+-person:lindqvist');
  await expect(status(page)).toContainText(/^\d+ talk/);
  await expect(results(page).getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
  await box(page).fill('theme:submarine');
  await expect(status(page)).toHaveText('Nothing matches.');
  await expect(results(page)).toContainText('theme:mesh');
});
