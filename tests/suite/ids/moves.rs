//! What curators do to people, talks, conferences, series and themes, and what happens to every address: it leads on,
//! or `hallway check` says beforehand that it ends.

use super::edited::{CONFERENCES, DYE, LOOM, check};

const BO: &str = "\n[[person]]\nid = \"bo-reed\"\nname = \"Bo Reed\"\n";

#[test]
fn people_are_renamed_merged_split_and_deleted() {
    let renamed = "id = \"bo-sley\"\nformer_ids = [\"bo-reed\"]\nname = \"Bo Sley\"\naliases = [\"Bo Reed\"]\n";
    let built = check(
        &[("people.toml", "id = \"bo-reed\"\nname = \"Bo Reed\"\n", renamed)],
        &["1 address leads on: person/bo-reed.html -> bo-sley"],
        &[],
    );
    let feed = built.read("person/bo-sley.xml");
    assert!(feed.contains(":/n/person/bo-reed.xml</id>"), "a feed keeps its id: {feed}");
    let merged = "\nformer_ids = [\"bo-reed\"]\naliases = [\"Bo Reed\"]\n";
    check(
        &[("people.toml", BO, merged)],
        &["1 address leads on: person/bo-reed.html -> ada-weaver"],
        &[],
    );
    let other = BO.to_owned() + &BO.replace("bo-reed", "bo-reed-2");
    check(&[("people.toml", BO, &other), ("loom.md", "[Bo Reed]", "[bo-reed]")], &[], &[]);
    check(
        &[("people.toml", BO, ""), ("loom.md", "    speakers: [Bo Reed]\n", "")],
        &["1 address ends, and stays in ids.tsv until you delete its line: person/bo-reed.html"],
        &["person/bo-reed."],
    );
}

#[test]
fn who_is_in_no_registry_is_found_again_under_a_mended_name() {
    check(
        &[("dye.md", "Dee Fuller", "Dee Fullerton")],
        &["1 address leads on: person/dee-fuller.html -> dee-fullerton"],
        &[],
    );
    // Another person spoke, who has the same last name, or quite another one.
    let jo = [BO, "\n[[person]]\nid = \"jo-weaver\"\nname = \"Jo Weaver\"\n"].concat();
    check(
        &[("people.toml", BO, &jo), ("loom.md", "[Ada Weaver]", "[Jo Weaver]")],
        &["1 address ends, and stays in ids.tsv until you delete its line: person/ada-weaver.html"],
        &["person/ada-weaver."],
    );
    check(
        &[("dye.md", "Dee Fuller", "Jo Woad")],
        &["1 address ends, and stays in ids.tsv until you delete its line: person/dee-fuller.html"],
        &["person/dee-fuller."],
    );
    let built = check(&[("loom.md", "Nora Quist", "Norah Quist")], &[], &[]);
    assert!(built.read("author/nora-quist.html").contains("Norah Quist"));
    check(
        &[("loom.md", "Nora Quist", "Cleo Thread")],
        &["1 address ends, and stays in ids.tsv until you delete its line: author/nora-quist.html"],
        &["author/nora-quist.html"],
    );
    let speaks = "[Ada Weaver, Nora Quist]";
    check(
        &[("loom.md", "[Ada Weaver]", speaks)],
        &["1 address leads on: author/nora-quist.html -> person/nora-quist.html"],
        &[],
    );
}

#[test]
fn talks_are_renamed_merged_split_and_deleted() {
    let title = "  - title: Indigo in cold water\n";
    let then = "loomconf-2024-indigo-in-cold-water";
    check(
        &[("loom.md", title, &[title, "    id: blue\n"].concat())],
        &["1 address leads on: talk/loomconf-2024-indigo-in-cold-water.html -> blue"],
        &[],
    );
    let entry = [title, "    speakers: [Bo Reed]\n    day: 2024-05-15\n"].concat();
    let felt = "  - title: On the making of felt\n";
    let merged = [felt, "    former_ids: [", then, "]\n"].concat();
    let edits = [
        ("loom.md", entry.as_str(), ""),
        ("loom.md", felt, &merged),
        ("loom.md", "[Ada Weaver]", "[Ada Weaver, Bo Reed]"),
        ("loom.md", "\n## Indigo in cold water\n", ""),
    ];
    check(
        &edits,
        &[
            "1 address leads on: talk/loomconf-2024-indigo-in-cold-water.html -> loomconf-2024-on-the-making-of-felt",
        ],
        &[],
    );
    let warm = entry.replace("cold", "warm");
    let split = "\n## Indigo in warm water\n\nA second vat was kept warm all day by a candle.\n\n## Indigo in cold water\n";
    check(
        &[("loom.md", &entry, &(warm + &entry)), ("loom.md", "\n## Indigo in cold water\n", split)],
        &[],
        &[],
    );
    let section = LOOM.split_once("\n## Indigo").map(|(_, rest)| ["\n## Indigo", rest].concat());
    check(
        &[("loom.md", &entry, ""), ("loom.md", &section.unwrap(), "")],
        &[
            "1 anchor keeps only a link: theme/indigo.html#at-loomconf-2024",
            "3 addresses end, and stay in ids.tsv until you delete their lines: recap/days-at-the-loom.html#days-at-the-loom.indigo-in-cold-water, person/bo-reed.html, talk/loomconf-2024-indigo-in-cold-water.html",
        ],
        &["indigo-in-cold-water", "days-at-the-loom.3", "person/bo-reed."],
    );
}

#[test]
fn conferences_are_renamed_merged_split_and_deleted() {
    let renamed = "id = \"dye-24\"\nformer_ids = [\"dyedays-2024\"]";
    let built = check(
        &[("conferences.toml", "id = \"dyedays-2024\"", renamed)],
        &["1 address leads on: conference/dyedays-2024.html -> dye-24"],
        &[],
    );
    assert!(built.read("conference/dye-24.xml").contains(":/n/conference/dyedays-2024.xml</id>"));
    let calendar = built.read("person/dee-fuller.ics");
    assert!(!calendar.contains("SEQUENCE"), "nothing of the talk changed: {calendar}");
    assert!(built.read("embed/saved/blue.html").contains("Blue without a vat"));
    // Another id and another name, so only its recaps identify it.
    let built = check(
        &[
            ("conferences.toml", "id = \"dyedays-2024\"", "id = \"dye-24\""),
            ("conferences.toml", "\"Dye Days 2024\"", "\"Days of Dye 2024\""),
            ("dye.md", "conference: dyedays-2024", "conference: dye-24"),
        ],
        &["1 address leads on: conference/dyedays-2024.html -> dye-24"],
        &[],
    );
    let calendar = built.read("conference/dye-24.ics");
    assert!(calendar.contains("UID:dyedays-2024@"), "{calendar}");
    assert!(calendar.contains("SEQUENCE:1"), "{calendar}");
    let (_, dye) = CONFERENCES.split_once("[[conference]]\nid = \"dyedays-2024\"").unwrap();
    let dye = ["\n[[conference]]\nid = \"dyedays-2024\"", dye].concat();
    let series = "[[series]]\nid = \"dyedays\"\nname = \"Dye Days\"\n";
    let merged = "id = \"loomconf-2024\"\nformer_ids = [\"dyedays-2024\"]";
    let kept = "id = \"loomconf\"\nformer_ids = [\"dyedays\"]";
    let built = check(
        &[
            ("conferences.toml", &dye, ""),
            ("conferences.toml", series, ""),
            ("conferences.toml", "id = \"loomconf-2024\"", merged),
            ("conferences.toml", "id = \"loomconf\"", kept),
        ],
        &[
            "2 addresses lead on: conference/dyedays-2024.html -> loomconf-2024, series/dyedays.xml -> loomconf",
        ],
        &[],
    );
    let talks = built.read("_redirects").matches("/talk/").count();
    assert_eq!(talks, 0, "no talk moved");
    // A second edition; the first keeps the id.
    let other =
        dye.replace("dyedays-2024", "dyedays-west-2024").replace("Days 2024", "Days West 2024");
    check(&[("conferences.toml", &dye, &(dye.clone() + &other))], &[], &[]);
    check(
        &[
            ("conferences.toml", &dye, ""),
            ("conferences.toml", series, ""),
            ("dye.md", DYE, ""),
            ("site.toml", "&conference=dyedays-2024", ""),
        ],
        &[
            "6 addresses end, and stay in ids.tsv until you delete their lines: author/cleo-thread.html, conference/dyedays-2024.html, person/dee-fuller.html, recap/dyes-in-lyon.html, series/dyedays.xml, …",
        ],
        &[
            "author/cleo-thread",
            "conference/dyedays-2024",
            "person/dee-fuller",
            "dyes-in-lyon",
            "series/dyedays",
            "talk/dyedays-2024-blue",
            "theme/indigo.html#at-dyedays-2024",
        ],
    );
}

#[test]
fn series_are_renamed_merged_and_split() {
    let own = "id = \"dyedays\"";
    let of = "series = \"dyedays\"";
    let told = ["1 address leads on: series/dyedays.xml -> dye"];
    for now in ["id = \"dye\"", "id = \"dye\"\nformer_ids = [\"dyedays\"]"] {
        let edits = [("conferences.toml", own, now), ("conferences.toml", of, "series = \"dye\"")];
        let built = check(&edits, &told, &[]);
        let feed = built.read("series/dye.xml");
        assert!(feed.contains(":/n/series/dyedays.xml</id>"), "{feed}");
        assert!(built.read("series/dyedays.ics").contains("Dye Days 2024"));
    }
    let series = "[[series]]\nid = \"dyedays\"\nname = \"Dye Days\"\n";
    let kept = "id = \"loomconf\"\nformer_ids = [\"dyedays\"]";
    check(
        &[
            ("conferences.toml", series, ""),
            ("conferences.toml", of, "series = \"loomconf\""),
            ("conferences.toml", "id = \"loomconf\"", kept),
        ],
        &["1 address leads on: series/dyedays.xml -> loomconf"],
        &[],
    );
    let west = [series, "\n[[series]]\nid = \"dyewest\"\nname = \"Dye West\"\n"].concat();
    check(&[("conferences.toml", series, &west)], &[], &[]);
}

#[test]
fn themes_are_renamed_merged_split_and_deleted() {
    let indigo = "\n[[theme]]\nid = \"indigo\"\nname = \"Indigo\"\n";
    let renamed =
        "id = \"blue\"\nformer_ids = [\"indigo\"]\nname = \"Blue\"\naliases = [\"Indigo\"]";
    let built = check(
        &[("themes.toml", "id = \"indigo\"\nname = \"Indigo\"", renamed)],
        &["1 address leads on: theme/indigo.html -> blue"],
        &[],
    );
    assert!(built.read("theme/blue.xml").contains(":/n/theme/indigo.xml</id>"));
    assert!(built.read("embed/saved/blue.html").contains("Blue without a vat"));
    let merged = "\nformer_ids = [\"indigo\"]\naliases = [\"Indigo\"]\n";
    check(
        &[("themes.toml", indigo, merged)],
        &["1 address leads on: theme/indigo.html -> felt"],
        &[],
    );
    let woad =
        [indigo, &indigo.replace("ndigo", "oad").replace("\"I", "\"W").replace("\"i", "\"w")]
            .concat();
    check(&[("themes.toml", indigo, &woad)], &[], &[]);
    check(
        &[("themes.toml", indigo, ""), ("site.toml", "q=theme:indigo&theme=indigo&", "")],
        &["1 address ends, and stays in ids.tsv until you delete its line: theme/indigo.html"],
        &["theme/indigo."],
    );
}

#[test]
fn recaps_are_renamed_and_a_section_moves_to_another_one() {
    check(
        &[("loom.md", "author: Nora", "slug: looms\nauthor: Nora")],
        &["1 address leads on: recap/days-at-the-loom.html -> looms"],
        &[],
    );
    let (_, section) = LOOM.split_once("\n## Indigo").unwrap();
    let section = ["\n## Indigo", section].concat();
    let talk = "  - title: Indigo in cold water\n    speakers: [Bo Reed]\n    day: 2024-05-15\n";
    let other = [
        "---\ntitle: A vat in Porto\nauthor: Nora Quist\ndate: 2024-05-21\nconference: loomconf-2024\ntalks:\n",
        talk,
        "---\n",
        &section,
    ];
    let built = check(
        &[("loom.md", &section, ""), ("loom.md", talk, ""), ("vat.md", "", &other.concat())],
        &[
            "1 address leads on: recap/days-at-the-loom.html#days-at-the-loom.indigo-in-cold-water -> recap/a-vat-in-porto.html#a-vat-in-porto.indigo-in-cold-water",
        ],
        &[],
    );
    let page = built.read("recap/days-at-the-loom.html");
    assert!(page.contains("This note is now in <a href=\"../recap/a-vat-in-porto.html#a-vat-in-porto.indigo-in-cold-water\">A vat in Porto</a>"), "{page}");
    let feed = built.read("person/bo-reed.xml");
    let id = "recap/days-at-the-loom/days-at-the-loom.indigo-in-cold-water</id>";
    assert!(feed.contains(id), "a section keeps its id in feeds: {feed}");
}

#[test]
fn a_recap_is_updated_when_a_heading_or_a_link_is_mended() {
    for (then, now) in [
        ("On the making of felt", "On the making of felt, twice"),
        ("on the stage", "on the [stage](https://example.org/stage)"),
        ("Nora Quist", "Norah Quist"),
    ] {
        let built = check(&[("loom.md", then, now)], &[], &[]);
        let feed = built.read("feed.xml");
        assert!(!feed.contains("<updated>2024-05-20T"), "{now}: {feed}");
        assert!(feed.contains("<updated>2024-09-05T"), "the other one is as it was: {feed}");
    }
    let built = check(&[("loom.md", "---\n\nFirst", "---\n\n\n\nFirst")], &[], &[]);
    assert!(built.read("feed.xml").contains("<updated>2024-05-20T"));
}

#[test]
fn an_anchor_can_be_stated_later() {
    let built = check(
        &[("loom.md", "## Indigo in cold water", "## Indigo in cold water {#blue}")],
        &[],
        &[],
    );
    assert!(built.leads("recap/days-at-the-loom.html#days-at-the-loom.blue"));
    let mut built = built;
    built.edit(&[
        ("loom.md", "{#blue}", "{#cold}"),
        ("loom.md", "title: Days", "slug: looms\ntitle: Days"),
    ]);
    built.build();
    for anchor in ["3", "indigo-in-cold-water", "blue"] {
        let address = format!("recap/days-at-the-loom.html#days-at-the-loom.{anchor}");
        assert!(built.leads(&address), "{address}");
    }
    assert!(built.leads("recap/looms.html#looms.cold"));
}

#[test]
fn a_note_that_leaves_its_talk_and_a_theme_that_leaves_a_conference_are_still_found() {
    // The talk stays, since the header lists it, but the heading no longer names it.
    let built = check(
        &[("loom.md", "## Indigo in cold water", "## What the vats did")],
        &[
            "1 anchor keeps only a link: talk/loomconf-2024-indigo-in-cold-water.html#days-at-the-loom.indigo-in-cold-water",
            "1 page has no exports any more, since its last note or talk is gone: person/bo-reed.html",
        ],
        &["person/bo-reed.bib", "person/bo-reed.md", "person/bo-reed.xml"],
    );
    let page = built.read("talk/loomconf-2024-indigo-in-cold-water.html");
    assert!(page.contains("This note is now in"), "{page}");
    let mut built = check(
        &[("dye.md", "Woad and Indigo both", "Woad alone")],
        &["1 anchor keeps only a link: theme/indigo.html#at-dyedays-2024"],
        &[],
    );
    assert!(built.read("theme/indigo.html").contains("No longer named at"));
    // What comes back is where it was.
    built.edit(&[("dye.md", "Woad alone", "Woad and Indigo both")]);
    built.build();
    assert!(!built.read("theme/indigo.html").contains("No longer named at"));
}

#[test]
fn a_saved_view_keeps_its_address_under_another_name_or_query() {
    let named = check(&[("site.toml", "name = \"Blue\"", "name = \"Blue in Lyon\"")], &[], &[]);
    assert!(named.read("embed/saved/blue.html").contains("Blue in Lyon"));
    check(&[("site.toml", "&theme=indigo", "")], &[], &[]);
    let view = "[[embeds]]\nname = \"Blue\"\nquery = \"?q=theme:indigo&theme=indigo&conference=dyedays-2024\"\n";
    check(
        &[("site.toml", view, "")],
        &["1 address ends, and stays in ids.tsv until you delete its line: embed/saved/blue.html"],
        &["embed/saved/blue."],
    );
}
