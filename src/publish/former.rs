//! Addresses that name things by ids which these had once.

use super::embed::tight;
use crate::ui::{Moved, READING_LIST, THEMES};

const SCRIPT: &str = include_str!("scripts/former.js");

/// What the address of a page may ask for: keys, each with the folder of what it names.
fn keys(page: &str) -> &'static [(&'static str, &'static str)] {
    match page {
        "index.html" | "embed.html" => &[
            ("conference", "conference"),
            ("theme", "theme"),
            ("person", "person"),
            ("org", "org"),
        ],
        READING_LIST => &[("talk", "talk")],
        THEMES => &[("a", "conference"), ("b", "conference")],
        _ => &[],
    }
}

/// Ids that things had once, each with the one that it has now. A page says so in a script that comes before all
/// others, and only where there are any: a site where nothing was renamed does not carry it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Former {
    /// The folder, the id that it was, and the one that it is.
    ids: Vec<[String; 3]>,
}

impl Former {
    /// Those of the pages at former addresses.
    pub fn new(moved: &[Moved]) -> Self {
        let parts = |path: &str| {
            let (folder, id) = path.strip_suffix(".html")?.split_once('/')?;
            Some((folder.to_owned(), id.to_owned()))
        };
        let pair = |moved: &Moved| {
            let ((folder, then), (_, now)) = (parts(&moved.sheet.path)?, parts(&moved.now)?);
            Some([folder, then, now])
        };
        Self { ids: moved.iter().filter_map(pair).collect() }
    }

    /// The script of a page, in its element. Empty when its address can ask for nothing that was renamed.
    pub(super) fn script(&self, page: &str) -> String {
        let named = keys(page).iter().flat_map(|(key, folder)| {
            let ids = self.ids.iter().filter(move |[kind, ..]| kind == folder);
            ids.map(move |[_, then, now]| format!("{key}/{then}={now}"))
        });
        let named: Vec<String> = named.collect();
        if named.is_empty() {
            return String::new();
        }
        // Ids need no escaping.
        format!("<script data-now=\"{}\">{}</script>", named.join(" "), tight(SCRIPT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Sheet;

    fn former(pairs: &[(&str, &str)]) -> Former {
        let moved = pairs.iter().map(|(then, now)| Moved {
            sheet: Sheet {
                path: (*then).to_owned(),
                title: String::new(),
                body: String::new(),
                about: None,
            },
            to: ["../", now].concat(),
            now: (*now).to_owned(),
        });
        Former::new(&moved.collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(page: &str, expected: &str) {
        let former = former(&[
            ("conference/weave.html", "conference/loom.html"),
            ("talk/weave-x.html", "talk/loom-x.html"),
            ("theme/asdic.html", "theme/sonar.html"),
        ]);
        let script = former.script(page);
        let named = script.strip_prefix("<script data-now=\"").unwrap_or_default();
        assert_eq!(named.split('"').next().unwrap(), expected);
    }

    #[test]
    fn each_page_knows_what_its_address_may_ask_for() {
        check("index.html", "conference/weave=loom theme/asdic=sonar");
        check("embed.html", "conference/weave=loom theme/asdic=sonar");
        check("list.html", "talk/weave-x=loom-x");
        check("themes.html", "a/weave=loom b/weave=loom");
        check("theme/sonar.html", "");
    }

    #[test]
    fn a_site_where_nothing_was_renamed_has_no_such_script() {
        assert_eq!(former(&[]).script("index.html"), "");
        assert_eq!(former(&[("talk/a.html", "talk/b.html")]).script("index.html"), "");
    }
}
