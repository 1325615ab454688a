//! Spanish, for the waves.

use super::ES;
use crate::i18n::site::waves::{Told, WaveStrings};

/// `ninguna`, `las 8` or `5 de 8`.
fn portion(it: &Told) -> String {
    match it.named {
        0 => "ninguna".to_owned(),
        named if named == it.all => format!("las {named}"),
        named => format!("{named} de {}", it.all),
    }
}

/// `En 2017, 10 de 19 crónicas mencionaron «service mesh».`
fn told(it: &Told) -> String {
    let Told { theme, year, named, all } = it;
    match *named {
        0 => format!("En {year}, ninguna de {all} crónicas mencionó «{theme}»."),
        1 => format!("En {year}, 1 de {all} crónicas mencionó «{theme}»."),
        named if named == *all => format!("En {year}, las {all} crónicas mencionaron «{theme}»."),
        named => format!("En {year}, {named} de {all} crónicas mencionaron «{theme}»."),
    }
}

/// `En 2023, 2 de 12`, without a stop.
fn later(it: &Told) -> String {
    format!("En {}, {}", it.year, portion(it))
}

fn both(before: &Told, now: &Told) -> String {
    format!("{} {}.", told(before), later(now))
}

/// Spanish.
pub(super) const WAVES: WaveStrings = WaveStrings {
    fell_and_rose: |before, now, risen| {
        format!(
            "{} {}, frente a {} con «{}».",
            told(before),
            later(now),
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
            "Lo que mencionan {} sobre {series}, como parte de las crónicas de cada año.",
            ES.n_recaps(recaps)
        )
    },
    choose: "Al elegir una onda se lee lo que dicen.",
    about: |theme| format!("Todo sobre «{theme}»"),
    search: "Buscar y filtrar",
    peak: |named, all| format!("{named} de {all}"),
    then: |named, all, year| format!("{named} de {all} en {year}"),
    ended: |year| format!("sin mención desde {year}"),
    few: |enough| format!("Rayado: menos de {enough} crónicas, por eso no hay porcentaje."),
};
