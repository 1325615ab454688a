// Each item has a page, as a separate file; the pages link to each other and to the explorer.
import { expect, expectSearch, isReady, test } from '../journey.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const main = (page) => page.getByRole('main');

test('23. a talk has a title of its own, and shows the notes of everybody who wrote about it, with their sources', async ({ open, page }) => {
  await open();
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(title(page, 'Sonar on a shoestring')).toBeVisible();
  await expect(page).toHaveURL(/\/talk\/tidewater-2024-sonar-on-a-shoestring\.html$/);
  await expect(page).toHaveTitle('Sonar on a shoestring – Tidewater notes');
  await expect(main(page)).toContainText('lowered her device into the river');
  await expect(main(page)).toContainText('What Haddad takes home');
  await expect(main(page)).toContainText('Bravest demo');
  await expect(main(page).getByRole('link', { name: 'Back by the river' })).toBeVisible();
  const addresses = await main(page).getByRole('link').evaluateAll((links) => links.map((link) => link.href));
  expect(addresses).toContain('https://example.org/back-by-the-river');
  expect(addresses).toContain('https://example.org/custard-and-currents');
});

test('a talk says where each of its notes stands, and why it is a note on this talk', async ({ open, page }) => {
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  const note = main(page).getByRole('article').filter({ has: page.getByRole('heading', { name: 'Marek Dolezal' }) }).last();
  await expect(note.getByText('recaps/2024-porto-dolezal.md, line 29').first()).toBeHidden();
  await note.getByText('Where this comes from').click();
  await expect(note.getByText('recaps/2024-porto-dolezal.md, line 29').first()).toBeVisible();
  await expect(note).toContainText('is given in the file’s header (recaps/2024-porto-dolezal.md, line');
  await main(page).getByText('How this talk was found').click();
  await expect(main(page).getByText('recaps/2024-porto-haddad.md, line 10').first()).toBeVisible();
});

test('from a talk to its speaker, to another edition, to a theme, and all the way back', async ({ open, page }) => {
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await main(page).getByRole('link', { name: 'Aoife Brannigan' }).first().click();
  await expect(title(page, 'Aoife Brannigan')).toBeVisible();
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

test('the navigation of the pages it leads to says which page the reader is on', async ({ open, page }) => {
  for (const [address, name] of [['themes.html', 'Themes'], ['list.html', 'Reading list']]) {
    await open(address);
    await expect(page.getByRole('navigation', { name: 'From here' }).locator('[aria-current]')).toHaveAccessibleName(name);
  }
  await open('theme/sonar.html');
  await expect(page.getByRole('navigation', { name: 'From here' }).locator('[aria-current]')).toHaveCount(0);
});

test('the links to the parts of a page have a name that everybody sees', async ({ open, page }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['conference/tidewater-2024.html', 'recap/custard-and-currents.html']) {
      await open(address);
      const parts = page.getByRole('navigation', { name: 'On this page' });
      await expect(parts.getByText('On this page').filter({ visible: true }), `${address} at ${width} px`).toHaveCount(1);
    }
  }
});

test('from a speaker to the organization, and to all who spoke for it', async ({ open, page }) => {
  await open('person/tomas-ferreira.html');
  await main(page).getByRole('link', { name: 'Port of Porto' }).first().click();
  await expect(title(page, 'Port of Porto')).toBeVisible();
  for (const name of ['Tide forecasts after a storm', 'Tide forecasts for small harbors', 'What a port log is worth']) {
    await expect(main(page).getByRole('link', { name, exact: true })).toBeVisible();
  }
});

test('a theme tells how it fared over the editions, and shows the notes side by side', async ({ open, page }) => {
  await open('theme/sonar.html');
  await expect(title(page, 'Sonar')).toBeVisible();
  await expect(main(page).getByRole('row', { name: /2024.*2 of 2 recaps/ })).toBeVisible();
  await expect(main(page).getByRole('row', { name: /2021.*0 of 1 recap/ })).toBeVisible();
  await expect(main(page)).toContainText('Cheap sonar is enough when a hundred boats carry it.');
  await expect(main(page).locator('mark').first()).toHaveText(/sonar/i);
  await main(page).getByRole('link', { name: 'Sensing' }).first().click();
  await expect(title(page, 'Sensing')).toBeVisible();
});

test('the turning points of a theme are sentences with an author, and each has an address', async ({ open, page }) => {
  await open('theme/sonar.html');
  const points = main(page).locator('.turning-points > li');
  await expect(points.first().getByRole('heading')).toHaveText('First mention');
  await expect(points.first().locator('mark')).toHaveText(/sonar/i);
  await points.last().getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL(/theme\/sonar\.html#last-named$/);
});

test('a bar of a theme leads to the notes of its year', async ({ open, page }) => {
  await open('theme/sonar.html');
  await main(page).getByRole('link', { name: '2019: 1 of 1 recap' }).click();
  await expect(page).toHaveURL(/#at-tidewater-2019$/);
  await expect(main(page).getByRole('heading', { name: 'Tidewater Conf 2019' })).toBeInViewport();
});

test('a citation is copied with one click, and stands on the page as text', async ({ context, open, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await main(page).getByRole('button', { name: 'Copy citation' }).click();
  await expect(main(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('“Sonar on a shoestring”. Tidewater Conf 2024.');
  await expect(main(page).locator('.cite')).toContainText(copied);
  await main(page).getByRole('button', { name: 'Copy: BibTeX' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@misc\{tidewater-2024-sonar-on-a-shoestring,/);
  await expect(main(page).locator('.cite a')).toHaveText(page.url());
});

test('a company is a link to its page', async ({ open, page }) => {
  await open('talk/tidewater-2021-what-a-port-log-is-worth.html');
  await main(page).getByRole('link', { name: 'Port of Porto' }).click();
  await expect(title(page, 'Port of Porto')).toBeVisible();
});

test('an address that leads nowhere offers a search, which leads to the explorer', async ({ page, baseURL, quiet }) => {
  quiet.expected.push(/^error: Failed to load resource: .* 404/);
  for (const address of ['nothing.html', 'talk/nothing.html']) {
    await page.goto(new URL(address, baseURL).href);
    await expect(page.getByRole('banner')).toHaveText('Tidewater notes');
    await page.getByRole('searchbox', { name: 'Search' }).fill('sonar');
    await page.keyboard.press('Enter');
    await isReady(page);
    await expectSearch(page, '?q=sonar');
  }
});

test('an edition tells what is known of it, and every source of a number', async ({ open, page }) => {
  await open('conference/tidewater-2024.html');
  await expect(main(page)).toContainText('10–12 June 2024');
  await expect(main(page)).toContainText('about 900 attendees (Marek Dolezal)');
  await expect(main(page)).toContainText('around 850 attendees (Noor Haddad)');
});

test('the number of attendees is one line, and its sources are one press away', async ({ open, page }) => {
  await open('conference/tidewater-2024.html');
  const source = main(page).getByText('around 850 attendees (Noor Haddad)');
  await expect(source).toBeHidden();
  await main(page).getByText('about 850 attendees').click();
  await expect(source).toBeVisible();
});

test('an edition nobody wrote about says so', async ({ open, page }) => {
  await open('conference/tidewater-2023.html');
  await expect(main(page)).toContainText('Nobody here has written about this conference yet.');
  await expect(main(page).getByRole('link', { name: /in the timeline$/ })).toHaveCount(0);
});

test('a recap shows its notes in order, and where it was published', async ({ open, page }) => {
  await open('?view=recaps');
  await main(page).getByRole('link', { name: 'Custard and currents' }).click();
  await expect(title(page, 'Custard and currents')).toBeVisible();
  const headings = main(page).getByRole('heading', { level: 2 });
  await expect(headings).toContainText(['Sonar on a shoestring', 'The queue at the lock', 'Buoys']);
  await expect(main(page)).toContainText('recaps/2024-porto-haddad.md');
});

const NARROWED = [
  { address: 'conference/tidewater-2024.html', link: 'Show this conference in the timeline', search: '?conference=tidewater-2024' },
  { address: 'theme/sonar.html', link: 'Show only this theme in the timeline', search: '?theme=sonar' },
  { address: 'person/aoife-brannigan.html', link: 'Show where this person spoke or is named', search: '?person=aoife-brannigan' },
  { address: 'org/port-of-porto.html', link: 'Show only this organization in the timeline', search: '?org=port-of-porto' },
];

for (const { address, link, search } of NARROWED) {
  test(`a page leads to its part of the timeline: ${address}`, async ({ open, page }) => {
    await open(address);
    await main(page).getByRole('link', { name: link }).click();
    await isReady(page);
    await expectSearch(page, search);
    await expect(page.getByRole('group', { name: 'Active filters' }).getByRole('button', { name: /^Remove filter/ })).toHaveCount(1);
  });
}

test('the title of the site leads from a page to all of the timeline', async ({ open, page }) => {
  await open('theme/sonar.html');
  await page.getByRole('link', { name: 'Tidewater notes' }).click();
  await isReady(page);
  await expectSearch(page, '');
});

test('what a page is made of is one file, its script and its styles', async ({ open, page }) => {
  const asked = [];
  page.on('request', (request) => { if (request.url().startsWith('http')) asked.push(new URL(request.url()).pathname); });
  await open('talk/tidewater-2024-sonar-on-a-shoestring.html');
  await page.waitForLoadState('networkidle');
  const styles = expect.stringMatching(/\.css$/);
  const script = expect.stringMatching(/\/page-\w+\.js$/);
  expect(asked).toEqual([expect.stringMatching(/\.html$/), script, styles, styles]);
});

test('the themes lead from a cell to the notes behind it', async ({ open, page }) => {
  await open('?view=themes');
  await page.getByRole('link', { name: /^Sonar, 2024: 2 recaps/ }).click();
  await expectSearch(page, '?year=2024&theme=sonar');
});

test('the table of themes has the newest year first, and no year without a match', async ({ open, page }) => {
  const years = page.getByRole('columnheader').getByRole('link');
  await open('?view=themes');
  await expect(years).toHaveText(['2024', '2022', '2021', '2019']);
  await open('?view=themes&year=2019,2024');
  await expect(years).toHaveText(['2024', '2019']);
});

test('the talks can be sorted by their heads', async ({ open, page }) => {
  await open('?view=talks');
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Talk' }) });
  await table.getByRole('button', { name: 'Talk' }).click();
  await expectSearch(page, '?view=talks&sort=title');
  await expect(table.getByRole('row').nth(1)).toContainText('A buoy that repairs itself');
});
