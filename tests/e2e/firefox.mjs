// The same promises in Firefox: node tests/e2e/firefox.mjs SITE
//
// SITE is a built `tests/e2e/recaps`. Puppeteer-core drives the system's Firefox over WebDriver BiDi, since Playwright
// needs its own Firefox. Without Firefox, the script says so and passes.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serve } from '../serve.mjs';
import { frame, host, hostile, strict } from './host.mjs';

const names = ['firefox-esr', 'firefox'];
const folders = (process.env.PATH ?? '').split(path.delimiter);
const executablePath = names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
const puppeteer = executablePath && (await import('puppeteer-core').catch(() => null))?.default;
if (!puppeteer) {
  console.log('no Firefox, or no puppeteer-core: nothing is tested there');
  process.exit(0);
}

const root = process.argv[2];
const PRINTED = 'embed/theme/sonar.html?v=1';
const ANY = 'embed.html?theme=sonar&year=2024&v=1';
const USUAL = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
let failed = 0;
let passed = 0;

async function check(name, act) {
  const open = [];
  const page = await browser.newPage();
  const tools = {
    page,
    site: async (headers = {}, mount = '/') => {
      open.push(await serve({ root, mount, ways: { headers } }));
      return open.at(-1).url;
    },
    visit: async (body, headers) => {
      open.push(await host({ '/': { body, headers } }));
      await page.goto(open.at(-1).url);
    },
  };
  try {
    await act(tools);
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${error.message}`);
  }
  await page.close();
  for (const server of open) await server.close();
}

/** Waits until `test` holds in the frame at a position on the page. */
async function shows(page, at, test, ...values) {
  const end = Date.now() + 8000;
  for (;;) {
    const element = (await page.$$('iframe'))[at];
    const inside = await element?.contentFrame();
    const found = await inside?.evaluate(test, ...values).catch(() => false);
    if (found) return found;
    if (Date.now() > end) throw new Error(`frame ${at} never showed ${test}`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
}
const hasTalk = () => document.body.textContent.includes('Sonar on a shoestring') && getComputedStyle(document.querySelector('h1, .talk h4')).fontWeight === '600';
const isReady = () => document.documentElement.dataset.client === 'ready' && document.querySelector('.status').textContent.includes('1 conference');

for (const sandbox of [null, 'allow-scripts', USUAL, '']) {
  for (const headers of [{}, { 'Access-Control-Allow-Origin': '*' }]) {
    for (const folder of ['/', '/a/deep folder/']) {
      await check(`sandbox ${JSON.stringify(sandbox)}, ${Object.keys(headers).length ? 'CORS' : 'no CORS'}, ${folder}`, async ({ page, site, visit }) => {
        const url = await site(headers, folder);
        await visit(frame(url + PRINTED, sandbox) + frame(url + ANY, sandbox), strict(new URL(url).origin));
        await shows(page, 0, hasTalk);
        await shows(page, 1, sandbox === '' ? hasTalk : isReady);
      });
    }
  }
}

const DIALECTS = {
  WordPress: ['#?secret=abc123XYZ0', 'data && data.secret === "abc123XYZ0" && data.message === "height" && data.value'],
  LTI: ['', 'data && data.subject === "lti.frameResize" && data.height'],
  AMP: ['', 'data && data.sentinel === "amp" && data.type === "embed-size" && data.height'],
};
for (const [who, [hash, height]] of Object.entries(DIALECTS)) {
  await check(`${who} resizes the frame`, async ({ page, site, visit }) => {
    const url = await site();
    await visit(`<script>addEventListener("message", ({ data }) => { const height = ${height}; if (height) document.querySelector("iframe").height = height; });</script>${frame(`${url}embed/person/zoe-lindqvist.html${hash}`, 'allow-scripts')}`);
    await page.waitForFunction(() => { const { height } = document.querySelector('iframe'); return height !== '480' && Number(height) > 50; }, { timeout: 15_000 });
  });
}

await check('the element is as tall as its view, between hostile styles, and in a hidden tab', async ({ page, site, visit }) => {
  const url = await site();
  await visit(`${hostile.replace(/iframe \{[^}]*\} div[^}]*\}/, '')}<script src="${url}embed.js"></script><p id="tab" style="display:none"><hallway-timeline src="${url}" person="zoe-lindqvist" height="900"></hallway-timeline></p>`);
  await page.evaluate(() => { document.getElementById('tab').style.display = 'block'; });
  await page.waitForFunction(() => Number(document.querySelector('hallway-timeline').shadowRoot.querySelector('iframe').height) < 890, { timeout: 15_000 });
});

await check('twenty on a page, each once it is near', async ({ page, site, visit }) => {
  const url = await site();
  const elements = Array.from({ length: 20 }, (_, at) => `<hallway-timeline id="n${at}" src="${url}" theme="sonar"></hallway-timeline>`);
  await visit(`<script src="${url}embed.js"></script><div style="height:20000px"></div>${elements.join('')}`);
  await page.waitForFunction(() => customElements.get('hallway-timeline'));
  for (let at = 0; at < 20; at += 1) {
    await page.evaluate((id) => document.getElementById(id).scrollIntoView(), `n${at}`);
    await page.waitForFunction((id) => document.getElementById(id).shadowRoot.querySelector('iframe')?.src, { timeout: 15_000 }, `n${at}`);
  }
});

await check('addresses of version 1 show what they always showed', async ({ page, site }) => {
  const url = await site();
  const addresses = JSON.parse(await readFile(new URL('./embed-v1.json', import.meta.url), 'utf8'));
  for (const { address, shows: words } of addresses) {
    await page.goto(url + address);
    await page.waitForFunction((text) => document.body.textContent.includes(text), { timeout: 15_000 }, words);
  }
});

await check('storage that throws changes nothing', async ({ page, site }) => {
  await page.evaluateOnNewDocument(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    }
  });
  await page.goto((await site()) + ANY);
  await page.waitForFunction(isReady, { timeout: 15_000 });
});

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
