//! Facts in the path of a file: a date, a title, and whether it is a draft.

use super::dates::leading_date;
use crate::ingest::draft::Draft;
use crate::ingest::left_out::LeftOut;
use crate::model::PartialDate;
use crate::text::event_year;

/// Adds a missing date and title to a draft, from the path or from its address on the site.
pub(in crate::ingest) fn complete(draft: &mut Draft, permalink: &str) {
    let (folder, name) = draft.path.rsplit_once('/').unwrap_or(("", &draft.path));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_index = is_index(&draft.path);
    // The text about a folder has the name of the folder.
    let said = if is_index { folder.rsplit('/').next().unwrap_or_default() } else { stem };
    let dated = || {
        let dates = [said, folder, permalink].map(date_in);
        dates.into_iter().flatten().next()
    };
    if draft.published.is_none() {
        draft.published = dated();
        draft.is_dated_by_path = draft.published.is_some();
    }
    if draft.title.0.is_empty() && (is_index && !said.is_empty() || said.contains(' ')) {
        draft.title = (title_of(said), 1);
    }
}

/// The date in the name of a file: `2024-10-15-looms.md`.
pub(crate) fn file_date(path: &str) -> Option<PartialDate> {
    date_in(path.rsplit('/').next()?)
}

/// Whether a file is about its whole folder.
pub(in crate::ingest) fn is_index(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    ["index", "_index", "readme"].contains(&stem.to_ascii_lowercase().as_str())
}

/// Whether a path contains a year outside a date, as event folders do: `loomconf-2019/day-1.md`.
pub(in crate::ingest) fn has_year(path: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let dated = |at: usize| matches!(path.get(at..).and_then(leading_date), Some((Ok(_), 10)));
    let mut numbers = path.split(|c: char| !is_digit(c)).scan(0, |at, number| {
        let start = *at;
        let next = path.get(start + number.len()..).and_then(|rest| rest.chars().next());
        *at = start + number.len() + next.map_or(0, char::len_utf8);
        Some((start, number))
    });
    numbers.any(|(at, number)| event_year(number).is_some() && !dated(at))
}

/// The first date in a name or path: `2024-10-15-looms` or `posts/2024/10/15/looms`.
fn date_in(path: &str) -> Option<PartialDate> {
    let starts = std::iter::once(0).chain(path.match_indices('/').map(|(at, _)| at + 1));
    let found = starts.filter_map(|at| match leading_date(path.get(at..)?) {
        Some((Ok(date), 10)) => Some(date),
        _ => None,
    });
    found.into_iter().next()
}

/// The words of a name, without a leading date.
fn title_of(name: &str) -> String {
    let length = match leading_date(name) {
        Some((Ok(_), 10)) => 10,
        _ => 0,
    };
    let words = name.get(length..).unwrap_or_default().trim_matches(['-', '_', ' ']);
    let words = if words.contains(' ') { words.to_owned() } else { words.replace(['-', '_'], " ") };
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Medium marks the drafts of an export this way.
pub(in crate::ingest) fn left_out(path: &str) -> Option<LeftOut> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_page = name.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
    (name.starts_with("draft_") && is_page).then_some(LeftOut::Draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, title: &str, date: &str) {
        let mut draft = Draft { path: path.to_owned(), ..Draft::default() };
        complete(&mut draft, "");
        let found = draft.published.map_or(String::new(), |date| date.to_string());
        assert_eq!((draft.title.0.as_str(), found.as_str()), (title, date), "{path}");
    }

    #[test]
    fn a_path_may_say_date_and_title() {
        check("2024-10-15-loomconf-2024/index.md", "Loomconf 2024", "2024-10-15");
        check("posts/2024-10-15-looms.md", "", "2024-10-15");
        check("blog/2024/10/15/looms/index.md", "Looms", "2024-10-15");
        check("LoomConf 2024 - notes.md", "LoomConf 2024 - notes", "");
        check("a.md", "", "");
        check("index.md", "", "");
    }
}
