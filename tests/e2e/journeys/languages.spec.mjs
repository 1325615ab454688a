// A site uses the language of its site.toml everywhere, in the direction of that language.
import { expect, expectSearch, test } from '../journey.mjs';

const WORDS = {
  ar: { dir: 'rtl', search: 'بحث', results: 'النتائج', filters: 'عوامل التصفية', year: 'السنة', clear: 'مسح الكل', note: 'إغلاق', talks: 'المحاضرات', one: 'محاضرة واحدة' },
  de: { dir: null, search: 'Suche', results: 'Ergebnisse', filters: 'Filter', year: 'Jahr', clear: 'Alle entfernen', note: 'Schließen', talks: 'Vorträge', one: '1 Vortrag' },
  es: { dir: null, search: 'Buscar', results: 'Resultados', filters: 'Filtros', year: 'Año', clear: 'Quitar todos', note: 'Cerrar', talks: 'Charlas', one: '1 charla' },
  fr: { dir: null, search: 'Recherche', results: 'Résultats', filters: 'Filtres', year: 'Année', clear: 'Tout retirer', note: 'Fermer', talks: 'Présentations', one: '1 présentation' },
  ja: { dir: null, search: '検索', results: '検索結果', filters: '絞り込み', year: '年', clear: 'すべて解除', note: '閉じる', talks: '講演', one: '講演1件' },
};
// Text that a page in another language must not have.
const ENGLISH = ['Search', 'Filters', 'Newest first', 'Timeline', 'Clear all', 'Share', 'Everything by name', 'Show as a table'];

for (const [site, words] of Object.entries(WORDS)) {
  test.describe(site, () => {
    test.use({ site });

    test('search, filter and clear work in words of the language', async ({ open, page }) => {
      await open();
      await expect(page.locator('html')).toHaveAttribute('lang', site);
      if (words.dir) await expect(page.locator('html')).toHaveAttribute('dir', words.dir);
      await page.getByRole('searchbox', { name: words.search, exact: true }).fill('shoestring');
      await expectSearch(page, '?q=shoestring');
      await expect(page.getByRole('region', { name: words.results })).toContainText('Sonar on a shoestring');
      await expect(page.locator('.status')).toContainText(words.one);
      await page.getByRole('button', { name: words.clear, exact: true }).click();
      await expectSearch(page, '');
      const year = page.getByRole('group', { name: words.year, exact: true });
      await year.getByRole('checkbox').first().check();
      await expect.poll(() => new URL(page.url()).search).toContain('year=');
    });

    test('the client says what the page said before it', async ({ page, open }) => {
      await page.goto('./');
      const said = () => page.locator('.filters, .views, .colophon').allInnerTexts();
      let before = [];
      // Chromium gives text without line breaks while it does not draw the page, so only a whole reading counts.
      await expect.poll(async () => {
        before = await said();
        return before.length === 3 && before.every((text) => text.includes('\n'));
      }).toBe(true);
      await open();
      const year = page.getByRole('group', { name: words.year, exact: true }).getByRole('checkbox').first();
      for (const isOn of [true, false]) {
        await year.setChecked(isOn);
        await expect.poll(() => new URL(page.url()).search.includes('year=')).toBe(isOn);
      }
      await expect.poll(said).toEqual(before);
    });

    test('a part of an address that means nothing is named, and the note goes away', async ({ open, page }) => {
      await open('?year=20x');
      await expect(page.locator('.address-note')).toContainText('year=20x');
      await page.getByRole('button', { name: words.note, exact: true }).click();
      await expect(page.locator('.address-note')).toBeHidden();
    });

    test('no view is left in English', async ({ open, page }) => {
      for (const address of ['', '?view=themes', '?view=talks', '?q=nothingatall', 'contents.html', 'themes.html', 'list.html', 'check.html', 'talk/tidewater-2024-sonar-on-a-shoestring.html']) {
        await open(address);
        const said = await page.locator('body').innerText();
        const left = ENGLISH.filter((phrase) => said.split('\n').some((line) => line.trim() === phrase));
        expect(left, address).toEqual([]);
      }
    });
  });
}

test.describe('from right to left', () => {
  test.use({ site: 'ar', viewport: { width: 1280, height: 900 } });

  test('filters stand on the right, and nothing sticks out', async ({ open, page }) => {
    await open();
    const filters = await page.locator('.filters').boundingBox();
    const results = await page.locator('.results').boundingBox();
    expect(filters.x).toBeGreaterThan(results.x);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('time runs from left to right, and the arrow keys with it', async ({ open, page }) => {
    await open();
    const marks = page.locator('.mark');
    await marks.first().focus();
    const at = () => page.evaluate(() => document.activeElement.getBoundingClientRect().x);
    const before = await at();
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBeGreaterThan(before);
  });
});
