//! Headings whose level depends on where they stand.

use leptos::prelude::*;

/// A heading of level 2 to 6 around `content`.
pub(crate) fn heading(level: u8, content: AnyView) -> AnyView {
    match level {
        0..=2 => view! { <h2>{content}</h2> }.into_any(),
        3 => view! { <h3>{content}</h3> }.into_any(),
        4 => view! { <h4>{content}</h4> }.into_any(),
        5 => view! { <h5>{content}</h5> }.into_any(),
        _ => view! { <h6>{content}</h6> }.into_any(),
    }
}
