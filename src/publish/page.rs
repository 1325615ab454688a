//! The template that trunk built, filled with what was printed: complete and readable before any
//! script runs.

use super::template::{TemplateError, fill, region, set_language};
use crate::{
    model::{Manifest, Site},
    ui::{Sheet, escaped},
};

/// The script of every page but the explorer.
const PAGE_SCRIPT: &str = include_str!("page.js");

/// The page of the explorer. `template` is the page that trunk built; one that is filled already is
/// filled anew, so the same template may serve one dataset after the other.
///
/// `meta` is what the head tells programs ([`Machines::head`](super::Machines::head)).
pub fn explorer_page(
    template: &str,
    manifest: &Manifest,
    sheet: &Sheet,
    meta: &str,
) -> Result<String, TemplateError> {
    let json = serde_json::to_string(manifest).map_err(TemplateError::Manifest)?;
    let json = json_in_html(&json);
    let data =
        format!("\n<script type=\"application/json\" id=\"hallway-manifest\">{json}</script>");
    let head = [&title(&sheet.title), meta, &data].concat();
    let filled = fill(template, "head", &head)?;
    let filled = fill(&filled, "page", &sheet.body)?;
    set_language(&filled, &manifest.site.language)
}

/// A page about one thing, in a folder of the site: the same frame without the client.
/// `meta` as for the explorer.
pub fn page(
    template: &str,
    site: &Site,
    sheet: &Sheet,
    meta: &str,
) -> Result<String, TemplateError> {
    let head = title(&[&sheet.title, " – ", &site.title].concat()) + meta;
    let style = region(template, "style")?.replace("href=\"./", "href=\"../");
    let filled = fill(template, "head", &head)?;
    let filled = fill(&filled, "style", &style)?;
    let filled = fill(&filled, "script", &format!("<script>{PAGE_SCRIPT}</script>"))?;
    let filled = fill(&filled, "page", &sheet.body)?;
    set_language(&filled, &site.language)
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

    fn explorer(title: &str) -> String {
        let manifest = manifest(title);
        let press = Press::new(manifest.site.clone(), catalog(), Vec::new());
        explorer_page(TEMPLATE, &manifest, &press.index(), "<meta>").unwrap()
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
        let twice = explorer_page(&once, &manifest, &press.index(), "<meta>").unwrap();
        assert_eq!(once, twice);
    }

    #[test]
    fn no_style_and_no_handler_is_inline() {
        let page = explorer("Notes");
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "{page}");
    }

    #[test]
    fn a_page_is_complete_without_the_client() {
        let manifest = manifest("Notes");
        let press = Press::new(manifest.site.clone(), catalog(), Vec::new());
        let sheet = press.pages().find(|sheet| sheet.path == "conference/a.html").unwrap();
        let page = page(TEMPLATE, &manifest.site, &sheet, "<meta>").unwrap();
        assert!(page.contains("<title>First &lt;Meeting&gt; – Notes</title>"), "{page}");
        assert!(page.contains("href=\"../a.css\"") && page.contains("href=\"../index.html\""));
        assert!(!page.contains("start()") && !page.contains("hallway-manifest"), "{page}");
    }
}
