//! Determines the contents of table columns from their heads.

use crate::ingest::names::cue_words::{COMPANY_HEADS, SPEAKER_HEADS, TITLE_HEADS, has};
use crate::model::{Inline, inline_text};

/// Heads of columns with something that has a name beside it and is no talk.
const OTHER_HEADS: &str = "\
    book | quote | quotation | film | movie | song | album | game | podcast | tool | project | dish | restaurant | \
    met | where we met | buch | zitat | lied | spiel | werkzeug | projekt | gericht | kennengelernt | livre | citation | \
    chanson | jeu | outil | projet | plat | libro | cita | película | canción | juego | herramienta | proyecto | citazione | \
    canzone | gioco | strumento | progetto | boek | citaat | liedje | spel | livro | citação | música | jogo | ferramenta | \
    本 | 書籍 | 映画";

/// A row: its cells.
pub(in crate::ingest::talks) type Row = Vec<Vec<Inline>>;

/// The contents of a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ingest::talks) enum Column {
    Title,
    Speaker,
    Organization,
    Other,
}

/// The contents of a column, judging by its head.
pub(in crate::ingest::talks) fn column(head: &str) -> Column {
    let head = head.trim().to_lowercase();
    // "intervenant·e" and "Referent*in".
    let stem = head.split(['·', '*', '/', '(']).next().unwrap_or_default().trim();
    if has(TITLE_HEADS, &head) {
        Column::Title
    } else if has(SPEAKER_HEADS, &head) || has(SPEAKER_HEADS, stem) {
        Column::Speaker
    } else if has(COMPANY_HEADS, &head) {
        Column::Organization
    } else {
        Column::Other
    }
}

/// The contents of the columns below a row of heads. "Event" is a title only where no other column is one.
pub(in crate::ingest::talks) fn columns(heads: &Row) -> Vec<Column> {
    let heads: Vec<String> = heads.iter().map(|cell| inline_text(cell)).collect();
    let mut found: Vec<Column> = heads.iter().map(|head| column(head)).collect();
    let n_titles = found.iter().filter(|column| **column == Column::Title).count();
    let names_event =
        |head: &String| matches!(head.trim().to_lowercase().as_str(), "event" | "conférence");
    for (column, _) in found.iter_mut().zip(&heads).filter(|(_, head)| names_event(head)) {
        if n_titles > 1 {
            *column = Column::Other;
        }
    }
    found
}

/// Whether the heads say that a table lists something else: "Book | Author".
pub(in crate::ingest::talks) fn lists_others(heads: &Row) -> bool {
    let is_other = |cell| has(OTHER_HEADS, inline_text(cell).trim().to_lowercase().as_str());
    !columns(heads).contains(&Column::Title) && heads.iter().any(|cell| is_other(cell))
}

/// Whether the first row shows that a table lists talks with their speakers.
pub(in crate::ingest::talks) fn lists_talks(rows: &[Row]) -> bool {
    let columns = rows.first().map(columns).unwrap_or_default();
    columns.contains(&Column::Title) && columns.contains(&Column::Speaker)
}

#[cfg(test)]
mod tests {
    use super::Column::{Other, Speaker, Title};
    use super::column;

    #[test]
    fn heads_have_many_languages() {
        for heads in [
            ["Zeit", "Vortrag", "Referent*in"],
            ["Tid", "Föredrag", "Talare"],
            ["Tid", "Foredrag", "Foredragsholder"],
            ["Tid", "Oplæg", "Oplægsholder"],
            ["Aika", "Esitys", "Puhuja"],
            ["Čas", "Přednáška", "Přednášející"],
            ["Godzina", "Prelekcja", "Prelegent"],
            ["Время", "Доклад", "Спикер"],
            ["Saat", "Konuşma", "Konuşmacı"],
            ["시간", "제목", "발표자"],
            ["时间", "演讲", "讲者"],
            ["時間", "タイトル", "発表者"],
        ] {
            assert_eq!(heads.map(column), [Other, Title, Speaker], "{heads:?}");
        }
    }
}
