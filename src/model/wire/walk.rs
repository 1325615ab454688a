//! One walk over the fields serves reading and writing, so the two cannot differ.

use super::io::Io;
use crate::model::{PartialDate, TalkKind};
use std::collections::BTreeMap;

/// The tables that ids refer to.
#[derive(Clone, Copy)]
pub(super) enum Table {
    Conference,
    Person,
    Organization,
    Theme,
    Recap,
    /// The talks of the shard being walked, and of no other.
    Talk,
}

/// The ids of a catalog index. A reference in a file is a position among them.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    /// By their position.
    pub(super) tables: [Vec<String>; 6],
    /// For each table, the position of each id.
    pub(super) positions: [BTreeMap<String, usize>; 6],
}

/// Visits every field that the explorer needs, in a fixed order.
pub(super) struct Walk<T> {
    pub(super) io: T,
    pub(super) ids: Ids,
}

impl<T: Io> Walk<T> {
    pub(super) fn over(io: T, ids: Ids) -> Self {
        Self { io, ids }
    }

    /// The number of items. When reading, the items exist afterwards, with default values.
    pub(super) fn length<U: Default>(&mut self, items: &mut Vec<U>) {
        let mut length = u32::try_from(items.len()).unwrap_or(u32::MAX);
        self.io.number(&mut length);
        match usize::try_from(length) {
            Ok(length) if length <= self.io.limit() => items.resize_with(length, U::default),
            Ok(_) | Err(_) => self.io.fail(),
        }
    }

    pub(super) fn each<U>(&mut self, items: &mut [U], mut field: impl FnMut(&mut Self, &mut U)) {
        for item in items {
            field(self, item);
        }
    }

    pub(super) fn list<U: Default>(
        &mut self,
        items: &mut Vec<U>,
        item: impl FnMut(&mut Self, &mut U),
    ) {
        self.length(items);
        self.each(items, item);
    }

    pub(super) fn flag(&mut self, flag: &mut bool) {
        let mut number = u32::from(*flag);
        self.io.number(&mut number);
        *flag = number > 0;
    }

    pub(super) fn kind(&mut self, kind: &mut TalkKind) {
        let position = TalkKind::ALL.iter().position(|known| known == kind).unwrap_or_default();
        let mut number = u32::try_from(position).unwrap_or_default();
        self.io.number(&mut number);
        *kind = usize::try_from(number)
            .ok()
            .and_then(|position| TalkKind::ALL.get(position))
            .copied()
            .unwrap_or_default();
    }

    /// A date as the number `YYYYMMDD`, with zeros for unknown parts; 0 for no date.
    pub(super) fn date(&mut self, date: &mut Option<PartialDate>) {
        let mut number = date.map_or(0, PartialDate::to_number);
        self.io.number(&mut number);
        *date = PartialDate::from_number(number);
    }

    /// A text, written as `""` when it equals `usual`.
    pub(super) fn text_or(&mut self, text: &mut String, usual: String) {
        if *text == usual {
            text.clear();
        }
        self.io.text(text);
        if text.is_empty() {
            *text = usual;
        }
    }

    /// An id. References to it may follow.
    pub(super) fn id(&mut self, table: Table, id: &mut String, usual: String) {
        self.text_or(id, usual);
        let known = self.ids.tables.get_mut(table as usize);
        if let Some((known, positions)) = known.zip(self.ids.positions.get_mut(table as usize)) {
            positions.insert(id.clone(), known.len());
            known.push(id.clone());
        }
    }

    pub(super) fn position_of(&self, table: Table, id: &str) -> Option<usize> {
        self.ids.positions.get(table as usize)?.get(id).copied()
    }

    /// A reference, as the position of its id counted from 1; 0 for none. The walk must have visited
    /// the id before.
    pub(super) fn reference(&mut self, table: Table, id: &mut String) {
        let position = self.position_of(table, id);
        let is_lost = position.is_none() && !id.is_empty();
        let mut number =
            position.map_or(0, |position| u32::try_from(position + 1).unwrap_or_default());
        self.io.number(&mut number);
        if let Some(position) =
            usize::try_from(number).ok().and_then(|position| position.checked_sub(1))
        {
            match self.ids.tables.get(table as usize).and_then(|known| known.get(position)) {
                Some(known) => id.clone_from(known),
                None => self.io.fail(),
            }
        }
        if is_lost {
            self.io.fail();
        }
    }
}
