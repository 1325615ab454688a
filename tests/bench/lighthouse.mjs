// Lighthouse's scores for the index, a talk page and a theme page, in its four categories.
//
//   node tests/bench/lighthouse.mjs SITE
//
// The site is served as by a host at its own address. Scores below 100 are listed below the table.
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { serve } from '../serve.mjs';
import { chromium, launch } from '../e2e/browser.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** The page of a folder with the longest name: not the smallest page, and the same in each run. */
async function pageIn(root, folder) {
  const names = (await readdir(path.join(root, folder))).filter((name) => name.endsWith('.html'));
  return `${folder}/${names.reduce((one, other) => (other.length > one.length ? other : one))}`;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function main() {
  const [root = 'dist'] = process.argv.slice(2);
  const pages = ['', await pageIn(root, 'talk'), await pageIn(root, 'theme')];
  const site = await serve({ root, quality: 11, ways: { readsHeaders: true } });
  const port = await freePort();
  const browser = await chromium.launch({ ...launch, args: [...launch.args, `--remote-debugging-port=${port}`] });
  const misses = [];
  try {
    console.log(`| page | ${CATEGORIES.join(' | ')} |`);
    console.log(`| --- |${' ---: |'.repeat(CATEGORIES.length)}`);
    for (const page of pages) {
      const { lhr } = await lighthouse(site.url + page, { port, onlyCategories: CATEGORIES, logLevel: 'error' });
      const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
      console.log(`| ${page || 'index'} | ${scores.join(' | ')} |`);
      for (const name of CATEGORIES) {
        const failed = lhr.categories[name].auditRefs
          .filter(({ weight }) => weight > 0)
          .map(({ id }) => lhr.audits[id])
          .filter(({ score }) => score !== null && score < 0.9);
        misses.push(...failed.map(({ id, displayValue = '' }) => `${page || 'index'}: ${name}: ${id} ${displayValue}`));
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  if (misses.length > 0) console.log(`\n${misses.join('\n')}`);
}

await main();
