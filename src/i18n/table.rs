//! The words of the explorer. They are texts, not code, because the client contains only English and reads other
//! languages from the page.

/// Makes the table from a list of entries. An entry with `(..)` takes values or has forms; its method is in
/// `phrases.rs` or `dates.rs`.
macro_rules! table {
    ($($(#[$doc:meta])* $name:ident $(($takes:tt))?,)*) => {
        /// The texts of the explorer, by name.
        #[expect(non_camel_case_types, reason = "an entry has one name everywhere")]
        #[derive(Clone, Copy)]
        pub(super) enum Entry {
            $($(#[$doc])* $name,)*
        }

        /// Every text of the explorer in one language, for translators.
        ///
        /// `{0}`, `{1}` and so on mark the values; the comment on the entry names them. Forms for different numbers are
        /// separated by `|`, in the order of `plural.rs`.
        pub(super) struct Texts {
            $(pub(super) $name: &'static str,)*
        }

        const N_ENTRIES: usize = [$(stringify!($name)),*].len();

        impl Strings {
            /// The words of a language.
            pub(super) const fn new(texts: &Texts) -> Self {
                Self([$(texts.$name),*])
            }

            /// Every entry: its name and its text, in the order of the table.
            #[cfg(test)]
            pub(crate) fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
                [$(stringify!($name)),*].into_iter().zip(self.0)
            }

            $(table!(@ $name $(($takes))?);)*
        }
    };
    (@ $name:ident (..)) => {};
    (@ $name:ident) => {
        pub(crate) fn $name(&self) -> &'static str {
            self.text(Entry::$name)
        }
    };
}

table! {
    /// The language, BCP 47. It determines the plural forms.
    language,
    /// Two marks around a name in Latin letters, which isolate its direction. Empty if the language is written from
    /// left to right.
    open,
    close,
    /// Between the names of a list, and before the last.
    comma,
    /// A list, and its last name.
    and_last(..),

    // The frame.
    search_label,
    search_placeholder,
    own_pages,
    contents,
    colophon,
    correct_notes,
    /// The license.
    license(..),

    // The timeline chart.
    chart,
    chart_hint,
    /// Edition, recaps, talks.
    mark(..),
    year_range,
    year_from,
    year_to,

    // The filters.
    filters,
    /// How many are on.
    filters_on(..),
    facet_year,
    facet_conference,
    facet_theme,
    facet_person,
    facet_organization,
    facet_location,
    facet_kind,
    facet_video,
    kind_keynote,
    kind_talk,
    kind_panel,
    kind_lightning,
    kind_tutorial,
    kind_note,
    has_video,
    /// After a number. Has forms, without the number.
    entries(..),
    /// The facet.
    narrow_facet(..),
    narrow_placeholder,
    /// How many.
    show_all(..),
    /// How many matches. Has forms.
    show_results(..),
    show_fewer,
    active_filters,
    /// The facet and its value.
    remove_filter(..),
    /// A text.
    quoted(..),
    clear_all,

    // Above the matches.
    results,
    views,
    view_timeline,
    view_themes,
    view_talks,
    view_recaps,
    share,
    export,
    sort_label,
    sort_newest,
    sort_oldest,
    sort_title,
    sort_relevance,
    /// Talks or notes or both, recaps, conferences.
    status(..),
    /// The end of the count if nothing was found.
    status_nothing,
    /// Talks, notes on no talk.
    talks_and_notes(..),
    searching,
    loading,
    search_failed,
    load_failed,
    retry,
    /// Few entries or none have all words that were typed; the list also shows entries with some of them.
    some_words,
    /// The typed word, and the word searched instead.
    correction(..),
    /// The part of the address, and why, within the same sentence.
    ignored(..),
    unknown_key,
    not_a_year,
    impossible_year,
    not_a_choice,
    not_an_id,
    not_in_collection,
    too_long,
    dismiss,

    // Nothing matches. The heading of the ways out.
    nothing_found_hint,
    no_themes,
    field_hint,
    /// The text.
    without_text(..),
    /// The choice.
    without_choice(..),
    show_everything,

    // Dates.
    /// The twelve, divided by `|`.
    months(..),
    /// Year, month, day.
    day(..),
    /// Year, month.
    month(..),
    /// Year, month, first day, again the month, last day.
    days(..),
    /// Year, first month, first day, last month, last day.
    days_of_months(..),
    /// Year, first month, nothing, last month.
    months_range(..),
    /// First and last, each complete.
    range(..),
    /// First and last year.
    years(..),

    // The timeline.
    unknown_year,
    unknown_edition,
    /// How many. Has forms.
    quiet_editions(..),
    /// Talks.
    more_talks(..),
    show_earlier,
    also_held,
    also_in,
    /// Who.
    by(..),
    /// How many, by whom. Has forms.
    credit_by(..),
    /// How many, in what. Has forms.
    credit_in(..),
    /// How many, by whom, in what. Has forms.
    credit_by_and_in(..),
    video,

    // The other views.
    talk,
    talks,
    no_talks,
    kind_head,
    notes_head,
    /// How many.
    show_more(..),
    recaps,
    theme,
    themes,
    order_evidence,
    order_first,
    order_persistence,
    order_rise,
    order_name,
    matrix,
    matrix_note,
    story,
    /// How many recaps name it.
    story_few(..),
    /// How many recaps name it, of how many, and the year.
    story_peak(..),
    /// The last conference that names it.
    story_last(..),
    /// Theme, edition, recaps, notes, and the number of recaps as the cell shows it.
    matrix_cell(..),
    edition,

    // Numbers of things. Each has forms.
    n_conferences(..),
    n_copies(..),
    n_notes(..),
    n_other_notes(..),
    n_recaps(..),
    n_talks(..),
}

/// The words of one language, in the order of the table.
#[derive(Debug, Eq, PartialEq)]
pub struct Strings([&'static str; N_ENTRIES]);

impl Strings {
    /// An entry as it is stored.
    pub(super) fn text(&self, entry: Entry) -> &'static str {
        self.0.get(entry as usize).copied().unwrap_or_default()
    }

    /// The words as a client reads them: a line for each entry.
    pub fn lines(&self) -> String {
        self.0.join("\n")
    }

    /// Words from their lines. `None` if there are more or fewer lines than this version has.
    pub fn read(lines: &'static str) -> Option<Self> {
        let mut texts = [""; N_ENTRIES];
        let mut lines = lines.split('\n');
        for text in &mut texts {
            *text = lines.next()?;
        }
        lines.next().is_none().then_some(Self(texts))
    }
}

#[expect(clippy::indexing_slicing, reason = "done by the compiler, which takes no bad index")]
impl Strings {
    /// How long the lines are, in bytes.
    pub(super) const fn n_bytes(&self) -> usize {
        let (mut n_bytes, mut place) = (N_ENTRIES - 1, 0);
        while place < N_ENTRIES {
            n_bytes += self.0[place].len();
            place += 1;
        }
        n_bytes
    }

    /// The lines, made at compile time: in a client, one text is smaller than a table of many.
    pub(super) const fn bytes<const N_BYTES: usize>(&self) -> [u8; N_BYTES] {
        let mut bytes = [b'\n'; N_BYTES];
        let (mut end, mut place) = (0, 0);
        while place < N_ENTRIES {
            let text = self.0[place].as_bytes();
            let mut at = 0;
            while at < text.len() {
                bytes[end] = text[at];
                at += 1;
                end += 1;
            }
            end += 1;
            place += 1;
        }
        bytes
    }
}
