//! What a page may load and run, as a content security policy: nothing but what is named.
//!
//! Each page says so itself, for hosts that send no headers, and says only what it needs. The hosts
//! that do send headers get one policy that is wide enough for every page; browsers hold a page to both.

use crate::bundle::digest::integrity;
use crate::ui::PLAYER_ORIGINS;
use std::{collections::BTreeSet, fmt};

/// A policy. The empty one allows nothing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Policy {
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
    frames: BTreeSet<String>,
    images: BTreeSet<String>,
    requests: BTreeSet<String>,
    forms: BTreeSet<String>,
    workers: BTreeSet<String>,
    /// Makers of what scripts may run.
    trusted: BTreeSet<String>,
}

impl Policy {
    /// A page of the site: its style and pictures, its form, and the scripts that stand in `html`.
    pub(super) fn page(html: &str) -> Self {
        Self {
            scripts: inline_scripts(html).map(source).collect(),
            styles: set([SELF]),
            images: set([SELF, "data:"]),
            // No script of a page asks for anything. Programs that look at a page ask for robots.txt in
            // its name, and take a refusal for a broken host.
            requests: set([SELF]),
            forms: set([SELF]),
            ..Self::default()
        }
    }

    /// The explorer: it also loads and compiles the client, which loads the collection.
    pub(super) fn explorer(html: &str) -> Self {
        let mut policy = Self::page(html);
        policy.scripts.extend(set([SELF, COMPILED]));
        policy
    }

    /// Allows the client of an embedded view, which comes out of scripts of the site.
    #[must_use]
    pub(super) fn with_client(mut self) -> Self {
        self.scripts.extend(set([SELF, COMPILED]));
        self.trusted.extend(set(["hallway"]));
        self
    }

    /// Allows a style that stands in the page.
    #[must_use]
    pub(super) fn with_style(mut self, style: &str) -> Self {
        self.styles.insert(source(style));
        self
    }

    /// Allows frames of the site.
    #[must_use]
    pub(super) fn with_own_frames(mut self) -> Self {
        self.frames.extend(set([SELF]));
        self
    }

    /// Allows scripts of the site.
    #[must_use]
    pub(super) fn with_own_scripts(mut self) -> Self {
        self.scripts.extend(set([SELF]));
        self
    }

    /// A page with a style of its own that knows nothing of the site.
    pub(super) fn bare(style: &str) -> Self {
        let styles = BTreeSet::from([source(style)]);
        Self { styles, images: set(["data:"]), ..Self::default() }
    }

    /// Allows what is loaded on a key: a script of the site, and the names that it reads.
    #[must_use]
    pub(super) fn with_tools(mut self) -> Self {
        self.scripts.extend(set([SELF]));
        self.requests.extend(set([SELF]));
        self
    }

    /// Allows the players that `body` offers to put in a frame.
    #[must_use]
    pub(super) fn with_players_of(mut self, body: &str) -> Self {
        let is_offered = |origin: &&str| body.contains(&format!(" data-player=\"{origin}/"));
        self.frames.extend(PLAYER_ORIGINS.into_iter().filter(is_offered).map(ToOwned::to_owned));
        self
    }

    /// Allows every player.
    #[must_use]
    pub(super) fn with_all_players(mut self) -> Self {
        self.frames.extend(set(PLAYER_ORIGINS));
        self
    }

    /// Allows to save the site: to start the worker that keeps it.
    #[must_use]
    pub(super) fn with_saving(mut self) -> Self {
        self.workers.extend(set([SELF]));
        self.trusted.extend(set(["hallway-offline"]));
        self
    }

    /// What either allows.
    #[must_use]
    pub(super) fn or(mut self, other: Self) -> Self {
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

    /// The element that states it; it must stand before everything it is about.
    pub(super) fn element(&self) -> String {
        // No source has a double quote or an ampersand.
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{self}\">")
    }
}

/// Code that is compiled in the browser, as wasm is.
const COMPILED: &str = "'wasm-unsafe-eval'";

/// The files of the site itself. On a disk that is the folder the page was opened from.
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
                // The one of these for which the default does not speak.
                f.write_str("; form-action 'none'")?;
            }
        }
        // No text becomes HTML or a script, whatever calls for it, and nobody may make an exception but
        // by a policy of a name of ours.
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

/// The scripts and import maps that stand in `html` as we write it. What has another type is data.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        let runs = !attributes.contains(" type=") || attributes.contains(" type=\"importmap\"");
        runs.then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_may_run_what_stands_in_it_and_nothing_else() {
        // printf 'start()' | openssl dgst -sha256 -binary | base64
        let policy = Policy::page("<script>start()</script>").to_string();
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        );
    }

    #[test]
    fn data_is_not_a_script_but_an_import_map_is() {
        let html = "<script type=\"application/json\" id=\"a\">{}</script><script type=\"importmap\">{}</script><script data-js=\"a\">b</script>";
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["{}", "b"]);
    }

    #[test]
    fn a_player_is_allowed_where_it_is_offered() {
        let offered = "<button data-player=\"https://player.vimeo.com/video/1?autoplay=1\">";
        let policy = Policy::default().with_players_of(offered).to_string();
        assert!(policy.contains("; frame-src https://player.vimeo.com;"), "{policy}");
        let named =
            "<p>https://player.vimeo.com/video/1 data-player=&quot;https://player.vimeo.com/</p>";
        assert_eq!(Policy::default().with_players_of(named), Policy::default());
    }

    #[test]
    fn the_policy_for_all_allows_what_each_does() {
        let one = Policy::page("<script>a</script>");
        let other = Policy::bare("p{}").with_all_players();
        let both = one.clone().or(other.clone());
        assert_eq!(both.clone().or(one), both);
        assert_eq!(both.clone().or(other), both);
    }

    proptest! {
        #[test]
        fn no_text_of_a_page_gets_into_its_policy(text in "\\PC*") {
            let policy = Policy::explorer(&format!("<script>{text}</script>")).with_players_of(&text);
            let is_plain = |c: char| c.is_ascii_alphanumeric() || " '-+/=:;.".contains(c);
            prop_assert!(policy.to_string().chars().all(is_plain), "{policy}");
        }
    }
}
