//! Content security policies: a page may load and run only what its policy names.
//!
//! Each page states its own policy, for hosts that send no headers, and names only what it needs. Hosts that send
//! headers get one policy that is wide enough for every page. Browsers apply both.

use crate::bundle::digest::integrity;
use crate::model::Statistics;
use crate::pages::PLAYER_ORIGINS;
use crate::publish::scripts::script::Script;
use std::{collections::BTreeSet, fmt};

/// A policy. The default allows nothing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::publish) struct Policy {
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
    frames: BTreeSet<String>,
    images: BTreeSet<String>,
    requests: BTreeSet<String>,
    forms: BTreeSet<String>,
    workers: BTreeSet<String>,
    /// Names of the trusted types policies that scripts may create.
    trusted: BTreeSet<String>,
}

impl Policy {
    /// A page of the site: its style and pictures, its form, and its inline scripts.
    pub(in crate::publish) fn page<'a>(scripts: impl IntoIterator<Item = &'a Script>) -> Self {
        let texts = scripts.into_iter().filter_map(Script::inline_text);
        Self {
            scripts: texts.map(source).collect(),
            styles: set([SELF]),
            images: set([SELF, "data:"]),
            // No script of a page requests anything. But tools that check a page request robots.txt from within it, and
            // report a blocked request as a broken host.
            requests: set([SELF]),
            forms: set([SELF]),
            ..Self::default()
        }
    }

    /// The explorer: it also loads and compiles the client, which loads the collection.
    pub(in crate::publish) fn explorer<'a>(scripts: impl IntoIterator<Item = &'a Script>) -> Self {
        let mut policy = Self::page(scripts);
        policy.scripts.extend(set([SELF, COMPILED]));
        policy
    }

    /// Allows the client of an embedded view, which scripts of the site contain.
    #[must_use]
    pub(in crate::publish) fn with_client(mut self) -> Self {
        self.scripts.extend(set([SELF, COMPILED]));
        self.trusted.extend(set(["hallway"]));
        self
    }

    /// Allows an inline style.
    #[must_use]
    pub(in crate::publish) fn with_style(mut self, style: &str) -> Self {
        self.styles.insert(source(style));
        self
    }

    /// Allows frames of the site.
    #[must_use]
    pub(in crate::publish) fn with_own_frames(mut self) -> Self {
        self.frames.extend(set([SELF]));
        self
    }

    /// Allows scripts of the site.
    #[must_use]
    pub(in crate::publish) fn with_own_scripts(mut self) -> Self {
        self.scripts.extend(set([SELF]));
        self
    }

    /// A page with an inline style that needs no other file of the site.
    pub(in crate::publish) fn bare(style: &str) -> Self {
        let styles = BTreeSet::from([source(style)]);
        Self { styles, images: set(["data:"]), ..Self::default() }
    }

    /// Allows what a key press loads: a script of the site, and the names that the script reads.
    #[must_use]
    pub(in crate::publish) fn with_palette(mut self) -> Self {
        self.scripts.extend(set([SELF]));
        self.requests.extend(set([SELF]));
        self
    }

    /// Allows frames of other origins.
    #[must_use]
    pub(in crate::publish) fn with_frames_of(mut self, origins: &BTreeSet<&'static str>) -> Self {
        self.frames.extend(origins.iter().copied().map(ToOwned::to_owned));
        self
    }

    /// Allows every player of recordings.
    #[must_use]
    pub(in crate::publish) fn with_all_players(mut self) -> Self {
        self.frames.extend(set(PLAYER_ORIGINS));
        self
    }

    /// Allows the script that counts readers, and what it sends.
    #[must_use]
    pub(in crate::publish) fn with_statistics(mut self, statistics: Option<&Statistics>) -> Self {
        if let Some(it) = statistics {
            self.scripts.insert(it.src.clone());
            self.requests.insert(it.connect.clone());
        }
        self
    }

    /// Allows a page to save the site: to start the worker that keeps it.
    #[must_use]
    pub(in crate::publish) fn with_saving(mut self) -> Self {
        self.workers.extend(set([SELF]));
        self.trusted.extend(set(["hallway-offline"]));
        self
    }

    /// A policy that allows everything that either of two policies allows.
    #[must_use]
    pub(in crate::publish) fn or(mut self, other: Self) -> Self {
        let Self { scripts, styles, frames, images, requests, forms, workers, trusted } = other;
        self.scripts.extend(scripts);
        self.styles.extend(styles);
        self.frames.extend(frames);
        self.images.extend(images);
        self.requests.extend(requests);
        self.forms.extend(forms);
        self.workers.extend(workers);
        self.trusted.extend(trusted);
        self
    }

    /// The element that states the policy. It must precede everything that the policy applies to.
    pub(in crate::publish) fn element(&self) -> String {
        // Needs no escaping: no source contains a double quote or an ampersand.
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{self}\">")
    }
}

/// Allows the browser to compile wasm.
const COMPILED: &str = "'wasm-unsafe-eval'";

/// The files of the site. On a disk that is the folder of the opened page.
const SELF: &str = "'self'";

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scripts, styles, frames, images, requests, forms, workers, trusted } = self;
        f.write_str("default-src 'none'")?;
        for (directive, sources) in [
            ("script-src", scripts),
            ("style-src", styles),
            ("img-src", images),
            ("connect-src", requests),
            ("frame-src", frames),
            ("worker-src", workers),
            ("form-action", forms),
        ] {
            if !sources.is_empty() {
                write!(f, "; {directive}")?;
                sources.iter().try_for_each(|source| write!(f, " {source}"))?;
            } else if directive == "form-action" {
                // `default-src` does not cover this one.
                f.write_str("; form-action 'none'")?;
            }
        }
        // No script may turn a text into HTML or into a script, except by one of our named policies.
        f.write_str("; base-uri 'none'; require-trusted-types-for 'script'; trusted-types")?;
        if trusted.is_empty() {
            return f.write_str(" 'none'");
        }
        trusted.iter().try_for_each(|name| write!(f, " {name}"))
    }
}

fn set<const N: usize>(sources: [&str; N]) -> BTreeSet<String> {
    BTreeSet::from(sources.map(ToOwned::to_owned))
}

fn source(text: &str) -> String {
    format!("'{}'", integrity(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_may_run_what_stands_in_it_and_nothing_else() {
        // printf 'start()' | openssl dgst -sha256 -binary | base64
        let policy = Policy::page(&[Script::inline("start()")]).to_string();
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        );
    }

    #[test]
    fn a_page_may_frame_the_players_it_offers_and_no_others() {
        let vimeo = "https://player.vimeo.com";
        let policy = Policy::default().with_frames_of(&BTreeSet::from([vimeo])).to_string();
        assert!(policy.contains("; frame-src https://player.vimeo.com;"), "{policy}");
        assert_eq!(Policy::default().with_frames_of(&BTreeSet::new()), Policy::default());
    }

    #[test]
    fn the_policy_for_all_allows_what_each_does() {
        let one = Policy::page(&[Script::inline("a")]);
        let other = Policy::bare("p{}").with_all_players();
        let both = one.clone().or(other.clone());
        assert_eq!(both.clone().or(one), both);
        assert_eq!(both.clone().or(other), both);
    }

    proptest! {
        #[test]
        fn no_text_of_a_page_gets_into_its_policy(text in "\\PC*") {
            let policy = Policy::explorer(&[Script::verbatim("", &text)]).with_style(&text);
            let is_plain = |c: char| c.is_ascii_alphanumeric() || " '-+/=:;.".contains(c);
            prop_assert!(policy.to_string().chars().all(is_plain), "{policy}");
        }
    }
}
