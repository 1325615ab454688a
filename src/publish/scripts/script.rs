//! The `<script>` elements of a page, as data: the page contains them, and its policy names their hashes.

/// A `<script>` element.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::publish) struct Script {
    /// The attributes, as HTML with a space before each.
    attributes: String,
    text: String,
}

impl Script {
    /// An inline script, without comments and indentation.
    pub(in crate::publish) fn inline(text: &str) -> Self {
        Self::with_attributes("", text)
    }

    /// An inline script with attributes, which are HTML with a space before each.
    pub(in crate::publish) fn with_attributes(attributes: &str, text: &str) -> Self {
        Self { attributes: attributes.to_owned(), text: tight(text) }
    }

    /// An inline script whose text stays unchanged.
    pub(in crate::publish) fn verbatim(attributes: &str, text: &str) -> Self {
        Self { attributes: attributes.to_owned(), text: text.to_owned() }
    }

    /// A classic script of the site, which runs once the page is parsed. `path` needs no escaping.
    pub(in crate::publish) fn deferred(path: &str) -> Self {
        Self::deferred_with("", path)
    }

    /// The same with attributes, which are HTML with a space before each.
    pub(in crate::publish) fn deferred_with(attributes: &str, path: &str) -> Self {
        let attributes = format!("{attributes} src=\"{path}\" defer");
        Self { attributes, text: String::new() }
    }

    /// An import map that names the integrity of modules: pairs of an address and its integrity.
    pub(in crate::publish) fn import_map<'a>(
        modules: impl IntoIterator<Item = (String, &'a str)>,
    ) -> Self {
        let modules = modules.into_iter().map(|(address, integrity)| {
            let address = serde_json::Value::from(address);
            let integrity = serde_json::Value::from(integrity);
            json_in_html(&format!("{address}:{integrity}"))
        });
        let modules = modules.collect::<Vec<_>>().join(",");
        let text = ["{\"integrity\":{", &modules, "}}"].concat();
        Self::verbatim(" type=\"importmap\"", &text)
    }

    /// Data for a script, as JSON.
    pub(in crate::publish) fn json(id: &str, json: &str) -> Self {
        let attributes = format!(" type=\"application/json\" id=\"{id}\"");
        Self::verbatim(&attributes, &json_in_html(json))
    }

    /// The element.
    pub(in crate::publish) fn html(&self) -> String {
        ["<script", &self.attributes, ">", &self.text, "</script>"].concat()
    }

    /// The text that a policy has to allow by its hash; `None` for data and for scripts that are files.
    pub(in crate::publish) fn inline_text(&self) -> Option<&str> {
        let is_data =
            self.attributes.contains(" type=") && !self.attributes.contains(" type=\"importmap\"");
        (!is_data && !self.is_file()).then_some(&self.text)
    }

    /// Whether the script is a file of the site.
    pub(in crate::publish) fn is_file(&self) -> bool {
        self.attributes.contains(" src=\"")
    }

    /// The scripts of a page that trunk wrote, in order.
    pub(in crate::publish) fn read_all(html: &str) -> Vec<Self> {
        let script = |rest: &str| {
            let (attributes, rest) = rest.split_once('>')?;
            let (text, _) = rest.split_once("</script>")?;
            Some(Self::verbatim(attributes, text))
        };
        html.split("<script").skip(1).filter_map(script).collect()
    }

    /// The value of an attribute, as HTML.
    pub(in crate::publish) fn attribute(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.attributes.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    }

    /// The text of the script.
    pub(in crate::publish) fn text(&self) -> &str {
        &self.text
    }
}

/// The elements of several scripts.
pub(in crate::publish) fn html_of<'a>(scripts: impl IntoIterator<Item = &'a Script>) -> String {
    scripts.into_iter().map(Script::html).collect()
}

/// A script without comments and indentation. Our scripts have no strings that span several lines.
pub(in crate::publish) fn tight(script: &str) -> String {
    let mut is_comment = false;
    let mut lines = Vec::new();
    for line in script.lines().map(str::trim) {
        // A comment before code on the same line stays. It is a short type annotation.
        let is_alone = line.ends_with("*/") || !line.contains("*/");
        is_comment |= line.starts_with("/*") && is_alone;
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            lines.push(line);
        }
        is_comment &= !line.ends_with("*/");
    }
    lines.join("\n")
}

/// Several modules as one, in the order of their imports. The import statements are only for `tsc` and the tests; in
/// one module the names are already defined.
pub(in crate::publish) fn bundled(modules: &[&str]) -> String {
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(" from \"./");
    let lines = modules.iter().flat_map(|module| module.lines());
    tight(&lines.filter(|line| !is_import(line)).collect::<Vec<_>>().join("\n"))
}

/// JSON that can neither end its script element nor open a comment in it.
pub(in crate::publish) fn json_in_html(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_and_files_need_no_hash_but_an_import_map_does() {
        let html = "<script type=\"application/json\" id=\"a\">{}</script><script type=\"importmap\">{}</script>\
            <script data-js=\"a\">b</script><script src=\"c.js\" defer></script>";
        let scripts = Script::read_all(html);
        let texts: Vec<Option<&str>> = scripts.iter().map(Script::inline_text).collect();
        assert_eq!(texts, [None, Some("{}"), Some("b"), None]);
        assert_eq!(html_of(&scripts), html);
    }

    #[test]
    fn modules_become_one_without_their_imports() {
        let modules =
            ["export const a = 1;\n", "import { a } from \"./a.js\";\nexport const b = a;\n"];
        assert_eq!(bundled(&modules), "export const a = 1;\nexport const b = a;");
    }

    #[test]
    fn comments_are_not_sent() {
        let script =
            "// One.\n/** Two. */\nconst a = 1; // three\n\n  /**\n   * Four.\n   */\n  b();\n";
        assert_eq!(tight(script), "const a = 1; // three\nb();");
    }
}
