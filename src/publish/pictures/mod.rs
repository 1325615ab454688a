//! Preview pictures for links to a page: its title, and its position in time.
//!
//! This module only draws and knows nothing about conferences; `exports/previews.rs` decides what each picture shows.

mod canvas;
mod typeface;

use crate::bundle::Digest;
use canvas::{Canvas, HEIGHT, Pen, WIDTH, whole};
use std::{io, sync::LazyLock};
use typeface::Face;

/// Width and height in points.
pub(super) const SIZE: (u16, u16) = (WIDTH, HEIGHT);

/// The content of a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PreviewPicture {
    /// The title of the site.
    pub(super) site: String,
    /// The kind of its subject.
    pub(super) kicker: String,
    /// The name of its subject.
    pub(super) title: String,
    /// More facts, on one line.
    pub(super) facts: String,
    /// The date in digits. It replaces a title that the typeface cannot write.
    pub(super) when: String,
    /// Names and beginnings of years, the latter as fractions of the axis.
    pub(super) years: Vec<(u16, f32)>,
    /// The marks on the axis.
    pub(super) marks: Vec<PreviewMark>,
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PreviewMark {
    /// The position, as a fraction of the axis.
    pub(super) x: f32,
    /// The size, 0 to 1.
    pub(super) size: f32,
    /// Whether the subject of the picture occurs there.
    pub(super) is_on: bool,
}

/// Draws pictures.
#[derive(Debug)]
pub(super) struct Painter {
    semibold: Face,
    regular: Face,
}

// All in pixels.
const MARGIN: f32 = 80.0;
const RIGHT: f32 = 1_120.0;
const SITE_LINE: f32 = 92.0;
const RULE: (i32, i32) = (116, 120);
const KICKER_LINE: f32 = 182.0;
const HEADING: (f32, f32) = (196.0, 424.0);
const HEADING_SIZES: [f32; 8] = [92.0, 84.0, 76.0, 68.0, 60.0, 54.0, 48.0, 44.0];
const LEADING: f32 = 1.08;
const AXIS: f32 = 538.0;
const YEAR_LINE: f32 = 590.0;
const YEAR_GAP: f32 = 76.0;
const SMALL: f32 = 26.0;
const TEXT: f32 = 34.0;

impl Painter {
    /// `None` only if the built-in typeface is damaged.
    pub(super) fn new() -> Option<Self> {
        Some(Self { semibold: Face::semibold()?, regular: Face::regular()? })
    }

    /// Removes texts that the typeface cannot write, because empty boxes say nothing. The date replaces the title.
    pub(super) fn legible(&self, picture: PreviewPicture) -> PreviewPicture {
        let if_written =
            |face: &Face, text: String| if face.has(&text) { text } else { String::new() };
        let PreviewPicture { site, kicker, mut title, facts, when, years, marks } = picture;
        if !self.semibold.has(&title) {
            title.clone_from(&when);
        }
        PreviewPicture {
            site: if_written(&self.semibold, site),
            kicker: if_written(&self.regular, kicker),
            title,
            facts: if_written(&self.regular, facts),
            when,
            years,
            marks,
        }
    }

    /// The picture as a file. `former` is the file of an earlier build. Drawing takes longer than everything else about
    /// a page, so that file is reused if its origin is the same.
    ///
    /// # Errors No picture causes one; writing returns a result.
    pub(super) fn file(
        &self,
        picture: &PreviewPicture,
        former: Option<Vec<u8>>,
    ) -> io::Result<Vec<u8>> {
        let origin = origin(picture);
        match former.filter(|file| canvas::has_origin(file, &origin)) {
            Some(file) => Ok(file),
            None => self.draw(picture).png(&origin),
        }
    }

    fn draw(&self, picture: &PreviewPicture) -> Canvas {
        let mut canvas = Canvas::new();
        let width = RIGHT - MARGIN;
        let site = self.semibold.cut(&picture.site, TEXT, width);
        self.semibold.write(&mut canvas, &site, TEXT, (MARGIN, SITE_LINE), Pen::Ink);
        canvas.bar((whole(MARGIN), RULE.0), (whole(RIGHT), RULE.1), Pen::Ink);
        let kicker = self.regular.cut(&picture.kicker, TEXT, width);
        self.regular.write(&mut canvas, &kicker, TEXT, (MARGIN, KICKER_LINE), Pen::Quiet);
        let end = self.heading(&mut canvas, &picture.title, width);
        let facts = self.regular.cut(&picture.facts, TEXT, width);
        self.regular.write(&mut canvas, &facts, TEXT, (MARGIN, end + 62.0), Pen::Quiet);
        self.axis(&mut canvas, picture, width);
        canvas
    }

    /// Draws a title as large as fits, and returns its last baseline.
    fn heading(&self, canvas: &mut Canvas, title: &str, width: f32) -> f32 {
        let (top, bottom) = HEADING;
        let fitting = HEADING_SIZES.into_iter().find_map(|size| {
            let most = whole((bottom - top) / (size * LEADING));
            let lines = self.semibold.lines(title, size, width, usize::try_from(most).ok()?)?;
            Some((size, lines))
        });
        let smallest = HEADING_SIZES.into_iter().fold(f32::INFINITY, f32::min);
        let (size, lines) =
            fitting.unwrap_or_else(|| (smallest, vec![self.semibold.cut(title, smallest, width)]));
        let mut baseline = top;
        for line in lines {
            baseline += size * LEADING;
            // Letters begin slightly inside their box, which is visible at this size.
            self.semibold.write(canvas, &line, size, (MARGIN - size / 24.0, baseline), Pen::Ink);
        }
        baseline
    }

    fn axis(&self, canvas: &mut Canvas, picture: &PreviewPicture, width: f32) {
        if picture.years.is_empty() {
            return;
        }
        let line = whole(AXIS);
        canvas.bar((whole(MARGIN), line - 1), (whole(RIGHT), line + 1), Pen::Line);
        let mut free = f32::NEG_INFINITY;
        for (year, x) in &picture.years {
            let x = MARGIN + x * width;
            canvas.bar((whole(x), line - 1), (whole(x) + 2, line + 12), Pen::Line);
            let name = year.to_string();
            let ends = x + self.regular.length(&name, SMALL);
            if x >= free && ends <= RIGHT {
                self.regular.write(canvas, &name, SMALL, (x, YEAR_LINE), Pen::Quiet);
                free = x + YEAR_GAP;
            }
        }
        // Active marks are drawn on top.
        let (on, off): (Vec<PreviewMark>, Vec<PreviewMark>) =
            picture.marks.iter().partition(|mark| mark.is_on);
        for (marks, pen) in [(off, Pen::Quiet), (on, Pen::Accent)] {
            for PreviewMark { x, size, is_on } in marks {
                let center = (MARGIN + x * width, AXIS);
                let radius = if is_on { 8.0 + 14.0 * size } else { 4.0 + 12.0 * size };
                canvas.disc(center, radius + 3.0, Pen::Paper);
                canvas.disc(center, radius, pen);
            }
        }
    }
}

/// The painter's settings, as text: a different painter draws a different picture.
static PAINTER: LazyLock<Digest> = LazyLock::new(|| {
    let sources = [
        include_str!("mod.rs"),
        include_str!("canvas.rs"),
        include_str!("typeface.rs"),
        include_str!("../../../Cargo.lock"),
    ];
    Digest::of(sources.concat().as_bytes())
});

/// The origin of a picture: a hash of its content, in hexadecimal digits.
fn origin(picture: &PreviewPicture) -> String {
    let made_of = format!("{} {picture:?}", PAINTER.hexadecimal());
    Digest::of(made_of.as_bytes()).hexadecimal()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(title: &str) -> PreviewPicture {
        PreviewPicture {
            site: "Notes".to_owned(),
            title: title.to_owned(),
            years: vec![(2018, 0.0), (2019, 0.5)],
            marks: vec![PreviewMark { x: 0.4, size: 1.0, is_on: true }],
            ..PreviewPicture::default()
        }
    }

    #[test]
    fn equal_pictures_are_equal_files() {
        let painter = Painter::new().unwrap();
        let file = |title: &str| painter.file(&picture(title), None).unwrap();
        assert_eq!(file("a"), file("a"));
        assert_ne!(file("a"), file("b"));
        assert!(file("a").len() < 20_000);
    }

    #[test]
    fn a_former_file_is_taken_over_if_it_is_of_the_same_picture() {
        let painter = Painter::new().unwrap();
        let file = |former: Option<Vec<u8>>| painter.file(&picture("a"), former).unwrap();
        let drawn = file(None);
        // The extra end shows that it was not drawn again.
        let marked = [drawn.as_slice(), b"x"].concat();
        assert_eq!(file(Some(marked.clone())), marked);
        let mut other = picture("a");
        other.marks.clear();
        let other = painter.file(&other, None).unwrap();
        for former in [other, b"x".to_vec(), Vec::new()] {
            assert_eq!(file(Some(former)), drawn);
        }
    }

    #[test]
    fn no_title_is_too_long() {
        let painter = Painter::new().unwrap();
        for title in ["", "x", &"long ".repeat(400), &"x".repeat(4_000)] {
            assert!(!painter.file(&picture(title), None).unwrap().is_empty());
        }
    }

    #[test]
    fn what_cannot_be_written_is_left_out_and_the_title_becomes_a_date() {
        let painter = Painter::new().unwrap();
        let written = picture("Looms");
        assert_eq!(painter.legible(written.clone()), written);
        for foreign in ["東京", "مؤتمر", "שיחה על looms", "कताई", "🧵"] {
            let picture = PreviewPicture {
                kicker: foreign.to_owned(),
                facts: foreign.to_owned(),
                when: "2018-05".to_owned(),
                ..picture(foreign)
            };
            let legible = painter.legible(picture);
            let PreviewPicture { site, kicker, title, facts, .. } = &legible;
            let texts = [site, kicker, title, facts].map(String::as_str);
            assert_eq!(texts, ["Notes", "", "2018-05", ""], "of {foreign}");
            assert_eq!(painter.legible(legible.clone()), legible, "twice");
        }
    }
}
