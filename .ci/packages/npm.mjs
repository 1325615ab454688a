#!/usr/bin/env node
// @ts-check
// Makes the npm packages of the command from binaries that carry the client:
//
//   node .ci/packages/npm.mjs OUT TARGET=BINARY…
//
// for example `node .ci/packages/npm.mjs target/packages/npm x86_64-unknown-linux-gnu=target/native/hallway`.
//
// Each binary goes into a package for its platform. One small package has all of them as optional dependencies: npm
// installs the one that fits, and `launch.cjs` starts it. Each folder below OUT is ready for `npm pack` or
// `npm publish`; publish the platforms first. HALLWAY_NPM names the small package, for example `@ada/hallway`.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Operating system, processor and C library as npm names them.
const PLATFORMS = {
  'x86_64-unknown-linux-gnu': { os: 'linux', cpu: 'x64', libc: 'glibc' },
  'aarch64-unknown-linux-gnu': { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  'aarch64-apple-darwin': { os: 'darwin', cpu: 'arm64' },
  'x86_64-pc-windows-msvc': { os: 'win32', cpu: 'x64' },
};

const root = path.resolve(import.meta.dirname, '../..');
const [out, ...binaries] = process.argv.slice(2);
if (!out || binaries.length === 0) {
  console.error('usage: npm.mjs OUT TARGET=BINARY…');
  process.exit(2);
}

const manifest = readFileSync(path.join(root, 'Cargo.toml'), 'utf8');
const stated = (key) => manifest.match(new RegExp(`^${key} = "(.*)"$`, 'm'))[1];
const name = process.env.HALLWAY_NPM || stated('name');
const version = stated('version');
const common = { version, description: stated('description'), license: stated('license') };

/** Writes a package, with its license, into a folder of its own. */
function write(folder, json, files) {
  const to = path.join(out, folder);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(path.join(to, 'bin'), { recursive: true });
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify(json, null, 2)}\n`);
  for (const license of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(path.join(root, license), path.join(to, license));
  for (const [from, file] of files) {
    copyFileSync(from, path.join(to, file));
    if (file.startsWith('bin/')) chmodSync(path.join(to, file), 0o755);
  }
}

const optionalDependencies = {};
for (const argument of binaries) {
  const [target, binary] = argument.split('=');
  const platform = PLATFORMS[target];
  if (!platform || !binary) {
    console.error(`${argument}: write TARGET=BINARY, with one of ${Object.keys(PLATFORMS).join(', ')}`);
    process.exit(2);
  }
  const { os, cpu, libc } = platform;
  const folder = `${os}-${cpu}`;
  const own = `${name}-${folder}`;
  optionalDependencies[own] = version;
  const fits = { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) };
  write(folder, { name: own, ...common, ...fits, files: ['bin'] }, [[binary, `bin/hallway${os === 'win32' ? '.exe' : ''}`]]);
}
const main = {
  name,
  ...common,
  bin: { hallway: 'bin/hallway.cjs' },
  files: ['bin'],
  engines: { node: '>=18' },
  optionalDependencies,
};
write('hallway', main, [
  [path.join(import.meta.dirname, 'launch.cjs'), 'bin/hallway.cjs'],
]);
writeFileSync(
  path.join(out, 'hallway/README.md'),
  `# Hallway

${common.description}.

\`\`\`sh
npx ${name} init notes          # a site that builds at once
npx ${name} serve notes --open  # shows it, and follows your changes
npx ${name} build notes         # writes it
\`\`\`
`,
);
