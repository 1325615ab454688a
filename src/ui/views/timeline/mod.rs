//! The timeline: years, conferences, talks and notes.

mod conference;
mod spans;

use crate::{
    query::Query,
    timeline::{ConferenceGroup, YearGroup},
    ui::{
        dom::{Child as _, Element, Item, Node, el, keyed, many},
        link::{CONTENTS, year_href},
        state::{explorer::explorer, settings::settings, words::words},
    },
};
use conference::{Allowance, conference_section, quiet_conferences};
use spans::{Span, spans};

/// The matches by year and edition.
pub(crate) fn timeline_view() -> Node {
    let explorer = explorer();
    let limit = if settings().is_static { settings().n_static } else { usize::MAX };
    let allowance = Allowance::new(limit);
    let items = move || {
        let n_drawn = if settings().is_static { usize::MAX } else { explorer.n_drawn() };
        let mut n_before = 0;
        let spans = spans(&explorer.timeline(n_drawn).years).into_iter();
        // Only whole years: the year that reaches the limit is the last.
        let spans = spans.take_while(|span| {
            let is_within = n_before < limit;
            n_before += span.n_entries();
            is_within
        });
        spans.map(|span| Item::new(span.key(), move || span_section(span, allowance))).collect()
    };
    if settings().is_static {
        let is_cut = explorer.matches().with(|found| found.hits.len() > limit);
        return many([
            el("ol").class("timeline").child(keyed(items)).into_node(),
            is_cut.then(|| beyond(limit)).into_node(),
        ]);
    }
    // Always the same button, so that it keeps the focus as long as there is more.
    let is_whole = move || explorer.matches().with(|found| found.hits.len()) <= explorer.n_drawn();
    let more = el("button")
        .class("show-more")
        .attr("type", "button")
        .live_flag("hidden", is_whole)
        .on_click(move || explorer.draw_more())
        .child(words().show_earlier());
    many([el("ol").class("timeline").child(keyed(items)), more])
}

/// Links to the rest, which does not fit on a static page: the pages of the years, and the table of contents.
fn beyond(limit: usize) -> Element {
    let explorer = explorer();
    let mut n_before = 0;
    let years = spans(&explorer.timeline(usize::MAX).years).into_iter().filter_map(|span| {
        let is_shown = n_before < limit;
        n_before += span.n_entries();
        match span {
            Span::Year(group) if !is_shown => group.year,
            Span::Year(_) | Span::Quiet(_) => None,
        }
    });
    // The page of a year shows everything of the year, so it does not answer a filtered query.
    let is_filtered = explorer.query().with(|query| *query != Query::default());
    let years = years.filter(|_| !is_filtered);
    let years = years.map(|year| el("a").attr("href", year_href(year)).child(year.to_string()));
    let contents = settings().root.to_owned() + CONTENTS;
    let contents = el("a").attr("href", contents).child(words().contents());
    let links = years.chain([contents]).map(|link| el("li").child(link));
    el("nav")
        .attr("aria-label", words().show_earlier())
        .child(el("ul").class("facts").children(links))
}

fn span_section(span: Span, allowance: Allowance) -> Node {
    match span {
        Span::Year(year) => year_section(year, allowance).into_node(),
        Span::Quiet(years) => quiet_section(years).into_node(),
    }
}

fn year_section(group: YearGroup, allowance: Allowance) -> Element {
    let words = words();
    let heading =
        el("h2").class(if group.year.is_some() { "year-name is-number" } else { "year-name" });
    let name = group.year.map_or_else(|| words.unknown_year().to_owned(), |year| year.to_string());
    let (quiet, held): (Vec<_>, Vec<_>) =
        group.conferences.into_iter().partition(ConferenceGroup::is_empty);
    let held = held.iter().map(|group| conference_section(group, allowance));
    let quiet: Vec<_> = quiet.into_iter().filter_map(|group| group.conference).collect();
    let quiet = (!quiet.is_empty()).then(|| {
        el("div")
            .class("also-held")
            .child(el("p").child(words.also_held()))
            .child(quiet_conferences(&quiet))
    });
    let body = el("div")
        .class("year-body")
        .child(el("ol").class("conferences").children(held))
        .child(quiet);
    let name = match group.year {
        Some(year) => el("a").attr("href", year_href(year)).child(name).into_node(),
        None => name.into_node(),
    };
    el("li").class("year").child(heading.child(name)).child(body)
}

/// Years without recaps: named but folded, since few readers look for them.
fn quiet_section(years: Vec<YearGroup>) -> Element {
    let words = words();
    let bound = |group: Option<&YearGroup>| group.and_then(|group| group.year);
    let name = match (bound(years.first()), bound(years.last())) {
        (Some(first), Some(last)) => words.years(first.min(last), first.max(last)),
        (Some(_), None) | (None, Some(_) | None) => words.unknown_year().to_owned(),
    };
    let groups = years.into_iter().flat_map(|year| year.conferences);
    let ids: Vec<_> = groups.filter_map(|group| group.conference).collect();
    let details = el("details")
        .class("quiet")
        .child(el("summary").child(words.quiet_editions(ids.len())))
        .child(quiet_conferences(&ids));
    el("li")
        .class("year is-quiet")
        .child(el("h2").class("year-name is-number").child(name))
        .child(details)
}
