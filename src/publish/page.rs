//! The template that trunk built, filled with what was printed: complete and readable before any
//! script runs.

use super::{
    embed::policies,
    offline::{SAVING_SCRIPT, offers},
    policy::Policy,
    template::{TemplateError, around, fill, open_element, region, set_language},
    tools::Tools,
};
use crate::{
    model::{Manifest, Site},
    ui::{Moved, READING_LIST, Sheet, THEMES, escaped},
};
use std::collections::BTreeMap;

/// The style of a page that no address leads to, which cannot know where those of the site are.
const BARE_STYLE: &str = "html{color-scheme:light dark;background:#fff;color:#14161d}\
    body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}\
    h1{font:600 clamp(1.75rem,6vw,2.5rem)/1.1 Charter,Georgia,serif;letter-spacing:-.015em;text-wrap:balance}\
    ul{padding:0;list-style:none}li{margin:.5rem 0}a{color:inherit;text-underline-offset:.18em}\
    @media(prefers-color-scheme:dark){html{background:#101218;color:#eceef4}}";

/// The styles of the explorer, out of the `files` of the client.
pub fn explorer_style(
    template: &str,
    site: &Site,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<String, TemplateError> {
    let sheets = style_sheets(template, site, |sheet| !sheet.contains(OF_PAGES))?;
    let texts = links(&sheets).filter_map(|path| files.get(path.trim_start_matches("./")));
    Ok(texts.map(|bytes| String::from_utf8_lossy(bytes)).collect())
}

/// What links in `html` lead to.
fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split("href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0))
}

/// How the link to the style sheet of what only pages show goes on after the folder.
const OF_PAGES: &str = "/pages";

/// The page of the explorer. `template` is the page that trunk built; one that is filled already is
/// filled anew, so the same template may serve one dataset after the other.
///
/// `style` stands in the page: a linked one costs a round trip before the first paint, and another
/// before the script may run, which asks for all the rest. `meta` is what the head tells programs
/// ([`Machines::head`](super::Machines::head)).
pub fn explorer_page(
    template: &str,
    style: &str,
    manifest: &Manifest,
    sheet: &Sheet,
    meta: &str,
    tools: &Tools,
) -> Result<String, TemplateError> {
    let json = serde_json::to_string(manifest).map_err(TemplateError::Manifest)?;
    let json = json_in_html(&json);
    let data =
        format!("\n<script type=\"application/json\" id=\"hallway-manifest\">{json}</script>");
    let script = tools.vouch(region(template, "script")?);
    let of_pages = links(region(template, "style")?).find(|path| path.contains(OF_PAGES));
    let keys = tools.former(&sheet.path) + &tools.keys_of_explorer(of_pages);
    let policy = Policy::explorer(&[keys.as_str(), &script].concat()).with_style(style);
    let head = [&policy.element(), "\n", &title(&sheet.title), meta, &data, &keys].concat();
    let filled = fill(template, "head", &head)?;
    let filled = fill(&filled, "style", &format!("<style>{style}</style>"))?;
    let filled = fill(&filled, "script", &script)?;
    let filled = fill(&filled, "page", &sheet.body)?;
    set_language(&filled, &manifest.site.language)
}

/// Pages without the client, in the folder of the site or one below it: the same frame.
#[derive(Clone, Debug)]
pub struct Pages<'a> {
    template: &'a str,
    site: &'a Site,
    tools: &'a Tools,
    /// What all pages in folders have in common, of which there are tens of thousands.
    below: Frame,
}

/// What is around the head and the body of a page, and what its scripts may do.
#[derive(Clone, Debug)]
struct Frame {
    before: String,
    between: String,
    after: String,
    policy: Policy,
}

/// Where a page in a folder may stand.
const BELOW: &str = "x/x";

impl<'a> Pages<'a> {
    /// Prepares the pages of a site.
    ///
    /// # Errors
    /// When the template lacks a region.
    pub fn new(template: &'a str, site: &'a Site, tools: &'a Tools) -> Result<Self, TemplateError> {
        let below = Frame::new(template, site, BELOW, &tools.of_page(BELOW))?;
        Ok(Self { template, site, tools, below })
    }

    /// A page; `meta` as for the explorer.
    ///
    /// # Errors
    /// When the template lacks a region.
    pub fn page(&self, sheet: &Sheet, meta: &str) -> Result<String, TemplateError> {
        let Self { template, site, tools, below } = self;
        if sheet.path.contains('/') {
            return Ok(below.around(site, sheet, meta, &below.policy, ""));
        }
        let scripts = tools.of_page(&sheet.path);
        let frame = Frame::new(template, site, &sheet.path, &scripts)?;
        if !offers(&sheet.body) {
            return Ok(frame.around(site, sheet, meta, &frame.policy, ""));
        }
        // The script looks for what it offers at once, so it stands behind it.
        let policy = frame.policy.clone().or(Policy::page(SAVING_SCRIPT)).with_saving();
        Ok(frame.around(site, sheet, meta, &policy, SAVING_SCRIPT))
    }
}

impl Frame {
    fn new(template: &str, site: &Site, path: &str, scripts: &str) -> Result<Self, TemplateError> {
        let page = frame(template, site, path, scripts)?;
        let (before, rest) = around(&page, "head")?;
        let (between, after) = around(rest, "page")?;
        Ok(Self {
            before: before.to_owned(),
            between: between.to_owned(),
            after: after.to_owned(),
            policy: Policy::page(scripts).with_tools(),
        })
    }

    /// A page of this frame; `last` stands behind its body.
    fn around(
        &self,
        site: &Site,
        sheet: &Sheet,
        meta: &str,
        policy: &Policy,
        last: &str,
    ) -> String {
        let Self { before, between, after, policy: _ } = self;
        let policy = policy.clone().with_players_of(&sheet.body).element();
        let title = page_title(site, sheet);
        [before, &policy, "\n", &title, meta, between, &sheet.body, last, after].concat()
    }
}

/// A page that leads to the address its subject has now: at once, by a link, and for search engines.
pub fn moved_page(
    template: &str,
    site: &Site,
    moved: &Moved,
    tools: &Tools,
) -> Result<String, TemplateError> {
    let Moved { sheet, to, now: _ } = moved;
    let to = escaped(to);
    let leads = format!(
        "\n<link rel=\"canonical\" href=\"{to}\">\n<meta http-equiv=\"refresh\" content=\"0; url={to}\">"
    );
    let head = page_title(site, sheet) + &leads;
    let scripts = tools.of_page(&sheet.path);
    let head = Policy::page(&scripts).with_tools().element() + "\n" + &head;
    framed(template, site, sheet, &head, &scripts)
}

/// The page for addresses that have none. It needs no other file, since it may be shown anywhere.
pub fn not_found_page(site: &Site, sheet: &Sheet) -> String {
    let policy = Policy::bare(BARE_STYLE).element();
    let head = page_title(site, sheet);
    let html = open_element(&site.language);
    // Without a picture of its own, a browser would ask the host for one.
    format!(
        "<!doctype html>\n{html}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{policy}\n{head}\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <style>{BARE_STYLE}</style>\n</head>\n<body>{}</body>\n</html>\n",
        sheet.body
    )
}

/// A policy that is wide enough for every page, for a host that sends the same headers with each.
pub(super) fn policy_for_all(
    template: &str,
    style: &str,
    tools: &Tools,
    is_saving: bool,
) -> Result<Policy, TemplateError> {
    let scripts = [&tools.former("index.html"), region(template, "script")?].concat();
    let explorer = Policy::explorer(&tools.vouch(&scripts)).with_style(style);
    let explorer = explorer.or(policies());
    // Those of a page in the folder of the site and of one below it, and of the two with more.
    let pages = ["x", "x/x", THEMES, READING_LIST].map(|path| Policy::page(&tools.of_page(path)));
    let all = pages.into_iter().fold(explorer, Policy::or).or(Policy::bare(BARE_STYLE));
    let all = all.with_all_players();
    Ok(if is_saving { all.or(Policy::page(SAVING_SCRIPT).with_saving()) } else { all })
}

/// A page about the site with a policy, a style in its head and a script of its own.
pub(super) fn framed_with(
    template: &str,
    site: &Site,
    sheet: &Sheet,
    (policy, style, script): (&Policy, &str, &str),
) -> Result<String, TemplateError> {
    let head = [&policy.element(), "\n", &page_title(site, sheet), style].concat();
    framed(template, site, sheet, &head, script)
}

fn framed(
    template: &str,
    site: &Site,
    sheet: &Sheet,
    head: &str,
    scripts: &str,
) -> Result<String, TemplateError> {
    let filled = frame(template, site, &sheet.path, scripts)?;
    let filled = fill(&filled, "head", head)?;
    fill(&filled, "page", &sheet.body)
}

/// The page at `path` without its head and its body.
fn frame(template: &str, site: &Site, path: &str, scripts: &str) -> Result<String, TemplateError> {
    let to_root = if path.contains('/') { "href=\"../" } else { "href=\"./" };
    let style = style_sheets(template, site, |_| true)?.replace("href=\"./", to_root);
    let filled = fill(template, "style", &style)?;
    let filled = fill(&filled, "script", scripts)?;
    set_language(&filled, &site.language)
}

/// Links to the style sheets of a page: to those that `is_needed` and, unless the site is in English, to
/// the one for other languages.
pub(super) fn style_sheets(
    template: &str,
    site: &Site,
    is_needed: impl Fn(&str) -> bool,
) -> Result<String, TemplateError> {
    let is_english = site.language.split('-').next() == Some("en");
    let sheets = region(template, "style")?.split_inclusive('>');
    Ok(sheets
        .filter(|sheet| is_needed(sheet) && !(is_english && sheet.contains("/languages")))
        .collect())
}

fn page_title(site: &Site, sheet: &Sheet) -> String {
    title(&[&sheet.title, " – ", &site.title].concat())
}

fn title(title: &str) -> String {
    format!("<title>{}</title>", escaped(title))
}

/// JSON that cannot end the element it stands in, nor open a comment there.
pub(super) fn json_in_html(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Catalog, Conference, FileEntry, FileRole, SCHEMA},
        publish::Former,
        ui::Press,
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
                language: "de".to_owned(),
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

    fn tools(press: &Press) -> Tools {
        Tools::new(press, Former::default()).unwrap()
    }

    fn explorer(title: &str) -> String {
        let manifest = manifest(title);
        let press = Press::new(manifest.site.clone(), catalog(), Vec::new());
        explorer_page(TEMPLATE, "p{}", &manifest, &press.index(), "<meta>", &tools(&press)).unwrap()
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
        check("<html lang=\"de\">");
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
        let manifest = manifest("Notes");
        let press = Press::new(manifest.site.clone(), catalog(), Vec::new());
        let (index, tools) = (press.index(), tools(&press));
        let twice = explorer_page(&once, "p{}", &manifest, &index, "<meta>", &tools).unwrap();
        assert_eq!(once, twice);
    }

    #[test]
    fn no_element_has_a_style_or_a_handler_of_its_own() {
        let page = explorer("Notes");
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "{page}");
    }

    #[test]
    fn the_explorer_needs_no_style_sheet_to_be_painted() {
        let files = BTreeMap::from([("a.css".to_owned(), b"p{}".to_vec())]);
        assert_eq!(explorer_style(TEMPLATE, &manifest("").site, &files).unwrap(), "p{}");
        let page = explorer("Notes");
        assert!(page.contains("<style>p{}</style>") && !page.contains("a.css"), "{page}");
        assert!(page.find("</style>") < page.find("start()"), "{page}");
    }

    #[test]
    fn a_page_is_complete_without_the_client() {
        let manifest = manifest("Notes");
        let press = Press::new(manifest.site.clone(), catalog(), Vec::new());
        let sheet = press.pages(&[]).find(|sheet| sheet.path == "conference/a.html").unwrap();
        let tools = tools(&press);
        let pages = Pages::new(TEMPLATE, &manifest.site, &tools).unwrap();
        let page = pages.page(&sheet, "<meta>").unwrap();
        assert!(page.contains("<title>First &lt;Meeting&gt; – Notes</title>"), "{page}");
        assert!(page.contains("href=\"../a.css\"") && page.contains("href=\"../index.html\""));
        assert!(!page.contains("start()") && !page.contains("hallway-manifest"), "{page}");
    }
}
