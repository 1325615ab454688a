//! What the web says about an address.

use crate::ingest::Severity;

/// What the web says about an address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Answer {
    /// The page exists.
    Fine,
    /// The page does not exist; the host answered with this status.
    Dead(u16),
    /// The host does not exist.
    NoHost,
    /// The address leads to a machine that readers cannot reach. It was not requested.
    NotForReaders,
    /// It is unclear, for this reason.
    Unclear(String),
}

impl Answer {
    /// What to report; `None` if the page exists. `address` is spelled as in the notes.
    pub(super) fn report(&self, address: &str) -> Option<(Severity, &'static str, String)> {
        let address = short_address(address);
        let dead = |what: String| Some((Severity::Warning, "dead-link", what));
        match self {
            Self::Fine => None,
            Self::Dead(status) => {
                dead(format!("the page at {address} is gone: its host answers {status}"))
            }
            Self::NoHost => dead(format!("the host of {address} does not exist")),
            Self::NotForReaders => dead(format!(
                "{address} leads to this machine or to a local network, where readers cannot go"
            )),
            Self::Unclear(reason) => {
                Some((Severity::Uncertain, "unclear-link", format!("{address} {reason}")))
            }
        }
    }

    /// The remedy.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::Unclear(_) => "open it in a browser; fix the link if the page is gone",
            Self::Fine | Self::Dead(_) | Self::NoHost | Self::NotForReaders => {
                "link to where the page is now, or to a copy of it in an archive; or delete the link"
            }
        }
    }
}

/// The most characters of an address in a message.
const LONGEST: usize = 100;

fn short_address(address: &str) -> String {
    match address.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", address.get(..end).unwrap_or_default()),
        None => address.to_owned(),
    }
}
