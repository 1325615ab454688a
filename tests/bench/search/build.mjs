// Builds the index of one engine in a separate process, and reports the time and memory that it took.
//
//   node tests/bench/search/build.mjs ENGINE DOCUMENTS OUT      (what `measuredBuild` runs)
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MEBIBYTE = 2 ** 20;
const LOOK_MILLIS = 25;

/** Runs a command: wall time in seconds, and the peak memory in MiB of it and its child processes together. */
export async function measured([program, ...args]) {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => { said = (said + text).slice(-4_000); });
  let peak = 0;
  const look = setInterval(() => { peak = Math.max(peak, memoryOf(child.pid)); }, LOOK_MILLIS);
  const code = await new Promise((done, failed) => child.on('exit', done).on('error', failed));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said}`);
  return { seconds: (performance.now() - started) / 1000, mebibytes: peak / MEBIBYTE };
}

/** Resident bytes of a process and its descendants, as Linux reports them. */
function memoryOf(root) {
  const parents = new Map();
  const sizes = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      sizes.set(Number(name), 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid) => pid === root || (parents.has(pid) && isBelow(parents.get(pid)));
  return [...sizes].filter(([pid]) => isBelow(pid)).reduce((sum, [, size]) => sum + size, 0);
}

/** Builds with the adapter `engine`; Hallway builds from its data folder, the others from the documents. */
export async function measuredBuild(engine, adapter, { hallway, data, documents, out }) {
  rmSync(out, { recursive: true, force: true });
  const own = ['node', '--max-old-space-size=12000', fileURLToPath(import.meta.url), engine, documents, out];
  const figures = await measured(adapter.command ? adapter.command(hallway, data, out) : own);
  await adapter.start?.(out);
  return figures;
}

async function main([engine, documents, out]) {
  const { build } = await import(`./engines/${engine}.mjs`);
  mkdirSync(out, { recursive: true });
  const write = (name, text) => writeFileSync(path.join(out, name), text);
  await build(JSON.parse(readFileSync(documents, 'utf8')), write, out);
  process.exit(0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
