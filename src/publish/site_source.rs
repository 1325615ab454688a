//! What a site is made from. `site`, `preview` and `stages::single_page` add the three ways to publish it.

use super::{client::has_checker, exports::SiteUrl};
use crate::bundle::Dataset;
use std::collections::BTreeMap;

/// What a site is made from.
#[derive(Clone, Copy, Debug)]
pub struct SiteSource<'a> {
    /// The collection.
    pub dataset: &'a Dataset,
    /// The files that trunk built, by path.
    pub client: &'a BTreeMap<String, Vec<u8>>,
    /// The address of the published site. Without it, the files that need absolute addresses are left out.
    pub url: Option<&'a SiteUrl>,
}

impl SiteSource<'_> {
    /// Whether the site should have the page that checks recaps, but the client has no code for it. The site is then
    /// made without that page.
    pub fn lacks_checker(&self) -> bool {
        self.dataset.registries.is_some() && !has_checker(self.client)
    }
}
