//! The state of the explorer: one query, and what follows from it.

use super::{
    collection::{Collection, Record},
    loader::{Loader, Need},
    texts::Texts,
    watch::flag,
};
use crate::{
    model::Site,
    query::{
        Action, AddressWarning, Choice, Counts, Engine, EntryId, Extras, History, Index, Matches,
        Query, Stems, Terms, View, search,
    },
    timeline::Timeline,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Handle to the state; cheap to copy into closures. A context.
#[derive(Clone, Copy)]
pub(crate) struct Explorer {
    fixed: StoredValue<Fixed>,
    extras: RwSignal<Extras>,
    texts: Texts,
    loader: Loader,
    /// Private: only `dispatch` and `visit` write it.
    query: RwSignal<Query>,
    /// What the last change means to the history; `None` when it came out of the history.
    history: StoredValue<Option<History>>,
    warnings: RwSignal<Vec<AddressWarning>>,
    matches: Memo<Arc<Matches>>,
    terms: Memo<Terms>,
    /// The matches are those of the query before, since what answers this one is not here yet.
    is_waiting: Memo<bool>,
    /// How many entries the timeline draws.
    n_drawn: RwSignal<usize>,
}

/// What never changes.
struct Fixed {
    site: Arc<Site>,
    engine: Arc<Engine>,
    /// What things are called.
    index: Arc<Index>,
    /// The talks and notes, as far as they are here. A signal each: what is drawn of one is not drawn
    /// again, under the reader's finger, when another one comes.
    shelves: Vec<RwSignal<Option<Arc<Index>>>>,
    /// What each choice would leave when nothing else is chosen.
    totals: Counts,
}

/// Entries of a printed timeline, and of the one that takes its place: what comes after them is drawn
/// when there is something to look at.
pub(crate) const N_PRINTED: usize = 12;
/// Entries that the timeline draws after a step; more than any window shows.
const N_FIRST: usize = 40;
/// Entries that it draws more whenever that is asked for.
const N_MORE: usize = 200;

impl Explorer {
    /// The explorer of `collection` at the empty query. `index` is what things are called.
    pub(crate) fn new(site: Site, collection: Collection, index: Arc<Index>) -> Self {
        let Collection { engine, mut extras, shelves } = collection;
        extras.stems = Stems::of(&site.language);
        let totals = search(&engine, &extras, &Query::default()).counts;
        let mut shelves = shelves.into_iter().map(indexed);
        let shelves = engine.shelves().iter().map(|_| RwSignal::new(shelves.next())).collect();
        let fixed =
            Fixed { site: Arc::new(site), engine: Arc::new(engine), index, shelves, totals };
        Self::over(StoredValue::new(fixed), RwSignal::new(extras))
    }

    /// Another explorer of the same collection, at the empty query.
    #[cfg(feature = "publish")]
    pub(crate) fn twin(self) -> Self {
        Self::over(self.fixed, self.extras)
    }

    fn over(fixed: StoredValue<Fixed>, extras: RwSignal<Extras>) -> Self {
        let query = RwSignal::new(Query::default());
        let filter = Memo::new(move |_| query.with(filter_of));
        let is_waiting = flag(move || {
            let can_answer = |fixed: &Fixed| {
                extras.with(|extras| filter.with(|it| extras.can_answer(&fixed.engine, it)))
            };
            !fixed.with_value(can_answer)
        });
        let matches = Memo::new(move |last: Option<&Arc<Matches>>| {
            if let Some(last) = last.filter(|_| is_waiting.get()) {
                return Arc::clone(last);
            }
            let found = fixed.with_value(|fixed| {
                extras.with(|extras| filter.with(|filter| search(&fixed.engine, extras, filter)))
            });
            Arc::new(found)
        });
        // What is shown until the words of a first search are here.
        matches.with_untracked(|_| ());
        Self {
            fixed,
            extras,
            texts: Texts::default(),
            loader: Loader::new(),
            query,
            history: StoredValue::new(None),
            warnings: RwSignal::new(Vec::new()),
            matches,
            terms: Memo::new(move |_| matches.with(|matches| matches.terms.clone())),
            is_waiting,
            n_drawn: RwSignal::new(N_PRINTED),
        }
    }

    /// What the curator says about the site.
    pub(crate) fn site(self) -> Arc<Site> {
        self.fixed.with_value(|fixed| Arc::clone(&fixed.site))
    }

    /// What answers queries.
    pub(crate) fn engine(self) -> Arc<Engine> {
        self.fixed.with_value(|fixed| Arc::clone(&fixed.engine))
    }

    /// What things are called.
    pub(crate) fn index(self) -> Arc<Index> {
        self.fixed.with_value(|fixed| Arc::clone(&fixed.index))
    }

    /// The texts of the collection, as far as they are here.
    pub(crate) fn texts(self) -> Texts {
        self.texts
    }

    /// Asks for what is not here.
    pub(crate) fn loader(self) -> Loader {
        self.loader
    }

    /// An entry; asks for it when it is not here.
    pub(crate) fn record(self, entry: EntryId) -> Option<Record> {
        let engine = self.engine();
        let (shelf, _) = engine.place_on_shelf(entry);
        let here = self.shelf(shelf).and_then(|shelf| shelf.get());
        if here.is_none() {
            self.loader.want(Need::Shelf(shelf));
        }
        here.map(|shelf| Record::new(&engine, entry, shelf))
    }

    fn shelf(self, place: usize) -> Option<RwSignal<Option<Arc<Index>>>> {
        self.fixed.with_value(|fixed| fixed.shelves.get(place).copied())
    }

    /// What some answers need, as far as it is here.
    pub(crate) fn extras(self) -> RwSignal<Extras> {
        self.extras
    }

    /// The query, read-only.
    pub(crate) fn query(self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// What the query finds. While the words of a search are on their way, what the one before found.
    pub(crate) fn matches(self) -> Memo<Arc<Matches>> {
        self.matches
    }

    /// Whether the words of a search are on their way.
    pub(crate) fn is_waiting(self) -> Memo<bool> {
        self.is_waiting
    }

    /// What to mark in titles and texts.
    pub(crate) fn terms(self) -> Memo<Terms> {
        self.terms
    }

    /// The first `limit` matches by year and edition.
    pub(crate) fn timeline(self, limit: usize) -> Timeline {
        self.matches.with(|found| {
            self.query.with(|query| Timeline::new(&self.engine(), query, found, limit))
        })
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

    /// Whether it is known how many entries a choice would leave.
    pub(crate) fn knows(self, choice: &Choice) -> bool {
        self.matches.with(|matches| matches.counts.knows(choice.facet()))
    }

    /// How many entries a choice would leave if nothing else were chosen. Never changes.
    pub(crate) fn total(self, choice: &Choice) -> usize {
        self.fixed.with_value(|fixed| fixed.totals.of(choice))
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

    fn put(self, next: Query, history: Option<History>) {
        if self.query.with_untracked(|query| *query != next) {
            // Before the list changes: to ask for a place then would cost a layout of its own.
            #[cfg(feature = "app")]
            if history == Some(History::Push) {
                super::address::keep_place();
            }
            if history.is_some() {
                self.n_drawn.set(N_FIRST);
            }
            self.history.set_value(history);
            self.query.set(next);
        }
    }
}

/// What only the browser side asks.
#[cfg(feature = "app")]
impl Explorer {
    /// Lets the timeline draw what a reader needs who returns to a place that far down, in px.
    pub(crate) fn draw_down_to(self, top: usize) {
        /// Less than the height of any entry.
        const LEAST_PX: usize = 40;
        self.n_drawn.set(N_FIRST + top / LEAST_PX);
    }

    /// Whether the timeline has matches that it does not draw.
    pub(crate) fn has_more(self) -> bool {
        let n_drawn = self.n_drawn.get_untracked();
        self.matches.with_untracked(|matches| matches.hits.len() > n_drawn)
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

    /// Gets what answers the query, as far as it is not here.
    pub(crate) fn want_answer(self) {
        let filter = self.query.with(filter_of);
        let missing = self.extras.with(|extras| {
            let needs = extras.missing(&filter).into_iter().map(Need::TextPart);
            let mut needs: Vec<Need> = needs.collect();
            let mut need = |is_needed: bool, need: Need| needs.extend(is_needed.then_some(need));
            need(extras.needs_text(&filter), Need::Text);
            // Counts need them too, but may come after the answer.
            let is_counted = filter.is_filtered() && !self.is_waiting.get();
            let needs_lists = self.fixed.with_value(|fixed| {
                extras.needs_lists(&fixed.engine, &filter)
                    || (is_counted && extras.lack_lists(&fixed.engine))
            });
            need(needs_lists, Need::Lists);
            need(
                filter.order() == crate::query::Sort::Title && extras.title_ranks.is_empty(),
                Need::Titles,
            );
            let is_themes = self.query.with(|query| query.view == View::Themes);
            need(is_themes && extras.evidence.is_none(), Need::Evidence);
            needs
        });
        for need in missing {
            self.loader.want(need);
        }
    }

    /// Takes the talks and notes of a shelf.
    pub(crate) fn put_shelf(self, place: usize, shelf: crate::model::Catalog) {
        if let Some(slot) = self.shelf(place) {
            slot.set(Some(indexed(shelf)));
        }
    }
}

fn indexed(shelf: crate::model::Catalog) -> Arc<Index> {
    Arc::new(Index::new(Arc::new(shelf)))
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
