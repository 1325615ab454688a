//! Series of conferences and their editions.

use super::{ConferenceId, Link, PartialDate, RecapId, SeriesId};
use serde::{Deserialize, Serialize};

/// A conference that comes around again, e.g. `KubeCon + CloudNativeCon`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// Its name.
    pub name: String,
}

/// One edition of a series. It may be one that no recap tells of.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Conference {
    /// Its id.
    pub id: ConferenceId,
    /// The series it belongs to.
    pub series: SeriesId,
    /// Its full name, e.g. `KubeCon + CloudNativeCon Europe 2018`.
    pub name: String,
    /// A name for narrow places, e.g. `Europe 2018`.
    pub short_name: String,
    /// First day, as precise as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Last day, inclusive. Absent when only the start is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// City, or `Online`. Empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Country. Empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
    /// Building. Empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub venue: String,
    /// How many people came, one entry per source that says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<Attendance>,
    /// Site of the event, playlist of its videos.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// No registry lists it; its facts are derived from recaps.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_derived: bool,
}

/// How many people came, as one source states it.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Attendance {
    /// The statement as the source words it, e.g. `almost 500`.
    pub words: String,
    /// The number in it, in people.
    pub people: u32,
    /// The recap that says so; absent when the registry does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recap: Option<RecapId>,
    /// Address of the source, when the registry gives one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}
