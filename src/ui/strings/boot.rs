//! Words for the page before and without the client. The client itself never says them, so it does
//! not carry them.

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BootStrings {
    pub(crate) no_script: &'static str,
    pub(crate) title: &'static str,
    /// Why, by the attribute that hands it to `boot.js`: `data-` and the reason's name.
    pub(crate) reasons: [(&'static str, &'static str); 6],
    pub(crate) rest: &'static str,
    pub(crate) retry: &'static str,
}
