// @ts-check
// What trunk calls while it builds: node .ci/hooks.mjs styles|site
//
// `styles` joins the style sheets before a build. `site` shrinks the client after a release build. Then, unless
// HALLWAY_HOOK is `client`, it builds the site of data/ (or $DATA) around it, which trunk takes for its own output.
import { execFileSync } from 'node:child_process';
import {
  cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { shrink } from './shrink/shrink.mjs';

// Styles in the order in which they apply. `layers.css` comes first: it fixes the order of the layers. The explorer
// loads one sheet, in one request. Pages have a second one for what only they show, and languages other than English
// have a third.
const STYLES = {
  hallway: ['layers', 'reset', 'tokens', 'base', 'frame', 'chart', 'filters', 'results', 'themes', 'waves', 'states', 'print'],
  pages: ['pages', 'notes', 'page-themes', 'reading', 'page-states', 'page-print'],
  languages: ['languages'],
};

const root = path.resolve(import.meta.dirname, '..');
const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

function styles() {
  mkdirSync(path.join(root, 'target'), { recursive: true });
  for (const [sheet, parts] of Object.entries(STYLES)) {
    const texts = parts.map((part) => readFileSync(path.join(root, 'src/ui/styles', `${part}.css`), 'utf8'));
    // index.html refers to these files, wherever cargo builds.
    writeFileSync(path.join(root, 'target', `${sheet}.css`), texts.join(''));
  }
}

function site(staging) {
  if (process.env.TRUNK_PROFILE === 'release') {
    run('.ci/setup', 'hook');
    shrink(staging);
  }
  if (process.env.HALLWAY_HOOK === 'client') return;
  const folder = path.join(target, 'trunk');
  const client = path.join(folder, 'client');
  rmSync(client, { recursive: true, force: true });
  cpSync(staging, client, { recursive: true });
  const isServing = takeReloadOut(path.join(client, 'index.html'));
  run('cargo', 'build', '--features', 'cli', '--bin', 'hallway');
  // Built beside trunk's output, so that the next build writes only what has changed.
  const built = path.join(folder, 'site');
  run(path.join(target, 'debug/hallway'), 'build', process.env.DATA ?? 'data', '--client', client, '--out', built);
  for (const name of readdirSync(staging)) rmSync(path.join(staging, name), { recursive: true });
  if (!isServing) return cpSync(built, staging, { recursive: true });
  const served = path.join(folder, 'served');
  mirror(built, served);
  // trunk removes everything that it served before, file by file, which takes longer than building the site.
  for (const name of readdirSync(served)) linkOrCopy(path.join(served, name), path.join(staging, name));
}

function linkOrCopy(from, to) {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else symlinkSync(from, to);
}

/** Runs a command in the root, without the flags with which trunk builds the client. */
function run(command, ...options) {
  const { RUSTFLAGS, RUSTC_BOOTSTRAP, CARGO_UNSTABLE_BUILD_STD, CARGO_UNSTABLE_BUILD_STD_FEATURES, ...env } = process.env;
  try {
    execFileSync(command, options, { cwd: root, env, stdio: 'inherit' });
  } catch (error) {
    // The command has already reported the error.
    process.exit(error.status || 1);
  }
}

// `trunk serve` puts an inline script for reloading into the page. The policy of a page blocks inline scripts that it
// does not name, so pages get an equal script as a file of the site.
const RELOAD = 'trunk-reload.js';

/** Says whether there was one, and so whether trunk is serving. */
function takeReloadOut(page) {
  const html = readFileSync(page, 'utf8');
  const without = html.replace(/<script[^>]*>(?:(?!<\/script>)[^])*__TRUNK_ADDRESS__[^]*?<\/script>/, '');
  writeFileSync(page, without);
  return without !== html;
}

/** Makes `to` the site in `from` with the script; files with an equal date stay. */
function mirror(from, to) {
  mkdirSync(to, { recursive: true });
  cpSync(path.join(import.meta.dirname, 'reload.js'), path.join(to, RELOAD));
  const names = new Set([RELOAD]);
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry['path'], entry.name);
    const name = path.relative(from, file);
    names.add(name);
    if (entry.isDirectory()) mkdirSync(path.join(to, name), { recursive: true });
    else mirrorFile(file, path.join(to, name), '../'.repeat(name.split(path.sep).length - 1));
  }
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    if (!names.has(name)) rmSync(path.join(to, name), { recursive: true, force: true });
  }
}

function mirrorFile(file, copy, up) {
  const { mtime } = statSync(file);
  if (statSync(copy, { throwIfNoEntry: false })?.mtimeMs === Math.trunc(mtime.getTime())) return;
  if (file.endsWith('.html')) writeFileSync(copy, withReload(readFileSync(file, 'utf8'), up));
  else cpSync(file, copy);
  utimesSync(copy, mtime, mtime);
}

function withReload(html, up) {
  const runsScripts = /script-src [^;]*'self'/.test(html);
  return runsScripts ? html.replace('</head>', `<script src="${up}${RELOAD}" defer></script></head>`) : html;
}

if (process.argv[2] === 'styles') styles();
else site(process.env.TRUNK_STAGING_DIR);
