// @ts-check
// Finds names in the palette, and forgives the same mistakes as the explorer's search (`src/query/words/typo.rs`).
import { folded } from "./fold.js";

const LIMIT = 30;

/** How well a name matches; 0: not at all. Each word must be in it, best at the start of a word. */
export const score = (name, words, title) => {
  let sum = 0;
  for (const word of words) {
    const points = fit(name, word, title);
    if (points === 0) return 0;
    sum += points;
  }
  return sum;
};

const fit = (name, word, title) => {
  const at = name.indexOf(word);
  if (at < 0) return 0;
  const spaced = ` ${name} `;
  const points = spaced.includes(` ${word} `) ? 6 : spaced.includes(` ${word}`) ? 4 : 1;
  return points + (at < title ? 2 : 0) + (at === 0 ? 1 : 0);
};

/** How many typing mistakes are forgiven in a word. */
const forgiven = ({ length }) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Letters left out, added, changed, or swapped with their neighbor, between `typed` and the beginning of `word`. */
const distance = (typed, word) => {
  let beforeLast = [];
  let last = Array.from({ length: typed.length + 1 }, (_, n) => n);
  let least = typed.length;
  for (let i = 0; i < word.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < typed.length; j += 1) {
      row.push(Math.min(last[j] + (typed[j] === word[i] ? 0 : 1), last[j + 1] + 1, row[j] + 1));
      const isSwapped = i > 0 && j > 0 && typed[j] === word[i - 1] && typed[j - 1] === word[i];
      if (isSwapped) row[j + 1] = Math.min(row[j + 1], beforeLast[j - 1] + 1);
    }
    least = Math.min(least, row[typed.length]);
    [beforeLast, last] = [last, row];
  }
  return least;
};

/** The word of `names` that is closest to an unknown one, or the unknown one if none is close. */
const closest = (names, typed) => {
  const most = forgiven(typed);
  let best = { word: typed, far: most + 1 };
  if (most === 0 || /\d/.test(typed)) return typed;
  for (const { plain } of names) {
    for (const word of plain.split(/[^\p{L}\p{N}]+/u)) {
      // A mistake in the first letter is rare, and this check excludes most words.
      if (word[0] !== typed[0] || word.length + most < typed.length) continue;
      const far = distance(typed, word.slice(0, typed.length + most));
      if (far < best.far) best = { word, far };
    }
  }
  return best.word;
};

/** The best of `names` by `points`; among equals, short names come first. */
const best = (names, points) => names
  .map((name) => /** @type {const} */ ([points(name), name]))
  .filter(([sum]) => sum > 0)
  .sort(([a, x], [b, y]) => b - a || x[2].length - y[2].length)
  .slice(0, LIMIT)
  .map(([, name]) => name);

/**
 * The names that match a text best. If none has all words, a typing mistake is forgiven in those that no name has; then
 * any of the words will do. For an empty text, what most want.
 * @param {{ names: Row[], first?: number[] }} collection
 * @param {string} text
 * @param {number} [kind] names of this kind only
 */
export const find = ({ names, first = [] }, text, kind) => {
  const typed = folded(text).split(/\s+/).filter(Boolean);
  const isWanted = (name) => kind === undefined || name[0] === kind;
  const among = names.filter(isWanted);
  if (typed.length === 0) {
    const wanted = first.map((place) => names[place]).filter(isWanted);
    return [...new Set([...wanted, ...among])].slice(0, LIMIT);
  }
  const all = (words) => best(among, (name) => score(name.plain, words, name[2].length));
  const exact = all(typed);
  if (exact.length > 0) return exact;
  const isKnown = (word) => among.some((name) => name.plain.includes(word));
  const words = typed.map((word) => (isKnown(word) ? word : closest(among, word)));
  const close = all(words);
  if (close.length > 0) return close;
  const sum = (name) => words.reduce((sum, word) => sum + fit(name.plain, word, name[2].length), 0);
  return best(among, sum);
};
