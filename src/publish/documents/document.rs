//! Whole HTML documents: a rendered page in the frame of the template, with its head, its scripts and its policy.
//! A document is complete and readable before any script runs.

use crate::publish::{
    client::Client,
    documents::look::Around,
    documents::not_found::{BARE_STYLE, SEARCH, not_found_policy},
    documents::policy::Policy,
    documents::template::{Template, TemplateContent, open_element},
    embeds::policy_of_embeds,
    offline::saving_script,
    scripts::page_scripts::PageScripts,
    scripts::script::{Script, html_of},
    scripts::statistics::counting_script,
    stages::check_page::{CheckPage, STYLE},
};
use crate::{
    model::{Manifest, Site, Statistics},
    pages::escaped,
    pages::link::{READING_LIST, THEMES},
    pages::{Moved, RenderedPage},
};

/// Redirects from a former address.
const MOVED: &str = include_str!("../scripts/moved.js");
/// Turns rendered pages into documents.
#[derive(Clone, Debug)]
pub(in crate::publish) struct Documents<'a> {
    template: &'a Template,
    manifest: &'a Manifest,
    scripts: &'a PageScripts,
    /// The style of the explorer, inline in its page. A linked style sheet would cost one round trip before the first
    /// paint, and another before the script runs that requests everything else.
    explorer_style: String,
    /// What the curator puts around every page.
    around: Around,
    /// The script that counts readers.
    statistics: Option<&'a Statistics>,
    /// The page that checks recaps.
    check_page: Option<&'a CheckPage>,
    /// The parts that all pages in a folder share. There may be tens of thousands of them.
    below: Frame,
}

/// The parts that pages share: style, scripts and policy.
#[derive(Clone, Debug)]
struct Frame {
    style: String,
    scripts: String,
    policy: Policy,
}

/// A page in a folder of the site.
const BELOW: &str = "x/x";

impl<'a> Documents<'a> {
    /// Prepares the documents of a site.
    pub(in crate::publish) fn new(
        client: &'a Client,
        manifest: &'a Manifest,
        scripts: &'a PageScripts,
        explorer_style: String,
    ) -> Self {
        let template = &client.template;
        let below = Frame::new(template, &manifest.site, BELOW, &scripts.of_page(BELOW));
        let (around, statistics, check_page) = (Around::default(), None, None);
        Self { template, manifest, scripts, explorer_style, around, statistics, check_page, below }
    }

    /// Sets the curator's frame around every page, and the script that counts readers.
    #[must_use]
    pub(in crate::publish) fn with(
        self,
        around: Around,
        statistics: Option<&'a Statistics>,
    ) -> Self {
        Self { around, statistics, ..self }
    }

    /// Sets the page that checks recaps.
    #[must_use]
    pub(in crate::publish) fn with_check_page(self, check_page: Option<&'a CheckPage>) -> Self {
        Self { check_page, ..self }
    }

    fn site(&self) -> &'a Site {
        &self.manifest.site
    }

    /// The explorer. `manifest` is its manifest as JSON, `meta` the elements for programs in its head.
    pub(in crate::publish) fn explorer(
        &self,
        page: &RenderedPage,
        manifest: &str,
        meta: &str,
    ) -> String {
        let (start, start_scripts) = self.template.start(self.scripts.explorer_modules());
        let manifest = Script::json("hallway-manifest", manifest);
        let redirects = self.scripts.redirects(&page.path);
        let keys = self.scripts.explorer_keys(self.template.pages_style());
        let early: Vec<Script> = redirects.into_iter().chain([keys]).collect();
        let policy = Policy::explorer(early.iter().chain(&start_scripts))
            .with_style(&self.explorer_style)
            .with_statistics(self.statistics);
        let head = [
            &policy.element(),
            "\n",
            &title(&page.title),
            meta,
            "\n",
            &manifest.html(),
            &html_of(&early),
            &html_of(&counting_script(self.statistics)),
        ];
        let content = TemplateContent {
            head: &head.concat(),
            style: &["<style>", &self.explorer_style, "</style>"].concat(),
            script: &start,
            page: &self.around.around(&page.body, "./"),
        };
        self.template.fill(&self.site().language, &content)
    }

    /// A page without the client. `meta` holds the elements for programs in its head.
    pub(in crate::publish) fn page(&self, page: &RenderedPage, meta: &str) -> String {
        if page.path.contains('/') {
            return self.framed(page, meta, &self.below, &self.below.policy, "");
        }
        let scripts = self.scripts.of_page(&page.path);
        let frame = Frame::new(self.template, self.site(), &page.path, &scripts);
        if !page.offers_saving {
            return self.framed(page, meta, &frame, &frame.policy, "");
        }
        // The script looks for the offer as soon as it runs, so it must follow the offer.
        let saving = saving_script();
        let policy = frame.policy.clone().or(Policy::page([&saving])).with_saving();
        self.framed(page, meta, &frame, &policy, &saving.html())
    }

    /// A page at a former address. It redirects at once, has a link, and informs search engines.
    pub(in crate::publish) fn redirect(&self, moved: &Moved) -> String {
        let Moved { page, to, now: _ } = moved;
        let leads_on = Script::inline(MOVED);
        let to = escaped(to);
        let meta = format!(
            "\n<link rel=\"canonical\" href=\"{to}\">\n{}\n<noscript><meta http-equiv=\"refresh\" content=\"0; url={to}\"></noscript>",
            leads_on.html()
        );
        let scripts = self.scripts.of_page(&page.path);
        let frame = Frame::new(self.template, self.site(), &page.path, &scripts);
        let policy = frame.policy.clone().or(Policy::page([&leads_on]));
        self.framed(page, &meta, &frame, &policy, "")
    }

    /// A page about the site with a policy, a style in its head, and scripts of its own.
    pub(in crate::publish) fn page_with(
        &self,
        page: &RenderedPage,
        policy: &Policy,
        style: &str,
        scripts: &[Script],
    ) -> String {
        let frame = Frame::new(self.template, self.site(), &page.path, scripts);
        self.framed(page, style, &frame, policy, "")
    }

    /// The page that checks recaps.
    pub(in crate::publish) fn check(&self, page: &RenderedPage, of_page: &CheckPage) -> String {
        let style = ["<style>", STYLE, "</style>"].concat();
        self.page_with(page, &of_page.policy, &style, &of_page.scripts)
    }

    /// The 404 page. A host may show it at any address, so it needs no other file.
    pub(in crate::publish) fn not_found(&self, page: &RenderedPage) -> String {
        let search = Script::inline(SEARCH);
        let policy = not_found_policy(&search).element();
        let script = search.html();
        let head = page_title(self.site(), page);
        let html = open_element(&self.site().language);
        // Without an icon, the browser would request one from the host.
        format!(
            "<!doctype html>\n{html}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{policy}\n{head}\n\
             <meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n\
             <style>{BARE_STYLE}</style>{script}\n</head>\n<body>{}</body>\n</html>\n",
            page.body
        )
    }

    /// A policy that is wide enough for every page, for hosts that send the same headers with all of them. `is_saving`:
    /// readers may save the site.
    pub(in crate::publish) fn policy_for_all(&self, is_saving: bool) -> Policy {
        let (_, start) = self.template.start(self.scripts.explorer_modules());
        let redirects = self.scripts.redirects("index.html");
        let keys = self.scripts.explorer_keys(self.template.pages_style());
        let explorer = Policy::explorer(redirects.iter().chain([&keys]).chain(&start));
        let explorer = explorer.with_style(&self.explorer_style).or(policy_of_embeds());
        // The policies of a page beside the explorer, of a page in a folder, and of the two pages with more scripts.
        let pages = ["x", BELOW, THEMES, READING_LIST]
            .map(|path| Policy::page(&self.scripts.of_page(path)));
        let all = pages
            .into_iter()
            .fold(explorer, Policy::or)
            .or(not_found_policy(&Script::inline(SEARCH)));
        let all = all.or(Policy::page([&Script::inline(MOVED)]));
        let check = self.check_page.map(|page| page.policy.clone());
        let all = all.or(check.unwrap_or_default());
        let all = all.with_all_players().with_statistics(self.statistics);
        if is_saving { all.or(Policy::page([&saving_script()]).with_saving()) } else { all }
    }

    /// A page in its frame. `last` follows its body.
    fn framed(
        &self,
        page: &RenderedPage,
        meta: &str,
        frame: &Frame,
        policy: &Policy,
        last: &str,
    ) -> String {
        let policy = policy.clone().with_frames_of(&page.players);
        let policy = policy.with_statistics(self.statistics).element();
        let counting = html_of(&counting_script(self.statistics));
        let title = page_title(self.site(), page);
        let content = TemplateContent {
            head: &[&policy, "\n", &title, meta, &counting].concat(),
            style: &frame.style,
            script: &frame.scripts,
            page: &self.around.around(&[&page.body, last].concat(), root_of(&page.path)),
        };
        self.template.fill(&self.site().language, &content)
    }
}

impl Frame {
    fn new(template: &Template, site: &Site, path: &str, scripts: &[Script]) -> Self {
        let root = root_of(path);
        Self {
            style: template.style_links(&site.language, root),
            scripts: html_of(scripts),
            policy: Policy::page(scripts).with_palette(),
        }
    }
}

/// The path from a page to the folder of the site.
fn root_of(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "./" }
}

fn page_title(site: &Site, page: &RenderedPage) -> String {
    title(&[&page.title, " – ", &site.title].concat())
}

fn title(title: &str) -> String {
    format!("<title>{}</title>", escaped(title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Catalog, Conference, FileEntry, FileRole, SCHEMA},
        pages::Renderer,
        publish::scripts::redirects::Redirects,
    };

    const TEMPLATE: &str = concat!(
        "<!doctype html><html lang=\"en\"><head>",
        "<!--hallway:head--><title>x</title><!--/hallway:head-->",
        "<!--hallway:style--><link rel=\"stylesheet\" href=\"./a.css\"><!--/hallway:style-->",
        "<!--hallway:script--><script>start()</script><!--/hallway:script--></head>",
        "<body><!--hallway:page--><p>none</p><!--/hallway:page--></body></html>"
    );

    fn manifest(title: &str) -> Manifest {
        Manifest {
            schema: SCHEMA,
            data: "1".to_owned(),
            site: Site {
                title: title.to_owned(),
                description: "What was said \"there\"".to_owned(),
                language: "nl".to_owned(),
                ..Site::default()
            },
            files: vec![FileEntry {
                role: FileRole::Catalog,
                path: "catalog.json".to_owned(),
                ..FileEntry::default()
            }],
        }
    }

    fn catalog() -> Catalog {
        let conference = |id: &str, name: &str, start: &str| Conference {
            id: id.into(),
            name: name.to_owned(),
            short_name: name.to_owned(),
            start: start.parse().ok(),
            ..Conference::default()
        };
        Catalog {
            conferences: vec![
                conference("b", "Second Meeting", "2019-05-02"),
                conference("a", "First <Meeting>", "2018-05"),
            ],
            ..Catalog::default()
        }
    }

    /// The explorer and the page of a conference, on a site with a title.
    fn documents(title: &str, template: &str) -> (String, String) {
        let manifest = manifest(title);
        let client = [("index.html", template), ("a.css", "p{}")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let client = Client::new(client.into()).unwrap();
        let renderer = Renderer::new(manifest.site.clone(), catalog(), Vec::new());
        let scripts = PageScripts::new(&renderer, Redirects::default()).unwrap();
        let style = client.explorer_style(&manifest.site.language);
        let documents = Documents::new(&client, &manifest, &scripts, style);
        let json = serde_json::to_string(&manifest).unwrap();
        let page = renderer.pages(&[]).find(|page| page.path == "conference/a.html").unwrap();
        (documents.explorer(&renderer.index(), &json, "<meta>"), documents.page(&page, "<meta>"))
    }

    fn explorer(title: &str) -> String {
        documents(title, TEMPLATE).0
    }

    #[track_caller]
    fn check(has: &str) {
        let page = explorer("Notes & <more>");
        assert!(page.contains(has), "{has} is not in {page}");
    }

    #[test]
    fn every_conference_is_on_the_page_without_a_script() {
        check("Second Meeting");
        check("First &lt;Meeting&gt;");
        check("<time datetime=\"2018-05\">May 2018</time>");
    }

    #[test]
    fn title_and_language_are_the_curator_s() {
        check("<title>Notes &amp; &lt;more&gt;</title><meta>");
        check("<html lang=\"nl\">");
    }

    #[test]
    fn the_manifest_cannot_break_out_of_its_element() {
        let page = explorer("</script><!--<script>");
        let start = page.find("id=\"hallway-manifest\">").unwrap();
        let json = page[start..].split_once('>').unwrap().1.split_once("</script>").unwrap().0;
        assert!(!json.contains('<'), "{json}");
        let read: Manifest = serde_json::from_str(json).unwrap();
        assert_eq!(read.site.title, "</script><!--<script>");
    }

    #[test]
    fn filling_twice_is_filling_once() {
        let once = explorer("Notes");
        // The original style was a link.
        let link = "<link rel=\"stylesheet\" href=\"./a.css\">";
        let again = documents("Notes", &once.replace("<style>p{}</style>", link)).0;
        assert_eq!(again, once);
    }

    #[test]
    fn no_element_has_a_style_or_a_handler_of_its_own() {
        let page = explorer("Notes");
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "{page}");
    }

    #[test]
    fn the_explorer_needs_no_style_sheet_for_its_first_paint() {
        let page = explorer("Notes");
        assert!(page.contains("<style>p{}</style>") && !page.contains("a.css"), "{page}");
        assert!(page.find("</style>") < page.find("start()"), "{page}");
    }

    #[test]
    fn a_page_is_complete_without_the_client() {
        let (_, page) = documents("Notes", TEMPLATE);
        assert!(page.contains("<title>First &lt;Meeting&gt; – Notes</title>"), "{page}");
        assert!(page.contains("href=\"../a.css\"") && page.contains("href=\"../index.html\""));
        assert!(!page.contains("start()") && !page.contains("hallway-manifest"), "{page}");
    }
}
