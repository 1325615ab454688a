//! Japanese, for the palette and the reading list.

use crate::i18n::site::{ExplorerStrings, FinderStrings};

/// Japanese.
pub(super) const FINDER: FinderStrings = FinderStrings {
    kinds: ["カンファレンス", "講演", "テーマ", "人物", "組織", "レポート", "著者"],
    lost: "開けませんでした。",
    label: "カンファレンス、講演、テーマ、人物へ移動",
    found: "候補",
    count: "{}件",
    none: "その名前のものはありません。",
    hint: "↑ ↓ で選択、Enter で移動、Esc で閉じる",
    help: "キー操作",
    keys: [
        ("Ctrl K, ⌘ K", "名前で移動"),
        ("/", "検索"),
        ("?", "このキー一覧"),
        ("Tab", "次のリンクやボタンへ"),
        ("Enter", "開く、押す"),
        ("← → ↑ ↓", "一覧や図の中を移動"),
        ("+, -, 0", "年代の図を拡大・縮小、0で全期間に戻す"),
        ("Space", "星印にフォーカスがあるとき、講演をリーディングリストに追加"),
        ("Esc", "閉じる、または検索を消去"),
    ],
    single: "/ と ? のキーをどこでも使う",
    close: "閉じる",
    remove: "削除",
    original: "原文",
    unknown: "その講演はありません。",
    talks: "リストの講演：{}件",
    copied: "アドレスをコピーしました。",
    export: "一覧を書き出す",
    contents: "講演：{talks}件、レポート：{recaps}件",
    forms: [
        ("表（CSV）", "講演ごとに1行：登壇者、テーマ、日付、録画"),
        ("参考文献（BibTeX）", "引用に使えるレポートの一覧"),
        ("リスト（Markdown）", "リンクと出典つきの講演一覧"),
    ],
    failed: "ファイルを読み込めませんでした。接続が戻ったらもう一度お試しください。",
};

/// Japanese.
pub(super) const OFFERS: ExplorerStrings = ExplorerStrings {
    zoom: "ズーム",
    zoom_in: "拡大",
    zoom_out: "縮小",
    zoom_whole: "全期間",
    list: "リーディングリスト",
    star: "リーディングリストに追加",
    starred: "リーディングリストに追加済み",
};
