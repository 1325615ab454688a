//! Uses Pandoc, if it is installed, to convert other documents to Markdown.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// Whether Pandoc is installed.
pub(super) fn is_installed() -> bool {
    let version = Command::new("pandoc")
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|status| status.success())
}

/// Converts a document to Markdown, with title, authors and date in a header. Pandoc reads no other files while it
/// converts.
pub(super) fn markdown(path: &Path) -> io::Result<Vec<u8>> {
    let ending = path.extension().map(|it| it.to_string_lossy().to_ascii_lowercase());
    let format = match ending.as_deref().unwrap_or_default() {
        "adoc" => "asciidoc".to_owned(),
        ending => ending.to_owned(),
    };
    let output = Command::new("pandoc")
        .args(["--sandbox", "--standalone", "--wrap=none", "--to=gfm+yaml_metadata_block"])
        .arg(format!("--from={format}"))
        .arg(path)
        .stdin(Stdio::null())
        .output()?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("it gives no reason");
    Err(io::Error::other(format!("Pandoc cannot convert it: {said}")))
}
