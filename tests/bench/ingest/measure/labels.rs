//! The labels of the documents; `tests/labeled/README.md` says what each key means.

use serde::Deserialize;
use std::{error::Error, fs, path::Path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labels {
    case: Vec<Case>,
}

/// A document, or a folder of documents that are bundled together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// Below the folder of its set; a folder ends in `/`.
    pub(crate) path: String,
    pub(crate) kind: String,
    /// BCP 47.
    pub(crate) language: String,
    #[serde(default)]
    pub(crate) conferences: Vec<Edition>,
    #[serde(default)]
    pub(crate) persons: Vec<String>,
    #[serde(default)]
    pub(crate) tolerated: Vec<String>,
    #[serde(default)]
    pub(crate) no_talk: Vec<String>,
    #[serde(default)]
    pub(crate) unpublished: Vec<String>,
    #[serde(default)]
    pub(crate) no_conference: Vec<String>,
    #[serde(default)]
    pub(crate) private: Vec<String>,
    #[serde(default)]
    pub(crate) talks: Vec<LabeledTalk>,
}

/// An edition that a document is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edition {
    pub(crate) series: String,
    /// Other names of the series.
    #[serde(default)]
    pub(crate) also: Vec<String>,
    /// The place that tells editions of one year apart.
    #[serde(default)]
    pub(crate) place: String,
    pub(crate) year: u16,
}

/// A talk that a document is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LabeledTalk {
    /// Empty if only its speakers are known.
    #[serde(default)]
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) speakers: Vec<String>,
    /// Addresses.
    #[serde(default)]
    pub(crate) recordings: Vec<String>,
    /// Place in the conferences of its case.
    #[serde(default)]
    pub(crate) conference: usize,
    /// Finding it is neither right nor wrong.
    #[serde(default)]
    pub(crate) optional: bool,
}

/// Reads the labels of a set. Fails if they cannot be read, or name a conference that their case lacks.
pub(crate) fn read(set: &Path) -> Result<Vec<Case>, Box<dyn Error>> {
    let labels: Labels = toml::from_str(&fs::read_to_string(set.join("labels.toml"))?)?;
    for case in &labels.case {
        let n_conferences = case.conferences.len().max(1);
        if case.talks.iter().any(|talk| talk.conference >= n_conferences) {
            return Err(
                format!("{}: a talk names a conference that is not listed", case.path).into()
            );
        }
    }
    Ok(labels.case)
}
