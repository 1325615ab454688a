//! The parts of a plain-text export that its layout separates.

/// A line that is not blank, or several lines that were one before an export wrapped them.
#[derive(Clone, Debug, Default)]
pub(super) struct TextUnit {
    /// The text without its bullet and surrounding white space.
    pub text: String,
    /// First line, counted from 1.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// Number of blank lines before it.
    pub gap: u32,
    /// Columns before it.
    pub indent: usize,
    /// Columns before its bullet; `None` when it is not a list item.
    pub bullet: Option<usize>,
    /// Number of the item, if the list is numbered.
    pub number: Option<u32>,
    /// The line below it repeats a single mark.
    pub is_underlined: bool,
}

impl TextUnit {
    /// A line that is not indented, with the number of blank lines before it.
    pub(super) fn line(text: &str, number: u32, gap: u32) -> Self {
        Self { text: text.to_owned(), first: number, last: number, gap, ..Self::default() }
    }

    /// Number of words.
    pub(super) fn word_count(&self) -> usize {
        self.text.split_whitespace().count()
    }
}
