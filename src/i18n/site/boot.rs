//! Words for the page before and without the client. The client does not contain them.

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BootStrings {
    pub(crate) no_script: &'static str,
    pub(crate) title: &'static str,
    /// A sentence per reason, by the attribute that `notice.js` reads: `data-` and the name of the reason.
    pub(crate) reasons: [(&'static str, &'static str); 6],
    /// The page is loading.
    pub(crate) wait: &'static str,
    /// Loading takes long.
    pub(crate) slow: &'static str,
    pub(crate) rest: &'static str,
    pub(crate) retry: &'static str,
}
