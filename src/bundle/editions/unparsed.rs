//! Editions whose stated names give no series and year.

use super::known::Editions;
use super::text_parts::without_year;
use crate::bundle::registry::{ConferenceEntry, SeriesEntry};
use crate::ingest::spelled_signs;
use crate::model::PartialDate;
use crate::text::any_script::slug;

/// Adds an edition whose name gives no series and year. Returns its index.
pub(super) fn unparsed(editions: &mut Editions, name: &str) -> usize {
    let (series, year) = without_year(name);
    let series = if series.is_empty() { name.to_owned() } else { series };
    let (id, series_id) = (slug(&spelled_signs(name)), slug(&spelled_signs(&series)));
    if let Some(known) = editions.all.iter().position(|edition| edition.id == id) {
        return known;
    }
    if !editions.series.iter().any(|known| known.id == series_id) {
        let aliases = Vec::new();
        editions.series.push(SeriesEntry {
            id: series_id.clone(),
            name: series,
            aliases,
            ..SeriesEntry::default()
        });
    }
    editions.all.push(ConferenceEntry {
        id,
        series: series_id,
        name: name.to_owned(),
        short_name: name.to_owned(),
        start: year.and_then(|year| PartialDate::from_year(year).ok()),
        ..ConferenceEntry::default()
    });
    editions.all.len() - 1
}
