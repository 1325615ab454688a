// Other code changes the page, as translators, highlighters and extensions do: what the page says stays true.
import { expect, expectSearch, isReady, test } from '../journey.mjs';

const OTHERS = {
  'a translator puts elements in the place of texts': () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest('script, option, template')) found.push(texts.currentNode);
    for (const text of found) {
      const font = document.createElement('font');
      font.textContent = text.data;
      text.replaceWith(font);
    }
  },
  'a highlighter splits texts': () => {
    for (const parent of document.querySelectorAll('.status, .count, h4 a, legend, .facet-name')) {
      const text = parent.firstChild;
      if (text?.nodeType !== Node.TEXT_NODE || text.length < 2) continue;
      const rest = text.splitText(1);
      const mark = document.createElement('mark');
      rest.replaceWith(mark);
      mark.append(rest);
    }
  },
  'a script joins texts': () => document.body.normalize(),
};

for (const [what, act] of Object.entries(OTHERS)) {
  for (const when of ['before', 'after']) {
    test(`${what}, ${when} the client starts`, async ({ page, quiet }) => {
      quiet.expected.push(/^$/);
      await page.goto('./');
      if (when === 'before') await page.evaluate(act);
      await isReady(page);
      if (when === 'after') await page.evaluate(act);
      const results = page.getByRole('region', { name: 'Results' });
      await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox', { name: /^Sonar/ }).check();
      await expectSearch(page, '?theme=sonar');
      const n = Number((await page.locator('.status').textContent()).match(/\d+/)[0]);
      await expect(results.locator('.talk')).toHaveCount(n);
      await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('shoestring');
      await expect(page.locator('.status')).toContainText(/^1 talk/);
      await expect(results.locator('.talk')).toHaveCount(1);
      await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('');
      await expect(results.locator('.talk')).toHaveCount(n);
      await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox', { name: /^Sonar/ }).uncheck();
      await expect(page.locator('.status')).toContainText('9 talks');
    });
  }
}

test('a part whose place is gone is drawn anew, as the address asks', async ({ page }) => {
  await page.clock.install();
  await page.goto('./');
  await isReady(page);
  await page.clock.fastForward(20_000);
  // The same again, with new elements that our code does not know.
  await page.locator('main').evaluate((main) => { main.replaceChildren(...main.cloneNode(true).childNodes); });
  await page.evaluate(() => { history.replaceState(null, '', '?theme=sonar'); dispatchEvent(new PopStateEvent('popstate')); });
  await page.waitForEvent('load');
  await isReady(page);
  await expectSearch(page, '?theme=sonar');
  const n = Number((await page.locator('.status').textContent()).match(/\d+/)[0]);
  await expect(page.getByRole('region', { name: 'Results' }).locator('.talk')).toHaveCount(n);
});

for (const [how, empty] of Object.entries({
  'its children': () => document.body.replaceChildren(),
  'all of it': () => document.body.replaceWith(document.createElement('body')),
})) {
  test(`a body that is emptied, by ${how}, shows the list again and says a word`, async ({ open, page, quiet }) => {
    quiet.expected.push(/^error: /);
    await open('?theme=sonar');
    await page.evaluate(empty);
    await expect(page.getByRole('alert')).toContainText('Something in the program went wrong.');
    await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await isReady(page);
    await expectSearch(page, '?theme=sonar');
  });
}

test('a body that is emptied long after is drawn anew, as the address asks', async ({ open, page }) => {
  await page.clock.install();
  await open('?theme=sonar');
  await page.clock.fastForward(20_000);
  await page.evaluate(() => document.body.replaceChildren());
  await page.waitForEvent('load');
  await isReady(page);
  await expectSearch(page, '?theme=sonar');
  await expect(page.getByRole('region', { name: 'Results' }).locator('.talk').first()).toBeVisible();
});

test('an address is mended after copying, and what programs added to it is passed over', async ({ page }) => {
  for (const [asked, search] of [
    ['?theme=sonar&amp;view=talks&amp;amp;kind=talk', '?theme=sonar&view=talks&kind=talk'],
    ['?Theme=Sonar&VIEW=Talks&Q=Ice+Age', '?theme=sonar&view=talks&q=Ice+Age'],
    ['?q=why).&year=2016..&theme=node.js).', '?q=why).&year=2016..&theme=node.js'],
    ['?theme=sonar">', '?theme=sonar'],
    ['?theme=sonar&gclid=AbC);', '?theme=sonar&gclid=AbC);'],
  ]) {
    await page.goto(`./${asked}#main`);
    const { search: read, hash } = new URL(page.url());
    expect(read + hash).toBe(`${search}#main`);
  }
  await page.goto('./?utm_source=letter&theme=Sonar).');
  await isReady(page);
  await expect(page.getByText('utm_source')).toHaveCount(0);
  await page.goto('./?color=red&theme=sonar');
  await isReady(page);
  await expect(page.getByText('color=red')).toBeVisible();
});
