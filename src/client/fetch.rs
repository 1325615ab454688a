//! Loads the files of the dataset. No other code does.

use super::effect::whenever;
use crate::ui::signals::{Callback, StoredValue};
use crate::{
    model::{ConferenceId, FileRef, Ids, NoteTexts, WireFile},
    query::{IndexPart, PostingLists, TextIndex, positions_from_wire},
    ui::state::{explorer::Explorer, loader::Need},
};
use any_spawner::Executor;
use gloo_net::http::Request;

/// A file could not be loaded, does not match its hash in the dataset, or cannot be parsed. The difference would not
/// help a reader.
struct Missing;

/// The files that a catalog index names, apart from its shards.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    /// Which entries have each theme, person and organization.
    pub(super) lists: FileRef,
    /// The full-text index.
    pub(super) search: FileRef,
    /// The order by title.
    pub(super) titles: FileRef,
    /// What notes say about themes.
    pub(super) evidence: FileRef,
    /// The files of the texts of notes.
    pub(super) note_texts: FileRef,
}

/// The addresses of the files.
#[derive(Clone, Copy)]
struct Store {
    explorer: Explorer,
    /// The files of the texts of notes, alternating path and integrity. The list is loaded with the first of them.
    note_texts: StoredValue<Vec<String>>,
    /// The requests that wait for this list. A search asks for those of many conferences at once; the first request
    /// loads the list for all.
    waiting: StoredValue<Vec<Need>>,
    files: StoredValue<Files>,
    /// The tables that the shards refer to.
    ids: StoredValue<Ids>,
}

/// Loads the files that `explorer` asks for and that its query needs.
pub(super) fn serve(explorer: Explorer, files: Files, ids: Ids) {
    let store = Store {
        explorer,
        note_texts: StoredValue::new(Vec::new()),
        waiting: StoredValue::new(Vec::new()),
        files: StoredValue::new(files),
        ids: StoredValue::new(ids),
    };
    explorer.loader().serve_by(Callback::new(move |need: Need| {
        if matches!(need, Need::NoteTexts(_)) && store.note_texts.with_value(Vec::is_empty) {
            store.waiting.update_value(|waiting| waiting.push(need));
            if store.waiting.with_value(Vec::len) == 1 {
                Executor::spawn_local(store.get_waiting());
            }
        } else {
            Executor::spawn_local(store.get(need));
        }
    }));
    whenever(move || {
        explorer.loader().retry();
        explorer.want_answer();
    });
    whenever(move || want_texts(explorer));
}

/// Asks for the texts of the first search results, to show them below the titles.
fn want_texts(explorer: Explorer) {
    /// How many hits show their text without being opened.
    const N_HITS: usize = 12;
    let engine = explorer.engine();
    let conferences = &engine.tables().conferences;
    let editions: Vec<Option<ConferenceId>> = explorer.matches().with(|found| {
        let n_hits = if found.terms.is_empty() { 0 } else { N_HITS };
        let places = found.hits.iter().take(n_hits).map(|hit| engine.conference(hit.entry));
        places.map(|place| Some(conferences.get(place?)?.id.clone())).collect()
    });
    for edition in editions {
        explorer.loader().want(Need::NoteTexts(edition));
    }
}

impl Store {
    async fn get(self, need: Need) {
        let bytes = match self.file(&need) {
            Some(file) => load(&file).await,
            None => Err(Missing),
        };
        if bytes.ok().and_then(|bytes| self.take(&need, &bytes)).is_none() {
            self.explorer.loader().fail(need);
        }
    }

    /// Loads the list of the files of the texts of notes, then the requests that wait for it.
    async fn get_waiting(self) {
        let list = load(&self.files.with_value(|files| files.note_texts.clone())).await;
        if let Some(wire) = list.ok().and_then(|bytes| WireFile::read(&bytes).ok()) {
            self.note_texts.set_value(wire.into_parts().0);
        }
        for need in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            Executor::spawn_local(self.get(need));
        }
    }

    /// The file for a need; `None` if the dataset has none.
    fn file(self, need: &Need) -> Option<FileRef> {
        let explorer = self.explorer;
        Some(match need {
            Need::Shard(place) => explorer.engine().shards().get(*place)?.file.clone(),
            Need::Text => self.files.with_value(|files| files.search.clone()),
            Need::TextPart(part) => {
                return explorer.extras().with_untracked(|it| it.text.file(*part).cloned());
            }
            Need::Lists => self.files.with_value(|files| files.lists.clone()),
            Need::Titles => self.files.with_value(|files| files.titles.clone()),
            Need::Evidence => self.files.with_value(|files| files.evidence.clone()),
            Need::NoteTexts(conference) => {
                let engine = explorer.engine();
                let conferences = &engine.tables().conferences;
                let place = match conference {
                    Some(id) => 1 + conferences.iter().position(|known| known.id == *id)?,
                    None => 0,
                };
                return self.note_texts.with_value(|list| {
                    let mut file = list.chunks(2).nth(place)?.iter().cloned();
                    Some(FileRef { path: file.next()?, integrity: file.next()? })
                });
            }
        })
    }

    /// Adds a loaded file to the explorer. `None` if the file is damaged.
    fn take(self, need: &Need, bytes: &[u8]) -> Option<()> {
        let explorer = self.explorer;
        let wire = WireFile::read(bytes).ok()?;
        if let Need::NoteTexts(conference) = need {
            explorer.texts().put(conference.clone(), NoteTexts::from_wire(wire));
            return Some(());
        }
        if let Need::Shard(place) = need {
            let shard = self.ids.try_update_value(|ids| wire.into_shard(ids))?.ok()?;
            explorer.put_shard(*place, shard);
            return Some(());
        }
        if *need == Need::Lists {
            let facets = explorer.engine().with_lists(wire.into_lists().ok()?);
            explorer.extras().update(|extras| extras.facets = Some(facets));
            return Some(());
        }
        explorer.extras().update(|extras| match *need {
            Need::Text => extras.text = TextIndex::from_wire(wire),
            Need::TextPart(IndexPart::Postings(shard)) => {
                extras.text.put_postings(shard, PostingLists::from_wire(wire));
            }
            Need::TextPart(IndexPart::Positions(shard)) => {
                extras.text.put_positions(shard, positions_from_wire(wire));
            }
            Need::Titles => extras.title_ranks = wire.into_parts().1,
            Need::Evidence => extras.evidence = Some(wire.into_parts().1),
            Need::Shard(_) | Need::Lists | Need::NoteTexts(_) => {}
        });
        Some(())
    }
}

async fn load(file: &FileRef) -> Result<Vec<u8>, Missing> {
    // Relative to the page, wherever that is.
    let address = "bundle/".to_owned() + &file.path;
    let request = Request::get(&address).integrity(&file.integrity);
    let answer = request.send().await.map_err(|_network| Missing)?;
    if !answer.ok() {
        return Err(Missing);
    }
    answer.binary().await.map_err(|_network| Missing)
}
