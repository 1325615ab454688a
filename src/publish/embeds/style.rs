//! The style that embedded pages have in addition to the site's style sheets.

use std::sync::LazyLock;

/// The rules for these pages only.
const STYLE: &str = include_str!("embed.css");

const TOKENS: &str = include_str!("../../ui/styles/tokens.css");

/// The text of the style element.
pub(super) static INLINE_STYLE: LazyLock<String> = LazyLock::new(|| STYLE.to_owned() + &schemes());

/// The colors of both color schemes again, for a host that asks for one of them, whatever the reader's system prefers.
fn schemes() -> String {
    let block = |from: &str| {
        let (_, rest) = TOKENS.split_once(from)?;
        let (_, rest) = rest.split_once(":root {")?;
        rest.split_once('}').map(|(block, _)| block)
    };
    let colors = |block: Option<&str>| {
        let lines = block.unwrap_or_default().lines().map(str::trim);
        lines.filter(|line| line.starts_with("--") && line.contains(": #")).collect::<String>()
    };
    let (light, dark) =
        (colors(block("@layer tokens")), colors(block("prefers-color-scheme: dark")));
    format!(
        "@media screen{{:root[data-scheme=\"light\"]{{color-scheme:light;{light}}}:root[data-scheme=\"dark\"]{{color-scheme:dark;{dark}}}}}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_schemes_have_the_same_colors() {
        let css = schemes();
        let (light, dark) = css.split_once("data-scheme=\"dark\"").unwrap();
        let names = |css: &str| css.matches("--").count();
        assert_eq!(names(light), names(dark), "{css}");
        assert!(names(light) > 8 && light.contains("--paper: #ffffff;"), "{css}");
    }
}
