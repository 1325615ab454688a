//! English, for the static pages.

use super::{EN, reasons};
use crate::{
    i18n::site::PageStrings,
    model::{LinkKind, Method},
};

/// English.
pub(super) const PAGES: PageStrings = PageStrings {
    conferences: "Conferences",
    themes: "Themes",
    people: "People",
    authors: "Authors",
    organizations: "Organizations",
    recaps: "Recaps",
    skip_to_results: "Skip to the results",
    skip_link: "Skip to content",
    back: "Back to the timeline",
    report: "Report a mistake on this page",
    moved: "This page has moved to",
    note_moved: "This note is now in",
    no_longer_named: "No longer named at",
    nothing_yet: "Nothing here yet",
    nothing_yet_reason: "Notes go into the data folder as Markdown or text files, one for each recap. Once they are there, build the site again.",
    not_found: "There is no page at this address",
    not_found_reason: "The address may be old, or a part of it may be missing.",
    start_page: "Start page",
    start_page_here: "Start page, if it is in this folder",
    start_page_above: "Start page, if it is in the folder above",
    recap: "Recap",
    person: "Person",
    organization: "Organization",
    described_talk: "No source states the title of this talk.",
    nothing_held: "Nobody here has written about this conference yet.",
    year: "Year",
    filter_by_year: "Show this year in the timeline",
    filter_by_edition: "Show this conference in the timeline",
    filter_by_theme: "Show only this theme in the timeline",
    filter_by_person: "Show where this person spoke or is named",
    filter_by_organization: "Show only this organization in the timeline",
    outline: "On this page",
    talks_without_note: "Also named in this recap",
    opinions: "Authors’ favorites",
    other_notes: "Other notes",
    spoke_in: |n| format!("Spoke in {}", EN.n_talks(n)),
    named_in: "Also named in",
    spoke_for: "Spoke for",
    also_called: |names| format!("Also: {}", names.join(", ")),
    also_spelled: |names| format!("Also spelled {}", EN.listed(names)),
    broader: "Part of",
    narrower: "Includes",
    over_editions: "Over time",
    recaps_head: "Recaps",
    notes: "Notes",
    notes_head: "Notes",
    numbers: "The numbers",
    silence: |last, editions, recaps| {
        format!(
            "None of {} at {} after {last} names it.",
            EN.n_recaps(recaps),
            EN.n_conferences(editions)
        )
    },
    share_of_recaps: |n, all| format!("{n} of {}", EN.n_recaps(all)),
    neighbors: "Named together with",
    n_shared: |n| format!("in {}", EN.n_notes(n)),
    related_talks: "Related talks",
    same_speakers: "More from the speakers",
    also_by: |names| format!("Also by {}", EN.listed(names)),
    voices: |n| format!("What {n} authors name"),
    nothing_shared: "No theme is named by more than one of them.",
    only_one: "What only one of them names",
    shares: |themes| format!("Shares {}", EN.listed(themes)),
    link_kind: |kind| match kind {
        LinkKind::Schedule => "Schedule",
        LinkKind::Video => "Video",
        LinkKind::Slides => "Slides",
        LinkKind::Project => "Project",
        LinkKind::Site => "Site",
        LinkKind::Other => "Link",
    },
    n_more: |n| format!("{n} more"),
    forms: "This page in other formats",
    as_calendar: "Calendar file",
    is_derived: "Derived from the recaps; not checked by the curator",
    ways: "From here",
    jump: "Jump to…",
    jump_key: "Ctrl K",
    star: "Add to the reading list",
    starred: "On the reading list",
    reading_list: "Reading list",
    list_lead: "This page’s link is your list: keep it, or send it to somebody.",
    list_add: "Add a talk",
    list_keep: "Make it my list",
    list_copy: "Copy the address",
    list_markdown: "Save as Markdown",
    list_print: "Print",
    list_clear: "Clear",
    list_empty: "Nothing is on this list yet. Press ☆ on a talk to add it.",
    list_failed: "The titles could not be loaded, so the list shows addresses only.",
    list_unkept: "This browser cannot store the list: its storage is full or blocked. The address of this page still holds the talks.",
    list_no_script: "The list needs JavaScript. Its address names the talks, which all have pages of their own.",

    themes_page: "Themes over time",
    themes_lead: |themes, editions, recaps| {
        format!(
            "{} at {}, from {}.",
            EN.count("{0} theme|{0} themes", themes),
            EN.n_conferences(editions),
            EN.n_recaps(recaps)
        )
    },
    no_themes: "No recap here names a theme yet.",
    came_back: "Came back",
    return_story: |before, again, [silent, silent_recaps, named, all]| {
        format!(
            "After {before}, none of {} from {} mentioned it; at {again}, {named} of {} did.",
            EN.n_recaps(silent_recaps),
            EN.n_conferences(silent),
            EN.n_recaps(all)
        )
    },
    threads: "One question, new answers",
    threads_note: "What belongs to one theme, by the conference that first named it.",
    comparison: "Two conferences side by side",
    compare: "Compare",
    compare_with: "Compare with",
    compare_first: "Compare",
    compare_second: "with",
    only_at: "Only at {}",
    at_both: "At both, with the recaps of each",
    compared: |here, before| match before {
        Some(before) => format!(
            "Based on {} here and {} there. A theme in a single recap is one person’s view; a theme in none may still have come up.",
            EN.n_recaps(here),
            EN.n_recaps(before)
        ),
        None => format!(
            "Based on {}. A theme in a single recap is one person’s view.",
            EN.n_recaps(here)
        ),
    },
    first_themes: |n| format!("Named here first ({n})"),
    new_themes: |n| format!("New ({n})"),
    back_themes: |n| format!("Back after a gap ({n})"),
    gone_themes: |n, before| format!("Named at {before}, not here ({n})"),
    stayed_themes: |n, before| format!("Named at {before} and here ({n})"),
    other_themes: |n, before| format!("Named here, not at {before} ({n})"),
    silent_since: |before, n, recaps| {
        format!(
            "last at {before}; none of {} at {} since",
            EN.n_recaps(recaps),
            EN.n_conferences(n)
        )
    },

    chart_table: "Show as a table",
    dates_head: "When",
    written_head: "Written",
    written_note: "Gray bars: when recaps appeared.",

    from_recap: "in",
    on_talk: "On the talk",
    original_at: |host| format!("Original at {host}"),
    original_address: "Original",
    wording_of: |file, canonical| format!("{file}, word for word beside {canonical}"),
    n_alike: |n| {
        if n == 1 { "1 paragraph alike".to_owned() } else { format!("{n} paragraphs alike") }
    },
    words_removed: "removed:",
    words_added: "added:",
    boilerplate_in: |file| format!("What the publisher added in {file}"),
    image: |alt| if alt.is_empty() { "Picture".to_owned() } else { format!("Picture: {alt}") },
    table: "Table",
    back_to_text: "Back to the text",
    play_video: |title, host| format!("Play video: {title} (loads {host})"),
    watch_on: |host| format!("Watch on {host}"),

    provenance: "Where this comes from",
    talk_provenance: "How this talk was found",
    lines: |file, first, last| {
        if first == last {
            format!("{file}, line {first}")
        } else {
            format!("{file}, lines {first}–{last}")
        }
    },
    method: reasons::method,
    rule: reasons::rule,
    full_stop: ". ",
    how_read: "How this was read",
    n_times: |n, method, rule| {
        let who = match method {
            Method::Stated => "given in",
            Method::Matched => "matched by",
            Method::Set => "set by",
        };
        format!("{n} {who} {}", reasons::rule(rule))
    },
    uncertain: "Uncertain.",
};
