//! Timelines, axes and matrices of the small collection, printed as text.

use super::{asked::Asked, small_catalog};
use hallway::{
    model::{Catalog, Conference, PartialDate},
    query::{Matches, Query},
    timeline::{Axis, ConferenceGroup, Matrix, Row, ThemeOrder, Timeline, Unit},
};

fn find(catalog: Catalog, address: &str) -> (Asked, Query, Matches) {
    let asked = Asked::new(catalog, &small_catalog::chunks());
    let (query, _) = Query::parse(address);
    let matches = asked.search(&query);
    (asked, query, matches)
}

/// A line per edition: year, edition, talks, and in brackets the notes of each recap.
#[track_caller]
fn check(address: &str, expected: &[&str]) {
    check_first(address, usize::MAX, expected);
}

/// The same of the first `limit` matches.
#[track_caller]
fn check_first(address: &str, limit: usize, expected: &[&str]) {
    let (asked, query, matches) = find(small_catalog::catalog(), address);
    let timeline = Timeline::new(&asked.engine, &query, &matches, limit);
    let mut lines = Vec::new();
    for year in &timeline.years {
        let label = year.year.map_or_else(|| "????".to_owned(), |year| year.to_string());
        lines.extend(
            year.conferences.iter().map(|group| format!("{label} {}", print(&asked, group))),
        );
    }
    assert_eq!(lines, expected, "{address}");
}

fn print(asked: &Asked, group: &ConferenceGroup) -> String {
    let ids = |entries: &[_]| asked.ids(entries.iter().copied());
    let name = group.conference.as_ref().map_or("-", |id| id.as_str());
    let recaps =
        group.recaps.iter().map(|recap| format!(" {}[{}]", recap.recap, ids(&recap.notes)));
    format!("{name}: {}{}", ids(&group.talks), recaps.collect::<String>())
}

#[test]
fn what_is_beyond_the_limit_is_left_out_and_so_are_quiet_editions_beyond() {
    check_first("", 2, &["2019 -:  stray[stray.1]", "2018 us-2018: ", "2018 eu-2018: kata18"]);
    check_first("?sort=oldest", 1, &["2016 eu-2016: pebbles"]);
    check_first("?q=kata", 1, &["2018 eu-2018: kata18"]);
}

#[test]
fn unfiltered_it_shows_every_edition_newest_first() {
    check(
        "",
        &[
            "2019 -:  stray[stray.1]",
            "2018 us-2018: ",
            "2018 eu-2018: kata18 r18a[r18a.2]",
            "2017 us-2017: mesh17 kata17",
            "2016 eu-2016: pebbles state r16[r16.2]",
            "???? undated: ",
        ],
    );
}

#[test]
fn the_oldest_come_first_when_asked_for_and_the_unknown_stays_last() {
    check(
        "?sort=oldest",
        &[
            "2016 eu-2016: pebbles state r16[r16.2]",
            "2017 us-2017: mesh17 kata17",
            "2018 eu-2018: kata18 r18a[r18a.2]",
            "2018 us-2018: ",
            "2019 -:  stray[stray.1]",
            "???? undated: ",
        ],
    );
}

#[test]
fn filtered_it_leaves_out_editions_without_a_match() {
    check("?theme=kata", &["2018 eu-2018: kata18", "2017 us-2017: kata17"]);
    check("?theme=kata&sort=title", &["2018 eu-2018: kata18", "2017 us-2017: kata17"]);
    check("?q=kata", &["2018 eu-2018: kata18", "2017 us-2017: kata17"]);
    check("?q=nowhere-to-be-found", &[]);
}

#[test]
fn groups_know_how_much_they_hold() {
    let (asked, query, matches) = find(small_catalog::catalog(), "");
    let timeline = Timeline::new(&asked.engine, &query, &matches, usize::MAX);
    let sums: Vec<_> = timeline.years.iter().map(|year| (year.n_talks(), year.n_notes())).collect();
    assert_eq!(sums, [(0, 1), (1, 1), (2, 0), (2, 1), (0, 0)]);
    let empty = timeline
        .years
        .iter()
        .flat_map(|year| &year.conferences)
        .filter(|group| group.is_empty())
        .count();
    assert_eq!(empty, 2);
}

#[test]
fn editions_stand_where_their_days_are() {
    let (asked, _, matches) = find(small_catalog::catalog(), "?theme=kata");
    let axis = Axis::new(&asked.engine);
    // 2016 to 2018 have 1096 days. A line per mark: its day on this axis, size in percent, entries, matches.
    let lines: Vec<String> = axis
        .marks
        .iter()
        .zip(axis.found(&asked.engine, &matches))
        .map(|(mark, matches)| {
            let (day, percent) = (mark.x * 1096.0, mark.radius * 100.0);
            let (recaps, talks) = (mark.n_recaps, mark.n_talks);
            format!("{} {day:.1} {percent:.0} {recaps}+{talks} {matches}", mark.conference)
        })
        .collect();
    assert_eq!(
        lines,
        [
            "eu-2016 75.5 100 1+2 0",
            "us-2017 706.5 100 1+2 1",
            "eu-2018 853.5 100 2+1 1",
            "us-2018 1076.0 20 0+0 0",
        ]
    );
    let ticks: Vec<String> = axis
        .ticks
        .iter()
        .map(|it| format!("{} {:.0}..{:.0}", it.year, it.start * 1096.0, it.end * 1096.0))
        .collect();
    assert_eq!(ticks, ["2016 0..366", "2017 366..731", "2018 731..1096"]);
}

#[test]
fn a_position_is_a_year_and_a_date_is_a_position() {
    let (asked, _, _) = find(small_catalog::catalog(), "");
    let axis = Axis::new(&asked.engine);
    let years = [-1.0, 0.0, 0.33, 0.34, 0.66, 0.67, 1.0, 2.0].map(|x| axis.year_at(x).unwrap());
    assert_eq!(years, [2016, 2016, 2016, 2017, 2017, 2018, 2018, 2018]);
    for (date, day) in
        [("2016", 183.0), ("2016-01-01", 0.5), ("2018-12-31", 1095.5), ("2019-01-01", 1096.5)]
    {
        let date: PartialDate = date.parse().unwrap();
        assert!((axis.x_of(date) * 1096.0 - day).abs() < 1e-6, "{date}");
    }
}

#[test]
fn a_collection_without_dates_has_an_empty_axis() {
    let (asked, _, _) = find(Catalog::default(), "");
    let axis = Axis::new(&asked.engine);
    assert_eq!((axis.ticks.len(), axis.marks.len(), axis.year_at(0.5)), (0, 0, None));
    assert!(axis.x_of("2018".parse().unwrap()).abs() < f64::EPSILON);
}

#[test]
fn columns_sum_up_what_falls_into_a_span_and_leave_out_what_is_outside() {
    let (asked, _, _) = find(small_catalog::catalog(), "");
    let axis = Axis::new(&asked.engine);
    let dates = [
        "2015-12-31",
        "2016",
        "2016-01-01",
        "2016-01-31",
        "2016-03-31",
        "2018-12-31",
        "2019-01-01",
    ];
    let counts = dates.map(|date| (axis.x_of(date.parse().unwrap()), 2));
    // First day, length, sum.
    let check = |unit: Unit, expected: &[(i32, i32, usize)]| {
        let columns = axis.columns(unit, &counts);
        let found: Vec<_> = columns.iter().map(|it| (it.first_day, it.n_days, it.n)).collect();
        assert_eq!(found, expected, "{unit:?}");
    };
    check(Unit::Year, &[(0, 366, 8), (731, 365, 2)]);
    check(Unit::Quarter, &[(0, 91, 6), (182, 92, 2), (1004, 92, 2)]);
    check(Unit::Month, &[(0, 31, 4), (60, 31, 2), (182, 31, 2), (1065, 31, 2)]);
    assert_eq!(Axis::default().columns(Unit::Month, &counts), []);
}

fn long_axis(n_years: u16, n_marks: usize) -> Axis {
    let conference = |place: usize| {
        let year = 2000 + u16::try_from(place).unwrap() % n_years;
        Conference {
            id: format!("c{place}").as_str().into(),
            start: PartialDate::from_year(year).ok(),
            ..Conference::default()
        }
    };
    let conferences = (0..n_marks).map(conference).collect();
    let (asked, _, _) = find(Catalog { conferences, ..Catalog::default() }, "");
    Axis::new(&asked.engine)
}

#[test]
fn marks_give_way_to_columns_where_they_would_cover_each_other() {
    // Marks, scale in percent, whether there are columns.
    for (n_marks, scale, is_dense) in
        [(60, 100, false), (61, 100, true), (61, 150, false), (540, 800, true), (540, 900, false)]
    {
        assert_eq!(long_axis(12, n_marks).is_dense(scale), is_dense, "{n_marks} at {scale} %");
    }
}

#[test]
fn columns_are_as_fine_as_can_be_told_apart() {
    for (n_years, scale, unit) in [
        (12, 100, Unit::Month),
        (13, 100, Unit::Quarter),
        (37, 100, Unit::Quarter),
        (38, 100, Unit::Year),
    ] {
        let axis = long_axis(n_years, usize::from(n_years));
        assert_eq!(axis.unit(scale), unit, "{n_years} years at {scale} %");
    }
}

#[test]
fn names_of_years_never_overlap() {
    for n_years in [1, 7, 12, 24, 60, 200] {
        let axis = long_axis(n_years, usize::from(n_years));
        for px in [280, 640, 1000, 4000] {
            let step = axis.year_step(px);
            let room = f64::from(px) / f64::from(n_years) * f64::from(step);
            assert!(room >= 40.0, "{n_years} years on {px} px, one in {step}: {room} px each");
        }
    }
}

/// A line per theme: a cell per edition with recaps and notes, then its history in words.
#[track_caller]
fn check_matrix(catalog: Catalog, address: &str, order: ThemeOrder, expected: &[&str]) {
    let (asked, _, matches) = find(catalog, address);
    let matrix = Matrix::new(&asked.engine, &asked.indexed.evidence, &matches, order);
    let lines: Vec<String> = matrix.rows.iter().map(print_row).collect();
    assert_eq!(lines, expected);
}

fn print_row(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| match cell.n_recaps {
        0 => " .".to_owned(),
        n_recaps => format!(" {n_recaps}/{}", cell.notes.len()),
    });
    let (first, last) = (row.first_seen, row.last_seen);
    format!("{}{} | {first}..{last}", row.theme, cells.collect::<String>())
}

#[test]
fn themes_are_first_and_last_seen() {
    let (asked, _, matches) = find(small_catalog::catalog(), "");
    let editions =
        Matrix::new(&asked.engine, &asked.indexed.evidence, &matches, ThemeOrder::default())
            .editions;
    let printed: Vec<String> =
        editions.iter().map(|it| format!("{} {}", it.conference, it.n_recaps)).collect();
    assert_eq!(printed, ["eu-2016 1", "us-2017 1", "eu-2018 2"]);
    check_matrix(
        small_catalog::catalog(),
        "",
        ThemeOrder::FirstSeen,
        &[
            "linkerd 1/1 . 1/1 | 0..2",
            "mesh 1/1 1/1 1/1 | 0..2",
            "istio . 1/1 1/1 | 1..2",
            "kata . 1/1 2/2 | 1..2",
        ],
    );
}

#[test]
fn an_edition_nobody_wrote_about_is_no_silence() {
    let mut catalog = small_catalog::catalog();
    // The only recap of 2017 now has no known edition, and so have its notes except one.
    for recap in catalog.recaps.iter_mut().filter(|recap| recap.id.as_str() == "r17") {
        recap.conference = None;
    }
    check_matrix(
        catalog,
        "?theme=linkerd",
        ThemeOrder::Name,
        &["istio . . 1/1 | 1..2", "linkerd 1/1 . 1/1 | 0..2", "mesh 1/1 . 1/1 | 0..2"],
    );
}

#[test]
fn a_theme_ends_where_no_later_recap_names_it() {
    let mut catalog = small_catalog::catalog();
    for note in catalog.notes.iter_mut().filter(|note| note.id.as_str() == "r18a.2") {
        note.themes.clear();
    }
    check_matrix(
        catalog,
        "",
        ThemeOrder::Name,
        &[
            "istio . 1/1 . | 1..1",
            "kata . 1/1 2/2 | 1..2",
            "linkerd 1/1 . . | 0..0",
            "mesh 1/1 1/1 . | 0..1",
        ],
    );
}

#[test]
fn a_filter_hides_notes_and_leaves_the_life_of_a_theme_as_it_was() {
    check_matrix(
        small_catalog::catalog(),
        "?year=2017",
        ThemeOrder::Name,
        &["istio . 1/1 . | 1..2", "kata . 1/1 . | 1..2", "mesh . 1/1 . | 0..2"],
    );
    check_matrix(small_catalog::catalog(), "?q=nowhere-to-be-found", ThemeOrder::Name, &[]);
}

#[test]
fn a_broader_theme_counts_an_article_once() {
    let (asked, _, matches) = find(small_catalog::catalog(), "?conference=eu-2018");
    let matrix = Matrix::new(&asked.engine, &asked.indexed.evidence, &matches, ThemeOrder::Name);
    let mesh = matrix.rows.iter().find(|row| row.theme.as_str() == "mesh").unwrap();
    // The note names both Istio and Linkerd.
    assert_eq!((mesh.n_recaps, mesh.n_notes), (1, 1));
}

#[track_caller]
fn check_order(order: ThemeOrder, expected: &[&str]) {
    let (asked, _, matches) = find(small_catalog::catalog(), "");
    let matrix = Matrix::new(&asked.engine, &asked.indexed.evidence, &matches, order);
    assert_eq!(matrix.rows.iter().map(|row| row.theme.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn themes_come_in_the_order_asked_for() {
    check_order(ThemeOrder::Name, &["istio", "kata", "linkerd", "mesh"]);
    check_order(ThemeOrder::FirstSeen, &["linkerd", "mesh", "istio", "kata"]);
    check_order(ThemeOrder::Persistence, &["mesh", "istio", "kata", "linkerd"]);
    check_order(ThemeOrder::Evidence, &["kata", "mesh", "istio", "linkerd"]);
    check_order(ThemeOrder::Rise, &["kata", "istio", "mesh", "linkerd"]);
}
