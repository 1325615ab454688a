//! The contents of a recap's header. Every value carries its place in the file.

mod broken_header;
pub(super) mod events;
pub(super) mod fields;
pub(super) mod found;
pub(super) mod front_matter;
pub(super) mod header_keys;
pub(super) mod header_reader;
pub(super) mod line_fields;
mod loose_yaml;
mod open_header;
pub(super) mod people;
pub(super) mod properties;
pub(super) mod stated;
pub(super) mod toml_fields;
pub(in crate::ingest) mod weak_events;
pub(super) mod whole_talk;
pub(super) mod yaml_fields;
mod yaml_header;

use crate::ingest::left_out::LeftOut;
use fields::Spanned;
use schemars::JsonSchema;
pub use yaml_header::{YamlHeader, YamlTalk};

/// The name of a file that acts as a header for all recaps of its folder.
pub const FOLDER_SETTINGS: &str = "hallway.toml";

/// A text as a header in YAML takes it. JSON is a part of YAML.
fn yaml_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A text with its place.
pub(in crate::ingest) type Text = Spanned<String>;

/// What the author of a recap states about it. Every key may be left out.
#[derive(Clone, Debug, Default, Eq, PartialEq, JsonSchema)]
#[schemars(default)]
pub struct Header {
    /// Title of the recap.
    pub title: Text,
    /// A stable name for its address. By default it is made from the title, and from the author where another recap
    /// has the same title.
    pub slug: Text,
    /// The ids that it had before. Their addresses lead to this recap.
    #[schemars(with = "Many<Text>")]
    pub former_ids: Vec<Text>,
    /// The `slug` of the recap that this file continues: both files are one recap.
    pub part_of: Text,
    /// Where its site puts it.
    #[schemars(skip)]
    pub permalink: Text,
    /// Who wrote it.
    #[schemars(with = "Many<Name>")]
    pub author: Vec<Text>,
    /// Site or company that published it.
    pub publisher: Text,
    /// Where it was published.
    #[schemars(with = "Many<Text>")]
    pub url: Vec<Text>,
    /// When it was published: YYYY, YYYY-MM or YYYY-MM-DD. A time of day is ignored.
    #[schemars(with = "Text")]
    pub published: Vec<Text>,
    /// The day after which it is no longer published.
    #[schemars(with = "Text")]
    pub expires: Vec<Text>,
    /// Language of the source, BCP 47.
    pub language: Text,
    /// The edition it tells of: its id, name or an alias, a table with `name`, `year`, `location` and `date`, or a list.
    #[schemars(with = "Many<EventOrTable>")]
    pub conference: Vec<EventEntry>,
    #[schemars(skip)]
    /// The year of the edition, which also helps where only the title names the series.
    pub year: Text,
    /// How many people came, as the author words it.
    pub attendance: Text,
    /// The license of this recap, when it is not that of the site.
    pub license: Text,
    /// A draft is left out of the site.
    #[schemars(with = "bool", rename = "draft")]
    pub left_out: Option<LeftOut>,
    /// Themes of the recap as a whole: ids, names or aliases.
    #[schemars(with = "Many<Text>")]
    pub themes: Vec<Text>,
    /// Tags of a blog. They become themes, except those that name the conference or the sort of text.
    #[schemars(with = "Many<Text>")]
    pub tags: Vec<Text>,
    /// The talks it has notes on. A list, even an empty one, ends the search for others.
    pub talks: Option<Vec<TalkEntry>>,
    /// Other places where the same recap stands.
    pub copies: Vec<CopyEntry>,
    /// The talk that the whole file is about, when the header names its speakers.
    #[schemars(skip)]
    pub own_talk: Option<TalkEntry>,
}

impl Header {
    /// The talks in its list that have any content.
    pub(in crate::ingest) fn listed_talks(&self) -> impl Iterator<Item = &TalkEntry> {
        self.talks.iter().flatten().filter(|entry| !entry.is_empty())
    }
}

/// An event as a header names it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EventEntry {
    /// Its name, with the year where the header states one.
    pub name: Text,
    /// City, or city and country.
    pub place: Text,
    /// The first day.
    pub start: Text,
    /// The last day.
    pub end: Text,
    /// Its key may also mean something else, so an edition in the title or the text comes first.
    pub is_weak: bool,
}

/// A talk as a header states it.
#[derive(Clone, Debug, Default, Eq, PartialEq, JsonSchema)]
#[schemars(default)]
pub struct TalkEntry {
    /// A stable name for its address. By default it is made from the conference and the title.
    pub id: Text,
    /// The ids that it had before. Their addresses lead to this talk.
    #[schemars(with = "Many<Text>")]
    pub former_ids: Vec<Text>,
    /// Its title. Left out when no source states one; then it is called after kind and speakers.
    pub title: Text,
    /// `keynote`, `talk`, `panel`, `lightning` or `tutorial`.
    pub kind: Text,
    /// The day it was given.
    pub day: Text,
    /// Who spoke: `Name`, or `Name (Organization, Organization)`.
    #[schemars(with = "Many<Name>")]
    pub speakers: Vec<Text>,
    /// Addresses of recordings.
    #[schemars(with = "Many<Text>")]
    pub video: Vec<Text>,
    /// Address of the slides.
    #[schemars(with = "Many<Text>")]
    pub slides: Vec<Text>,
    /// Address in the schedule of the event.
    #[schemars(with = "Many<Text>")]
    pub schedule: Vec<Text>,
    /// Other addresses.
    #[schemars(with = "Many<Text>")]
    pub links: Vec<Text>,
    /// Themes: ids, names or aliases.
    #[schemars(with = "Many<Text>")]
    pub themes: Vec<Text>,
    /// A distinction the author of the recap gives it, in the author's words.
    pub award: Text,
    /// The note on it, when no heading of the body holds one.
    pub note: Text,
    /// Where the entry stands.
    #[schemars(skip)]
    pub span: std::ops::Range<usize>,
}

impl TalkEntry {
    /// Whether it has neither a title nor a speaker.
    pub(in crate::ingest) fn is_empty(&self) -> bool {
        self.title.is_empty() && self.speakers.is_empty()
    }

    /// The place that identifies it: its title, otherwise its first speaker, otherwise the whole entry.
    pub(in crate::ingest) fn anchor(&self) -> std::ops::Range<usize> {
        let named = [Some(&self.title), self.speakers.first()].into_iter().flatten();
        let named = named.into_iter().find(|text| !text.is_empty());
        named.map_or_else(|| self.span.clone(), |text| text.span.clone())
    }
}

/// Another place where the same recap stands.
#[derive(Clone, Debug, Default, Eq, PartialEq, JsonSchema)]
#[schemars(default)]
pub struct CopyEntry {
    /// Site or company.
    pub publisher: Text,
    /// Address.
    pub url: Text,
    /// When it was published there.
    pub published: Text,
}

impl JsonSchema for Spanned<String> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": ["string", "number", "boolean", "null"]})
    }
}

/// An event: its name, or a table.
struct EventOrTable;

impl JsonSchema for EventOrTable {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Event".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The name with its year, or a table of `name`, `year`, `location`, `date` and `end`.",
            "type": ["string", "object"],
        })
    }
}

/// The schema of a person.
struct Name;

impl JsonSchema for Name {
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

/// The schema of one value or a list of them.
struct Many<T>(std::marker::PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Many<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Many{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let one = generator.subschema_for::<T>();
        schemars::json_schema!({"anyOf": [one, {"type": "array", "items": one}]})
    }
}
