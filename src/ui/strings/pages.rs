//! Words of the static pages. The client never says them, so it does not carry them.

use crate::model::{LinkKind, Method, Rule};
use leptos::prelude::expect_context;

/// The words of the page that asks.
pub(crate) fn page_words() -> &'static PageStrings {
    expect_context()
}

/// Every word of one language that only pages say.
pub(crate) struct PageStrings {
    // The contents.
    pub(crate) conferences: &'static str,
    pub(crate) themes: &'static str,
    pub(crate) people: &'static str,
    pub(crate) organizations: &'static str,
    pub(crate) recaps: &'static str,

    // The pages.
    pub(crate) skip_link: &'static str,
    pub(crate) back: &'static str,
    pub(crate) report: &'static str,
    pub(crate) moved: &'static str,
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
    pub(crate) other_passages: &'static str,
    pub(crate) named_in: &'static str,
    pub(crate) spoke_for: &'static str,
    pub(crate) also_called: fn(&[String]) -> String,
    pub(crate) also_spelled: fn(&[String]) -> String,
    pub(crate) broader: &'static str,
    pub(crate) narrower: &'static str,
    pub(crate) over_editions: &'static str,
    pub(crate) articles_head: &'static str,
    pub(crate) passages: &'static str,
    pub(crate) passages_head: &'static str,
    /// Articles that name it, and all articles.
    pub(crate) share_of_articles: fn(usize, usize) -> String,
    pub(crate) neighbors: &'static str,
    pub(crate) n_shared: fn(usize) -> String,
    pub(crate) related_talks: &'static str,
    pub(crate) shares: fn(&[String]) -> String,
    pub(crate) link_kind: fn(LinkKind) -> &'static str,
    pub(crate) n_notes: fn(usize) -> String,
    pub(crate) n_passages: fn(usize) -> String,
    pub(crate) n_recaps: fn(usize) -> String,
    pub(crate) n_talks: fn(usize) -> String,
    pub(crate) forms: &'static str,
    pub(crate) as_calendar: &'static str,
    pub(crate) as_markdown: &'static str,

    // Notes.
    pub(crate) from_recap: &'static str,
    pub(crate) on_talk: &'static str,
    pub(crate) original_at: fn(&str) -> String,
    pub(crate) original_address: &'static str,
    pub(crate) only_in: fn(&str) -> String,
    pub(crate) boilerplate_in: fn(&str) -> String,
    pub(crate) image: fn(&str) -> String,
    pub(crate) table: &'static str,
    /// Title and host.
    pub(crate) play_video: fn(&str, &str) -> String,
    pub(crate) watch_at: fn(&str) -> String,

    // Where statements come from.
    pub(crate) provenance: &'static str,
    pub(crate) talk_provenance: &'static str,
    /// File, first line, last line.
    pub(crate) lines: fn(&str, u32, u32) -> String,
    pub(crate) method: fn(Method) -> &'static str,
    pub(crate) rule: fn(Rule) -> &'static str,
    pub(crate) uncertain: &'static str,
}
