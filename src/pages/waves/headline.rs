//! The sentence about the data, by these rules:
//!
//! 1. Only years with enough recaps count, and only themes that several recaps of a year name.
//! 2. A theme fell if its best share was larger by a quarter of the recaps than that of the last year, and at least
//!    twice as large. It rose if the share of the last year is larger by a quarter than its smallest share before.
//! 3. The sentence tells the largest fall and the largest rise, together if there are both.
//! 4. If nothing rose or fell, it tells the theme that most recaps named in each year.
//! 5. If only one year counts, it tells the most named theme of that year.

use super::shares::{Counts, Share, Shares};
use std::cmp::Reverse;

/// A quarter of the recaps, in thousandths.
const A_QUARTER: usize = 250;

/// A theme at two points in time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Course<'a> {
    pub(super) counts: &'a Counts,
    pub(super) before: Share,
    pub(super) now: Share,
}

/// What the sentence tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Headline<'a> {
    /// A theme fell while another rose.
    FellAndRose(Course<'a>, Course<'a>),
    Fell(Course<'a>),
    Rose(Course<'a>),
    /// The theme that was always named.
    Stayed(Course<'a>),
    /// The most named theme of the only year.
    OneYear(&'a Counts, Share),
}

impl Headline<'_> {
    /// The sentence for a collection. `None` if no year has enough recaps, or if no theme is named by several of them.
    pub(super) fn of(shares: &Shares) -> Option<Headline<'_>> {
        let fell = best(shares, |counts| fall(shares, counts));
        let rose = best(shares, |counts| rise(shares, counts));
        match (fell, rose) {
            (Some(fell), Some(rose)) => Some(Headline::FellAndRose(fell, rose)),
            (Some(fell), None) => Some(Headline::Fell(fell)),
            (None, Some(rose)) => Some(Headline::Rose(rose)),
            (None, None) => best(shares, |counts| steady(shares, counts))
                .map(Headline::Stayed)
                .or_else(|| only_year(shares)),
        }
    }

    /// The themes that it names.
    pub(super) fn themes(&self) -> Vec<&crate::model::ThemeId> {
        match self {
            Self::FellAndRose(fell, rose) => vec![&fell.counts.theme, &rose.counts.theme],
            Self::Fell(it) | Self::Rose(it) | Self::Stayed(it) => vec![&it.counts.theme],
            Self::OneYear(counts, _) => vec![&counts.theme],
        }
    }
}

/// The course with the largest measure; the first of several.
fn best<'a>(
    shares: &'a Shares,
    course: impl Fn(&'a Counts) -> Option<(usize, Course<'a>)>,
) -> Option<Course<'a>> {
    let courses = shares.themes.iter().enumerate();
    let courses = courses.filter_map(|(n, counts)| Some((course(counts)?, Reverse(n))));
    let best = courses.max_by_key(|((measure, it), n)| (*measure, it.before.all + it.now.all, *n));
    best.map(|((_, course), _)| course)
}

/// The shares before the last one, and the last one.
fn split(shares: &Shares, counts: &Counts) -> Option<(Vec<Share>, Share)> {
    let mut all = shares.shares(counts);
    let now = all.pop()?;
    (!all.is_empty()).then_some((all, now))
}

fn fall<'a>(shares: &Shares, counts: &'a Counts) -> Option<(usize, Course<'a>)> {
    let (earlier, now) = split(shares, counts)?;
    let before = earlier.into_iter().max_by_key(|it| (it.permille(), it.all, Reverse(it.place)))?;
    let (was, is) = (before.permille(), now.permille());
    let has_fallen = was >= is + A_QUARTER && was >= 2 * is && before.is_firm();
    has_fallen.then_some((was.abs_diff(is), Course { counts, before, now }))
}

fn rise<'a>(shares: &Shares, counts: &'a Counts) -> Option<(usize, Course<'a>)> {
    let (earlier, now) = split(shares, counts)?;
    let before = earlier.into_iter().min_by_key(|it| (it.permille(), Reverse(it.all), it.place))?;
    let (was, is) = (before.permille(), now.permille());
    (is >= was + A_QUARTER && now.is_firm())
        .then_some((is.abs_diff(was), Course { counts, before, now }))
}

/// Measured by its smallest share.
fn steady<'a>(shares: &Shares, counts: &'a Counts) -> Option<(usize, Course<'a>)> {
    let (earlier, now) = split(shares, counts)?;
    let least = earlier.iter().chain([&now]).map(|it| it.permille()).min()?;
    let before = *earlier.first()?;
    (before.is_firm() && now.is_firm()).then_some((least, Course { counts, before, now }))
}

fn only_year(shares: &Shares) -> Option<Headline<'_>> {
    let told = shares.themes.iter().enumerate().filter_map(|(n, counts)| {
        let [share] = *shares.shares(counts) else { return None };
        share.is_firm().then_some((share.named, Reverse(n), counts, share))
    });
    let (_, _, counts, share) = told.max_by_key(|(named, n, ..)| (*named, *n))?;
    Some(Headline::OneYear(counts, share))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The themes and years that the sentence tells, as `theme year named/all`. The first year is 2017.
    #[track_caller]
    fn check(recaps: &[usize], themes: &[(&str, &[usize])], expected: &str) {
        let themes = themes
            .iter()
            .map(|(theme, named)| Counts { theme: (*theme).into(), named: named.to_vec() });
        let shares = Shares {
            first: 2017,
            recaps: recaps.to_vec(),
            themes: themes.collect(),
            ..Shares::default()
        };
        let at = |it: Share| format!("{} {}/{}", shares.year(it.place), it.named, it.all);
        let course =
            |it: Course<'_>| format!("{} {} {}", it.counts.theme, at(it.before), at(it.now));
        let told = match Headline::of(&shares) {
            None => String::new(),
            Some(Headline::FellAndRose(a, b)) => format!("{} but {}", course(a), course(b)),
            Some(Headline::Fell(it)) => "fell ".to_owned() + &course(it),
            Some(Headline::Rose(it)) => "rose ".to_owned() + &course(it),
            Some(Headline::Stayed(it)) => "stayed ".to_owned() + &course(it),
            Some(Headline::OneYear(counts, it)) => format!("one {} {}", counts.theme, at(it)),
        };
        assert_eq!(told, expected);
    }

    #[test]
    fn the_largest_fall_and_the_largest_rise_are_told_together() {
        check(
            &[10, 10, 8],
            &[("mesh", &[6, 7, 0]), ("ai", &[0, 3, 8]), ("logs", &[5, 0, 0])],
            "mesh 2018 7/10 2019 0/8 but ai 2017 0/10 2019 8/8",
        );
    }

    #[test]
    fn only_a_rise_or_only_a_fall_is_told_alone() {
        check(&[10, 20], &[("ai", &[1, 15])], "rose ai 2017 1/10 2018 15/20");
        check(&[10, 20], &[("mesh", &[8, 2])], "fell mesh 2017 8/10 2018 2/20");
    }

    #[test]
    fn a_theme_that_half_of_the_recaps_still_name_has_not_fallen() {
        check(&[10, 10], &[("mesh", &[10, 6])], "stayed mesh 2017 10/10 2018 6/10");
    }

    #[test]
    fn where_nothing_moves_the_theme_that_is_always_named_is_told() {
        check(
            &[10, 10, 10],
            &[("mesh", &[4, 3, 4]), ("logs", &[5, 5, 5])],
            "stayed logs 2017 5/10 2019 5/10",
        );
        check(&[10, 10], &[("mesh", &[1, 2])], "");
    }

    #[test]
    fn one_year_tells_its_most_named_theme() {
        check(&[12], &[("mesh", &[4]), ("logs", &[7])], "one logs 2017 7/12");
        check(&[12], &[("mesh", &[2])], "");
    }

    #[test]
    fn a_year_with_few_recaps_makes_no_headline() {
        check(&[4, 12, 4], &[("mesh", &[4, 5, 0])], "one mesh 2018 5/12");
        check(&[10, 4, 0, 10], &[("ai", &[1, 4, 0, 8])], "rose ai 2017 1/10 2020 8/10");
        check(&[3], &[("mesh", &[3])], "");
        check(&[], &[], "");
    }

    #[test]
    fn few_recaps_that_name_a_theme_are_no_rise() {
        check(&[5, 5], &[("ai", &[0, 2])], "");
    }
}
