// An archive of invented talks, if there is no real one: words are as frequent as in a language, by Zipf's law.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const N_WORDS = 40_000;
const PER_EVENT = 50;
const SYLLABLES = 'ba be bi bo bu ca ce co da de di do fa fe fi ga ge go ha he ja ka ke ki la le li lo lu ma me mi mo na ne ni no nu pa pe pi po ra re ri ro sa se si so ta te ti to tu va ve vi wa xo za'.split(' ');

/** Numbers from 0 to 1 that depend only on the seed (a linear congruential generator of 32 bits). */
export function random(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

export function inventArchive(folder, nTalks) {
  const next = random(7);
  const word = (place) => {
    let text = '';
    for (let rest = place + 60; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) text += SYLLABLES[rest % SYLLABLES.length];
    return text;
  };
  // A random position; the first ones come up much more often than the last.
  const drawn = (n) => Math.floor(n ** next()) - 1;
  const words = (n) => Array.from({ length: n }, () => word(drawn(N_WORDS))).join(' ');
  const name = () => `${word(drawn(2_000)).replace(/^./, (letter) => letter.toUpperCase())} ${word(drawn(9_000)).replace(/^./, (letter) => letter.toUpperCase())}`;
  for (let talk = 0; talk < nTalks; talk += 1) {
    const event = Math.floor(talk / PER_EVENT);
    const year = 2008 + (event % 18);
    const at = path.join(folder, `meeting-${String(event).padStart(4, '0')}`);
    if (talk % PER_EVENT === 0) {
      mkdirSync(path.join(at, 'videos'), { recursive: true });
      writeFileSync(path.join(at, 'category.json'), JSON.stringify({ title: `Meeting ${event} ${year}` }));
    }
    const video = {
      title: words(4 + Math.floor(next() * 5)),
      description: words(30 + Math.floor(next() * 90)),
      speakers: [name()],
      tags: [word(drawn(150)), word(drawn(150))],
      recorded: `${year}-05-${String(1 + (event % 28)).padStart(2, '0')}`,
      videos: [{ type: 'youtube', url: `https://www.youtube.com/watch?v=${String(talk).padStart(11, '0')}` }],
    };
    writeFileSync(path.join(at, 'videos', `${String(talk).padStart(6, '0')}.json`), JSON.stringify(video));
  }
}
