//! Inputs of any size, each of one thing again and again.

/// One thing that a file may be full of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input {
    /// What it is.
    pub(crate) name: &'static str,
    /// What stands before it, once.
    head: &'static str,
    /// What is repeated. `{a}`, `{b}` and `{c}` are words that differ from time to time, `{n}` is the number of times.
    unit: &'static str,
}

impl Input {
    /// The text, of about so many bytes.
    pub(crate) fn text(&self, size: usize) -> String {
        let mut text = self.head.to_owned();
        let mut number = 0;
        while text.len() < size {
            let unit = self.unit.replace("{n}", &number.to_string());
            let unit = unit.replace("{a}", &word(number)).replace("{b}", &word(7 * number + 3));
            text += &unit.replace("{c}", &word(13 * number + 5));
            number += 1;
        }
        text
    }
}

/// A word with a capital, made of the number.
fn word(number: u32) -> String {
    const BEGINNINGS: [&str; 8] = ["Ba", "Ko", "Ri", "Ne", "Lu", "Sa", "Ti", "Mo"];
    const SYLLABLES: [&str; 8] = ["ve", "da", "pi", "ru", "go", "he", "ja", "fo"];
    let mixed = number.wrapping_mul(2_654_435_761);
    let pick = |list: &[&'static str; 8], place: u32| {
        list.iter().copied().cycle().nth((mixed >> (4 * place)) as usize % 8).unwrap_or_default()
    };
    [pick(&BEGINNINGS, 0), pick(&SYLLABLES, 1), pick(&SYLLABLES, 3)].concat()
}

const HEAD: &str = "# Loom Days 2019\n\n";
const HEADER: &str = "---\ntitle: Loom Days 2019\n";

const fn input(name: &'static str, unit: &'static str) -> Input {
    Input { name, head: HEAD, unit }
}

const fn below(name: &'static str, head: &'static str, unit: &'static str) -> Input {
    Input { name, head, unit }
}

pub(crate) const INPUTS: &[Input] = &[
    input("prose", "The {a} of {b} is about {c} and more. "),
    input("paragraphs", "The {a} of {b} is about {c} and more.\n\n"),
    input("headings above speakers", "## {a} of the {b} {c}\n\nSpeaker: {b} {c}\n\nLoud.\n\n"),
    input("headings with a dash", "## {a} of the {b} - {b} {c}\n\nLoud.\n\n"),
    input("headings with by", "## {a} of the {b} by {b} {c}\n\nLoud.\n\n"),
    input("equal headings below equal days", "## Day 1\n\n### Looms\n\nLoud.\n\n"),
    input("equal headings above a speaker", "## Looms at scale\n*Ada Weaver*\n\nLoud.\n\n"),
    input("equal sentences about a talk", "The talk \"Looms\" by Ada Weaver was good.\n\n"),
    input("labels on one line", "Keynote: "),
    input("quoted titles on one line", "\"Looms at scale\" "),
    input("quoted titles in Japanese on one line", "「織機」山田太郎さん、"),
    input("addresses on one line", "https://a.example/b "),
    input("events on one line", "LoomConf 2018 LoomConf 2017 "),
    input("headings alone", "## {a} {b}\n\n"),
    below("one long heading", "# Loom Days 2019\n\n## ", "{a} of {b} "),
    below("one long title", "# ", "{a} of {b} "),
    input("items with a dash", "- {a} of the {b} - {b} {c}\n"),
    input("items with by", "- {a} of the {b} by {b} {c}\n"),
    input("items with brackets", "- {a} of the {b} ({b} {c})\n"),
    input("items alone", "- {a} {b} {c}\n"),
    input("the same item", "- The same item\n"),
    input("the same talk", "- Lessons of the sea - Ada Weaver\n"),
    input("numbered items", "{n}. {a} of the {b} - {b} {c}\n"),
    input("linked items", "- [{a} of the {b}](https://youtu.be/{a}{b}{c}) by {b} {c}\n"),
    input("tasks", "- [ ] {a} of {b}\n"),
    input("rows", "| {a} of the {b} | {b} {c} | Room 3 |\n"),
    below(
        "rows below heads",
        "# Loom Days 2019\n\n| Title | Speaker |\n|---|---|\n",
        "| {a} of {b} | {b} {c} |\n",
    ),
    input("quotation marks", "\""),
    input("quoted words", "\"{a}\" "),
    input("quoted titles", "{b} {c} spoke about \"The {a} of {b}\". "),
    input("quoted titles in paragraphs", "{b} {c} spoke about \"The {a} of {b}\".\n\n"),
    input("titles in bold", "**{a} of the {b}** by {b} {c}\n\n"),
    input("titles in bold on one line", "**{a} of the {b}** by {b} {c}, "),
    input("open emphasis", "**a *b "),
    input("stars", "*"),
    input("code", "`"),
    input("open brackets", "["),
    input("open links", "[a]("),
    input("wikilinks", "[[{a} {b}]] "),
    input("refused links", "[{a}](javascript:{b}) "),
    input("links", "[{a} {b}](https://example.org/{b}/{c}) "),
    input("addresses", "https://example.org/{b}/{c} "),
    input("hidden characters", "\u{200b}"),
    input("marks that turn text around", "\u{202e}"),
    input("shortcodes", "{{< x >}} "),
    input("open shortcodes", "{{< "),
    input("components", "<Foo bar={x}>"),
    input("open elements", "<details>"),
    input("angle brackets", "<"),
    input("open comments", "<!-- "),
    input("comments of Obsidian", "%% a "),
    input("formulas", "$a$ "),
    input("footnotes", "[^{n}] "),
    input("texts of footnotes", "[^{n}]: text {a}\n\n"),
    input("references", "[{a}{n}]: https://example.org/{b}\n"),
    input("entities", "&amp;"),
    input("handles", "@{a} "),
    input("tags", "#{a} "),
    input("names with and", "{b} {c} and "),
    input("names with commas", "{b} {c}, "),
    input("names in brackets", "({b} {c}, {a}) "),
    input("sentences with companies", "{b} {c} from {a} gave a talk. "),
    below("one line of speakers", "# Loom Days 2019\n\nSpeakers: ", "{b} {c}, "),
    input("lines of speakers", "Speaker: {b} {c}\n\n"),
    input("dashes", "a - "),
    input("words joined by dashes", "{a}-"),
    input("words joined by strokes", "{a}/"),
    input("numbers joined by commas", "{n},"),
    input("spelled-out addresses without spaces", "{a}[at]"),
    input("spelled-out addresses", "{a} [at] {b} [dot] example "),
    input("capitals", "Ada "),
    input("one word", "a"),
    input("dates", "2019-05-03 "),
    input("spans of dates", "May 3 – 5, 2019, "),
    input("times", "10:30 {a} of {b}\n\n"),
    input("names of conferences", "{a}Conf 2019 "),
    input("headings with conferences", "## {a}Conf 2019\n\ntext\n\n"),
    input("quotations", "> {a} of {b}\n\n"),
    input("nested quotations", "> "),
    input("rules", "---\n"),
    input("fences", "```\na\n"),
    input("pictures", "![{a}](img/{b}.png)\n\n"),
    input("recordings", "https://youtu.be/{a}{b}{c}\n\n"),
    input("Japanese", "日本語の発表について話した。"),
    input("lines in Japanese", "■ {a}の話\n発表者：山田 太郎\n\n"),
    input("pictures of people", "👩‍👩‍👧‍👦"),
    input("marks above letters", "e\u{301}"),
    below("keys of a header", HEADER, "key{n}: {a}\n"),
    below("an open header", "---\n", "a: b\n"),
    below("lists in a header", "---\na: ", "["),
];
