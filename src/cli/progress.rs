//! Says how far a long step is.

use std::io::{IsTerminal as _, Write, stderr};
use std::time::{Duration, Instant};

/// A step that takes less says nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Between two lines where nobody can take a line back.
const BETWEEN_LINES: Duration = Duration::from_secs(3);

/// Between two changes of the one line of a terminal.
const BETWEEN_CHANGES: Duration = Duration::from_millis(100);

/// One line that says what is done and how far: changed in place on a terminal, else a line now and then.
pub(super) struct Progress {
    is_shown: bool,
    is_terminal: bool,
    step: &'static str,
    last: Instant,
    has_line: bool,
}

impl Progress {
    /// `is_shown`: somebody may want to know.
    pub(super) fn new(is_shown: bool) -> Self {
        let is_terminal = stderr().is_terminal();
        Self { is_shown, is_terminal, step: "", last: Instant::now(), has_line: false }
    }

    /// Says how much of a step is done, if it is time to. What the log does not take is not worth an
    /// error.
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
        let between = match (self.is_terminal, self.has_line) {
            (_, false) => PATIENCE,
            (true, true) => BETWEEN_CHANGES,
            (false, true) => BETWEEN_LINES,
        };
        if self.last.elapsed() < between {
            return;
        }
        let line =
            if all == 0 { format!("{step}: {done}") } else { format!("{step}: {done} of {all}") };
        let written =
            if self.is_terminal { write!(log, "\r\x1b[K{line}") } else { writeln!(log, "{line}") };
        written.and_then(|()| log.flush()).unwrap_or_default();
        (self.last, self.has_line) = (Instant::now(), true);
    }

    /// Takes the line back, before something else is said.
    pub(super) fn clear(&mut self, log: &mut dyn Write) {
        if self.has_line && self.is_terminal {
            write!(log, "\r\x1b[K").unwrap_or_default();
        }
        self.has_line = false;
    }
}
