//! Texts of the curator's own around the explorer, and the script that counts readers.

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
    // The footer is the same on each page, but the way to a page is not.
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
