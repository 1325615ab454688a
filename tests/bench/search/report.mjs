// The figures as Markdown: one table for each size. Each row has the ratio to its best peer; less than 1 is better.
/** The resolution of the browser's clock, in ms. */
const LEAST = 0.005;

const number = (value) => {
  if (value === undefined || Number.isNaN(value)) return '';
  if (value < LEAST) return `<${LEAST}`;
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toFixed(3);
};

const ROWS = [
  ['index built, s', (it) => it.build?.seconds],
  ['most memory meanwhile, MiB', (it) => it.build?.mebibytes],
  ['whole index, kB', (it) => it.wholeKilobytes],
  ['before the first answer, kB', (it) => it.firstBytes / 1000],
  ['ready to be asked, ms', (it) => it.openMillis],
  ['query p50, ms', (it) => it.plain.p50],
  ['query p95, ms', (it) => it.plain.p95],
  ['query p99, ms', (it) => it.plain.p99],
  ['query with all counts p50, ms', (it) => it.counted.p50],
  ['query with all counts p95, ms', (it) => it.counted.p95],
  ['query with all counts p99, ms', (it) => it.counted.p99],
  ['memory of the page, MB', (it) => it.memory / 1e6],
  ['first query on a slow link, ms', (it) => it.cold?.found.p50],
  ['and ten hits shown, ms', (it) => it.cold?.shown.p50],
  ['and ten hits shown, p95, ms', (it) => it.cold?.shown.p95],
  ['for one such query, kB', (it) => it.cold && it.cold.bytes.p50 / 1000],
  ['for one such query, requests', (it) => it.cold?.requests.p50],
];

export function markdown({ machine, versions, collection, sizes, relevance, minutes }) {
  const parts = [
    '# Search, measured', '',
    `\`make bench-search\` writes this page; the last run took ${minutes} minutes. ${machine}. Only what one run says of several engines compares.`, '',
    `- The collection: ${collection}. Every engine indexes the same entries (a talk with all its notes, or a note about none): title, people,`,
    '  organizations, themes, text, event. The head of each file in `engines/` says how it is set up.',
    '- Queries: 200, each without a year and with one, the median of up to three rounds after a first one. Engines that count nothing have the hits',
    '  counted by `columns.mjs`. Hallway counts every value in every answer, so its figures say the same twice.',
    '- Bytes are after brotli at level 6, code aside. "Whole index": all that answers and lists need, without texts to read (Pagefind\'s fragments hold',
    '  both). Only the indexes of Hallway and Pagefind hold where each word stands, for phrases.',
    '- "Slow link": 1.6 Mbit/s, 150 ms, an index that is open, words that were never asked for. Engines that load everything at once need nothing then.',
    '- A ratio is Hallway against the best peer of the row.', '',
    `Versions: ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}.`, '',
  ];
  for (const { talks, entries, engines, frames } of sizes) {
    const names = Object.keys(engines);
    parts.push(`## ${talks.toLocaleString('en')} talks${entries === talks ? '' : ` (${entries.toLocaleString('en')} entries)`}`, '');
    parts.push(row(['', ...names.map((name) => engines[name].name), 'ratio']), row(['---', ...names.map(() => '---:'), '---:']));
    for (const [title, of] of ROWS) {
      const values = names.map((name) => of(engines[name]));
      if (values.every((value) => value === undefined)) continue;
      parts.push(row([title, ...values.map(number), ratio(names, values)]));
    }
    const kinds = Object.keys(engines.hallway.byKind);
    parts.push('', row(['query with all counts p50 / p99, ms', ...kinds]), row(['---', ...kinds.map(() => '---:')]));
    for (const { name, byKind } of Object.values(engines)) parts.push(row([name, ...kinds.map((kind) => `${number(byKind[kind]?.p50)} / ${number(byKind[kind]?.p99)}`)]));
    if (frames) parts.push('', ...framesTable(frames));
    parts.push('');
  }
  if (relevance) parts.push(...relevanceTable(relevance));
  return `${parts.join('\n').trimEnd()}\n`;
}

function ratio(names, values) {
  const ours = values[names.indexOf('hallway')];
  const best = Math.min(...values.filter((value, place) => names[place] !== 'hallway' && value !== undefined));
  return ours === undefined || !Number.isFinite(best) ? '' : (Math.max(ours, LEAST) / Math.max(best, LEAST)).toFixed(2);
}

function framesTable({ explorer, list }) {
  const line = (title, of) => row([title, number(of(explorer)), number(of(list)), of(list) === undefined ? '' : (of(explorer) / of(list)).toFixed(2)]);
  return [
    row(['in the page', 'Hallway, the explorer', 'a bare virtual list', 'ratio']), row(['---', '---:', '---:', '---:']),
    line('year chosen to frame painted, p50, ms', (it) => it.filter.p50),
    line('year chosen to frame painted, p95, ms', (it) => it.filter.p95),
    line('word typed to frame painted, p50, ms', (it) => it.typed?.p50),
    line('word typed to frame painted, p95, ms', (it) => it.typed?.p95),
    line('frames a second while scrolling', (it) => it.scroll.perSecond),
    line('longest frame while scrolling, ms', (it) => it.scroll.longest),
  ];
}

function relevanceTable(relevance) {
  const names = [...new Set(Object.values(relevance).flatMap((it) => Object.keys(it.engines)))];
  const title = (name) => Object.values(relevance).map((it) => it.engines[name]?.name).find(Boolean);
  const lines = ['## Relevance', '', 'Mean reciprocal rank of what a reader looks for, among the first ten hits, of the queries in `judged.json`; 1 is best.', '',
    row(['collection', 'queries', ...names.map(title)]), row(['---', '---:', ...names.map(() => '---:')])];
  for (const [collection, { n, engines }] of Object.entries(relevance)) {
    lines.push(row([collection, n, ...names.map((name) => engines[name]?.mean.toFixed(3) ?? '')]));
  }
  const lost = Object.values(relevance).flatMap(({ engines }) => engines.hallway?.lost ?? []);
  if (lost.length > 0) {
    lines.push('', `Where Hallway does not have it first: ${lost.map(({ query, rank }) => `\`${query}\` (${rank > 0 ? `place ${Math.round(1 / rank)}` : 'not among ten'})`).join(', ')}.`);
  }
  return lines;
}

const row = (cells) => `| ${cells.join(' | ')} |`;
