//! Fetches the files of the dataset. The only place that does.

use super::{explorer::Explorer, loader::Need, watch::whenever};
use crate::{
    model::{ConferenceId, FileRef, Ids, Packed, Passages},
    query::{Part, TextIndex, Words, unpack_places},
};
use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};

/// A file is not to be had, is not what the dataset says, or cannot be read. Which of these would not
/// help a reader.
struct Missing;

/// The files that the outline of a collection names, beside it and its shelves.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    /// Which entries have each theme, person and organization.
    pub(super) lists: FileRef,
    /// The index of words.
    pub(super) search: FileRef,
    /// The order by title.
    pub(super) titles: FileRef,
    /// What notes say of themes.
    pub(super) evidence: FileRef,
    /// The files of the passages.
    pub(super) passages: FileRef,
}

/// What the files are found by.
#[derive(Clone, Copy)]
struct Store {
    explorer: Explorer,
    /// The files of the passages, path and integrity by turns; they come with the first passages.
    passages: StoredValue<Vec<String>>,
    /// What waits for it: a search finds talks of many editions at once, the first brings it for all.
    waiting: StoredValue<Vec<Need>>,
    files: StoredValue<Files>,
    /// What the shelves refer to.
    ids: StoredValue<Ids>,
}

/// Gets what `explorer` asks for, and what its query needs.
pub(super) fn serve(explorer: Explorer, files: Files, ids: Ids) {
    let store = Store {
        explorer,
        passages: StoredValue::new(Vec::new()),
        waiting: StoredValue::new(Vec::new()),
        files: StoredValue::new(files),
        ids: StoredValue::new(ids),
    };
    explorer.loader().serve_by(Callback::new(move |need: Need| {
        if matches!(need, Need::Passages(_)) && store.passages.with_value(Vec::is_empty) {
            store.waiting.update_value(|waiting| waiting.push(need));
            if store.waiting.with_value(Vec::len) == 1 {
                spawn_local(store.get_waiting());
            }
        } else {
            spawn_local(store.get(need));
        }
    }));
    whenever(move || {
        explorer.loader().retry();
        explorer.want_answer();
    });
    whenever(move || want_passages(explorer));
}

/// Asks for the texts of the editions whose matches a reader of search results sees first, for the
/// passages below the titles.
fn want_passages(explorer: Explorer) {
    /// Hits that get their passages without being opened.
    const N_HITS: usize = 12;
    let engine = explorer.engine();
    let conferences = &engine.tables().conferences;
    let editions: Vec<Option<ConferenceId>> = explorer.matches().with(|found| {
        let n_hits = if found.terms.is_empty() { 0 } else { N_HITS };
        let places = found.hits.iter().take(n_hits).map(|hit| engine.conference(hit.entry));
        places.map(|place| Some(conferences.get(place?)?.id.clone())).collect()
    });
    for edition in editions {
        explorer.loader().want(Need::Passages(edition));
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

    /// Gets the list of the files of the passages, then what waits for it.
    async fn get_waiting(self) {
        let list = load(&self.files.with_value(|files| files.passages.clone())).await;
        if let Some(packed) = list.ok().and_then(|bytes| Packed::read(&bytes).ok()) {
            self.passages.set_value(packed.into_parts().0);
        }
        for need in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            spawn_local(self.get(need));
        }
    }

    /// The file of something; `None` when the dataset names none.
    fn file(self, need: &Need) -> Option<FileRef> {
        let explorer = self.explorer;
        Some(match need {
            Need::Shelf(place) => explorer.engine().shelves().get(*place)?.file.clone(),
            Need::Text => self.files.with_value(|files| files.search.clone()),
            Need::TextPart(part) => {
                return explorer.extras().with_untracked(|it| it.text.file(*part).cloned());
            }
            Need::Lists => self.files.with_value(|files| files.lists.clone()),
            Need::Titles => self.files.with_value(|files| files.titles.clone()),
            Need::Evidence => self.files.with_value(|files| files.evidence.clone()),
            Need::Passages(conference) => {
                let engine = explorer.engine();
                let conferences = &engine.tables().conferences;
                let place = match conference {
                    Some(id) => 1 + conferences.iter().position(|known| known.id == *id)?,
                    None => 0,
                };
                return self.passages.with_value(|list| {
                    let mut file = list.chunks(2).nth(place)?.iter().cloned();
                    Some(FileRef { path: file.next()?, integrity: file.next()? })
                });
            }
        })
    }

    /// Takes what came. `None` when it is damaged.
    fn take(self, need: &Need, bytes: &[u8]) -> Option<()> {
        let explorer = self.explorer;
        let packed = Packed::read(bytes).ok()?;
        if let Need::Passages(conference) = need {
            explorer.texts().put(conference.clone(), Passages::unpack(packed));
            return Some(());
        }
        if let Need::Shelf(place) = need {
            let shelf = self.ids.try_update_value(|ids| packed.into_shelf(ids))?.ok()?;
            explorer.put_shelf(*place, shelf);
            return Some(());
        }
        if *need == Need::Lists {
            let facets = explorer.engine().with_lists(packed.into_lists().ok()?);
            explorer.extras().update(|extras| extras.facets = Some(facets));
            return Some(());
        }
        explorer.extras().update(|extras| match *need {
            Need::Text => extras.text = TextIndex::unpack(packed),
            Need::TextPart(Part::Words(shelf)) => {
                extras.text.put_words(shelf, Words::unpack(packed));
            }
            Need::TextPart(Part::Places(shelf)) => {
                extras.text.put_places(shelf, unpack_places(packed));
            }
            Need::Titles => extras.title_ranks = packed.into_parts().1,
            Need::Evidence => extras.evidence = Some(packed.into_parts().1),
            Need::Shelf(_) | Need::Lists | Need::Passages(_) => {}
        });
        Some(())
    }
}

async fn load(file: &FileRef) -> Result<Vec<u8>, Missing> {
    // Beside the page, wherever that is.
    let address = "bundle/".to_owned() + &file.path;
    let request = Request::get(&address).integrity(&file.integrity);
    let answer = request.send().await.map_err(|_network| Missing)?;
    if !answer.ok() {
        return Err(Missing);
    }
    answer.binary().await.map_err(|_network| Missing)
}
