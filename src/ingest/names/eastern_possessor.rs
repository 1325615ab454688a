//! Finds the speaker right before a title in scripts without spaces between words: 「姓 名さんの」, 王小明分享了, 김철수님의.

use super::cue_words::{EASTERN_OPENERS, phrases};
use super::name_shape::may_be_name;
use super::named_people::Named;

/// Japanese words for talks between a name and a title.
const JAPANESE_TALKS: [&str; 6] = ["基調講演", "講演", "発表", "セッション", "トーク", "LT"];

/// Chinese words between a name and a title, the longer ones first: "the title is", "spoke on", "'s talk".
const CHINESE_LINKS: &str = "\
    题目是 | 題目是 | 主题是 | 主題是 | 主题为 | 主題為 | 题为 | 題為 | 标题是 | 议题是 | 議題是 | 议题 | 議題 | 主题演讲 | 主題演講 | 演讲 | 演講 | \
    分享了 | 分享的 | 分享 | 带来了 | 帶來了 | 带来的 | 帶來的 | 带来 | 帶來 | 做了 | 做的 | 作了 | 作的 | 讲了 | 讲的 | 講了 | 講的 | 讲解了 | \
    介绍了 | 介紹了 | 一个 | 一個 | 一场 | 一場 | 主题 | 主題 | 关于 | 關於 | 为我们 | 為我們 | 给我们 | 為大家 | 为大家 | 给大家 | 的 | ：";

/// Chinese words before a name: "then", "in the afternoon", "by".
const CHINESE_OPENERS: &str = "\
    接下来 | 接下來 | 接着 | 接著 | 然后 | 然後 | 随后 | 隨後 | 首先 | 最后 | 最後 | 上午 | 下午 | 第一天 | 第二天 | 之后 | 之後 | 其次 | 嘉宾 | 讲师 | \
    先是 | 还有 | 還有 | 以及 | 来自 | 來自";

/// Characters after which a Chinese name may begin.
const CHINESE_EDGES: [char; 12] =
    ['，', '。', '、', '；', '：', '是', '由', '有', '请', '請', '的', ' '];

/// Common Chinese surnames, in both ways of writing.
const CHINESE_SURNAMES: &str = "\
    王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉\
    阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文";

/// The person whom the words right before a title name as its speaker.
pub(in crate::ingest) fn eastern_possessor(before: &str) -> Option<Named> {
    let before = before.trim_end_matches(['「', '『', '“', '"', '《', '〈', '、', '‘', '\'', ' ']);
    let name = japanese(before).or_else(|| korean(before)).or_else(|| chinese(before))?;
    may_be_name(name).then(|| Named { name: name.to_owned(), ..Named::default() })
}

/// The speaker of a text that begins by saying whose talk it was: "松田明さんの発表でした。", "김철수님의 발표입니다."
pub(in crate::ingest) fn eastern_talk(text: &str) -> Option<Named> {
    const LONGEST: usize = 40;
    const ENDS: [&str; 9] =
        ["です", "でした", "だった", "입니다", "였습니다", "이었습니다", "였다", "이었다", "이다"];
    const TALKS: [&str; 14] = [
        "発表",
        "講演",
        "セッション",
        "トーク",
        "LT",
        "演讲",
        "演講",
        "分享",
        "议题",
        "발표",
        "세션",
        "강연",
        "키노트",
        "기조연설",
    ];
    let sentence = text.trim_start().split(['。', '.', '！', '!', '\n']).next()?.trim();
    if sentence.is_ascii() || sentence.chars().count() > LONGEST {
        return None;
    }
    let sentence = ENDS.iter().find_map(|end| sentence.strip_suffix(end)).unwrap_or(sentence);
    TALKS.iter().any(|talk| sentence.ends_with(talk)).then(|| eastern_possessor(sentence)).flatten()
}

/// "松田 明さんの", "続いて松田 明さんによる基調講演".
fn japanese(before: &str) -> Option<&str> {
    const LONGEST: usize = 14;
    let before = JAPANESE_TALKS.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let before = ["の", "による", "が", "は"].iter().find_map(|link| before.strip_suffix(link))?;
    let before = ["さん", "氏", "先生", "様"].iter().find_map(|end| before.strip_suffix(end))?;
    let is_in_name = |c: char| {
        matches!(c, ' ' | '・' | '　')
            || c.is_alphabetic()
                && !matches!(c, 'は' | 'が' | 'を' | 'に' | 'で' | 'と' | 'も' | 'の')
    };
    let letters = before.char_indices().rev().take(LONGEST);
    let start = letters.take_while(|(_, c)| is_in_name(*c)).last()?.0;
    let name = before.get(start..)?.trim();
    // "続いて松田 明さんの": a word that leads to the next talk is not part of the name.
    Some(phrases(EASTERN_OPENERS).find_map(|word| name.strip_prefix(word)).unwrap_or(name))
}

/// "김철수님의", "김철수 님이 발표한".
fn korean(before: &str) -> Option<&str> {
    const LINKS: [&str; 8] =
        ["발표하신", "발표한", "발표해주신", "진행한", "발표", "세션", "강연", "키노트"];
    let before = LINKS.iter().find_map(|link| before.strip_suffix(link)).unwrap_or(before);
    let before = before.trim_end();
    let before = ["의", "이", "께서", "가"].iter().find_map(|link| before.strip_suffix(link))?;
    let before = ["님", "씨"].iter().find_map(|end| before.strip_suffix(end))?.trim_end();
    let name = before.rsplit([' ', ',', '(']).next()?;
    (2..=4).contains(&name.chars().count()).then_some(name)
}

/// "上午第一个演讲是王小明的", "接下来李丽分享了", "最后由陈静做了题为".
fn chinese(before: &str) -> Option<&str> {
    const MOST_LINKS: usize = 4;
    let mut head = before;
    for _ in 0..MOST_LINKS {
        let Some(shorter) = phrases(CHINESE_LINKS).find_map(|link| head.strip_suffix(link)) else {
            break;
        };
        head = shorter.trim_end();
    }
    if head.len() == before.len() {
        return None;
    }
    let name = head.rsplit(CHINESE_EDGES).next()?;
    let name = phrases(CHINESE_OPENERS).find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    let mut letters = name.chars();
    let is_name = letters.next().is_some_and(|first| CHINESE_SURNAMES.contains(first))
        && (1..=2).contains(&letters.clone().count())
        && letters.all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::eastern_possessor;

    #[test]
    fn a_name_right_before_a_title_is_its_speaker() {
        for (before, expected) in [
            ("最初は松田 明さんの「", "松田 明"),
            ("続いて松田 明さんによる基調講演「", "松田 明"),
            ("上午第一个演讲是王小明的《", "王小明"),
            ("接下来李丽分享了《", "李丽"),
            ("下午张伟带来的主题是《", "张伟"),
            ("最后由陈静做了题为“", "陈静"),
            ("첫 번째 발표는 김철수님의 \"", "김철수"),
            ("그다음은 이영희 님이 발표한 '", "이영희"),
        ] {
            let name = eastern_possessor(before).map(|it| it.name);
            assert_eq!(name.as_deref(), Some(expected), "{before}");
        }
        for before in
            ["我在火车上读了《", "他推荐的《", "大家都喜欢的《", "書店で買った「", "책 제목은 '"]
        {
            assert_eq!(eastern_possessor(before), None, "{before}");
        }
    }
}
