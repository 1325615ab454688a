// The page that checks a recap: a reader chooses or drops a file, and sees what the site would read in it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../journey.mjs';
import { expectAxeFindsNothing } from './axe.mjs';

const RECAPS = path.resolve(import.meta.dirname, '../recaps/recaps');

const NEW = `# Tidewater Conf 2024 in Porto

I went for the harbor and stayed for the people who measure it.

## Quiet hulls – Aoife Brannigan (Galway Bay Survey)

Sonar heard more than the crew did, and the crew was not amused.

| what | how loud |
| --- | --- |
| hull | very |

## Loud water – Ekow Mensah-Quartey (Port of Porto)

Nobody had asked the **port logs** before, see [there](https://example.org/logs).
`;

const HOSTILE = `---
title: <img src=x onerror=alert(1)>
conference: tidewater-2024
themes: ["<script>alert(2)</script>"]
---

## "><svg onload=alert(3)> – Mallory <b>Bold</b> (Evil)

[click](javascript:alert(4)) <iframe src="https://elsewhere.example/"></iframe> {{7*7}}

\`\`\`
</script><script>alert(5)</script>
\`\`\`
`;

const markdown = (name, text) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });

/** Chooses a file by the label, and waits for the report. */
async function check(page, file) {
  await page.getByLabel('Choose a file').setInputFiles(file);
  await expect(page.getByRole('status')).toHaveText(`${file.name ?? path.basename(file)} has been read.`, { timeout: 30_000 });
}

const section = (page, title) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

test('nothing loads before somebody chooses a file, and nothing is sent', async ({ page, open }) => {
  const asked = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await open('check.html');
  await expect(page.getByText('Nothing is uploaded: your browser reads the file.')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((line) => line.includes('checker-'))).toEqual([]);
  await check(page, markdown('new.md', NEW));
  expect(asked.filter((line) => line.includes('checker-')).length).toBe(3);
  expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
});

test('a new recap shows its conference, talks, themes, header and text', async ({ page, open }) => {
  await open('check.html');
  await check(page, markdown('new.md', NEW));
  await expect(section(page, 'Is it here already?')).toContainText('No, it is new to this site.');
  await expect(section(page, 'Problems')).toContainText('Nothing is wrong.');
  const conference = section(page, 'Conference');
  await expect(conference.getByRole('link', { name: 'Tidewater Conf 2024' })).toHaveAttribute('href', './conference/tidewater-2024.html');
  await conference.getByText('Why').click();
  await expect(conference).toContainText('line 1');
  await expect(section(page, 'Talks')).toContainText('Quiet hulls');
  await expect(section(page, 'Talks')).toContainText('Aoife Brannigan (Galway Bay Survey)');
  await expect(section(page, 'Talks')).toContainText('Ekow Mensah-Quartey (Port of Porto)');
  await expect(section(page, 'Themes').getByRole('link')).toHaveText(['Harbor data', 'Sonar']);
  await expect(section(page, 'A header to copy')).toContainText('conference: "tidewater-2024"');
  const preview = section(page, 'Preview');
  await expect(preview.getByRole('columnheader', { name: 'how loud' })).toBeVisible();
  await expect(preview.getByRole('link', { name: 'there' })).toHaveAttribute('href', 'https://example.org/logs');
});

test('a problem stands at its line, with its remedy', async ({ page, open }) => {
  await open('check.html');
  await check(page, markdown('typo.md', '---\nconference: tidewater-2024\nthemes: [sonnar]\n---\n\nIt was loud in there.\n'));
  const problems = section(page, 'Problems');
  await expect(problems).toContainText('line 3');
  await expect(problems).toContainText('unknown-theme');
  await expect(problems).toContainText('themes: [sonnar]');
});

test('a recap that the site has is known again, chosen or dropped', async ({ page, open }) => {
  await open('check.html');
  const file = path.join(RECAPS, '2024-porto-haddad.md');
  await check(page, file);
  const known = section(page, 'Is it here already?');
  await expect(known).toContainText('Yes, this site has it.');
  await expect(known.getByRole('link', { name: 'Custard and currents' })).toHaveAttribute('href', './recap/custard-and-currents.html');
  await expect(known).toContainText(/(\d+) of \1 sentences are there · same address · same title/);

  await open('check.html');
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.md', { type: 'text/markdown' }));
    return transfer;
  }, readFileSync(file, 'utf8'));
  await page.locator('#check-drop').dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('status')).toHaveText('dropped.md has been read.', { timeout: 30_000 });
  await expect(known).toContainText('Yes, this site has it.');
});

test('whatever stands in a file is text', async ({ page, open }) => {
  page.on('dialog', () => { throw new Error('a file ran a script'); });
  await open('check.html');
  await check(page, markdown('<img src=x onerror=alert(0)>.md', HOSTILE));
  const report = page.locator('#check-report');
  await expect(report).toContainText('<img src=x onerror=alert(1)>');
  await expect(report.locator('img, script, iframe, svg, b, [onerror]')).toHaveCount(0);
  await expect(report.locator('a[href^="javascript:" i]')).toHaveCount(0);
});

test('a file without a text says so, and the next one is read', async ({ page, open }) => {
  await open('check.html');
  await page.getByLabel('Choose a file').setInputFiles(markdown('empty.md', ''));
  await expect(page.getByRole('status')).toHaveText('empty.md has no text that can be read.', { timeout: 30_000 });
  await check(page, markdown('new.md', NEW));
});

test('the report is in order for everybody, also on a phone', async ({ page, open }) => {
  await open('check.html');
  await expectAxeFindsNothing(page, 'before');
  await check(page, markdown('typo.md', `---\nthemes: [sonnar]\n---\n\n${NEW}`));
  await expectAxeFindsNothing(page, 'report');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(isWide, `${width} px`).toBe(false);
  }
});
