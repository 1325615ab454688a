//! Text with the search words marked.

use super::explorer::explorer;
use crate::query::highlights;
use leptos::{either::Either, prelude::*};
use std::ops::Range;

/// `text` with the words of the current search marked.
pub(crate) fn marked(text: String) -> impl IntoView {
    let terms = explorer().terms();
    move || terms.with(|terms| with_marks(&text, &highlights(&text, terms)))
}

/// `text` with `ranges` of it marked; ranges that are not of the text are left out.
pub(crate) fn with_marks(text: &str, ranges: &[Range<usize>]) -> impl IntoView + use<> {
    let mut runs = Vec::new();
    let mut end = 0;
    let plain = |range: Range<usize>, runs: &mut Vec<_>| {
        if let Some(run) = text.get(range).filter(|run| !run.is_empty()) {
            runs.push(Either::Left(run.to_owned()));
        }
    };
    for range in ranges {
        plain(end..range.start, &mut runs);
        if let Some(run) = text.get(range.clone()) {
            let run = run.to_owned();
            runs.push(Either::Right(view! { <mark>{run}</mark> }));
        }
        end = range.end;
    }
    plain(end..text.len(), &mut runs);
    runs
}
