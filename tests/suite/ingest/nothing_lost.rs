//! What a recap says is in a note or in a fact, whatever is read out of its lines.

use hallway::ingest::{Draft, ingest, letters};
use hallway::model::{Block, plain_text};
use std::collections::BTreeSet;
use std::path::Path;
use walkdir::WalkDir;

/// Fewest letters of a word that counts: "by" and "von" stand for a fact.
const FEWEST: usize = 4;

/// The most words in a thousand that may be lost: names of days and rooms, labels such as "Speaker:",
/// heads of columns, and roles of people.
const MOST_LOST_PERMILLE: usize = 14;

/// The words of a text that count.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(letters);
    words.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= FEWEST)
}

/// The words of a draft that its notes and facts keep.
fn kept(draft: &Draft) -> BTreeSet<String> {
    let notes = draft.notes.iter();
    let text: Vec<Block> = notes.clone().flat_map(|note| note.blocks.clone()).collect();
    let mut texts = vec![plain_text(&text), draft.title.0.clone(), draft.path.clone()];
    texts.push(draft.conference.0.clone());
    texts.extend(draft.event_hints.iter().map(|(hint, _)| hint.clone()));
    texts.extend(notes.map(|note| note.title.clone()));
    for talk in &draft.talks {
        texts.push(talk.title.clone());
        texts.push(talk.award.clone());
        texts.extend(talk.links.iter().map(|(_, url)| url.clone()));
        texts.extend(talk.videos.iter().map(|video| format!("{video:?}")));
        for named in &talk.speakers {
            texts.push(named.name.clone());
            texts.extend(named.organizations.iter().cloned());
        }
    }
    texts.iter().flat_map(|text| words(text)).collect()
}

/// The words that a document loses, and how many it has.
fn lost(path: &str, bytes: &[u8]) -> (Vec<String>, usize) {
    let Some(draft) = ingest(path, bytes).draft else { return (Vec::new(), 0) };
    let kept = kept(&draft);
    let passages: Vec<Block> = draft.passages.iter().map(|it| it.block.clone()).collect();
    let all: Vec<String> = words(&plain_text(&passages)).collect();
    let n_words = all.len();
    (all.into_iter().filter(|word| !kept.contains(word)).collect(), n_words)
}

#[test]
fn nothing_that_a_recap_says_is_lost() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labeled");
    let (mut all, mut n_words) = (Vec::new(), 0);
    for entry in WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
        let is_recap = [".md", ".txt", ".html"].iter().any(|ending| path.ends_with(ending));
        if is_recap && path != "README.md" {
            let (lost, n) = lost(&path, &std::fs::read(entry.path()).unwrap());
            n_words += n;
            all.extend(lost.into_iter().map(|word| format!("{path}: {word}")));
        }
    }
    let most = n_words * MOST_LOST_PERMILLE / 1000;
    assert!(all.len() <= most, "{} of {n_words} words are lost:\n{}", all.len(), all.join("\n"));
}

#[test]
fn a_remark_beside_a_talk_is_not_lost() {
    let head = "# WeftConf 2022\n\n";
    let second = |line: &str| {
        line.replace("Shrinking looms for fun", "Fast wool for all")
            .replace("Ada Weaver", "Bo Thread")
    };
    for line in [
        "**Shrinking looms for fun.** Ada Weaver (Warpworks) explains shuttles.\n",
        "**Shrinking looms for fun.** Ada Weaver from Warpworks showed the shuttle.\n",
        "**Shrinking looms for fun** (Ada Weaver, Warpworks)\nGood one, really.\n",
        "- Shrinking looms for fun – Ada Weaver – very funny as always\n",
        "- Shrinking looms for fun by Ada Weaver – funny as always, about silk\n",
        "- Shrinking looms for fun (Ada Weaver, Warpworks): moved in one night\n",
        "- Ada Weaver (Warpworks): Shrinking looms for fun. Moved in one night.\n",
        "1. *Shrinking looms for fun*, Ada Weaver (Warpworks) — my favorite; see [notes](https://a.example/)\n",
        "- Shrinking looms for fun – three people from the harbor\n  - important remark here\n",
    ] {
        let text = format!("{head}{line}\n{}", second(line));
        let (lost, _) = lost("a.md", text.as_bytes());
        assert!(lost.is_empty(), "{text} loses {lost:?}");
    }
}
