//! Japanese, for the page before and without the client.

use crate::i18n::site::BootStrings;

/// Japanese.
pub(super) const BOOT: BootStrings = BootStrings {
    no_script: "検索と絞り込みには JavaScript が必要です。下のカンファレンスと講演の一覧、および各ページはそのままご覧いただけます。",
    title: "検索と絞り込みを開始できませんでした",
    reasons: [
        (
            "data-disk",
            "このページはディスクから開かれています。ブラウザーはディスク上のプログラムを実行しません。サーバーに置けば動作します。",
        ),
        ("data-offline", "オフラインのため、このサイトの一部がまだ端末にありません。"),
        ("data-client", "プログラムの一部が見つからないか、壊れているか、ブロックされています。"),
        ("data-data", "コレクションを読み込めなかったか、データが壊れています。"),
        ("data-schema", "このページはコレクションより古いものです。再読み込みしてください。"),
        ("data-crash", "プログラムで問題が発生しました。リンクはそのまま残っています。"),
    ],
    wait: "読み込み中…",
    slow: "接続が遅いか、サーバーが応答していません。",
    rest: "下の一覧はそのままご覧いただけます。",
    retry: "もう一度試す",
};
