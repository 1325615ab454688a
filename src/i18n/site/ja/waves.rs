//! Japanese, for the waves.

use crate::i18n::site::waves::{Told, WaveStrings};

/// `2017年は19本中10本のレポートが「サービスメッシュ」に触れました`
fn told(it: &Told) -> String {
    let Told { theme, year, named, all } = it;
    format!("{year}年は、レポート{all}本中{named}本が「{theme}」に触れました。")
}

fn later(it: &Told) -> String {
    let Told { year, named, all, .. } = it;
    format!("{year}年は{all}本中{named}本です。")
}

/// Japanese.
pub(super) const WAVES: WaveStrings = WaveStrings {
    fell_and_rose: |before, now, risen| {
        let Told { theme, named, .. } = risen;
        told(before) + &later(now) + &format!("一方、{named}本が「{theme}」に触れています。")
    },
    fell: |before, now| told(before) + &later(now),
    rose: |before, now| told(before) + &later(now),
    stayed: |before, now| told(before) + &later(now),
    one_year: told,
    lead: |recaps, series| {
        format!(
            "{series}のレポート{recaps}本が触れたテーマを、各年のレポートに占める割合で示します。"
        )
    },
    choose: "波を選ぶと、その年の文章を読めます。",
    about: |theme| format!("「{theme}」のすべて"),
    search: "検索と絞り込み",
    peak: |named, all| format!("{all}本中{named}本"),
    then: |named, all, year| format!("{year}年：{all}本中{named}本"),
    ended: |year| format!("{year}年以降なし"),
    few: |enough| format!("斜線：レポートが{enough}本未満のため割合なし。"),
};
