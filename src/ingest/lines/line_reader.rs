//! Reads each line of a document once.

use super::line::Line;
use super::reading::{Order, Readings};
use super::readings::readings;
use super::repetition::Votes;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The lines of one document that were read. Several rules look at each line, and to read one takes long.
#[derive(Debug, Default)]
pub(in crate::ingest) struct LineReader {
    known: RefCell<HashMap<Line, Readings>>,
}

impl LineReader {
    /// The readings of a line, the best of each order first.
    pub(in crate::ingest) fn read(&self, line: &Line) -> Readings {
        if let Some(known) = self.known.borrow().get(line) {
            return Rc::clone(known);
        }
        let found: Readings = readings(line).into();
        self.known.borrow_mut().insert(line.clone(), Rc::clone(&found));
        found
    }

    /// Whether a line clearly names a talk with its speakers.
    pub(in crate::ingest) fn is_talk(&self, line: &Line) -> bool {
        let found = self.read(line);
        let chosen = Votes::default().choose(&found);
        // "Speaker: Ada Weaver" names no talk.
        chosen.is_some_and(|(reading, is_sure)| {
            is_sure && !reading.is_weak && reading.order != Order::TitleOnly
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_once() {
        let reader = LineReader::default();
        let line = Line::of_text("Looms that sing - Ada Weaver");
        let first = reader.read(&line);
        assert_eq!(*first, *readings(&line));
        assert!(Rc::ptr_eq(&first, &reader.read(&line)));
        assert!(!Rc::ptr_eq(&first, &reader.read(&Line::of_text("Looms that sing"))));
    }
}
