//! The few icons, each one stroke in the color of the text beside it. They only repeat what that text says.

use super::dom::{Element, svg};

/// An icon of one stroke.
pub(crate) fn icon(path: &'static str) -> Element {
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
