//! Japanese, for programs.

use super::JA;
use crate::i18n::site::ExportStrings;

/// Japanese.
pub(super) const EXPORTS: ExportStrings = ExportStrings {
    conference: |name, facts, recaps, talks| {
        let facts = facts.iter().fold(String::new(), |all, fact| all + JA.comma() + fact);
        match (recaps, talks) {
            (0, 0) => format!("{name}{facts}。"),
            _ => format!("{name}{facts}：{}。", JA.holdings(recaps, talks)),
        }
    },
    talk: |kind, speakers, edition| {
        let at = edition.map(|edition| format!("{edition}の")).unwrap_or_default();
        let by = JA.listed(speakers);
        let by = if by.is_empty() { by } else { format!("（{by}）") };
        format!("{at}{kind}{by}。")
    },
    theme: |name, notes, recaps| {
        format!("カンファレンスでの{name}：{}、{}。", JA.n_notes(notes), JA.n_recaps(recaps))
    },
    named: |name, talks, notes| match (talks, notes) {
        (0, notes) => format!("{name}：{}で言及。", JA.n_notes(notes)),
        (talks, 0) => format!("{name}：{}。", JA.n_talks(talks)),
        (talks, notes) => {
            format!("{name}：{}、{}で言及。", JA.n_talks(talks), JA.n_notes(notes))
        }
    },
    wrote: |name, n| format!("{name}のレポート{n}本。"),
    recap: |author, edition| match (author, edition) {
        (Some(author), Some(edition)) => format!("{author}による{edition}のレポート。"),
        (Some(author), None) => format!("{author}によるレポート。"),
        (None, Some(edition)) => format!("{edition}のレポート。"),
        (None, None) => String::new(),
    },
    feed: |about, site| format!("{about} – {site}"),
    calendar: "カレンダー",
    picture: |alt| if alt.is_empty() { "画像".to_owned() } else { format!("画像：{alt}") },
    video: "動画",
    citation: |author, title, published, address| {
        let author = author.unwrap_or_default();
        let published = published.iter().fold(String::new(), |all, fact| all + fact + "。");
        let address = address.map(|address| format!(" {address}")).unwrap_or_default();
        format!("{author}「{title}」{published}{address}")
    },
    cite_as: "引用の書式",
    award: |award| format!("評価：{award}"),
    on_talk: |talk| format!("講演：{talk}"),
    conferences: "カンファレンス",
    recaps: "レポート",
    themes: "テーマ",
    data: "データ",
    manifest: "データセットの一覧（JSON）",
    talks_table: "全講演（CSV）",
    bibliography: "全レポート（BibTeX）",
    feed_form: "フィード",
    text_form: "Markdown",
    table_form: "CSV",
    references_form: "BibTeX",
    preview: |title| format!("{title}と、その年表上の位置"),
    theme_kicker: "テーマ",
    person_kicker: "人物",
    organization_kicker: "組織",
    recap_kicker: "レポート",
    year_kicker: "年",
    n_editions: |n| JA.n_conferences(n),
    dataset_note: "一覧には、データセットの全ファイルがサイズとハッシュ値とともに記されています。",
};
