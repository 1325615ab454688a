//! The heads of pages: where else they are, structured data, pictures for previews.

use super::{Site, is_picture, values};
use serde_json::Value;

#[test]
fn a_head_says_what_a_page_is_and_where_else_it_is() {
    let site = Site::with_url();
    for (path, head) in &site.heads {
        let address = if path == "index.html" { "" } else { path };
        let canonical =
            format!("<link rel=\"canonical\" href=\"https://notes.example/sub/{address}\">");
        assert!(head.contains(&canonical), "{path}: {head}");
        for href in values(head, "href").into_iter().filter(|href| !href.contains("//")) {
            let target = href.strip_prefix("../").unwrap_or(href);
            assert_eq!(href.starts_with("../"), path.contains('/'), "{href} on {path}");
            assert!(site.files.contains_key(target), "{href} on {path}");
        }
        for content in values(head, "content") {
            assert!(!content.contains(['<', '>', '\n']), "{content} on {path}");
        }
    }
    let talk = &site.heads["talk/loomcon-2018-hyperlink-1.html"];
    let said = "content=\"Keynote by Bo Reed at LoomCon 2018. Bo spoke of security, and well.\"";
    assert!(talk.contains(said), "{talk}");
}

#[test]
fn structured_data_is_json_that_stays_in_its_element() {
    let site = Site::with_url();
    let thing = |path: &str| -> Value {
        let head = &site.heads[path];
        let (_, json) = head.split_once("<script type=\"application/ld+json\">").unwrap();
        let (json, rest) = json.split_once("</script>").unwrap();
        assert_eq!(rest, "", "{path}");
        serde_json::from_str(json).unwrap()
    };
    // Years, and the pages about many things, are about nothing that has a name there. Who signed may be a person, a
    // company or both.
    let is_many = |path: &str| ["contents.html", "themes.html", "list.html"].contains(&path);
    let is_thing = |path: &&String| {
        !is_many(path) && !path.starts_with("year/") && !path.starts_with("author/")
    };
    for path in site.heads.keys().filter(is_thing) {
        assert_eq!(thing(path)["@context"], "https://schema.org", "{path}");
    }
    let recap = thing("recap/script-warp-weft.html");
    assert_eq!(recap["headline"], "</script><!-- Warp & {weft}");
    assert_eq!(
        (&recap["@type"], &recap["datePublished"]),
        (&"Article".into(), &"2019-01-03".into())
    );
    let edition = thing("conference/loomcon-2018.html");
    assert_eq!(edition["subEvent"][0]["performer"][0]["name"], "Bo Reed");
    assert_eq!(edition["endDate"], "2018-12-31");
    let talk = thing("talk/loomcon-2018-hyperlink-1.html");
    assert_eq!(talk["recordedIn"][0]["@type"], "VideoObject");
    assert_eq!(talk["superEvent"]["name"], "LoomCon 2018");
}

#[test]
fn every_page_has_a_picture_where_previews_can_find_it() {
    let site = Site::with_url();
    for (path, head) in &site.heads {
        let picture = head.split("og:image\" content=\"").nth(1).unwrap();
        let picture = picture.split('"').next().unwrap();
        assert!(site.has(picture) && is_picture(picture), "{picture} of {path}");
    }
    let talk = &site.heads["talk/loomcon-2018-hyperlink-1.html"];
    assert!(talk.contains("/talk/loomcon-2018-hyperlink-1.png\""), "{talk}");
    let without = Site::at(None);
    assert!(without.pictures.is_empty());
    assert!(without.heads.values().all(|head| !head.contains("og:image")));
}
