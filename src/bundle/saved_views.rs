//! Reads the views that `site.toml` saves, and reports meaningless parts of their addresses.

use super::{
    ledger::{FormerId, IdKind, Settled},
    registry::{Checks, EmbedEntry, FILES},
};
use crate::{
    ingest::Severity,
    model::{Catalog, SavedView},
    query::{EntityIndex, Query},
    text::percent,
};
use std::sync::Arc;

/// The views of `entries`, each with the id that the ledger keeps. Former ids in their addresses become current ones.
/// Parts of an address that the catalog does not know are dropped.
pub(super) fn saved_views<R: Fn(&str) -> Option<Vec<u8>>>(
    entries: &[EmbedEntry],
    settled: &Settled,
    catalog: &Catalog,
    mut checks: Checks<'_, R>,
) -> Vec<SavedView> {
    if entries.is_empty() {
        return Vec::new();
    }
    let index = EntityIndex::new(Arc::new(catalog.clone()));
    let [.., site] = FILES;
    let view = |(entry, id): (&EmbedEntry, &String)| {
        let search = entry.query.split_once('?').map_or(entry.query.as_str(), |(_, search)| search);
        let (mut query, mut warnings) = Query::parse(&current(search, &settled.history.former_ids));
        warnings.extend(query.retain_known(&index));
        for warning in warnings {
            let message = format!("the view \"{}\": {warning}", entry.name);
            let help = "copy the address from the explorer, from the \"?\" on";
            checks.tell(Severity::Warning, site, ("saved-view", &entry.query), message, help);
        }
        SavedView {
            slug: id.clone(),
            name: entry.name.clone(),
            query: query.to_search().trim_start_matches('?').to_owned(),
        }
    };
    entries.iter().zip(&settled.view_ids).map(view).collect()
}

/// An address with former ids replaced by current ones: in parameters, and in search words such as `theme:asdic`.
fn current(search: &str, former_ids: &[FormerId]) -> String {
    let now = |key: &str, id: &str| {
        let kind = match key {
            "conference" => IdKind::Conference,
            "theme" => IdKind::Theme,
            "person" => IdKind::Person,
            "org" => IdKind::Organization,
            _ => return id.to_owned(),
        };
        let former = former_ids.iter().find(|former| former.kind == kind && former.id == id);
        former.map_or(id, |former| &former.now).to_owned()
    };
    let word = |word: &str| {
        let (key, id) = word.split_once(':')?;
        let sign = key.len() - key.trim_start_matches('-').len();
        let (sign, name) = key.split_at_checked(sign)?;
        Some([sign, name, ":", &now(name, id)].concat())
    };
    let part = |part: &str| match part.split_once('=') {
        Some(("q", text)) => {
            let text = percent::decode_query(text);
            let words = text.split(' ').map(|it| word(it).unwrap_or_else(|| it.to_owned()));
            ["q=", &percent::encode_query(&words.collect::<Vec<_>>().join(" "))].concat()
        }
        Some((key, ids)) => {
            let ids: Vec<String> = ids.split(',').map(|id| now(key, id)).collect();
            [key, "=", &ids.join(",")].concat()
        }
        None => part.to_owned(),
    };
    search.split('&').map(part).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_keeps_working_when_what_it_names_has_another_id() {
        let former =
            |kind, id: &str, now: &str| FormerId { kind, id: id.to_owned(), now: now.to_owned() };
        let former =
            [former(IdKind::Theme, "asdic", "sonar"), former(IdKind::Conference, "weave", "loom")];
        for (then, now) in [
            ("theme=felt,asdic&conference=weave", "theme=felt,sonar&conference=loom"),
            ("q=theme:asdic+felt&view=themes", "q=theme:sonar+felt&view=themes"),
            ("q=-theme%3Aasdic", "q=-theme:sonar"),
            ("person=asdic&asdic", "person=asdic&asdic"),
        ] {
            assert_eq!(Query::parse(&current(then, &former)), Query::parse(now), "{then}");
        }
    }
}
