//! JSON Schemas of everything that Hallway reads and writes. They are generated from the types.

use super::registry::{Conferences, People, SiteEntry, Themes};
use crate::ingest::Header;
use crate::model::{Catalog, Chunk, Manifest, WireFile};
use schemars::{Schema, schema_for};
use std::collections::BTreeMap;

/// The schemas as JSON text, by file name. `public/schema/` contains them.
pub fn schemas() -> BTreeMap<&'static str, String> {
    let schemas: [(&str, Schema); 9] = [
        ("catalog.json", schema_for!(Catalog)),
        ("chunk.json", schema_for!(Chunk)),
        ("manifest.json", schema_for!(Manifest)),
        ("wire.json", schema_for!(WireFile)),
        ("front-matter.json", schema_for!(Header)),
        ("conferences.json", schema_for!(Conferences)),
        ("themes.json", schema_for!(Themes)),
        ("people.json", schema_for!(People)),
        ("site.json", schema_for!(SiteEntry)),
    ];
    let text = |schema: &Schema| {
        serde_json::to_string_pretty(schema).map(|text| text + "\n").unwrap_or_default()
    };
    schemas.iter().map(|(name, schema)| (*name, text(schema))).collect()
}
