//! The curator's own texts around the explorer, and the script that counts readers.

use crate::scene::{Scene, code, log};
use std::fs;

const RECAP: &str = "---\ntitle: What I heard at LoomConf 2024\ntalks:\n  - title: Looms at scale\n---\n\n\
                     ## Looms at scale\n\nTen thousand looms were moved in one night.\n";
const TALK: &str = "talk/loomconf-2024-looms-at-scale.html";

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = png::Encoder::new(&mut bytes, 1, 1).write_header().unwrap();
    writer.write_image_data(&[7]).unwrap();
    writer.finish().unwrap();
    bytes
}

/// A built site with these settings, a page, and a picture; and what the build said.
fn built(site: &str) -> (Scene, String) {
    let scene = Scene::new(RECAP);
    scene.make_client();
    let data = scene.path("data");
    fs::create_dir(data.join("pages")).unwrap();
    fs::write(data.join("pages/about.md"), "# About\n\n![Us](../hall.png)\n").unwrap();
    fs::write(data.join("hall.png"), png()).unwrap();
    fs::write(data.join("site.toml"), site).unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    let said = log(&output).to_owned();
    (scene, said)
}

fn read(scene: &Scene, path: &str) -> String {
    fs::read_to_string(scene.path("out").join(path)).unwrap()
}

#[test]
fn texts_of_the_curator_show_pictures_and_lead_to_pages() {
    let (scene, said) = built(
        "home = '''\n## Welcome\n\n[Who](pages/about.md), [which](themes.html), [gone](gone.md)\n\n![Hall](hall.png)'''\n\
         footer = '[Who](pages/about.md)'\n",
    );
    assert!(said.contains("the link to \"gone.md\" leads to no page"), "{said}");
    let home = read(&scene, "index.html");
    let (_, text) = home.split_once("<section aria-label=").unwrap();
    let (text, rest) = text.split_once("</section>").unwrap();
    for part in [
        "class=\"site-home\"",
        "<h2>Welcome</h2>",
        "<a href=\"about.html\">Who</a>, <a href=\"themes.html\">which</a>, gone",
        "src=\"media/",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(rest.contains("id=\"explorer\""), "the explorer follows: {rest}");
    assert!(read(&scene, "about.html").contains("src=\"./media/"));
    // The footer is the same on each page, but the path to a page is not.
    assert!(home.contains("<a href=\"./about.html\">Who</a>"), "{home}");
    assert!(read(&scene, TALK).contains("<a href=\"../about.html\">Who</a>"));
    assert!(!read(&scene, "about.html").contains("site-home"));
}

#[test]
fn one_script_counts_readers_on_pages_of_the_site_and_on_no_others() {
    let hash = "sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00=";
    let (scene, said) = built(&format!(
        "[statistics]\nsrc = 'https://stats.example.org/a.js'\nintegrity = '{hash}'\ndata = {{ domain = 'loom.example' }}\n"
    ));
    assert!(!said.contains("statistics"), "{said}");
    let script = format!(
        "<script src=\"https://stats.example.org/a.js\" integrity=\"{hash}\" crossorigin=\"anonymous\" defer \
         data-domain=\"loom.example\"></script>"
    );
    for path in ["index.html", "about.html", "contents.html", "themes.html", TALK] {
        let page = read(&scene, path);
        assert_eq!(page.matches(&script).count(), 1, "{path}: {page}");
        let (_, policy) = page.split_once("http-equiv=\"Content-Security-Policy\"").unwrap();
        let (policy, after) = policy.split_once('>').unwrap();
        assert!(after.contains(&script), "the policy precedes the script: {path}");
        for directive in ["script-src", "connect-src"] {
            let (_, sources) = policy.split_once(directive).unwrap();
            let (sources, _) = sources.split_once(';').unwrap();
            assert_eq!(sources.matches("https:").count(), 1, "{path}: {policy}");
        }
    }
    let headers = read(&scene, "_headers");
    assert!(headers.contains("https://stats.example.org/a.js"), "{headers}");
    for path in ["embed.html", "404.html"] {
        assert!(!read(&scene, path).contains("stats.example.org"), "{path}");
    }
}

#[test]
fn a_script_that_cannot_be_named_exactly_is_on_no_page() {
    let (scene, said) =
        built("[statistics]\nsrc = 'https://stats.example.org/a.js?v=1'\nintegrity = 'none'\n");
    assert!(said.contains("is not the address of a script"), "{said}");
    assert!(said.contains("is not the hash of a script"), "{said}");
    for path in ["index.html", TALK, "_headers"] {
        assert!(!read(&scene, path).contains("stats.example.org"), "{path}");
    }
}

#[test]
fn the_one_file_holds_pictures_and_names_what_is_left_out() {
    let scene = Scene::new(
        "# LoomConf 2024\n\nGood.\n\n![Hall](hall.png)\n\n![Mill](mill.png)\n\n![Shed](shed.png)\n",
    );
    scene.make_client();
    for name in ["app.classic.js", "app_bg.wasm", "look.css"] {
        fs::write(scene.path("client").join(name), "").unwrap();
    }
    fs::write(scene.path("data/hall.png"), png()).unwrap();
    for (name, shade) in [("mill.png", 7), ("shed.png", 8)] {
        let mut wide = Vec::new();
        let mut encoder = png::Encoder::new(&mut wide, 1_600, 1_600);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::NoCompression);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![shade; 1_600 * 1_600 * 3]).unwrap();
        writer.finish().unwrap();
        fs::write(scene.path("data").join(name), wide).unwrap();
    }
    let single = scene.path("notes.html");
    let output = scene.build(&["--single", single.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    assert!(log(&output).contains("1 picture is left out of the single file"), "{}", log(&output));
    let is_named = log(&output).contains("mill.png") != log(&output).contains("shed.png");
    assert!(is_named, "{}", log(&output));
    let page = fs::read_to_string(single).unwrap();
    assert!(page.contains("data:image/png;base64,"), "the file holds the picture");
    assert_eq!(page.matches(" data-picture=\"media/").count(), 2, "the third is named");
    assert!(page.contains("img-src 'self' data:"), "its policy allows it");
}

#[test]
fn footnotes_have_links_there_and_back() {
    let text = "# LoomConf 2024\n\nWarp[^w] and weft, and warp[^w].\n\n[^w]: Along the *loom*.\n\n## Reeds\n\nCane.[^c]\n\n[^c]: Split.\n";
    let scene = Scene::new(text);
    scene.make_client();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    let pages = fs::read_dir(scene.path("out/recap")).unwrap();
    let page =
        pages.map(|it| it.unwrap().path()).find(|it| it.extension().is_some_and(|it| it == "html"));
    let page = fs::read_to_string(page.unwrap()).unwrap();
    let anchors: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next().filter(|id| id.contains("footnote-")))
        .collect();
    let [first_back, first, second_back, second] = anchors.as_slice() else {
        panic!("{anchors:?}")
    };
    for (anchor, n_links) in [(first, 2), (first_back, 1), (second, 1), (second_back, 1)] {
        assert_eq!(page.matches(&format!("href=\"#{anchor}\"")).count(), n_links, "{anchor}");
    }
    assert_ne!(first, second);
    assert!(page.contains("Along the <em>loom</em>. <a href="), "{page}");
    let notes = fs::read_to_string(scene.path("out/conference/loomconf-2024.md")).unwrap();
    assert!(notes.contains("Warp\\[1\\] and weft") && notes.contains("1. Along"), "{notes}");
}
