// The search of the palette: node --test tests/scripts
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { find, score } from '../../src/publish/scripts/find.js';
import { folded } from '../../src/publish/scripts/fold.js';

const [CONFERENCE, TALK, THEME, PERSON] = [0, 1, 2, 3];

/** The rows of a collection, as loading prepares them. */
function collection(...rows) {
  const names = rows.map(([kind, name, detail = '']) => {
    const row = [kind, name.toLowerCase(), name, detail];
    row.plain = folded(`${name} ${detail}`);
    return row;
  });
  return { names };
}

const found = (rows, text, kind) => find(collection(...rows), text, kind).map((row) => row[2]);

test('letters fold as they do in the search of the explorer', () => {
  const table = JSON.parse(readFileSync(new URL('folded.json', import.meta.url), 'utf8'));
  assert.ok(Object.keys(table).length > 150);
  const other = Object.entries(table).filter(([letter, plain]) => folded(letter) !== plain);
  assert.deepEqual(other.map(([letter, plain]) => [letter, plain, folded(letter)]), []);
});

test('a name is found without its accents, and with them', () => {
  const rows = [[PERSON, 'Łukasz Gąsior'], [PERSON, 'Ærø Strauß'], [PERSON, 'Ada Weaver']];
  for (const text of ['lukasz', 'Łukasz', 'gasior lukasz']) assert.deepEqual(found(rows, text), ['Łukasz Gąsior']);
  for (const text of ['aero', 'STRAUSS', 'strauß', 'ÆRØ']) assert.deepEqual(found(rows, text), ['Ærø Strauß']);
});

test('a name with every word comes before all others, best at the start of a word and in the name itself', () => {
  const rows = [[TALK, 'Mending nets', 'Ada Weaver'], [THEME, 'Weaving'], [TALK, 'Interweaving', ''], [CONFERENCE, 'Weave 2019']];
  assert.deepEqual(found(rows, 'weav'), ['Weaving', 'Weave 2019', 'Mending nets', 'Interweaving']);
  assert.deepEqual(found(rows, 'weav nets'), ['Mending nets']);
  assert.equal(score('mending nets', ['anchor'], 12), 0);
});

test('typing mistakes are forgiven where no name has the word as typed', () => {
  const rows = [[PERSON, 'Kelsey Hightower'], [THEME, 'Prometheus'], [THEME, 'Kubernetes'], [TALK, 'Kustomize']];
  for (const text of ['kelsy', 'kelsye hightowr', 'hihgtower']) assert.deepEqual(found(rows, text), ['Kelsey Hightower'], text);
  assert.deepEqual(found(rows, 'promeht'), ['Prometheus']);
  assert.deepEqual(found(rows, 'kubrenets'), ['Kubernetes']);
  // Three letters may be anything, and another year is another year.
  assert.deepEqual(found(rows, 'kxb'), []);
  assert.deepEqual(found([[CONFERENCE, 'Weave 2019']], '2018'), []);
});

test('any of the words will do where no name has them all', () => {
  const rows = [[TALK, 'Mending nets', 'Ada Weaver'], [THEME, 'Weaving'], [THEME, 'Knots']];
  assert.deepEqual(found(rows, 'weaving anchors'), ['Weaving']);
  assert.deepEqual(found(rows, 'about nets and ada'), ['Mending nets']);
  assert.deepEqual(found(rows, 'anchors'), []);
});

test('an empty text offers what most want, then the rest', () => {
  const rows = collection([CONFERENCE, 'Weave 2030'], [THEME, 'Loom'], [TALK, 'Knots']);
  const names = (kind) => find({ ...rows, first: [2, 1] }, ' ', kind).map((row) => row[2]);
  assert.deepEqual(names(), ['Knots', 'Loom', 'Weave 2030']);
  assert.deepEqual(names(THEME), ['Loom']);
});

test('only names of the wanted kind are found, and no more than fit', () => {
  const rows = [[THEME, 'Loom'], [TALK, 'Loom'], ...Array.from({ length: 40 }, (_, n) => [TALK, `Talk ${n}`])];
  assert.equal(find(collection(...rows), 'loom', THEME).length, 1);
  assert.equal(find(collection(...rows), '').length, 30);
  assert.equal(find(collection(...rows), 'talk').length, 30);
});
