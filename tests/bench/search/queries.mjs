// 200 queries from the talks themselves, the same for every engine: each with the year of its talk.
import { random } from './words.mjs';

const CLASSES = { word: 40, beginning: 40, 'two words': 40, typo: 30, rare: 30, none: 20 };

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** `{ kind, text, year }`, the kinds mixed evenly so that any part of the list is like the whole. */
export function queriesOf(docs) {
  const next = random(200);
  const counts = new Map();
  for (const doc of docs) for (const word of new Set(wordsOf(`${doc.title} ${doc.text}`))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const take = (isFit, make) => {
    for (let tries = 0; ; tries += 1) {
      const doc = docs[Math.floor(next() * docs.length)];
      const words = wordsOf(doc.title).filter((word) => word.length > 3);
      const word = words[Math.floor(next() * words.length)];
      // A collection of a few talks may have no such word; then any word will do.
      if (word && (tries > 2_000 || isFit(word, words))) return { text: make(word, words), year: doc.year };
    }
  };
  const swapped = (word) => word.slice(0, 2) + word[3] + word[2] + word.slice(4);
  const makers = {
    word: () => take((word) => counts.get(word) > 3, (word) => word),
    beginning: () => take((word) => word.length > 5, (word) => word.slice(0, 2 + Math.floor(next() * 4))),
    'two words': () => take((_word, words) => words.length > 1, (word, words) => `${word} ${words.find((other) => other !== word) ?? word}`),
    typo: () => take((word) => word.length > 6 && word[2] !== word[3] && !counts.has(swapped(word)), swapped),
    rare: () => take((word) => word.length > 4 && counts.get(word) <= 3, (word) => word),
    none: () => take((word) => word.length > 5, (word) => `${word.slice(0, 3)}qxz${word.slice(3, 5)}`),
  };
  const lists = Object.entries(CLASSES).map(([kind, n]) => Array.from({ length: n }, () => ({ kind, ...makers[kind]() })));
  const at = (list, place) => (place + 0.5) / list.length;
  return lists.flatMap((list) => list.map((query, place) => [at(list, place), query])).sort(([a], [b]) => a - b).map(([, query]) => query);
}
