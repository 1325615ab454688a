//! How embedded pages look where they differ from the site.

/// What only these pages have.
pub(super) const STYLE: &str = include_str!("embed.css");

const TOKENS: &str = include_str!("../../ui/styles/tokens.css");

/// The colors of both schemes once more, for a host that asks for one whatever the reader's system says.
pub(super) fn schemes() -> String {
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

/// The whole text of the style element.
pub(super) fn inline_style() -> String {
    STYLE.to_owned() + &schemes()
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
