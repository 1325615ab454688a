//! The words of the current page that only static pages need.

use crate::i18n::site::{Language, PageStrings};
use reactive_graph::owner::expect_context;

/// All words in the language of the current page.
pub(crate) fn language_words() -> &'static Language {
    expect_context()
}

/// The words of static pages, in the language of the current page.
pub(crate) fn page_words() -> &'static PageStrings {
    &language_words().pages
}

#[cfg(test)]
mod tests {
    use crate::{
        i18n::site::{LANGUAGES, language},
        model::{Catalog, Conference, Site},
        pages::Renderer,
    };

    /// A site of one edition.
    fn renderer(language: &str) -> Renderer {
        let site = Site { title: "T".to_owned(), language: language.to_owned(), ..Site::default() };
        let conference = Conference {
            id: "t-2018".into(),
            name: "T 2018".to_owned(),
            short_name: "T 2018".to_owned(),
            start: "2018-05-02".parse().ok(),
            ..Conference::default()
        };
        let catalog = Catalog { conferences: vec![conference], ..Catalog::default() };
        Renderer::new(site, catalog, Vec::new())
    }

    #[test]
    fn a_site_holds_no_words_of_another_language() {
        let english = language("en");
        for language in LANGUAGES.into_iter().skip(1) {
            let renderer = renderer(language.explorer.language());
            let around = [
                renderer.index(),
                renderer.not_found(None),
                renderer.share(),
                renderer.gallery(&[], None),
            ];
            for page in renderer.pages(&[]).chain(around) {
                for (name, english) in english.explorer.entries() {
                    let is_phrase = english.contains(' ') && !english.contains(['{', '|']);
                    let is_left = is_phrase && english.len() > 3 && page.body.contains(english);
                    assert!(!is_left, "{name} is English in {}", page.path);
                }
            }
        }
    }
}
