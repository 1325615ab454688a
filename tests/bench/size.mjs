// Fails if the first view of a site exceeds its budget, or takes too many requests.
//
//   node tests/bench/size.mjs SITES
//
// SITES is the folder that holds the sites of the table below.
import path from 'node:path';
import { serve } from '../serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';
import { byType, firstView, TYPES } from './page-bytes.mjs';

// Bytes after brotli at level 11. The first view of a large collection weighs as much as that of a small one: its data
// is loaded when the reader does something, and has a separate budget, `use`.
const VIEW = { html: 16_500, css: 0, js: 3_100, wasm: 99_200, json: 0, other: 0, total: 118_800 };
const BUDGETS = {
  fixture: { ...VIEW, use: 5_000 },
  shipped: { ...VIEW, use: 27_500 },
};
const MAX_REQUESTS = 6;

const [sites] = process.argv.slice(2);
const browser = await chromium.launch(launch);
let isOver = false;
for (const [name, budget] of Object.entries(BUDGETS)) {
  const root = path.join(sites, name);
  const site = await serve({ root });
  const { view, use } = await firstView(browser, site.url, root);
  const requests = [...view, ...use];
  await site.close();
  const bytes = { ...byType(view), use: byType(use).total };
  const rows = [...TYPES, 'total', 'use'].map((type) => ({ what: type, is: bytes[type], most: budget[type] }));
  rows.push({ what: 'requests', is: requests.length, most: MAX_REQUESTS });
  console.log(name);
  for (const { what, is, most } of rows) {
    console.log(`  ${what.padEnd(9)}${String(is).padStart(8)} of ${String(most).padStart(7)}${is > most ? '  over budget' : ''}`);
  }
  if (rows.some(({ is, most }) => is > most)) {
    isOver = true;
    for (const { path, brotli } of requests) console.log(`    ${String(brotli).padStart(7)} ${path}`);
  }
}
await browser.close();
process.exit(isOver ? 1 : 0);
