//! The two directions of a walk.

use super::Packed;

/// Takes what it is given, or puts there what comes next.
pub(super) trait Io {
    fn text(&mut self, text: &mut String);
    fn number(&mut self, number: &mut u32);
    /// More items than this cannot follow.
    fn limit(&self) -> usize;
    /// What was written or read makes no sense.
    fn fail(&mut self);
}

#[derive(Default)]
pub(super) struct Writer {
    packed: Packed,
    is_broken: bool,
}

impl Writer {
    /// What was written; `None` when it makes no sense.
    pub(super) fn finish(self) -> Option<Packed> {
        (!self.is_broken).then_some(self.packed)
    }
}

impl Io for Writer {
    fn text(&mut self, text: &mut String) {
        self.packed.texts.push(text.clone());
    }

    fn number(&mut self, number: &mut u32) {
        self.packed.numbers.push(*number);
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
    pub(super) fn new(packed: Packed) -> Self {
        Self {
            texts: packed.texts.into_iter(),
            numbers: packed.numbers.into_iter(),
            is_broken: false,
        }
    }

    /// Whether all made sense and nothing is left.
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
