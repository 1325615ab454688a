//! The phrases of the explorer that contain numbers and names. The texts come from the table; nothing here depends on a
//! language.

use super::{
    Strings,
    plural::{fill, nth, plural},
    table::Entry,
};
use crate::{
    query::{AddressProblem, AddressWarning, EntryKind, Facet, Matches, Sort, View},
    timeline::ThemeOrder,
};

impl Strings {
    /// A text with its values. Latin letters within another script keep their direction.
    pub(crate) fn fill(&self, text: &str, values: &[&str]) -> String {
        fill(text, values, [self.open(), self.close()])
    }

    /// The form of a text for a number.
    fn form(&self, forms: &'static str, n: usize) -> &'static str {
        nth(forms, plural(self.language(), n))
    }

    /// A number of things, as `forms` says it.
    pub(crate) fn count(&self, forms: &'static str, n: usize) -> String {
        self.fill(self.form(forms, n), &[&n.to_string()])
    }

    fn say(&self, entry: Entry, values: &[&str]) -> String {
        self.fill(self.text(entry), values)
    }

    fn say_count(&self, entry: Entry, n: usize) -> String {
        self.count(self.text(entry), n)
    }

    /// `a`, `a and b`, `a, b and c`.
    pub(crate) fn listed(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [name] => name.clone(),
            [first @ .., last] => self.say(Entry::and_last, &[&first.join(self.comma()), last]),
        }
    }

    pub(crate) fn license(&self, license: &str) -> String {
        self.say(Entry::license, &[license])
    }

    pub(crate) fn mark(&self, edition: &str, n_recaps: usize, n_talks: usize) -> String {
        self.say(Entry::mark, &[edition, &self.n_recaps(n_recaps), &self.n_talks(n_talks)])
    }

    pub(crate) fn filters_toggle(&self, n_on: usize) -> String {
        if n_on == 0 { self.filters().to_owned() } else { self.say_count(Entry::filters_on, n_on) }
    }

    pub(crate) fn facet(&self, facet: Facet) -> &'static str {
        match facet {
            Facet::Year => self.facet_year(),
            Facet::Conference => self.facet_conference(),
            Facet::Theme => self.facet_theme(),
            Facet::Person => self.facet_person(),
            Facet::Organization => self.facet_organization(),
            Facet::Location => self.facet_location(),
            Facet::Kind => self.facet_kind(),
            Facet::Video => self.facet_video(),
        }
    }

    pub(crate) fn kind(&self, kind: EntryKind) -> &'static str {
        match kind {
            EntryKind::Keynote => self.kind_keynote(),
            EntryKind::Talk => self.kind_talk(),
            EntryKind::Panel => self.kind_panel(),
            EntryKind::Lightning => self.kind_lightning(),
            EntryKind::Tutorial => self.kind_tutorial(),
            EntryKind::Note => self.kind_note(),
        }
    }

    pub(crate) fn view(&self, view: View) -> &'static str {
        match view {
            View::Timeline => self.view_timeline(),
            View::Themes => self.view_themes(),
            View::Talks => self.view_talks(),
            View::Recaps => self.view_recaps(),
        }
    }

    pub(crate) fn sort(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Newest => self.sort_newest(),
            Sort::Oldest => self.sort_oldest(),
            Sort::Title => self.sort_title(),
            Sort::Relevance => self.sort_relevance(),
        }
    }

    pub(crate) fn theme_order(&self, order: ThemeOrder) -> &'static str {
        match order {
            ThemeOrder::Evidence => self.order_evidence(),
            ThemeOrder::FirstSeen => self.order_first(),
            ThemeOrder::Persistence => self.order_persistence(),
            ThemeOrder::Rise => self.order_rise(),
            ThemeOrder::Name => self.order_name(),
        }
    }

    pub(crate) fn entries_of(&self, n: usize) -> &'static str {
        self.form(self.text(Entry::entries), n)
    }

    pub(crate) fn narrow_facet(&self, facet: &str) -> String {
        self.say(Entry::narrow_facet, &[facet])
    }

    pub(crate) fn show_all(&self, n: usize) -> String {
        self.say_count(Entry::show_all, n)
    }

    pub(crate) fn show_results(&self, n: usize) -> String {
        self.say_count(Entry::show_results, n)
    }

    pub(crate) fn show_more(&self, n: usize) -> String {
        self.say_count(Entry::show_more, n)
    }

    pub(crate) fn remove_filter(&self, facet: &str, value: &str) -> String {
        self.say(Entry::remove_filter, &[facet, value])
    }

    pub(crate) fn quoted(&self, text: &str) -> String {
        self.say(Entry::quoted, &[text])
    }

    pub(crate) fn status(&self, found: &Matches) -> String {
        let entries = match (found.n_talks, found.n_notes) {
            (0, 0) => return self.status_nothing().to_owned(),
            (n_talks, 0) => self.n_talks(n_talks),
            (0, n_notes) => self.n_notes(n_notes),
            (n_talks, n_notes) => {
                let both =
                    [&*self.n_talks(n_talks), &*self.say_count(Entry::n_other_notes, n_notes)];
                self.say(Entry::talks_and_notes, &both)
            }
        };
        let conferences = self.say_count(Entry::n_conferences, found.n_conferences);
        self.say(Entry::status, &[&entries, &self.n_recaps(found.n_recaps), &conferences])
    }

    pub(crate) fn correction(&self, typed: &str, read_as: &str) -> String {
        self.say(Entry::correction, &[typed, read_as])
    }

    pub(crate) fn warning(&self, warning: &AddressWarning) -> String {
        let problem = match warning.problem {
            AddressProblem::UnknownKey => self.unknown_key(),
            AddressProblem::NotAYear => self.not_a_year(),
            AddressProblem::ImpossibleYear => self.impossible_year(),
            AddressProblem::NotAChoice => self.not_a_choice(),
            AddressProblem::NotAnId => self.not_an_id(),
            AddressProblem::NotInCollection => self.not_in_collection(),
            AddressProblem::TooLong => self.too_long(),
        };
        self.say(Entry::ignored, &[&warning.part(), problem])
    }

    pub(crate) fn without_text(&self, text: &str) -> String {
        self.say(Entry::without_text, &[text])
    }

    pub(crate) fn without_choice(&self, choice: &str) -> String {
        self.say(Entry::without_choice, &[choice])
    }

    pub(crate) fn years(&self, first: u16, last: u16) -> String {
        let (first, last) = (first.to_string(), last.to_string());
        if first == last { first } else { self.say(Entry::years, &[&first, &last]) }
    }

    pub(crate) fn quiet_editions(&self, n: usize) -> String {
        self.say_count(Entry::quiet_editions, n)
    }

    pub(crate) fn holdings(&self, n_recaps: usize, n_talks: usize) -> String {
        self.n_recaps(n_recaps) + self.comma() + &self.n_talks(n_talks)
    }

    pub(crate) fn recap_holdings(&self, n_notes: usize, n_talks: usize) -> String {
        self.n_notes(n_notes) + self.comma() + &self.n_talks(n_talks)
    }

    pub(crate) fn more_talks(&self, n: usize) -> String {
        self.say(Entry::more_talks, &[&self.n_talks(n)])
    }

    pub(crate) fn by(&self, author: &str) -> String {
        self.say(Entry::by, &[author])
    }

    /// How many notes, by whom, and in which unsigned recaps.
    pub(crate) fn credit(&self, n: usize, authors: &[String], titles: &[String]) -> String {
        let forms = match (authors, titles) {
            (_, []) => Entry::credit_by,
            ([], _) => Entry::credit_in,
            (_, _) => Entry::credit_by_and_in,
        };
        let names = [&*self.listed(authors), &*self.listed(titles)];
        self.fill(self.form(self.text(forms), n), &names)
    }

    /// How many recaps named a theme in its best year, of all recaps of that year, and the last conference that did, if
    /// there are later ones. `all` is 0 if no year has enough recaps for a share.
    pub(crate) fn theme_story(
        &self,
        year: u16,
        named: usize,
        all: usize,
        last: Option<String>,
    ) -> String {
        let peak = if all == 0 {
            self.say(Entry::story_few, &[&self.n_recaps(named)])
        } else {
            let (year, named) = (year.to_string(), named.to_string());
            self.say(Entry::story_peak, &[&named, &self.n_recaps(all), &year])
        };
        match last {
            Some(last) => peak + " " + &self.say(Entry::story_last, &[&last]),
            None => peak,
        }
    }

    pub(crate) fn matrix_cell(
        &self,
        theme: &str,
        edition: &str,
        n_recaps: usize,
        n_notes: usize,
    ) -> String {
        let shown = n_recaps.to_string();
        let (recaps, notes) = (self.n_recaps(n_recaps), self.n_notes(n_notes));
        self.say(Entry::matrix_cell, &[theme, edition, &recaps, &notes, &shown])
    }

    /// How many conferences, in words.
    pub fn n_conferences(&self, n: usize) -> String {
        self.say_count(Entry::n_conferences, n)
    }

    pub(crate) fn n_copies(&self, n: usize) -> String {
        self.say_count(Entry::n_copies, n)
    }

    pub(crate) fn n_notes(&self, n: usize) -> String {
        self.say_count(Entry::n_notes, n)
    }

    pub(crate) fn n_recaps(&self, n: usize) -> String {
        self.say_count(Entry::n_recaps, n)
    }

    pub(crate) fn n_talks(&self, n: usize) -> String {
        self.say_count(Entry::n_talks, n)
    }
}
