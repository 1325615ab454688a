#!/usr/bin/env node
// @ts-check
// Makes the wheel of the command with maturin, which must be on the path:
//
//   HALLWAY_CLIENT=CLIENT node .ci/packages/wheel.mjs OUT [OPTION OF MATURIN…]
//
// The wheel holds the command and no Python: `pip install` and `uvx` put it on the path. maturin reads a
// `pyproject.toml`; the script writes it below `target`, from the facts in Cargo.toml. HALLWAY_PYPI names the package.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const [out, ...options] = process.argv.slice(2);
if (!out || !process.env.HALLWAY_CLIENT) {
  console.error('usage: HALLWAY_CLIENT=CLIENT wheel.mjs OUT [OPTION OF MATURIN…]');
  process.exit(2);
}

const manifest = readFileSync(path.join(root, 'Cargo.toml'), 'utf8');
const stated = (key) => manifest.match(new RegExp(`^${key} = "(.*)"$`, 'm'))[1];
const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const folder = path.join(target, 'packages/wheel');
mkdirSync(folder, { recursive: true });
// A JSON string is a TOML string, too.
const text = (value) => JSON.stringify(value);
writeFileSync(
  path.join(folder, 'pyproject.toml'),
  `[build-system]
requires = ["maturin>=1.9,<2"]
build-backend = "maturin"

[project]
name = ${text(process.env.HALLWAY_PYPI || stated('name'))}
version = ${text(stated('version'))}
description = ${text(stated('description'))}
license = ${text(stated('license'))}
requires-python = ">=3.8"

[tool.maturin]
bindings = "bin"
manifest-path = ${text(path.join(root, 'Cargo.toml'))}
features = ["carried"]
profile = "native"
strip = true
locked = true
`,
);
const env = {
  ...process.env,
  HALLWAY_CLIENT: path.resolve(process.env.HALLWAY_CLIENT),
  CARGO_TARGET_DIR: target,
};
execFileSync('maturin', ['build', '--out', path.resolve(out), ...options], { cwd: folder, env, stdio: 'inherit' });
