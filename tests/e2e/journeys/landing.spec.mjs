// The beginning of a site: a sentence written from the data, and its themes as waves. The explorer follows below.
import { expect, isReady, test } from '../journey.mjs';

const landing = (page) => page.locator('.landing');
const rows = (page) => page.locator('.waves > ol > li');
const wave = (page, theme) => rows(page).filter({ has: page.getByText(theme, { exact: true }) }).getByRole('link').first();

/** Presses a wave at a fraction of its width. */
const press = async (page, theme, part) => {
  const shape = wave(page, theme).locator('> svg');
  await shape.scrollIntoViewIfNeeded();
  const box = await shape.boundingBox();
  await page.mouse.click(box.x + box.width * part, box.y + box.height - 10);
};

test.describe('a collection in which many wrote', () => {
  test.use({ site: 'shipped' });

  test('begins with a sentence of the data and its waves, with no script at all', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(baseURL);
    await expect(page.locator('.headline')).toHaveText(/^In \d{4}, \d+ of \d+ recaps named .+\. In \d{4}, .+ named .+\.$/);
    const n = await rows(page).count();
    expect(n).toBeGreaterThanOrEqual(11);
    expect(n).toBeLessThanOrEqual(15);
    for (const row of await rows(page).all()) {
      await expect(row).toHaveText(/\d+ of \d+.*(\d+ of \d+ in \d{4}|not named since \d{4})/s);
      await expect(row.getByRole('link')).toHaveAttribute('href', /^theme\/[^/]+\.html#at-/);
    }
    await page.close();
  });

  for (const width of [320, 360, 768, 1100, 1440]) {
    test(`no label covers another at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('./');
      const covered = await page.evaluate(() => {
        const labels = [...document.querySelectorAll('.waves :is(text, b, a > span)')]
          .map((label) => ({ text: label.textContent, box: label.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0);
        const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom - 3 <= b.top || b.bottom - 3 <= a.top;
        return labels.flatMap((a, n) => labels.slice(n + 1).filter((b) => !apart(a.box, b.box)).map((b) => `${a.text} / ${b.text}`));
      });
      expect(covered).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }

  test('a press on a wave opens what was said in that year, in place, and another closes it', async ({ open, page }) => {
    await open();
    await press(page, 'Service mesh', 0.2);
    const notes = page.locator('.wave-notes');
    await expect(notes.getByRole('button', { pressed: true })).toHaveText('2017');
    await expect(notes.getByRole('listitem').first()).toContainText(/Notes? (by|in) /);
    await expect(notes.getByRole('listitem').first().getByRole('link').first()).toHaveAttribute('href', /\/(talk|recap)\/[^/]+\.html/);
    await notes.getByRole('button', { name: '2019' }).click();
    await expect(notes.getByRole('button', { pressed: true })).toHaveText('2019');
    await expect(notes.getByRole('heading')).toHaveText(/^Service mesh · 2019: \d+ of \d+ recaps$/);
    await expect(notes.getByRole('listitem').first()).toContainText(/ · KubeCon .+ 2019/);
    await expect(notes.getByRole('link', { name: 'All about service mesh' })).toHaveAttribute('href', /theme\/service-mesh\.html$/);
    await notes.getByRole('button', { name: 'Close' }).click();
    await expect(notes).toHaveCount(0);
    await expect(wave(page, 'Service mesh')).toBeFocused();
    await press(page, 'Service mesh', 0.2);
    await press(page, 'Service mesh', 0.2);
    await expect(notes).toHaveCount(0);
  });

  test('the first press of all is not lost', async ({ page }) => {
    await page.goto('./');
    await press(page, 'Service mesh', 0.2);
    await expect(page.locator('.wave-notes').getByRole('button', { pressed: true })).toHaveText('2017');
    await isReady(page);
    await expect(page.locator('.wave-notes')).toBeVisible();
  });

  test('a key opens the year of the peak', async ({ open, page }) => {
    await open();
    const link = wave(page, 'Service mesh');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(link).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('.wave-notes').getByRole('button', { pressed: true })).toHaveText('2023');
    await expect(link).toBeFocused();
  });

  test('the explorer stands alone where the address asks for a view, and nothing jumps', async ({ page }) => {
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((it) => it.value)))
        .observe({ type: 'layout-shift', buffered: true });
    });
    for (const [address, isShown] of [['./', true], ['./?theme=service-mesh', false]]) {
      await page.goto(address);
      await isReady(page);
      await expect(landing(page)).toBeVisible({ visible: isShown });
      expect(await page.evaluate(() => window.shifts.reduce((sum, it) => sum + it, 0)), address).toBe(0);
    }
  });

  test('whoever comes back finds the page as it was', async ({ open, page }) => {
    await open();
    await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /^Keynote/ }).check();
    await expect(page).toHaveURL(/kind=keynote/);
    await page.locator('.talk :is(h3, h4) a').first().click();
    await expect(page).toHaveURL(/\/talk\//);
    await page.goBack();
    await isReady(page);
    await expect(landing(page)).toBeVisible();
  });

  test('the picture of a shared view counts what the view counts', async ({ open, page }) => {
    await open('share.html?theme=service-mesh&year=2017..2019');
    const picture = page.locator('[data-form="picture"] textarea');
    await expect(picture).toHaveValue(/2017: \d+.*2018: \d+.*2019: \d+/s);
    await expect(page.locator('#share-words')).toHaveText(/\d+ talks and \d+ other notes/);
    const counted = async () => {
      const bars = [...(await picture.inputValue()).matchAll(/<title>\d{4}: (\d+)</g)].map(([, n]) => Number(n));
      const words = (await page.locator('#share-words').textContent()).match(/\d+(?= talks| other notes)/g).map(Number);
      const sum = (numbers) => numbers.reduce((total, n) => total + n, 0);
      return sum(bars) - sum(words);
    };
    await expect.poll(counted).toBe(0);
  });
});

test('a collection in which few wrote has no waves', async ({ open, page }) => {
  await open();
  await expect(landing(page)).toHaveCount(0);
});
