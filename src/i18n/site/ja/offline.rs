//! Japanese, for saving the site on a device.

use crate::i18n::site::{OfflineStrings, offline::megabytes};

/// Japanese.
pub(super) const OFFLINE: OfflineStrings = OfflineStrings {
    title: "オフラインで使う",
    states: [
        ("none", "すべてのページと検索、絞り込みをこの端末に保存できます。"),
        ("saving", "保存しています。このページを開いたままお待ちください。"),
        ("saved", "このサイトは端末に保存されており、オフラインで開けます。"),
        (
            "old",
            "このサイトは端末に保存されていますが、その後更新されました。いま表示しているのは最新版です。",
        ),
        ("failed", "保存できませんでした。接続がないか、端末の空き容量が不足しています。"),
    ],
    progress: "保存の進み具合",
    save: |bytes| format!("オフライン用に保存（{}）", megabytes(bytes)),
    remove: "この端末から削除",
};
