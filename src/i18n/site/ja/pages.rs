//! Japanese, for the static pages.

use super::{JA, reasons};
use crate::{
    i18n::site::PageStrings,
    model::{LinkKind, Method},
};

/// Japanese.
pub(super) const PAGES: PageStrings = PageStrings {
    conferences: "カンファレンス",
    themes: "テーマ",
    people: "人物",
    authors: "著者",
    organizations: "組織",
    recaps: "レポート",
    skip_to_results: "検索結果へ移動",
    skip_link: "本文へ移動",
    back: "年表に戻る",
    report: "このページの誤りを報告",
    moved: "このページは移動しました：",
    note_moved: "このノートは現在こちらにあります：",
    no_longer_named: "現在は言及がないカンファレンス：",
    nothing_yet: "まだ何もありません",
    nothing_yet_reason: "ノートはデータフォルダーに Markdown またはテキストファイルとして、報告ごとに一つずつ置きます。置いたら、もう一度サイトを作成してください。",
    not_found: "ページが見つかりません",
    not_found_reason: "アドレスが古いか、一部が欠けている可能性があります。",
    start_page: "トップページ",
    start_page_here: "トップページ（このフォルダーにある場合）",
    start_page_above: "トップページ（1つ上のフォルダーにある場合）",
    recap: "レポート",
    person: "人物",
    organization: "組織",
    described_talk: "この講演のタイトルを記した資料はありません。",
    nothing_held: "このカンファレンスのレポートはまだありません。",
    year: "年",
    filter_by_year: "この年を年表で見る",
    filter_by_edition: "このカンファレンスを年表で見る",
    filter_by_theme: "このテーマだけを年表で見る",
    filter_by_person: "この人物の登壇と言及を年表で見る",
    filter_by_organization: "この組織だけを年表で見る",
    outline: "このページの内容",
    talks_without_note: "このレポートで触れられたほかの発表",
    opinions: "著者が特に挙げたもの",
    other_notes: "その他のメモ",
    spoke_in: |n| format!("登壇した講演（{n}件）"),
    named_in: "ほかに言及されている箇所",
    spoke_for: "所属：",
    also_called: |names| format!("別名：{}", JA.listed(names)),
    also_spelled: |names| format!("別表記：{}", JA.listed(names)),
    broader: "上位テーマ",
    narrower: "下位テーマ",
    over_editions: "カンファレンスごとの推移",
    recaps_head: "レポート",
    notes: "メモ",
    notes_head: "メモ",
    numbers: "数値",
    silence: |last, editions, recaps| {
        format!(
            "{last}以降、カンファレンス{editions}件のレポート{recaps}本では触れられていません。"
        )
    },
    share_of_recaps: |n, all| format!("レポート{all}本中{n}本"),
    neighbors: "あわせて言及されるテーマ",
    n_shared: |n| JA.n_notes(n),
    related_talks: "関連する講演",
    same_speakers: "同じ講演者の講演",
    also_by: |names| format!("講演者：{}", JA.listed(names)),
    voices: |n| format!("著者{n}人の記録をテーマ別に比較"),
    nothing_shared: "複数の著者が触れたテーマはありません。",
    only_one: "1人だけが触れたテーマ",
    shares: |themes| format!("共通のテーマ：{}", JA.listed(themes)),
    link_kind: |kind| match kind {
        LinkKind::Schedule => "日程表",
        LinkKind::Video => "動画",
        LinkKind::Slides => "スライド",
        LinkKind::Project => "プロジェクト",
        LinkKind::Site => "サイト",
        LinkKind::Other => "リンク",
    },
    n_more: |n| format!("ほか{n}件"),
    forms: "ほかの形式：",
    as_calendar: "カレンダー",
    is_derived: "レポートから推定した情報（未確認）",
    ways: "ここから",
    jump: "移動…",
    jump_key: "Ctrl K",
    star: "リーディングリストに追加",
    starred: "リーディングリストに追加済み",
    reading_list: "リーディングリスト",
    list_lead: "このページのアドレスがリストそのものです。保存したり、人に送ったりできます。",
    list_add: "講演を追加",
    list_keep: "自分のリストにする",
    list_copy: "アドレスをコピー",
    list_markdown: "Markdown で保存",
    list_print: "印刷",
    list_clear: "消去",
    list_empty: "リストは空です。講演の☆を押すとここに追加されます。",
    list_failed: "タイトルを読み込めなかったため、アドレスだけを表示しています。",
    list_unkept: "このブラウザーはリストを保存できません。保存領域がいっぱいか、使用が禁止されています。講演はこのページのアドレスに記されています。",
    list_no_script: "このリストには JavaScript が必要です。アドレスに講演が記されており、各講演には個別のページがあります。",

    themes_page: "テーマの移り変わり",
    themes_lead: |themes, editions, recaps| {
        format!("テーマ{themes}件、カンファレンス{editions}件、レポート{recaps}本。")
    },
    no_themes: "テーマに触れたレポートはまだありません。",
    came_back: "再び登場したテーマ",
    return_story: |before, again, [silent, silent_recaps, named, all]| {
        format!(
            "最後の言及は{before}。カンファレンス{silent}件のレポート{silent_recaps}本では言及がなく、{again}ではレポート{all}本中{named}本が言及。"
        )
    },
    threads: "同じ問い、新しい答え",
    threads_note: "1つのテーマに属するものを、最初に触れたカンファレンス順に並べています。",
    comparison: "2つのカンファレンスを比較",
    compare: "比較",
    compare_with: "比較対象",
    compare_first: "比較元",
    compare_second: "比較先",
    only_at: "{}のみ",
    at_both: "両方（それぞれのレポート数）",
    compared: |here, before| match before {
        Some(before) => format!(
            "こちらのレポート{here}本とあちらのレポート{before}本による比較です。1本だけの言及は1人の意見です。言及のないテーマも、話題になっていたかもしれません。"
        ),
        None => format!("レポート{here}本に基づきます。1本だけの言及は1人の意見です。"),
    },
    first_themes: |n| format!("ここで初登場（{n}件）"),
    new_themes: |n| format!("新しいテーマ（{n}件）"),
    back_themes: |n| format!("間を置いて再登場（{n}件）"),
    gone_themes: |n, before| format!("{before}にはあり、今回はないテーマ（{n}件）"),
    stayed_themes: |n, before| format!("{before}と今回に共通のテーマ（{n}件）"),
    other_themes: |n, before| format!("今回はあり、{before}にはないテーマ（{n}件）"),
    silent_since: |before, n, recaps| {
        format!("前回は{before}、その後カンファレンス{n}件のレポート{recaps}本では言及なし")
    },

    chart_table: "表で見る",
    dates_head: "日程",
    written_head: "執筆",
    written_note: "灰色の棒：レポートが書かれた時期。",

    from_recap: "出典：",
    on_talk: "講演：",
    original_at: |host| format!("原文（{host}）"),
    original_address: "原文",
    wording_of: |file, canonical| format!("{file}（{canonical} との語句の違い）"),
    n_alike: |n| format!("同じ段落：{n}"),
    words_removed: "削除：",
    words_added: "追加：",
    boilerplate_in: |file| format!("{file} で発行元が加えた部分"),
    image: |alt| if alt.is_empty() { "画像".to_owned() } else { format!("画像：{alt}") },
    table: "表",
    back_to_text: "本文に戻る",
    play_video: |title, host| format!("動画を再生：{title}（{host} から読み込みます）"),
    watch_on: |host| format!("{host} で見る"),

    provenance: "この記述の出どころ",
    talk_provenance: "この講演の見つけ方",
    lines: |file, first, last| {
        if first == last {
            format!("{file}、{first}行目")
        } else {
            format!("{file}、{first}～{last}行目")
        }
    },
    method: reasons::method,
    rule: reasons::rule,
    full_stop: "。",
    how_read: "このレポートの読み取り方",
    n_times: |n, method, rule| {
        let how = match method {
            Method::Stated => "明記",
            Method::Matched => "照合",
            Method::Set => "登録",
        };
        format!("{how}：{}（{n}件）", reasons::rule(rule))
    },
    uncertain: "不確かです。",
};
