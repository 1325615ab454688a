//! The look that a curator chose, as a style sheet, and the curator's frame around every page.

use crate::{
    model::{Fonts, Look},
    pages::{Renderer, escaped},
};

const SERIF: &str =
    "\"Iowan Old Style\",Charter,\"Palatino Linotype\",\"Liberation Serif\",Georgia,serif";
const SANS: &str =
    "-apple-system,BlinkMacSystemFont,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif";
const ROUNDED: &str = "ui-rounded,\"SF Pro Rounded\",\"Arial Rounded MT Bold\",Nunito,Quicksand,\"Segoe UI\",sans-serif";
const MONO: &str = "ui-monospace,\"Cascadia Mono\",Menlo,Consolas,monospace";

/// Rules for the curator's frame around a page.
const AROUND: &str = ".site-nav,.site-foot{box-sizing:border-box;max-inline-size:var(--page);margin-inline:auto;\
    padding-inline:clamp(1rem,4vw,2.5rem);font-size:var(--text-ui)}\
    .site-nav{display:flex;flex-wrap:wrap;gap:var(--space-1) var(--space-5);padding-block-start:var(--space-3)}\
    .site-nav a{padding-block:var(--space-1)}\
    .site-foot{padding-block-end:var(--space-6);color:var(--ink-quiet)}";

/// Rules for the text above the explorer. It is hidden if the address asks for a view.
const HOME: &str = ".site-home{box-sizing:border-box;max-inline-size:var(--page);margin-inline:auto;\
    padding:clamp(1rem,3vw,2rem) clamp(1rem,4vw,2.5rem) 0;& > *{max-inline-size:var(--measure)}& > * + *{margin-block-start:var(--space-3)}\
    & h2,& h3{font:600 var(--text-headline)/1.2 var(--serif)}\
    & img{max-inline-size:100%;block-size:auto}}:root[data-alone] .site-home{display:none}";

/// The style sheet of a look. Empty for the default look.
///
/// Its layers come after those of the site, so its rules win. The rules of the curator's own style sheet win over all
/// others.
pub(in crate::publish) fn style(look: &Look) -> String {
    let mut rules = String::new();
    if let Some(accent) = &look.accent {
        let colors =
            |accent: &str, wash: &str| format!(":root{{--accent:{accent};--accent-wash:{wash}}}");
        rules.extend([format!(
            "@media (forced-colors:none){{{}}}\
             @media screen and (forced-colors:none) and (prefers-color-scheme:dark){{{}}}",
            colors(&accent.light, &accent.light_wash),
            colors(&accent.dark, &accent.dark_wash),
        )]);
    }
    let fonts = match look.fonts {
        Fonts::Mixed => None,
        Fonts::Serif => Some((SERIF, SERIF)),
        Fonts::Sans => Some((SANS, SANS)),
        Fonts::Rounded => Some((ROUNDED, ROUNDED)),
        Fonts::Mono => Some((MONO, SANS)),
    };
    if let Some((titles, text)) = fonts {
        rules.extend([format!(":root{{--serif:{titles};--sans:{text}}}")]);
    }
    if !look.logo.is_empty() {
        rules.extend([format!(
            ".masthead-title::before{{content:\"\";float:inline-start;inline-size:4rem;block-size:4rem;\
             margin-inline-end:var(--space-4);background:url(\"{}\") center/contain no-repeat}}\
             .is-page .masthead-title::before{{inline-size:2rem;block-size:2rem;margin-inline-end:var(--space-3)}}",
            look.logo
        )]);
    }
    if !look.navigation.is_empty() || !look.footer.is_empty() {
        rules += AROUND;
    }
    if !look.home.is_empty() {
        rules += HOME;
    }
    let mut style =
        if rules.is_empty() { String::new() } else { format!("@layer look{{{rules}}}") };
    if !look.style.is_empty() {
        style.extend(["@layer site{\n", &look.style, "\n}"]);
    }
    // It is inside a style element of the explorer, which it must not close.
    style.replace("</", "<\\/")
}

/// The curator's frame around every page: links above it, and a text below.
#[derive(Clone, Debug, Default)]
pub(in crate::publish) struct Around {
    navigation: Vec<(String, String)>,
    /// The text below as HTML, for pages in the folder of the site and for pages in a folder below.
    footer: [String; 2],
}

impl Around {
    /// What a curator puts around every page.
    pub(in crate::publish) fn new(look: &Look, renderer: &Renderer) -> Self {
        let footer = ["./", "../"].map(|root| {
            if look.footer.is_empty() { String::new() } else { renderer.text(&look.footer, root) }
        });
        Self { navigation: look.navigation.clone(), footer }
    }

    /// A page between them. `root` leads from the page to the folder of the site.
    ///
    /// The boot script keeps what has the attribute `data-site` when the client takes the place of the page.
    pub(in crate::publish) fn around(&self, page: &str, root: &str) -> String {
        let link = |(words, url): &(String, String)| {
            let root = if url.contains(':') { "" } else { root };
            format!("<a href=\"{root}{}\">{}</a>", escaped(url), escaped(words))
        };
        let links: String = self.navigation.iter().map(link).collect();
        let mut whole = String::new();
        if !links.is_empty() {
            whole.extend(["<nav class=\"site-nav\" data-site=\"start\">", &links, "</nav>"]);
        }
        whole += page;
        let [beside_home, below] = &self.footer;
        let footer = if root == "../" { below } else { beside_home };
        if !footer.is_empty() {
            whole.extend(["<aside class=\"site-foot\" data-site=\"end\">", footer, "</aside>"]);
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Accent;

    #[test]
    fn a_site_without_a_look_has_no_style_of_its_own() {
        assert_eq!(style(&Look::default()), "");
    }

    #[test]
    fn the_style_sheet_of_the_curator_is_in_the_last_layer_and_cannot_end_its_element() {
        let accent = Some(Accent { light: "#111111".to_owned(), ..Accent::default() });
        let look = Look { accent, style: "a{}/*</style><script>*/".to_owned(), ..Look::default() };
        let style = style(&look);
        assert!(style.find("@layer look").unwrap() < style.find("@layer site").unwrap());
        assert!(style.contains("--accent:#111111") && !style.contains("</"), "{style}");
    }

    #[test]
    fn links_lead_to_pages_of_the_site_from_every_folder() {
        let navigation = [("About", "about.html"), ("Elsewhere <here>", "https://loom.example/")];
        let navigation = navigation.map(|(words, url)| (words.to_owned(), url.to_owned())).to_vec();
        let footer = ["<p>here</p>", "<p>by Ada</p>"].map(str::to_owned);
        let around = Around { navigation, footer };
        let page = around.around("<main></main>", "../");
        for part in [
            "<a href=\"../about.html\">About</a>",
            "<a href=\"https://loom.example/\">Elsewhere &lt;here&gt;</a></nav><main></main>",
            "<p>by Ada</p></aside>",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert_eq!(Around::default().around("<main></main>", "./"), "<main></main>");
    }
}
