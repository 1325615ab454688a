// Makes an archive of any size from a smaller one in the layout of PyVideo: it repeats the recordings at further
// events, with some of their words changed. The same input gives the same archive.
//
//   node tests/bench/archive.mjs SOURCE OUT [TALKS]      100,000 talks by default
//   hallway import OUT --out DATA

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [source, out, wanted = "100000"] = process.argv.slice(2);
if (!source || !out) throw new Error("usage: archive.mjs SOURCE OUT [TALKS]");

/** Numbers from 0 to 1 that depend only on the seed (a linear congruential generator of 32 bits). */
function random(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** A text with one word in ten changed: two of its letters are swapped, or the number of the round follows it. */
function perturbed(text, round, next) {
  return text.replace(/\p{L}{4,}/gu, (word) => {
    const chance = next();
    if (chance < 0.05) return word.slice(0, 1) + word[2] + word[1] + word.slice(3);
    return chance < 0.1 ? word + String.fromCharCode(96 + (round % 26 || 26)) : word;
  });
}

const events = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
  .map((entry) => entry.name)
  .sort();
let left = Number(wanted);
for (let round = 0; left > 0; round++) {
  const next = random(round + 1);
  for (const event of events) {
    const names = list(join(source, event, "videos")).slice(0, left);
    if (names.length === 0) continue;
    left -= names.length;
    const folder = join(out, round === 0 ? event : `${event}-r${round}`);
    mkdirSync(join(folder, "videos"), { recursive: true });
    const category = read(join(source, event, "category.json")) ?? { title: event };
    if (round > 0) category.title = `${category.title} (${round})`;
    write(join(folder, "category.json"), category);
    for (const name of names) {
      const video = read(join(source, event, "videos", name));
      if (video && round > 0) change(video, round, next);
      if (video) write(join(folder, "videos", name), video);
    }
  }
}

function change(video, round, next) {
  for (const key of ["title", "summary", "description"]) {
    if (typeof video[key] === "string") video[key] = perturbed(video[key], round, next);
  }
  // Every other speaker is a different person.
  video.speakers = (video.speakers ?? []).map((name) => (next() < 0.5 ? name : `${name} ${"I".repeat(round)}`));
}

function list(folder) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function write(path, value) {
  writeFileSync(path, JSON.stringify(value));
}
