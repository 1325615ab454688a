//! The search box of a page, which leads to the explorer.

use crate::{
    query::Query,
    ui::{
        dom::{Child as _, Node},
        filters::search_box::{form, input},
        link::href,
    },
};

/// The search box of the explorer on a page: it leads there with what was typed.
pub(crate) fn search_form() -> Node {
    form(input()).class("search").attr("action", href(&Query::default())).into_node()
}
