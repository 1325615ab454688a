//! The icons that only pages show.

use crate::ui::{dom::Element, icons::icon};

/// A star.
pub(crate) fn icon_star() -> Element {
    icon("M8 1.8l1.9 4l4.3.6l-3.1 3l.7 4.3L8 11.7l-3.8 2l.7-4.3l-3.1-3l4.3-.6z")
}

/// An arrow to the left.
pub(crate) fn icon_back() -> Element {
    icon("M14 8H2.5M7 3.5L2.5 8L7 12.5")
}
