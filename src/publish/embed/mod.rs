//! Views for other people's pages, as files: self-contained pages of classic scripts that run in the
//! strictest frame, on any host and from a disk; the element that puts them on a page; oEmbed.

mod earlier;
mod look;
mod scripts;

pub use earlier::Earlier;
pub(super) use earlier::is_of_version;
pub(super) use scripts::{CLIENT_SCRIPT, file_script, inline, read_by_client, tight};
pub use scripts::{Client, Parts, script_for_later};

use super::{
    TemplateError,
    machines::Machines,
    page::{framed_with, json_in_html, style_sheets},
    policy::Policy,
    template::open_element,
    tools::Tools,
};
use crate::{
    model::{Embedding, Manifest},
    ui::{Embed, Moved, Press, Sheet, Shown, escaped, kept_path, oembed_path},
};
use earlier::{VERSIONS, Version, page_of};
use look::INLINE_STYLE;
use scripts::{ELEMENT, FRAME, NO_FOLDER, SHARE_SCRIPT, weight_of};
use std::collections::{BTreeMap, BTreeSet};

/// What all embedded pages of a site have in common.
pub struct Embeds<'a> {
    /// The page of the client, sealed.
    pub template: &'a str,
    /// The head of the manifest.
    pub manifest: &'a Manifest,
    /// What is told to programs.
    pub machines: &'a Machines<'a>,
    /// What prints.
    pub press: &'a Press,
    /// What the curator says.
    pub embedding: &'a Embedding,
    /// The client as classic scripts; without it every view is static.
    pub client: Option<Client>,
    /// What all views share.
    pub parts: Parts,
    /// What stays of earlier versions of the data.
    pub earlier: Earlier,
    /// The pages at former addresses.
    pub moved: &'a [Moved],
    /// The scripts that embedded views share with the site.
    pub tools: &'a Tools,
}

/// The policies of embedded pages and of those about them, for hosts that send one with every page.
pub(super) fn policies() -> Policy {
    let (frame, _) = &*FRAME;
    let client = inline(CLIENT_SCRIPT);
    let share = inline(SHARE_SCRIPT);
    Policy::page(&[frame.as_str(), &client, &share].concat())
        .with_style(&INLINE_STYLE)
        .with_own_frames()
        .with_client()
}

impl Embeds<'_> {
    /// What there is a page of beside that of the explorer.
    pub(crate) fn shown(&self) -> Vec<Shown<'_>> {
        self.press.shown(&self.embedding.views)
    }

    /// The files of such a page, by path.
    ///
    /// # Errors
    /// When the template lacks a region.
    pub(crate) fn of(&self, shown: &Shown<'_>) -> Result<BTreeMap<String, Vec<u8>>, TemplateError> {
        let mut files = BTreeMap::new();
        if let Some(embed) = self.press.embed(shown) {
            self.put(&mut files, &embed, "", self.parts.style_weight)?;
            let kept = shown.kept_page().filter(|_| self.keeps());
            let page = files.get(&embed.sheet.path).cloned();
            files.extend(kept.map(|kept| kept_path(&self.manifest.data, &kept)).zip(page));
        }
        Ok(files)
    }

    /// Every file about embedding, by path.
    ///
    /// # Errors
    /// When the template lacks a region.
    pub fn files(&self) -> Result<BTreeMap<String, Vec<u8>>, TemplateError> {
        let mut files = self.common()?;
        for shown in self.shown() {
            files.extend(self.of(&shown)?);
        }
        Ok(files)
    }

    /// The files that are not of one page: what shows any view, and the pages about embedding.
    ///
    /// # Errors
    /// When the template lacks a region.
    pub fn common(&self) -> Result<BTreeMap<String, Vec<u8>>, TemplateError> {
        let mut files = self.parts.at_once.clone();
        let mut all = self.press.embed_of_all();
        let mut scripts = String::new();
        let mut weight = self.parts.style_weight;
        if self.client.is_some() {
            scripts = self.client_scripts(&files);
            weight += files.values().map(|bytes| weight_of(bytes)).sum::<usize>();
            scripts += "\n<script src=\"embed/now.js\" defer></script>";
            let now =
                format!("hallwayNow={};\n", serde_json::Value::from(self.manifest.data.as_str()));
            files.insert("embed/now.js".to_owned(), now.into_bytes());
            all.sheet.body = [&self.press.notices(), all.sheet.body.as_str()].concat();
        }
        self.put(&mut files, &all, &scripts, weight)?;
        self.keep(&mut files);
        files.insert("embed.js".to_owned(), self.element());
        let share = self.press.share();
        let bare = format!("<script data-bare=\"{}\">", self.press.extent().bare_folders());
        let script = inline(SHARE_SCRIPT).replacen("<script>", &bare, 1);
        let html = self.page_of_site(&share, &script)?;
        files.insert(share.path, html.into_bytes());
        let home = self.machines.absolute("index.html");
        let gallery = self.press.gallery(&self.embedding.views, home.as_deref());
        let html = self.page_of_site(&gallery, "<script src=\"./embed.js\" defer></script>")?;
        files.insert(gallery.path, html.into_bytes());
        Ok(files)
    }

    /// Whether versions stay.
    fn keeps(&self) -> bool {
        self.embedding.keep > 0 && self.client.is_some()
    }

    /// Keeps earlier versions, and what a later build needs to keep this one.
    fn keep(&self, files: &mut BTreeMap<String, Vec<u8>>) {
        let Some(page) = files.get("embed.html").filter(|_| self.keeps()).cloned() else { return };
        let version = &self.manifest.data;
        let parts = self.parts.paths().chain(self.parts.styles.iter().cloned());
        let mut kept: BTreeSet<String> = self.shown().iter().filter_map(Shown::kept_page).collect();
        let moved = self.moved.iter().filter(|moved| kept.contains(&moved.now));
        let at_former: Vec<String> = moved.map(|moved| moved.sheet.path.clone()).collect();
        kept.extend(at_former);
        let kept = kept.iter().map(|page| kept_path(version, page));
        let paths: BTreeSet<String> = parts.chain(kept).chain([page_of(version)]).collect();
        let paths = paths.into_iter().collect();
        let mut versions = vec![Version { data: version.clone(), files: paths }];
        versions.extend(self.earlier.versions.iter().cloned());
        files.insert(page_of(version), page);
        files.insert(VERSIONS.to_owned(), serde_json::to_vec(&versions).unwrap_or_default());
    }

    fn element(&self) -> Vec<u8> {
        let small = self.client.as_ref().and_then(|client| client.element.clone());
        let element = small.unwrap_or_else(|| tight(ELEMENT).into_bytes());
        let bare = self.press.extent().bare_folders();
        if bare.is_empty() {
            return element;
        }
        String::from_utf8_lossy(&element).replace(NO_FOLDER, bare).into_bytes()
    }

    fn client_scripts(&self, parts: &BTreeMap<String, Vec<u8>>) -> String {
        let manifest = serde_json::to_string(self.manifest).unwrap_or_default();
        let manifest = json_in_html(&manifest);
        let sources: Vec<String> =
            parts.keys().map(|path| format!("\n<script src=\"{path}\" defer></script>")).collect();
        format!(
            "\n<script type=\"application/json\" id=\"hallway-manifest\">{manifest}</script>\n\
             <script data-files=\"embed/files/\">{}</script>{}",
            tight(CLIENT_SCRIPT),
            sources.concat()
        )
    }

    /// Puts the page of a view, its picture, and what oEmbed says of it.
    fn put(
        &self,
        files: &mut BTreeMap<String, Vec<u8>>,
        embed: &Embed,
        scripts: &str,
        weight: usize,
    ) -> Result<(), TemplateError> {
        let Embed { sheet, whole, picture } = embed;
        let html = self.page(sheet, whole, scripts, weight)?;
        files.insert(sheet.path.clone(), html.into_bytes());
        if !picture.is_empty() {
            files.insert(sheet.path.replace(".html", ".svg"), picture.clone().into_bytes());
        }
        if let Some(json) = self.machines.oembed(sheet, whole) {
            files.insert(oembed_path(&sheet.path), json);
        }
        Ok(())
    }

    /// A page that stands in others, whatever these allow it.
    fn page(
        &self,
        sheet: &Sheet,
        whole: &str,
        scripts: &str,
        weight: usize,
    ) -> Result<String, TemplateError> {
        let root = "../".repeat(sheet.path.matches('/').count());
        let from_root = if root.is_empty() { "href=\"./" } else { &format!("href=\"{root}") };
        let style = style_sheets(self.template, &self.manifest.site, |_| true)?;
        let style = style.replace("href=\"./", from_root);
        let (script, weight_of_script) = &*FRAME;
        // The first of all: what comes next reads the address.
        let script = self.tools.former(&sheet.path) + script;
        let policy = Policy::page(&[&script, scripts].concat()).with_style(&INLINE_STYLE);
        let policy = if scripts.is_empty() { policy } else { policy.with_client() };
        let site = &self.manifest.site;
        let title = if sheet.title == site.title {
            escaped(&sheet.title)
        } else {
            escaped(&[&sheet.title, " – ", &site.title].concat())
        };
        let weight = weight + weight_of(sheet.body.as_bytes()) + weight_of_script;
        Ok(format!(
            "<!doctype html>\n{html} data-version=\"{version}\" data-weight=\"{weight}\" data-earlier=\"{earlier}\">\n<head>\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n{policy}\n<title>{title}</title>\n\
             <meta name=\"robots\" content=\"noindex\">\n<base target=\"_blank\">{links}\n\
             <link rel=\"icon\" href=\"data:,\">\n{style}\n<style>{look}</style>\n{script}{scripts}\n\
             </head>\n<body>{body}</body>\n</html>\n",
            html = open_element(&site.language),
            version = escaped(&self.manifest.data),
            policy = policy.element(),
            earlier = self
                .earlier
                .versions
                .iter()
                .map(|it| it.data.as_str())
                .collect::<Vec<_>>()
                .join(" "),
            links = self.machines.embed_links(sheet, whole),
            look = *INLINE_STYLE,
            body = sheet.body,
        ))
    }

    /// A page about the site, with a script of its own.
    fn page_of_site(&self, sheet: &Sheet, script: &str) -> Result<String, TemplateError> {
        let policy = Policy::page(script).with_style(&INLINE_STYLE).with_own_frames();
        let policy = if script.contains(" src=") { policy.with_own_scripts() } else { policy };
        let style = format!("\n<style>{}</style>", *INLINE_STYLE);
        framed_with(self.template, &self.manifest.site, sheet, (&policy, &style, script))
    }
}
