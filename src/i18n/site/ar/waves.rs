//! Arabic, for the waves.

use super::AR;
use crate::i18n::site::waves::{Told, WaveStrings};

fn told(it: &Told) -> String {
    let Told { theme, year, named, all } = it;
    let values = [&*year.to_string(), theme, &*named.to_string(), &*all.to_string()];
    AR.fill("في {0} ورد «{1}» في {2} من أصل {3} من التقارير.", &values)
}

fn later(it: &Told) -> String {
    AR.fill(
        "وفي {0} في {1} من أصل {2}.",
        &[&it.year.to_string(), &it.named.to_string(), &it.all.to_string()],
    )
}

fn both(before: &Told, now: &Told) -> String {
    told(before) + " " + &later(now)
}

/// Arabic.
pub(super) const WAVES: WaveStrings = WaveStrings {
    fell_and_rose: |before, now, risen| both(before, now) + " " + &told(risen),
    fell: both,
    rose: both,
    stayed: both,
    one_year: told,
    lead: |recaps, series| {
        let values = [series, &*AR.n_recaps(recaps)];
        AR.fill("ما يذكره الكتّاب عن {0} ({1})، كنسبة من تقارير كل سنة.", &values)
    },
    choose: "اختر موجة لتقرأ ما كُتب.",
    about: |theme| AR.fill("كل شيء عن {0}", &[theme]),
    search: "البحث والتصفية",
    peak: |named, all| AR.fill("{0} من {1}", &[&named.to_string(), &all.to_string()]),
    then: |named, all, year| {
        let values = [named.to_string(), all.to_string(), year.to_string()];
        AR.fill("{0} من {1} في {2}", &values.each_ref().map(String::as_str))
    },
    ended: |year| AR.fill("لم يُذكر منذ {0}", &[&year.to_string()]),
    few: |enough| AR.fill("المخطط بخطوط: أقل من {0} تقارير، فلا نسبة.", &[&enough.to_string()]),
};
