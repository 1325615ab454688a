//! What of an axis a window shows.

/// An axis behind a window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// Width of the axis in percent of that of the window; at least 100.
    pub scale: i32,
    /// How much of the axis is left of the window, in px.
    pub left_px: f64,
}

impl Zoom {
    /// The axis `scale` percent as wide as its window of `window_px`, with what was `at_px` from the
    /// window's left edge still there, as far as the axis reaches. A scale below 100 is 100.
    #[must_use]
    pub fn to(self, scale: i32, at_px: f64, window_px: f64) -> Self {
        let scale = scale.max(100);
        let grown = f64::from(scale) / f64::from(self.scale.max(1));
        let last_px = window_px * f64::from(scale - 100) / 100.0;
        let left_px = (self.left_px + at_px) * grown - at_px;
        Self { scale, left_px: left_px.min(last_px).max(0.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Zooms a window of 200 px, and checks what is left of it then.
    #[track_caller]
    fn check((scale, left_px): (i32, f64), to: i32, at_px: f64, expected: (i32, f64)) {
        let zoom = Zoom { scale, left_px }.to(to, at_px, 200.0);
        assert_eq!(zoom.scale, expected.0);
        assert!((zoom.left_px - expected.1).abs() < 1e-9, "{} px are left of it", zoom.left_px);
    }

    #[test]
    fn what_is_pointed_at_stays() {
        check((100, 0.0), 200, 100.0, (200, 100.0));
        check((200, 100.0), 400, 50.0, (400, 250.0));
        check((400, 250.0), 200, 50.0, (200, 100.0));
    }

    #[test]
    fn nothing_beyond_the_axis_is_shown() {
        check((100, 0.0), 200, 0.0, (200, 0.0));
        check((100, 0.0), 200, 200.0, (200, 200.0));
        check((400, 600.0), 200, 0.0, (200, 200.0));
        check((400, 0.0), 200, 150.0, (200, 0.0));
    }

    #[test]
    fn the_axis_is_never_narrower_than_its_window() {
        check((150, 80.0), 50, 100.0, (100, 0.0));
        check((0, 0.0), 100, 0.0, (100, 0.0));
    }
}
