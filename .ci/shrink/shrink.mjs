// @ts-check
// Shrinks trunk's output: node .ci/shrink/shrink.mjs FOLDER
// In seconds and with less effect, for what few pages load: node .ci/shrink/shrink.mjs --quick FOLDER
//
// trunk's hook calls it after a release build, before the folder gets its final name. File names stay: the hashes in
// them tell builds apart, and equal builds shrink equally.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const packages = path.resolve(import.meta.dirname, '../../.tools/shrink/node_modules');

// Browsers with import maps and nested rules. Older browsers show the page without the client.
const TARGET = ['chrome112', 'firefox117', 'safari17'];

// The element that shows views on other pages.
const ELEMENT = 'embed.js';

// The features of WebAssembly that rustc and wasm-bindgen use. Browsers have had all of them since 2022.
const FEATURES = [
  'bulk-memory', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext',
].map((name) => `--enable-${name}`);

/** Shrinks the files of `folder`. */
export function shrink(folder) {
  const names = readdirSync(folder);
  const wasm = names.filter((name) => name.endsWith('.wasm'));
  const shortNames = new Map(wasm.flatMap((name) => shrinkWasm(path.join(folder, name))));
  for (const name of names) {
    const file = path.join(folder, name);
    if (name.endsWith('.classic.js') || name === ELEMENT) continue;
    if (name.endsWith('.js')) {
      rewrite(file, (text) => minified(withShortNames(text, shortNames), 'js'));
      // The same as a classic script, for frames and disks, which load no modules.
      writeFileSync(file.replace(/\.js$/, '.classic.js'), classic(readFileSync(file, 'utf8')));
    }
    if (name.endsWith('.css')) rewrite(file, (text) => minified(text, 'css'));
    if (name === 'index.html') rewrite(file, (text) => text.replace(/(<script [^>]*>)((?:(?!<\/script>)[^])+)(<\/script>)/g, inline));
  }
  const element = path.resolve(import.meta.dirname, '../../src/publish/embeds', ELEMENT);
  writeFileSync(path.join(folder, ELEMENT), minified(readFileSync(element, 'utf8'), 'js', { mangleProps: /_$/ }));
}

/** Shrinks a wasm and its module, as far as that is quick. */
function shrinkQuickly(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith('.wasm')) optimize(file, '-O1', '--low-memory-unused', '--strip-debug', '--strip-producers');
    if (name.endsWith('.js')) rewrite(file, (text) => minified(text, 'js'));
  }
}

/** Shrinks a file. Returns the names that it shares with its glue, before and after. */
function shrinkWasm(file) {
  // Rust keeps its stack at the lowest addresses, and its data above.
  optimize(file, '--gufa-optimizing', '-Oz', '--converge', '--low-memory-unused', '--strip-debug', '--strip-producers');
  // wasm-bindgen makes names unique with hashes. They are in both files and compress badly.
  const renamed = JSON.parse(optimize(file, '--minify-imports-and-exports-and-modules'));
  // The smallest file before brotli is not the smallest after it: these rounds save 2 kB of 101.
  const again = [['--flatten', '--rereloop', '-Os'], ['--simplify-locals-nostructure', '-Os']];
  // Copies of functions for their callers, and then what these have in common: 0.2 kB.
  const last = [['--monomorphize', '-Os'], ['--code-folding', '-Os']];
  for (const passes of [['-O2', '-Os'], ...again, ...again, ...last]) optimize(file, ...passes, '--low-memory-unused');
  return [...renamed.imports.map((it) => it.slice(-2)), ...renamed.exports];
}

function withShortNames(glue, shortNames) {
  const short = (whole, before, name) => (shortNames.has(name) ? before + shortNames.get(name) : whole);
  return glue
    .replace(/(\bwasm\.)(\w+)/g, short)
    .replace(/^( +)(__wb\w+)(?=: function)/gm, short)
    .replace(/"\.\/\w+_bg\.js"(?=: import0)/, '"a"');
}

/** Rewrites a file. Returns what wasm-opt prints. */
function optimize(file, ...passes) {
  const wasmOpt = path.join(packages, '.bin/wasm-opt');
  return execFileSync(wasmOpt, [...FEATURES, file, ...passes, '-o', file], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function rewrite(file, change) {
  writeFileSync(`${file}.new`, change(readFileSync(file, 'utf8')));
  renameSync(`${file}.new`, file);
}

function inline(_whole, open, script, close) {
  return open + minified(script, 'js').trimEnd() + close;
}

function minified(text, loader, more = {}) {
  return esbuild().transformSync(text, { loader, minify: true, charset: 'utf8', target: TARGET, ...more }).code;
}

function classic(module) {
  return esbuild().transformSync(module, {
    format: 'iife', globalName: 'hallwayClient', minify: true, charset: 'utf8', target: TARGET,
    // The default place of the wasm. The module is always told another one.
    define: { 'import.meta.url': 'location.href' },
  }).code;
}

/** Installed by `.ci/setup`, perhaps during this run. */
function esbuild() {
  return createRequire(`${packages}/`)('esbuild');
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  if (process.argv[2] === '--quick') shrinkQuickly(process.argv[3]);
  else shrink(process.argv[2]);
}
