//! What the references of recaps to other files of their folder become.

use super::printed_site::build;
use hallway::bundle::{Bundled, Folder, bundle};
use hallway::model::{Block, ExtraFiles, Inline};
use std::fs;
use std::path::Path;

/// A PNG of one pixel.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = png::Encoder::new(&mut bytes, 1, 1).write_header().unwrap();
    writer.write_image_data(&[7]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A folder with a recap at `2019/lisbon.md` that has that text, and some files that it may refer to.
fn bundled(text: &str) -> Bundled {
    let folder = tempfile::tempdir().unwrap();
    let recap = format!("---\ntitle: A week in Lisbon\ntalks: []\n---\n\n{text}\n");
    put(folder.path(), "2019/lisbon.md", recap.as_bytes());
    put(folder.path(), "2018/ghent.md", b"---\ntitle: Ghent\ntalks: []\n---\n\n# Ghent\n\nRain.\n\n## The hall\n\nIt was cold in the hall all day.\n");
    put(folder.path(), "talks/kelp.md", b"---\ntitle: Kelp\ntalks:\n- title: Growing kelp\n  speakers: [Ada Weaver]\n---\n\n## Growing kelp\n\nIt grows fast.\n");
    put(
        folder.path(),
        "secret.md",
        b"---\ntitle: Secret plan\ndraft: true\n---\n\nNobody knows.\n",
    );
    put(folder.path(), "private/plan.md", b"# Plan\n\nNobody knows.\n");
    put(folder.path(), "private/face.png", &png());
    put(
        folder.path(),
        "pages/about.md",
        b"# About\n\nI write [notes](../2018/ghent.md). ![](../img/one.png)\n",
    );
    put(folder.path(), "img/one.png", &png());
    put(folder.path(), "static/photos/two words.png", &png());
    put(folder.path(), "img/fake.png", b"Meet me at the hall.");
    put(folder.path(), "img/drawing.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    bundle(&Folder::read(folder.path()).unwrap())
}

fn blocks(bundled: &Bundled) -> Vec<Block> {
    let notes = bundled.dataset.chunks.iter().flat_map(|chunk| &chunk.notes);
    let own = notes.filter(|note| note.lines.file == "2019/lisbon.md");
    own.flat_map(|note| note.blocks.clone()).collect()
}

fn said(bundled: &Bundled) -> Vec<(u32, String)> {
    let codes = ["picture", "broken-link"];
    let problems = bundled.diagnostics.iter().filter(|problem| codes.contains(&problem.code));
    problems.map(|problem| (problem.line, problem.message.clone())).collect()
}

/// A link that a paragraph holds: its address, or nothing, and its words.
#[track_caller]
fn leads(text: &str, address: Option<&str>, words: &str) {
    let bundled = bundled(&format!("We read {text} there."));
    let [paragraph]: [Block; 1] = blocks(&bundled).try_into().unwrap();
    let mut expected =
        vec![Inline::Text("We read ".to_owned()), Inline::Text(" there.".to_owned())];
    match address {
        Some(url) => {
            let text = vec![Inline::Text(words.to_owned())];
            expected.insert(1, Inline::Link { url: url.to_owned(), text });
        }
        None => expected = vec![Inline::Text(format!("We read {words} there."))],
    }
    assert_eq!(paragraph, Block::Paragraph(expected), "{text}");
}

#[test]
fn a_link_leads_to_the_page_of_the_file() {
    let ghent = Some("recap/ghent.html");
    leads("[it](../2018/ghent.md)", ghent, "it");
    leads("[it](/2018/ghent.md)", ghent, "it");
    leads("[it](../2018/ghent.html)", ghent, "it");
    leads("[it](../2018/ghent/)", ghent, "it");
    leads("[it](../2018/gh%65nt.md?x=1)", ghent, "it");
    leads("[[ghent]]", ghent, "ghent");
    leads("[[Ghent|that]]", ghent, "that");
    leads("[[2018/ghent]]", ghent, "ghent");
    leads("[[ghent#The hall]]", Some("recap/ghent.html#ghent.the-hall"), "ghent › The hall");
    leads("[it](../2018/ghent.md#the-hall)", Some("recap/ghent.html#ghent.the-hall"), "it");
    leads("[it](../2018/ghent.md#none)", ghent, "it");
    leads("<a href=\"../2018/ghent.md\">it</a>", ghent, "it");
    leads("[it]({{< relref \"../2018/ghent.md\" >}})", ghent, "it");
    leads("[[kelp]]", Some("talk/growing-kelp.html"), "kelp");
    // No file has these names.
    leads("[[Ada Weaver]]", Some("person/ada-weaver.html"), "Ada Weaver");
    leads("[[people/Ada Weaver|she]]", Some("person/ada-weaver.html"), "she");
    leads("[her](Ada%20Weaver.md)", Some("person/ada-weaver.html"), "her");
    leads("[[Growing kelp]]", Some("talk/growing-kelp.html"), "Growing kelp");
    leads("[[about]]", Some("about.html"), "about");
    leads("[it](https://a.example/b.md)", Some("https://a.example/b.md"), "it");
}

#[test]
fn what_is_not_published_leaves_only_words() {
    for (text, words) in [
        ("[it](../secret.md)", "it"),
        ("[[secret]]", "secret"),
        ("[[private/plan]]", "plan"),
        ("[[plan|what we do]]", "what we do"),
    ] {
        leads(text, None, words);
        let bundled = bundled(&format!("We read {text} there."));
        assert_eq!(said(&bundled), [], "its author knows");
        let data = serde_json::to_string(&*bundled.dataset.chunks).unwrap();
        assert!(!data.contains("private") && !data.contains("folder:"), "{data}");
    }
}

#[test]
fn broken_links_are_words_and_one_remark() {
    leads("[it](../2018/paris.md)", None, "it");
    leads("[it](../../../etc/passwd)", None, "it");
    leads("[it](/etc/passwd)", None, "it");
    leads("[it](slides.pdf)", None, "it");
    let bundled = bundled("One [[paris]].\n\nAnother [one](rome.md) and [[oslo]].");
    let [(line, message)] = said(&bundled).try_into().unwrap();
    assert_eq!(line, 6);
    assert_eq!(
        message,
        "the link to \"paris\" leads to no page of the site, and neither do 2 others in this file"
    );
}

/// The picture of a text: its size, its words and where it leads.
#[track_caller]
fn shows(text: &str, expected: Option<(&str, &str)>) {
    let bundled = bundled(&format!("We saw this.\n\n{text}"));
    let image = |block| {
        if let Block::Image { url, alt, size, link } = block {
            Some((url, alt, size, link))
        } else {
            None
        }
    };
    let images: Vec<_> = blocks(&bundled).into_iter().filter_map(image).collect();
    let [(url, alt, size, link)]: [_; 1] = images.try_into().unwrap();
    if let Some((words, to)) = expected {
        assert!(url.starts_with("media/"), "{text}: {url} {:?}", said(&bundled));
        assert_eq!((size, alt.as_str()), (Some((1, 1)), words), "{text}");
        assert!(link == to || to == "media" && link == url, "{text}: {link}");
        assert_eq!(said(&bundled), [], "{text}");
    } else {
        assert_eq!((url.as_str(), size), ("", None), "{text}");
    }
}

#[test]
fn a_picture_of_the_folder_is_shown() {
    shows("![A hall](../img/one.png)", Some(("A hall", "")));
    shows("![[one.png]]", Some(("", "")));
    shows("![[one.png|300]]", Some(("", "")));
    shows("![[One.png|A hall]]", Some(("A hall", "")));
    shows("![A hall](/img/one.png)", Some(("A hall", "")));
    shows("![A hall](/photos/two%20words.png \"Title\")", Some(("A hall", "")));
    shows("![[two words.png]]", Some(("", "")));
    shows("<img src=\"../img/one.png\" alt=\"A hall\" width=\"30\">", Some(("A hall", "")));
    shows("{{< figure src=\"../img/one.png\" alt=\"A hall\" >}}", Some(("A hall", "")));
    shows("![A hall]({{ site.baseurl }}/img/one.png)", Some(("A hall", "")));
    let elsewhere = "https://a.example/b";
    shows("[![A hall](../img/one.png)](https://a.example/b)", Some(("A hall", elsewhere)));
    shows("[![A hall](../img/one.png)](../2018/ghent.md)", Some(("A hall", "recap/ghent.html")));
    shows("[![A hall](../img/one.png)](../img/one.png)", Some(("A hall", "media")));
    shows("[![A hall](../img/one.png)](../secret.md)", Some(("A hall", "")));
}

#[test]
fn a_picture_that_cannot_be_shown_is_named_with_a_remark_at_its_line() {
    for (path, why) in [
        ("../img/none.png", "there is no such file in the folder"),
        ("../../etc/none.png", "it lies outside of the data folder"),
        ("/etc/passwd.png", "there is no such file in the folder"),
        ("%2e%2e/%2e%2e/%2e%2e/a.png", "there is no such file in the folder"),
        ("../img/fake.png", "it is no PNG, JPEG, GIF, WebP or AVIF"),
        ("../img/drawing.svg", "it is an SVG, which can hold scripts"),
    ] {
        let text = format!("![A hall]({path})");
        shows(&text, None);
        let found = said(&bundled(&format!("We saw this.\n\n{text}")));
        assert_eq!(found, [(8, format!("the picture \"{path}\" is not shown: {why}"))]);
    }
    shows("![](../private/face.png)", None);
}

#[test]
fn an_own_page_has_pictures_and_links_as_well() {
    let bundled = bundled("Text.");
    let page = format!("{:?}", bundled.dataset.pages[0].blocks);
    assert!(page.contains("media/") && page.contains("recap/ghent.html"), "{page}");
    assert_eq!(bundled.dataset.pictures.len(), 1);
}

#[test]
fn thousands_of_references_are_one_picture_and_few_remarks() {
    let many = "![A](../img/one.png) [b](none.md)\n\n".repeat(5_000);
    let missing: Vec<String> = (0..2_000).map(|n| format!("![](../none/{n}.png)\n\n")).collect();
    let bundled = bundled(&(many + &missing.concat()));
    assert_eq!(bundled.dataset.pictures.len(), 1);
    assert!((2..=12).contains(&said(&bundled).len()), "{:?}", said(&bundled));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(outside.path(), "one.png", &png());
    put(folder.path(), "lisbon.md", b"# Lisbon\n\nWe saw it.\n\n![A hall](one.png)\n");
    std::os::unix::fs::symlink(outside.path().join("one.png"), folder.path().join("one.png"))
        .unwrap();
    let bundled = bundle(&Folder::read(folder.path()).unwrap());
    let [(line, message)] = said(&bundled).try_into().unwrap();
    assert_eq!(line, 5);
    assert!(message.contains("a link that leads out of the data folder"), "{message}");
    assert!(bundled.dataset.pictures.is_empty());
}

#[test]
fn a_site_has_the_pictures_that_its_pages_show_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "img/one.png", &png());
    put(folder.path(), "img/unused.png", &[png(), vec![0]].concat());
    let text = "# Lisbon\n\nWe saw it. See [the rest](b.md).\n\n![A \"hall\"](img/one.png)\n";
    put(folder.path(), "a.md", text.as_bytes());
    put(folder.path(), "b.md", b"# The rest\n\nIt is [there](a.md).\n");
    let mut dataset = bundle(&Folder::read(folder.path()).unwrap()).dataset;
    dataset.embedding.extra_files = ExtraFiles::AllPages;
    let files = build(&dataset, None);
    let media: Vec<&String> = files.keys().filter(|path| path.starts_with("media/")).collect();
    let [picture] = media.as_slice() else { panic!("{media:?}") };
    assert_eq!(files[*picture], png());
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let page = text("recap/lisbon.html");
    let shown = format!(
        "<img src=\"../{picture}\" alt=\"A &quot;hall&quot;\" width=\"1\" height=\"1\" loading=\"lazy\" decoding=\"async\">"
    );
    assert!(page.contains(&shown), "{page}");
    assert!(page.contains("img-src 'self'"), "its policy allows it");
    assert!(page.contains("<a href=\"../recap/the-rest.html\">the rest</a>"), "{page}");
    let notes = text("export/lisbon.md");
    assert!(notes.contains(&format!("![A \"hall\"](../{picture})")), "{notes}");
    assert!(notes.contains("[the rest](../recap/the-rest.html)"), "{notes}");
    assert!(text("_headers").contains("/media/*\n  Cache-Control: public"));
    let all: String = files.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    assert!(!all.contains("folder:") && !all.contains("unused"));
}

#[test]
fn a_picture_that_was_changed_is_not_published_as_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "one.png", &png());
    put(folder.path(), "a.md", b"# Lisbon\n\nWe saw it.\n\n![A hall](one.png)\n");
    let dataset = bundle(&Folder::read(folder.path()).unwrap()).dataset;
    put(folder.path(), "one.png", b"Meet me at the hall.");
    assert!(dataset.pictures[0].bytes().is_err());
}
