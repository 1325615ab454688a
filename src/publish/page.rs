//! The page of the client, filled with a dataset: complete and readable before any script runs.

use super::template::{TemplateError, fill, set_language};
use crate::{
    model::{Catalog, Manifest},
    ui::{escaped, static_page},
};

/// Longest description of a page, in characters; search engines show less.
const DESCRIPTION_CHARS: usize = 300;

/// Fills `template`, the page that trunk built. A page that is filled already is filled anew, so
/// the same template may serve one dataset after the other.
pub fn page(
    template: &str,
    manifest: &Manifest,
    catalog: &Catalog,
) -> Result<String, TemplateError> {
    let site = &manifest.site;
    let description: String = site.description.chars().take(DESCRIPTION_CHARS).collect();
    let title = format!("<title>{}</title>", escaped(&site.title));
    let description = match escaped(&description) {
        empty if empty.is_empty() => String::new(),
        text => format!("\n<meta name=\"description\" content=\"{text}\">"),
    };
    let json = serde_json::to_string(manifest).map_err(TemplateError::Manifest)?;
    let json = json_in_html(&json);
    let data =
        format!("\n<script type=\"application/json\" id=\"hallway-manifest\">{json}</script>");
    let head = [title, description, data].concat();
    let body = static_page(site.clone(), catalog.clone());
    let filled = fill(template, "head", &head)?;
    let filled = fill(&filled, "page", &body)?;
    set_language(&filled, &site.language)
}

/// JSON that cannot end the element it stands in, nor open a comment there.
fn json_in_html(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Conference, FileEntry, FileRole, SCHEMA, Site};

    const TEMPLATE: &str = concat!(
        "<!doctype html><html lang=\"en\"><head>",
        "<!--hallway:head--><title>x</title><!--/hallway:head--></head>",
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

    #[track_caller]
    fn check(has: &str) {
        let page = page(TEMPLATE, &manifest("Notes & <more>"), &catalog()).unwrap();
        assert!(page.contains(has), "{has} is not in {page}");
    }

    #[test]
    fn every_conference_is_on_the_page_without_a_script() {
        check("Second Meeting");
        check("First &lt;Meeting&gt;");
        check("<time datetime=\"2018-05\">May 2018</time>");
    }

    #[test]
    fn title_description_and_language_are_the_curator_s() {
        check("<title>Notes &amp; &lt;more&gt;</title>");
        check("content=\"What was said &quot;there&quot;\"");
        check("<html lang=\"de\">");
    }

    #[test]
    fn the_manifest_cannot_break_out_of_its_element() {
        let page = page(TEMPLATE, &manifest("</script><!--<script>"), &catalog()).unwrap();
        let start = page.find("id=\"hallway-manifest\">").unwrap();
        let json = page[start..].split_once('>').unwrap().1.split_once("</script>").unwrap().0;
        assert!(!json.contains('<'), "{json}");
        let read: Manifest = serde_json::from_str(json).unwrap();
        assert_eq!(read.site.title, "</script><!--<script>");
    }

    #[test]
    fn filling_twice_is_filling_once() {
        let once = page(TEMPLATE, &manifest("Notes"), &catalog()).unwrap();
        let twice = page(&once, &manifest("Notes"), &catalog()).unwrap();
        assert_eq!(once, twice);
    }

    #[test]
    fn no_style_and_no_handler_is_inline() {
        let page = page(TEMPLATE, &manifest("Notes"), &catalog()).unwrap();
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "{page}");
    }
}
