//! The published JSON Schemas, and that input and output follow them.

use hallway::bundle::{Folder, bundle, files, schemas};
use serde_json::Value;
use std::{env, fs, path::Path};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for (name, schema) in schemas() {
        let path = root().join("public/schema").join(name);
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &schema).unwrap();
        }
        assert_eq!(
            fs::read_to_string(&path).unwrap_or_default(),
            schema,
            "{name}: \"hallway schema\" writes it anew"
        );
    }
}

#[track_caller]
fn check(schema: &str, value: &Value) {
    let schema: Value = serde_json::from_str(&schemas()[schema]).unwrap();
    let errors: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn a_dataset_keeps_to_its_schemas() {
    let bundled = bundle(&Folder::read(&root().join("data")).unwrap());
    let (files, manifest) = files(&bundled.dataset).unwrap();
    let value = |name: &str| serde_json::from_slice::<Value>(&files[name]).unwrap();
    check("manifest.json", &value("manifest.json"));
    for entry in &manifest.files {
        let schema = match entry.role {
            hallway::model::FileRole::Catalog => "catalog.json",
            hallway::model::FileRole::Chunk => "chunk.json",
            hallway::model::FileRole::Explorer
            | hallway::model::FileRole::Search
            | hallway::model::FileRole::Lists
            | hallway::model::FileRole::Shard
            | hallway::model::FileRole::Postings
            | hallway::model::FileRole::Positions
            | hallway::model::FileRole::Titles
            | hallway::model::FileRole::Evidence
            | hallway::model::FileRole::NoteTexts => "wire.json",
        };
        check(schema, &value(&entry.path));
    }
}

#[test]
fn the_shipped_registries_keep_to_their_schemas() {
    for name in ["conferences", "themes", "people", "site"] {
        let text = fs::read_to_string(root().join(format!("data/{name}.toml"))).unwrap();
        let value: toml::Value = toml::from_str(&text).unwrap();
        check(&format!("{name}.json"), &serde_json::to_value(value).unwrap());
    }
}

#[test]
fn a_slip_does_not_pass_a_schema() {
    let schema: Value = serde_json::from_str(&schemas()["themes.json"]).unwrap();
    let slip = serde_json::json!({"theme": [{"id": "a", "nmae": "A"}]});
    assert!(!jsonschema::is_valid(&schema, &slip));
}
