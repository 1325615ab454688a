import { expect, test } from '../journey.mjs';
import { VIEWS } from './views.mjs';

test.use({ viewport: { width: 320, height: 640 } });

for (const { name, address, title } of VIEWS) {
  test(`at 320 px nothing is cut off and nothing scrolls sideways: ${name}`, async ({ open, page }) => {
    await open(address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await page.waitForLoadState('networkidle');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
}

test('the filters are folded away until they are wanted', async ({ open, page }) => {
  await open();
  const toggle = page.getByRole('button', { name: /^Filters/ });
  const sonar = page.getByRole('group', { name: 'Theme' }).getByRole('checkbox', { name: /^Sonar/ });
  await expect(sonar).toBeHidden();
  await toggle.click();
  await sonar.check();
  await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'The queue at the lock', exact: true })).toBeHidden();
});

for (const address of ['', 'talk/tidewater-2024-sonar-on-a-shoestring.html']) {
  test(`text can be twice as large: ${address || 'the explorer'}`, async ({ open, page }) => {
    await page.setViewportSize({ width: 640, height: 640 });
    await open(address);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });
}
