// Lunr as in its guide: fields with boosts, all words required, the last one as a prefix; one typo forgiven (`~1`) if
// nothing matches.
import lunr from 'lunr';
import { columnsOf, counting, openColumns } from '../columns.mjs';
import { get } from '../get.mjs';

export const name = 'Lunr';

export function build(docs, write) {
  const index = lunr(function fill() {
    this.ref('place');
    for (const [field, boost] of [['title', 8], ['people', 5], ['organizations', 4], ['themes', 3], ['text', 1], ['event', 1]]) this.field(field, { boost });
    docs.forEach((doc, place) => this.add({ ...doc, place }));
  });
  write('columns.json', columnsOf(docs));
  write('index.json', JSON.stringify(index));
}

export async function open(base) {
  const [columns, json] = await Promise.all([openColumns(base), get(`${base}index.json`)]);
  const index = lunr.Index.load(json);
  const find = (words, editDistance) => index.query((query) => {
    words.forEach((word, place) => {
      const isLast = place === words.length - 1;
      const wildcard = isLast && !editDistance ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE;
      query.term(word, { presence: lunr.Query.presence.REQUIRED, wildcard, editDistance });
    });
  }).map(({ ref }) => Number(ref));
  return counting(columns, (text) => {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const hits = find(words, 0);
    return hits.length > 0 ? hits : find(words, 1);
  });
}
