//! Parts that several pages share.

pub(super) mod blocks;
pub(super) mod byline;
pub(crate) mod citation;
pub(super) mod footnotes;
pub(super) mod frame;
pub(super) mod icons;
pub(super) mod players;
pub(super) mod search_form;
pub(super) mod sentences;
pub(super) mod unframed;
pub(crate) mod video;
pub(super) mod weight;
