// Takes the pictures of the README.
//
//   node tests/e2e/screens.mjs SITE FOLDER
import { mkdir } from 'node:fs/promises';
import { serve } from '../serve.mjs';
import { takeOver } from '../bench/page-bytes.mjs';
import { chromium, launch } from './browser.mjs';

const DESK = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };
const SHOTS = [
  { name: 'timeline', address: '', viewport: DESK, colorScheme: 'light' },
  { name: 'timeline-dark', address: '', viewport: DESK, colorScheme: 'dark' },
  { name: 'themes', address: '?view=themes', viewport: { width: 1280, height: 1180 }, colorScheme: 'light' },
  { name: 'talk', address: 'talk/kubecon-eu-2018-kubernetes-project-update.html', viewport: DESK, colorScheme: 'light' },
  { name: 'phone', address: '', viewport: PHONE, colorScheme: 'light' },
  { name: 'phone-dark', address: '', viewport: PHONE, colorScheme: 'dark' },
];

const [root, folder] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const site = await serve({ root });
const browser = await chromium.launch(launch);
for (const { name, address, viewport, colorScheme } of SHOTS) {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', deviceScaleFactor: 2 });
  await page.goto(site.url + address);
  // Pages have no client to wait for.
  if (!address.endsWith('.html')) await takeOver(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  console.log(`${folder}/${name}.png`);
}
await browser.close();
await site.close();
