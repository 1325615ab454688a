//! Shows the progress of long steps.

use std::io::{IsTerminal as _, Write, stderr};
use std::time::{Duration, Instant};

/// The shortest step that shows progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// The time between two updates of the line on a terminal.
const BETWEEN_CHANGES: Duration = Duration::from_millis(100);

/// One line with the current step and its progress, updated in place. Only a terminal shows it.
pub(super) struct Progress {
    is_shown: bool,
    step: &'static str,
    last: Instant,
    has_line: bool,
}

impl Progress {
    /// `is_shown`: a person reads the log.
    pub(super) fn new(is_shown: bool) -> Self {
        let is_shown = is_shown && stderr().is_terminal();
        Self { is_shown, step: "", last: Instant::now(), has_line: false }
    }

    /// Reports how much of a step is done, unless the last report is too recent. If the log cannot be written, that is
    /// no reason to fail.
    pub(super) fn tell(
        &mut self,
        log: &mut dyn Write,
        step: &'static str,
        done: usize,
        all: usize,
    ) {
        if !self.is_shown {
            return;
        }
        if self.step != step {
            (self.step, self.last) = (step, Instant::now());
        }
        let between = if self.has_line { BETWEEN_CHANGES } else { PATIENCE };
        if self.last.elapsed() < between {
            return;
        }
        let line =
            if all == 0 { format!("{step}: {done}") } else { format!("{step}: {done} of {all}") };
        let written = write!(log, "\r\x1b[K{line}");
        written.and_then(|()| log.flush()).unwrap_or_default();
        (self.last, self.has_line) = (Instant::now(), true);
    }

    /// Removes the line before other output.
    pub(super) fn clear(&mut self, log: &mut dyn Write) {
        if self.has_line {
            write!(log, "\r\x1b[K").unwrap_or_default();
        }
        self.has_line = false;
    }
}
