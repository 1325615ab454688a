//! The built command: exit code, what it prints where, and that it never leaves half a result.

use crate::scene::{GOOD, Scene, code, hallway, log, names};
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn an_earlier_version_stays_for_embeds_that_name_it() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    for (name, text) in [("app.classic.js", "app"), ("app_bg.wasm", "wasm"), ("look.css", "a{}")] {
        fs::write(scene.path("client").join(name), text).unwrap();
    }
    fs::write(scene.path("data/site.toml"), "keep = 1\nextra_files = \"all-pages\"\n").unwrap();
    let versions = || {
        let names = names(&scene.path("out"));
        let is_version = |name: &&String| name.starts_with("embed-");
        names.iter().filter(is_version).cloned().collect::<Vec<_>>()
    };
    let mut kept = Vec::new();
    // The page that shows any view of a version, and a folder of what no query shows.
    for (recap, n_kept) in
        [(GOOD, 2), (GOOD, 2), ("# KubeCon Europe 2018 recap\n\nIt was better.\n", 4)]
    {
        scene.write(recap);
        let output = scene.build(&[]);
        assert_eq!(code(&output), 0, "{}", log(&output));
        let now = versions();
        assert!(now.len() == n_kept && kept.iter().all(|name| now.contains(name)), "{now:?}");
        kept = now;
    }
    let folders = kept.iter().map(|name| scene.path("out").join(name).join("recap"));
    let recaps = folders
        .filter(|folder| folder.exists())
        .map(|folder| fs::read_to_string(folder.join(&names(&folder)[0])).unwrap());
    let recaps: Vec<String> = recaps.collect();
    for words in ["It was good.", "It was better."] {
        assert_eq!(recaps.iter().filter(|recap| recap.contains(words)).count(), 1, "{words}");
    }
    assert_eq!(recaps.len(), 2);
}

#[test]
fn a_saved_view_that_searches_shows_what_it_finds() {
    let scene = Scene::new(
        "---\ntitle: KubeCon Europe 2018 recap\ntalks:\n  - title: Looms for all\n  - title: Ships of old\n---\n\n\
         ## Looms for all\n\nOn warp and weft.\n\n## Ships of old\n\nOn oars and canvas.\n",
    );
    scene.make_client();
    let site = "[[embeds]]\nname = \"first\"\nquery = \"q=weft\"\n\n\
                [[embeds]]\nname = \"second\"\nquery = \"q=oars\"\n";
    fs::write(scene.path("data/site.toml"), site).unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    for (name, shown, left_out) in
        [("first", "Looms for all", "Ships of old"), ("second", "Ships of old", "Looms for all")]
    {
        let path = scene.path("out/embed/saved").join(name).with_extension("html");
        let html = fs::read_to_string(path).unwrap();
        assert!(html.contains(shown) && !html.contains(left_out), "{name}: {html}");
    }
}

const BROKEN: &str = "---\ntags: [a\n---\nIt was good.\n";

#[test]
fn a_good_folder_becomes_a_dataset() {
    let scene = Scene::new(GOOD);
    let output = scene.bundle();
    assert_eq!(
        (code(&output), log(&output).lines().next()),
        (
            0,
            Some(
                "1 recap, 1 conference, 0 talks, 1 note, 0 people, 0 themes; 0 errors, 0 warnings, 0 uncertain"
            )
        )
    );
    let files = names(&scene.path("out"));
    assert_eq!(files.len(), 9, "{files:?}");
    assert!(files.contains(&"manifest.json".to_owned()));
    assert_eq!(names(scene.folder.path()), ["data", "out"]);
}

#[test]
fn an_error_in_a_registry_leaves_the_last_good_output() {
    let scene = Scene::new(GOOD);
    scene.bundle();
    let before = names(&scene.path("out"));
    fs::write(scene.path("data/site.toml"), "titel = \"Notes\"\n").unwrap();
    let output = scene.bundle();
    assert_eq!(code(&output), 1);
    assert!(log(&output).contains("data/site.toml:1:1"), "{}", log(&output));
    assert!(log(&output).contains("was not changed"));
    assert_eq!(names(&scene.path("out")), before);
}

#[test]
fn a_broken_recap_is_left_out_and_named_unless_strict_refuses() {
    let scene = Scene::new(GOOD);
    fs::write(scene.path("data/broken.md"), BROKEN).unwrap();
    let data = scene.path("data");
    let out = scene.path("strict");
    let (data, out) = (data.to_str().unwrap(), out.to_str().unwrap());
    let output = hallway(&["bundle", data, "--out", out, "--strict"]);
    assert_eq!(code(&output), 1, "{}", log(&output));
    assert!(!scene.path("strict").exists());
    let output = scene.bundle();
    assert_eq!(code(&output), 0, "{}", log(&output));
    for words in ["data/broken.md:2:7", "1 recap,", "left out: 1 file with an error: broken.md"] {
        assert!(log(&output).contains(words), "{words}: {}", log(&output));
    }
    assert_eq!(code(&hallway(&["check", data])), 0);
    assert_eq!(code(&hallway(&["check", data, "--strict"])), 1);
}

#[test]
fn what_is_not_read_or_not_published_is_named() {
    let scene = Scene::new(GOOD);
    for name in ["talks.ics", "slides.pdf", "notes"] {
        fs::write(scene.path("data").join(name), "x").unwrap();
    }
    fs::write(scene.path("data/idea.md"), "---\ndraft: true\n---\nLater.\n").unwrap();
    fs::write(scene.path("data/far.md"), "---\ndate: 9999-01-01\n---\nLater.\n").unwrap();
    let output = scene.bundle();
    assert_eq!(code(&output), 0, "{}", log(&output));
    for words in [
        "not published: 1 draft: idea.md",
        "not published: 1 dated in the future: far.md",
        "not read: 1 calendar or schedule (.ics)",
        "not read: 2 other files (no ending, .pdf)",
    ] {
        assert!(log(&output).contains(words), "{words}: {}", log(&output));
    }
}

#[test]
fn other_documents_are_read_where_pandoc_is_installed() {
    use std::os::unix::fs::PermissionsExt as _;
    let scene = Scene::new(GOOD);
    fs::write(scene.path("data/more.rst"), "x").unwrap();
    let run = |path: &Path| {
        let (data, out) = (scene.path("data"), scene.path("out"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_hallway"));
        command.args(["bundle", data.to_str().unwrap(), "--out", out.to_str().unwrap()]);
        command.env("PATH", path).output().unwrap()
    };
    let nowhere = run(&scene.path("nowhere"));
    assert!(log(&nowhere).contains("not read: 1 document (.rst)"), "{}", log(&nowhere));
    fs::create_dir(scene.path("bin")).unwrap();
    let pandoc = scene.path("bin/pandoc");
    let script = "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\nprintf '# KubeCon Europe 2018, again\\n\\nIt was better.\\n'\n";
    fs::write(&pandoc, script).unwrap();
    fs::set_permissions(&pandoc, fs::Permissions::from_mode(0o755)).unwrap();
    let read = run(&scene.path("bin"));
    assert!(log(&read).contains("2 recaps,"), "{}", log(&read));
    fs::write(
        &pandoc,
        "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\necho 'no such syntax' >&2; exit 64\n",
    )
    .unwrap();
    let broken = run(&scene.path("bin"));
    assert_eq!(code(&broken), 0);
    assert!(log(&broken).contains("Pandoc cannot convert it: no such syntax"), "{}", log(&broken));
}

#[test]
fn a_warning_does_not_stop_anything() {
    let scene = Scene::new(
        "---\nconference: KubeCon EU 2018\nthemes: [no-such-thing]\n---\nIt was good.\n",
    );
    let output = scene.bundle();
    assert_eq!(code(&output), 0);
    assert!(log(&output).contains("warning[unknown-theme]"), "{}", log(&output));
}

#[test]
fn a_folder_of_somebody_else_is_not_replaced() {
    let scene = Scene::new(GOOD);
    fs::create_dir(scene.path("out")).unwrap();
    fs::write(scene.path("out/diary.txt"), "dear").unwrap();
    let output = scene.bundle();
    assert_eq!(code(&output), 2);
    assert!(log(&output).contains("was not written by Hallway"), "{}", log(&output));
    assert_eq!(names(&scene.path("out")), ["diary.txt"]);
}

#[test]
fn check_writes_nothing_and_tells_programs_what_it_finds() {
    let scene = Scene::new(BROKEN);
    let data = scene.path("data");
    let output = hallway(&["check", data.to_str().unwrap(), "--format", "json", "--strict"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(code(&output), 1);
    assert_eq!(
        (&found[0]["code"], &found[0]["line"], &found[0]["severity"]),
        (&"front-matter".into(), &2.into(), &"error".into())
    );
    let output = hallway(&["check", data.to_str().unwrap(), "--format", "github"]);
    assert!(output.stdout.starts_with(b"::error file="), "{output:?}");
    assert_eq!(names(scene.folder.path()), ["data"]);
}

#[test]
fn without_a_client_the_command_says_where_to_get_one() {
    let scene = Scene::new(GOOD);
    let [data, out] = ["data", "out"].map(|name| scene.path(name));
    let output = hallway(&["build", data.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(log(&output).contains("was built without a client"), "{}", log(&output));
    assert!(!out.exists());
}

#[test]
fn a_missing_folder_is_named() {
    let output = hallway(&["check", "no/such/folder"]);
    assert_eq!(code(&output), 2);
    assert!(log(&output).contains("no/such/folder"), "{}", log(&output));
}

#[test]
fn a_site_needs_a_client() {
    let scene = Scene::new(GOOD);
    let out = scene.path("out");
    let output = scene.build(&[]);
    assert_eq!(code(&output), 2);
    assert!(log(&output).contains("no client in"), "{}", log(&output));
    scene.make_client();
    assert_eq!(code(&scene.build(&[])), 0);
    // The names of files that scripts load contain a hash of their bytes.
    let is_hashed = |name: &String| {
        ["names-", "page-", "palette-", "explorer-"].iter().any(|start| name.starts_with(start))
    };
    let (hashed, named): (Vec<_>, Vec<_>) = names(&out).into_iter().partition(is_hashed);
    assert_eq!(hashed.len(), 4);
    assert_eq!(
        named,
        [
            ".nojekyll",
            "404.html",
            "_headers",
            "app.js",
            "build.json",
            "bundle",
            "conference",
            "contents.html",
            "embed.html",
            "embed.js",
            "embed.svg",
            "embedding.html",
            "export",
            "index.html",
            "list.html",
            "llms.txt",
            "names.json",
            "recap",
            "series",
            "share.html",
            "sw.js",
            "themes.html",
            "year"
        ]
    );
    let index = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(
        index.contains("KubeCon + CloudNativeCon Europe 2018"),
        "the page lists the conferences without any script"
    );
}

#[test]
fn the_record_of_a_build_does_not_depend_on_packings() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    let record = |options: &[&str]| {
        assert_eq!(code(&scene.build(options)), 0);
        fs::read_to_string(scene.path("out/build.json")).unwrap()
    };
    let plain = record(&[]);
    assert_eq!(record(&["--precompress"]), plain);
    let names = names(&scene.path("out"));
    assert!(names.contains(&"index.html.br".to_owned()), "{names:?}");
    let record: serde_json::Value = serde_json::from_str(&plain).unwrap();
    let index = fs::read(scene.path("out/index.html")).unwrap();
    assert_eq!(record["files"]["index.html"]["bytes"], index.len());
}

#[test]
fn what_needs_the_address_of_the_site_is_left_out_without_it_and_the_build_says_so() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    let without = scene.build(&[]);
    assert!(log(&without).contains("site_url in site.toml, the site has no sitemap.xml"));
    assert!(!scene.path("out/sitemap.xml").exists());
    let root = scene.build(&["--site-url", "https://a.example"]);
    assert_eq!(code(&root), 0);
    assert!(!log(&root).contains("--site-url") && !log(&root).contains("robots.txt"));
    let map = fs::read_to_string(scene.path("out/sitemap.xml")).unwrap();
    assert!(map.contains("<loc>https://a.example/</loc>"), "{map}");
    let below = scene.build(&["--site-url", "https://a.example/notes"]);
    assert!(log(&below).contains("crawlers do not read its robots.txt"), "{}", log(&below));
}

#[test]
fn an_address_that_no_site_can_have_is_named_and_nothing_is_written() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    for (url, why) in [
        ("a.example", "give the whole address"),
        ("ftp://a.example", "must begin with https:// or http://"),
        ("https://a.example/?q", "without a file"),
    ] {
        let output = scene.build(&["--site-url", url]);
        assert_eq!(code(&output), 2);
        assert!(log(&output).contains(why), "{}", log(&output));
    }
    assert!(!scene.path("out").exists());
}

#[test]
fn a_second_build_leaves_alone_what_is_equal() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    assert_eq!(code(&scene.build(&["--precompress"])), 0);
    let date = |path: &str| fs::metadata(scene.path(path)).unwrap().modified().unwrap();
    let was = ["out/app.js", "out/404.html", "out/contents.html.br"].map(date);
    let record = fs::read(scene.path("out/build.json")).unwrap();
    scene.build(&["--precompress"]);
    assert_eq!(["out/app.js", "out/404.html", "out/contents.html.br"].map(date), was);
    assert_eq!(fs::read(scene.path("out/build.json")).unwrap(), record);
    scene.write("# KubeCon Europe 2018 recap\n\nIt was better.\n");
    let output = scene.build(&["--precompress"]);
    assert!(log(&output).contains(" unchanged"), "{}", log(&output));
    assert_ne!(fs::read(scene.path("out/build.json")).unwrap(), record);
    // A build over the old one equals a build from nothing.
    let over: Vec<(String, Vec<u8>)> = contents(&scene.path("out"));
    fs::remove_dir_all(scene.path("out")).unwrap();
    scene.build(&["--precompress"]);
    assert!(contents(&scene.path("out")) == over);
}

/// Every file of a folder, with its bytes.
#[cfg(target_os = "linux")]
#[test]
fn one_core_and_all_of_them_print_the_same_bytes() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    assert_eq!(code(&scene.build(&[])), 0);
    let [data, client, out] = ["data", "client", "other"].map(|name| scene.path(name));
    let build = [env!("CARGO_BIN_EXE_hallway"), "build", data.to_str().unwrap(), "--client"];
    let mut one = Command::new("taskset");
    one.args(["-c", "0"]).args(build).arg(&client).arg("--out").arg(&out);
    // Not every machine has the command that binds another one to a core.
    if let Ok(output) = one.output() {
        assert_eq!(code(&output), 0, "{}", log(&output));
        let build = |name: &str| fs::read_to_string(scene.path(name).join("build.json")).unwrap();
        assert_eq!(build("out"), build("other"));
    }
}

fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    hallway::bundle::read_all(folder, "").unwrap().into_iter().collect()
}

#[test]
fn a_private_passage_is_named_by_its_place_and_a_page_of_logseq_is_read() {
    let scene = Scene::new(GOOD);
    let private = "# LoomConf 2019\n\nWarm.\n\nDo not post: Bo leaves.\n\nCall Bo: 555-0199.\n";
    fs::write(scene.path("data/private.md"), private).unwrap();
    fs::create_dir(scene.path("data/pages")).unwrap();
    let page = "- ## Looms that sing\n  speaker:: [[Ada Weaver]]\n  - Loud.\n";
    fs::write(scene.path("data/pages/FOSDEM 2022.md"), page).unwrap();
    let output = scene.bundle();
    let shown = log(&output);
    assert_eq!(code(&output), 0, "{shown}");
    for words in ["1 private passage (private.md:5)", "(private.md:7)", "3 recaps,"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("Bo leaves") && !shown.contains("0199"), "{shown}");
}
