//! The address is public: every field of `Query` in both directions, and what a broken address becomes.

use super::small_catalog;
use hallway::query::{
    Action, AddressProblem, AddressWarning, EntityIndex, EntryKind, Facet, FacetValue, History,
    Query, Sort, View, foreign_parts,
};
use proptest::prelude::*;
use std::sync::Arc;

/// Reads `search`, and expects no warning and the same address when written again.
#[track_caller]
fn check(search: &str, expected: Query) {
    assert_eq!(Query::parse(search), (expected.clone(), Vec::new()));
    assert_eq!(expected.to_search(), search);
}

fn chosen<const N: usize>(choices: [FacetValue; N]) -> Query {
    Query { selection: choices.into_iter().collect(), ..Query::default() }
}

#[test]
fn every_field_has_its_place() {
    check("", Query::default());
    check("?q=service+mesh", Query { text: "service mesh".to_owned(), ..Query::default() });
    check(
        "?q=%22a+%26+b%22+-c%3Dd",
        Query { text: "\"a & b\" -c=d".to_owned(), ..Query::default() },
    );
    check("?year=2018", chosen([FacetValue::Year(2018)]));
    check(
        "?conference=a,b",
        chosen([FacetValue::Conference("a".into()), FacetValue::Conference("b".into())]),
    );
    check("?theme=service-mesh", chosen([FacetValue::Theme("service-mesh".into())]));
    check("?person=ada", chosen([FacetValue::Person("ada".into())]));
    check("?org=coreos", chosen([FacetValue::Organization("coreos".into())]));
    check(
        "?place=denmark,sao-paulo",
        chosen([FacetValue::Location("denmark".into()), FacetValue::Location("sao-paulo".into())]),
    );
    check(
        "?kind=keynote,note",
        chosen([FacetValue::Kind(EntryKind::Keynote), FacetValue::Kind(EntryKind::Note)]),
    );
    check("?has=video", chosen([FacetValue::Video]));
    check("?view=themes", Query { view: View::Themes, ..Query::default() });
    check("?sort=oldest", Query { sort: Some(Sort::Oldest), ..Query::default() });
}

#[test]
fn keys_are_written_in_one_order() {
    let query = Query {
        text: "a".to_owned(),
        selection: [
            FacetValue::Video,
            FacetValue::Kind(EntryKind::Panel),
            FacetValue::Location("f".into()),
            FacetValue::Organization("e".into()),
            FacetValue::Person("d".into()),
            FacetValue::Theme("c".into()),
            FacetValue::Conference("b".into()),
        ]
        .into_iter()
        .chain([2020, 2016, 2018, 2017].map(FacetValue::Year))
        .collect(),
        view: View::Talks,
        sort: Some(Sort::Newest),
    };
    let expected = "?q=a&year=2016..2018,2020&conference=b&theme=c&person=d&org=e&place=f&kind=panel&has=video\
                    &view=talks&sort=newest";
    check(expected, query);
}

/// Reads `search`, and expects this address when written again, and these parts to be ignored.
#[track_caller]
fn check_tolerance(search: &str, expected: &str, ignored: &[&str]) {
    let (query, warnings) = Query::parse(search);
    assert_eq!(query.to_search(), expected);
    let printed: Vec<String> = warnings
        .iter()
        .map(|AddressWarning { key, value, problem }| format!("{key}={value} {problem:?}"))
        .collect();
    assert_eq!(printed, ignored);
}

#[test]
fn years_may_be_ranges() {
    check_tolerance("?year=2018..2016", "", &["year=2018..2016 ImpossibleYear"]);
    check_tolerance("?year=2016..2017", "?year=2016,2017", &[]);
    check_tolerance("?year=2016,2017,2018", "?year=2016..2018", &[]);
    check_tolerance("?year=..2018", "?year=..2018", &[]);
    check_tolerance("?year=2016..", "?year=2016..", &[]);
    check_tolerance("?year=1900..2199", "?year=1900..2199", &[]);
    check_tolerance("?year=..", "", &["year=.. NotAYear"]);
    check_tolerance("?year=2016..2018..2020", "", &["year=2016..2018..2020 NotAYear"]);
    check_tolerance(
        "?year=18,+2018,1899,2200,%2b201",
        "?year=2018",
        &[
            "year=18 NotAYear",
            "year=1899 ImpossibleYear",
            "year=2200 ImpossibleYear",
            "year=+201 NotAYear",
        ],
    );
}

#[test]
fn what_is_broken_is_named_and_the_rest_applies() {
    check_tolerance("theme=a&person=b", "?theme=a&person=b", &[]);
    check_tolerance("?&&theme=a&theme=b%2Cc&", "?theme=a,b,c", &[]);
    check_tolerance("?q=a&q=b+%ff", "?q=a+b+%EF%BF%BD", &[]);
    check_tolerance("?q=+&q", "", &[]);
    check_tolerance("?theme=Not%20an%20id,a", "?theme=a", &["theme=Not an id NotAnId"]);
    check_tolerance("?kind=talk,speech", "?kind=talk", &["kind=speech NotAChoice"]);
    check_tolerance("?has=video,slides", "?has=video", &["has=slides NotAChoice"]);
    check_tolerance("?view=themes&view=cards", "?view=themes", &["view=cards NotAChoice"]);
    check_tolerance("?color=red&theme=a", "?theme=a", &["color=red UnknownKey"]);
}

#[test]
fn what_programs_add_on_the_way_is_passed_over_in_silence() {
    for part in [
        "utm_source=letter",
        "utm_medium=mail",
        "fbclid=x",
        "gclid=x",
        "msclkid=x",
        "mc_cid=x",
        "mc_eid=x",
        "_hsenc=x",
    ] {
        check_tolerance(&["?theme=a&", part].concat(), "?theme=a", &[]);
        assert_eq!(foreign_parts(part), [part], "the page around us may need it");
    }
    check_tolerance("?themes=a", "", &["themes=a UnknownKey"]);
}

#[test]
fn an_order_that_is_the_usual_one_is_not_written() {
    check_tolerance("?sort=newest", "", &[]);
    check_tolerance("?sort=relevance", "", &[]);
    check_tolerance("?q=a&sort=relevance", "?q=a", &[]);
    check_tolerance("?q=a&sort=newest", "?q=a&sort=newest", &[]);
}

#[test]
fn only_the_first_8_kb_are_read() {
    let long = format!("?theme=a&q={}&person=b", "x".repeat(9000));
    check_tolerance(&long, "?theme=a", &["address= TooLong"]);
    let (query, warnings) = Query::parse(&format!("?q={}", "é".repeat(500)));
    assert_eq!((query.text.chars().count(), warnings.len()), (400, 1));
}

#[test]
fn a_warning_repeats_the_part_but_not_for_long() {
    let part = |key: &str, value: &str| {
        let problem = AddressProblem::NotAYear;
        AddressWarning { key: key.to_owned(), value: value.to_owned(), problem }.part()
    };
    assert_eq!(part("year", "20x"), "year=20x");
    assert_eq!(part("theme", &"x".repeat(60)), format!("theme={}…", "x".repeat(40)));
    assert_eq!(part("address", ""), "address");
}

#[test]
fn an_address_cannot_rewrite_the_sentence_about_it() {
    let (_, warnings) = Query::parse("?a%E2%80%AEb%0A=c");
    assert_eq!(warnings.iter().map(AddressWarning::part).collect::<Vec<_>>(), ["ab=c"]);
}

#[test]
fn parts_of_others_are_kept_as_they_are() {
    assert_eq!(foreign_parts("?a=1&theme=b&%74heme=c&utm%5Fx=%zz&&d"), ["a=1", "utm%5Fx=%zz", "d"]);
    assert_eq!(foreign_parts(""), [""; 0]);
}

#[test]
fn what_the_collection_lacks_is_dropped_and_named() {
    let index = EntityIndex::new(Arc::new(small_catalog::catalog()));
    let (mut query, _) =
        Query::parse("?year=2010..2012,2016..&conference=eu-2018,x&theme=y&person=ada");
    let warnings: Vec<String> =
        query.retain_known(&index).iter().map(ToString::to_string).collect();
    assert_eq!(query.to_search(), "?year=2016..2019&conference=eu-2018&person=ada");
    assert_eq!(
        warnings,
        [
            "Ignored year=2010..2012: not in this collection",
            "Ignored conference=x: not in this collection",
            "Ignored theme=y: not in this collection",
        ]
    );
}

/// Applies `action` to the query at `before` and expects the query at `after`.
#[track_caller]
fn check_action(before: &str, action: Action, after: &str, history: History) {
    let (query, _) = Query::parse(before);
    assert_eq!(action.history(), history);
    assert_eq!(query.apply(action).to_search(), after);
}

#[test]
fn an_action_changes_what_it_names() {
    use Action::{Clear, ClearAll, Remove, Search, SetYears, Show, Sort as SortBy, Toggle};
    use History::{Push, Replace};
    let theme = |id: &str| FacetValue::Theme(id.into());
    check_action("", Search("a b".to_owned()), "?q=a+b", Replace);
    check_action("?theme=a", Toggle(theme("b")), "?theme=a,b", Push);
    check_action("?theme=a,b", Toggle(theme("b")), "?theme=a", Push);
    check_action("?theme=a", Remove(theme("b")), "?theme=a", Push);
    check_action("", Toggle(FacetValue::Video), "?has=video", Push);
    check_action("", Toggle(FacetValue::Year(1800)), "", Push);
    check_action("?year=2010", SetYears(2016..=2018), "?year=2016..2018", Push);
    check_action("", SetYears(0..=u16::MAX), "?year=1900..2199", Push);
    check_action("?year=2010&theme=a", Clear(Facet::Year), "?theme=a", Push);
    check_action(
        "?q=a&year=2010&theme=a&has=video&view=talks&sort=title",
        ClearAll,
        "?view=talks&sort=title",
        Push,
    );
    check_action("?theme=a", Show(View::Recaps), "?theme=a&view=recaps", Push);
    check_action("?sort=title", SortBy(Sort::Newest), "", Push);
    check_action("?q=a", SortBy(Sort::Newest), "?q=a&sort=newest", Push);
}

#[test]
fn an_order_by_relevance_ends_with_its_text() {
    check_action("?q=a&sort=newest", Action::Search(String::new()), "", History::Replace);
    check_action("?q=a&sort=title", Action::Search(String::new()), "?sort=title", History::Replace);
}

proptest! {
    #[test]
    fn every_text_is_an_address_and_is_written_as_one_that_reads_the_same(
        search in "([?&=,./%+]|[a-z0-9-]{1,6}|(year|theme|q|kind|sort|view|has)=|20[0-2][0-9]|\\PC){0,40}",
    ) {
        let (query, _) = Query::parse(&search);
        let written = query.to_search();
        prop_assert!(written.is_ascii());
        let (again, warnings) = Query::parse(&written);
        prop_assert_eq!(&again, &query);
        prop_assert_eq!(warnings, Vec::new());
        prop_assert_eq!(again.to_search(), written);
    }

    #[test]
    fn every_search_text_is_read_back(text in "\\PC{1,60}") {
        let query = Query::default().apply(Action::Search(text));
        let (again, _) = Query::parse(&query.to_search());
        prop_assert_eq!(again.has_text(), query.has_text());
        if query.has_text() {
            prop_assert_eq!(again.text, query.text);
        }
    }
}
