//! The input of a test of the command: a folder of recaps, a client, and a place for the output.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, str};
use tempfile::TempDir;

pub(crate) const GOOD: &str = "# KubeCon Europe 2018 recap\n\nIt was good.\n";

pub(crate) fn hallway(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hallway")).args(arguments).output().unwrap()
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub(crate) fn log(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

/// A folder with these files, in folders of their own where their names say so.
pub(crate) fn folder_of(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// A folder with one recap, and a place for the output.
pub(crate) struct Scene {
    pub(crate) folder: TempDir,
}

impl Scene {
    pub(crate) fn new(recap: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        let scene = Self { folder };
        scene.write(recap);
        scene
    }

    pub(crate) fn write(&self, recap: &str) {
        fs::write(self.folder.path().join("data/recap.md"), recap).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a client that is only a page.
    pub(crate) fn make_client(&self) {
        let client = self.path("client");
        fs::create_dir(&client).unwrap();
        let regions = ["head", "style", "script", "page"]
            .map(|name| format!("<!--hallway:{name}--><!--/hallway:{name}-->"));
        let page = format!("<html lang=\"en\">{}</html>", regions.concat());
        fs::write(client.join("index.html"), page).unwrap();
        fs::write(client.join("app.js"), "").unwrap();
    }

    pub(crate) fn build(&self, options: &[&str]) -> Output {
        let [data, client, out] = ["data", "client", "out"].map(|name| self.path(name));
        let [data, client, out] = [&data, &client, &out].map(|path| path.to_str().unwrap());
        hallway(&[&["build", data, "--client", client, "--out", out], options].concat())
    }

    pub(crate) fn bundle(&self) -> Output {
        let (data, out) = (self.path("data"), self.path("out"));
        hallway(&["bundle", data.to_str().unwrap(), "--out", out.to_str().unwrap()])
    }
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
