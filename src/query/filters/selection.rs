//! The choices that are on.

use super::{
    facet::{Facet, FacetValue},
    years,
};

/// Selection sorted by facet in the order of [`Facet::ALL`], then by value; each once.
///
/// One sorted list of one type. A separate set type for each facet took a tenth of the client.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection(Vec<FacetValue>);

impl Selection {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are on.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Every choice, in order.
    pub fn iter(&self) -> impl Iterator<Item = &FacetValue> {
        self.0.iter()
    }

    /// The choices of one facet, in order.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = &FacetValue> {
        self.0.iter().filter(move |choice| choice.facet() == facet)
    }

    /// The years, in order.
    pub fn years(&self) -> Vec<u16> {
        let year = |choice: &FacetValue| match choice {
            FacetValue::Year(year) => Some(*year),
            FacetValue::Conference(_)
            | FacetValue::Theme(_)
            | FacetValue::Person(_)
            | FacetValue::Organization(_)
            | FacetValue::Location(_)
            | FacetValue::Kind(_)
            | FacetValue::Video => None,
        };
        self.0.iter().filter_map(year).collect()
    }

    /// How many are on, counting years in a row as one.
    pub fn n_choices(&self) -> usize {
        self.len() - self.year_run().map_or(0, |(first, last)| usize::from(last - first))
    }

    /// The first and the last year, if all years that are on are three or more in a row.
    pub fn year_run(&self) -> Option<(u16, u16)> {
        let years = self.years();
        let (first, last) = (*years.first()?, *years.last()?);
        (years.len() > 2 && years.len() == usize::from(last - first) + 1).then_some((first, last))
    }

    /// Whether `choice` is on.
    pub fn contains(&self, choice: &FacetValue) -> bool {
        self.0.binary_search(choice).is_ok()
    }

    /// Turns `choice` on or off. Impossible years stay off.
    pub(super) fn put(&mut self, choice: FacetValue, is_on: bool) {
        let is_possible =
            !matches!(&choice, FacetValue::Year(year) if !years::is_within_limits(*year));
        match self.0.binary_search(&choice) {
            Ok(place) if !is_on => drop(self.0.remove(place)),
            Err(place) if is_on && is_possible => self.0.insert(place, choice),
            Ok(_) | Err(_) => {}
        }
    }

    /// Turns off every choice that `keep` rejects.
    pub(super) fn retain(&mut self, keep: impl FnMut(&FacetValue) -> bool) {
        self.0.retain(keep);
    }
}

impl FromIterator<FacetValue> for Selection {
    fn from_iter<I: IntoIterator<Item = FacetValue>>(choices: I) -> Self {
        let mut all = Self::default();
        choices.into_iter().for_each(|choice| all.put(choice, true));
        all
    }
}
