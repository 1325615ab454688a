//! `hallway check --links` against hosts that a proxy on this machine imitates.

use crate::scene::{Scene, code, log};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::{fs, str, thread};

const RECAP: &str = "---
title: KubeCon Europe 2018 recap
url: https://127.0.0.1/recap
---

The [page](http://fine.example/a#part) is there, and the [slides](http://gone.example/slides.pdf)
are not. The [video](http://shy.example/v) asks for a browser.
The [old page](http://moved.example/old) leads on, and `http://code.example/` is only shown.
Some hosts [want to be read](http://reader.example/).
";

/// The requests: method and address.
type Asked = Arc<Mutex<Vec<String>>>;

/// The answers by method and address.
fn answer(asked: &str) -> &'static str {
    let answers = BTreeMap::from([
        ("HEAD http://fine.example/a", "200 OK"),
        ("HEAD http://gone.example/slides.pdf", "404 Not Found"),
        ("GET http://gone.example/slides.pdf", "404 Not Found"),
        ("HEAD http://shy.example/v", "403 Forbidden"),
        ("GET http://shy.example/v", "403 Forbidden"),
        ("HEAD http://moved.example/old", "301 Moved\r\nLocation: http://new.example/now"),
        ("HEAD http://new.example/now", "200 OK"),
        ("HEAD http://reader.example/", "405 Method Not Allowed"),
        ("GET http://reader.example/", "200 OK"),
    ]);
    answers.get(asked).copied().unwrap_or("500 Unknown")
}

/// Imitates every host: the command asks a proxy for a connection to a host, and then sends the host its request.
fn serve(connection: &TcpStream, asked: &Asked) -> Option<()> {
    let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
    let mut host = String::new();
    loop {
        let first = lines.next()?;
        let (method, target) = first.rsplit_once(' ')?.0.split_once(' ')?;
        lines.by_ref().take_while(|line| !line.is_empty()).for_each(drop);
        let status = if method == "CONNECT" {
            target.trim_end_matches(":80").clone_into(&mut host);
            "200 OK"
        } else {
            let question = format!("{method} http://{host}{target}");
            let status = answer(&question);
            asked.lock().unwrap().push(question);
            status
        };
        let length = if method == "CONNECT" { "" } else { "Content-Length: 0\r\n" };
        write!(&*connection, "HTTP/1.1 {status}\r\n{length}\r\n").ok()?;
    }
}

/// A proxy that imitates every host.
fn proxy() -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = Asked::default();
    let all = Arc::clone(&asked);
    thread::spawn(move || {
        for connection in listener.incoming() {
            let (connection, asked) = (connection.unwrap(), Arc::clone(&all));
            thread::spawn(move || serve(&connection, &asked));
        }
    });
    (address, asked)
}

fn check(scene: &Scene, proxy: &str, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hallway"));
    command.arg("check").arg(scene.path("data")).args(options);
    for name in ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"]
    {
        command.env(name, proxy);
    }
    command.env_remove("NO_PROXY").env_remove("no_proxy");
    command.env("XDG_CACHE_HOME", scene.path("cache")).output().unwrap()
}

#[test]
fn dead_links_are_named_with_their_lines_and_each_is_asked_for_once() {
    let scene = Scene::new(RECAP);
    let (proxy, asked) = proxy();
    let plain = check(&scene, &proxy, &[]);
    assert_eq!((code(&plain), asked.lock().unwrap().len()), (0, 0), "a check asks nobody");

    let output = check(&scene, &proxy, &["--links", "--all"]);
    let report = str::from_utf8(&output.stdout).unwrap();
    assert_eq!(code(&output), 0, "{report}");
    assert!(log(&output).contains("asking for 6 addresses at 6 hosts"), "{}", log(&output));
    let diagnostic = |kind: &str, words: &str, place: &str| {
        let mut all = report.split("\n\n");
        let found = all.any(|it| it.contains(kind) && it.contains(words) && it.contains(place));
        assert!(found, "{kind}, {words}, {place}: {report}");
    };
    diagnostic("warning[dead-link]", "its host answers 404", "recap.md:6:");
    diagnostic("warning[dead-link]", "where readers cannot go", "recap.md:3:");
    diagnostic("uncertain[unclear-link]", "its host answers 403", "recap.md:7:");
    assert_eq!(report.matches("-link]").count(), 3, "{report}");

    let mut questions = asked.lock().unwrap().clone();
    questions.sort();
    assert_eq!(
        questions,
        [
            "GET http://gone.example/slides.pdf",
            "GET http://reader.example/",
            "GET http://shy.example/v",
            "HEAD http://fine.example/a",
            "HEAD http://gone.example/slides.pdf",
            "HEAD http://moved.example/old",
            "HEAD http://new.example/now",
            "HEAD http://reader.example/",
            "HEAD http://shy.example/v",
        ]
    );

    // The next check asks only for unclear links, and reports the same.
    asked.lock().unwrap().clear();
    let again = check(&scene, &proxy, &["--links", "--all"]);
    assert_eq!(again.stdout, output.stdout);
    assert!(log(&again).contains("4 answers are known"), "{}", log(&again));
    assert_eq!(asked.lock().unwrap().len(), 2, "{:?}", asked.lock().unwrap());
    assert!(fs::read_to_string(scene.path("cache/hallway/links.tsv")).unwrap().contains("\t404\t"));
}

#[test]
fn a_machine_without_the_web_blames_no_link() {
    let scene = Scene::new(RECAP);
    // Nothing listens there.
    let output = check(&scene, "http://127.0.0.1:1", &["--links", "--all"]);
    let report = str::from_utf8(&output.stdout).unwrap();
    assert_eq!(report.matches("dead-link]").count(), 1, "only the local one: {report}");
}
