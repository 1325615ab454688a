//! Tells a language by its script, or by letters that only it has.

use std::ops::RangeInclusive;

/// A text is Japanese, Korean or Chinese if at least one letter in this many is, whatever names and titles it contains.
const EASTERN_SHARE: usize = 5;

/// Fewest letters of a script that tell the language of a text that also has others.
const FEWEST_LETTERS: usize = 20;

/// Fewest letters in a text of one script.
const FEWEST_ALONE: usize = 8;

/// How many letters of a long text are examined.
const MOST: usize = 20_000;

/// Scripts that one language has, or nearly so, and its tag.
const SCRIPTS: &[(RangeInclusive<char>, &str)] = &[
    ('\u{370}'..='\u{3ff}', "el"),
    ('\u{530}'..='\u{58f}', "hy"),
    ('\u{590}'..='\u{5ff}', "he"),
    ('\u{980}'..='\u{9ff}', "bn"),
    ('\u{a00}'..='\u{a7f}', "pa"),
    ('\u{a80}'..='\u{aff}', "gu"),
    ('\u{b80}'..='\u{bff}', "ta"),
    ('\u{c00}'..='\u{c7f}', "te"),
    ('\u{c80}'..='\u{cff}', "kn"),
    ('\u{d00}'..='\u{d7f}', "ml"),
    ('\u{d80}'..='\u{dff}', "si"),
    ('\u{e00}'..='\u{e7f}', "th"),
    ('\u{e80}'..='\u{eff}', "lo"),
    ('\u{1000}'..='\u{109f}', "my"),
    ('\u{10a0}'..='\u{10ff}', "ka"),
    ('\u{1780}'..='\u{17ff}', "km"),
];

/// Letters with two accents or a horn, which only Vietnamese has.
const VIETNAMESE: &str = "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

/// The language of a text whose script, or some of whose letters, only that language has. A few words are enough.
pub(super) fn by_script(text: &str) -> Option<&'static str> {
    let letters = || text.chars().filter(|c| c.is_alphabetic()).take(MOST);
    let n_letters = letters().count();
    let count = |is_of: &dyn Fn(char) -> bool| letters().filter(|c| is_of(*c)).count();
    let within = |range: &RangeInclusive<char>| count(&|c| range.contains(&c));
    let is_mostly = |count: usize| count > FEWEST_ALONE && count * 2 > n_letters;
    // A syllable or a word is one letter in these scripts.
    let are_enough = |count: usize| {
        count > FEWEST_LETTERS && count * EASTERN_SHARE > n_letters || is_mostly(count)
    };
    let n_kana = within(&('\u{3040}'..='\u{30ff}'));
    let n_han = within(&('\u{4e00}'..='\u{9fff}'));
    if are_enough(n_kana) || n_kana * EASTERN_SHARE > n_letters && is_mostly(n_kana + n_han) {
        return Some("ja");
    }
    if are_enough(within(&('\u{ac00}'..='\u{d7a3}'))) {
        return Some("ko");
    }
    // A few such letters may be the title of a Japanese text.
    let is_chinese =
        || n_han > FEWEST_LETTERS || letters().any(|c| "很这這们們没吗嗎谁给給说說".contains(c));
    if n_kana == 0 && are_enough(n_han) && is_chinese() {
        return Some("zh");
    }
    if let Some((_, tag)) = SCRIPTS.iter().find(|(range, _)| is_mostly(within(range))) {
        return Some(tag);
    }
    if is_vietnamese(text) {
        return Some("vi");
    }
    let has = |own: &str| letters().any(|c| own.contains(c));
    if is_mostly(within(&('\u{900}'..='\u{97f}'))) {
        return devanagari(text);
    }
    if is_mostly(within(&('\u{600}'..='\u{6ff}'))) {
        // Persian has letters that Arabic lacks, and Urdu, Kurdish and Pashto have more of them.
        return match (has("پچژگکی"), has("ٹڈڑےںہھښځڅړږټډېڕۆێەڵ")) {
            (false, false) => Some("ar"),
            (true, false) => Some("fa"),
            _ => None,
        };
    }
    if is_mostly(within(&('\u{400}'..='\u{52f}'))) {
        // Bulgarian, Serbian and others have none of them.
        return match (has("іїєґІЇЄҐ"), has("ыэёЫЭЁ"), has("ўЎ")) {
            (true, false, false) => Some("uk"),
            (false, true, false) => Some("ru"),
            (true, _, true) => Some("be"),
            _ => None,
        };
    }
    None
}

/// Whether many words that are no names have letters of Vietnamese.
fn is_vietnamese(text: &str) -> bool {
    const SHARE: usize = 6;
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_told = |word: &&str| {
        word.starts_with(char::is_lowercase) && word.contains(|c| VIETNAMESE.contains(c))
    };
    let n_told = words().filter(is_told).count();
    n_told > 2 && n_told * SHARE > words().count()
}

/// Hindi by its small words: Marathi and Nepali have the same script.
fn devanagari(text: &str) -> Option<&'static str> {
    const HINDI: [&str; 9] = ["है", "हैं", "में", "और", "था", "थी", "थे", "से", "बहुत"];
    let is_sign = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == '।';
    text.split(is_sign).any(|word| HINDI.contains(&word)).then_some("hi")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_of_one_language_tells_it_in_a_line() {
        for (text, expected) in [
            (
                "Было интересно, и докладчики отвечали на вопросы. «Ткань и нить» — Анна Ткач",
                Some("ru"),
            ),
            ("Було цікаво, і доповідачі відповідали на питання. Її доповідь", Some("uk")),
            ("Было цікава, і дакладчыкі адказвалі на ўсе пытанні", Some("be")),
            (
                "아침에는 베틀에 대한 발표를 들었고 오후에는 실을 염색하는 방법을 배웠습니다",
                Some("ko"),
            ),
            ("Ήταν πολύ ωραία και έμαθα πολλά για τον αργαλειό", Some("el")),
            ("הייתה הרצאה טובה מאוד על נולים ועל חוטים", Some("he")),
            ("这次大会很热闹，我听了关于织机的演讲，也学会了如何染线", Some("zh")),
            ("织机很好，我们喜欢它", Some("zh")),
            ("كانت المحاضرة عن الأنوال ممتعة جدا وتعلمت الكثير", Some("ar")),
            ("سخنرانی درباره نخ خیلی خوب بود", Some("fa")),
            ("การบรรยายเกี่ยวกับเครื่องทอผ้าสนุกมากและได้เรียนรู้มาก", Some("th")),
            ("करघे पर व्याख्यान बहुत अच्छा था", Some("hi")),
            ("მოხსენება საინტერესო იყო", Some("ka")),
            ("朝から染色の話。午後は懇親会でした。", Some("ja")),
            ("Bài nói về khung cửi rất hay và tôi đã học được nhiều", Some("vi")),
            ("Nguyễn Văn Tơ showed looms, and Trần Thị Lụa had the best slides of the day", None),
            ("Nguyễn Văn Tơ, Trần Thị Lụa, Phạm Thị Sợi, Đỗ Mạnh Dệt", None),
            ("機織入門、染色実演", None),
            ("LoomConf, Анна Ткач", None),
            ("A talk by Анна Ткач on her looms", None),
        ] {
            assert_eq!(by_script(text), expected, "{text}");
        }
    }
}
