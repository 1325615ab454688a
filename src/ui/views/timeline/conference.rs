//! One conference in the timeline.

use crate::ui::signals::StoredValue;
use crate::{
    model::{Conference, ConferenceId, NoteHead},
    query::EntityIndex,
    timeline::{ConferenceGroup, RecapGroup},
    ui::{
        card::{awaited, entry_card},
        display_names::author,
        dom::{Child as _, Element, el},
        facts::{self, dates, facts},
        link::{conference_href, note_href, recap_href},
        marked::marked,
        state::{collection::Record, explorer::explorer, words::words},
    },
};

/// How many talks and notes may still be shown. Shared by the sections of one page.
#[derive(Clone, Copy)]
pub(super) struct Allowance(StoredValue<usize>);

impl Allowance {
    /// `limit` talks and notes in all.
    pub(super) fn new(limit: usize) -> Self {
        Self(StoredValue::new(limit))
    }

    /// Takes at most `wanted` and returns how many it took.
    pub(super) fn take(self, wanted: usize) -> usize {
        let left = self.0.get_value();
        self.0.set_value(left.saturating_sub(wanted));
        wanted.min(left)
    }
}

/// A conference with matches. Talks beyond the limit are only counted, and further notes are only on the page of the
/// conference.
pub(super) fn conference_section(group: &ConferenceGroup, allowance: Allowance) -> Element {
    let n_notes: usize = group.recaps.iter().map(|group| group.notes.len()).sum();
    let limit = allowance.take(group.talks.len() + n_notes);
    let is_all = limit == group.talks.len() + n_notes;
    let recaps = if is_all { group.recaps.as_slice() } else { &[] };
    let index = explorer().index();
    let words = words();
    let conference = group.conference.as_ref().and_then(|id| index.conference(id));
    let head = conference.map_or_else(
        || el("h3").child(words.unknown_edition()),
        |conference| conference_head(&index, conference),
    );
    let talks = group.talks.iter().take(limit).map(|id| el("li").child(entry_card(*id, 4)));
    let n_more = group.talks.len().saturating_sub(limit);
    let more = (n_more > 0).then(|| {
        let to = group.conference.as_ref().map_or_else(|| "?".to_owned(), conference_href);
        let link = el("a").attr("href", to).child(words.more_talks(n_more));
        el("p").class("more").child(link)
    });
    el("li")
        .class("conference")
        .child(head)
        .child(el("ol").class("talks").children(talks))
        .child(more)
        .children(recaps.iter().map(|group| other_notes(&index, group)))
}

fn conference_head(index: &EntityIndex, conference: &Conference) -> Element {
    let n_recaps = index.recaps_of_conference(&conference.id).len();
    let place = index.position_of_conference(&conference.id);
    let n_talks = place.map_or(0, |place| explorer().engine().n_talks_of(place));
    let name = el("a")
        .attr("href", conference_href(&conference.id))
        .child(marked(conference.name.clone()));
    let facts = facts()
        .child(dates(conference))
        .child(facts::place(conference))
        .child(el("li").child(words().holdings(n_recaps, n_talks)));
    el("div").class("conference-head").child(el("h3").child(name)).child(facts)
}

/// Conferences without entries, a line each.
pub(super) fn quiet_conferences(ids: &[ConferenceId]) -> Element {
    let index = explorer().index();
    let line = |conference: &Conference| {
        let name = el("a")
            .attr("href", conference_href(&conference.id))
            .child(conference.short_name.clone());
        el("li")
            .child(el("h3").child(name))
            .child(facts().child(dates(conference)).child(facts::place(conference)))
    };
    let lines = ids.iter().filter_map(|id| index.conference(id)).map(line);
    el("ol").class("quiet-conferences").children(lines)
}

fn other_notes(index: &EntityIndex, group: &RecapGroup) -> Element {
    let recap = index.recap(&group.recap);
    let title = recap.map_or_else(|| group.recap.to_string(), |recap| recap.title.clone());
    let heading = el("h4")
        .child(words().also_in())
        .child(" ")
        .child(el("a").attr("href", recap_href(&group.recap)).child(title))
        .child(recap.and_then(author).map(|author| " ".to_owned() + &words().by(author)));
    let note = |record: &Record| {
        let link = |note: &NoteHead| {
            el("a").attr("href", note_href(note)).child(marked(note.title.clone()))
        };
        record.note().map(link).into_node()
    };
    let items =
        group.notes.iter().map(|entry| el("li").child(awaited(*entry, Box::new(note), "span")));
    el("div").class("other-notes").child(heading).child(el("ul").children(items))
}
