//! Tells the caller how far a long run has come.

/// A step that takes long in a large folder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// Each file is read by itself.
    Reading,
    /// Each recap is compared with all others.
    Resolving,
}

/// Called with a step, how many items are done, and how many there are.
pub type Tell<'a> = &'a mut dyn FnMut(Step, usize, usize);
