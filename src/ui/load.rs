//! Fetches the files of the dataset. The only place that does.

use super::{explorer::Explorer, texts::Texts, watch::whenever};
use crate::{
    model::{ConferenceId, FileEntry, FileRole, Manifest, Passages, read_json},
    query::{Query, TextIndex},
};
use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Why a file is not to be had.
enum LoadError {
    /// The dataset names no such file.
    Unlisted,
    /// No answer, or not the bytes the manifest vouches for.
    Network,
    /// An answer that is not the file.
    Refused,
    /// The bytes are not of the format.
    Format,
}

/// Gets passages for `texts` whenever a view asks for them.
pub(super) fn serve_texts(texts: Texts, head: Arc<Manifest>) {
    // The page has the head of the manifest only; the rest of it comes with the first passages.
    let whole = StoredValue::new(None::<Arc<Manifest>>);
    let waiting = StoredValue::new(Vec::new());
    texts.fetch_by(Callback::new(move |conference: Option<ConferenceId>| {
        waiting.update_value(|waiting| waiting.push(conference));
        // A search finds talks of many editions at once; the first brings the manifest for all.
        if waiting.with_value(Vec::len) > 1 {
            return;
        }
        let head = Arc::clone(&head);
        spawn_local(async move {
            if whole.with_value(Option::is_none) {
                let found = load(head.file(FileRole::Manifest)).await;
                whole.set_value(found.and_then(|bytes| read(&bytes)).ok().map(Arc::new));
            }
            let manifest = whole.get_value();
            for conference in waiting.try_update_value(std::mem::take).unwrap_or_default() {
                let manifest = manifest.clone();
                spawn_local(async move {
                    let passages = passages(manifest.as_deref(), &conference).await;
                    // The title says enough; why there is no passage below it would not help a reader.
                    texts.put(conference, passages.ok());
                });
            }
        });
    }));
}

#[expect(clippy::ref_option, reason = "recaps without a conference have a file, too")]
async fn passages(
    manifest: Option<&Manifest>,
    conference: &Option<ConferenceId>,
) -> Result<Passages, LoadError> {
    let files = manifest.map_or(&[][..], |manifest| &manifest.files);
    let of_edition =
        |file: &&FileEntry| file.role == FileRole::Passages && file.conference == *conference;
    read(&load(files.iter().find(of_edition)).await?)
}

/// Gets the index of all words once the reader is about to search.
pub(super) fn serve_words(explorer: Explorer, manifest: Arc<Manifest>) {
    let is_busy = StoredValue::new(false);
    whenever(move || {
        let is_wanted = explorer.wants_words().get() || explorer.query().with(Query::has_text);
        if !is_wanted || is_busy.get_value() {
            return;
        }
        is_busy.set_value(true);
        let manifest = Arc::clone(&manifest);
        spawn_local(async move {
            let file = manifest.file(FileRole::Search);
            match load(file).await.and_then(|bytes| read::<TextIndex>(&bytes)) {
                Ok(words) => explorer.learn(words),
                // Titles, people and themes are searched meanwhile; the next focus tries again.
                Err(_) => is_busy.set_value(false),
            }
        });
    });
}

/// Gets the texts of the editions whose matches a reader of search results sees first, for the
/// passages below the titles.
pub(super) fn serve_passages(explorer: Explorer) {
    /// Hits that get their passages without being opened.
    const N_HITS: usize = 12;
    whenever(move || {
        let index = explorer.index();
        let editions: Vec<_> = explorer.matches().with(|found| {
            let is_search = !found.terms.is_empty();
            let hits = found.hits.iter().take(if is_search { N_HITS } else { 0 });
            hits.filter_map(|hit| Some(index.entry(hit.entry)?.conference.clone())).collect()
        });
        for edition in editions {
            explorer.texts().request(edition);
        }
    });
}

async fn load(file: Option<&FileEntry>) -> Result<Vec<u8>, LoadError> {
    let file = file.ok_or(LoadError::Unlisted)?;
    let request = Request::get(&address(&file.path)).integrity(&file.integrity);
    let answer = request.send().await.map_err(|_network| LoadError::Network)?;
    if !answer.ok() {
        return Err(LoadError::Refused);
    }
    answer.binary().await.map_err(|_network| LoadError::Network)
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, LoadError> {
    read_json(bytes).map_err(|_damaged| LoadError::Format)
}

/// Beside the page, wherever that is.
fn address(path: &str) -> String {
    "bundle/".to_owned() + path
}
