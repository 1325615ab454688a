//! One edition within the timeline.

use crate::{
    model::{Conference, ConferenceId, RecapId},
    query::{About, EntryId, Index},
    timeline::{ConferenceGroup, RecapGroup},
    ui::{
        card::TalkCard,
        explorer::explorer,
        facts::{attendance_facts, dates, place},
        link::{conference_href, note_href, recap_href},
        marked::marked,
        names::author,
        strings::words,
    },
};
use leptos::prelude::*;

/// How many talks may still be shown in full. Shared by the sections of one page.
#[derive(Clone, Copy)]
pub(super) struct Allowance(StoredValue<usize>);

impl Allowance {
    /// `limit` talks in all.
    pub(super) fn new(limit: usize) -> Self {
        Self(StoredValue::new(limit))
    }

    /// Takes at most `wanted` and says how many were left to take.
    pub(super) fn take(self, wanted: usize) -> usize {
        let left = self.0.get_value();
        self.0.set_value(left.saturating_sub(wanted));
        wanted.min(left)
    }
}

/// An edition that something matches of.
#[component]
pub(super) fn ConferenceSection(
    /// What matches.
    group: ConferenceGroup,
    /// How many talks to show; the others are only counted.
    limit: usize,
) -> impl IntoView {
    let index = explorer().index();
    let words = words();
    let conference = group.conference.as_ref().and_then(|id| index.conference(id));
    let heading = conference.map_or_else(
        || view! { <h3>{words.unknown_edition}</h3> }.into_any(),
        |conference| conference_heading(&index, conference).into_any(),
    );
    let n_more = group.talks.len().saturating_sub(limit);
    let talks =
        group.talks.iter().take(limit).filter_map(|id| talk_item(&index, *id)).collect_view();
    let more = (n_more > 0).then(|| {
        let to = group.conference.as_ref().map_or_else(|| "?".to_owned(), conference_href);
        view! { <p class="more"><a href=to>{(words.more_talks)(n_more)}</a></p> }
    });
    let passages = group.recaps.iter().map(|group| recap_passages(&index, group)).collect_view();
    view! {
        <li class="conference">
            {heading}
            <ol class="talks">{talks}</ol>
            {more}
            {passages}
        </li>
    }
    .into_any()
}

fn talk_item(index: &Index, entry: EntryId) -> Option<impl IntoView + use<>> {
    match &index.entry(entry)?.about {
        About::Talk(id) => {
            let id = id.clone();
            Some(view! { <li><TalkCard id level=4 /></li> })
        }
        About::Note(_) => None,
    }
}

fn conference_heading(index: &Index, conference: &Conference) -> impl IntoView + use<> {
    let words = words();
    let n_recaps = index.recaps_of_conference(&conference.id).len();
    let n_talks = index.talks_of_conference(&conference.id).len();
    view! {
        <div class="conference-head">
            <h3><a href=conference_href(&conference.id)>{marked(conference.name.clone())}</a></h3>
            <ul class="facts">
                {dates(conference)}
                {place(conference)}
                {attendance_facts(index, conference)}
                <li>{(words.holdings)(n_recaps, n_talks)}</li>
            </ul>
        </div>
    }
    .into_any()
}

/// Editions nothing is held of, a line each.
#[component]
pub(super) fn QuietConferences(
    /// The editions.
    ids: Vec<ConferenceId>,
) -> impl IntoView {
    let index = explorer().index();
    let lines = ids.iter().filter_map(|id| index.conference(id)).map(|conference| {
        view! {
            <li>
                <h3><a href=conference_href(&conference.id)>{conference.short_name.clone()}</a></h3>
                <ul class="facts">
                    {dates(conference)}
                    {place(conference)}
                </ul>
            </li>
        }
    });
    view! { <ol class="quiet-conferences">{lines.collect::<Vec<_>>()}</ol> }
}

fn recap_passages(index: &Index, group: &RecapGroup) -> impl IntoView + use<> {
    let notes = group
        .notes
        .iter()
        .filter_map(|entry| match &index.entry(*entry)?.about {
            About::Note(id) => index.note(id),
            About::Talk(_) => None,
        })
        .map(|note| view! { <li><a href=note_href(note)>{marked(note.title.clone())}</a></li> })
        .collect_view();
    view! {
        <div class="passages">
            {passages_heading(index, &group.recap)}
            <ul>{notes}</ul>
        </div>
    }
}

fn passages_heading(index: &Index, id: &RecapId) -> impl IntoView + use<> {
    let recap = index.recap(id);
    let title = recap.map_or_else(|| id.to_string(), |recap| recap.title.clone());
    let author = recap.and_then(author);
    view! {
        <h4>
            {words().also_in}" "<a href=recap_href(id)>{title}</a>
            {author.map(|author| " ".to_owned() + &(words().by)(author))}
        </h4>
    }
}
