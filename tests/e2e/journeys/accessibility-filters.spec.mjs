// Points 5 to 10 and 29 of thirty: filters, what they leave, and how the page says so.
import { expect, expectSearch, isReady, test } from '../journey.mjs';

const facet = (page, name) => page.getByRole('group', { name, exact: true });
const results = (page) => page.getByRole('region', { name: 'Results' });
const chips = (page) => page.getByRole('button', { name: /^Remove filter/ });
const box = (page) => page.getByRole('searchbox', { name: 'Search', exact: true });

test('5. each filter is a group of native check boxes, whose names end with their counts in words', async ({ open, page }) => {
  await open();
  const groups = await page.locator('.filters .facet').all();
  expect(groups.length).toBeGreaterThan(4);
  for (const group of groups) {
    const legend = await group.evaluate((fieldset) => fieldset.querySelector('legend').firstChild.textContent);
    await expect(facet(page, legend)).toHaveCount(1);
    const boxes = await group.locator('input[type=checkbox]').all();
    expect(boxes.length).toBeGreaterThan(0);
    for (const one of boxes) await expect(one).toHaveAccessibleName(/\S.* \d+ (entry|entries)$/);
  }
});

test('6. what is left with nothing goes to the end, and says so', async ({ open, page }) => {
  await open();
  const conferences = () => facet(page, 'Conference').locator('.facet-name').allInnerTexts();
  const before = await conferences();
  const seaIce = facet(page, 'Theme').getByRole('checkbox', { name: /^Sea ice/ });
  await seaIce.focus();
  await page.keyboard.press('Space');
  await expect(facet(page, 'Conference').getByRole('checkbox', { name: /^2021\s*0\s*entries$/ })).toBeVisible();
  const after = await conferences();
  expect(after).not.toEqual(before);
  expect(after.toSorted()).toEqual(before.toSorted());
  expect(after.indexOf('2021')).toBeGreaterThan(after.indexOf('2022'));
  await expect(seaIce).toBeFocused();
});

test('7. pressing a filter keeps the focus on it, on and off', async ({ open, page }) => {
  await open();
  for (const [one, search] of [
    [facet(page, 'Theme').getByRole('checkbox', { name: /^Sonar/ }), '?theme=sonar'],
    [facet(page, 'Year').getByRole('checkbox', { name: /^2024/ }), '?year=2024'],
  ]) {
    await one.focus();
    for (const isOn of [true, false]) {
      await page.keyboard.press('Space');
      await expectSearch(page, isOn ? search : '');
      await expect(one).toBeChecked({ checked: isOn });
      await expect(one).toBeFocused();
    }
  }
});

test.describe('of many values', () => {
  test.use({ site: 'shipped' });
  test('7. a value that is only listed because it is on stays when it is let go of', async ({ open, page }) => {
    await open('?theme=kata-containers');
    const kata = facet(page, 'Theme').getByRole('checkbox', { name: /^Kata Containers/ });
    await kata.focus();
    await page.keyboard.press('Space');
    await expectSearch(page, '');
    await expect(kata).not.toBeChecked();
    await expect(kata).toBeFocused();
  });
});

/** What the only live region says from now on, as often as a screen reader would: not while it is busy. */
async function listen(page) {
  await expect(page.getByRole('status')).toHaveCount(1);
  await page.evaluate(() => {
    const status = document.querySelector('.status');
    let last = status.textContent;
    window.said = [];
    new MutationObserver(() => {
      if (status.ariaBusy === 'true' || status.textContent === last) return;
      last = status.textContent;
      window.said.push(last);
    }).observe(status, { childList: true, characterData: true, subtree: true, attributes: true });
  });
  return () => page.evaluate(() => window.said);
}

test('8. one status says how much there is, within a second of the last change, once for a burst of them', async ({ open, page }) => {
  await open();
  await expect(page.locator('.zoom button').first()).toBeAttached();
  const said = await listen(page);
  // By then, the client has drawn the entries after the first view.
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestIdleCallback(done)); }));
  expect(await said(), 'not on the first load').toEqual([]);
  await facet(page, 'Theme').getByRole('checkbox', { name: /^Sonar/ }).check();
  await expect.poll(said, { timeout: 15_000 }).toEqual([expect.stringMatching(/^\d+ talks?/)]);
  await box(page).pressSequentially('shoestring', { delay: 30 });
  await expect.poll(said, { timeout: 15_000 }).toHaveLength(2);
  expect((await said())[1]).toMatch(/^1 talk\b/);
});

test('9. taking a filter off leads to the next one, and from the last to the results', async ({ open, page }) => {
  await open('?theme=sonar&year=2024');
  await expect(page.getByRole('button', { name: 'Remove filter: Year 2024' }).or(page.getByRole('button', { name: /^Remove filter: .*2024/ })).first()).toBeVisible();
  await chips(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(chips(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(results(page)).toBeFocused();
});

test('10. all filters are cleared at once, where there are any, and the results have the focus', async ({ open, page }) => {
  await open();
  const clear = page.getByRole('button', { name: 'Clear all' });
  await expect(clear).toHaveCount(0);
  await facet(page, 'Theme').getByRole('checkbox', { name: /^Sonar/ }).check();
  await clear.press('Enter');
  await expectSearch(page, '');
  await expect(results(page)).toBeFocused();
  await expect(clear).toHaveCount(0);
});

// How long a filter takes is measured by `make bench-search`; this is why it does not grow. All talks of the
// sites would be 6,000 and 17,000 elements. `nFirst` talks are there when the first list is as long as its window wants it.
for (const { site, filter, nFirst } of [
  { site: 'parts', filter: /^Kubernetes|^Security/, nFirst: 10 }, { site: 'worst', filter: /^Tides/, nFirst: 200 },
]) {
  test.describe(site, () => {
    test.use({ site });
    test('29. what a filter draws is bounded, however much it finds', async ({ open, page }) => {
      await open();
      await expect.poll(() => page.locator('.talk').count()).toBeGreaterThanOrEqual(nFirst);
      await expect(page.locator('.is-awaited')).toHaveCount(0);
      const n_elements = () => page.evaluate(() => document.body.querySelectorAll('*').length);
      await page.evaluate(() => {
        window.n_drawn = 0;
        const count = (node) => (node.nodeType === Node.ELEMENT_NODE ? 1 + node.querySelectorAll('*').length : 0);
        new MutationObserver((records) => {
          for (const { addedNodes } of records) for (const node of addedNodes) window.n_drawn += count(node);
        }).observe(document.body, { childList: true, subtree: true });
      });
      await facet(page, 'Theme').getByRole('checkbox', { name: filter }).first().check();
      await expect(chips(page)).toHaveCount(1);
      await isReady(page);
      await expect(page.locator('.is-awaited')).toHaveCount(0);
      expect(await page.evaluate(() => window.n_drawn)).toBeLessThan(4_000);
      expect(await n_elements()).toBeLessThan(6000);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('the filters are folded away until they are wanted', async ({ open, page }) => {
    await open();
    const toggle = page.getByRole('button', { name: /^Filters/ });
    const sonar = facet(page, 'Theme').getByRole('checkbox', { name: /^Sonar/ });
    await expect(sonar).toBeHidden();
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await sonar.check();
    // And no keyboard opens on top of them.
    await expect(sonar).toBeFocused();
    await expect(page.getByRole('link', { name: 'Sonar on a shoestring', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'The queue at the lock', exact: true })).toBeHidden();
  });
});
