import { expect, test } from '../journey.mjs';
import { VIEWS } from './views.mjs';

test.use({ javaScriptEnabled: false });

test('30. without JavaScript the latest conferences and their talks are listed, and a link leads to all', async ({ page }) => {
  await page.goto('./');
  await page.getByText('One conference nobody here has written about yet').click();
  await expect(page.getByRole('heading', { level: 3, name: '2023' })).toBeVisible();
  for (const year of [2024, 2022]) {
    await expect(page.getByRole('heading', { level: 3, name: `Tidewater Conf ${year}` })).toBeVisible();
  }
  await expect(page.getByText('Sonar on a shoestring').first()).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Everything by name' }).click();
  for (const year of [2024, 2023, 2022, 2021, 2019]) {
    await expect(page.getByRole('link', { name: `Tidewater Conf ${year}` })).toBeVisible();
  }
});

test('without JavaScript the page says what needs it, and shows no control that does nothing', async ({ page }) => {
  await page.goto('./');
  const notice = page.locator('noscript p');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('Search and filters need JavaScript');
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('checkbox').first()).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('without JavaScript the list has the width of the page', async ({ page }) => {
  await page.goto('./');
  const { width } = await page.getByRole('region', { name: 'Results' }).boundingBox();
  expect(width).toBeGreaterThan(640);
});

test('without JavaScript a talk is read from the list, with all that is known of it', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Sonar on a shoestring', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sonar on a shoestring' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('lowered her device into the river');
  await expect(main).toContainText('What Haddad takes home');
  const place = main.getByText('recaps/2024-porto-dolezal.md, line 29').first();
  await expect(place).toBeHidden();
  await main.getByText('Where this comes from').first().click();
  await expect(place).toBeVisible();
  await main.getByText('How this talk was found').click();
  await expect(main.getByText('recaps/2024-porto-haddad.md, line 10').first()).toBeVisible();
  await expect(main.getByRole('link', { name: 'Watch on YouTube' }))
    .toHaveAttribute('href', 'https://www.youtube.com/watch?v=bbbbbbbbbbb');
});

test('without JavaScript the pages lead to each other, to their notes, and back to the list', async ({ page }) => {
  const main = page.getByRole('main');
  await page.goto('./theme/sea-ice.html');
  await main.getByRole('link', { name: 'Sea ice', exact: true }).click();
  await expect(page).toHaveURL(/three-days-among-rope-and-salt\.html#three-days-among-rope-and-salt\.sea-ice$/);
  await expect(main.getByText('Over lunch everybody spoke of sea ice')).toBeInViewport();
  await main.getByRole('link', { name: 'Back to the timeline' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tidewater notes' })).toBeVisible();
});

for (const { name, address, title } of VIEWS.filter((view) => view.address.endsWith('.html'))) {
  test(`without JavaScript nothing on a page does nothing: ${name}`, async ({ page }) => {
    await page.goto(`./${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await expect(page.getByRole('searchbox')).toBeHidden();
    for (const role of ['button', 'checkbox', 'combobox']) await expect(page.getByRole(role)).toHaveCount(0);
  });
}
