// Most browsers keep the list as it is while the reader is on a page, and show it again on the way back.
import { launch } from '../browser.mjs';
import { expect, test } from '../journey.mjs';
import { isKeptOnTheWay, LOW_WINDOW, NARROW, WAYS } from './leaving.mjs';

test.use({
  launchOptions: { ...launch, ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  viewport: LOW_WINDOW,
});

for (const { way, leave } of WAYS) {
  test(`23. ${way} restores filters, place and focus of a list that was kept`, async ({ open, page }) => {
    await open(NARROW);
    expect(await isKeptOnTheWay(page, leave)).toBe(true);
  });
}
