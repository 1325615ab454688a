//! French, for the waves.

use super::FR;
use crate::i18n::site::waves::{Told, WaveStrings};

/// `aucun`, `les 8` or `5 sur 8`.
fn portion(it: &Told) -> String {
    match it.named {
        0 => "aucun".to_owned(),
        named if named == it.all => format!("les {named}"),
        named => format!("{named} sur {}", it.all),
    }
}

/// `En 2017, 10 comptes rendus sur 19 citaient «\u{a0}service mesh\u{a0}».`
fn told(it: &Told) -> String {
    let Told { theme, year, named, all } = it;
    let theme = format!("«\u{a0}{theme}\u{a0}»");
    match *named {
        0 => format!("En {year}, aucun compte rendu sur {all} ne citait {theme}."),
        1 => format!("En {year}, 1 compte rendu sur {all} citait {theme}."),
        named if named == *all => {
            format!("En {year}, les {all} comptes rendus citaient tous {theme}.")
        }
        named => format!("En {year}, {named} comptes rendus sur {all} citaient {theme}."),
    }
}

fn both(before: &Told, now: &Told) -> String {
    format!("{} En {}\u{a0}: {}.", told(before), now.year, portion(now))
}

/// French.
pub(super) const WAVES: WaveStrings = WaveStrings {
    fell_and_rose: |before, now, risen| {
        format!(
            "{} En {}\u{a0}: {}, contre {} pour «\u{a0}{}\u{a0}».",
            told(before),
            now.year,
            portion(now),
            portion(risen),
            risen.theme
        )
    },
    fell: both,
    rose: both,
    stayed: both,
    one_year: told,
    lead: |recaps, series| {
        format!(
            "Ce que citent {} sur {series}, en part des comptes rendus de chaque année.",
            FR.n_recaps(recaps)
        )
    },
    choose: "Choisir une vague montre ce qu’ils en disent.",
    about: |theme| format!("Tout sur «\u{a0}{theme}\u{a0}»"),
    search: "Rechercher et filtrer",
    peak: |named, all| format!("{named} sur {all}"),
    then: |named, all, year| format!("{named} sur {all} en {year}"),
    ended: |year| format!("plus cité depuis {year}"),
    few: |enough| format!("Hachures\u{a0}: moins de {enough} comptes rendus, donc pas de part."),
};
