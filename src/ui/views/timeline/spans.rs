//! Years as the timeline shows them: separate if they have recaps, otherwise joined into runs.

use crate::timeline::{ConferenceGroup, YearGroup};

/// One or more years in a row.
pub(super) enum Span {
    /// A year with something to read.
    Year(YearGroup),
    /// Years whose conferences have no entries. Never empty.
    Quiet(Vec<YearGroup>),
}

impl Span {
    /// How many talks and notes it shows.
    pub(super) fn n_entries(&self) -> usize {
        let groups = match self {
            Self::Year(group) => std::slice::from_ref(group),
            Self::Quiet(groups) => groups,
        };
        groups.iter().map(|group| group.n_talks() + group.n_notes()).sum()
    }

    /// A key: equal spans look the same, and different spans have different keys.
    pub(super) fn key(&self) -> String {
        let mut key = String::new();
        let groups = match self {
            Self::Year(group) => std::slice::from_ref(group),
            Self::Quiet(groups) => groups,
        };
        for group in groups {
            write_year(&mut key, group);
        }
        key
    }
}

fn write_year(key: &mut String, group: &YearGroup) {
    let mut put = |word: &str| {
        key.push_str(word);
        key.push(' ');
    };
    put(&group.year.map_or_else(String::new, |year| year.to_string()));
    for conference in &group.conferences {
        put(conference.conference.as_ref().map_or("?", |id| id.as_str()));
        let notes = conference.recaps.iter().flat_map(|recap| &recap.notes);
        conference.talks.iter().chain(notes).for_each(|entry| put(&entry.to_string()));
    }
}

/// `years` with quiet neighbors run together; in the same order.
pub(super) fn spans(years: &[YearGroup]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for group in years {
        let is_quiet =
            group.year.is_some() && group.conferences.iter().all(ConferenceGroup::is_empty);
        match spans.last_mut() {
            Some(Span::Quiet(run)) if is_quiet => run.push(group.clone()),
            Some(Span::Quiet(_) | Span::Year(_)) | None => spans.push(if is_quiet {
                Span::Quiet(vec![group.clone()])
            } else {
                Span::Year(group.clone())
            }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::ConferenceId, timeline::RecapGroup};

    /// Years as `2018+` (something to read) or `2018` (quiet) in, runs in brackets out.
    #[track_caller]
    fn check(years: &str, expected: &str) {
        let groups: Vec<YearGroup> = years.split_whitespace().map(year).collect();
        let name =
            |group: &YearGroup| group.year.map_or_else(|| "?".to_owned(), |year| year.to_string());
        let printed: Vec<String> = spans(&groups)
            .iter()
            .map(|span| match span {
                Span::Year(group) => name(group),
                Span::Quiet(run) => {
                    format!("[{}]", run.iter().map(name).collect::<Vec<_>>().join(" "))
                }
            })
            .collect();
        assert_eq!(printed.join(" "), expected);
    }

    fn year(text: &str) -> YearGroup {
        let recaps = if text.ends_with('+') { vec![RecapGroup::default()] } else { Vec::new() };
        let conference = Some(ConferenceId::from("some"));
        YearGroup {
            year: text.trim_end_matches('+').parse().ok(),
            conferences: vec![ConferenceGroup { conference, recaps, ..ConferenceGroup::default() }],
        }
    }

    #[test]
    fn quiet_neighbors_run_together() {
        check("", "");
        check("2020 2019 2018+ 2017 2016+", "[2020 2019] 2018 [2017] 2016");
        check("2018+ 2017+", "2018 2017");
    }

    #[test]
    fn what_has_no_year_stands_by_itself() {
        check("2018 ?", "[2018] ?");
    }
}
