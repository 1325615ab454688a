// Writes a folder of the worst data: titles of two hundred letters, forty speakers, a conference with a thousand talks,
// one with none, words that cannot be broken, and scripts from right to left.
//
//   node tests/e2e/worst.mjs FOLDER
import { mkdir, writeFile } from 'node:fs/promises';

const [folder] = process.argv.slice(2);
const long = (start, length) => (start + ' and what becomes of it once nobody looks any more'.repeat(10)).slice(0, length);
const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const quoted = (text) => JSON.stringify(text);
const first = ['Ada', 'Bo', 'Chidinma', 'Dag', 'Eun-ji', 'Fatoumata', 'Gwen', 'Hroswitha'];
const last = ['Vandenbrouckenhausen', 'Li', 'Okonkwo-Featherstonehaugh', 'Reed', 'Østergård'];
const person = (n) => `${first[n % first.length]} ${last[Math.floor(n / first.length) % last.length]}`;
const themes = ['tides', 'sonar', 'ice', 'kelp', 'locks'];

const talk = (n) => {
  const title = [
    long(`Talk ${n} on currents`, 200), `${unbroken} ${n}`, `مرحبا بكم في المد والجزر ${n}`, `潮の満ち引きを読む方法について ${n}`, `Short ${n}`,
  ][n % 5];
  const speakers = n % 100 === 0 ? Array.from({ length: 40 }, (_, k) => person(k)) : n % 3 ? [person(n)] : [];
  const names = speakers.map((name) => quoted(n % 2 ? `${name} (${unbroken})` : name)).join(', ');
  return { title, front: `  - title: ${quoted(title)}\n    speakers: [${names}]\n` };
};

const recap = (author, title, conference, talks, note) => {
  const stated = talks.length > 0 ? `talks:\n${talks.map(({ front }) => front).join('')}` : 'talks: []\n';
  const front = `---\ntitle: ${quoted(title)}\nauthor: ${quoted(author)}\npublished: 2024-06-20\nconference: ${conference}\n${stated}---\n\n`;
  return front + talks.map(({ title }, n) => `## ${title}\n\n${note(n)}\n`).join('\n');
};

const theme = (id) => `[[theme]]\nid = "${id}"\nname = "${id[0].toUpperCase()}${id.slice(1)}"\n`;
const conference = (id, name, start) => `[[conference]]\nid = "${id}"\nseries = "worst"\nname = ${quoted(name)}\nshort_name = ${quoted(name.slice(0, 60))}\nstart = "${start}"\n`;
const files = {
  'site.toml': `title = ${quoted(long('Notes', 90))}\ndescription = ""\nlanguage = "en"\n`,
  'people.toml': '',
  'themes.toml': themes.map(theme).join('\n'),
  'conferences.toml': [
    '[[series]]\nid = "worst"\nname = "Worst"\n',
    conference('worst-2023', 'Worst 2023', '2023-06-10'),
    conference('worst-2024', long('Worst 2024', 200), '2024-06-10'),
    conference('worst-2025', 'Worst 2025', '2025-06-10'),
    conference('worst-2026', 'Worst 2026', '2026-06-10'),
  ].join('\n'),
};
const all = Array.from({ length: 1000 }, (_, n) => talk(n));
const passage = (n) => `Here ${themes[n % 5]} was told of at length, ${unbroken}.`;
// The front matter of one file holds a few hundred talks.
for (let part = 0; part < 5; part++) {
  const talks = all.slice(part * 200, part * 200 + 200);
  files[`2024-part-${part}.md`] = recap(person(part * 8), long(`All that was said, part ${part}`, 200), 'worst-2024', talks, passage);
}
for (let n = 1; n <= 6; n++) {
  files[`2024-${n}.md`] = recap(person(n), `Another view ${n}`, 'worst-2024', all.slice(0, 3), (k) => `Number ${n} heard of ${themes[k]} and ${themes[n % 5]}, and found it long enough.`);
}
files['2025.md'] = recap(person(3), 'A quiet year', 'worst-2025', [], () => '') + 'Nothing was said, but kelp was served.\n';
files['2025-ar.md'] = recap('ليلى', 'سنة هادئة', 'worst-2025', [], () => '').replace('conference:', 'language: ar\nconference:') + 'لم يقل أحد شيئا.\n';

await mkdir(folder, { recursive: true });
await Promise.all(Object.entries(files).map(([name, text]) => writeFile(`${folder}/${name}`, text)));
