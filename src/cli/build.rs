//! Joins the client, the dataset and the page.

use super::{CommandError, client::client};
use crate::bundle::{Dataset, files};
use crate::publish::{
    BUILD_FILE, Machines, SiteUrl, build_record, bytes_to_save, explorer_page, host_files,
    moved_page, not_found_page, offline_files, page, seal,
};
use crate::ui::{CONTENTS, Press};
use std::collections::BTreeMap;
use std::path::Path;

/// Every file of the site by its path. Without `folder`, the client is the one that the command carries;
/// without `url`, the files that need absolute addresses are left out.
pub(super) fn site(
    dataset: &Dataset,
    folder: Option<&Path>,
    url: Option<&SiteUrl>,
) -> Result<BTreeMap<String, Vec<u8>>, CommandError> {
    let mut site = seal(client(folder)?).map_err(CommandError::Page)?;
    let template = site.get("index.html").ok_or(CommandError::NoneCarried)?;
    let template = String::from_utf8_lossy(template).into_owned();
    let (bundle, manifest) = files(dataset).map_err(CommandError::Json)?;
    let press = Press::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
    let collection = press.collection();
    let machines = Machines::new(&dataset.site, &collection, &dataset.chunks, url);
    let press = press.with_forms(machines.forms());
    let index = press.index();
    let html = explorer_page(&template, &manifest, &index, &machines.head(&index))
        .map_err(CommandError::Page)?;
    site.insert(index.path, html.into_bytes());
    for sheet in press.pages(&dataset.pages) {
        let html = page(&template, &manifest.site, &sheet, &machines.head(&sheet))
            .map_err(CommandError::Page)?;
        site.insert(sheet.path, html.into_bytes());
    }
    for (former_id, now) in &dataset.former_ids {
        if let Some(moved) = press.moved(now, former_id) {
            let html = moved_page(&template, &manifest.site, &moved).map_err(CommandError::Page)?;
            // What is there now comes before what was there once.
            site.entry(moved.sheet.path).or_insert_with(|| html.into_bytes());
        }
    }
    let not_found = press.not_found(url.map(|url| url.of("index.html")).as_deref());
    let html = not_found_page(&manifest.site, &not_found);
    site.insert(not_found.path, html.into_bytes());
    site.extend(machines.files());
    site.extend(bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes)));
    if dataset.offline {
        // Last of the pages, since it says how much they are.
        let sheet = press.contents(Some(bytes_to_save(&site, CONTENTS)));
        let html = page(&template, &manifest.site, &sheet, &machines.head(&sheet))
            .map_err(CommandError::Page)?;
        site.insert(sheet.path, html.into_bytes());
    }
    let for_saving = offline_files(&site, dataset.offline).map_err(CommandError::Json)?;
    site.extend(for_saving);
    let for_hosts = host_files(&template, &site).map_err(CommandError::Page)?;
    site.extend(for_hosts);
    let record = build_record(&manifest, &site).map_err(CommandError::Json)?;
    site.insert(BUILD_FILE.to_owned(), record);
    Ok(site)
}
