//! The few icons, each one stroke in the color of the text beside it. They say nothing that the text
//! beside them does not.

use super::node::{Element, svg};

fn icon(path: &'static str) -> Element {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 16 16")
        .attr("width", "16")
        .attr("height", "16")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", path))
}

/// A magnifying glass.
pub(crate) fn icon_search() -> Element {
    icon("M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M10.3 10.3L14 14")
}

/// A triangle in a frame.
pub(crate) fn icon_video() -> Element {
    icon("M1.5 3.5h13v9h-13zM6.5 6v4l3.5-2z")
}

/// A cross.
pub(crate) fn icon_remove() -> Element {
    icon("M4 4l8 8M12 4l-8 8")
}

/// A star.
#[cfg(feature = "publish")]
pub(crate) fn icon_star() -> Element {
    icon("M8 1.8l1.9 4l4.3.6l-3.1 3l.7 4.3L8 11.7l-3.8 2l.7-4.3l-3.1-3l4.3-.6z")
}

/// An arrow to the left.
#[cfg(feature = "publish")]
pub(crate) fn icon_back() -> Element {
    icon("M14 8H2.5M7 3.5L2.5 8L7 12.5")
}
