//! Reads the files of a dataset.
//!
//! The bundler, which has to say what is wrong with a file, uses `serde_json`. The client only has
//! to know that a file is damaged, and every reader downloads it: this is what it needs of JSON,
//! without the fractions and signs that no dataset has, in a fifth of the space.

mod text;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer as _,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;
use text::Reader;

/// The bytes are not of the format.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not of the format of a dataset")
    }
}

impl std::error::Error for Damaged {}

impl de::Error for Damaged {
    fn custom<T: fmt::Display>(_reason: T) -> Self {
        Self
    }
}

/// Reads a file of a dataset, as `serde_json` would.
pub fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Damaged> {
    let text = std::str::from_utf8(bytes).map_err(|_position| Damaged)?;
    let mut reader = Reader::new(text);
    let value = T::deserialize(&mut reader)?;
    if reader.peek().is_none() { Ok(value) } else { Err(Damaged) }
}

/// The type that is read says what comes next; a value of another kind is damage.
impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Damaged;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Damaged> {
        Err(Damaged)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.peek();
        if self.take_word("true") {
            visitor.visit_bool(true)
        } else if self.take_word("false") {
            visitor.visit_bool(false)
        } else {
            Err(Damaged)
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        visitor.visit_str(&self.string()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        visitor.visit_string(self.string()?.into_owned())
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.peek();
        if self.take_word("null") { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Damaged> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.open(b'[')?;
        let value = visitor.visit_seq(Items { reader: self, is_first: true })?;
        self.close(b']')?;
        Ok(value)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.open(b'{')?;
        let value = visitor.visit_map(Items { reader: self, is_first: true })?;
        self.close(b'}')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Damaged> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Damaged> {
        if self.peek() == Some(b'"') {
            return visitor.visit_enum(self.string()?.into_deserializer());
        }
        self.open(b'{')?;
        let value = visitor.visit_enum(&mut *self)?;
        self.close(b'}')?;
        Ok(value)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.skip()?;
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 u16 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

/// The items of a list or an object.
struct Items<'r, 'a> {
    reader: &'r mut Reader<'a>,
    is_first: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Damaged;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Damaged> {
        let has_next = self.reader.has_next(&mut self.is_first, b']')?;
        has_next.then(|| seed.deserialize(&mut *self.reader)).transpose()
    }
}

impl<'de> MapAccess<'de> for Items<'_, '_> {
    type Error = Damaged;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Damaged> {
        let has_next = self.reader.has_next(&mut self.is_first, b'}')?;
        has_next.then(|| seed.deserialize(&mut *self.reader)).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Damaged> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// An enum that holds something: an object with one key, the name of the variant.
impl<'de> EnumAccess<'de> for &mut Reader<'_> {
    type Error = Damaged;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Damaged> {
        let variant = seed.deserialize(&mut *self)?;
        self.expect(b':')?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'_> {
    type Error = Damaged;

    fn unit_variant(self) -> Result<(), Damaged> {
        Err(Damaged)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Damaged> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value, Damaged> {
        Err(Damaged)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Damaged> {
        self.deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Manifest, NoteHead};
    use std::fmt::Debug;

    /// Reads `text` as `serde_json` does, whether that works or not.
    #[track_caller]
    fn check<T: Debug + DeserializeOwned + PartialEq>(text: &str, is_good: bool) {
        let expected = serde_json::from_str::<T>(text).map_err(|_reason| Damaged);
        assert_eq!(expected.is_ok(), is_good, "{expected:?}");
        assert_eq!(read_json::<T>(text.as_bytes()), expected);
    }

    #[test]
    fn texts_are_read_with_their_escapes() {
        check::<String>(r#" "a \\ \" \/ \b\f\n\r\t \u00e9 \ud83d\ude00 é" "#, true);
        for damaged in ["", "\"", r#""\x""#, r#""\ud83d""#, r#""\ude00""#, r#""\u12""#, r#""a" b"#]
        {
            check::<String>(damaged, false);
        }
        check::<String>("1", false);
    }

    #[test]
    fn numbers_and_lists_are_read() {
        check::<Vec<u32>>(" [ 1 , 23,0 ] ", true);
        check::<Vec<u32>>("[]", true);
        for damaged in ["[1,]", "[,1]", "[1 2]", "[1", "1", "[-1]", "[1.5]", "[4294967296]"] {
            check::<Vec<u32>>(damaged, false);
        }
    }

    #[test]
    fn structs_are_read_and_what_they_do_not_know_is_passed_over() {
        let more = r#""more": [{"a": [1, "}", null]}, true, false, {}]"#;
        let head = format!(r#"{{"id":"a.1",{more},"recap":"a","title":"T","has_video":true}}"#);
        check::<NoteHead>(&head, true);
        check::<NoteHead>(r#"{"id": "a.1", "recap": "a", "title": null}"#, false);
        check::<NoteHead>(r#"{"id": "a.1", "recap": "a"}"#, false);
        check::<Manifest>(
            r#"{"schema": 1, "data": "1", "site": {"title": "", "language": "en"}, "files": [
                {"role": "chunk", "conference": null, "path": "a", "bytes": 5, "integrity": ""}]}"#,
            true,
        );
    }

    #[test]
    fn every_kind_of_variant_is_read() {
        check::<Vec<Block>>(
            r#"["rule", {"paragraph": [{"text": "a"}, "break"]}, {"heading": {"level": 2, "text": []}},
                {"list": {"items": [[]]}}, {"video": {"provider": "vimeo", "id": "1"}}]"#,
            true,
        );
        for damaged in [r#"["paragraph"]"#, r#"[{"rule": 1}]"#, r#"["none"]"#, r#"[{"quote": []]"#]
        {
            check::<Vec<Block>>(damaged, false);
        }
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let quotes = |depth: usize| r#"[{"quote":"#.repeat(depth) + "[]" + &"}]".repeat(depth);
        check::<Vec<Block>>(&quotes(60), true);
        check::<Vec<Block>>(&quotes(64), false);
    }
}
