//! Text with the search words marked.

use super::{
    dom::{Child as _, Node, el, live, many},
    state::explorer::explorer,
};
use crate::query::{Snippet, highlights};
use std::ops::Range;

/// `text` with the words of the current search marked.
pub(crate) fn marked(text: String) -> Node {
    let terms = explorer().terms();
    live(move || terms.with(|terms| with_marks(&text, &highlights(&text, terms))))
}

/// A window on a text, as a paragraph.
pub(crate) fn snippet_view(snippet: &Snippet) -> Node {
    el("p")
        .class("snippet")
        .child(snippet.is_cut_before.then_some("… "))
        .child(with_marks(&snippet.text, &snippet.highlights))
        .child(snippet.is_cut_after.then_some(" …"))
        .into_node()
}

/// `text` with `ranges` of it marked; ranges outside of the text are left out.
fn with_marks(text: &str, ranges: &[Range<usize>]) -> Node {
    let mut runs: Vec<Node> = Vec::new();
    let mut end = 0;
    for range in ranges {
        runs.extend(text.get(end..range.start).map(|run| run.to_owned().into_node()));
        let run = text.get(range.clone());
        runs.extend(run.map(|run| el("mark").child(run.to_owned()).into_node()));
        end = range.end;
    }
    runs.extend(text.get(end..).map(|run| run.to_owned().into_node()));
    many(runs)
}
