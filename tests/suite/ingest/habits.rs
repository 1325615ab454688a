//! How people write notes elsewhere: outlines, headers of other programs, remarks that nobody shall see, roles and
//! quotations that look like people and talks.

use hallway::bundle::{Bundled, Folder, bundle};
use hallway::model::{Catalog, OrganizationId, PersonId, Speaker, Talk};

fn bundled(files: &[(&str, &str)]) -> Bundled {
    let mut folder = Folder::default();
    for (path, text) in files {
        folder.recaps.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    bundle(&folder)
}

fn catalog(files: &[(&str, &str)]) -> Catalog {
    Catalog::clone(&bundled(files).dataset.catalog)
}

/// The talks of a recap, each with its speakers and their organizations.
fn talks(path: &str, text: &str) -> Vec<String> {
    let catalog = catalog(&[(path, text)]);
    let person = |id: &PersonId| {
        catalog.people.iter().find(|it| it.id == *id).map_or("", |it| it.name.as_str())
    };
    let organization = |id: &OrganizationId| {
        catalog.organizations.iter().find(|it| it.id == *id).map_or("", |it| it.name.as_str())
    };
    let speaker = |speaker: &Speaker| {
        let name = person(&speaker.person);
        let at: Vec<&str> = speaker.organizations.iter().map(organization).collect();
        if at.is_empty() { name.to_owned() } else { format!("{name} ({})", at.join(", ")) }
    };
    let talk = |talk: &Talk| {
        let speakers: Vec<String> = talk.speakers.iter().map(speaker).collect();
        format!("{} | {}", talk.title, speakers.join(" + "))
    };
    catalog.talks.iter().map(talk).collect()
}

/// The conferences of some recaps, in the order of their paths.
fn conferences(files: &[(&str, &str)]) -> Vec<Option<String>> {
    let recaps = catalog(files).recaps;
    let of = |path: &str| {
        let recap = recaps.iter().find(|it| it.copies.iter().any(|copy| copy.file == path));
        recap.and_then(|recap| recap.conference.as_ref()).map(|id| id.as_str().to_owned())
    };
    files.iter().map(|(path, _)| of(path)).collect()
}

#[test]
fn a_page_of_an_outliner_is_read_like_a_document() {
    let page = "- # [[LoomConf 2019]]\n\t- ## Looms before looms\n\t  speaker:: [[Ada Weaver]]\n\
        \t\t- wool is fine\n\t- ## Nets in small doses\n\t  speaker:: [[Bo Reed]]\n\t\t- fish\n";
    assert_eq!(
        talks("pages/loomconf.md", page),
        ["Looms before looms | Ada Weaver", "Nets in small doses | Bo Reed"]
    );
    let private = bundled(&[("a.md", "- public:: false\n- # LoomConf 2019\n- Looms.\n")]);
    assert!(private.dataset.catalog.recaps.is_empty());
}

#[test]
fn speakers_of_a_header_may_be_one_text() {
    let speakers = |text: &str| {
        let file = format!(
            "---\ntitle: LoomConf 2019\ntalks:\n  - title: Looms\n    speakers: {text}\n---\nText.\n"
        );
        talks("a.md", &file)
    };
    let two = "Looms | Maria Neum (Woolen) + Dan Kim";
    assert_eq!(speakers("\"Maria Neum (Woolen), Dan Kim\""), [two]);
    assert_eq!(speakers("[\"Maria Neum (Woolen)\", Dan Kim]"), [two]);
    assert_eq!(speakers("\"Bo Reed, Silkworks\""), ["Looms | Bo Reed (Silkworks)"]);
    assert_eq!(speakers("Ana Lima and Bo Reed"), ["Looms | Ana Lima + Bo Reed"]);
}

#[test]
fn roles_and_words_of_links_are_no_people_and_no_companies() {
    let text = "# LoomConf 2019\n\n- Looms for all (Lena Graf, Leiterin Entwicklung, Webhaus GmbH)\n\
        - Docs are love (Kim Ahrens, freie Autorin)\n- Nets in the woods by Holger Baum ([Mitschnitt](https://a.example/1))\n\
        - Weaving without wool (by Ada Weaver; [slides](https://a.example/2))\n\
        - Silk at work (workshop by Bo Reed, Garn S/A)\n";
    assert_eq!(
        talks("a.md", text),
        [
            "Looms for all | Lena Graf (Webhaus GmbH)",
            "Docs are love | Kim Ahrens",
            "Nets in the woods | Holger Baum",
            "Weaving without wool | Ada Weaver",
            "Silk at work | Bo Reed (Garn S/A)",
        ]
    );
}

#[test]
fn what_people_said_is_no_talk() {
    for text in [
        "# Best lines from LoomConf 2019\n\n- Ada Weaver: \"You cannot buy culture\"\n- Bo Reed: \"Ship it\"\n",
        "# LoomConf 2019\n\nHeard in the hallway:\n\n- \"Where is the coffee?\" - anonymous\n- \"I came for the stickers\" - Bo Reed\n",
        "# LoomConf 2019\n\nAda Weaver: the loom must be simple.\nBo Reed: nobody reads the manual.\n",
    ] {
        assert!(talks("a.md", text).is_empty(), "{text}");
    }
}

#[test]
fn a_stranger_in_a_folder_is_about_nothing_else() {
    let event = "# CSS Day 2019\n\nGrids.";
    let garden = "# My garden\n\nTomatoes.";
    let css = Some("css-day-2019".to_owned());
    assert_eq!(conferences(&[("a/x.md", event), ("b/y.md", garden)]), [css.clone(), None]);
    assert_eq!(conferences(&[("posts/x.md", event), ("posts/y.md", garden)]), [css.clone(), None]);
    let day = "# Day 2\n\nMore grids.";
    assert_eq!(conferences(&[("x.md", event), ("y.md", day)]), [css.clone(), css]);
}

#[test]
fn everyday_words_of_a_file_name_are_no_countries() {
    let of = |path: &str, title: &str| {
        let found = catalog(&[(path, &format!("# {title}\n\nGood."))]).conferences;
        found.into_iter().map(|it| format!("{}, {}", it.name, it.country)).collect::<Vec<_>>()
    };
    for path in [
        "loomconf-2019-my-notes.md",
        "loomconf-2019-it-was-great.md",
        "loomconf-2019-no-excuses.md",
    ] {
        assert_eq!(of(path, "LoomConf 2019 notes"), ["LoomConf 2019, "], "{path}");
    }
    assert_eq!(of("a.md", "SREcon19 EMEA"), ["SREcon EMEA 2019, "]);
    assert_eq!(of("a.md", "PGDay Paris 2018"), ["PGDay Paris 2018, France"]);
}

#[test]
fn a_later_edition_says_nothing_about_the_place_of_this_one() {
    let text =
        "# LoomCon looms large\n\nSee you at LoomCon 2019 in Porto! This year, LoomCon was good.";
    let found = catalog(&[("2018-11-02-loomcon.md", text)]).conferences;
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert!(!names.iter().any(|name| name.contains("Porto")), "{names:?}");
}

#[test]
fn hidden_text_and_remarks_stay_out() {
    let word = "<html><body><p class=MsoTitle>LoomConf 2019 report</p><h1>Looms — Ada Weaver</h1>\
        <p>Good.<a href=\"#_msocom_1\">[A1]</a></p><div style='mso-element:comment-list'>\
        <div style='mso-element:comment'><p>SECRET</p></div></div></body></html>";
    let hidden = "# LoomConf 2019\n\n<div hidden>SECRET</div>\n\n<p style=\"display:none\">SECRET</p>\n\nGood.\n";
    for (path, text) in [("word.htm", word), ("a.md", hidden)] {
        let found = format!("{:?}", bundled(&[(path, text)]).dataset);
        assert!(found.contains("Good") && !found.contains("SECRET"), "{found}");
    }
    let title = bundled(&[("word.htm", word)]).dataset.catalog.recaps[0].title.clone();
    assert_eq!(title, "LoomConf 2019 report");
}

#[test]
fn an_item_may_name_two_talks() {
    for item in [
        "\"Looms that sing\" by Ada Weaver, \"Fast wool for all\" by Bo Reed",
        "\"Looms that sing\" (Ada Weaver) and \"Fast wool for all\" (Bo Reed): both good",
    ] {
        let text = format!("# LoomConf 2019\n\n- {item}\n- \"Nets\" by Cy Bell\n");
        let found = talks("a.md", &text);
        for talk in
            ["Looms that sing | Ada Weaver", "Fast wool for all | Bo Reed", "Nets | Cy Bell"]
        {
            assert!(found.iter().any(|it| it == talk), "{item}: {found:?}");
        }
    }
}

#[test]
fn what_stands_behind_the_speakers_is_no_company() {
    let text = "# LoomConf 2019\n\n## Looms that sing\n\
        [Ada Weaver](https://a.example), [Woolen](https://b.example) | [Slides](https://c.example/s.pdf) | [Video](https://d.example)\n\n\
        Loud.\n\n## Fast wool for all\nAnne Tisserand, Laine SA | Mercredi 10h | [Support](https://c.example/t.pdf)\n\nWarm.\n";
    assert_eq!(
        talks("a.md", text),
        ["Looms that sing | Ada Weaver (Woolen)", "Fast wool for all | Anne Tisserand (Laine SA)"]
    );
    let text = "# RubyKaigi 2019\n\n## 織機の話 / 鈴木一郎（糸ソフト）\n\n楽しい。\n\n## 糸の話 / 佐藤健二（羊社）\n\n静か。\n";
    assert_eq!(talks("a.md", text), ["織機の話 | 鈴木一郎", "糸の話 | 佐藤健二"]);
}

#[test]
fn two_editions_of_one_year_are_told_apart_by_their_place() {
    let files = [
        ("a.md", "# LoomDays Berlin 2018\n\nLoud.\n"),
        ("b.md", "# LoomDays Paris 2018\n\nWarm.\n"),
        ("c.md", "# SREcon19 EMEA in Dublin\n\nWet.\n"),
        ("d.md", "# SREcon19 Americas in Brooklyn\n\nDry.\n"),
        ("e.md", "# SREcon19 Asia/Pacific: Singapore\n\nHot.\n"),
    ];
    let expected = [
        "loomdays-berlin-2018",
        "loomdays-paris-2018",
        "srecon-emea-2019",
        "srecon-americas-2019",
        "srecon-asia-pacific-2019",
    ];
    assert_eq!(conferences(&files), expected.map(|id| Some(id.to_owned())));
    let similar = bundled(&files).diagnostics;
    assert!(similar.iter().all(|it| it.code != "similar-conference"), "{similar:?}");
}
