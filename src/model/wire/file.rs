//! The file itself: a list of texts and a list of numbers.

use super::{
    error::{Damaged, Unreadable},
    json::Reader as Json,
};
use crate::model::SCHEMA;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One file of the explorer, such as the catalog index, a shard of it or the text index.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct WireFile {
    /// Version of the format, [`SCHEMA`].
    schema: u32,
    /// The texts, in the order in which the walk visits them.
    texts: Vec<String>,
    /// The numbers, in the order in which the walk visits them.
    numbers: Vec<u32>,
}

impl Default for WireFile {
    fn default() -> Self {
        Self::new(Vec::new(), Vec::new())
    }
}

impl WireFile {
    /// A file of these texts and numbers, in the current version of the format.
    pub fn new(texts: Vec<String>, numbers: Vec<u32>) -> Self {
        Self { schema: SCHEMA, texts, numbers }
    }

    /// Reads a file. Its fields must stand in the order in which they are written.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let text = std::str::from_utf8(bytes).map_err(|_position| Damaged)?;
        let mut json = Json::new(text);
        json.expect(b'{')?;
        json.key("schema")?;
        if json.number()? != SCHEMA {
            return Err(Unreadable::Schema);
        }
        json.expect(b',')?;
        json.key("texts")?;
        let texts = json.list(|json| json.string().map(Cow::into_owned))?;
        json.expect(b',')?;
        json.key("numbers")?;
        let numbers = json.list(Json::number)?;
        json.expect(b'}')?;
        if json.peek().is_none() { Ok(Self::new(texts, numbers)) } else { Err(Unreadable::Damaged) }
    }

    /// The texts and the numbers, in that order.
    pub fn into_parts(self) -> (Vec<String>, Vec<u32>) {
        (self.texts, self.numbers)
    }
}
