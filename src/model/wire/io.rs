//! Where a walk reads from or writes to.

use super::file::WireFile;

/// One direction of a walk. The writer takes each value it is given; the reader replaces it with the
/// next value of the file.
pub(super) trait Io {
    fn text(&mut self, text: &mut String);
    fn number(&mut self, number: &mut u32);
    /// The most items that can still follow.
    fn limit(&self) -> usize;
    /// Remembers that the values contradict each other.
    fn fail(&mut self);
}

#[derive(Default)]
pub(super) struct Writer {
    texts: Vec<String>,
    numbers: Vec<u32>,
    is_broken: bool,
}

impl Writer {
    /// The file; `None` after a failure.
    pub(super) fn finish(self) -> Option<WireFile> {
        (!self.is_broken).then(|| WireFile::new(self.texts, self.numbers))
    }
}

impl Io for Writer {
    fn text(&mut self, text: &mut String) {
        self.texts.push(text.clone());
    }

    fn number(&mut self, number: &mut u32) {
        self.numbers.push(*number);
    }

    fn limit(&self) -> usize {
        usize::MAX
    }

    fn fail(&mut self) {
        self.is_broken = true;
    }
}

pub(super) struct Reader {
    texts: std::vec::IntoIter<String>,
    numbers: std::vec::IntoIter<u32>,
    is_broken: bool,
}

impl Reader {
    pub(super) fn new(wire: WireFile) -> Self {
        let (texts, numbers) = wire.into_parts();
        Self { texts: texts.into_iter(), numbers: numbers.into_iter(), is_broken: false }
    }

    /// Whether nothing failed and nothing is left.
    pub(super) fn is_whole(&self) -> bool {
        !self.is_broken && self.limit() == 0
    }
}

impl Io for Reader {
    fn text(&mut self, text: &mut String) {
        match self.texts.next() {
            Some(next) => *text = next,
            None => self.fail(),
        }
    }

    fn number(&mut self, number: &mut u32) {
        match self.numbers.next() {
            Some(next) => *number = next,
            None => self.fail(),
        }
    }

    fn limit(&self) -> usize {
        self.texts.len() + self.numbers.len()
    }

    fn fail(&mut self) {
        self.is_broken = true;
    }
}
