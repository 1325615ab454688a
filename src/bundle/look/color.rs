//! Readable colors: an accent for light and for dark pages.

use crate::model::Accent;

/// Minimum contrast of text, by WCAG 2.2, level AA.
const ENOUGH: f64 = 4.5;

/// The paper colors of the site, as in `tokens.css`, and how much accent a wash contains.
const PAPERS: [(Color, f64); 2] = [(Color([255, 255, 255]), 0.1), (Color([16, 18, 24]), 0.22)];

/// How much one step moves a color toward black or white.
const STEP: f64 = 0.02;

/// A color in sRGB: red, green and blue.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Color([u8; 3]);

impl Color {
    /// Reads `#rgb` or `#rrggbb`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let digits: Vec<u8> =
            digits.chars().map(|c| c.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
        match digits.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r1, r2, g1, g2, b1, b2] => Some(Self([r1 * 16 + r2, g1 * 16 + g2, b1 * 16 + b2])),
            _ => None,
        }
    }

    /// The color in CSS notation.
    pub(super) fn css(self) -> String {
        let Self([r, g, b]) = self;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Mixes in part of another color, from 0 to 1.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a mean of two bytes is one"
    )]
    fn with(self, other: Self, part: f64) -> Self {
        let Self([r, g, b]) = self;
        let Self([r2, g2, b2]) = other;
        let mix = |one: u8, two: u8| {
            (f64::from(one) * (1.0 - part) + f64::from(two) * part).round() as u8
        };
        Self([mix(r, r2), mix(g, g2), mix(b, b2)])
    }

    /// Its luminance, by WCAG.
    fn luminance(self) -> f64 {
        let Self(parts) = self;
        let [r, g, b] = parts.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast of two colors, from 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

/// The readable accents for light and dark pages that are nearest to `color`.
pub(super) fn accent(color: Color) -> Accent {
    let [light, dark] = PAPERS;
    let ((light, light_wash), (dark, dark_wash)) = (readable(color, light), readable(color, dark));
    Accent {
        light: light.css(),
        light_wash: light_wash.css(),
        dark: dark.css(),
        dark_wash: dark_wash.css(),
    }
}

/// The color, darkened or lightened until it is readable on a paper and on its wash, and that wash.
fn readable(color: Color, (paper, part): (Color, f64)) -> (Color, Color) {
    let far = if paper.luminance() > 0.5 { Color([0; 3]) } else { Color([255; 3]) };
    let mut shade = 0.0;
    loop {
        let shaded = color.with(far, shade);
        let wash = paper.with(color, part);
        let is_readable = [paper, wash].iter().all(|below| shaded.contrast(*below) >= ENOUGH);
        if is_readable || shade >= 1.0 {
            return (shaded, wash);
        }
        shade = (shade + STEP).min(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_color_that_can_be_read_stays() {
        let accent = accent(Color::read("#2438c9").unwrap());
        assert_eq!(accent.light, "#2438c9");
        assert_ne!(accent.dark, "#2438c9");
    }

    #[test]
    fn colors_have_three_or_six_digits() {
        assert_eq!(Color::read("#0af"), Color::read("#00aaff"));
        for text in ["red", "0af", "#12345", "#12345g", "", "#1é"] {
            assert_eq!(Color::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_accent_can_be_read(r: u8, g: u8, b: u8) {
            let accent = accent(Color([r, g, b]));
            for (text, below) in [
                (&accent.light, "#ffffff"),
                (&accent.light, accent.light_wash.as_str()),
                (&accent.dark, "#101218"),
                (&accent.dark, accent.dark_wash.as_str()),
            ] {
                let [text, below] = [text, below].map(|it| Color::read(it).unwrap());
                prop_assert!(text.contrast(below) >= ENOUGH, "{accent:?}");
            }
        }
    }
}
