//! How many recaps of each year name a theme, and which themes become waves.

use crate::{
    model::{ConferenceId, RecapId, SeriesId, ThemeId},
    query::{
        EntityIndex,
        sorting::{sort_by_key, sorted_once},
    },
    timeline::N_ENOUGH,
};
use std::{cmp::Reverse, collections::BTreeMap};

/// The most waves.
const N_WAVES: usize = 13;
/// At least this many themes become waves before a theme and its broader theme both do.
const N_DIVERSE: usize = 11;
/// The fewest recaps that name a wave's theme in its best year.
const N_NAMED: usize = 3;

/// The themes of one series by year: two series are not one history.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Shares {
    /// The series.
    pub(super) series: SeriesId,
    /// The first year.
    pub(super) first: u16,
    /// Recaps of each year from the first to the last, also of those without any.
    pub(super) recaps: Vec<usize>,
    /// Every theme that a recap names.
    pub(super) themes: Vec<Counts>,
}

/// A theme by year.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Counts {
    /// The theme; a broader one includes the recaps that name its narrower ones.
    pub(super) theme: ThemeId,
    /// Recaps that name it, for each year of [`Shares::recaps`].
    pub(super) named: Vec<usize>,
}

/// How many recaps of one year name a theme.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Share {
    /// The year, as a position in [`Shares::recaps`].
    pub(super) place: usize,
    /// Recaps that name the theme.
    pub(super) named: usize,
    /// All recaps.
    pub(super) all: usize,
}

impl Share {
    /// In thousandths.
    pub(super) fn permille(self) -> usize {
        (1000 * self.named).checked_div(self.all).unwrap_or_default()
    }

    /// Whether enough recaps name the theme to mention it.
    pub(super) fn is_firm(self) -> bool {
        self.named >= N_NAMED
    }
}

impl Shares {
    /// Counts the series with the most recaps.
    pub(super) fn new(index: &EntityIndex) -> Self {
        let catalog = index.catalog();
        let dated = catalog.conferences.iter().filter_map(|it| Some((it.start?.year(), it)));
        let by_id: BTreeMap<&ConferenceId, (u16, &SeriesId)> =
            dated.map(|(year, it)| (&it.id, (year, &it.series))).collect();
        // A recap may be about other conferences than its own.
        let of_notes = catalog.notes.iter().map(|it| (it.conference.as_ref(), &it.recap));
        let of_recaps = catalog.recaps.iter().map(|it| (it.conference.as_ref(), &it.id));
        let told = of_notes.chain(of_recaps).filter_map(|(conference, recap)| {
            let (year, series) = by_id.get(conference?)?;
            Some((*series, *year, recap))
        });
        let told = sorted_once(told);
        let by_series = told.chunk_by(|a, b| a.0 == b.0);
        let Some(told) = by_series.max_by_key(|told| (told.len(), Reverse(told.first()))) else {
            return Self::default();
        };
        let Some((series, first, last)) = ends(told) else { return Self::default() };
        let n_years = usize::from(last - first) + 1;
        let mut recaps = vec![0; n_years];
        for (_, year, _) in told {
            count(&mut recaps, year - first);
        }
        let namings = catalog.notes.iter().flat_map(|note| {
            let at = note.conference.as_ref().and_then(|id| by_id.get(id));
            let at = at.filter(|(_, of)| *of == series);
            let themes = at.map(|(year, _)| (year - first, index.themes_of_note(note)));
            let themes = themes
                .into_iter()
                .flat_map(|(year, themes)| themes.into_iter().map(move |theme| (theme, year)));
            themes.map(|(theme, year)| (theme, year, &note.recap))
        });
        let namings: Vec<(ThemeId, u16, &RecapId)> = sorted_once(namings);
        let themes = namings.chunk_by(|a, b| a.0 == b.0).filter_map(|of_theme| {
            let mut named = vec![0; n_years];
            for (_, year, _) in of_theme {
                count(&mut named, *year);
            }
            Some(Counts { theme: of_theme.first()?.0.clone(), named })
        });
        Self { series: series.clone(), first, recaps, themes: themes.collect() }
    }

    /// The share of a theme in a year. `None` if there are too few recaps.
    pub(super) fn share(&self, counts: &Counts, place: usize) -> Option<Share> {
        let all = *self.recaps.get(place)?;
        let named = *counts.named.get(place)?;
        (all >= N_ENOUGH).then_some(Share { place, named, all })
    }

    /// The shares of a theme in the years with enough recaps.
    pub(super) fn shares(&self, counts: &Counts) -> Vec<Share> {
        (0..self.recaps.len()).filter_map(|place| self.share(counts, place)).collect()
    }

    /// The year with the largest share; of several, the one with the most recaps.
    pub(super) fn peak(&self, counts: &Counts) -> Option<Share> {
        self.shares(counts).into_iter().max_by_key(|it| (it.permille(), it.all, Reverse(it.place)))
    }

    /// The year at a position.
    pub(super) fn year(&self, place: usize) -> u16 {
        self.first.saturating_add(u16::try_from(place).unwrap_or(u16::MAX))
    }

    /// The themes that become waves, by the year of their peak. `wanted` come first, then those whose share changed
    /// most. `broader` returns the theme that a theme belongs to.
    pub(super) fn waves(
        &self,
        wanted: &[&ThemeId],
        broader: impl Fn(&ThemeId) -> Option<ThemeId>,
    ) -> Vec<&Counts> {
        let mut ranked: Vec<&Counts> = self.themes.iter().collect();
        ranked.retain(|counts| self.peak(counts).is_some_and(Share::is_firm));
        sort_by_key(&mut ranked, |counts| {
            let is_wanted = wanted.contains(&&counts.theme);
            let n_named: usize = counts.named.iter().sum();
            (Reverse((is_wanted, self.movement(counts), n_named)), counts.theme.clone())
        });
        let is_part = |part: &ThemeId, whole: &ThemeId| {
            std::iter::successors(broader(part), &broader).take(N_WAVES).any(|it| it == *whole)
        };
        let mut chosen: Vec<&Counts> = Vec::new();
        let mut related: Vec<&Counts> = Vec::new();
        for counts in ranked {
            let theme = &counts.theme;
            let is_related = |it: &&Counts| is_part(theme, &it.theme) || is_part(&it.theme, theme);
            let is_doubled = !wanted.contains(&theme) && chosen.iter().any(is_related);
            (if is_doubled { &mut related } else { &mut chosen }).push(counts);
        }
        let n_more = N_DIVERSE.saturating_sub(chosen.len());
        chosen.extend(related.into_iter().take(n_more));
        chosen.truncate(N_WAVES);
        let is_one_year = self.recaps.len() == 1;
        sort_by_key(&mut chosen, |counts| {
            let peak = self.peak(counts);
            // A single year has bars instead of waves, the longest first.
            let longest = Reverse(peak.filter(|_| is_one_year).map(Share::permille));
            (peak.map(|it| it.place), longest, self.weight(counts))
        });
        chosen
    }

    /// How much the share of a theme changed over the years; with one year, the share itself.
    fn movement(&self, counts: &Counts) -> usize {
        let shares = self.shares(counts).into_iter().map(Share::permille);
        let (least, most) = (shares.clone().min(), shares.clone().max());
        let least = if shares.len() > 1 { least } else { None };
        most.unwrap_or_default() - least.unwrap_or_default()
    }

    /// The average year of a theme, weighted by its shares, in thousandths of a year.
    fn weight(&self, counts: &Counts) -> usize {
        let shares = self.shares(counts).into_iter();
        let (sum, all) = shares
            .fold((0, 0), |(sum, all), it| (sum + it.place * it.permille(), all + it.permille()));
        (1000 * sum).checked_div(all).unwrap_or_default()
    }
}

/// The series, the first and the last year.
fn ends<'a>(told: &[(&'a SeriesId, u16, &RecapId)]) -> Option<(&'a SeriesId, u16, u16)> {
    Some((told.first()?.0, told.first()?.1, told.last()?.1))
}

fn count(counts: &mut [usize], year: u16) {
    if let Some(n) = counts.get_mut(usize::from(year)) {
        *n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalog, Conference, NoteHead, Recap, Talk, Theme, ThemeCount};
    use std::sync::Arc;

    /// An index of recaps: the conference of each, and the theme that it names.
    fn index(recaps: &[(&str, &str)]) -> EntityIndex {
        EntityIndex::new(Arc::new(catalog(recaps)))
    }

    fn catalog(recaps: &[(&str, &str)]) -> Catalog {
        let conference = |id: &str, series: &str| Conference {
            id: id.into(),
            series: series.into(),
            start: id.get(2..).and_then(|year| year.parse().ok()),
            ..Conference::default()
        };
        let note = |n: usize, (at, theme): &(&str, &str)| NoteHead {
            id: format!("{n}.1").as_str().into(),
            recap: n.to_string().as_str().into(),
            conference: Some((*at).into()),
            themes: vec![ThemeCount { theme: (*theme).into(), count: 1 }],
            ..NoteHead::default()
        };
        let theme = |id: &str, broader: Option<&str>| Theme {
            id: id.into(),
            broader: broader.map(Into::into),
            ..Theme::default()
        };
        Catalog {
            conferences: vec![
                conference("a-2017", "a"),
                conference("a-2019", "a"),
                conference("b-2018", "b"),
            ],
            recaps: (0..recaps.len())
                .map(|n| Recap { id: n.to_string().as_str().into(), ..Recap::default() })
                .collect(),
            notes: recaps.iter().enumerate().map(|(n, it)| note(n, it)).collect(),
            themes: vec![theme("istio", Some("mesh")), theme("mesh", None)],
            ..Catalog::default()
        }
    }

    #[test]
    fn the_largest_series_is_counted_alone_and_broader_themes_with_it() {
        let shares = Shares::new(&index(&[
            ("a-2017", "istio"),
            ("a-2017", "mesh"),
            ("a-2019", "istio"),
            ("b-2018", "istio"),
            ("b-2018", "istio"),
        ]));
        assert_eq!((shares.series.as_str(), shares.first), ("a", 2017));
        assert_eq!(shares.recaps, [2, 0, 1]);
        let named: Vec<_> =
            shares.themes.iter().map(|it| (it.theme.as_str(), it.named.as_slice())).collect();
        assert_eq!(named, [("istio", [1, 0, 1].as_slice()), ("mesh", &[2, 0, 1])]);
        assert_eq!(Shares::new(&EntityIndex::new(Arc::default())), Shares::default());
    }

    #[test]
    fn the_title_of_a_talk_counts_where_its_notes_do_not_name_its_theme() {
        let mut catalog = catalog(&[("a-2017", "mesh"), ("a-2019", "mesh")]);
        catalog.talks = vec![Talk {
            id: "t".into(),
            themes: vec!["istio".into()],
            notes: vec!["1.1".into()],
            ..Talk::default()
        }];
        catalog.notes[1].talk = Some("t".into());
        let shares = Shares::new(&EntityIndex::new(Arc::new(catalog)));
        let named: Vec<_> =
            shares.themes.iter().map(|it| (it.theme.as_str(), it.named.as_slice())).collect();
        assert_eq!(named, [("istio", [0, 0, 1].as_slice()), ("mesh", &[1, 0, 1])]);
    }

    fn shares(recaps: &[usize], themes: &[(&str, &[usize])]) -> Shares {
        let themes = themes
            .iter()
            .map(|(theme, named)| Counts { theme: (*theme).into(), named: named.to_vec() });
        Shares {
            first: 2017,
            recaps: recaps.to_vec(),
            themes: themes.collect(),
            ..Shares::default()
        }
    }

    #[test]
    fn waves_come_in_the_order_of_their_peaks() {
        let shares = shares(
            &[10, 10, 10],
            &[("c", &[0, 0, 9]), ("a", &[9, 0, 0]), ("b", &[0, 9, 0]), ("few", &[0, 2, 0])],
        );
        let waves = shares.waves(&[], |_| None);
        assert_eq!(waves.iter().map(|it| it.theme.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    #[test]
    fn a_theme_and_its_part_both_make_a_wave_only_where_there_is_room() {
        let names: Vec<String> = (0..20).map(|n| format!("t{n:02}")).collect();
        let mut themes: Vec<(&str, &[usize])> = vec![("part", &[0, 9]), ("whole", &[0, 10])];
        let broader = |id: &ThemeId| (id.as_str() == "part").then(|| "whole".into());
        let count = |themes: &[(&str, &[usize])]| {
            let shares = shares(&[10, 10], themes);
            let waves = shares.waves(&[], broader);
            (waves.len(), waves.iter().filter(|it| it.theme.as_str() == "part").count())
        };
        assert_eq!(count(&themes), (2, 1));
        themes.extend(names.iter().map(|name| (name.as_str(), [0, 5].as_slice())));
        assert_eq!(count(&themes), (N_WAVES, 0));
    }
}
