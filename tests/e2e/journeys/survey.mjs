// The contents of a page, as a reader meets it who does not see it, or sees it enlarged. Each function runs in the page
// and returns data.

/** Headings, landmarks, names, languages and links. */
export function structure() {
  const isThere = (element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(isThere);
  const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const LANDMARKS = 'header, main, nav, footer, search, [role=search], body > section[aria-labelledby]';
  // Live regions and skip links need no landmark.
  const APART = `${LANDMARKS}, dialog, [role=alert], [role=status], noscript, script, style, .skip-link, .notice`;
  const isOutside = (node) => text(node) !== '' && isThere(node.parentElement) && !node.parentElement.closest(APART);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const outside = [];
  while (walker.nextNode()) if (isOutside(walker.currentNode)) outside.push(text(walker.currentNode));
  const isOfPage = (element) => !element.parentElement.closest('main, article, section, nav, aside');
  // What WCAG considers the context of a link: the list item, the row or the paragraph, and the heading before it.
  const titles = all('h1, h2, h3, h4, h5, h6');
  const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const context = (link) => [
    ...['p, dd', 'li', 'tr'].map((selector) => link.closest(selector)),
    titles.findLast((title) => isBefore(title, link)),
    link.closest('li.conference, li.year')?.querySelector('h2, h3'),
  ].map(text).join(' | ');
  const name = (link) => link.getAttribute('aria-label') ?? (text(link) || link.querySelector('img')?.alt || '');
  return {
    language: document.documentElement.lang,
    headings: all('h1, h2, h3, h4, h5, h6').map((heading) => [Number(heading.tagName[1]), text(heading)]),
    banners: all('header').filter(isOfPage).length,
    searches: all('search, [role=search]').length,
    mains: all('main').length,
    footers: all('footer').filter(isOfPage).length,
    navigations: all('nav').map((nav) => nav.getAttribute('aria-label') ?? text(document.getElementById(nav.getAttribute('aria-labelledby')))),
    outside,
    times: all('time').map((time) => time.getAttribute('datetime')),
    links: all('a[href]').map((link) => ({ name: name(link), to: link.href, target: link.target, context: context(link) })),
    help: all('footer a').map((link) => text(link)),
    isHelpLast: !all('footer').some((footer) => all('main, nav, header').some((other) => (
      footer.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING && !footer.contains(other)))),
  };
}

/** Controls that a finger would miss: less than 24 px wide or tall, and closer than that to another one. */
export function smallTargets() {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button], [role=option]';
  const LEAST_PX = 24;
  // Pressing a label presses its box, and a press area that is larger than the visible control counts in full.
  const target = (control) => control.querySelector('.mark-reach') ?? control.closest('label') ?? control;
  const isInLine = (control) => {
    const { display } = getComputedStyle(control);
    const isAmongWords = [...control.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 1);
    return display === 'inline' && (isAmongWords || control.matches('p a, .prose a'));
  };
  const shown = [...document.querySelectorAll(CONTROLS)]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches('.skip-link, :disabled'))
    .map((control) => ({ control, box: target(control).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
  const apart = (box, other) => {
    const [x, y] = middle(box);
    return Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
  };
  return shown
    .filter(({ control, box }) => Math.min(box.width, box.height) < LEAST_PX - 0.5 && !isInLine(control))
    .filter(({ control, box }) => shown.some((other) => other.control !== control && !other.control.contains(control)
      && !control.contains(other.control) && apart(box, other.box) < LEAST_PX / 2))
    .map(({ control, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${control.outerHTML.slice(0, 120)}`);
}

/** Elements wider than the window, or cut off. Tables, code and the timeline chart may scroll by themselves. */
export function overflow() {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
  const IN_SCROLLER = '.matrix-scroll, .table-scroll, .plot, pre, .share-stage, .gallery-example';
  const HIDDEN = '.visually-hidden, svg, .skip-link, :root:is([data-chrome="min"], [data-chrome="none"]) .masthead';
  const place = document.createRange();
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest(HIDDEN)) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCutWide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const isCutTall = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((isCutWide || isCutTall) && !element.matches('.plot')) found.push(`cut off: ${element.outerHTML.slice(0, 100)}`);
    if (element.closest(IN_SCROLLER)) continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      place.selectNodeContents(node);
      const { left, right } = place.getBoundingClientRect();
      if (left < -1 || right > clientWidth + 1) found.push(`beyond the window: ${node.data.trim().slice(0, 60)}`);
    }
  }
  return found;
}

const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** Runs `look` with the text spacing that WCAG 1.4.12 allows a reader to set; with `LARGE`, twice as large. */
export async function styledBy(page, css, look) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  const found = await page.evaluate(look);
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return found;
}

export { SPACED };
export const LARGE = ':root { font-size: 200% !important }';
