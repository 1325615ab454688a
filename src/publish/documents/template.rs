//! The page that trunk built, parsed once: the frame of every page, its style sheets, and the script that starts the
//! client.

use crate::publish::{error::PublishError, scripts::script::Script};
use crate::{bundle::digest::integrity, i18n::site::is_right_to_left, pages::escaped};
use std::collections::BTreeMap;

/// The page that trunk built.
#[derive(Clone, Debug)]
pub(in crate::publish) struct Template {
    /// The text up to the opening quote of the language.
    before_language: String,
    language: String,
    /// The text after the language and the direction of writing.
    pieces: Vec<TemplatePart>,
    style_sheets: Vec<StyleSheet>,
    start: Start,
}

/// A part of the page between two comments, e.g. `<!--hallway:page-->…<!--/hallway:page-->`. The comments stay,
/// so a page that was filled before can be filled again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum TemplateRegion {
    Head,
    Style,
    Script,
    Page,
}

#[derive(Clone, Debug)]
enum TemplatePart {
    Text(String),
    Region(TemplateRegion),
}

/// The content for the regions of the template, as HTML.
#[derive(Clone, Copy, Debug)]
pub(in crate::publish) struct TemplateContent<'a> {
    pub(in crate::publish) head: &'a str,
    pub(in crate::publish) style: &'a str,
    pub(in crate::publish) script: &'a str,
    pub(in crate::publish) page: &'a str,
}

/// A link to a style sheet of the client: its address, and the HTML around it.
#[derive(Clone, Debug)]
struct StyleSheet {
    before: String,
    address: String,
    after: String,
}

/// The start of the client.
#[derive(Clone, Debug)]
enum Start {
    /// The boot script, with the files that it loads.
    Client { js: String, js_integrity: String, attributes: String, boot: String },
    /// Anything else, left unchanged: trunk built the page without a client.
    Other { html: String, scripts: Vec<Script> },
}

impl TemplateRegion {
    const ALL: [Self; 4] = [Self::Head, Self::Style, Self::Script, Self::Page];

    fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Style => "style",
            Self::Script => "script",
            Self::Page => "page",
        }
    }

    /// The comments before and after it.
    fn marks(self) -> [String; 2] {
        [format!("<!--hallway:{}-->", self.name()), format!("<!--/hallway:{}-->", self.name())]
    }
}

impl Template {
    /// Reads a page; `files` are the other files of the client, by the paths that the page names.
    ///
    /// # Errors
    /// When the page lacks a region or a language.
    pub(in crate::publish) fn read(
        html: &str,
        files: &BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, PublishError> {
        let (before, rest) = html.split_once(OPEN).ok_or(PublishError::NoLanguage)?;
        let (language, rest) = rest.split_once('"').ok_or(PublishError::NoLanguage)?;
        // A page that was filled before may have a direction.
        let mut rest = rest.strip_prefix(RTL).unwrap_or(rest);
        let mut pieces = Vec::new();
        let mut contents = BTreeMap::new();
        while let Some((region, content, end)) = next_region(rest)? {
            let (before, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let start = before.len() - content.len();
            pieces.push(TemplatePart::Text(before.get(..start).unwrap_or_default().to_owned()));
            pieces.push(TemplatePart::Region(region));
            contents.insert(region.name(), content);
            rest = behind;
        }
        pieces.push(TemplatePart::Text(rest.to_owned()));
        let content = |region: TemplateRegion| {
            let content = contents.get(region.name()).copied();
            content.ok_or_else(|| PublishError::NoRegion(region.name()))
        };
        for region in TemplateRegion::ALL {
            content(region)?;
        }
        Ok(Self {
            before_language: [before, OPEN].concat(),
            language: language.to_owned(),
            pieces,
            style_sheets: StyleSheet::read_all(content(TemplateRegion::Style)?),
            start: Start::read(content(TemplateRegion::Script)?, files),
        })
    }

    /// Adds a style sheet after all others, by its path in the folder of the site.
    pub(in crate::publish) fn add_style_sheet(&mut self, path: &str) {
        self.style_sheets.push(StyleSheet {
            before: "<link rel=\"stylesheet\" href=\"".to_owned(),
            address: ["./", path].concat(),
            after: "\">\n".to_owned(),
        });
    }

    /// Sets the address of the icon.
    pub(in crate::publish) fn set_icon(&mut self, address: &str) {
        for piece in &mut self.pieces {
            let TemplatePart::Text(text) = piece else { continue };
            let Some((before, rest)) = text.split_once(ICON) else { continue };
            let Some((_, after)) = rest.split_once('"') else { continue };
            *text = [before, ICON, &escaped(address), "\"", after].concat();
        }
    }

    /// The page with other content, in a language. An empty language keeps that of the template.
    pub(in crate::publish) fn fill(&self, language: &str, content: &TemplateContent<'_>) -> String {
        let mut page = self.before_language.clone();
        if language.is_empty() {
            page.extend([&self.language, "\""]);
        } else {
            page += &attributes_of(language);
        }
        for piece in &self.pieces {
            page += match piece {
                TemplatePart::Text(text) => text,
                TemplatePart::Region(TemplateRegion::Head) => content.head,
                TemplatePart::Region(TemplateRegion::Style) => content.style,
                TemplatePart::Region(TemplateRegion::Script) => content.script,
                TemplatePart::Region(TemplateRegion::Page) => content.page,
            };
        }
        page
    }

    /// The links to the style sheets of a page in a language, as HTML. `root` leads from the page to the folder of
    /// the site.
    pub(in crate::publish) fn style_links(&self, language: &str, root: &str) -> String {
        let links = self.style_sheets.iter().filter(|sheet| sheet.is_for(language));
        let links =
            links.map(|StyleSheet { before, address, after }| match address.strip_prefix("./") {
                Some(path) => [before, root, path, after].concat(),
                None => [before, address.as_str(), after].concat(),
            });
        links.collect()
    }

    /// The paths of the style sheets that the explorer needs in a language.
    pub(in crate::publish) fn explorer_styles(&self, language: &str) -> impl Iterator<Item = &str> {
        let sheets = self.style_sheets.iter();
        let sheets = sheets.filter(move |sheet| sheet.is_for(language) && !sheet.is_for_pages());
        sheets.map(|sheet| sheet.address.trim_start_matches("./"))
    }

    /// The address of the style sheet that the explorer lacks, if there is one.
    pub(in crate::publish) fn pages_style(&self) -> Option<&str> {
        let mut sheets = self.style_sheets.iter();
        sheets.find(|sheet| sheet.is_for_pages()).map(|sheet| sheet.address.as_str())
    }

    /// The start of the client as HTML, and the scripts in it. `modules` are the addresses and integrities of the
    /// modules that the explorer imports later, for the import map.
    pub(in crate::publish) fn start(&self, modules: Vec<(String, &str)>) -> (String, Vec<Script>) {
        match &self.start {
            Start::Client { js, js_integrity, attributes, boot } => {
                let client = (js.clone(), js_integrity.as_str());
                let map = Script::import_map(modules.into_iter().chain([client]));
                let boot = Script::verbatim(attributes, boot);
                ([map.html(), boot.html()].join("\n"), vec![map, boot])
            }
            Start::Other { html, scripts } => (html.clone(), scripts.clone()),
        }
    }
}

/// The first region of a text: its content, and its end. `None` if there is none.
///
/// # Errors If the region has no end.
fn next_region(html: &str) -> Result<Option<(TemplateRegion, &str, usize)>, PublishError> {
    let opened = TemplateRegion::ALL.into_iter().filter_map(|region| {
        let [open, _] = region.marks();
        Some((html.find(&open)? + open.len(), region))
    });
    let Some((start, region)) = opened.min_by_key(|(start, _)| *start) else { return Ok(None) };
    let [_, close] = region.marks();
    let rest = html.get(start..).unwrap_or_default();
    let (content, _) =
        rest.split_once(&close).ok_or_else(|| PublishError::NoRegion(region.name()))?;
    Ok(Some((region, content, start + content.len())))
}

impl StyleSheet {
    fn read_all(region: &str) -> Vec<Self> {
        let sheet = |html: &str| {
            let address = html.split_once("href=\"").and_then(|(before, rest)| {
                let (address, _) = rest.split_once('"')?;
                Some((before.len() + "href=\"".len(), address))
            });
            let (at, address) = address.unwrap_or((html.len(), ""));
            Self {
                before: html.get(..at).unwrap_or_default().to_owned(),
                address: address.to_owned(),
                after: html.get(at + address.len()..).unwrap_or_default().to_owned(),
            }
        };
        region.split_inclusive('>').map(sheet).collect()
    }

    /// Whether only pages need it, and the explorer does not.
    fn is_for_pages(&self) -> bool {
        self.address.contains("/pages")
    }

    /// Whether pages in a language need it: one of them is for all languages but English.
    fn is_for(&self, language: &str) -> bool {
        let is_english = language.split('-').next() == Some("en");
        !(is_english && self.address.contains("/languages"))
    }
}

impl Start {
    fn read(html: &str, files: &BTreeMap<String, Vec<u8>>) -> Self {
        let scripts = Script::read_all(html);
        Self::of_client(&scripts, files)
            .unwrap_or_else(|| Self::Other { html: html.to_owned(), scripts })
    }

    /// `None` when there is no boot script, or when a file that it loads is missing.
    fn of_client(scripts: &[Script], files: &BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let boot = scripts.iter().find(|script| script.attribute("data-js").is_some())?;
        let (js, wasm) = (boot.attribute("data-js")?, boot.attribute("data-wasm")?);
        let integrity_of =
            |address: &str| Some(integrity(files.get(address.trim_start_matches("./"))?));
        let wasm_integrity = integrity_of(wasm)?;
        Some(Self::Client {
            js: js.to_owned(),
            js_integrity: integrity_of(js)?,
            attributes: format!(
                " data-js=\"{js}\" data-wasm=\"{wasm}\" data-wasm-integrity=\"{wasm_integrity}\""
            ),
            boot: boot.text().to_owned(),
        })
    }
}

/// The start tag of a page without its end, so that other attributes may follow: language and direction.
pub(in crate::publish) fn open_element(language: &str) -> String {
    [OPEN, &attributes_of(language)].concat()
}

/// The language with its closing quote, and the direction of writing.
fn attributes_of(language: &str) -> String {
    let direction = if is_right_to_left(language) { RTL } else { "" };
    [&escaped(language), "\"", direction].concat()
}

const ICON: &str = "<link rel=\"icon\" href=\"";
const OPEN: &str = "<html lang=\"";
const RTL: &str = " dir=\"rtl\"";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::scripts::script::html_of;

    fn page(script: &str) -> String {
        format!(
            "a<html lang=\"xx\">b<!--hallway:head-->old<!--/hallway:head-->c<!--hallway:script-->{script}<!--/hallway:script-->d\
             <!--hallway:style-->\n<link href=\"./a.css\">\n<link href=\"./pages-1.css\"><link href=\"./languages-1.css\">\n<!--/hallway:style-->e\
             <!--hallway:page--><p>old</p><!--/hallway:page-->f"
        )
    }

    fn template(script: &str) -> Template {
        let files = [("app.js", "glue"), ("app.wasm", "wasm")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        Template::read(&page(script), &files.into()).unwrap()
    }

    const FILLED: TemplateContent<'_> =
        TemplateContent { head: "H", style: "S", script: "J", page: "P" };

    #[test]
    fn regions_are_filled_between_their_marks_and_can_be_filled_again() {
        let filled = template("").fill("", &FILLED);
        let expected = "a<html lang=\"xx\">b<!--hallway:head-->H<!--/hallway:head-->c<!--hallway:script-->J<!--/hallway:script-->d\
             <!--hallway:style-->S<!--/hallway:style-->e<!--hallway:page-->P<!--/hallway:page-->f";
        assert_eq!(filled, expected);
        let again = Template::read(&filled, &BTreeMap::new()).unwrap();
        assert_eq!(again.fill("", &FILLED), expected);
    }

    #[test]
    fn a_page_runs_in_the_direction_of_its_language() {
        for (language, expected) in [
            ("en", "a<html lang=\"en\">b"),
            ("ar", "a<html lang=\"ar\" dir=\"rtl\">b"),
            ("he-IL", "a<html lang=\"he-IL\" dir=\"rtl\">b"),
            ("az-Arab", "a<html lang=\"az-Arab\" dir=\"rtl\">b"),
            ("ks-Deva-IN", "a<html lang=\"ks-Deva-IN\">b"),
            ("", "a<html lang=\"xx\">b"),
        ] {
            let filled = template("").fill(language, &FILLED);
            assert!(filled.starts_with(expected), "{filled}");
            let twice = Template::read(&filled, &BTreeMap::new()).unwrap();
            assert!(twice.fill(language, &FILLED).starts_with(expected), "twice");
        }
    }

    #[test]
    fn a_look_comes_after_all_style_sheets_and_changes_the_icon() {
        let html = page("").replace(">b<", "><link rel=\"icon\" href=\"data:old\">b<");
        let mut template = Template::read(&html, &BTreeMap::new()).unwrap();
        template.add_style_sheet("look-1.css");
        template.set_icon("data:new");
        let links = template.style_links("en", "../");
        assert!(links.ends_with("<link rel=\"stylesheet\" href=\"../look-1.css\">\n"), "{links}");
        let filled = template.fill("", &FILLED);
        assert!(filled.contains("<link rel=\"icon\" href=\"data:new\">b"), "{filled}");
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = |html: &str| Template::read(html, &BTreeMap::new()).unwrap_err().to_string();
        let region =
            "index.html of the client has no region <!--hallway:page-->…<!--/hallway:page-->";
        assert_eq!(error(&page("").replace("<!--/hallway:page-->", "")), region);
        assert_eq!(error(&page("").replace("<!--hallway:page-->", "")), region);
        let language = "index.html of the client has no <html lang=\"…\">";
        assert_eq!(error(&page("").replace(" lang=", " dir=")), language);
    }

    #[test]
    fn each_page_gets_the_style_sheets_that_it_needs() {
        let template = template("");
        assert_eq!(
            template.style_links("en-GB", "../"),
            "\n<link href=\"../a.css\">\n<link href=\"../pages-1.css\">\n"
        );
        assert!(template.style_links("ja", "./").contains("<link href=\"./languages-1.css\">"));
        let styles = |language| template.explorer_styles(language).collect::<Vec<_>>();
        assert_eq!(styles("en"), ["a.css", ""]);
        assert_eq!(styles("ar"), ["a.css", "languages-1.css", ""]);
        assert_eq!(template.pages_style(), Some("./pages-1.css"));
    }

    #[test]
    fn the_client_is_started_with_the_hashes_of_its_files() {
        let boot = "<script data-js=\"./app.js\" data-wasm=\"./app.wasm\">a=>1</script>";
        let (js, wasm) = (integrity(b"glue"), integrity(b"wasm"));
        let expected = format!(
            "<script type=\"importmap\">{{\"integrity\":{{\"./x.js\":\"y\",\"./app.js\":\"{js}\"}}}}</script>\n\
             <script data-js=\"./app.js\" data-wasm=\"./app.wasm\" data-wasm-integrity=\"{wasm}\">a=>1</script>"
        );
        let modules = || vec![("./x.js".to_owned(), "y")];
        let (html, scripts) = template(boot).start(modules());
        assert_eq!(html, expected);
        assert_eq!(html_of(&scripts), expected.replace('\n', ""));
        assert_eq!(template(&expected).start(modules()).0, expected, "twice");
    }

    #[test]
    fn a_page_without_a_client_starts_what_it_did() {
        for script in [
            "",
            " <script>start()</script>",
            "<script data-js=\"./gone.js\" data-wasm=\"./gone.wasm\"></script>",
        ] {
            assert_eq!(template(script).start(Vec::new()).0, script);
        }
    }
}
