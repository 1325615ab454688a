//! The search box of a page, which leads to the explorer.

use crate::{
    query::Query,
    ui::{
        dom::{Child as _, Node},
        filters::search_box::{form, input},
        link::href,
    },
};

/// The explorer's search box on a page: it opens the explorer with the typed text.
pub(crate) fn search_form() -> Node {
    form(input()).class("search").attr("action", href(&Query::default())).into_node()
}
