//! How a page says to cite its subject.

use super::printed_site::build;
use hallway::{
    bundle::{Folder, bundle},
    publish::SiteUrl,
};
use std::fs;

const CONFERENCES: &str = "
[[series]]
id = \"looms\"
name = \"LoomCon\"

[[conference]]
id = \"loomcon-2018\"
series = \"looms\"
name = \"LoomCon 2018\"
start = \"2018-12-30\"
";

const RECAP: &str = "---
title: Warp & {weft}
author: Ada Weaver
url: https://weaver.example/a
published: 2019-01-03
conference: loomcon-2018
talks:
  - title: Shuttles
    speakers: [Bo Reed (Acme)]
    video: https://www.youtube.com/watch?v=a_Video-011
---

## Shuttles

Bo spoke of shuttles, and well.
";

/// A page of the site, with the address of the site if there is one.
fn page(path: &str, url: Option<&str>) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("conferences.toml"), CONFERENCES).unwrap();
    fs::write(folder.path().join("recap.md"), RECAP).unwrap();
    let url: Option<SiteUrl> = url.map(|url| url.parse().unwrap());
    let dataset = bundle(&Folder::read(folder.path()).unwrap()).dataset;
    let site = build(&dataset, url.as_ref());
    let (_, bytes) = site.into_iter().find(|(at, _)| at == path).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[track_caller]
fn says(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[test]
fn a_recap_is_cited_with_its_author_its_day_and_its_original() {
    says(
        &page("recap/warp-weft.html", None),
        &[
            "Ada Weaver. “Warp &amp; {weft}”. 3 January 2019. https://weaver.example/a<",
            "@misc{warp-weft,\n  title = {{Warp \\&amp; \\textbraceleft{}weft\\textbraceright{}}},\n",
            // The build does not know the address, so a script completes it.
            " data-here>recap/warp-weft.html</a>",
        ],
    );
}

#[test]
fn a_talk_is_cited_with_its_speakers_and_its_conference() {
    let path = "talk/loomcon-2018-shuttles.html";
    let cited = "Bo Reed. “Shuttles”. LoomCon 2018. December 2018. ";
    let recording = [cited, "https://www.youtube.com/watch?v=a_Video-011<"].concat();
    says(&page(path, None), &[&recording, "  month = dec,\n"]);
    let address = "https://notes.example/talk/loomcon-2018-shuttles.html";
    let link = ["<a href=\"", address, "\">", address, "</a>"].concat();
    let page = page(path, Some("https://notes.example/"));
    says(&page, &[&[cited, address, "<"].concat(), &link]);
}
