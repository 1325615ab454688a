//! Inputs that others could have written, changed at random, and what must hold of each.

pub(crate) mod chance;
mod changes;

use chance::Chance;
use changes::change;
use hallway::bundle::{Bundled, Folder, bundle, files};
use hallway::import::{Existing, import};
use hallway::ingest::Severity;
use hallway::query::{Query, Terms, foreign_parts, highlights, snippet};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io, panic};

type Files = BTreeMap<String, Vec<u8>>;

/// What must hold of an input.
type Check = fn(&Files) -> Result<(), String>;

/// Addresses to begin with.
const ADDRESSES: &[&str] = &[
    "?q=service+mesh&year=2016..2018,2020&conference=a,b&theme=c&person=d&org=e&kind=keynote,note&has=video&view=talks&sort=newest",
    "?q=%22a+%26+b%22+-c%3Dd+theme:istio+person:ada&fbclid=x&utm_source=y",
    "theme=mesh&amp;year=2018).",
];

/// Texts of real shape, which are changed.
pub(crate) struct Seeds {
    recaps: Files,
    registries: Files,
    sources: Files,
}

impl Seeds {
    /// Those among the tests and in the collection.
    pub(crate) fn gather(root: &Path) -> io::Result<Self> {
        let mut seeds =
            Self { recaps: Files::new(), registries: Files::new(), sources: Files::new() };
        for folder in ["tests/recaps", "tests/e2e/recaps", "tests/labeled", "tests/imports"] {
            seeds.walk(&root.join(folder))?;
        }
        Ok(seeds)
    }

    fn walk(&mut self, folder: &Path) -> io::Result<()> {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        entries.sort();
        for path in entries {
            if path.is_dir() {
                self.walk(&path)?;
                continue;
            }
            let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            let of_imports = folder.ends_with("imports");
            let files = match ending.as_str() {
                _ if of_imports => &mut self.sources,
                "toml" | "tsv" => &mut self.registries,
                "md" | "txt" | "html" | "markdown" | "mdx" => &mut self.recaps,
                _ => continue,
            };
            files.insert(path.to_string_lossy().into_owned(), fs::read(&path)?);
        }
        Ok(())
    }
}

/// An input that breaks something.
#[derive(Debug)]
pub(crate) struct Broken {
    /// How it was read.
    pub(crate) how: &'static str,
    /// What does not hold.
    pub(crate) why: String,
    /// The input.
    pub(crate) files: Files,
}

/// Makes the input with that number, and checks what must hold of it.
pub(crate) fn read(seeds: &Seeds, seed: u64, number: u64) -> Result<(), Broken> {
    let mut chance = Chance::of(seed, number);
    let mut files = Files::new();
    let (how, check): (_, Check) = match chance.below(8) {
        0 | 1 => {
            for _ in 0..=chance.below(3) {
                let (path, text) = changed(&seeds.registries, &seeds.registries, &mut chance);
                files.insert(path, text);
            }
            let (path, text) = any(&seeds.recaps, &mut chance);
            files.insert(path, text);
            ("registries", bundled)
        }
        2 | 3 => {
            let (path, text) = changed(&seeds.sources, &seeds.sources, &mut chance);
            files.insert(path, text);
            ("import", imported)
        }
        4 => {
            let mut text = chance.pick(ADDRESSES).copied().unwrap_or_default().as_bytes().to_vec();
            change(&mut text, ADDRESSES.concat().as_bytes(), &mut chance);
            files.insert("address".to_owned(), text);
            ("address", address)
        }
        _ => {
            for _ in 0..=chance.below(2) {
                let (path, text) = changed(&seeds.recaps, &seeds.recaps, &mut chance);
                files.insert(path, text);
            }
            for name in ["conferences.toml", "themes.toml", "people.toml"] {
                if chance.once_in(2) {
                    let of_name = |path: &&String| path.ends_with(name);
                    let paths: Vec<&String> = seeds.registries.keys().filter(of_name).collect();
                    let path = chance.pick(&paths).copied();
                    let text = path.and_then(|path| seeds.registries.get(path));
                    files.extend(text.map(|text| (name.to_owned(), text.clone())));
                }
            }
            ("recaps", bundled)
        }
    };
    let checked = panic::catch_unwind(|| check(&files));
    let why = match checked {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(why)) => why,
        Err(_) => "it panics".to_owned(),
    };
    Err(Broken { how, why, files })
}

/// One of the texts, with the name of its file.
fn any(all: &Files, chance: &mut Chance) -> (String, Vec<u8>) {
    let place = chance.below(all.len());
    let Some((path, text)) = all.iter().nth(place) else { return (String::new(), Vec::new()) };
    let name = path.rsplit('/').next().unwrap_or_default();
    (name.to_owned(), text.clone())
}

fn changed(all: &Files, others: &Files, chance: &mut Chance) -> (String, Vec<u8>) {
    let (name, mut text) = any(all, chance);
    let (_, other) = any(others, chance);
    change(&mut text, &other, chance);
    (name, text)
}

/// A folder as it would be read from a disk.
fn folder(files: &Files) -> Folder {
    let mut folder = Folder::default();
    for (path, bytes) in files.clone() {
        if path == "ids.tsv" {
            folder.ledger = Some(String::from_utf8_lossy(&bytes).into_owned());
        } else if Path::new(&path).extension().is_some_and(|it| it == "toml") {
            folder.registries.insert(path, bytes);
        } else {
            folder.recaps.insert(path, bytes);
        }
    }
    folder
}

fn bundled(input: &Files) -> Result<(), String> {
    let once = bundle(&folder(input));
    told(&once)?;
    let again = bundle(&folder(input));
    let written = |bundled: &Bundled| files(&bundled.dataset).map_err(|error| error.to_string());
    if written(&once)? != written(&again)? || once.ledger != again.ledger {
        return Err("equal folders give unequal datasets".to_owned());
    }
    if once.has_registry_errors() {
        return Ok(());
    }
    // A build with the ledger of the one before keeps every id.
    let mut next = folder(input);
    next.ledger = Some(once.ledger.clone());
    let next = bundle(&next);
    let ids = |bundled: &Bundled| {
        let catalog = &bundled.dataset.catalog;
        let talks = catalog.talks.iter().map(|talk| talk.id.to_string());
        talks.chain(catalog.recaps.iter().map(|recap| recap.id.to_string())).collect::<Vec<_>>()
    };
    if ids(&once) != ids(&next) {
        return Err("the ledger does not keep the ids".to_owned());
    }
    if next.ledger == once.ledger { Ok(()) } else { Err("the ledger changes by itself".to_owned()) }
}

/// Everything that is said is of some file that is there, in words.
fn told(bundled: &Bundled) -> Result<(), String> {
    for said in &bundled.diagnostics {
        if said.message.is_empty() || said.help.is_empty() {
            return Err(format!("{} says nothing", said.code));
        }
        if said.excerpt.chars().count() > 2_000 || said.message.len() > 20_000 {
            return Err(format!("{} says too much", said.code));
        }
    }
    Ok(())
}

fn imported(input: &Files) -> Result<(), String> {
    let existing = Existing { is_empty: true, ..Existing::default() };
    let imported = import(input.clone(), &existing, None);
    let all = imported.recaps.into_iter().chain(imported.registries);
    let written: Files = all.collect();
    let bundled = bundle(&folder(&written));
    told(&bundled)?;
    let errors = bundled.diagnostics.iter().filter(|said| said.severity == Severity::Error);
    let errors: Vec<String> = errors
        .map(|said| format!("{} {}:{} {}", said.code, said.path, said.line, said.message))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(format!("what is imported has errors: {errors:?}")) }
}

fn address(input: &Files) -> Result<(), String> {
    let text =
        input.values().next().map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let (query, _) = Query::parse(&text);
    drop(foreign_parts(&text));
    let written = query.to_search();
    let (again, warnings) = Query::parse(&written);
    if again != query {
        return Err(format!("{written} is another view"));
    }
    if !warnings.is_empty() {
        return Err(format!("{written} is not read without warnings: {warnings:?}"));
    }
    let terms = Terms::of(&query.text);
    let mut end = 0;
    for mark in highlights(&text, &terms) {
        if mark.start < end || text.get(mark.clone()).is_none() {
            return Err(format!("the marks {mark:?} of the text overlap"));
        }
        end = mark.end;
    }
    drop(snippet(&text, &terms, 100));
    Ok(())
}
