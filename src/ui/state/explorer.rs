//! The state of the explorer: one query, and everything that depends on it.

use super::{
    collection::{Collection, Record},
    context::context,
    flag::flag,
    loader::{Loader, Need},
    texts::Texts,
};
use crate::ui::signals::{Callback, Memo, ReadSignal, RwSignal, StoredValue};
use crate::{
    model::Site,
    query::{
        Action, AddressWarning, Engine, EntityIndex, EntryId, Extras, FacetCounts, FacetValue,
        History, Matches, Query, Stems, Terms, View, search,
    },
    timeline::Timeline,
};
use std::{cell::Cell, sync::Arc};

thread_local! {
    /// The explorer of the client. A static page has one as a context.
    static EXPLORER: Cell<Option<Explorer>> = const { Cell::new(None) };
}

/// Handle to the state; cheap to copy into closures.
#[derive(Clone, Copy)]
pub struct Explorer {
    fixed: StoredValue<Fixed>,
    extras: RwSignal<Extras>,
    texts: Texts,
    loader: Loader,
    /// Private: only `dispatch` and `visit` write it.
    query: RwSignal<Query>,
    /// Runs before a step that Back undoes, while the old list is still on the page.
    before_step: StoredValue<Option<Callback<()>>>,
    /// How the last change enters the browser's history; `None` if it came from there.
    history: StoredValue<Option<History>>,
    warnings: RwSignal<Vec<AddressWarning>>,
    matches: Memo<Arc<Matches>>,
    terms: Memo<Terms>,
    /// The matches still answer the query before: the files that answer this one are loading.
    is_waiting: Memo<bool>,
    /// How many entries the timeline draws.
    n_drawn: RwSignal<usize>,
}

/// The parts that never change.
struct Fixed {
    site: Arc<Site>,
    engine: Arc<Engine>,
    /// The names of things.
    index: Arc<EntityIndex>,
    /// The talks and notes that are loaded. Each has its own signal, so that a part that loads later does not redraw
    /// the others under the reader's finger.
    shards: Vec<RwSignal<Option<Arc<EntityIndex>>>>,
    /// How many entries each choice would leave if it were the only one.
    totals: FacetCounts,
}

/// How many entries a printed timeline has, and the first one that the client draws. The client draws the rest once the
/// reader has something to look at.
pub(crate) const N_PRINTED: usize = 12;
/// How many entries the timeline draws after a step. They fill any window.
const N_FIRST: usize = 40;
/// How many more entries it draws each time.
const N_MORE: usize = 200;

impl Explorer {
    /// The explorer of `collection` at the empty query. `index` has the names of things.
    pub(crate) fn new(site: Site, collection: Collection, index: Arc<EntityIndex>) -> Self {
        let Collection { engine, mut extras, shards } = collection;
        extras.stems = Stems::of(&site.language);
        let totals = search(&engine, &extras, &Query::default()).counts;
        let mut shards = shards.into_iter().map(indexed);
        let shards = engine.shards().iter().map(|_| RwSignal::new(shards.next())).collect();
        let fixed = Fixed { site: Arc::new(site), engine: Arc::new(engine), index, shards, totals };
        Self::over(StoredValue::new(fixed), RwSignal::new(extras))
    }

    /// Another explorer of the same collection, at the empty query.
    #[must_use]
    pub fn twin(self) -> Self {
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
        // Shown until the words of a first search are loaded.
        matches.with_untracked(|_| ());
        Self {
            fixed,
            extras,
            texts: Texts::default(),
            loader: Loader::new(),
            query,
            before_step: StoredValue::new(None),
            history: StoredValue::new(None),
            warnings: RwSignal::new(Vec::new()),
            matches,
            terms: Memo::new(move |_| matches.with(|matches| matches.terms.clone())),
            is_waiting,
            n_drawn: RwSignal::new(N_PRINTED),
        }
    }

    /// The curator's settings for the site.
    pub(crate) fn site(self) -> Arc<Site> {
        self.fixed.with_value(|fixed| Arc::clone(&fixed.site))
    }

    /// What answers queries.
    pub(crate) fn engine(self) -> Arc<Engine> {
        self.fixed.with_value(|fixed| Arc::clone(&fixed.engine))
    }

    /// The names of things.
    pub(crate) fn index(self) -> Arc<EntityIndex> {
        self.fixed.with_value(|fixed| Arc::clone(&fixed.index))
    }

    /// The texts of the collection that are loaded.
    pub fn texts(self) -> Texts {
        self.texts
    }

    /// Asks for files that are not loaded.
    pub fn loader(self) -> Loader {
        self.loader
    }

    /// An entry. If it is not loaded, asks for it.
    pub(crate) fn record(self, entry: EntryId) -> Option<Record> {
        let engine = self.engine();
        let (shard, _) = engine.position_in_shard(entry);
        let here = self.shard(shard).and_then(RwSignal::get);
        if here.is_none() {
            self.loader.want(Need::Shard(shard));
        }
        here.map(|shard| Record::new(&engine, entry, shard))
    }

    fn shard(self, place: usize) -> Option<RwSignal<Option<Arc<EntityIndex>>>> {
        self.fixed.with_value(|fixed| fixed.shards.get(place).copied())
    }

    /// The loaded data that only some answers need.
    pub(crate) fn extras(self) -> RwSignal<Extras> {
        self.extras
    }

    /// The query, read-only.
    pub(crate) fn query(self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// The matches of the query. While the words of a search are loading, the matches of the query before.
    pub(crate) fn matches(self) -> Memo<Arc<Matches>> {
        self.matches
    }

    /// Whether the words of a search are still loading.
    pub(crate) fn is_waiting(self) -> Memo<bool> {
        self.is_waiting
    }

    /// The words to mark in titles and texts.
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

    /// Whether a choice is active.
    pub(crate) fn has(self, choice: &FacetValue) -> bool {
        self.query.with(|query| query.selection.contains(choice))
    }

    /// How many entries a choice would leave.
    pub(crate) fn count(self, choice: &FacetValue) -> usize {
        self.matches.with(|matches| matches.counts.of(choice))
    }

    /// Whether the counts of choices are loaded.
    pub(crate) fn knows(self, choice: &FacetValue) -> bool {
        self.matches.with(|matches| matches.counts.knows(choice.facet()))
    }

    /// How many entries a choice would leave if nothing else were chosen. Never changes.
    pub(crate) fn total(self, choice: &FacetValue) -> usize {
        self.fixed.with_value(|fixed| fixed.totals.of(choice))
    }

    /// Applies an action to the query.
    pub(crate) fn dispatch(self, action: Action) {
        let before = self.query.get_untracked();
        let history = action.history();
        self.put(before.apply(action), Some(history));
    }

    /// Follows a link into the explorer, as a separate step in the history.
    pub(crate) fn visit(self, query: Query, warnings: Vec<AddressWarning>) {
        self.warnings.set(warnings);
        self.put(query, Some(History::Push));
    }

    /// The parts of the address that were ignored.
    pub(crate) fn warnings(self) -> RwSignal<Vec<AddressWarning>> {
        self.warnings
    }

    fn put(self, next: Query, history: Option<History>) {
        if self.query.with_untracked(|query| *query != next) {
            if history == Some(History::Push)
                && let Some(before_step) = self.before_step.get_value()
            {
                before_step.run(());
            }
            if history.is_some() {
                self.n_drawn.set(N_FIRST);
            }
            self.history.set_value(history);
            self.query.set(next);
        }
    }
}

/// Only the client calls these.
impl Explorer {
    /// Makes it the explorer of every view of the client.
    pub fn use_everywhere(self) {
        EXPLORER.set(Some(self));
    }

    /// Makes the timeline long enough for a reader who returns to a scroll position, in px.
    pub fn draw_down_to(self, top: usize) {
        /// Less than the height of any entry.
        const LEAST_PX: usize = 40;
        self.n_drawn.set(N_FIRST + top / LEAST_PX);
    }

    /// Whether the timeline has matches that it does not draw.
    pub fn has_more(self) -> bool {
        let n_drawn = self.n_drawn.get_untracked();
        self.matches.with_untracked(|matches| matches.hits.len() > n_drawn)
    }

    /// Runs `act` before each step that Back undoes. The old list is still on the page then: asking for a scroll
    /// position after the list has changed would cost an extra layout.
    pub fn before_steps(self, act: Callback<()>) {
        self.before_step.set_value(Some(act));
    }

    /// Takes the query from the address without writing it back.
    pub fn restore(self, query: Query, warnings: Vec<AddressWarning>) {
        self.warnings.set(warnings);
        self.put(query, None);
    }

    /// How the last change of the query enters the history; `None` if it does not.
    pub fn history(self) -> Option<History> {
        self.history.get_value()
    }

    /// Loads the files that answer the query and are not loaded yet.
    pub fn want_answer(self) {
        let filter = self.query.with(filter_of);
        let missing = self.extras.with(|extras| {
            let needs = extras.missing(&filter).into_iter().map(Need::TextPart);
            let mut needs: Vec<Need> = needs.collect();
            let mut need = |is_needed: bool, need: Need| needs.extend(is_needed.then_some(need));
            need(extras.needs_text(&filter), Need::Text);
            // Counts also need them, but can follow the answer.
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

    /// Adds the talks and notes of a shard.
    pub fn put_shard(self, place: usize, shard: crate::model::Catalog) {
        if let Some(slot) = self.shard(place) {
            slot.set(Some(indexed(shard)));
        }
    }
}

fn indexed(shard: crate::model::Catalog) -> Arc<EntityIndex> {
    Arc::new(EntityIndex::new(Arc::new(shard)))
}

/// The part of a query that decides which entries match and in which order. A change of view does not search again.
fn filter_of(query: &Query) -> Query {
    Query { view: View::default(), ..query.clone() }
}

/// The explorer of the calling view.
pub(crate) fn explorer() -> Explorer {
    EXPLORER.get().or_else(context).unwrap_or_else(|| unreachable!("every page has an explorer"))
}
