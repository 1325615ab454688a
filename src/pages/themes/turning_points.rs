//! The turning points of a theme, each in a sentence of a note: where it was first named, its peak, and where it was
//! last named.

use super::years::{YearShare, notes_at, peak};
use crate::{
    model::{NoteHead, Theme},
    pages::{
        page_words::language_words,
        parts::sentences::{first_sentence, naming_sentence},
    },
    query::EntityIndex,
    timeline::{Matrix, Row},
    ui::{
        display_names::{note_signature, short_name},
        dom::{Child as _, Element, Node, el},
        facts::{date, facts},
        link::note_href,
        marked::snippet_view,
    },
};
use std::{cmp::Reverse, ops::Range};

/// How a whole sentence ends. List items often end without it.
const ENDS: [char; 8] = ['.', '!', '?', '”', '"', '。', '！', '？'];
/// The length of a sentence that says something and is quick to read, in bytes.
const TELLING: Range<usize> = 50..300;

/// A point in the history of a theme.
struct Point {
    /// Its anchor on the page.
    id: &'static str,
    name: &'static str,
    when: String,
    /// Where to look for the sentence, as positions in [`Matrix::editions`].
    editions: Range<usize>,
}

/// The turning points of a theme, each with a different note. Empty if nobody names the theme at a dated edition.
pub(super) fn turning_points(
    index: &EntityIndex,
    theme: &Theme,
    matrix: &Matrix,
    row: &Row,
    shares: &[YearShare],
) -> Option<Element> {
    let mut told: Vec<usize> = Vec::new();
    let items = points(index, matrix, row, shares).into_iter().filter_map(|point| {
        let notes = notes_at(row, point.editions.clone());
        let (place, note, sentence) = best_sentence(index, theme, &notes, &told)?;
        told.push(place);
        Some(item(index, point, note, sentence))
    });
    let items: Vec<Element> = items.collect();
    (!items.is_empty()).then(|| el("ol").class("turning-points").children(items))
}

fn points(index: &EntityIndex, matrix: &Matrix, row: &Row, shares: &[YearShare]) -> Vec<Point> {
    let words = &language_words().story;
    let name_of = |place: usize| {
        let edition = matrix.editions.get(place);
        edition.map(|it| short_name(index, &it.conference)).unwrap_or_default()
    };
    let at = |id, name, place: usize| Point {
        id,
        name,
        when: name_of(place),
        editions: place..place + 1,
    };
    let is_latest = row.last_seen + 1 == matrix.editions.len();
    let last = if is_latest { words.latest } else { words.last_named };
    let peak = peak(shares).map(|it| Point {
        id: "peak",
        name: words.peak,
        when: (words.year_share)(it.year, it.named, it.all),
        editions: it.editions.clone(),
    });
    let first = at("first-named", words.first_named, row.first_seen);
    let last = (row.last_seen != row.first_seen).then(|| at("last-named", last, row.last_seen));
    [Some(first), peak, last].into_iter().flatten().collect()
}

/// The note that says most about a theme in one sentence, with its position in the catalog: one that names the theme
/// itself and is quick to read. Notes that are already used are skipped.
fn best_sentence<'a>(
    index: &'a EntityIndex,
    theme: &Theme,
    notes: &[usize],
    told: &[usize],
) -> Option<(usize, &'a NoteHead, Node)> {
    let catalog = index.catalog();
    let candidates = notes.iter().enumerate().filter(|(_, place)| !told.contains(place));
    let candidates = candidates.filter_map(|(order, place)| {
        let note = catalog.notes.get(*place)?;
        let (is_own, sentence) = naming_sentence(index, theme, note)?;
        let text = &sentence.text;
        let is_telling = TELLING.contains(&text.len()) && text.ends_with(ENDS);
        Some(((is_own, is_telling, Reverse(order)), (*place, note, snippet_view(&sentence))))
    });
    let best = candidates.max_by_key(|(rank, _)| *rank).map(|(_, best)| best);
    best.or_else(|| {
        // The theme may be only in its heading.
        let place = *notes.iter().find(|place| !told.contains(place))?;
        let note = catalog.notes.get(place)?;
        Some((place, note, first_sentence(&[note])?.into_node()))
    })
}

fn item(index: &EntityIndex, point: Point, note: &NoteHead, sentence: Node) -> Element {
    let anchor = el("a").attr("href", "#".to_owned() + point.id).child(point.name);
    let author = el("a").attr("href", note_href(note)).child(note_signature(index, note));
    let published = index.recap(&note.recap).and_then(|it| it.published);
    el("li")
        .attr("id", point.id)
        .child(el("h3").child(anchor))
        .child(el("p").class("when").child(point.when))
        .child(sentence)
        .child(facts().child(el("li").child(author)).child(date(published)))
}
