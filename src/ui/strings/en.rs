//! English.

use super::{Strings, ThemeStory, en_dates};
use crate::{
    query::{Facet, Kind, Matches, Sort, View},
    timeline::ThemeOrder,
};

/// English.
pub(crate) const EN: Strings = Strings {
    skip_link: "Skip to the results",
    search_label: "Search",
    search_placeholder: "Talks, people, themes, notes",
    own_pages: "About this site",
    contents: "Everything by name",
    colophon: "Notes by people who were there, gathered by Hallway.",
    correct_notes: "Correct or add notes",
    license: |license| format!("Notes under {license}."),

    picture: "Conferences in time",
    picture_hint: "Arrow keys move between conferences, Enter chooses one, Shift with an arrow key chooses a range of years. The year fields and the table below do the same.",
    picture_table: "Show as a table",
    mark: |edition, recaps, talks| format!("{edition}: {}, {}", n_recaps(recaps), n_talks(talks)),
    year_range: "Range of years",
    year_from: "From",
    year_to: "to",
    dates_head: "When",

    filters: "Filters",
    filters_toggle: |n_on| {
        if n_on == 0 { "Filters".to_owned() } else { format!("Filters ({n_on} on)") }
    },
    facet,
    kind,
    has_video: "With a recording",
    entries: |n| if n == 1 { "entry" } else { "entries" },
    narrow_facet: |facet| format!("Find in {facet}"),
    narrow_placeholder: "Find",
    show_all: |n| format!("Show all {n}"),
    show_fewer: "Show fewer",
    active_filters: "Active filters",
    remove_filter: |facet, value| format!("Remove filter: {facet}: {value}"),
    quoted: |text| format!("“{text}”"),
    clear_all: "Clear all",

    results: "Results",
    views: "Views",
    share: "Share",
    view: view_name,
    sort_label: "Sort",
    sort: |sort| match sort {
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Title => "By title",
        Sort::Relevance => "Best match first",
    },
    status,
    searching: "Searching…",
    loading: "Loading…",
    search_failed: "The search could not be loaded.",
    load_failed: "A part of the collection could not be loaded.",
    retry: "Try again",
    correction: |typed, read_as| format!("Nothing has “{typed}”, so this is for “{read_as}”."),
    address_note: "Parts of the link could not be used:",
    warning: ToString::to_string,
    dismiss: "Dismiss",

    nothing_found: "Nothing matches",
    nothing_found_hint: "No talk or passage fits all of it. Leave something out:",
    field_hint: "Words can look in one place: theme:mesh, person:ada, year:2016..2018.",
    without_text: |text| format!("Without the words “{text}”"),
    without_choice: |choice| format!("Without {choice}"),
    show_everything: "Show everything",

    date: en_dates::date,
    date_range: en_dates::date_range,
    years: |first, last| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    },
    unknown_year: "Year unknown",
    unknown_edition: "Conference unknown",
    quiet_editions: |n| {
        if n == 1 {
            "One conference nobody here has written about yet".to_owned()
        } else {
            format!("{n} conferences nobody here has written about yet")
        }
    },
    attendance,
    holdings: |recaps, talks| format!("{}, {}", n_recaps(recaps), n_talks(talks)),
    more_talks: |n| format!("and {} more", n_talks(n)),
    show_earlier: "Show more years",
    also_held: "Also held, but not written about here yet",
    also_in: "More in",
    by: |author| format!("by {author}"),
    credit: |n, authors, titles| {
        let mut words = if n == 1 { "Note" } else { "Notes" }.to_owned();
        if !authors.is_empty() {
            words.push_str(" by ");
            words.push_str(&listed(authors));
        }
        if !titles.is_empty() {
            words.push_str(" in ");
            words.push_str(&listed(titles));
        }
        words
    },
    video: "Video",

    talk: "Talk",
    talks: "Talks",
    no_talks: "No talk matches, but passages about themes and events do. They are in the timeline.",
    kind_head: "Kind",
    notes_head: "Notes by",
    show_more: |n| format!("Show {n} more"),
    recaps: "Recaps",
    recap_holdings: |notes, talks| format!("{}, {}", n_notes(notes), n_talks(talks)),
    theme: "Theme",
    themes: "Themes",
    theme_order: |order| match order {
        ThemeOrder::FirstSeen => "First seen",
        ThemeOrder::Persistence => "Most persistent",
        ThemeOrder::Rise => "Rising",
        ThemeOrder::Name => "By name",
        ThemeOrder::Evidence => "Most written about",
    },
    matrix: "Themes by conference",
    matrix_note: "How many articles name a theme at each conference. One article is one opinion, so single ones are faint.",
    story: "Over time",
    theme_story,
    matrix_cell: |theme, edition, articles, passages| {
        format!("{theme} at {edition}: {}, {}", n_articles(articles), n_passages(passages))
    },

    edition: "Conference",
    n_articles,
    n_copies: |n| count(n, "copy", "copies"),
};

fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Year => "Year",
        Facet::Conference => "Conference",
        Facet::Theme => "Theme",
        Facet::Person => "Person",
        Facet::Organization => "Organization",
        Facet::Kind => "Kind",
        Facet::Video => "Recording",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Keynote => "Keynote",
        Kind::Talk => "Talk",
        Kind::Panel => "Panel",
        Kind::Lightning => "Lightning talk",
        Kind::Tutorial => "Tutorial",
        Kind::Note => "Passage",
    }
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Timeline => "Timeline",
        View::Themes => "Themes",
        View::Talks => "Talks",
        View::Recaps => "Recaps",
    }
}

/// A statement that ends with its number lacks the noun.
fn attendance(statement: &str, who: Option<&str>) -> String {
    let last = statement.split(' ').next_back().unwrap_or_default();
    let is_number =
        last.contains(|it: char| it.is_ascii_digit()) || ["hundred", "thousand"].contains(&last);
    let people = if is_number { " people" } else { "" };
    match who {
        Some(who) => format!("{statement}{people}, says {who}"),
        None => format!("{statement}{people}"),
    }
}

fn status(found: &Matches) -> String {
    if found.hits.is_empty() {
        return "Nothing matches.".to_owned();
    }
    let entries = match (found.n_talks, found.n_notes) {
        (talks, 0) => n_talks(talks),
        (0, notes) => n_passages(notes),
        (talks, notes) => format!("{} and {}", n_talks(talks), n_passages(notes)),
    };
    let conferences = count(found.n_conferences, "conference", "conferences");
    format!("{entries} from {} at {conferences}", n_recaps(found.n_recaps))
}

fn theme_story(story: &ThemeStory) -> String {
    let ThemeStory { first, last, returns, is_gone, is_new } = story;
    let span = match (is_gone, is_new) {
        (true, _) if first == last => return format!("Only at {first}"),
        (true, _) => format!("{first} to {last}, not since"),
        (false, true) => return format!("New at {first}"),
        (false, false) => format!("Since {first}"),
    };
    match returns.as_slice() {
        [] => span,
        [one] => format!("{span}; back at {one}"),
        [.., latest] => format!("{span}; back {} times, latest at {latest}", returns.len()),
    }
}

pub(super) fn n_articles(n: usize) -> String {
    count(n, "article", "articles")
}

pub(super) fn n_notes(n: usize) -> String {
    count(n, "note", "notes")
}

pub(super) fn n_passages(n: usize) -> String {
    count(n, "passage", "passages")
}

pub(super) fn n_recaps(n: usize) -> String {
    count(n, "recap", "recaps")
}

pub(super) fn n_talks(n: usize) -> String {
    count(n, "talk", "talks")
}

pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
