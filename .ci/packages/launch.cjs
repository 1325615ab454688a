#!/usr/bin/env node
// Starts the command for this platform, which is in a separate package, and exits with the same code.
'use strict';
const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const path = require('node:path');
const { name } = require('../package.json');

const own = `${name}-${process.platform}-${process.arch}`;
let binary;
try {
  const folder = path.dirname(require.resolve(`${own}/package.json`));
  binary = path.join(folder, 'bin', process.platform === 'win32' ? 'hallway.exe' : 'hallway');
} catch {
  console.error(
    `error: the package ${own} is missing\n` +
      '   = help: install again without --omit=optional; if there is no such package, Hallway is not built for this system',
  );
  process.exit(1);
}

const command = spawn(binary, process.argv.slice(2), { stdio: 'inherit' });
// The terminal sends an interrupt to both processes. The command decides what to do with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => command.kill(signal));
command.on('error', (error) => {
  console.error(`error: ${binary} could not be started: ${error.message}`);
  process.exit(1);
});
command.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
