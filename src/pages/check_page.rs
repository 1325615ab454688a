//! The page that checks a recap: a reader chooses a file, and a script shows what the site would read in it.

use super::{
    page_words::language_words,
    parts::frame::{PageParts, page_frame},
};
use crate::ui::dom::{Child as _, Node, el, many, nothing};

/// Extensions of the files that the checker can read.
const ENDINGS: &str = ".md,.markdown,.mdx,.txt,.html,.htm";

/// The page, with no file chosen yet.
pub(super) fn check_page() -> Node {
    let phrases = &language_words().check;
    let input = el("input")
        .attr("type", "file")
        .attr("id", "check-file")
        .attr("accept", ENDINGS)
        .attr("aria-describedby", "check-private");
    let drop = el("div")
        .class("check-drop needs-script no-print")
        .attr("id", "check-drop")
        .child(el("label").attr("for", "check-file").child(phrases.choose))
        .child(input)
        .child(el("p").class("quiet").child(phrases.drop))
        .child(el("p").attr("id", "check-private").child(phrases.private));
    page_frame(PageParts {
        kicker: String::new(),
        title: phrases.title.to_owned(),
        lead: el("p").class("lead no-print").child(phrases.lead).into_node(),
        facts: nothing(),
        body: many([
            drop,
            el("noscript").child(el("p").class("notice").child(phrases.no_script)),
            el("p").class("quiet check-status").attr("id", "check-status").attr("role", "status"),
            el("div").class("check-report").attr("id", "check-report"),
        ]),
    })
}
