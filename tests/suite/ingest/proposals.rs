//! Themes that `hallway check --themes` proposes.

use hallway::bundle::{Folder, bundle, proposals_toml, proposed_themes};

/// The text of each recap.
const SENTENCES: [&str; 6] = [
    "Everybody spoke of HeddleDB, because it is quick.\n\nThe hall was cold.",
    "They store their patterns in HeddleDB now.\n\nOutside stood a warp engine, silent.",
    "Is HeddleDB ready? I think so.\n\nOne warp engine can feed four looms.",
    "Mills with HeddleDB sleep better.\n\nLunch was late.",
    "Repairing a warp engine takes patience.\n\nThe train home was full.",
    "Nobody needs another warp engine, says the miller.\n\nIt rained all afternoon.",
];

/// A folder of recaps of two editions whose talks are about things that no theme names.
fn folder() -> Folder {
    let mut folder = Folder::default();
    folder.registries.insert("themes.toml".to_owned(), b"theme = []".to_vec());
    for (number, sentence) in SENTENCES.iter().enumerate() {
        let year = 2018 + number / 3;
        let text = format!(
            "---\ntitle: LoomConf {year}, part {number}\nauthor: Bo Heddle\ntalks: []\n---\n\n{sentence}\n",
        );
        folder.recaps.insert(format!("{number}.md"), text.into_bytes());
    }
    folder
}

#[test]
fn names_and_phrases_are_proposed_with_their_evidence() {
    let proposed = proposed_themes(&bundle(&folder()).dataset);
    let names: Vec<&str> = proposed.iter().map(|theme| theme.name.as_str()).collect();
    assert_eq!(names.first(), Some(&"HeddleDB"), "{names:?}");
    assert!(names.contains(&"warp engine"), "{names:?}");
    for word in ["the", "is", "LoomConf"] {
        assert!(!names.contains(&word), "{word} in {names:?}");
    }
    let toml = proposals_toml(&proposed, 1);
    assert!(toml.contains("id = \"heddledb\"\nname = \"HeddleDB\"\n"), "{toml}");
    let mut again = folder();
    again.registries.insert("themes.toml".to_owned(), toml.into_bytes());
    let named = proposed_themes(&bundle(&again).dataset);
    assert!(named.iter().all(|theme| theme.name != "HeddleDB"));
}
