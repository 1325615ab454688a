//! German, for the waves.

use super::DE;
use crate::i18n::site::waves::{Told, WaveStrings};

/// `keiner`, `alle 8` or `5 von 8`.
fn portion(it: &Told) -> String {
    match it.named {
        0 => "keiner".to_owned(),
        named if named == it.all => format!("alle {named}"),
        named => format!("{named} von {}", it.all),
    }
}

/// `2017 erwähnten 10 von 19 Berichten „Service Mesh“.`
fn told(it: &Told) -> String {
    let Told { theme, year, named, all } = it;
    match *named {
        0 => format!("{year} erwähnte keiner von {all} Berichten „{theme}“."),
        1 => format!("{year} erwähnte 1 von {all} Berichten „{theme}“."),
        named if named == *all => format!("{year} erwähnten alle {all} Berichte „{theme}“."),
        named => format!("{year} erwähnten {named} von {all} Berichten „{theme}“."),
    }
}

/// `2023 waren es 2 von 12`, without a stop.
fn later(it: &Told) -> String {
    let were = if it.named > 1 { "waren" } else { "war" };
    format!("{} {were} es {}", it.year, portion(it))
}

fn both(before: &Told, now: &Told) -> String {
    format!("{} {}.", told(before), later(now))
}

/// German.
pub(super) const WAVES: WaveStrings = WaveStrings {
    fell_and_rose: |before, now, risen| {
        let mention = if risen.named > 1 { "erwähnten" } else { "erwähnte" };
        format!(
            "{} {}, und „{}“ {mention} {}.",
            told(before),
            later(now),
            risen.theme,
            portion(risen)
        )
    },
    fell: both,
    rose: both,
    stayed: both,
    one_year: told,
    lead: |recaps, series| {
        format!(
            "Was {} über {series} erwähnen, als Anteil an den Berichten jedes Jahres.",
            DE.n_recaps(recaps)
        )
    },
    choose: "Jede Welle öffnet, was sie schreiben.",
    about: |theme| format!("Alles zu „{theme}“"),
    search: "Suchen und filtern",
    peak: |named, all| format!("{named} von {all}"),
    then: |named, all, year| format!("{year}: {named} von {all}"),
    ended: |year| format!("seit {year} nicht erwähnt"),
    few: |enough| format!("Schraffiert: weniger als {enough} Berichte, daher kein Anteil."),
};
