//! Reads the event from names of folders and files: `2018/loomcon-us/`, `LoomCon-2018/`, `loomcon2018.md`.

use super::path_name::PathPart;
use super::series_finder::SeriesFinder;

/// The event that a path names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct PathEvent {
    /// The series.
    pub(super) series: PathSeries,
    /// The place in the name, as written.
    pub(super) place: String,
    /// The year in the name, or in the name of the folder above or below.
    pub(super) year: Option<u16>,
    /// The folder or file that names it.
    pub(super) words: String,
    /// It is the name of the file, not of a folder.
    pub(super) is_file: bool,
    /// The year is in the same name.
    pub(super) has_own_year: bool,
    /// Only the date in the name of the file gives the year: `vault/2024-03-21.md`.
    pub(super) is_year_of_file: bool,
}

/// The series that a path names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum PathSeries {
    /// A known series, as an index into those of the finder.
    Known(usize),
    /// Another name, and whether its ending shows that it names an event.
    Other(String, bool),
}

/// The event that the path of a file names: the innermost folder or file name with a series.
pub(super) fn path_event(path: &str, finder: &SeriesFinder) -> Option<PathEvent> {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let parts: Vec<PathPart> = stem.split('/').map(PathPart::new).collect();
    let last = parts.len().saturating_sub(1);
    let known = parts.iter().enumerate().rev().find_map(|(index, part)| {
        let (series, place) = part.known_series(finder)?;
        Some((index, PathSeries::Known(series), place))
    });
    let found = known.or_else(|| {
        let others = parts.iter().enumerate().rev().filter_map(|(index, part)| {
            let (name, place, is_telling) = part.other_name()?;
            // A dated file name has a title after its date, which names an event only if its ending shows that. A dated
            // folder always names one.
            let is_named = is_telling || !part.is_dated || part.has_words_before_year();
            let has_year = part.year.is_some() && (is_named || index < last)
                || index < last && parts.iter().any(PathPart::is_year);
            has_year.then_some((index, PathSeries::Other(name, is_telling), place))
        });
        let others: Vec<_> = others.collect();
        let is_telling =
            |found: &&(usize, PathSeries, String)| matches!(found.1, PathSeries::Other(_, true));
        others.iter().find(is_telling).or_else(|| others.first()).cloned()
    });
    let (index, series, place) = found?;
    let part = parts.get(index)?;
    // The nearest year in a folder, then the date of a post.
    let near = || {
        let mut folders = parts.iter().take(last).rev();
        folders.find_map(|part| part.year).or_else(|| parts.last()?.year)
    };
    let year = part.year.or_else(near);
    // `Series/Place/2018/`, `Series/2018/Place/` and `Place/Series/`.
    let next = index + 1 + usize::from(parts.get(index + 1).is_some_and(PathPart::is_year));
    let mut beside = [next, index.wrapping_sub(1)].into_iter().filter(|beside| *beside < last);
    let place = Some(place).filter(|place| !place.is_empty()).unwrap_or_else(|| {
        beside.find_map(|beside| parts.get(beside)?.whole_place()).unwrap_or_default()
    });
    let has_own_year = part.year.is_some() && (!part.is_dated || part.has_words_before_year());
    let (words, is_file) = (part.written.clone(), index == last);
    let is_year_of_file = index < last
        && parts.iter().take(last).all(|part| part.year.is_none())
        && parts.last().is_some_and(|file| file.is_dated);
    Some(PathEvent { series, place, year, words, is_file, has_own_year, is_year_of_file })
}

/// The year in the folder names of a file, innermost first.
pub(in crate::bundle) fn folder_year(path: &str) -> Option<u16> {
    let (folders, _) = path.rsplit_once('/')?;
    folders.split('/').rev().find_map(|name| PathPart::new(name).year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::editions::known::Editions;
    use crate::bundle::registry::Conferences;

    #[track_caller]
    fn check(path: &str, expected: &str) {
        let finder = SeriesFinder::new(&Editions::new(&Conferences::default()));
        let shown = path_event(path, &finder).map_or(String::new(), |found| {
            let series = match found.series {
                PathSeries::Known(index) => finder.all[index].id.clone(),
                PathSeries::Other(name, true) => format!("{name}!"),
                PathSeries::Other(name, false) => format!("{name}?"),
            };
            let year = found.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
            format!("{series} {} {year}", found.place).replace("  ", " ")
        });
        assert_eq!(shown, expected, "{path}");
    }

    #[test]
    fn a_known_series_is_found_in_many_spellings() {
        check("2018/strange-loop/a.md", "strange-loop 2018");
        check("strangeloop2015/a.md", "strange-loop 2015");
        check("strange_loop/2015/day-1/a.md", "strange-loop 2015");
        check("notes/RubyConf-2016/a.md", "rubyconf 2016");
        check("fosdem18/rust/a.md", "fosdem 2018");
        check("QConSF2016/a.md", "qcon SF 2016");
        check("qcon-london/2018/a.md", "qcon London 2018");
        check("2019/gophercon-eu/a.md", "gophercon EU 2019");
        check("gophercon-2018-day-1.md", "gophercon 2018");
        check("posts/2018-05-02-scaladays-berlin.md", "scala-days Berlin 2018");
        check("jsconfbudapest-2017/a.md", "jsconf-budapest 2017");
        check("gopherconuk2019/a.md", "gophercon UK 2019");
        check("conferences/velocity-2016/a.md", "velocity 2016");
        check("PyConDE-2024/01 threads.md", "pycon-de 2024");
        check("ODSC/odsc-east-2015.md", "odsc East 2015");
        check("devopsdays/Ghent/2019/a.md", "devopsdays Ghent 2019");
        check("strange-loop-2016-in-review.md", "strange-loop 2016");
        check("2020-01-29-rubykaigi-2019.md", "rubykaigi 2019");
        check("2018-10-04-curryon-amsterdam.md", "curry-on Amsterdam 2018");
        check("a/b06/2017-04-04-4developers.md", "4developers 2017");
    }

    #[test]
    fn another_name_needs_a_year() {
        check("2018/loomcon-us/weaving.md", "loomcon! US 2018");
        check("LoomCon-2018/w.md", "LoomCon! 2018");
        check("notes-velocity-2016.md", "velocity 2016");
        check("2024/weavers/dye.md", "weavers? 2024");
        check("weavers-2018-wool-and-silk.md", "weavers? 2018");
        check("loom-days-2018.md", "loom days! 2018");
        check("2018-loom-day-ghent.md", "loom day! Ghent 2018");
        check("loom-2018-day-1.md", "loom? 2018");
        check("warp devLoom 2018.md", "warp devLoom? 2018");
        check("notesDyers-2018.md", "notesDyers? 2018");
        check("ada1989-notes/dye.md", "");
        check("WeftDays-2018/a.md", "WeftDays! 2018");
        check("weavers-mn-2018-05-02.md", "weavers? MN 2018");
        check("2018-05-02-weavers/dye.md", "weavers? 2018");
        check("weavers/dye.md", "");
        check("vault/2018-05-02.md", "");
        check("b06/weavers-2018.md", "weavers? 2018");
        check("b06/dye.md", "");
        check("loom_day_2018/dye.md", "loom day! 2018");
        check("web-looms-day2-2018.md", "web looms? 2018");
        check("weavers-conf/2018.md", "weavers conf! 2018");
        check("2018/05/02-dye.md", "");
        check("posts/2018/dye.md", "");
        check("2018-05-02-shrinking-looms.md", "");
        check("2018-05-02-build-a-loom.md", "");
        check("notes/2018/day-1/keynote.md", "");
        check("ada-conference-notes/2018/day-1.md", "");
        check("ada01-rubykaigi2016-notes/day-1.md", "rubykaigi 2016");
        check("ada-conference-notes/2018/weavers/a.md", "weavers? 2018");
    }
}
