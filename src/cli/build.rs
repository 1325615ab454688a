//! Joins the client, the dataset and the page.

use super::CommandError;
use crate::bundle::{Dataset, files, read_all, read_one};
use crate::publish::{
    BUILD_FILE, Client, Earlier, Embeds, Machines, SiteUrl, build_record, explorer_page,
    host_files, moved_page, not_found_page, page, seal, single_page,
};
use crate::ui::Press;
use std::collections::BTreeMap;
use std::path::Path;

/// Every file of the site by its path. `out` may hold an earlier one, of which embeds may stay. Without `url`, those that need absolute addresses are left out.
pub(super) fn site(
    dataset: &Dataset,
    client: &Path,
    out: &Path,
    url: Option<&SiteUrl>,
) -> Result<BTreeMap<String, Vec<u8>>, CommandError> {
    let mut site =
        read_all(client).map_err(|_missing| CommandError::NoClient(client.to_owned()))?;
    // A dataset that an earlier build left beside the client is not a part of the client.
    site.retain(|path, _| !path.starts_with("bundle/"));
    let client_scripts = Client::take(&mut site);
    let mut site = seal(site).map_err(CommandError::Page)?;
    let template =
        site.get("index.html").ok_or_else(|| CommandError::NoClient(client.to_owned()))?;
    let template = String::from_utf8_lossy(template).into_owned();
    let (bundle, manifest) = files(dataset).map_err(CommandError::Json)?;
    let press = Press::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
    let collection = press.collection();
    let machines = Machines::new(&dataset.site, &collection, &dataset.chunks, url);
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
    let embeds = Embeds {
        template: &template,
        manifest: &manifest,
        machines: &machines,
        press: &press,
        embedding: &dataset.embedding,
        client: client_scripts,
        earlier: Earlier::read(dataset.embedding.keep, &manifest.data, |path| read_one(out, path)),
    };
    let embedded = embeds.files(&site).map_err(CommandError::Page)?;
    site.extend(embedded);
    let for_hosts = host_files(&template, &site).map_err(CommandError::Page)?;
    site.extend(for_hosts);
    let record = build_record(&manifest, &site).map_err(CommandError::Json)?;
    site.insert(BUILD_FILE.to_owned(), record);
    Ok(site)
}

/// The explorer and every note in one file.
pub(super) fn single(dataset: &Dataset, client: &Path) -> Result<String, CommandError> {
    let mut files_of_client =
        read_all(client).map_err(|_missing| CommandError::NoClient(client.to_owned()))?;
    let scripts = Client::take(&mut files_of_client)
        .ok_or_else(|| CommandError::NoClassicClient(client.to_owned()))?;
    let (bundle, manifest) = files(dataset).map_err(CommandError::Json)?;
    let bundle = bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes));
    let press = Press::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
    Ok(single_page(&manifest, &press, &dataset.pages, &scripts, &bundle.collect()))
}
