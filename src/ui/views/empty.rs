//! The view for no matches: links to wider queries. The status above says that nothing matches.

use crate::{
    query::{Action, Query, search},
    ui::{
        display_names::choice_name,
        dom::{Child as _, Element, Node, el, live},
        link::href,
        state::{explorer::explorer, words::words},
    },
};

/// Nothing matches.
pub(crate) fn nothing_found() -> Node {
    let query = explorer().query();
    let words = words();
    let all = el("li").child(el("a").attr("href", "?").child(words.show_everything()));
    el("div")
        .class("nothing-found")
        .child(el("h2").child(words.nothing_found_hint()))
        .child(el("ul").child(live(move || query.with(ways_out))).child(all))
        .child(el("p").class("view-note").child(words.field_hint()))
        .into_node()
}

/// One link for each part of the query whose removal alone would give matches.
fn ways_out(query: &Query) -> Vec<Element> {
    let explorer = explorer();
    let (index, engine) = (explorer.index(), explorer.engine());
    let words = words();
    let mut ways = Vec::new();
    if query.has_text() {
        ways.push((words.without_text(&query.text), Action::Search(String::new())));
    }
    for choice in query.selection.iter().cloned() {
        let name = choice_name(&index, words, &choice);
        ways.push((words.without_choice(&name), Action::Remove(choice)));
    }
    let mut links = Vec::new();
    for (label, action) in ways {
        let query = query.clone().apply(action);
        let found = explorer.extras().with_untracked(|extras| search(&engine, extras, &query));
        let found = found.hits.len();
        if found > 0 {
            links.push(
                el("li")
                    .child(el("a").attr("href", href(&query)).child(label))
                    .child(" ")
                    .child(el("span").class("count").child(found)),
            );
        }
    }
    links
}
