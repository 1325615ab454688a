// The collections to search: data folders for Hallway, and the same talks as plain documents for the others.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventArchive } from './words.mjs';

const here = import.meta.dirname;

/**
 * An archive of recordings in the layout of PyVideo: `source`, a folder or a packed one; without it, one of invented words.
 */
export function archive(source, work) {
  if (source && !source.includes('.tar')) return source;
  const folder = path.join(work, source ? 'archive' : 'invented');
  once(folder, (out) => {
    if (source) execFileSync('tar', ['-xf', source, '--strip-components=1', '-C', out]);
    else inventArchive(out, 21_700);
  });
  return folder;
}

/** A data folder of `talks` recordings of `archive`; if the archive has fewer, more are made from them. */
export function dataOf(hallway, archive, talks, work) {
  const [part, data] = ['part', 'data'].map((name) => path.join(work, `${name}-${talks}`));
  once(part, (out) => execFileSync('node', [path.join(here, '../archive.mjs'), archive, out, String(talks)]));
  once(data, (out) => {
    rmSync(out, { recursive: true });
    execFileSync(hallway, ['import', part, '--out', out], { stdio: 'ignore' });
  });
  return data;
}

/** Makes a folder completely or not at all, unless an earlier run did. */
function once(folder, make) {
  if (existsSync(folder)) return;
  rmSync(`${folder}.new`, { recursive: true, force: true });
  mkdirSync(`${folder}.new`, { recursive: true });
  make(`${folder}.new`);
  renameSync(`${folder}.new`, folder);
}

/** The entries of a bundle, talks and notes that are not about a talk, with all their texts, as documents. */
export function documentsOf(bundle) {
  const read = (name) => JSON.parse(readFileSync(path.join(bundle, name), 'utf8'));
  const { files } = read('manifest.json');
  const catalog = read(files.find(({ role }) => role === 'catalog').path);
  // Ids and texts alternate; one of these files lists the others.
  const ofNotes = files.filter(({ role, path: name }) => role === 'note-texts' && !name.startsWith('note-texts-'));
  const pairs = (texts) => texts.flatMap((id, place) => (place % 2 === 0 ? [[id, texts[place + 1]]] : []));
  const texts = new Map(ofNotes.flatMap((file) => pairs(read(file.path).texts)));
  const [conferences, people, organizations, themes, recaps] = ['conferences', 'people', 'organizations', 'themes', 'recaps'].map((table) => new Map((catalog[table] ?? []).map((it) => [it.id, it])));
  const names = (table, ids) => [...new Set(ids.filter(Boolean))].map((id) => table.get(id)?.name).filter(Boolean);
  const notesOf = new Map();
  for (const note of catalog.notes) if (note.talk) notesOf.set(note.talk, [...(notesOf.get(note.talk) ?? []), note]);
  const document = (id, title, kind, conference, notes, talk) => {
    const edition = conferences.get(conference);
    const year = edition?.start ?? notes.map((note) => recaps.get(note.recap)?.published).find(Boolean);
    const speakers = talk?.speakers ?? [];
    return {
      id,
      title,
      kind,
      year: year ? Number(String(year).slice(0, 4)) : undefined,
      conference: edition?.name,
      event: [edition?.name, edition?.city, edition?.country].filter(Boolean).join('\n'),
      people: names(people, [...speakers.map((it) => it.person), ...notes.flatMap((note) => note.people ?? [])]),
      organizations: names(organizations, [...speakers.flatMap((it) => it.organizations ?? []), ...notes.flatMap((note) => note.organizations ?? [])]),
      themes: names(themes, [...(talk?.themes ?? []), ...notes.flatMap((note) => (note.themes ?? []).map((it) => it.theme))]),
      video: (talk?.videos ?? []).length > 0 || notes.some((note) => note.has_video) ? 'yes' : undefined,
      text: notes.map((note) => [note.title === title ? '' : note.title, note.award, texts.get(note.id)].filter(Boolean).join('\n')).join('\n'),
    };
  };
  const talks = catalog.talks.map((talk) => document(talk.id, talk.title, talk.kind ?? 'talk', talk.conference, notesOf.get(talk.id) ?? [], talk));
  const known = new Set(catalog.talks.map(({ id }) => id));
  const alone = catalog.notes.filter(({ talk }) => !known.has(talk));
  return [...talks, ...alone.map((note) => document(note.id, note.title ?? '', 'note', note.conference, [note]))];
}

/** Every file below a folder, with its path. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile()).map((it) => path.join(it.parentPath ?? it.path, it.name)).sort();
}

export function writeJson(file, value) {
  writeFileSync(file, JSON.stringify(value));
}
