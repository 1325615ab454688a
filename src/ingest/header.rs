//! The header of a recap: the keys Hallway understands, in the spellings of Hugo, Jekyll and Zola.

use super::source::without_hidden;
use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer, IntoDeserializer as _, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What the author of a recap states about it. Every key may be left out.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, JsonSchema)]
#[serde(default)]
pub struct Header {
    /// Title of the recap.
    pub title: Text,
    /// A stable name for its address; by default made from the title, and from the author where another recap has the
    /// same title.
    #[serde(alias = "id")]
    pub slug: Text,
    /// Who wrote it.
    #[serde(alias = "authors", alias = "by")]
    pub author: Many<Named>,
    /// Site or company that published it.
    #[serde(alias = "site")]
    pub publisher: Text,
    /// Where it was published.
    #[serde(
        alias = "source",
        alias = "canonical",
        alias = "canonicalURL",
        alias = "canonical_url",
        alias = "original",
        alias = "link"
    )]
    pub url: Text,
    /// When it was published: YYYY, YYYY-MM or YYYY-MM-DD; a time of day is ignored.
    #[serde(
        alias = "date",
        alias = "pubDate",
        alias = "pubdate",
        alias = "publishDate",
        alias = "publish_date"
    )]
    pub published: Text,
    /// Language of the source, BCP 47.
    #[serde(alias = "lang", alias = "languageCode")]
    pub language: Text,
    /// The edition it tells of: its id, name or an alias.
    #[serde(alias = "event", alias = "edition")]
    pub conference: Text,
    /// How many people came, as the author words it.
    pub attendance: Text,
    /// A draft is left out, without a word.
    pub draft: bool,
    /// Themes of the recap as a whole: ids, names or aliases.
    pub themes: Many<Text>,
    /// Tags of a blog; those that name a theme count, others are ignored.
    #[serde(alias = "categories", alias = "topics", alias = "keywords")]
    pub tags: Many<Text>,
    /// The talks it has notes on. A list, even an empty one, ends the search for others.
    #[serde(alias = "sessions")]
    pub talks: Option<Vec<TalkEntry>>,
    /// Other places where the same article stands.
    pub copies: Vec<CopyEntry>,
    /// Zola's place for a site's own keys.
    pub extra: Extra,
    /// Zola's place for tags.
    pub taxonomies: Taxonomies,
}

impl Header {
    /// The talks it lists that say something of themselves.
    pub(super) fn listed_talks(&self) -> impl Iterator<Item = &TalkEntry> {
        let says = |entry: &&TalkEntry| !entry.title.is_empty() || !entry.speakers.0.is_empty();
        self.talks.iter().flatten().filter(says)
    }
}

/// A talk as the front matter states it.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TalkEntry {
    /// Its title. Left out when no source states one; then it is called after kind and speakers.
    pub title: Text,
    /// `keynote`, `talk`, `panel`, `lightning` or `tutorial`.
    #[serde(alias = "type")]
    pub kind: Text,
    /// The day it was given.
    #[serde(alias = "date")]
    pub day: Text,
    /// Who spoke: `Name`, or `Name (Organization, Organization)`.
    #[serde(alias = "speaker")]
    pub speakers: Many<Named>,
    /// Addresses of recordings.
    #[serde(alias = "videos")]
    pub video: Many<Text>,
    /// Address of the slides.
    pub slides: Many<Text>,
    /// Address in the schedule of the event.
    pub schedule: Many<Text>,
    /// Other addresses.
    pub links: Many<Text>,
    /// Themes: ids, names or aliases.
    #[serde(alias = "tags", alias = "topics")]
    pub themes: Many<Text>,
    /// A distinction the author of the recap gives it, in the author's words.
    pub award: Text,
    /// The note on it, when no heading of the body holds one.
    #[serde(alias = "notes")]
    pub note: Text,
}

/// Another place where the same article stands.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CopyEntry {
    /// Site or company.
    pub publisher: Text,
    /// Address.
    pub url: Text,
    /// When it was published there.
    #[serde(alias = "date")]
    pub published: Text,
}

/// What Zola sites keep under `[extra]`.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, JsonSchema)]
#[serde(default)]
pub struct Extra {
    /// Who wrote it.
    pub author: Many<Named>,
    /// The edition it tells of.
    #[serde(alias = "event", alias = "edition")]
    pub conference: Text,
    /// Where it was published.
    #[serde(alias = "source")]
    pub url: Text,
}

/// What Zola sites keep under `[taxonomies]`.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, JsonSchema)]
#[serde(default)]
pub struct Taxonomies {
    /// Tags.
    #[serde(alias = "categories")]
    pub tags: Many<Text>,
    /// Authors.
    pub authors: Many<Named>,
}

/// One value, of whatever type the author's YAML makes of it, as text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Text(pub String);

impl Text {
    /// The text without white space around it.
    pub fn as_str(&self) -> &str {
        self.0.trim()
    }

    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }
}

/// A person, written `Name (Organization)` or as a table with `name` and `organization`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Named(pub String);

/// One value, or a list of them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Many<T>(pub Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number or a date")
    }

    fn visit_str<E>(self, text: &str) -> Result<Text, E> {
        // An escape such as \u202e may say what the file itself may not hold.
        Ok(Text(without_hidden(text)))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Text, E> {
        Ok(Text::default())
    }

    /// TOML hands its dates over as a table of one text.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        match map.next_entry::<String, String>()? {
            Some((key, value)) if key.starts_with("$__") => Ok(Text(value)),
            _ => Err(serde::de::Error::invalid_type(serde::de::Unexpected::Map, &self)),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct NamedVisitor;

impl<'de> Visitor<'de> for NamedVisitor {
    type Value = Named;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name such as \"Ada Lovelace (Analytical Engines)\"")
    }

    fn visit_str<E>(self, text: &str) -> Result<Named, E> {
        Ok(Named(without_hidden(text.trim())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Named, A::Error> {
        let (mut name, mut organization) = (String::new(), String::new());
        while let Some((key, value)) = map.next_entry::<String, Text>()? {
            match key.as_str() {
                "name" => name = value.0,
                "organization" | "organisation" | "org" | "company" | "affiliation" => {
                    organization = value.0;
                }
                _ => {}
            }
        }
        Ok(Named(if organization.is_empty() { name } else { format!("{name} ({organization})") }))
    }
}

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NamedVisitor)
    }
}

struct ManyVisitor<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ManyVisitor<T> {
    type Value = Many<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Many<T>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element()? {
            values.push(value);
        }
        Ok(Many(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Many<T>, A::Error> {
        T::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            .map(|value| Many(vec![value]))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Many<T>, E> {
        T::deserialize(text.into_deserializer()).map(|value| Many(vec![value]))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Many<T>, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Many<T>, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_unit<E>(self) -> Result<Many<T>, E> {
        Ok(Many::default())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ManyVisitor(std::marker::PhantomData))
    }
}

impl JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": ["string", "number", "boolean", "null"]})
    }
}

impl JsonSchema for Named {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Named".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "`Name`, or `Name (Organization, Organization)`, or a table of `name` and `organization`.",
            "type": ["string", "object"],
            "properties": { "name": { "type": "string" }, "organization": { "type": "string" } }
        })
    }
}

impl<T: JsonSchema> JsonSchema for Many<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Many{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let one = generator.subschema_for::<T>();
        schemars::json_schema!({"anyOf": [one, {"type": "array", "items": one}]})
    }
}
