// Makes what trunk built small: node .ci/shrink/shrink.mjs FOLDER
//
// Trunk calls it after a release build, before the folder takes its name. Names of files stay; the
// hashes in them tell builds apart, and equal builds shrink equally.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
const packages = path.resolve(import.meta.dirname, '../../.tools/shrink/node_modules');
const { transformSync } = createRequire(`${packages}/`)('esbuild');

// Browsers that have import maps and nested rules; older ones show the page without the client.
const TARGET = ['chrome112', 'firefox117', 'safari17'];

// The element that puts views on other people's pages.
const ELEMENT = 'embed.js';

// What rustc and wasm-bindgen use of WebAssembly; all of it is in browsers since 2022.
const FEATURES = [
  'bulk-memory', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext',
].map((name) => `--enable-${name}`);

// Exports of a crate that Leptos brings along for servers, which nothing here calls.
const UNUSED = /^(__wbg_)?intounderlying/;
// And their classes in the glue: each to the brace at the start of a line, and what is said of it.
const UNUSED_CLASSES = new RegExp([
  /^export class IntoUnderlying\w+ \{\n[^]*?^\}\n/,
  /^if \(Symbol\.dispose\) IntoUnderlying.*\n/,
  /^const IntoUnderlying\w+Finalization = [^]*?;\n/,
].map(({ source }) => source).join('|'), 'gm');

const names = readdirSync(folder);
const shortNames = new Map(names.filter((it) => it.endsWith('.wasm')).flatMap((it) => shrinkWasm(path.join(folder, it))));
for (const name of names) {
  const file = path.join(folder, name);
  if (name.endsWith('.classic.js') || name === ELEMENT) continue;
  if (name.endsWith('.js')) {
    rewrite(file, (text) => minified(withShortNames(text.replace(UNUSED_CLASSES, '')), 'js'));
    // The same as a script that is no module, for frames and disks that load no modules.
    writeFileSync(file.replace(/\.js$/, '.classic.js'), classic(readFileSync(file, 'utf8')));
  }
  if (name.endsWith('.css')) rewrite(file, (text) => minified(text, 'css'));
  if (name === 'index.html') rewrite(file, (text) => text.replace(/(<script [^>]*>)([^<]+)(<\/script>)/g, inline));
}

const element = path.resolve(import.meta.dirname, '../../src/publish/embed', ELEMENT);
writeFileSync(path.join(folder, ELEMENT), minified(readFileSync(element, 'utf8'), 'js', { mangleProps: /_$/ }));

/** Shrinks a file, and gives the names by which it and its glue know each other: before and after. */
function shrinkWasm(file) {
  const graph = `${file}.graph.json`;
  const shaken = `${file}.shaken`;
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(file))).map((it) => it.name);
  const used = exports.filter((name) => !UNUSED.test(name));
  writeFileSync(graph, JSON.stringify([
    { name: 'page', root: true, reaches: used.map((name) => `export ${name}`) },
    ...exports.map((name) => ({ name: `export ${name}`, export: name })),
  ]));
  binaryen('wasm-metadce', file, '--graph-file', graph, '-o', shaken);
  // Rust keeps its stack at the lowest addresses, and its data above.
  binaryen('wasm-opt', shaken, '--gufa-optimizing', '-Oz', '--converge', '--low-memory-unused', '--strip-debug', '--strip-producers', '-o', file);
  // wasm-bindgen tells names apart by hashes, which stand in both files and pack badly.
  const renamed = JSON.parse(binaryen('wasm-opt', file, '--minify-imports-and-exports-and-modules', '-o', file));
  rmSync(graph);
  rmSync(shaken);
  return [...renamed.imports.map((it) => it.slice(-2)), ...renamed.exports];
}

function withShortNames(glue) {
  const short = (whole, before, name) => (shortNames.has(name) ? before + shortNames.get(name) : whole);
  return glue
    .replace(/(\bwasm\.)(\w+)/g, short)
    .replace(/^( +)(__wb\w+)(?=: function)/gm, short)
    .replace(/"\.\/\w+_bg\.js"(?=: import0)/, '"a"');
}

function binaryen(tool, ...options) {
  const binary = path.join(packages, '.bin', tool);
  return execFileSync(binary, [...FEATURES, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function rewrite(file, change) {
  writeFileSync(`${file}.new`, change(readFileSync(file, 'utf8')));
  renameSync(`${file}.new`, file);
}

function inline(_whole, open, script, close) {
  return open + minified(script, 'js').trimEnd() + close;
}

function minified(text, loader, more = {}) {
  return transformSync(text, { loader, minify: true, charset: 'utf8', target: TARGET, ...more }).code;
}

function classic(module) {
  return transformSync(module, {
    format: 'iife', globalName: 'hallwayClient', minify: true, charset: 'utf8', target: TARGET,
    // Where the module looks for its wasm when nobody says where it is; we always do.
    define: { 'import.meta.url': 'location.href' },
  }).code;
}
