//! Reports the progress of a long run.

/// A step that may take long in a large folder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// Each file is read separately.
    Reading,
    /// Each recap is compared with all others.
    Resolving,
}

/// Called with a step, the number of finished items, and the total.
pub type Tell<'a> = &'a mut dyn FnMut(Step, usize, usize);
