//! The files that only the explorer reads: a list of texts and a list of numbers.
//!
//! The dataset as JSON names every field, for other programs. The explorer reads a [`CatalogIndex`]
//! and shards of talks and notes instead, so that it need not load a large collection whole. These
//! files have no field names, go column by column, and leave out what only the static pages show.
//! All of them have one type, since each further type would add a reader to the client.

mod catalog_index;
mod error;
mod file;
mod io;
mod json;
mod shard;
mod walk;

pub use error::{Damaged, Unreadable};
pub use file::WireFile;
pub use walk::Ids;

use super::{Catalog, CatalogIndex};
use io::{Reader, Writer};
use walk::Walk;

impl WireFile {
    /// Writes `catalog_index` without what the explorer does not show: aliases, descriptions, venues,
    /// links, series, days of talks, what notes name, and all about copies but their number and the
    /// first publisher. `shards` are the talks and notes that come in the same file, if any.
    /// `None` when a reference leads nowhere.
    pub fn catalog_index(
        mut catalog_index: CatalogIndex,
        mut shards: Vec<Catalog>,
    ) -> Option<Self> {
        let mut walk = Walk::over(Writer::default(), Ids::default());
        walk.catalog_index(&mut catalog_index);
        walk.list(&mut shards, Walk::shard);
        walk.io.finish()
    }

    /// Reads a catalog index, the shards in the same file, and the ids that further shards refer to.
    pub fn into_catalog_index(self) -> Result<(CatalogIndex, Vec<Catalog>, Ids), Damaged> {
        let mut walk = Walk::over(Reader::new(self), Ids::default());
        let (mut catalog_index, mut shards) = (CatalogIndex::default(), Vec::new());
        walk.catalog_index(&mut catalog_index);
        walk.list(&mut shards, Walk::shard);
        if walk.io.is_whole() { Ok((catalog_index, shards, walk.ids)) } else { Err(Damaged) }
    }

    /// Writes the lists of entries that are not in their catalog index. Each list rises.
    pub fn lists(mut lists: Vec<Vec<u32>>) -> Option<Self> {
        let mut walk = Walk::over(Writer::default(), Ids::default());
        walk.lists(&mut lists);
        walk.io.finish()
    }

    /// Reads lists of entries.
    pub fn into_lists(self) -> Result<Vec<Vec<u32>>, Damaged> {
        let mut walk = Walk::over(Reader::new(self), Ids::default());
        let mut lists = Vec::new();
        walk.lists(&mut lists);
        if walk.io.is_whole() { Ok(lists) } else { Err(Damaged) }
    }

    /// Writes the talks and notes of a shard. `ids` are those of its catalog index. `None` when a
    /// reference leads nowhere.
    pub fn shard(mut shard: Catalog, ids: &mut Ids) -> Option<Self> {
        let mut walk = Walk::over(Writer::default(), std::mem::take(ids));
        walk.shard(&mut shard);
        *ids = walk.ids;
        walk.io.finish()
    }

    /// Reads the talks and notes of a shard. `ids` are those of its catalog index.
    pub fn into_shard(self, ids: &mut Ids) -> Result<Catalog, Damaged> {
        let mut walk = Walk::over(Reader::new(self), std::mem::take(ids));
        let mut shard = Catalog::default();
        walk.shard(&mut shard);
        *ids = walk.ids;
        if walk.io.is_whole() { Ok(shard) } else { Err(Damaged) }
    }
}

impl Ids {
    /// The ids of `catalog_index`, as whoever reads it will have them.
    #[must_use]
    pub fn of(catalog_index: &CatalogIndex) -> Self {
        let mut walk = Walk::over(Writer::default(), Self::default());
        walk.catalog_index(&mut catalog_index.clone());
        walk.ids
    }
}
