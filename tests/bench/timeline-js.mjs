// A page with a TimelineJS3, the most common peer for embedded timelines.
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const installed = path.dirname(createRequire(import.meta.url).resolve('@knight-lab/timelinejs/package.json'));

/** Writes a site of one page that shows `events`, each `{ year, title, url }`. Returns its folder. */
export async function timelineJs(events) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hallway-peer-'));
  for (const part of ['js/timeline.js', 'css']) {
    await cp(path.join(installed, 'dist', part), path.join(folder, part), { recursive: true });
  }
  const slides = events.map(({ year, title, url }) => ({
    start_date: { year },
    text: { headline: title, text: `<a href="${url}">${title}</a>` },
  }));
  await writeFile(path.join(folder, 'data.json'), JSON.stringify({ events: slides }));
  await writeFile(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Peer</title>
<link rel="stylesheet" href="css/timeline.css"><script src="js/timeline.js"></script></head>
<body><div id="line" style="width:100%;height:600px"></div>
<script>new TL.Timeline("line", "data.json", { font: null });</script></body></html>`);
  return folder;
}

/** When it becomes usable, in milliseconds: its first slide and its markers are drawn. Runs in the page. */
export const isTimelineJsUsable = () => document.querySelector('.tl-timemarker')
  && document.querySelector('.tl-slide h2, .tl-slide .tl-headline') && performance.now();
