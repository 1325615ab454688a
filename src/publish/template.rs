//! A page with regions between comments, e.g. `<!--hallway:page-->…<!--/hallway:page-->`.

use crate::ui::{escaped, is_right_to_left};
use std::{error::Error, fmt};

/// Why a page cannot be filled.
#[derive(Debug)]
pub enum TemplateError {
    /// The page lacks a region, or one of its two marks.
    NoRegion(&'static str),
    /// The page has no `<html lang="…">`.
    NoLanguage,
    /// The manifest cannot be written as JSON.
    Manifest(serde_json::Error),
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRegion(name) => write!(
                f,
                "index.html of the client has no region <!--hallway:{name}-->…<!--/hallway:{name}-->"
            ),
            Self::NoLanguage => f.write_str("index.html of the client has no <html lang=\"…\">"),
            Self::Manifest(_) => f.write_str("the manifest cannot be written as JSON"),
        }
    }
}

impl Error for TemplateError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Manifest(error) => Some(error),
            Self::NoRegion(_) | Self::NoLanguage => None,
        }
    }
}

/// Puts `content` into the region `name`, in place of what is there. The marks stay.
pub(super) fn fill(
    template: &str,
    name: &'static str,
    content: &str,
) -> Result<String, TemplateError> {
    let open = format!("<!--hallway:{name}-->");
    let close = format!("<!--/hallway:{name}-->");
    let missing = || TemplateError::NoRegion(name);
    let (before, rest) = template.split_once(&open).ok_or_else(missing)?;
    let (_, after) = rest.split_once(&close).ok_or_else(missing)?;
    Ok([before, &open, content, &close, after].concat())
}

/// What stands before and after the content of the region `name`, with the marks.
pub(super) fn around<'a>(
    template: &'a str,
    name: &'static str,
) -> Result<(&'a str, &'a str), TemplateError> {
    let open = format!("<!--hallway:{name}-->");
    let content = region(template, name)?;
    let place = template.find(&open).ok_or(TemplateError::NoRegion(name))? + open.len();
    let (before, rest) = template.split_at_checked(place).ok_or(TemplateError::NoRegion(name))?;
    Ok((before, rest.strip_prefix(content).unwrap_or_default()))
}

/// What is in the region `name`.
pub(super) fn region<'a>(template: &'a str, name: &'static str) -> Result<&'a str, TemplateError> {
    let missing = || TemplateError::NoRegion(name);
    let (_, rest) = template.split_once(&format!("<!--hallway:{name}-->")).ok_or_else(missing)?;
    let (content, _) = rest.split_once(&format!("<!--/hallway:{name}-->")).ok_or_else(missing)?;
    Ok(content)
}

/// Sets the language of the page, and the direction it is written in; an empty one leaves what is there.
pub(super) fn set_language(page: &str, language: &str) -> Result<String, TemplateError> {
    if language.is_empty() {
        return Ok(page.to_owned());
    }
    let (before, rest) = page.split_once(OPEN).ok_or(TemplateError::NoLanguage)?;
    let (_, after) = rest.split_once('"').ok_or(TemplateError::NoLanguage)?;
    // Filled before, perhaps in another direction.
    let after = after.strip_prefix(RTL).unwrap_or(after);
    Ok([before, &open_element(language), after].concat())
}

/// The beginning of the page's element, up to more attributes: its language and its direction.
pub(super) fn open_element(language: &str) -> String {
    let direction = if is_right_to_left(language) { RTL } else { "" };
    [OPEN, &escaped(language), "\"", direction].concat()
}

const OPEN: &str = "<html lang=\"";
const RTL: &str = " dir=\"rtl\"";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expected: &str) {
        let filled = fill(template, "page", "new");
        assert_eq!(filled.unwrap_or_else(|error| error.to_string()), expected);
    }

    #[test]
    fn a_region_is_filled_between_its_marks() {
        check(
            "a<!--hallway:page-->old<!--/hallway:page-->b",
            "a<!--hallway:page-->new<!--/hallway:page-->b",
        );
    }

    #[test]
    fn a_page_runs_in_the_direction_of_its_language() {
        for (language, expected) in [
            ("en", "<html lang=\"en\">"),
            ("ar", "<html lang=\"ar\" dir=\"rtl\">"),
            ("he-IL", "<html lang=\"he-IL\" dir=\"rtl\">"),
            ("az-Arab", "<html lang=\"az-Arab\" dir=\"rtl\">"),
            ("ks-Deva-IN", "<html lang=\"ks-Deva-IN\">"),
            ("", "<html lang=\"xx\">"),
        ] {
            let page = set_language("<html lang=\"xx\">", language).unwrap();
            assert_eq!(page, expected);
            assert_eq!(set_language(&page, language).unwrap(), expected, "twice");
        }
    }

    #[test]
    fn a_missing_region_is_named() {
        let error =
            "index.html of the client has no region <!--hallway:page-->…<!--/hallway:page-->";
        check("a", error);
        check("a<!--hallway:page-->", error);
    }
}
