//! Finds talks in schedules: tables with a time in each row, a room in each column, and a talk in each cell.

use super::columns::Row;
use crate::ingest::lines::line::Line;
use crate::ingest::names::prefix::clock;
use crate::ingest::passage::Passage;
use crate::ingest::talks::found::Found;
use crate::ingest::talks::found_talks::Piece;
use crate::ingest::talks::notes::Cutter;
use crate::model::{Block, Inline, Rule, inline_text};

/// Fewest columns of such a table: the times and one room.
const FEWEST_COLUMNS: usize = 2;

/// Fewest talks in such a table.
const FEWEST: usize = 3;

impl Cutter {
    /// The talks of a schedule. The table also stays in the text, which says when and where they were. Empty when it is
    /// no such table: too many rows without a time, one column, or cells that mostly name no speaker.
    pub(super) fn room_pieces(&mut self, passage: &Passage, rows: &[Row]) -> Vec<Piece> {
        let Some((head, body)) = rows.split_first() else { return Vec::new() };
        let is_timed =
            |row: &Row| row.first().is_some_and(|cell| clock(inline_text(cell).trim()).is_some());
        let n_timed = body.iter().filter(|row| is_timed(row)).count();
        // "> 14:00" is no time of day.
        if head.len() < FEWEST_COLUMNS || n_timed * 4 < body.len() * 3 {
            return Vec::new();
        }
        let cells =
            || body.iter().flat_map(|row| row.iter().skip(1)).filter(|cell| !cell.is_empty());
        let talk = |cell: &Vec<Inline>| -> Option<Found> {
            let line = Line::of(cell);
            self.plan
                .line(&line, &self.plan.reader.read(&line))
                .filter(|found| !found.title.is_empty() && !found.speakers.is_empty())
        };
        let found: Vec<(&Vec<Inline>, Found)> =
            cells().filter_map(|cell| Some((cell, talk(cell)?))).collect();
        if found.len() < FEWEST || found.len() * 2 < cells().count() {
            return Vec::new();
        }
        let lines = (passage.first, passage.last);
        let of_text = Piece { talk: None, award: String::new(), passages: vec![passage.clone()] };
        let mut pieces = vec![of_text];
        for (cell, found) in found {
            let reason = found.title.clone();
            let talk = self.add_found(found, Rule::TalkInTable, lines, &reason);
            self.links(talk, &[Block::Paragraph(cell.clone())]);
            pieces.push(Piece { talk: Some(talk), award: String::new(), passages: Vec::new() });
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn a_cell_of_a_schedule_is_a_talk() {
        check(
            "| | Hall A | Hall B |\n| --- | --- | --- |\n\
             | 09:00 | Modules without tears (Eva Lang) | Spring in autumn (Tim Kraus) |\n\
             | 10:00 | Options are duties (Uli Noll) | Lunch |\n",
            &[
                "Modules without tears | Eva Lang",
                "Spring in autumn | Tim Kraus",
                "Options are duties | Uli Noll",
            ],
        );
        check(
            "| Hora | Sala Azul |\n| --- | --- |\n| 09:00 | Presentación |\n\
             | 09:30 | Módulos sin lágrimas *por Eva Lang* |\n| 10:30 | Telares en otoño *por Uli Noll* |\n\
             | 11:30 | Una tela es un plan *por Ada Weaver* |\n| > 14:00 | Pinchos |\n",
            &[
                "Módulos sin lágrimas | Eva Lang",
                "Telares en otoño | Uli Noll",
                "Una tela es un plan | Ada Weaver",
            ],
        );
        check(
            "| | A | B |\n| --- | --- | --- |\n| 09:00 | red | blue |\n| 10:00 | wool | silk |\n",
            &[],
        );
    }
}
