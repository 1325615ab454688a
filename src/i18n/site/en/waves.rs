//! English, for the waves.

use super::EN;
use crate::i18n::site::waves::{Told, WaveStrings};

/// `none`, `all 8` or `5 of 8`.
fn portion(told: &Told) -> String {
    match told.named {
        0 => "none".to_owned(),
        named if named == told.all => format!("all {named}"),
        named => format!("{named} of {}", told.all),
    }
}

/// `In 2017, 10 of 19 recaps named service mesh.`
fn opening(told: &Told) -> String {
    let Told { theme, year, named, all } = told;
    let portion = match named {
        0 => format!("none of {all}"),
        named if named == all => format!("all {all}"),
        named => format!("{named} of {all}"),
    };
    format!("In {year}, {portion} recaps named {theme}.")
}

/// English.
pub(super) const WAVES: WaveStrings = WaveStrings {
    fell_and_rose: |before, now, risen| {
        format!(
            "{} In {}, {} did, and {} named {}.",
            opening(before),
            now.year,
            portion(now),
            portion(risen),
            risen.theme
        )
    },
    fell: |before, now| format!("{} In {}, {} did.", opening(before), now.year, portion(now)),
    rose: |before, now| format!("{} In {}, {} did.", opening(before), now.year, portion(now)),
    stayed: |before, now| format!("{} In {}, {} did.", opening(before), now.year, portion(now)),
    one_year: opening,
    lead: |recaps, series| {
        format!("What {} on {series} name, as a share of each year’s recaps.", EN.n_recaps(recaps))
    },
    choose: "Choose a wave to read what they say.",
    about: |theme| format!("All about {theme}"),
    search: "Search and filter",
    peak: |named, all| format!("{named} of {all}"),
    then: |named, all, year| format!("{named} of {all} in {year}"),
    ended: |year| format!("not named since {year}"),
    few: |enough| format!("Hatched: fewer than {enough} recaps, so no share."),
};
