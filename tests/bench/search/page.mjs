// Runs in the browser: opens one engine and queries it. `ask.mjs` calls it.
let adapter;
let loaded;
let engine;

window.memories = [];
for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await original.apply(WebAssembly, given);
    const { exports } = made.instance ?? made;
    if (exports.memory) window.memories.push(exports.memory);
    return made;
  };
}

/** Loads the code of an engine, which is not part of the measurement. */
export async function takeCode(name) {
  adapter = await import(`/engines/${name}.mjs`);
  loaded = await adapter.load?.();
}

/** Opens an index; milliseconds until it can answer. */
export async function open(base) {
  const started = performance.now();
  engine = await adapter.open(base, loaded);
  return performance.now() - started;
}

/** Queries once, and shows `nShown` hits: milliseconds until the hits are known, and until they are shown. */
export async function askOnce({ text, year, isCounted, nShown }) {
  const started = performance.now();
  const total = await engine.ask(text, year, isCounted);
  const found = performance.now() - started;
  const names = nShown > 0 ? await engine.names(nShown) : [];
  return { total, found, shown: performance.now() - started, names };
}

/**
 * Asks all queries, without a year and with it, again and again for `budget` milliseconds and at least once after a
 * first time that is not counted; at most `rounds` times. For each its kind and what it took, the median of its times.
 */
export async function askAll({ queries, isCounted, budget, rounds }) {
  const asks = queries.flatMap(({ kind, text, year }) => [{ kind, text }, { kind, text, year }]);
  const times = asks.map(() => []);
  const totals = asks.map(() => 0);
  let deadline = performance.now() + budget;
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, { text, year }] of asks.entries()) {
      if (performance.now() > deadline && (round === 0 ? place > 40 : place > 40 || round > 1)) break;
      const started = performance.now();
      let total = engine.ask(text, year, isCounted);
      // Waiting for loaded data would cost a turn of the event loop.
      if (total instanceof Promise) total = await total;
      if (round > 0) times[place].push(performance.now() - started);
      totals[place] = total;
    }
    if (round > 0 && performance.now() > deadline) break;
    if (round === 0) deadline = performance.now() + budget;
  }
  const median = (list) => list.sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
  return { answers: asks.map(({ kind }, place) => ({ kind, total: totals[place], time: median(times[place]) })).filter(({ time }) => time !== undefined) };
}

/** Bytes that the page holds: those that the browser reports, and the wasm memories, which it leaves out. */
export async function memory() {
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return window.memories.reduce((sum, it) => sum + it.buffer.byteLength, bytes);
}

window.bench = { takeCode, open, askOnce, askAll, memory };
