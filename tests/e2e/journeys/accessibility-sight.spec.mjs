// Points 13, 15, 16, 18, 20 and 21 of thirty: the picture and its words, contrast, focus, motion, hovering.
import { expect, expectSearch, test } from '../journey.mjs';

const TALK = 'talk/tidewater-2024-sonar-on-a-shoestring.html';
const picture = (page) => page.getByRole('region', { name: 'Conferences over time' });
const mark = (page, year) => picture(page).getByRole('button', { name: new RegExp(`^Tidewater Conf ${year}:`) });
const SCHEMES = ['light', 'dark'];

test('13. the timeline is a list in order, also without any style, and its dates are told to programs', async ({ open, page }) => {
  await open();
  const order = await page.evaluate(() => {
    const text = (element) => element.textContent.trim();
    const years = [...document.querySelectorAll('ol.timeline > li > h2')].map((year) => Number.parseInt(text(year), 10));
    const talks = [...document.querySelectorAll('.talk')].every((talk) => talk.closest('ol.talks > li') && talk.closest('ol.conferences > li'));
    return { years, talks, dates: [...document.querySelectorAll('.results time')].map((time) => time.dateTime) };
  });
  expect(order.years).toEqual([...order.years].sort((a, b) => b - a));
  expect(order.years.length).toBeGreaterThan(3);
  expect(order.talks).toBe(true);
  expect(order.dates.length).toBeGreaterThan(3);
  for (const date of order.dates) expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
});

test('15. the picture has a name, and says nothing by color alone', async ({ open, page }) => {
  await open();
  await expect(picture(page).locator('svg').first()).toHaveAccessibleName('Conferences over time');
  const look = (year) => mark(page, year).locator('.mark-dot').evaluate((dot) => {
    const { strokeWidth, strokeDasharray } = getComputedStyle(dot);
    return `${strokeWidth} ${strokeDasharray}`;
  });
  const plain = await look(2024);
  await mark(page, 2024).click();
  await expectSearch(page, '?conference=tidewater-2024');
  const chosen = await look(2024);
  expect(chosen).not.toBe(plain);
  await open('?theme=sea-ice');
  expect(await look(2021), 'an edition of which nothing is left').not.toBe(plain);
});

for (const address of ['theme/sonar.html', 'themes.html']) {
  test(`15. what a small picture shows is a table, too: ${address}`, async ({ open, page }) => {
    await open(address);
    // A picture either has a name or only decorates the words beside it.
    for (const svg of await page.locator('main svg').all()) {
      const [hidden, role, name] = await svg.evaluate((node) => [node.getAttribute('aria-hidden'), node.getAttribute('role'), node.getAttribute('aria-label') ?? node.getAttribute('aria-labelledby')]);
      expect(hidden === 'true' || (role && name)).toBeTruthy();
    }
    await expect(page.getByRole('table').first()).toBeVisible();
    await expect(page.getByRole('columnheader').first()).toBeAttached();
    await expect(page.getByRole('rowheader').first()).toBeVisible();
  });
}

// Every pair of colors in use, by the names in tokens.css: foreground and background.
const TEXT = [
  ['ink', 'paper'], ['ink', 'paper-sunk'], ['ink', 'mark-wash'], ['ink', 'accent-wash'],
  ['ink-quiet', 'paper'], ['ink-quiet', 'paper-sunk'], ['ink-quiet', 'accent-wash'],
  ['accent', 'paper'], ['accent', 'paper-sunk'], ['accent', 'accent-wash'],
  ['alarm', 'paper'], ['paper', 'ink'], ['paper', 'accent'],
];
// Outlines of controls, the focus ring, marks and columns of pictures.
const SHAPES = [
  ['line-strong', 'paper'], ['line-strong', 'paper-sunk'], ['ink', 'paper'],
  ['accent', 'paper'], ['accent', 'paper-sunk'], ['accent', 'accent-wash'],
];

/** The contrast of each pair, as WCAG computes it. */
const contrasts = (page, pairs) => page.evaluate((names) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (token) => {
    canvas.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${token}`);
    canvas.fillRect(0, 0, 1, 1);
    const linear = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  return names.map(([one, other]) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return [`${one} on ${other}`, (light + 0.05) / (dark + 0.05)];
  });
}, pairs);

for (const colorScheme of SCHEMES) {
  test(`16. text has a contrast of 4.5, shapes of 3: ${colorScheme}`, async ({ open, page }) => {
    await page.emulateMedia({ colorScheme });
    await open();
    expect((await contrasts(page, TEXT)).filter(([, ratio]) => ratio < 4.5)).toEqual([]);
    expect((await contrasts(page, SHAPES)).filter(([, ratio]) => ratio < 3)).toEqual([]);
  });

  test(`16. in forced colors the picture takes the colors of the reader: ${colorScheme}`, async ({ open, page }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await open('?theme=sea-ice&conference=tidewater-2022');
    const fill = (element, property = 'fill') => element.evaluate((node, name) => getComputedStyle(node)[name], property);
    const system = (name) => page.evaluate((color) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = `forced-color-adjust: none; color: ${color}`;
      const { color: used } = getComputedStyle(probe);
      probe.remove();
      return used;
    }, name);
    const dot = (year) => mark(page, year).locator('.mark-dot');
    expect(await fill(dot(2022)), 'chosen').toBe(await system('Highlight'));
    expect(await fill(dot(2021)), 'nothing left').toBe(await system('Canvas'));
    expect(await fill(dot(2021), 'stroke')).toBe(await system('LinkText'));
    expect(await fill(picture(page).locator('.plot-line'), 'stroke')).toBe(await system('CanvasText'));
    await mark(page, 2024).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    expect(await fill(mark(page, 2024).locator('.mark-reach'), 'stroke')).toBe(await system('LinkText'));
  });
}

/** Presses Tab up to `presses` times, or until it leaves the page, and returns what went wrong on the way. */
async function tabThrough(page, presses, key = 'Tab') {
  const wrong = [];
  let stops = 0;
  for (; stops < presses; stops += 1) {
    await page.keyboard.press(key);
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const ring = element.querySelector('.mark-reach');
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const isRinged = ring ? getComputedStyle(ring).strokeWidth === '2px' && getComputedStyle(ring).stroke !== 'none' : outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const box = (ring ?? element).getBoundingClientRect();
      // Some of it is visible: a corner, or the middle.
      const points = [[0.5, 0.5], [0.05, 0.1], [0.95, 0.1], [0.05, 0.9], [0.95, 0.9]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
      const isSeen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element) || top.closest('label')?.contains(element));
      });
      return { isRinged, isSeen, what: element.outerHTML.slice(0, 100) };
    });
    if (seen === null) break;
    if (!seen.isRinged) wrong.push(`no ring: ${seen.what}`);
    if (!seen.isSeen) wrong.push(`covered: ${seen.what}`);
  }
  return { wrong, stops };
}

for (const { address, presses, width } of [
  { address: '', presses: 90, width: 1280 },
  { address: '?view=talks&theme=sonar', presses: 60, width: 320 },
  { address: TALK, presses: 60, width: 1280 },
]) {
  test(`18. the focus is seen wherever Tab leads: ${address || 'explorer'}`, async ({ open, page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 500 });
    await open(address);
    const { wrong, stops } = await tabThrough(page, presses);
    expect(stops).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
}

test.describe('of many conferences', () => {
  test.use({ site: 'shipped', viewport: { width: 480, height: 500 } });
  test('18. the head of a row does not cover what has the focus, from left to right and back', async ({ open, page }) => {
    test.slow();
    await open('themes.html');
    await page.locator('.matrix tbody tr').nth(3).locator('a').last().focus();
    const { wrong } = await tabThrough(page, 20, 'Shift+Tab');
    expect(wrong).toEqual([]);
  });
});

test.describe('with a notice at the foot of the window', () => {
  test.use({ site: 'parts', viewport: { width: 1280, height: 500 } });
  test('18. a notice does not cover what has the focus', async ({ context, open, page, quiet }) => {
    test.slow();
    quiet.expected.push(/^error: Failed to load resource/);
    await context.route(/\/bundle\/shelf-2-/, (route) => route.abort());
    await open('?year=2024..2026');
    await expect(page.getByRole('alert').getByText('could not be loaded')).toBeVisible();
    await page.locator('.talk h4 a').first().focus();
    const { wrong } = await tabThrough(page, 30);
    expect(wrong).toEqual([]);
  });
});

for (const address of ['', TALK]) {
  test(`20. nothing moves for a reader who asked for less motion: ${address || 'explorer'}`, async ({ open, page }) => {
    await open(address);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    const moving = () => page.evaluate(() => [document.documentElement, ...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || animationName !== 'none' || scrollBehavior === 'smooth';
    }).map((element) => element.outerHTML.slice(0, 80)));
    expect(await moving()).toEqual([]);
    // Without that preference something moves; otherwise this would prove nothing.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect((await moving()).length).toBeGreaterThan(0);
  });
}

for (const address of ['', TALK, 'themes.html', 'embed/theme/sonar.html']) {
  test(`21. nothing is shown only while it is pointed at: ${address || 'explorer'}`, async ({ open, page }) => {
    await open(address);
    const showing = await page.evaluate(() => {
      const SHOWS = ['display', 'visibility', 'opacity', 'content', 'clip-path', 'inset', 'inset-block-start', 'block-size'];
      const found = [];
      const walk = (rules, outer) => {
        for (const rule of rules) {
          const selector = `${outer} ${rule.selectorText ?? ''}`;
          if (selector.includes(':hover') && rule.style && SHOWS.some((name) => rule.style.getPropertyValue(name))) found.push(selector);
          if (rule.cssRules) walk(rule.cssRules, selector);
        }
      };
      for (const sheet of document.styleSheets) walk(sheet.cssRules, '');
      // A tooltip repeats the name of the control.
      for (const element of document.querySelectorAll('[title]')) {
        if (![element.getAttribute('aria-label'), element.textContent.trim()].includes(element.title) && element.tagName !== 'IFRAME' && element.tagName !== 'LINK') found.push(element.outerHTML.slice(0, 80));
      }
      for (const tip of document.querySelectorAll('svg title')) {
        const owner = tip.parentElement;
        if (owner.getAttribute('aria-label') !== tip.textContent && !owner.closest('[aria-hidden], [role=img]')) found.push(owner.outerHTML.slice(0, 80));
      }
      return found;
    });
    expect(showing).toEqual([]);
  });
}
