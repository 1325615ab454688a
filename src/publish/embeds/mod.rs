//! Views for other people's pages: self-contained pages that run in the strictest frame, on any host and from a
//! disk; the custom element that puts them on a page; and the pages about embedding.

mod assets;
mod kept_versions;
mod policy;
mod style;

pub(super) use assets::{
    EmbedAssets, client_script, file_script, read_by_client, script_for_later,
};
pub(super) use kept_versions::is_of_version;
pub(super) use policy::policy_of_embeds;

use super::{
    context::Context,
    documents::policy::Policy,
    documents::template::open_element,
    scripts::script::{Script, html_of},
    stages::{File, Stage},
};
use crate::pages::escaped;
use crate::pages::{
    Embed, EmbedSubject, Page, RenderedPage, all_pages, embed_path, kept_path, oembed_path,
    page_title,
};
use assets::{ARE_BARE, FRAME, SHARE_SCRIPT, element, weight_of};
use kept_versions::{KeptVersions, VERSIONS, Version, page_of};
use std::collections::{BTreeMap, BTreeSet};
use style::INLINE_STYLE;

/// The stage for everything about embedding.
pub(super) struct Embeds<'a> {
    context: &'a Context<'a>,
    kept: KeptVersions,
}

/// An embedded view, or the files that all views share.
pub(super) enum EmbedOutput<'a> {
    /// The page that shows any view, its files, and the pages about embedding.
    Common,
    /// The page of one view.
    View(EmbedSubject<'a>),
    /// The oEmbed file of a page.
    Oembed(Page),
}

impl<'a> Stage for Embeds<'a> {
    type Output = EmbedOutput<'a>;

    fn name(&self) -> &'static str {
        "rendering embedded pages"
    }

    fn outputs(&self) -> Vec<EmbedOutput<'a>> {
        let views = self.views().into_iter().map(EmbedOutput::View);
        let oembeds = self.pages_with_oembed().into_iter().map(EmbedOutput::Oembed);
        views.chain(oembeds).chain([EmbedOutput::Common]).collect()
    }

    fn may_have(&self, output: &EmbedOutput<'a>, path: &str) -> bool {
        match output {
            EmbedOutput::Common => !path.contains('/') || path.starts_with("embed/"),
            EmbedOutput::Oembed(page) => oembed_path(&embed_path(&page.path())) == path,
            EmbedOutput::View(shown) => {
                let page = shown.path();
                let stem = page.strip_suffix("html").unwrap_or(&page);
                let is_beside = path.strip_prefix(stem).is_some_and(|ending| !ending.contains('/'));
                let kept = shown.kept_page().filter(|_| self.keeps_versions());
                let version = &self.context.manifest.data;
                is_beside || kept.is_some_and(|kept| kept_path(version, &kept) == path)
            }
        }
    }

    fn make(&self, output: &EmbedOutput<'a>) -> Vec<File> {
        let files = match output {
            EmbedOutput::Common => self.common(),
            EmbedOutput::View(shown) => self.view(shown),
            EmbedOutput::Oembed(page) => self.oembed(page).into_iter().collect(),
        };
        files.into_iter().collect()
    }
}

impl<'a> Embeds<'a> {
    /// Prepares the embedded views and finds the earlier versions to keep.
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let keep = context.dataset.embedding.keep;
        let earlier = |path: &str| context.earlier.any_file(path);
        Self { context, kept: KeptVersions::read(keep, &context.manifest.data, earlier) }
    }

    /// The files of the earlier versions that are kept.
    pub(super) fn kept_files(&self) -> BTreeSet<&str> {
        self.kept.files()
    }

    fn views(&self) -> Vec<EmbedSubject<'a>> {
        self.context.renderer.shown(&self.context.dataset.embedding.views)
    }

    /// The pages with an oEmbed file: none for a site without an address.
    fn pages_with_oembed(&self) -> Vec<Page> {
        let Context { renderer, url, .. } = self.context;
        let pages = if url.is_some() { all_pages(&renderer.collection()) } else { Vec::new() };
        pages.into_iter().filter(|page| renderer.extra_files().announce(page)).collect()
    }

    /// The oEmbed file of a page.
    fn oembed(&self, page: &Page) -> Option<File> {
        let Context { renderer, exports, .. } = self.context;
        let (whole, title) = (page.path(), page_title(&renderer.collection(), page));
        let json = exports.oembed(&title, &renderer.extra_files().embed_address(page), &whole)?;
        Some((oembed_path(&embed_path(&whole)), json))
    }

    /// The files of a view, by path.
    fn view(&self, shown: &EmbedSubject<'_>) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        if let Some(embed) = self.context.renderer.embed(shown) {
            self.put(&mut files, &embed, &[], self.context.embed_assets.style_weight);
            let kept = shown.kept_page().filter(|_| self.keeps_versions());
            let page = files.get(&embed.page.path).cloned();
            let version = &self.context.manifest.data;
            files.extend(kept.map(|kept| kept_path(version, &kept)).zip(page));
        }
        files
    }

    /// The files that all views share, by path.
    fn common(&self) -> BTreeMap<String, Vec<u8>> {
        let Context { dataset, manifest, exports, renderer, client, embed_assets, .. } =
            self.context;
        let mut files = embed_assets.at_once.clone();
        let mut any = renderer.embed_of_all();
        let mut scripts = Vec::new();
        let mut weight = embed_assets.style_weight;
        if client.is_some() {
            scripts = self.client_scripts();
            weight += files.values().map(|bytes| weight_of(bytes)).sum::<usize>();
            let now = serde_json::Value::from(manifest.data.as_str());
            files.insert("embed/now.js".to_owned(), format!("hallwayNow={now};\n").into_bytes());
            any.page.body = [&renderer.notices(), any.page.body.as_str()].concat();
        }
        self.put(&mut files, &any, &scripts, weight);
        self.keep_this_version(&mut files);
        files.insert("embed.js".to_owned(), self.element());
        let share = renderer.share();
        let is_of_all = renderer.extra_files().are_of_all_pages();
        let printed = if is_of_all { " data-printed" } else { "" };
        let html = self.page_of_site(&share, &[Script::with_attributes(printed, SHARE_SCRIPT)]);
        files.insert(share.path, html.into_bytes());
        let home = exports.absolute("index.html");
        let gallery = renderer.gallery(&dataset.embedding.views, home.as_deref());
        let html = self.page_of_site(&gallery, &[Script::deferred("./embed.js")]);
        files.insert(gallery.path, html.into_bytes());
        files
    }

    /// Whether this version stays available after the next build.
    fn keeps_versions(&self) -> bool {
        self.context.dataset.embedding.keep > 0 && self.context.client.is_some()
    }

    /// Adds the data that a later build needs to keep this version, and the list of all kept versions.
    fn keep_this_version(&self, files: &mut BTreeMap<String, Vec<u8>>) {
        let any = files.get("embed.html").filter(|_| self.keeps_versions());
        let Some(page) = any.cloned() else { return };
        let Context { manifest, embed_assets, redirects, .. } = self.context;
        let version = &manifest.data;
        let assets = embed_assets.paths().chain(embed_assets.styles.iter().cloned());
        let mut pages: BTreeSet<String> =
            self.views().iter().filter_map(EmbedSubject::kept_page).collect();
        let moved = redirects.iter().filter(|moved| pages.contains(&moved.now));
        let at_former: Vec<String> = moved.map(|moved| moved.page.path.clone()).collect();
        pages.extend(at_former);
        let pages = pages.iter().map(|page| kept_path(version, page));
        let paths: BTreeSet<String> = assets.chain(pages).chain([page_of(version)]).collect();
        let paths = paths.into_iter().collect();
        let mut versions = vec![Version { data: version.clone(), files: paths }];
        versions.extend(self.kept.versions.iter().cloned());
        files.insert(page_of(version), page);
        files.insert(VERSIONS.to_owned(), serde_json::to_vec(&versions).unwrap_or_default());
    }

    /// The custom element for other people's pages.
    fn element(&self) -> Vec<u8> {
        let small = self.context.client.and_then(|client| client.element.clone());
        let element = small.unwrap_or_else(element);
        if self.context.renderer.extra_files().are_of_all_pages() {
            return element;
        }
        String::from_utf8_lossy(&element).replace(ARE_BARE, "1").into_bytes()
    }

    /// The scripts that start the client in an embedded page.
    fn client_scripts(&self) -> Vec<Script> {
        let Context { manifest_json, embed_assets, .. } = self.context;
        let start =
            [Script::json("hallway-manifest", manifest_json), client_script("embed/files/")];
        let files = embed_assets.at_once.keys().map(|path| Script::deferred(path));
        start.into_iter().chain(files).chain([Script::deferred("embed/now.js")]).collect()
    }

    /// Adds the page of a view, its picture, and its oEmbed file.
    fn put(
        &self,
        files: &mut BTreeMap<String, Vec<u8>>,
        embed: &Embed,
        scripts: &[Script],
        weight: usize,
    ) {
        let Embed { page, whole, picture } = embed;
        let html = self.page(page, whole, scripts, weight);
        files.insert(page.path.clone(), html.into_bytes());
        if !picture.is_empty() {
            files.insert(page.path.replace(".html", ".svg"), picture.clone().into_bytes());
        }
        // Pages of the site have their own output for it.
        if page.about.is_none()
            && let Some(json) = self.context.exports.oembed(&page.title, &page.path, whole)
        {
            files.insert(oembed_path(&page.path), json);
        }
    }

    /// A page for frames in other pages, however strict. `whole` is the page of the site that shows the same, and
    /// `weight` the number of bytes sent in addition to the page and its script.
    fn page(&self, page: &RenderedPage, whole: &str, scripts: &[Script], weight: usize) -> String {
        let Context { manifest, template, exports, .. } = self.context;
        let root = match page.path.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        };
        let site = &manifest.site;
        let style = template.style_links(&site.language, &root);
        let (frame, frame_weight) = &*FRAME;
        // The redirects come first, because the other scripts read the address.
        let redirects = self.context.scripts.redirects(&page.path);
        let first: Vec<Script> = redirects.into_iter().chain([frame.clone()]).collect();
        let policy = Policy::page(first.iter().chain(scripts)).with_style(&INLINE_STYLE);
        let policy = if scripts.is_empty() { policy } else { policy.with_client() };
        let title = if page.title == site.title {
            escaped(&page.title)
        } else {
            escaped(&[&page.title, " – ", &site.title].concat())
        };
        let weight = weight + weight_of(page.body.as_bytes()) + frame_weight;
        let scripts: String =
            scripts.iter().map(|script| ["\n", &script.html()].concat()).collect();
        format!(
            "<!doctype html>\n{html} data-version=\"{version}\" data-weight=\"{weight}\" data-earlier=\"{earlier}\">\n<head>\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n{policy}\n<title>{title}</title>\n\
             <meta name=\"robots\" content=\"noindex\">\n<base target=\"_blank\">{links}\n\
             <link rel=\"icon\" href=\"data:,\">\n{style}\n<style>{look}</style>\n{script}{scripts}\n\
             </head>\n<body>{body}</body>\n</html>\n",
            html = open_element(&site.language),
            version = escaped(&manifest.data),
            policy = policy.element(),
            earlier =
                self.kept.versions.iter().map(|it| it.data.as_str()).collect::<Vec<_>>().join(" "),
            links = exports.embed_links(page, whole),
            look = *INLINE_STYLE,
            script = html_of(&first),
            body = page.body,
        )
    }

    /// A page about the site, with extra scripts.
    fn page_of_site(&self, page: &RenderedPage, scripts: &[Script]) -> String {
        let policy = Policy::page(scripts).with_style(&INLINE_STYLE).with_own_frames();
        let has_files = scripts.iter().any(Script::is_file);
        let policy = if has_files { policy.with_own_scripts() } else { policy };
        let style = format!("\n<style>{}</style>", *INLINE_STYLE);
        self.context.documents.page_with(page, &policy, &style, scripts)
    }
}
