//! What changes from one conference to the next, and which silences mean something.

use super::{asked::Asked, small_catalog};
use hallway::{
    model::{Catalog, RecapId},
    query::Query,
    timeline::{Matrix, Row, ThemeOrder},
};

/// The small collection with more recaps of 2017, which name nothing.
fn with_silent_recaps(n: usize) -> Catalog {
    let mut catalog = small_catalog::catalog();
    let of_2017 = catalog.recaps.iter().find(|it| it.id.as_str() == "r17").unwrap().clone();
    catalog.recaps.extend((0..n).map(|n| {
        let mut recap = of_2017.clone();
        recap.id = RecapId::from(format!("silent-{n}").as_str());
        recap.notes.clear();
        recap
    }));
    catalog
}

fn matrix(catalog: Catalog) -> (Asked, Matrix) {
    let asked = Asked::new(catalog, &small_catalog::chunks());
    let matches = asked.search(&Query::default());
    let matrix = Matrix::new(&asked.engine, &asked.indexed.evidence, &matches, ThemeOrder::Name);
    (asked, matrix)
}

/// What changed at each edition, compared with the one before it in time.
#[track_caller]
fn check_changes(catalog: Catalog, expected: &[&str]) {
    let (asked, matrix) = matrix(catalog);
    let names =
        |rows: &[&Row]| rows.iter().map(|row| row.theme.to_string()).collect::<Vec<_>>().join(" ");
    let lines = (0..matrix.editions.len()).map(|here| {
        let change = matrix.change(&asked.index, here.checked_sub(1), here);
        let back = change.back.iter().map(|it| {
            format!("{}<{} ({} at {})", it.row.theme, it.before, it.n_silent_recaps, it.n_silent)
        });
        format!(
            "new {} | back {} | others {} | gone {} | stayed {}",
            names(&change.new),
            back.collect::<Vec<_>>().join(" "),
            names(&change.others),
            names(&change.gone),
            names(&change.stayed)
        )
    });
    assert_eq!(lines.collect::<Vec<_>>(), expected);
}

#[test]
fn the_silence_of_few_is_no_gap() {
    for n_silent in [0, 3] {
        check_changes(
            with_silent_recaps(n_silent),
            &[
                "new linkerd mesh | back  | others  | gone  | stayed ",
                "new istio kata | back  | others  | gone linkerd | stayed mesh",
                "new  | back  | others linkerd | gone  | stayed kata istio mesh",
            ],
        );
    }
}

#[test]
fn five_recaps_that_do_not_name_a_theme_are_a_gap() {
    check_changes(
        with_silent_recaps(4),
        &[
            "new linkerd mesh | back  | others  | gone  | stayed ",
            "new istio kata | back  | others  | gone linkerd | stayed mesh",
            "new  | back linkerd<0 (5 at 1) | others  | gone  | stayed kata istio mesh",
        ],
    );
    let (asked, matrix) = matrix(with_silent_recaps(4));
    let returns = matrix.returns(&asked.index);
    let told: Vec<_> =
        returns.iter().map(|it| (it.row.theme.as_str(), it.before, it.again)).collect();
    assert_eq!(told, [("linkerd", 0, 2)]);
}

#[test]
fn the_silence_on_what_few_named_may_be_chance() {
    // Only one of eleven recaps of the first conference names the theme, so ten more in a row may well not name it.
    let rare = |n_first: usize| {
        let mut catalog = with_silent_recaps(9);
        let first = catalog.conferences.iter().find(|it| it.id.as_str() == "eu-2016").unwrap();
        let (id, series) = (first.id.clone(), first.series.clone());
        assert!(catalog.conferences.iter().filter(|it| it.series == series).count() > 2);
        let of_first =
            catalog.recaps.iter().find(|it| it.conference.as_ref() == Some(&id)).unwrap();
        let of_first = of_first.clone();
        catalog.recaps.extend((0..n_first).map(|n| {
            let mut recap = of_first.clone();
            recap.id = RecapId::from(format!("first-{n}").as_str());
            recap.notes.clear();
            recap
        }));
        let (asked, matrix) = matrix(catalog);
        matrix.returns(&asked.index).len()
    };
    assert_eq!(rare(0), 1);
    assert_eq!(rare(10), 0);
}

#[test]
fn two_series_are_not_one_history() {
    let mut catalog = with_silent_recaps(9);
    for conference in catalog.conferences.iter_mut().filter(|it| it.id.as_str() == "us-2017") {
        conference.series = "another".into();
    }
    let (asked, matrix) = matrix(catalog);
    assert_eq!(matrix.returns(&asked.index), []);
}

#[test]
fn a_theme_ends_in_silence_only_if_enough_recaps_follow() {
    let silence = |n_silent| {
        let mut catalog = with_silent_recaps(n_silent);
        // Themes that only the first conference names.
        for note in catalog.notes.iter_mut().filter(|note| note.id.as_str() == "r18a.2") {
            note.themes.clear();
        }
        let (asked, matrix) = matrix(catalog);
        let linkerd = matrix.rows.iter().find(|row| row.theme.as_str() == "linkerd").unwrap();
        matrix.silence(&asked.index, linkerd).map(|it| (it.last, it.n_editions, it.n_recaps))
    };
    assert_eq!(silence(1), None);
    assert_eq!(silence(2), Some((0, 2, 5)));
}

#[test]
fn a_theme_is_in_one_list_at_most() {
    let (asked, matrix) = matrix(with_silent_recaps(4));
    for here in 0..=matrix.editions.len() {
        for earlier in (0..=here).map(Some).chain([None]) {
            let change = matrix.change(&asked.index, earlier, here);
            let back = change.back.iter().map(|it| it.row);
            let lists = [&change.new, &change.gone, &change.stayed, &change.others];
            let all = lists.into_iter().flatten().copied();
            let mut themes: Vec<_> = all.chain(back).map(|row| &row.theme).collect();
            let n_listed = themes.len();
            themes.sort();
            themes.dedup();
            assert_eq!(themes.len(), n_listed, "from {earlier:?} to {here}");
        }
    }
}
