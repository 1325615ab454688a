//! The template that trunk built, filled with what was printed: complete and readable before any
//! script runs.

use super::{
    embed::policies,
    offline::{SAVING_SCRIPT, offers},
    policy::Policy,
    template::{TemplateError, fill, open_element, region, set_language},
    tools::Tools,
};
use crate::{
    model::{Manifest, Site},
    ui::{Moved, READING_LIST, Sheet, THEMES, escaped},
};
use std::collections::BTreeMap;

/// The style of a page that no address leads to, which cannot know where those of the site are.
const BARE_STYLE: &str = "html{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}a{color:inherit}";

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
    let keys = tools.keys(&sheet.path, of_pages);
    let policy = Policy::explorer(&[keys.as_str(), &script].concat()).with_style(style);
    let head = [&policy.element(), "\n", &title(&sheet.title), meta, &data, &keys].concat();
    let filled = fill(template, "head", &head)?;
    let filled = fill(&filled, "style", &format!("<style>{style}</style>"))?;
    let filled = fill(&filled, "script", &script)?;
    let filled = fill(&filled, "page", &sheet.body)?;
    set_language(&filled, &manifest.site.language)
}

/// A page without the client, in the folder of the site or one below it: the same frame. `meta` as
/// for the explorer.
pub fn page(
    template: &str,
    site: &Site,
    sheet: &Sheet,
    meta: &str,
    tools: &Tools,
) -> Result<String, TemplateError> {
    let is_saving = offers(&sheet.body);
    let mut scripts = tools.of_page(&sheet.path);
    if is_saving {
        scripts += SAVING_SCRIPT;
    }
    let policy = Policy::page(&scripts).with_tools().with_players_of(&sheet.body);
    let policy = if is_saving { policy.with_saving() } else { policy };
    let head = [&policy.element(), "\n", &page_title(site, sheet), meta].concat();
    // The script looks for what it offers at once, so it stands behind it.
    let body = if is_saving { [&sheet.body, SAVING_SCRIPT].concat() } else { sheet.body.clone() };
    let sheet = Sheet { body, ..sheet.clone() };
    framed(template, site, &sheet, &head, &tools.of_page(&sheet.path))
}

/// A page that leads to the address its subject has now: at once, by a link, and for search engines.
pub fn moved_page(
    template: &str,
    site: &Site,
    moved: &Moved,
    tools: &Tools,
) -> Result<String, TemplateError> {
    let Moved { sheet, to } = moved;
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
    let explorer = Policy::explorer(&tools.vouch(region(template, "script")?)).with_style(style);
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
    let to_root = if sheet.path.contains('/') { "href=\"../" } else { "href=\"./" };
    let style = style_sheets(template, site, |_| true)?.replace("href=\"./", to_root);
    let filled = fill(template, "head", head)?;
    let filled = fill(&filled, "style", &style)?;
    let filled = fill(&filled, "script", scripts)?;
    let filled = fill(&filled, "page", &sheet.body)?;
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
        Tools::new(press).unwrap()
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
        let page = page(TEMPLATE, &manifest.site, &sheet, "<meta>", &tools(&press)).unwrap();
        assert!(page.contains("<title>First &lt;Meeting&gt; – Notes</title>"), "{page}");
        assert!(page.contains("href=\"../a.css\"") && page.contains("href=\"../index.html\""));
        assert!(!page.contains("start()") && !page.contains("hallway-manifest"), "{page}");
    }
}
