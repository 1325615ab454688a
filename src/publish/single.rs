//! The whole explorer in one file, which works from a disk, in a message or in an archive.
//!
//! It holds the client, the styles, the collection, the search, and the pages of conferences, talks and
//! recaps with every note. For people, organizations, themes and years it shows what the explorer finds.
//! It holds no feeds, calendars and exports, and plays no recordings.

use super::{
    embed::{CLIENT_SCRIPT, Client, file_script, inline, read_by_client, tight},
    former::Former,
    page::json_in_html,
    policy::Policy,
    template::open_element,
};
use crate::{
    model::{Manifest, OwnPage},
    ui::{Press, Sheet, escaped},
};
use std::collections::BTreeMap;

const PAGES_SCRIPT: &str = include_str!("single.js");

/// Hides what leads to files that are not there.
const STYLE: &str = ".video-play,.views-share,a[href$=\".ics\"],a[href$=\".md\"],a[href$=\".xml\"],a[href*=\"share.html\"]{display:none}.hallway[hidden]{display:none}";

/// What tells the file from any other.
pub const SINGLE_MARK: &str = "id=\"single-page\"";

/// Folders of the pages that the file leaves out.
const FOUND_INSTEAD: [&str; 4] = ["theme/", "person/", "org/", "year/"];

/// The file. `bundle` holds the files of the dataset by path, `own` the pages of the curator's own, `former` the
/// ids that things had once.
pub fn single_page(
    manifest: &Manifest,
    press: &Press,
    own: &[OwnPage],
    client: &Client,
    former: &Former,
    bundle: &BTreeMap<String, Vec<u8>>,
) -> String {
    let index = press.index();
    let json = json_in_html(&serde_json::to_string(manifest).unwrap_or_default());
    let style = [client.style(), STYLE].concat();
    let files: String = read_by_client(bundle).map(|name| file_script(name, bundle)).collect();
    let start = format!("<script data-files=\"\">{}</script>", tight(CLIENT_SCRIPT));
    let scripts = [
        &former.script(&index.path),
        &start,
        &inline(PAGES_SCRIPT),
        "<script>",
        &client.script(),
        &files,
        "</script>",
    ]
    .concat();
    let policy = Policy::page(&scripts).with_style(&style).with_client().element();
    let is_held = |sheet: &Sheet| !FOUND_INSTEAD.iter().any(|start| sheet.path.starts_with(start));
    let pages = press.pages(own).filter(is_held).map(|sheet| held(&sheet));
    format!(
        "<!doctype html>\n{html}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{policy}\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n\
         <script type=\"application/json\" id=\"hallway-manifest\">{json}</script>\n{pages}\
         </head>\n<body>{body}<div class=\"hallway is-page\" {SINGLE_MARK} data-kept hidden><main></main></div>\
         {scripts}</body>\n</html>\n",
        html = open_element(&manifest.site.language),
        title = escaped(&index.title),
        body = index.body,
        pages = pages.collect::<String>(),
    )
}

/// A page that waits to be shown.
fn held(sheet: &Sheet) -> String {
    let main = || {
        let (_, rest) = sheet.body.split_once("<main>")?;
        rest.rsplit_once("</main>").map(|(main, _)| main)
    };
    format!(
        "<template data-page=\"{}\" data-title=\"{}\">{}</template>\n",
        escaped(&sheet.path),
        escaped(&sheet.title),
        main().unwrap_or_default()
    )
}
