//! English, for what pages show at a glance.

use super::EN;
use crate::i18n::site::StoryStrings;

/// English.
pub(super) const STORY: StoryStrings = StoryStrings {
    how_to_cite: "How to cite",
    cite_text: "Text",
    cite_link: "Link",
    copy: "Copy",
    copied: "Copied",
    copy_citation: "Copy citation",

    first_named: "First mention",
    peak: "Peak",
    last_named: "Last mention",
    latest: "Latest",
    year_share: |year, named, all| format!("{year}: {named} of {}", EN.n_recaps(all)),
    few: |enough| format!("Outlined: a year with fewer than {enough} recaps, so no share."),

    new_and_gone: |before| format!("New and gone since {before}"),
    new_here: "New",
    gone: "Gone",
    all_changes: "All changes",
    most_voices: "The most written-about talk",
    all_notes: |n| format!("Read all {}", EN.n_notes(n)),
    about: |people| format!("about {people} attendees"),
    between: |least, most| format!("{least} to {most} attendees, by source"),
    attendees: |statement| format!("{statement} attendees"),
    stated: |statement, who| format!("{statement} ({who})"),
    thousands: ",",
    sources: "Sources",

    themes: "Themes",
    compare: "Compare",

    order_silent: "Not named since",
    order_voices: "Most authors",
    themes_by_year: "All themes by year",
    by_year_note: |enough| {
        format!(
            "How many recaps of a year name a theme: the stronger the color, the larger their share. Outlined: a year with fewer than {enough} recaps."
        )
    },
};
