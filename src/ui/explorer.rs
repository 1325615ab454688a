//! The state of the explorer: one query, and what follows from it.

use super::texts::Texts;
use crate::{
    model::{Catalog, Site},
    query::{
        Action, AddressWarning, Choice, Counts, History, Index, Matches, Query, Terms, TextIndex,
        View, search,
    },
    timeline::Timeline,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Handle to the state; cheap to copy into closures. A context.
#[derive(Clone, Copy)]
pub(crate) struct Explorer {
    site: StoredValue<Arc<Site>>,
    index: StoredValue<Arc<Index>>,
    /// What each choice would leave when nothing else is chosen.
    totals: StoredValue<Arc<Counts>>,
    words: RwSignal<Arc<TextIndex>>,
    wants_words: RwSignal<bool>,
    /// Private: only `dispatch` and `visit` write it.
    query: RwSignal<Query>,
    /// What the last change means to the history; `None` when it came out of the history.
    history: StoredValue<Option<History>>,
    warnings: RwSignal<Vec<AddressWarning>>,
    matches: Memo<Arc<Matches>>,
    terms: Memo<Terms>,
    texts: Texts,
    /// How many entries the timeline draws.
    n_drawn: RwSignal<usize>,
}

/// Entries that the timeline draws before it may be used; more than any window shows.
const N_FIRST: usize = 40;
/// Entries that it draws more whenever that is asked for.
const N_MORE: usize = 400;

impl Explorer {
    /// The explorer of `catalog` at the empty query.
    pub(crate) fn new(site: Site, catalog: Catalog, texts: Texts) -> Self {
        let words = Arc::new(TextIndex::of_titles(&catalog));
        let index = Arc::new(Index::new(Arc::new(catalog)));
        let totals = Arc::new(search(&index, &words, &Query::default()).counts);
        let words = RwSignal::new(words);
        let query = RwSignal::new(Query::default());
        let index = StoredValue::new(index);
        let filter = Memo::new(move |_| query.with(filter_of));
        let matches = Memo::new(move |_| {
            Arc::new(index.with_value(|index| {
                words.with(|words| filter.with(|filter| search(index, words, filter)))
            }))
        });
        Self {
            site: StoredValue::new(Arc::new(site)),
            index,
            totals: StoredValue::new(totals),
            words,
            wants_words: RwSignal::new(false),
            query,
            history: StoredValue::new(None),
            warnings: RwSignal::new(Vec::new()),
            matches,
            terms: Memo::new(move |_| matches.with(|matches| matches.terms.clone())),
            texts,
            n_drawn: RwSignal::new(N_FIRST),
        }
    }

    /// What the curator says about the site.
    pub(crate) fn site(self) -> Arc<Site> {
        self.site.get_value()
    }

    /// The collection.
    pub(crate) fn index(self) -> Arc<Index> {
        self.index.get_value()
    }

    /// The texts of the collection, as far as they are here.
    pub(crate) fn texts(self) -> Texts {
        self.texts
    }

    /// The query, read-only.
    pub(crate) fn query(self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// What the query finds.
    pub(crate) fn matches(self) -> Memo<Arc<Matches>> {
        self.matches
    }

    /// What to mark in titles and texts.
    pub(crate) fn terms(self) -> Memo<Terms> {
        self.terms
    }

    /// The matches by year and edition.
    pub(crate) fn timeline(self) -> Timeline {
        self.matches
            .with(|found| self.query.with(|query| Timeline::new(&self.index(), query, found)))
    }

    /// How many entries the timeline draws.
    pub(crate) fn n_drawn(self) -> usize {
        self.n_drawn.get()
    }

    /// Lets the timeline draw more.
    pub(crate) fn draw_more(self) {
        self.n_drawn.update(|n_drawn| *n_drawn += N_MORE);
    }

    /// Whether a choice is on.
    pub(crate) fn has(self, choice: &Choice) -> bool {
        self.query.with(|query| query.choices.contains(choice))
    }

    /// How many entries a choice would leave.
    pub(crate) fn count(self, choice: &Choice) -> usize {
        self.matches.with(|matches| matches.counts.of(choice))
    }

    /// How many entries a choice would leave if nothing else were chosen. Never changes.
    pub(crate) fn total(self, choice: &Choice) -> usize {
        self.totals.with_value(|totals| totals.of(choice))
    }

    /// Does `action`.
    pub(crate) fn dispatch(self, action: Action) {
        let before = self.query.get_untracked();
        let history = action.history();
        self.put(before.apply(action), Some(history));
    }

    /// Goes where a link leads, as a step of its own.
    pub(crate) fn visit(self, query: Query, warnings: Vec<AddressWarning>) {
        self.warnings.set(warnings);
        self.put(query, Some(History::Push));
    }

    /// What of the address was ignored.
    pub(crate) fn warnings(self) -> RwSignal<Vec<AddressWarning>> {
        self.warnings
    }

    /// Asks what is known of the words of the collection now.
    pub(crate) fn with_words<T>(self, ask: impl FnOnce(&TextIndex) -> T) -> T {
        self.words.with_untracked(|words| ask(words))
    }

    /// Says that the reader is about to search, so that the index of all words may be got.
    pub(crate) fn want_words(self) {
        self.wants_words.set(true);
    }

    fn put(self, next: Query, history: Option<History>) {
        if self.query.with_untracked(|query| *query != next) {
            self.history.set_value(history);
            self.query.set(next);
        }
    }
}

/// What only the browser side asks.
#[cfg(feature = "app")]
impl Explorer {
    /// Lets the timeline draw all there is, for whoever returns to a place far down.
    pub(crate) fn draw_all(self) {
        self.n_drawn.set(usize::MAX);
    }

    /// Takes over what the address says, without writing it again.
    pub(crate) fn restore(self, query: Query, warnings: Vec<AddressWarning>) {
        self.warnings.set(warnings);
        self.put(query, None);
    }

    /// What the last change of the query means to the history; `None`: nothing.
    pub(crate) fn history(self) -> Option<History> {
        self.history.get_value()
    }

    /// Whether the index of all words was ever wanted.
    pub(crate) fn wants_words(self) -> RwSignal<bool> {
        self.wants_words
    }

    /// Searches with an index that knows more words from now on.
    pub(crate) fn learn(self, words: TextIndex) {
        self.words.set(Arc::new(words));
    }
}

/// The part of a query that decides what matches and in which order; another view does not make us
/// search again.
fn filter_of(query: &Query) -> Query {
    Query { view: View::default(), ..query.clone() }
}

/// The explorer of the view that asks.
pub(crate) fn explorer() -> Explorer {
    expect_context()
}
