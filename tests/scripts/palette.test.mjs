// The search of the palette: node --test tests/scripts
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { folded } from '../../src/publish/scripts/fold.js';
import { find, score } from '../../src/publish/scripts/palette.js';

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

test('every word must match, best at the start of a word and in the name itself', () => {
  const rows = [[TALK, 'Mending nets', 'Ada Weaver'], [THEME, 'Weaving'], [TALK, 'Interweaving', ''], [CONFERENCE, 'Weave 2019']];
  assert.deepEqual(found(rows, 'weav'), ['Weaving', 'Weave 2019', 'Mending nets', 'Interweaving']);
  assert.deepEqual(found(rows, 'weav nets'), ['Mending nets']);
  assert.deepEqual(found(rows, 'weav anchor'), []);
  assert.equal(score('mending nets', ['anchor'], 12), 0);
});

test('only names of the wanted kind are found, and no more than fit', () => {
  const rows = [[THEME, 'Loom'], [TALK, 'Loom'], ...Array.from({ length: 40 }, (_, n) => [TALK, `Talk ${n}`])];
  assert.equal(find(collection(...rows), 'loom', THEME).length, 1);
  assert.equal(find(collection(...rows), '').length, 30);
  assert.equal(find(collection(...rows), 'talk').length, 30);
});
