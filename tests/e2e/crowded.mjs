// Writes a folder with too many conferences for separate marks: a meeting every month for seven years.
//
//   node tests/e2e/crowded.mjs FOLDER
import { mkdir, writeFile } from 'node:fs/promises';

const [folder] = process.argv.slice(2);
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const meetings = Array.from({ length: 84 }, (_, n) => {
  const [year, month] = [2018 + Math.floor(n / 12), n % 12];
  return { id: `harbor-${year}-${month + 1}`, name: `Harbor Evening ${MONTHS[month]} ${year}`, start: `${year}-${String(month + 1).padStart(2, '0')}-12`, n };
});

const conference = ({ id, name, start }) => `[[conference]]\nid = "${id}"\nseries = "harbor"\nname = "${name}"\nstart = "${start}"\n`;
const recap = ({ id, name, start, n }) => {
  // Once a year somebody speaks of ice.
  const subject = n % 12 === 0 ? 'Ice' : 'Tides';
  return `---\ntitle: "${name}, as I heard it"\nauthor: "Ada Reed"\npublished: ${start}\nconference: ${id}\n---\n\n`
    + `## ${subject} in the outer basin, part ${n + 1}\n\n${subject} moved the whole evening.\n`;
};
const files = {
  'site.toml': 'title = "Harbor Evenings"\ndescription = "Notes on a meeting every month."\nlanguage = "en"\n',
  'people.toml': '',
  'themes.toml': '[[theme]]\nid = "ice"\nname = "Ice"\n\n[[theme]]\nid = "tides"\nname = "Tides"\n',
  'conferences.toml': ['[[series]]\nid = "harbor"\nname = "Harbor Evenings"\n', ...meetings.map(conference)].join('\n'),
  ...Object.fromEntries(meetings.map((meeting) => [`${meeting.id}.md`, recap(meeting)])),
};

await mkdir(folder, { recursive: true });
await Promise.all(Object.entries(files).map(([name, text]) => writeFile(`${folder}/${name}`, text)));
