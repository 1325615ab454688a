//! What is marked in a text, and which part of the text is shown.

use hallway::query::{Stems, Terms, highlights, snippet};
use proptest::prelude::*;

/// Marks `text` with brackets where the words of `q` occur.
#[track_caller]
fn check_highlights(q: &str, text: &str, expected: &str) {
    let terms = Terms::of(q);
    let mut marked = text.to_owned();
    for range in highlights(text, &terms).into_iter().rev() {
        marked.insert(range.end, ']');
        marked.insert(range.start, '[');
    }
    assert_eq!(marked, expected);
}

#[test]
fn words_are_marked_where_they_stand() {
    check_highlights("", "Zoë", "Zoë");
    check_highlights("zoe said", "ZOË said, Zoey", "[ZOË] [said], Zoey");
    check_highlights("kube", "Kubernetes and kube", "[Kube]rnetes and [kube]");
    check_highlights("cafe", "Cafe\u{301}s, cafés", "[Cafe\u{301}]s, [café]s");
    check_highlights("stras", "Straße", "[Straß]e");
    check_highlights(
        "\"service mesh\"",
        "A Service-Mesh, a service, a mesh",
        "A [Service-Mesh], a service, a mesh",
    );
    check_highlights("a-b b-c", "a b c", "[a b c]");
    check_highlights("-mesh a", "mesh a", "mesh [a]");
    check_highlights("東", "東京", "[東]京");
    let terms = Terms::in_language("mesh", Stems::English);
    assert_eq!(highlights("Meshes, meshed", &terms), [0..6, 8..14]);
}

#[track_caller]
fn check_snippet(q: &str, text: &str, max_chars: usize, expected: &str) {
    let terms = Terms::of(q);
    let snippet = snippet(text, &terms, max_chars);
    let mut marked = snippet.text.clone();
    for range in snippet.highlights.iter().rev() {
        marked.insert(range.end, ']');
        marked.insert(range.start, '[');
    }
    let before = if snippet.is_cut_before { "…" } else { "" };
    let after = if snippet.is_cut_after { "…" } else { "" };
    assert_eq!(format!("{before}{marked}{after}"), expected);
    assert!(snippet.text.chars().count() <= max_chars);
}

#[test]
fn a_snippet_shows_the_most_different_words() {
    let text = "The mesh opened the day. Many words followed, about lunch and rain. Later the mesh met the sandbox at last.";
    check_snippet("", text, 30, "The mesh opened the day. Many…");
    check_snippet("nothing", text, 30, "The mesh opened the day. Many…");
    check_snippet("mesh", text, 30, "The [mesh] opened the day. Many…");
    check_snippet("mesh sandbox", text, 40, "…Later the [mesh] met the [sandbox] at last.");
    check_snippet("last", text, 20, "…the sandbox at [last].");
    check_snippet("mesh", "short mesh", 30, "short [mesh]");
    check_snippet("mesh", "", 30, "");
    check_snippet("", "Donaudampfschiff", 5, "Donau…");
    check_snippet("mesh", text, 0, "……");
}

proptest! {
    #[test]
    fn no_text_breaks_marking(text in "\\PC{0,80}", q in "\\PC{1,8}", max_chars in 0_usize..40) {
        let terms = Terms::of(&q);
        let mut end = 0;
        for range in highlights(&text, &terms) {
            prop_assert!(range.start >= end && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some());
            end = range.end;
        }
        prop_assert!(snippet(&text, &terms, max_chars).text.chars().count() <= max_chars);
    }
}
