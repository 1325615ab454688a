//! Finds the year of an event that a file names without one.

use super::look::TimeView;
use super::mention::dated_months;
use super::mentions::years;
use super::path_events::folder_year;
use super::said::{Said, Spot};
use crate::ingest::{Draft, date_ranges, file_date};
use crate::model::{PartialDate, plain_text};

/// Where the year of an event comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum YearSource {
    /// Beside its name.
    Beside,
    /// Beside another mention of the series in the file, or in the name of a folder.
    Near,
    /// Only from the publication date of the recap.
    Published,
}

/// The year of an event that a file names. `all` are all events in the file. `dated` is the year of the days named at
/// its beginning.
pub(super) fn completed_year(
    one: &Said,
    all: &[Said],
    draft: &Draft,
    dated: Option<u16>,
) -> Option<(u16, YearSource)> {
    if let Some(year) = one.year {
        return Some((year, YearSource::Beside));
    }
    // Only mentions that may decide are completed: a mention in passing gets no year.
    let is_aside = matches!(one.look, TimeView::Back | TimeView::Ahead) && one.spot != Spot::Title;
    if matches!(one.spot, Spot::Text | Spot::Link) || is_aside {
        return None;
    }
    let published = written(draft).map(PartialDate::year);
    // An edition in another city is a different one.
    // What the text only compares with, or announces, is another one too.
    let of_series =
        || all.iter().filter(|other| other.series == one.series && !one.is_elsewhere(other));
    let is_meant = |other: &&Said| matches!(other.look, TimeView::At | TimeView::LastYear);
    let mut years: Vec<u16> = of_series().filter(is_meant).filter_map(|other| other.year).collect();
    years.retain(|year| published.is_none_or(|published| *year <= published));
    // If there are several years, use the one in which the recap was published.
    let is_clear = years.iter().all(|year| years.first() == Some(year));
    let stated = years.first().copied().filter(|_| is_clear);
    let same = published.filter(|published| years.contains(published));
    let mut sentences = all.iter().filter(|other| other.series == one.series);
    let sentence = one.sentence_year.or_else(|| sentences.find_map(|other| other.sentence_year));
    let sentence = sentence.filter(|year| published.is_none_or(|known| *year <= known));
    let near = stated.or(same).or(sentence).or_else(|| folder_year(&draft.path)).or(dated);
    // A two-digit number is the year if the recap was published then.
    let number = one.number.filter(|number| {
        published
            .is_some_and(|published| (published.saturating_sub(1)..=published).contains(number))
    });
    // An announcement of a future edition does not mean that the author attended it.
    let is_announced = |other: &Said| {
        let is_main = matches!(other.spot, Spot::Stated | Spot::Title | Spot::Header);
        is_main && other.year.zip(published).is_some_and(|(year, published)| year > published)
    };
    let is_to_come = years.is_empty()
        && all.iter().any(|other| other.series == one.series && is_announced(other));
    let is_of_last = of_series().any(|other| other.look == TimeView::LastYear);
    let weak = || {
        published_year(one, draft)
            .map(|year| year - u16::from(is_of_last))
            .filter(|_| !is_to_come)
            .or_else(|| one.number.filter(|_| published.is_none()))
    };
    near.or(number)
        .map(|year| (year, YearSource::Near))
        .or_else(|| weak().map(|year| (year, YearSource::Published)))
}

/// When a recap was written. A header that says much earlier than the name of its file was copied from an older post.
pub(super) fn written(draft: &Draft) -> Option<PartialDate> {
    const LONG: i32 = 180;
    let named = file_date(&draft.path).filter(|named| {
        draft
            .published
            .is_some_and(|stated| named.first_day_number() - stated.last_day_number() > LONG)
    });
    named.or(draft.published)
}

/// The only year among the days that the title or the first paragraphs name, as in `Ghent, 3-5 June 2019`, or the only
/// year in the title.
pub(super) fn dated_year(draft: &Draft) -> Option<u16> {
    const OPENING: usize = 4;
    let published = written(draft).map(PartialDate::year);
    let opening = draft.passages.iter().take(OPENING);
    let texts = opening.map(|passage| plain_text(std::slice::from_ref(&passage.block)));
    let mut dates = Vec::new();
    for text in std::iter::once(draft.title.0.clone()).chain(texts) {
        dates.extend(date_ranges(&text).into_iter().filter_map(|range| range.year));
    }
    if dates.is_empty() {
        dates = years(&draft.title.0);
    }
    // A header may state the year or the days alone.
    if dates.is_empty() {
        dates.extend(draft.event.start.map(PartialDate::year));
    }
    // A month is weaker evidence than days: a guide to an event may give the month of its update.
    if dates.is_empty() && !draft.talks.is_empty() {
        let opening = draft.passages.iter().take(OPENING);
        let texts = opening.map(|passage| plain_text(std::slice::from_ref(&passage.block)));
        dates = texts.flat_map(|text| dated_months(&text)).collect();
    }
    dates.retain(|year| published.is_none_or(|published| *year <= published));
    let first = dates.first().copied()?;
    dates.iter().all(|year| *year == first).then_some(first)
}

/// The year in which a recap was published, or the year before if its sentence names a month that was still in the
/// future.
fn published_year(one: &Said, draft: &Draft) -> Option<u16> {
    let published = written(draft)?;
    let is_to_come =
        one.month.zip(published.month()).is_some_and(|(named, published)| named > published);
    Some(published.year() - u16::from(is_to_come))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    #[track_caller]
    fn check(
        path: &str,
        published: &str,
        years: &[Option<u16>],
        expected: Option<(u16, YearSource)>,
    ) {
        let header =
            if published.is_empty() { String::new() } else { format!("date: {published}\n") };
        let text = format!("---\ntitle: A\n{header}---\nWarp.");
        let draft = ingest(path, text.as_bytes()).draft.unwrap();
        let said = |(index, year): (usize, &Option<u16>)| Said {
            spot: if index == 0 { Spot::Title } else { Spot::Text },
            series: 0,
            year: *year,
            line: 1,
            ..Said::default()
        };
        let all: Vec<Said> = years.iter().enumerate().map(said).collect();
        assert_eq!(completed_year(&all[0], &all, &draft, dated_year(&draft)), expected);
    }

    #[test]
    fn a_year_is_completed_from_what_stands_nearest() {
        check("a.md", "2019-02-01", &[Some(2018)], Some((2018, YearSource::Beside)));
        check("a.md", "2019-02-01", &[None, Some(2018)], Some((2018, YearSource::Near)));
        check(
            "a.md",
            "2019-02-01",
            &[None, Some(2018), Some(2019)],
            Some((2019, YearSource::Near)),
        );
        check("2018/a.md", "2019-02-01", &[None], Some((2018, YearSource::Near)));
        check("a.md", "2019-02-01", &[None, Some(2020)], Some((2019, YearSource::Published)));
        check("a.md", "", &[None], None);
    }
}
