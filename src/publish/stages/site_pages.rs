//! The pages of a site, embedded ones aside.

use crate::publish::{
    client::has_extension,
    context::Context,
    stages::{File, Stage},
};
use crate::{
    pages::{Page, RenderedPage, all_pages, link::AUTHOR},
    ui::link::{CONTENTS, HOME},
};

/// The page for unknown addresses.
pub(in crate::publish) const NOT_FOUND: &str = "404.html";

/// The stage that makes them.
pub(in crate::publish) struct SitePages<'a>(pub(in crate::publish) &'a Context<'a>);

/// A page of the site.
#[derive(Clone, Debug)]
pub(in crate::publish) enum SitePage {
    /// The explorer, or its replacement while the collection is empty.
    Home,
    /// The page of a conference, talk, theme, person, organization, recap or year.
    Of(Page),
    /// The pages of authors who are not people of the collection.
    Authors,
    /// The pages about the site, and the curator's own.
    AboutSite,
    /// The page at a former address, by its number among the redirects.
    Redirect(usize),
    /// The page for unknown addresses.
    NotFound,
    /// The list of everything by name. It may offer to save the site, which has this many bytes, so it is made after
    /// everything else is written.
    Contents(Option<u64>),
}

impl Stage for SitePages<'_> {
    type Output = SitePage;

    fn name(&self) -> &'static str {
        "rendering pages"
    }

    /// Everything but the list of contents.
    fn outputs(&self) -> Vec<SitePage> {
        let things = all_pages(&self.0.renderer.collection()).into_iter().map(SitePage::Of);
        let redirects = (0..self.0.redirects.len()).map(SitePage::Redirect);
        let others = [SitePage::Authors, SitePage::AboutSite, SitePage::NotFound];
        [SitePage::Home].into_iter().chain(things).chain(others).chain(redirects).collect()
    }

    fn may_have(&self, output: &SitePage, path: &str) -> bool {
        match output {
            SitePage::Home => path == HOME,
            SitePage::Of(page) => page.path() == path,
            SitePage::Authors => path.split_once('/').is_some_and(|(folder, _)| folder == AUTHOR),
            SitePage::AboutSite => !path.contains('/') && has_extension(path, "html"),
            SitePage::Redirect(number) => {
                self.0.redirects.get(*number).is_some_and(|moved| moved.page.path == path)
            }
            SitePage::NotFound => path == NOT_FOUND,
            SitePage::Contents(_) => path == CONTENTS,
        }
    }

    fn make(&self, output: &SitePage) -> Vec<File> {
        let Context { dataset, documents, renderer, redirects, url, .. } = self.0;
        match output {
            SitePage::Home => vec![self.home()],
            SitePage::Of(page) => {
                renderer.page_of(page).iter().map(|page| self.file(page)).collect()
            }
            SitePage::Authors => {
                renderer.author_pages().iter().map(|page| self.file(page)).collect()
            }
            SitePage::AboutSite => {
                let pages = renderer.pages_of_site(&dataset.pages);
                pages.iter().map(|page| self.file(page)).chain(self.check()).collect()
            }
            SitePage::Redirect(number) => {
                let moved = redirects.get(*number).into_iter();
                moved.map(|moved| html_file(&moved.page, documents.redirect(moved))).collect()
            }
            SitePage::NotFound => {
                let page = renderer.not_found(url.map(|url| url.of("index.html")).as_deref());
                vec![html_file(&page, documents.not_found(&page))]
            }
            SitePage::Contents(to_save) => vec![self.file(&renderer.contents(*to_save))],
        }
    }
}

impl SitePages<'_> {
    fn home(&self) -> File {
        let Context { documents, renderer, exports, manifest_json, .. } = self.0;
        if let Some(page) = renderer.nothing_yet() {
            return self.file(&page);
        }
        let page = renderer.index();
        html_file(&page, documents.explorer(&page, manifest_json, &exports.head(&page)))
    }

    /// The page that checks recaps, if the site has one.
    fn check(&self) -> Option<File> {
        let Context { documents, renderer, check_page, .. } = self.0;
        let page = renderer.check();
        check_page.map(|of_page| html_file(&page, documents.check(&page, of_page)))
    }

    fn file(&self, page: &RenderedPage) -> File {
        html_file(page, self.0.documents.page(page, &self.0.exports.head(page)))
    }
}

fn html_file(page: &RenderedPage, html: String) -> File {
    (page.path.clone(), html.into_bytes())
}
