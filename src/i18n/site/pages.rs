//! Words of the static pages. The client does not contain them.

use crate::model::{LinkKind, Method, Rule};

/// The words of one language that only pages need.
#[derive(Debug)]
pub(crate) struct PageStrings {
    // The contents.
    pub(crate) conferences: &'static str,
    pub(crate) themes: &'static str,
    pub(crate) people: &'static str,
    pub(crate) authors: &'static str,
    pub(crate) organizations: &'static str,
    pub(crate) recaps: &'static str,

    // The pages.
    pub(crate) skip_to_results: &'static str,
    pub(crate) skip_link: &'static str,
    pub(crate) back: &'static str,
    pub(crate) report: &'static str,
    pub(crate) moved: &'static str,
    pub(crate) note_moved: &'static str,
    pub(crate) no_longer_named: &'static str,
    pub(crate) nothing_yet: &'static str,
    pub(crate) nothing_yet_reason: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) not_found_reason: &'static str,
    pub(crate) start_page: &'static str,
    pub(crate) start_page_here: &'static str,
    pub(crate) start_page_above: &'static str,
    pub(crate) recap: &'static str,
    pub(crate) person: &'static str,
    pub(crate) organization: &'static str,
    pub(crate) described_talk: &'static str,
    pub(crate) nothing_held: &'static str,
    pub(crate) filter_by_edition: &'static str,
    pub(crate) year: &'static str,
    pub(crate) filter_by_year: &'static str,
    pub(crate) filter_by_theme: &'static str,
    pub(crate) filter_by_person: &'static str,
    pub(crate) filter_by_organization: &'static str,
    pub(crate) outline: &'static str,
    /// Heading on the page of a recap: talks that it names but has no notes on.
    pub(crate) talks_without_note: &'static str,
    pub(crate) opinions: &'static str,
    pub(crate) other_notes: &'static str,
    /// How many talks.
    pub(crate) spoke_in: fn(usize) -> String,
    pub(crate) named_in: &'static str,
    pub(crate) spoke_for: &'static str,
    pub(crate) also_called: fn(&[String]) -> String,
    pub(crate) also_spelled: fn(&[String]) -> String,
    pub(crate) broader: &'static str,
    pub(crate) narrower: &'static str,
    pub(crate) over_editions: &'static str,
    pub(crate) recaps_head: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) notes_head: &'static str,
    pub(crate) numbers: &'static str,
    /// The last edition that names it, editions since, and their recaps.
    pub(crate) silence: fn(&str, usize, usize) -> String,
    /// Recaps that name it, and all recaps.
    pub(crate) share_of_recaps: fn(usize, usize) -> String,
    pub(crate) neighbors: &'static str,
    pub(crate) n_shared: fn(usize) -> String,
    pub(crate) related_talks: &'static str,
    pub(crate) same_speakers: &'static str,
    pub(crate) also_by: fn(&[String]) -> String,
    /// How many authors.
    pub(crate) voices: fn(usize) -> String,
    pub(crate) nothing_shared: &'static str,
    pub(crate) only_one: &'static str,
    pub(crate) shares: fn(&[String]) -> String,
    pub(crate) link_kind: fn(LinkKind) -> &'static str,
    pub(crate) n_more: fn(usize) -> String,
    pub(crate) forms: &'static str,
    pub(crate) as_calendar: &'static str,
    /// The facts of the conference are derived from recaps.
    pub(crate) is_derived: &'static str,

    // The reading list, and the links to it.
    pub(crate) ways: &'static str,
    pub(crate) jump: &'static str,
    pub(crate) jump_key: &'static str,
    pub(crate) star: &'static str,
    pub(crate) starred: &'static str,
    pub(crate) reading_list: &'static str,
    pub(crate) list_lead: &'static str,
    pub(crate) list_add: &'static str,
    pub(crate) list_keep: &'static str,
    pub(crate) list_copy: &'static str,
    pub(crate) list_markdown: &'static str,
    pub(crate) list_print: &'static str,
    pub(crate) list_clear: &'static str,
    pub(crate) list_empty: &'static str,
    pub(crate) list_failed: &'static str,
    pub(crate) list_unkept: &'static str,
    pub(crate) list_no_script: &'static str,

    // Themes over the editions.
    pub(crate) themes_page: &'static str,
    /// Themes, editions, recaps.
    pub(crate) themes_lead: fn(usize, usize, usize) -> String,
    pub(crate) no_themes: &'static str,
    pub(crate) came_back: &'static str,
    /// The edition before the silence and the one after it. Then editions between, their recaps, the recaps after it
    /// that name it, and all recaps there.
    pub(crate) return_story: fn(&str, &str, [usize; 4]) -> String,
    pub(crate) threads: &'static str,
    pub(crate) threads_note: &'static str,
    pub(crate) comparison: &'static str,
    pub(crate) compare: &'static str,
    pub(crate) compare_with: &'static str,
    pub(crate) compare_first: &'static str,
    pub(crate) compare_second: &'static str,
    /// `{}` marks the name of an edition.
    pub(crate) only_at: &'static str,
    pub(crate) at_both: &'static str,
    /// Recaps here, and at the edition before.
    pub(crate) compared: fn(usize, Option<usize>) -> String,
    pub(crate) first_themes: fn(usize) -> String,
    pub(crate) new_themes: fn(usize) -> String,
    pub(crate) back_themes: fn(usize) -> String,
    /// How many, and the edition before.
    pub(crate) gone_themes: fn(usize, &str) -> String,
    pub(crate) stayed_themes: fn(usize, &str) -> String,
    /// Named here and earlier, but not at the edition before.
    pub(crate) other_themes: fn(usize, &str) -> String,
    /// The last edition that named it, editions since that did not, and their recaps.
    pub(crate) silent_since: fn(&str, usize, usize) -> String,

    // The parts of the timeline chart that never change.
    pub(crate) chart_table: &'static str,
    pub(crate) dates_head: &'static str,
    pub(crate) written_head: &'static str,
    pub(crate) written_note: &'static str,

    // Notes.
    pub(crate) from_recap: &'static str,
    pub(crate) on_talk: &'static str,
    pub(crate) original_at: fn(&str) -> String,
    pub(crate) original_address: &'static str,
    /// The copy, and the one it is compared with.
    pub(crate) wording_of: fn(&str, &str) -> String,
    pub(crate) n_alike: fn(usize) -> String,
    pub(crate) words_removed: &'static str,
    pub(crate) words_added: &'static str,
    pub(crate) boilerplate_in: fn(&str) -> String,
    pub(crate) image: fn(&str) -> String,
    pub(crate) table: &'static str,
    /// Of a footnote.
    pub(crate) back_to_text: &'static str,
    /// Title and host.
    pub(crate) play_video: fn(&str, &str) -> String,
    pub(crate) watch_on: fn(&str) -> String,

    // The sources of statements.
    pub(crate) provenance: &'static str,
    pub(crate) talk_provenance: &'static str,
    /// File, first line, last line.
    pub(crate) lines: fn(&str, u32, u32) -> String,
    pub(crate) method: fn(Method) -> &'static str,
    pub(crate) rule: fn(Rule) -> &'static str,
    /// Between two sentences.
    pub(crate) full_stop: &'static str,
    pub(crate) how_read: &'static str,
    /// How often, and the rule.
    pub(crate) n_times: fn(usize, Method, Rule) -> String,
    pub(crate) uncertain: &'static str,
}
