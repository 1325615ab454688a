//! Japanese, for the reasons of assignments.

use crate::model::{Method, Rule};

/// Opens the reason of an assignment.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Stated => "― 記載箇所：",
        Method::Matched => "― 規則による照合：",
        Method::Set => "― 登録簿の指定：",
    }
}

/// What a rule looks for.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::FrontMatter => "ファイル先頭の項目",
        Rule::EditionInTitle => "タイトル中のカンファレンス名・地域・年",
        Rule::EditionInText => "本文中のカンファレンス名・地域・年",
        Rule::EditionByPlace => "カンファレンス名と都市または会場",
        Rule::EditionByDate => "カンファレンス名と近い日付",
        Rule::EditionInPath => "カンファレンス名のフォルダーまたはファイル",
        Rule::EditionByFolder => "同じフォルダーのほかのレポート",
        Rule::TalkInHeading => "講演のタイトルである見出し",
        Rule::TalkInListItem => "タイトルとメモからなる箇条書き",
        Rule::TalkInTable => "講演の表の行",
        Rule::TalkInParagraph => "タイトルと講演者で始まる段落",
        Rule::TalkSetOff => "講演者名のそばにある太字・斜体・リンクのタイトル",
        Rule::TalkInQuotes => "講演者名のそばにある引用符つきのタイトル",
        Rule::TalkBySpeaker => "講演者名だけで示された講演",
        Rule::TalkInFile => "隣のファイルと同じく一つの講演についてのファイル",
        Rule::NameFromCompany => "会社名を伴う名前",
        Rule::KnownName => "人物の登録簿にある名前",
        Rule::ThemeAlias => "独立した語としてのテーマ名",
        Rule::ThemeHeading => "テーマ名である見出し",
        Rule::KnownOrganization => "組織の登録簿にある名前",
        Rule::CopyByShingles => "5語の並びの大半が共通",
    }
}
