//! The whole explorer in one file, which works from a disk, as an attachment or in an archive.
//!
//! The file has the client, the styles, the collection with its search index, and the pages of conferences, talks
//! and recaps with every note. For people, organizations, themes and years it shows what the explorer finds. It has
//! no feeds, calendars and exports, and plays no recordings. It holds pictures up to ten megabytes.

use crate::publish::{
    client::Client,
    documents::policy::Policy,
    documents::template::open_element,
    embeds::{client_script, file_script, read_by_client},
    error::PublishError,
    scripts::redirects::{Redirects, moved_pages, past},
    scripts::script::{Script, html_of},
    site_source::SiteSource,
    stages::single_pictures::{MOST_BYTES, SinglePictures},
};
use crate::{
    bundle::{Dataset, files},
    pages::escaped,
    pages::{RenderedPage, Renderer},
};
use std::{collections::BTreeMap, path::PathBuf};

const PAGES_SCRIPT: &str = include_str!("../scripts/single.js");

/// Hides links to files that do not exist.
const STYLE: &str = ".video-play,.views-share,a[href$=\".ics\"],a[href$=\".md\"],a[href$=\".xml\"],a[href*=\"share.html\"]{display:none}.hallway[hidden]{display:none}";

/// A text that is in every single page, and in no other file.
const MARK: &str = "id=\"single-page\"";

/// Folders of the pages that the file leaves out.
const LEFT_OUT: [&str; 4] = ["theme/", "person/", "org/", "year/"];

/// The single page.
#[derive(Debug)]
pub struct SinglePage {
    /// The file.
    pub html: String,
    /// The pictures that it leaves out, as files of the data folder.
    pub left_out: Vec<PathBuf>,
}

impl SinglePage {
    /// Whether a file is a single page that some version of Hallway wrote.
    pub fn is_one(file: &[u8]) -> bool {
        file.windows(MARK.len()).any(|part| part == MARK.as_bytes())
    }
}

impl SiteSource<'_> {
    /// Renders the explorer into one file, which needs no address.
    ///
    /// # Errors
    /// If the client is incomplete.
    pub fn single_page(&self) -> Result<SinglePage, PublishError> {
        single_page(self.dataset, self.client.clone())
    }
}

fn single_page(
    dataset: &Dataset,
    client: BTreeMap<String, Vec<u8>>,
) -> Result<SinglePage, PublishError> {
    let mut client = Client::new(client)?;
    client.dress(&dataset.look);
    let client = client.classic.ok_or(PublishError::NoClassicClient)?;
    let (bundle, manifest) = files(dataset)?;
    let bundle = bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes));
    let bundle: BTreeMap<String, Vec<u8>> = bundle.collect();
    let renderer =
        Renderer::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone())
            .with_home(dataset.look.home.clone())
            .with_past(past(&dataset.history));
    let moved = moved_pages(&renderer, dataset);
    let redirects = Redirects::new(&moved);
    let pictures = SinglePictures::new(&dataset.pictures, MOST_BYTES);
    let index = renderer.index();
    let style = [client.style(), STYLE].concat();
    let files: String = read_by_client(&bundle).map(|name| file_script(name, &bundle)).collect();
    let pages = [
        client_script(""),
        Script::inline(PAGES_SCRIPT),
        Script::verbatim("", &[client.script(), files].concat()),
    ];
    let scripts: Vec<Script> = redirects.script(&index.path).into_iter().chain(pages).collect();
    let policy = Policy::page(&scripts).with_style(&style).with_client().element();
    let is_held = |path: &str| !LEFT_OUT.iter().any(|folder| path.starts_with(folder));
    let renderer = renderer.without_frames(pictures.kept.keys().cloned().collect());
    let pages =
        renderer.pages(&dataset.pages).filter(|page| is_held(&page.path)).map(|page| held(&page));
    let moved = moved.iter().filter(|moved| is_held(&moved.page.path) && is_held(&moved.now));
    let moved = moved.map(|moved| {
        format!(
            "<template data-page=\"{}\" data-now=\"{}\"></template>\n",
            escaped(&moved.page.path),
            escaped(&moved.now)
        )
    });
    let html = format!(
        "<!doctype html>\n{html}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{policy}\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n{manifest}\n{held}\n{pages}\
         </head>\n<body>{body}<div class=\"hallway is-page\" {MARK} data-kept hidden><main></main></div>\
         {scripts}</body>\n</html>\n",
        html = open_element(&manifest.site.language),
        title = escaped(&index.title),
        manifest = Script::json("hallway-manifest", &serde_json::to_string(&manifest)?).html(),
        held = Script::json("hallway-pictures", &serde_json::to_string(&pictures.kept)?).html(),
        body = pictures.looked_up(&index.body),
        pages = pages.chain(moved).collect::<String>(),
        scripts = html_of(&scripts),
    );
    Ok(SinglePage { html, left_out: pictures.left_out })
}

/// A page in a template element, for the script to show.
fn held(page: &RenderedPage) -> String {
    format!(
        "<template data-page=\"{}\" data-title=\"{}\">{}</template>\n",
        escaped(&page.path),
        escaped(&page.title),
        page.body
    )
}
