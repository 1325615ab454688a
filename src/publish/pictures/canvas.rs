//! A canvas with two inks, written as PNG. Sixteen colors are enough, and keep the file at a few kilobytes.

use std::io;

/// The usual size of previews.
pub(super) const WIDTH: u16 = 1_200;
pub(super) const HEIGHT: u16 = 630;

/// Colors of the site, as `tokens.css` has them: paper, ink, accent.
const PAPER: [u8; 3] = [0xff, 0xff, 0xff];
const INK: [u8; 3] = [0x14, 0x16, 0x1d];
const ACCENT: [u8; 3] = [0x24, 0x38, 0xc9];

/// Steps from paper to each ink. The palette is paper, the steps of the ink, those of the accent.
const INK_STEPS: u8 = 9;
const ACCENT_STEPS: u8 = 6;

/// The inks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Pen {
    /// Erases.
    Paper,
    Ink,
    /// Ink, thinned to the gray of small print.
    Quiet,
    /// Ink, thinned to a hairline.
    Line,
    Accent,
}

/// A picture being drawn.
pub(super) struct Canvas {
    /// The palette index of each pixel, line by line.
    points: Vec<u8>,
}

impl Canvas {
    pub(super) fn new() -> Self {
        Self { points: vec![0; usize::from(WIDTH) * usize::from(HEIGHT)] }
    }

    /// Covers a part, 0 to 1, of the point at `x`, `y`. Nothing outside of the paper.
    pub(super) fn dot(&mut self, x: i32, y: i32, pen: Pen, part: f32) {
        let place = |at: i32, size: u16| u16::try_from(at).ok().filter(|at| *at < size);
        let (Some(x), Some(y)) = (place(x, WIDTH), place(y, HEIGHT)) else { return };
        let Some(point) = self.points.get_mut(usize::from(y) * usize::from(WIDTH) + usize::from(x))
        else {
            return;
        };
        let part = part.clamp(0.0, 1.0);
        let is_ink = *point <= INK_STEPS;
        match pen {
            Pen::Paper if part >= 0.5 => *point = 0,
            Pen::Paper => {}
            Pen::Ink | Pen::Quiet | Pen::Line => {
                let strength = match pen {
                    Pen::Quiet => 0.7,
                    Pen::Line => 0.2,
                    Pen::Ink | Pen::Paper | Pen::Accent => 1.0,
                };
                let step = step(part * strength, INK_STEPS);
                if is_ink {
                    *point = step.max(*point);
                }
            }
            Pen::Accent => {
                let step = step(part, ACCENT_STEPS);
                let own = if is_ink { 0 } else { *point - INK_STEPS };
                if step > own && (*point == 0 || !is_ink || part >= 0.5) {
                    *point = INK_STEPS + step;
                }
            }
        }
    }

    /// Fills from one corner up to another.
    pub(super) fn bar(&mut self, from: (i32, i32), to: (i32, i32), pen: Pen) {
        for y in from.1..to.1 {
            for x in from.0..to.0 {
                self.dot(x, y, pen, 1.0);
            }
        }
    }

    /// A full circle.
    pub(super) fn disc(&mut self, (x, y): (f32, f32), radius: f32, pen: Pen) {
        let reach = whole(radius) + 2;
        let (left, top) = (whole(x), whole(y));
        for row in top - reach..=top + reach {
            for column in left - reach..=left + reach {
                let (dx, dy) = (fraction(column) + 0.5 - x, fraction(row) + 0.5 - y);
                self.dot(column, row, pen, radius - dx.hypot(dy) + 0.5);
            }
        }
    }

    /// The picture as a file that records its origin.
    pub(super) fn png(&self, origin: &str) -> io::Result<Vec<u8>> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, WIDTH.into(), HEIGHT.into());
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(palette());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.add_text_chunk(ORIGIN.to_owned(), origin.to_owned()).map_err(io::Error::other)?;
        let mut writer = encoder.write_header().map_err(io::Error::other)?;
        let pairs = self.points.chunks(2).map(|pair| match pair {
            [left, right] => left << 4 | right,
            _ => 0,
        });
        writer.write_image_data(&pairs.collect::<Vec<u8>>()).map_err(io::Error::other)?;
        writer.finish().map_err(io::Error::other)?;
        Ok(file)
    }
}

/// The name of the PNG text that records the origin.
const ORIGIN: &str = "Origin";

/// Whether a file that we wrote has this origin.
pub(super) fn has_origin(file: &[u8], origin: &str) -> bool {
    let text = [ORIGIN, "\0", origin].concat();
    // The text precedes the pixels.
    let head = file.get(..HEAD).unwrap_or(file);
    head.windows(text.len()).any(|part| part == text.as_bytes())
}

/// Enough bytes for everything that precedes the pixels.
const HEAD: usize = 512;

fn palette() -> Vec<u8> {
    let steps = |color: [u8; 3], n: u8| (1..=n).map(move |step| mixed(color, step, n));
    let inks = steps(INK, INK_STEPS).chain(steps(ACCENT, ACCENT_STEPS));
    std::iter::once(PAPER).chain(inks).flatten().collect()
}

/// `step` parts of a color among `n`, the rest paper.
fn mixed(color: [u8; 3], step: u8, n: u8) -> [u8; 3] {
    let [paper, color] = [PAPER, color].map(|color| color.map(u16::from));
    let mix = |paper: u16, color: u16| {
        let sum = paper * u16::from(n - step) + color * u16::from(step);
        u8::try_from(sum / u16::from(n)).unwrap_or(u8::MAX)
    };
    let [[r, g, b], [ink_r, ink_g, ink_b]] = [paper, color];
    [mix(r, ink_r), mix(g, ink_g), mix(b, ink_b)]
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part of a number of steps is one of them"
)]
fn step(part: f32, n: u8) -> u8 {
    (part * f32::from(n)).round() as u8
}

/// The pixel that contains a coordinate.
#[expect(clippy::cast_possible_truncation, reason = "what is too far out is cut off")]
pub(super) fn whole(place: f32) -> i32 {
    place.floor() as i32
}

/// The coordinate of a pixel; far more exact than any screen.
#[expect(clippy::cast_precision_loss, reason = "no picture is that large")]
pub(super) fn fraction(point: i32) -> f32 {
    point as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(file: &[u8]) -> (png::OutputInfo, Vec<u8>) {
        let mut decoder = png::Decoder::new(io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut colors = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut colors).unwrap();
        (info, colors)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn a_picture_is_read_as_it_was_drawn(
            discs in proptest::collection::vec((-50f32..1300.0, -50f32..700.0, 0f32..90.0, 0usize..4), 0..6),
        ) {
            let mut canvas = Canvas::new();
            for (x, y, radius, pen) in discs {
                let pens = [Pen::Ink, Pen::Accent, Pen::Quiet, Pen::Paper];
                canvas.disc((x, y), radius, pens[pen]);
            }
            let (info, colors) = read(&canvas.png("").unwrap());
            prop_assert_eq!((info.width, info.height), (WIDTH.into(), HEIGHT.into()));
            let palette = palette();
            let drawn: Vec<u8> =
                canvas.points.iter().flat_map(|point| palette[usize::from(*point) * 3..][..3].to_vec()).collect();
            prop_assert!(colors == drawn);
        }
    }

    #[test]
    fn inks_are_those_of_the_site() {
        let mut canvas = Canvas::new();
        canvas.bar((0, 0), (1, 1), Pen::Ink);
        canvas.bar((1, 0), (2, 1), Pen::Accent);
        let file = canvas.png("0123").unwrap();
        assert!(has_origin(&file, "0123") && !has_origin(&file, "0124"));
        let (_, colors) = read(&file);
        assert_eq!(colors[..9], [INK, ACCENT, PAPER].concat()[..]);
    }
}
