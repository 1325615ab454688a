//! What is written as Markdown is read as what it was.
#![expect(clippy::wildcard_enum_match_arm, reason = "the parser has many events, and few may come")]

use super::markdown::{blocks, heading, link};
use crate::{
    i18n::site::language,
    model::{Alignment, Block, Inline, Provider, Table, Video},
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn events(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).collect()
}

/// The text of a Markdown file, if it is one paragraph without any mark but code and links.
fn read(markdown: &str) -> Option<(String, Vec<String>)> {
    let (mut text, mut links) = (String::new(), Vec::new());
    for event in events(markdown) {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph | TagEnd::Link) => {}
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Text(it) | Event::Code(it) => text += &it,
            Event::SoftBreak | Event::HardBreak => text += "\n",
            _ => return None,
        }
    }
    Some((text, links))
}

/// Text full of signs that mean something somewhere.
fn signs() -> impl Strategy<Value = String> {
    let sign =
        proptest::sample::select("\\`*_[]<>&~|!#+-=:.)(1a ;\"'{}$é".chars().collect::<Vec<_>>());
    proptest::collection::vec(sign, 1..12).prop_map(|signs| signs.into_iter().collect())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn text_is_read_as_written(before in signs(), url in "[a-z()&;_*<>|]{1,8}", label in "[a-z!&;]{1,6}", after in signs()) {
        let url = "https://a.example/".to_owned() + &url;
        let list = vec![
            Inline::Text(before.clone()),
            Inline::Break,
            Inline::Link { url, text: vec![Inline::Text(label.clone())] },
            Inline::Text(after.clone()),
        ];
        let markdown = blocks(&[Block::Paragraph(list)], 2, &language("en").exports);
        let found = read(&markdown);
        prop_assert!(found.is_some(), "{:?}", events(&markdown));
        let (text, links) = found.unwrap();
        prop_assert_eq!(words(&text), words(&[&before, "\n", &label, &after].concat()), "{}", markdown);
        prop_assert_eq!(links.len(), 1, "{}", markdown);
    }

    #[test]
    fn code_is_read_as_written(text in "[a`|\\\\ *<&]{0,6}[a*]") {
        let markdown = blocks(&[Block::Paragraph(vec![Inline::Text("x ".to_owned()), Inline::Code(text.clone())])], 2, &language("en").exports);
        let found = read(&markdown).map(|(text, _)| words(&text));
        prop_assert_eq!(found, Some(words(&format!("x {text}"))), "{}", markdown);
        let block = blocks(&[Block::Code { language: "a`\nb".to_owned(), text: text.clone() }], 2, &language("en").exports);
        let found: String = events(&block).into_iter().filter_map(|event| match event {
            Event::Text(it) => Some(it.to_string()),
            _ => None,
        }).collect();
        prop_assert_eq!(found, text + "\n", "{}", block);
    }
}

fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

#[track_caller]
fn check(block: Block, expected: &str) {
    assert_eq!(blocks(&[block], 2, &language("en").exports), expected);
}

#[test]
fn every_block_has_a_form() {
    let item = |words: &str| vec![Block::Paragraph(text(words))];
    let nested = vec![
        Block::Paragraph(text("one")),
        Block::List { start: Some(3), items: vec![item("two"), item("three")] },
    ];
    check(
        Block::List { start: None, items: vec![nested, item("- four")] },
        "- one\n\n  3. two\n  4. three\n- \\- four\n\n",
    );
    check(Block::Heading { level: 1, text: text("Head #1") }, "### Head #1\n\n");
    check(Block::Quote([item("said"), item("done")].concat()), "> said\n>\n> done\n\n");
    check(
        Block::Table(Table {
            rows: vec![vec![text("a"), text("b")], vec![vec![Inline::Code("c | d".to_owned())]]],
            columns: vec![Alignment::Center, Alignment::End],
        }),
        "| a | b |\n| :---: | ---: |\n| `c \\| d` |  |\n\n",
    );
    check(
        Block::Video(Video { provider: Provider::Vimeo, id: "12345".to_owned() }),
        "[Video](https://vimeo.com/12345)\n\n",
    );
    check(Block::Rule, "---\n\n");
    let marked = vec![
        Inline::Strong(text("so ")),
        Inline::Deleted(text("and")),
        Inline::Emphasis(text(" on")),
    ];
    check(Block::Paragraph(marked), "**so** ~~and~~ *on*\n\n");
    assert_eq!(heading(1, "A *star*"), "# A \\*star\\*\n\n");
    assert_eq!(
        link("", "https://a.example/(b)"),
        "[https://a.example/(b)](https://a.example/%28b%29)"
    );
}
