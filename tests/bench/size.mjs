// Fails when the first view of a site weighs more than its budget, or takes too many requests.
//
//   node tests/bench/size.mjs SITE
import { serve } from '../../.ci/serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';
import { byType, firstView, TYPES } from './page-bytes.mjs';

// Bytes after brotli at level 11. Those of the types add up to more than the total on purpose:
// one may grow when another shrinks.
const BUDGET = { html: 16_000, css: 10_000, js: 12_000, wasm: 95_000, json: 16_000, other: 2_000, total: 130_000 };
const MAX_REQUESTS = 6;

const [root] = process.argv.slice(2);
const site = await serve({ root });
const browser = await chromium.launch(launch);
const requests = await firstView(browser, site.url, root);
await browser.close();
await site.close();

const bytes = byType(requests);
const rows = [...TYPES, 'total'].map((type) => ({ name: type, is: bytes[type], most: BUDGET[type] }));
rows.push({ name: 'requests', is: requests.length, most: MAX_REQUESTS });
for (const { name, is, most } of rows) {
  console.log(`${name.padEnd(9)}${String(is).padStart(8)} of ${String(most).padStart(7)}${is > most ? '  over budget' : ''}`);
}
if (rows.some(({ is, most }) => is > most)) {
  for (const { path, brotli } of requests) console.log(`  ${String(brotli).padStart(7)} ${path}`);
  process.exit(1);
}
