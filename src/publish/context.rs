//! What the stages of a site share.

use super::{
    client::{ClassicClient, Client},
    documents::document::Documents,
    documents::look::Around,
    documents::template::Template,
    embeds::EmbedAssets,
    error::PublishError,
    exports::{Exports, SiteUrl},
    scripts::page_scripts::PageScripts,
    scripts::redirects::{Redirects, moved_pages, past},
    site_source::SiteSource,
    stages::check_page::CheckPage,
    writer::EarlierSite,
};
use crate::{
    bundle::{Dataset, files, function_words, parallel},
    model::Manifest,
    pages::{Moved, Renderer},
};
use std::{collections::BTreeMap, sync::Arc};

/// The input of all pages, exports and embeds. It never changes, so all cores share it.
pub(super) struct Context<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) manifest: &'a Manifest,
    /// The manifest as JSON.
    pub(super) manifest_json: &'a str,
    /// The address of the site, if the curator gave it.
    pub(super) url: Option<&'a SiteUrl>,
    pub(super) template: &'a Template,
    /// The client for embedded views; without it every view is static.
    pub(super) client: Option<&'a ClassicClient>,
    pub(super) renderer: &'a Renderer,
    pub(super) exports: &'a Exports<'a>,
    pub(super) scripts: &'a PageScripts,
    pub(super) documents: &'a Documents<'a>,
    pub(super) embed_assets: &'a EmbedAssets,
    /// The page that checks recaps, if the site has one.
    pub(super) check_page: Option<&'a CheckPage>,
    /// The pages at former addresses.
    pub(super) redirects: &'a [Moved],
    pub(super) earlier: EarlierSite<'a>,
}

/// Prepares a site, and calls `then` with the input of its stages, and with the files that pages depend on, by path:
/// the client and the dataset.
///
/// # Errors
/// If the client is incomplete, and those of `then`.
pub(super) fn with_context<T>(
    source: &SiteSource<'_>,
    earlier: EarlierSite<'_>,
    then: impl FnOnce(&Context<'_>, BTreeMap<String, Vec<u8>>) -> Result<T, PublishError>,
) -> Result<T, PublishError> {
    let SiteSource { dataset, client, url } = *source;
    let mut client = Client::new(client.clone())?;
    client.dress(&dataset.look);
    let explorer_style = client.explorer_style(&dataset.site.language);
    let (base, renderer) = parallel::both(|| base(dataset, &mut client), || renderer(dataset));
    let (mut base, manifest) = base?;
    let embed_assets = EmbedAssets::new(client.classic.as_ref(), &manifest, &base);
    let manifest_json = serde_json::to_string(&manifest)?;
    let collection = renderer.collection();
    let redirects = moved_pages(&renderer, dataset);
    let (exports, scripts) = parallel::both(
        || Exports::new(dataset, &collection, url),
        || PageScripts::new(&renderer, Redirects::new(&redirects)),
    );
    let scripts = scripts?;
    let check_page = CheckPage::new(dataset, client.checker.as_ref(), &scripts, renderer.words())?;
    base.extend(check_page.iter().flat_map(|page| page.files.clone()));
    let renderer =
        renderer.with_alternates(exports.alternates()).with_citations(exports.citations());
    let renderer = renderer.with_check_page(check_page.is_some());
    let around = Around::new(&dataset.look, &renderer);
    let documents = Documents::new(&client, &manifest, &scripts, explorer_style)
        .with(around, dataset.statistics.as_ref())
        .with_check_page(check_page.as_ref());
    let context = Context {
        dataset,
        manifest: &manifest,
        manifest_json: &manifest_json,
        url,
        template: &client.template,
        client: client.classic.as_ref(),
        renderer: &renderer,
        exports: &exports,
        scripts: &scripts,
        documents: &documents,
        embed_assets: &embed_assets,
        check_page: check_page.as_ref(),
        redirects: &redirects,
        earlier,
    };
    then(&context, base)
}

/// The files of the client and of the dataset by path, and the manifest of the dataset.
fn base(
    dataset: &Dataset,
    client: &mut Client,
) -> Result<(BTreeMap<String, Vec<u8>>, Manifest), PublishError> {
    let (bundle, manifest) = files(dataset)?;
    let bundle = bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes));
    Ok((std::mem::take(&mut client.files).into_iter().chain(bundle).collect(), manifest))
}

/// The renderer for the pages of a dataset.
fn renderer(dataset: &Dataset) -> Renderer {
    let (catalog, chunks) = (Arc::clone(&dataset.catalog), Arc::clone(&dataset.chunks));
    Renderer::new(dataset.site.clone(), catalog, chunks)
        .with_function_words(function_words(&dataset.site.language))
        .with_extra_files(dataset.embedding.extra_files)
        .with_home(dataset.look.home.clone())
        .with_past(past(&dataset.history))
}
