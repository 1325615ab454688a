//! Japanese, for what pages show at a glance.

use crate::i18n::site::StoryStrings;

/// Japanese.
pub(super) const STORY: StoryStrings = StoryStrings {
    how_to_cite: "引用方法",
    cite_text: "テキスト",
    cite_link: "リンク",
    copy: "コピー",
    copied: "コピーしました",
    copy_citation: "引用をコピー",

    first_named: "最初の言及",
    peak: "ピーク",
    last_named: "最後の言及",
    latest: "最新の言及",
    year_share: |year, named, all| format!("{year}年：レポート{all}本中{named}本"),
    few: |enough| format!("枠のみ：レポートが{enough}本未満の年（割合なし）"),

    new_and_gone: |before| format!("{before}から増えたテーマと消えたテーマ"),
    new_here: "新しいテーマ",
    gone: "消えたテーマ",
    all_changes: "すべての変化",
    most_voices: "最も多く書かれた講演",
    all_notes: |n| format!("メモ{n}件をすべて読む"),
    about: |people| format!("参加者約{people}人"),
    between: |least, most| format!("参加者{least}～{most}人（資料により異なる）"),
    attendees: |statement| format!("参加者数：{statement}"),
    stated: |statement, who| format!("{statement}（{who}）"),
    thousands: ",",
    sources: "出典",

    themes: "テーマ",
    compare: "比較",

    order_silent: "最後の言及が古い順",
    order_voices: "著者が多い順",
    themes_by_year: "年別のすべてのテーマ",
    by_year_note: |enough| {
        format!(
            "各年にそのテーマに触れたレポートの数。濃いほど割合が高い。枠のみ：レポートが{enough}本未満の年。"
        )
    },
};
