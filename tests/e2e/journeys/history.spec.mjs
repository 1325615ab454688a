import { expect, expectSearch, test } from '../journey.mjs';

const theme = (page, name) => page.getByRole('group', { name: 'Theme' }).getByRole('checkbox', { name });

test('Back and Forward go through the choices, one by one', async ({ open, page }) => {
  await open();
  await theme(page, /^Sonar/).check();
  await expectSearch(page, '?theme=sonar');
  await theme(page, /^Sea ice/).check();
  await expectSearch(page, '?theme=sea-ice,sonar');
  await page.goBack();
  await expect(theme(page, /^Sea ice/)).not.toBeChecked();
  await expect(theme(page, /^Sonar/)).toBeChecked();
  await page.goBack();
  await expectSearch(page, '');
  await expect(theme(page, /^Sonar/)).not.toBeChecked();
  await page.goForward();
  await page.goForward();
  await expectSearch(page, '?theme=sea-ice,sonar');
  await expect(theme(page, /^Sea ice/)).toBeChecked();
});

test('a shared link shows another reader the same', async ({ context, open, page }) => {
  await open();
  await theme(page, /^Sonar/).check();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Talks' }).click();
  const results = page.getByRole('region', { name: 'Results' });
  await expectSearch(page, '?theme=sonar&view=talks');
  const shown = await results.innerText();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('html')).toHaveAttribute('data-client', 'ready');
  expect(await other.getByRole('region', { name: 'Results' }).innerText()).toBe(shown);
});

test('a broken link opens, and says what of it was left out', async ({ open, page }) => {
  await open('?theme=sonar,kelp&year=soon&flavor=blue&page=talk/never-given');
  await expect(theme(page, /^Sonar/)).toBeChecked();
  for (const part of ['kelp', 'soon', 'flavor=blue', 'page=talk/never-given']) {
    await expect(page.getByRole('listitem').filter({ hasText: 'This link asks for' }).filter({ hasText: part })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('This link asks for')).toHaveCount(0);
});

test('an address of noise opens the timeline', async ({ open, page }) => {
  await open('?%E0%A4%A&&&=&q=%00&year=99999..1&page=//&sort=%FF&theme=');
  await expect(page.getByRole('region', { name: 'Results' })).toBeVisible();
});
