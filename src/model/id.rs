//! Ids: slugs of `a-z`, `0-9` and `-`, one type per entity so that they cannot be confused.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident;)+) => {$(
        #[doc = $doc]
        #[derive(Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The slug as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(slug: &str) -> Self {
                Self(slug.to_owned())
            }
        }
    )+};
}

id! {
    /// Names a [`Series`](super::Series), e.g. `kubecon`.
    SeriesId;
    /// Names a [`Conference`](super::Conference), e.g. `kubecon-eu-2018`.
    ConferenceId;
    /// Names a [`Talk`](super::Talk), e.g. `kubecon-eu-2016-the-state-of-state`.
    TalkId;
    /// Names a [`Person`](super::Person), e.g. `kelsey-hightower`.
    PersonId;
    /// Names an [`Organization`](super::Organization), e.g. `coreos`.
    OrganizationId;
    /// Names a [`Theme`](super::Theme), e.g. `service-mesh`.
    ThemeId;
    /// Names a [`Recap`](super::Recap), e.g. `kubecon-europe-2016-recap`.
    RecapId;
    /// Names a [`Note`](super::Note): its recap's id, a dot, and the words of its title.
    NoteId;
}
