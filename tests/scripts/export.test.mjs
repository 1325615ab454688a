// The exports of the explorer's list: node --test tests/scripts
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstCell, markdown, referencesOf, rowsOf, tableOf } from '../../src/publish/scripts/export.js';

globalThis.document = { baseURI: 'https://notes.example/sub/index.html?q=loom' };

test('a row of a table may have quotes and line breaks', () => {
  const table = 'id,title\r\na,"One, ""two""\r\nthree"\r\n"b ""x""",Four\r\n';
  assert.deepEqual(rowsOf(table), ['id,title\r\n', 'a,"One, ""two""\r\nthree"\r\n', '"b ""x""",Four\r\n']);
  assert.deepEqual(rowsOf(table).map(firstCell), ['id', 'a', 'b "x"']);
  assert.deepEqual(rowsOf(''), []);
});

test('a table has the rows that are listed, with the addresses of their pages', () => {
  const table = 'id,page\r\na,../talk/a.html\r\nb,"../talk/b,c.html"\r\n';
  const site = 'https://notes.example/sub/';
  assert.equal(tableOf(table, new Set(['a']), site), 'id,page\r\na,https://notes.example/sub/talk/a.html\r\n');
  assert.equal(tableOf(table, new Set(), site), 'id,page\r\n');
});

test('references are those of the listed recaps', () => {
  const all = '@misc{a,\n  title = {One},\n}\n\n@misc{b-2,\n  title = {Two @misc{a, of},\n}\n';
  assert.equal(referencesOf(all, new Set(['b-2'])), '@misc{b-2,\n  title = {Two @misc{a, of},\n}\n');
  assert.equal(referencesOf(all, new Set(['c'])), '');
});

test('a list in Markdown links talks and recaps, and escapes what is no markup', () => {
  const names = [[5, 'r', 'A [first] look', 'Ada Weaver, 2019', 'https://weaver.example/'], [5, 's', 'Another', 'Bo Reed', '']];
  const talks = [[1, 't', 'Looms * and <nets>', 'Bo Reed', [0, 1]], [1, 'u', 'u', '', []]];
  assert.equal(markdown({ title: 'Notes #1', talks, names, root: './' }), [
    '# Notes \\#1',
    '',
    '- [Looms \\* and \\<nets\\>](<https://notes.example/sub/talk/t.html>)  ',
    '  Bo Reed',
    '  - Ada Weaver, 2019: [A \\[first\\] look](<https://weaver.example/>)',
    '  - Bo Reed: [Another](<https://notes.example/sub/recap/s.html>)',
    '- [u](<https://notes.example/sub/talk/u.html>)',
    '',
  ].join('\n'));
});
