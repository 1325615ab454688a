// Each thing has a page; the pages lead to each other.
import { expect, expectSearch, test } from '../journey.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name });
const main = (page) => page.getByRole('main');

test('a talk shows the notes of everybody who wrote about it, with their sources', async ({ open, page }) => {
  await open();
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(title(page, 'Sonar on a shoestring')).toBeFocused();
  await expect(page).toHaveTitle(/Sonar on a shoestring/);
  await expect(main(page)).toContainText('lowered her device into the river');
  await expect(main(page)).toContainText('What Haddad takes home');
  await expect(main(page)).toContainText('Bravest demo');
  await expect(main(page).getByRole('link', { name: 'Back by the river' })).toBeVisible();
  const addresses = await main(page).getByRole('link').evaluateAll((links) => links.map((link) => link.href));
  expect(addresses).toContain('https://example.org/back-by-the-river');
  expect(addresses).toContain('https://example.org/custard-and-currents');
});

test('a talk says where each of its notes stands, and why it is a note on this talk', async ({ open, page }) => {
  await open('?page=talk/tidewater-2024-sonar-on-a-shoestring');
  await page.getByText('Where this comes from').first().click();
  await expect(main(page)).toContainText('recaps/2024-porto-dolezal.md');
});

test('from a talk to its speaker, to another edition, to a theme, to a recap, and all the way back', async ({ open, page }) => {
  await open('?page=talk/tidewater-2024-sonar-on-a-shoestring');
  await main(page).getByRole('link', { name: 'Aoife Brannigan' }).first().click();
  await expect(title(page, 'Aoife Brannigan')).toBeFocused();
  await main(page).getByRole('link', { name: 'Reading the floor by sonar', exact: true }).click();
  await expect(title(page, 'Reading the floor by sonar')).toBeVisible();
  await main(page).getByRole('link', { name: 'Tidewater Conf 2019' }).first().click();
  await expect(title(page, 'Tidewater Conf 2019')).toBeVisible();
  await main(page).getByRole('link', { name: 'Sonar', exact: true }).first().click();
  await expect(title(page, 'Sonar')).toBeVisible();
  for (const name of ['Tidewater Conf 2019', 'Reading the floor by sonar', 'Aoife Brannigan', 'Sonar on a shoestring']) {
    await page.goBack();
    await expect(title(page, name)).toBeVisible();
  }
});

test('a theme tells how it fared over the editions, and shows the passages side by side', async ({ open, page }) => {
  await open('?page=theme/sonar');
  await expect(title(page, 'Sonar')).toBeVisible();
  await expect(main(page).getByRole('row', { name: /2024.*2 of 2 articles/ })).toBeVisible();
  await expect(main(page).getByRole('row', { name: /2021.*0 of 1 article/ })).toBeVisible();
  await main(page).getByRole('link', { name: 'Sensing' }).click();
  await expect(title(page, 'Sensing')).toBeVisible();
});

test('an edition tells what is known of it, and every source of a number', async ({ open, page }) => {
  await open('?page=conference/tidewater-2024');
  await expect(main(page)).toContainText('10–12 June 2024');
  await expect(main(page)).toContainText('about 900 people, says Marek Dolezal');
  await expect(main(page)).toContainText('around 850 people, says Noor Haddad');
  await main(page).getByRole('link', { name: 'Show this conference in the timeline' }).click();
  await expectSearch(page, '?conference=tidewater-2024');
});

test('an edition nobody wrote about says so', async ({ open, page }) => {
  await open('?page=conference/tidewater-2023');
  await expect(main(page)).toContainText('Nobody here has written about this conference yet.');
});

test('a recap shows its notes in order, and where it was published', async ({ open, page }) => {
  await open('?view=recaps');
  await main(page).getByRole('link', { name: 'Custard and currents' }).click();
  await expect(title(page, 'Custard and currents')).toBeVisible();
  const headings = main(page).getByRole('heading', { level: 2 });
  await expect(headings).toContainText(['Sonar on a shoestring', 'The queue at the lock', 'Buoys']);
  await expect(main(page)).toContainText('recaps/2024-porto-haddad.md');
});

test('the way back from a page keeps the filters', async ({ open, page }) => {
  await open('?theme=sonar');
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await page.getByRole('link', { name: 'Back to the timeline, as filtered' }).click();
  await expectSearch(page, '?theme=sonar');
});

test('the themes lead from a cell to the passages behind it', async ({ open, page }) => {
  await open('?view=themes');
  await page.getByRole('link', { name: /^Sonar at 2024: 2 articles/ }).click();
  await expectSearch(page, '?conference=tidewater-2024&theme=sonar');
});

test('the talks can be sorted by their heads', async ({ open, page }) => {
  await open('?view=talks');
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Talk' }) });
  await table.getByRole('button', { name: 'Talk' }).click();
  await expectSearch(page, '?view=talks&sort=title');
  await expect(table.getByRole('row').nth(1)).toContainText('A buoy that repairs itself');
});
