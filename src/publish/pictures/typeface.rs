//! Lines of text in Libertinus Serif, which is built in, so that a picture is the same on every machine.

use super::canvas::{Canvas, Pen, fraction, whole};
use ab_glyph::{Font as _, FontRef, Glyph, PxScale, ScaleFont as _, point};

/// A face of the typeface.
#[derive(Debug)]
pub(super) struct Face(FontRef<'static>);

impl Face {
    /// For headings.
    pub(super) fn semibold() -> Option<Self> {
        Self::named("LibertinusSerif-Semibold")
    }

    /// For all other text.
    pub(super) fn regular() -> Option<Self> {
        Self::named("LibertinusSerif-Regular")
    }

    /// The face with this name, at any position in the collection.
    fn named(name: &str) -> Option<Self> {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let holds = |font: &&[u8], name: &[u8]| font.windows(name.len()).any(|part| part == name);
        let font =
            typst_assets::fonts().find(|font| holds(font, &wide) || holds(font, name.as_bytes()));
        FontRef::try_from_slice(font?).ok().map(Self)
    }

    /// Whether it can write a text: it has every letter, and the text runs from left to right.
    pub(super) fn has(&self, text: &str) -> bool {
        let has = |c: char| c.is_whitespace() || !runs_leftwards(c) && self.0.glyph_id(c).0 != 0;
        text.chars().all(has)
    }

    /// The width of a text at a size, in pixels.
    pub(super) fn length(&self, text: &str, size: f32) -> f32 {
        let font = self.0.as_scaled(self.scale(size));
        text.chars().map(|c| font.h_advance(font.glyph_id(c))).sum()
    }

    /// Writes a line that starts at `x` on `baseline`.
    pub(super) fn write(
        &self,
        canvas: &mut Canvas,
        text: &str,
        size: f32,
        at: (f32, f32),
        pen: Pen,
    ) {
        let scale = self.scale(size);
        let font = self.0.as_scaled(scale);
        let (mut x, baseline) = at;
        for c in text.chars() {
            let id = font.glyph_id(c);
            let glyph: Glyph = id.with_scale_and_position(scale, point(x, baseline));
            x += font.h_advance(id);
            let Some(outline) = font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            let (left, top) = (whole(corner.x), whole(corner.y));
            outline.draw(|x, y, part| {
                let place = |at: u32| i32::try_from(at).unwrap_or(i32::MAX);
                canvas.dot(left.saturating_add(place(x)), top.saturating_add(place(y)), pen, part);
            });
        }
    }

    /// The size in the sense of designers: the em, not the height of the tallest letter.
    fn scale(&self, size: f32) -> PxScale {
        let em = self.0.units_per_em().unwrap_or(1_000.0);
        PxScale::from(size * self.0.height_unscaled() / em)
    }

    /// A text in the fewest lines that fit into `width`, of nearly equal length; `None` if it needs more than `most`.
    pub(super) fn lines(
        &self,
        text: &str,
        size: f32,
        width: f32,
        most: usize,
    ) -> Option<Vec<String>> {
        let lines = self.broken(text, size, width)?;
        if lines.len() > most {
            return None;
        }
        // The narrowest column that needs no more lines.
        let columns = (1..20).rev().map(|part| width * fraction(part) / 20.0);
        let narrower = columns
            .map_while(|width| self.broken(text, size, width).filter(|it| it.len() == lines.len()));
        Some(narrower.last().unwrap_or(lines))
    }

    /// A text in lines of at most `width`; `None` if a word is longer than that.
    fn broken(&self, text: &str, size: f32, width: f32) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if self.length(word, size) > width {
                return None;
            }
            let longer = lines.last().map(|line| [line, " ", word].concat());
            match longer.filter(|line| self.length(line, size) <= width) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None => lines.push(word.to_owned()),
            }
        }
        Some(lines)
    }

    /// The part of a text that fits on a line, with an ellipsis if there is more.
    pub(super) fn cut(&self, text: &str, size: f32, width: f32) -> String {
        let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.length(&line, size) <= width {
            return line;
        }
        while !line.is_empty() && self.length(&line, size) + self.length("…", size) > width {
            line.pop();
        }
        line.trim_end_matches([' ', ',', '.', ';', ':', '–', '-']).to_owned() + "…"
    }
}

/// Whether a letter is of a script that is written from right to left, which needs more than one glyph after the other.
fn runs_leftwards(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_are_there_and_know_their_letters() {
        for face in [Face::semibold().unwrap(), Face::regular().unwrap()] {
            assert!(face.has("Zoë Lindqvist – “Łódź”, Привет, Αθήνα…"));
            assert!(!face.has("東京") && !face.has("שלום"));
            assert!((face.length("mmmm", 80.0) - 2.0 * face.length("mm", 80.0)).abs() < 0.01);
        }
    }

    #[test]
    fn lines_are_few_and_balanced() {
        let face = Face::semibold().unwrap();
        let text = "one two three four five six seven";
        let width = face.length(text, 50.0) - 10.0;
        let lines = face.lines(text, 50.0, width, 3).unwrap();
        assert_eq!(lines, ["one two three four", "five six seven"]);
        assert_eq!(face.lines(text, 50.0, 90.0, 3), None);
        assert_eq!(face.lines("", 50.0, 90.0, 3), Some(Vec::new()));
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        let face = Face::regular().unwrap();
        let width = face.length("one two, …", 30.0);
        assert_eq!(face.cut("one two, three", 30.0, width), "one two…");
        assert_eq!(face.cut("one", 30.0, width), "one");
    }
}
