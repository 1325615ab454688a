//! What queries find in the small collection, in which order, and what the counts promise.

use super::{asked::Asked, small_catalog};
use hallway::query::{Action, EntryKind, Facet, FacetValue, Matches, Query, Stems};
use proptest::prelude::*;

fn asked() -> Asked {
    Asked::new(small_catalog::catalog(), &small_catalog::chunks())
}

fn find(address: &str) -> (Asked, Matches) {
    let asked = asked();
    let matches = asked.find(address);
    (asked, matches)
}

#[track_caller]
fn check(address: &str, expected: &str) {
    let (asked, matches) = find(address);
    assert_eq!(asked.print(&matches), expected, "{address}");
}

#[test]
fn without_a_query_everything_is_there_newest_first_and_keynotes_before_talks() {
    check("", "stray.1 kata18 r18a.2 mesh17 kata17 pebbles state r16.2");
}

#[test]
fn three_years_in_a_row_are_one_choice() {
    for (address, run, n) in [
        ("?year=2016..2018", Some((2016, 2018)), 1),
        ("?year=2016..2018&theme=kata", Some((2016, 2018)), 2),
        ("?year=2016,2017", None, 2),
        ("?year=2016..2018,2020", None, 4),
        ("?theme=kata,istio&kind=note", None, 3),
        ("", None, 0),
    ] {
        let selection = Query::parse(address).0.selection;
        assert_eq!((selection.year_run(), selection.n_choices()), (run, n), "{address}");
    }
}

#[test]
fn choices_within_a_facet_are_alternatives_and_facets_narrow_each_other() {
    check("?year=2017", "mesh17 kata17");
    check("?year=2019", "stray.1");
    check("?conference=eu-2018,eu-2016", "kata18 r18a.2 pebbles state r16.2");
    check("?theme=kata", "kata18 kata17");
    check("?theme=kata,istio", "kata18 r18a.2 mesh17 kata17");
    check("?theme=kata,istio&year=2018", "kata18 r18a.2");
    check("?theme=kata&person=kelsey", "kata18");
    check("?person=ada", "r18a.2 kata17");
    check("?org=google", "kata18 mesh17 kata17 pebbles r16.2");
    check("?kind=keynote", "mesh17 pebbles");
    check("?kind=note", "stray.1 r18a.2 r16.2");
    check("?has=video", "mesh17");
    check("?theme=nobody-knows", "");
}

#[test]
fn a_broader_theme_stands_for_its_narrower_ones() {
    check("?theme=mesh", "r18a.2 mesh17 r16.2");
    check("?theme=mesh&theme=kata&kind=talk", "kata18 kata17");
}

#[test]
fn matches_come_in_the_order_asked_for() {
    check("?sort=oldest", "pebbles state r16.2 mesh17 kata17 kata18 r18a.2 stray.1");
    check("?sort=title&kind=talk,keynote", "kata17 kata18 state pebbles mesh17");
}

#[test]
fn words_are_sought_in_all_of_an_entry() {
    // "week" is said by one author and "sandbox" by another, about the same talk.
    check("?q=week+sandbox", "kata18");
    check("?q=KELSEY+kata", "kata18");
    check("?q=lopez+pod", "kata17");
    check("?q=conduit", "r16.2 r18a.2");
    check("?q=copenhagen", "kata18 r18a.2");
    check("?q=cafe", "kata18");
    check("?q=%E6%9D%B1%E4%BA%AC", "stray.1");
    check("?q=!!", "stray.1 kata18 r18a.2 mesh17 kata17 pebbles state r16.2");
}

#[test]
fn the_last_word_may_be_unfinished() {
    check("?q=sandb", "kata18");
    check("?q=week+sandb", "kata18");
    check("?q=pebbl", "pebbles");
    check("?q=ze+trust", "mesh17 r16.2");
    check("?q=trust+ze", "mesh17 r16.2");
}

#[test]
fn a_phrase_stands_in_a_row_in_one_field() {
    check("?q=%22service+mesh%22+everywhere", "r18a.2");
    check("?q=%22mesh+of+services%22", "r18a.2");
    check("?q=%22mesh+services%22", "");
    check("?q=%22zero+trust%22", "mesh17");
    // The title ends with "apart" and the name of the speaker follows in the next field.
    check("?q=%22apart+kelsey%22", "");
    check("?q=%22pods+sandboxes%22", "");
}

#[test]
fn words_with_a_hyphen_in_front_are_left_out() {
    check("?q=kata+-week", "kata17");
    check("?q=-kata+-%22service+mesh%22+-linkerd", "stray.1 mesh17 pebbles state");
    check("?q=trust+-zero", "");
}

#[test]
fn words_are_the_same_apart_and_together() {
    check("?q=git+ops", "state");
    check("?q=gitops", "state");
    check("?q=nodejs", "state");
    check("?q=node.js", "state");
    check("?q=%22node+js%22", "state");
    check("?q=%22git+ops%22", "");
}

#[track_caller]
fn check_close(address: &str, expected: &str) {
    let (asked, matches) = find(address);
    assert!(matches.is_close, "{address}");
    assert_eq!(asked.print(&matches), expected, "{address}");
}

#[test]
fn where_nothing_has_all_words_what_has_the_weightiest_answers() {
    check_close("?q=trust+sandbox", "mesh17 kata18 r16.2");
    check_close("?q=trust+xyz", "mesh17 r16.2");
    check_close("?q=trust+sandbox&year=2017", "mesh17");
    check_close("?q=trust+sandbox+-zero", "kata18");
    assert!(!find("?q=zero+trust").1.is_close);
    assert!(!find("?q=xyz").1.is_close);
}

#[test]
fn function_words_ask_for_nothing() {
    check("?q=what+is+the+state+of+storage", "state");
    check("?q=the+of", "stray.1 kata18 r18a.2 mesh17 kata17 pebbles state r16.2");
    check("?q=storage+-again+and", "");
    // In a phrase, they count.
    check("?q=%22state+of+state%22", "state");
    check("?q=%22state+the+state%22", "");
}

#[test]
fn what_has_all_words_of_a_sentence_stays_first() {
    check_close("?q=zero+things+of+trust", "r16.2 mesh17");
    // Two words are no sentence.
    check("?q=zero+things", "r16.2");
}

#[test]
fn a_title_beats_a_name_beats_a_text_however_often_it_says_so() {
    check("?q=zero", "mesh17 r16.2");
    check("?q=kata", "kata17 kata18");
    check("?q=kelsey", "kata18 pebbles mesh17");
    check("?q=zero&sort=oldest", "r16.2 mesh17");
}

#[track_caller]
fn check_reading(address: &str, expected: &str, read_as: &[(&str, &str)]) {
    let (asked, matches) = find(address);
    assert_eq!(asked.print(&matches), expected, "{address}");
    let corrections = matches.corrections.iter().map(|it| (it.typed.as_str(), it.read_as.as_str()));
    assert_eq!(corrections.collect::<Vec<_>>(), read_as, "{address}");
}

#[test]
fn a_word_that_is_nowhere_is_read_as_the_closest() {
    check_reading("?q=sandbxo+week", "kata18", &[("sandbxo", "sandbox")]);
    check_reading("?q=%22kelsy+hightower%22", "pebbles mesh17 kata18", &[("kelsy", "kelsey")]);
    check_reading("?q=kuberntes", "r18a.2 kata18", &[("kuberntes", "kubernetes")]);
    check_reading("?q=kubrenet", "r18a.2 kata18", &[("kubrenet", "kubernetes")]);
}

#[test]
fn a_word_that_is_somewhere_is_read_as_it_is() {
    check_reading("?q=pod+sandbox", "kata18", &[]);
    check_reading("?q=xyz", "", &[]);
    check_reading("?q=2016", "state", &[]);
    check_reading("?q=2015", "", &[]);
    check_reading("?q=-sandbxo&theme=kata", "kata18 kata17", &[]);
}

#[test]
fn field_words_narrow_by_names_and_counts_stay_exact() {
    check("?q=theme:mesh", "r18a.2 mesh17 r16.2");
    check("?q=theme:containers", "kata18 kata17");
    check("?q=theme:%22service+mesh%22+theme:ist", "r18a.2 mesh17");
    check("?q=theme:%22service+me%22", "");
    check("?q=theme:kata+-theme:kata", "");
    check("?q=-theme:istio+year:2018", "kata18");
    check("?q=person:hightower", "kata18 mesh17 pebbles");
    check("?q=person:lopez", "r18a.2 kata17");
    check("?q=person:%22kelsey+high%22", "");
    check("?q=org:core", "state");
    check("?q=kind:keynote", "mesh17 pebbles");
    check("?q=has:video", "mesh17");
    check("?q=conference:copen", "kata18 r18a.2");
    check("?q=conference:eu-2016", "pebbles state r16.2");
    check("?q=year:2017..2018", "kata18 r18a.2 mesh17 kata17");
    check("?q=year:201", "stray.1 kata18 r18a.2 mesh17 kata17 pebbles state r16.2");
    check("?q=year:..2016", "pebbles state r16.2");
    // A value that matches no name finds nothing, and a word that is not a field is an ordinary word.
    check("?q=theme:nobody-knows", "");
    check("?q=year:2099", "");
    check("?q=color:trust", "");
    check("?q=theme:+trust", "mesh17 r16.2");
    check("?q=kata+person:ada", "kata17");
    check("?q=theme:mesh&year=2016", "r16.2");
    let (_, found) = find("?q=theme:mesh");
    assert_eq!(found.counts.of(&FacetValue::Year(2017)), 1);
    assert_eq!(found.counts.of(&FacetValue::Theme("istio".into())), 2);
    assert_eq!((found.is_filtered, found.terms.is_empty()), (true, true));
}

#[test]
fn forms_of_a_word_are_found_and_the_one_typed_comes_first() {
    check("?q=pods+", "kata18 kata17");
    check("?q=pod+", "kata17 kata18");
    check("?q=meshes+", "r18a.2");
    check("?q=storing+", "");
    check("?q=kata+-weeks", "kata17");
    // Exactly as typed: quoted, and in a phrase.
    check("?q=%22pods%22+", "kata18");
    check("?q=%22meshes%22", "r18a.2");
    check("?q=%22a+sandboxes%22", "");
    check_reading("?q=promises+", "mesh17", &[]);
}

#[test]
fn in_a_language_without_a_rule_words_are_as_they_are() {
    let mut asked = asked();
    asked.extras.stems = Stems::None;
    assert_eq!(asked.print(&asked.find("?q=pods+")), "kata18");
}

#[test]
fn without_texts_titles_names_and_themes_are_found() {
    let asked = Asked::new(small_catalog::catalog(), &[]);
    let find = |address| asked.print(&asked.find(address));
    assert_eq!(find("?q=sandboxes"), "kata18");
    assert_eq!(find("?q=philips"), "state");
    assert_eq!(find("?q=istio+linkerd"), "r18a.2");
    assert_eq!(find("?q=storage"), "");
}

#[test]
fn sums_count_each_thing_once() {
    let sums = |address: &str| {
        let (_, found) = find(address);
        (found.n_talks, found.n_notes, found.n_recaps, found.n_conferences, found.is_filtered)
    };
    assert_eq!(sums(""), (5, 3, 5, 3, false));
    assert_eq!(sums("?q=!"), (5, 3, 5, 3, false));
    assert_eq!(sums("?theme=kata"), (2, 0, 3, 2, true));
    assert_eq!(sums("?q=nothing-like-this"), (0, 0, 0, 0, true));
}

#[test]
fn a_place_is_that_of_its_conferences() {
    check("?place=copenhagen", "kata18 r18a.2");
    check("?place=copenhagen,austin&kind=keynote", "mesh17");
    check("?q=place:copenhagen", "kata18 r18a.2");
    let (_, found) = find("?year=2018");
    assert_eq!(found.counts.of(&FacetValue::Location("copenhagen".to_owned())), 2);
    assert_eq!(found.counts.of(&FacetValue::Location("austin".to_owned())), 0);
    assert_eq!(Query::parse("?place=Copenhagen").0, Query::parse("?place=copenhagen").0);
}

#[test]
fn counts_hold_every_value_also_those_that_leave_nothing() {
    let (_, found) = find("?theme=kata");
    let of_years = found.counts.iter().filter(|(choice, _)| choice.facet() == Facet::Year);
    let years = [(2016, 0), (2017, 1), (2018, 1), (2019, 0)];
    let years = years.map(|(year, count)| (FacetValue::Year(year), count));
    assert!(of_years.map(|(choice, count)| (choice.clone(), count)).eq(years));
    assert_eq!(found.counts.of(&FacetValue::Conference("undated".into())), 0);
    assert_eq!(found.counts.of(&FacetValue::Theme("mesh".into())), 3);
    assert_eq!(found.counts.of(&FacetValue::Theme("unknown".into())), 0);
    assert_eq!(found.counts.of(&FacetValue::Kind(EntryKind::Talk)), 2);
    assert_eq!(found.counts.of(&FacetValue::Video), 0);
}

fn any_query() -> impl Strategy<Value = Query> {
    let parts = prop::sample::subsequence(
        vec![
            "q=kata",
            "q=trust",
            "q=-week",
            "year=2016..2017",
            "year=2018",
            "conference=eu-2018",
            "conference=us-2017",
            "theme=mesh",
            "theme=kata",
            "person=ada",
            "person=kelsey",
            "org=google",
            "kind=talk",
            "kind=keynote",
            "kind=note",
            "has=video",
            "place=austin,london",
        ],
        0..6,
    );
    parts.prop_map(|parts| Query::parse(&parts.join("&")).0)
}

proptest! {
    /// The promise a number beside a filter makes: choose it, and that many are left.
    #[test]
    fn a_count_is_what_choosing_leaves(query in any_query()) {
        let asked = asked();
        let counts = asked.search(&query).counts;
        let choices: Vec<FacetValue> = counts.iter().map(|(choice, _)| choice.clone()).collect();
        prop_assert_eq!(choices.len(), 1 + 4 + 5 + 4 + 3 + 2 + 5 + 6);
        for choice in choices {
            let only = query.clone().apply(Action::Clear(choice.facet())).apply(Action::Toggle(choice.clone()));
            let left = asked.search(&only).hits.len();
            prop_assert_eq!(counts.of(&choice), left, "{:?} in {}", choice, query.to_search());
        }
    }
}

#[test]
fn choices_are_listed_by_facet() {
    let (query, _) = Query::parse("?has=video&kind=note&theme=b,a&year=2018&q=x");
    let facets: Vec<Facet> = query.selection.iter().map(FacetValue::facet).collect();
    assert_eq!(facets, [Facet::Year, Facet::Theme, Facet::Theme, Facet::Kind, Facet::Video]);
}

#[test]
fn an_entity_knows_its_notes_and_talks() {
    let index = asked().index;
    let notes = |notes: Vec<&hallway::model::NoteHead>| {
        notes.iter().map(|note| note.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    let talks = |talks: Vec<&hallway::model::Talk>| {
        talks.iter().map(|talk| talk.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(notes(index.notes_of_talk(&"kata18".into())), "r18a.1 r18b.1");
    assert_eq!(notes(index.notes_of_recap(&"r18a".into())), "r18a.1 r18a.2");
    assert_eq!(notes(index.notes_of_theme(&"mesh".into())), "r18a.2 r16.2");
    assert_eq!(notes(index.notes_of_person(&"ada".into())), "r18a.2");
    assert_eq!(notes(index.notes_of_organization(&"google".into())), "r16.2");
    assert_eq!(notes(index.notes_of_conference(&"eu-2016".into())), "r16.1 r16.2");
    assert_eq!(talks(index.talks_of_conference(&"us-2017".into())), "kata17 mesh17");
    assert_eq!(talks(index.talks_of_person(&"kelsey".into())), "kata18 mesh17 pebbles");
    assert_eq!(talks(index.talks_of_organization(&"coreos".into())), "state");
    assert_eq!(talks(index.talks_of_theme(&"mesh".into())), "mesh17");
    assert_eq!(talks(index.talks_of_recap(&"r17".into())), "kata17 mesh17");
    assert_eq!(index.recaps_of_conference(&"eu-2018".into()).len(), 2);
    assert_eq!(index.narrower_themes(&"mesh".into()).len(), 2);
    assert_eq!(notes(index.notes_of_talk(&"unknown".into())), "");
}

#[test]
fn related_talks_share_themes_and_say_which() {
    let related = asked().index.related_talks(&"kata18".into(), 5);
    let printed: Vec<String> =
        related.iter().map(|it| format!("{} by {:?}", it.talk, it.shared)).collect();
    assert_eq!(printed, [r#"kata17 by [ThemeId("kata")]"#]);
    assert_eq!(asked().index.related_talks(&"pebbles".into(), 5), []);
    assert_eq!(asked().index.related_talks(&"kata18".into(), 0), []);
}

#[test]
fn themes_in_a_circle_are_walked_once() {
    let mut catalog = small_catalog::catalog();
    for theme in &mut catalog.themes {
        theme.broader =
            Some(if theme.id.as_str() == "mesh" { "istio".into() } else { "mesh".into() });
    }
    let index = Asked::new(catalog, &[]).index;
    assert_eq!(index.talks_of_theme(&"mesh".into()).len(), 3);
}
