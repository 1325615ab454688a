//! Pictures that others show beside a link to a page: its title, and its place in time.
//!
//! This draws and knows nothing of conferences; `machines/previews.rs` says what is on which picture.

mod canvas;
mod letters;

use canvas::{Canvas, HEIGHT, Pen, WIDTH, whole};
use letters::Face;
use std::{collections::BTreeMap, io, num::NonZero, thread};

/// Width and height in points.
pub(super) const SIZE: (u16, u16) = (WIDTH, HEIGHT);

/// What is on a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Picture {
    /// What the site is called.
    pub(super) site: String,
    /// What sort of thing it is about.
    pub(super) kicker: String,
    /// What the thing is called.
    pub(super) title: String,
    /// What else there is to say on one line.
    pub(super) facts: String,
    /// Names and beginnings of years, the latter as fractions of the axis.
    pub(super) years: Vec<(u16, f32)>,
    /// The marks on the axis.
    pub(super) marks: Vec<Mark>,
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    /// Where, as a fraction of the axis.
    pub(super) x: f32,
    /// How large, 0 to 1.
    pub(super) size: f32,
    /// Whether the thing is there.
    pub(super) is_on: bool,
}

/// Draws pictures.
#[derive(Debug)]
pub(super) struct Painter {
    semibold: Face,
    regular: Face,
}

// All in points of the picture.
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
    /// `None` only if the typeface that comes with the program is not what it was.
    pub(super) fn new() -> Option<Self> {
        Some(Self { semibold: Face::semibold()?, regular: Face::regular()? })
    }

    /// Whether every letter of the picture can be written.
    pub(super) fn can_write(&self, picture: &Picture) -> bool {
        let Picture { site, kicker, title, facts, years: _, marks: _ } = picture;
        [site, title].iter().all(|text| self.semibold.has(text))
            && [kicker, facts].iter().all(|text| self.regular.has(text))
    }

    /// The pictures as files, drawn by all cores.
    ///
    /// # Errors
    /// None that a picture can cause; writing has one in its type.
    pub(super) fn files(
        &self,
        pictures: &[(String, Picture)],
    ) -> io::Result<BTreeMap<String, Vec<u8>>> {
        let n_threads = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| {
            let threads: Vec<_> = (0..n_threads)
                .map(|first| {
                    let own = pictures.iter().skip(first).step_by(n_threads);
                    let file = |(path, picture): &(String, Picture)| {
                        Ok((path.clone(), self.draw(picture).png()?))
                    };
                    scope.spawn(move || own.map(file).collect::<io::Result<Vec<_>>>())
                })
                .collect();
            let mut files = BTreeMap::new();
            for thread in threads {
                files.extend(
                    thread.join().map_err(|_panic| io::Error::other("drawing broke off"))??,
                );
            }
            Ok(files)
        })
    }

    fn draw(&self, picture: &Picture) -> Canvas {
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

    /// As large as fits; the line that it ends on.
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
            // Letters begin a little inside of their box, which shows at this size.
            self.semibold.write(canvas, &line, size, (MARGIN - size / 24.0, baseline), Pen::Ink);
        }
        baseline
    }

    fn axis(&self, canvas: &mut Canvas, picture: &Picture, width: f32) {
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
        // Those that are meant lie on top.
        let (on, off): (Vec<Mark>, Vec<Mark>) = picture.marks.iter().partition(|mark| mark.is_on);
        for (marks, pen) in [(off, Pen::Quiet), (on, Pen::Accent)] {
            for Mark { x, size, is_on } in marks {
                let center = (MARGIN + x * width, AXIS);
                let radius = if is_on { 8.0 + 14.0 * size } else { 4.0 + 12.0 * size };
                canvas.disc(center, radius + 3.0, Pen::Paper);
                canvas.disc(center, radius, pen);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(title: &str) -> Picture {
        Picture {
            site: "Notes".to_owned(),
            title: title.to_owned(),
            years: vec![(2018, 0.0), (2019, 0.5)],
            marks: vec![Mark { x: 0.4, size: 1.0, is_on: true }],
            ..Picture::default()
        }
    }

    #[test]
    fn equal_pictures_are_equal_files_whoever_draws_them() {
        let painter = Painter::new().unwrap();
        let pictures: Vec<_> = ["a", "b", "a"]
            .iter()
            .zip(1..)
            .map(|(title, n)| (format!("{n}.png"), picture(title)))
            .collect();
        let files = painter.files(&pictures).unwrap();
        assert_eq!(files.len(), 3);
        assert_eq!(files["1.png"], files["3.png"]);
        assert_ne!(files["1.png"], files["2.png"]);
        assert!(files.values().all(|file| file.len() < 20_000));
    }

    #[test]
    fn no_title_is_too_long_and_what_cannot_be_written_is_known() {
        let painter = Painter::new().unwrap();
        for title in ["", "x", &"long ".repeat(400), &"x".repeat(4_000)] {
            assert!(painter.can_write(&picture(title)));
            assert!(!painter.draw(&picture(title)).png().unwrap().is_empty());
        }
        assert!(!painter.can_write(&picture("東京")));
    }
}
