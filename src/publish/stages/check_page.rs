//! The page that checks recaps: the files that it loads, and what its policy allows.

use crate::publish::{
    client::CheckerFiles,
    documents::policy::Policy,
    fingerprint::path_with_hash,
    scripts::page_scripts::{HashedFile, PageScripts},
    scripts::script::{Script, bundled},
};
use crate::{
    bundle::{Dataset, digest::integrity},
    checker::Knowledge,
    i18n::site::Language,
    model::{Method, Rule, TalkKind},
    query::EntryKind,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How the names of the files begin that the page loads once somebody has chosen a file.
pub(in crate::publish) const CHECKER: &str = "checker-";

/// Styles of this page only. They come before those of all pages, so they state the order of the layers, too.
pub(in crate::publish) const STYLE: &str =
    concat!(include_str!("../../ui/styles/layers.css"), include_str!("../../ui/styles/check.css"));

const SCRIPT: [&str; 3] = [
    include_str!("../scripts/make.js"),
    include_str!("../scripts/report.js"),
    include_str!("../scripts/check.js"),
];

/// The page that checks recaps, if the curator wants it and the client has a checker.
#[derive(Clone, Debug)]
pub(in crate::publish) struct CheckPage {
    /// The scripts of the page.
    pub(in crate::publish) scripts: Vec<Script>,
    /// Its policy, which allows the checker to be compiled.
    pub(in crate::publish) policy: Policy,
    /// The files that it loads, by path.
    pub(in crate::publish) files: BTreeMap<String, Vec<u8>>,
}

impl CheckPage {
    /// Prepares the page; `None` if the site has none.
    ///
    /// # Errors
    /// No collection causes one; writing JSON returns a result.
    pub(in crate::publish) fn new(
        dataset: &Dataset,
        checker: Option<&CheckerFiles>,
        scripts: &PageScripts,
        words: &Language,
    ) -> serde_json::Result<Option<Self>> {
        let Some((knowledge, checker)) = Knowledge::of(dataset).zip(checker) else {
            return Ok(None);
        };
        let glue = HashedFile::new("checker", "js", checker.glue.clone());
        let script = HashedFile::new("check", "js", bundled(&SCRIPT).into_bytes());
        let wasm = path_with_hash("checker", 12, "wasm", &checker.wasm);
        let site = HashedFile::new("checker", "json", serde_json::to_vec(&knowledge)?);
        let attributes = format!(
            " type=\"module\" data-js=\"./{}\" data-wasm=\"./{wasm}\" data-wasm-integrity=\"{}\" data-known=\"./{}\"",
            glue.path,
            integrity(&checker.wasm),
            site.path
        );
        let script_element = Script::deferred_with(&attributes, &["./", &script.path].concat());
        let words = Script::json("check-words", &said(words).to_string());
        let mut scripts = scripts.with_modules(&[&glue, &script]);
        scripts.extend([words, script_element]);
        let policy = Policy::explorer(&scripts).with_style(STYLE);
        let files = [glue, script, site].map(|file| (file.path, file.bytes));
        let files = files.into_iter().chain([(wasm, checker.wasm.clone())]).collect();
        Ok(Some(Self { scripts, policy, files }))
    }
}

/// The words for the script.
fn said(words: &Language) -> Value {
    let pages = &words.pages;
    let methods = [Method::Stated, Method::Matched, Method::Set];
    let kind = |kind: TalkKind| words.explorer.kind(EntryKind::from(kind));
    json!({
        "page": words.check,
        "method": methods.map(|it| (name(&it), (pages.method)(it))).into_iter().collect::<BTreeMap<_, _>>(),
        "rule": Rule::ALL.map(|it| (name(&it), (pages.rule)(it))).into_iter().collect::<BTreeMap<_, _>>(),
        "kind": TalkKind::ALL.map(|it| (name(&it), kind(it))).into_iter().collect::<BTreeMap<_, _>>(),
        "full_stop": pages.full_stop,
    })
}

/// The JSON name of a value.
fn name(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}
