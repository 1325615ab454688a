//! Recognizes Japanese names without a space by the surname at their start.

use super::cue_words::has;

/// Common surnames of two or three characters.
const SURNAMES: &str = "\
    佐藤 | 鈴木 | 高橋 | 田中 | 伊藤 | 渡辺 | 渡邊 | 渡部 | 山本 | 中村 | 小林 | 加藤 | 吉田 | 山田 | 佐々木 | \
    山口 | 松本 | 井上 | 木村 | 斎藤 | 斉藤 | 齋藤 | 清水 | 山崎 | 山﨑 | 阿部 | 池田 | 橋本 | 山下 | 石川 | \
    中島 | 前田 | 藤田 | 後藤 | 小川 | 岡田 | 村上 | 長谷川 | 近藤 | 石井 | 遠藤 | 青木 | 坂本 | 福田 | 西村 | \
    太田 | 藤井 | 岡本 | 藤原 | 三浦 | 金子 | 中野 | 原田 | 中川 | 松田 | 竹内 | 小野 | 田村 | 中山 | 和田 | \
    石田 | 森田 | 上田 | 内田 | 柴田 | 酒井 | 宮崎 | 横山 | 高木 | 安藤 | 宮本 | 大野 | 小島 | 谷口 | 今井 | \
    工藤 | 高田 | 増田 | 丸山 | 杉山 | 村田 | 大塚 | 新井 | 小山 | 藤本 | 平野 | 河野 | 上野 | 武田 | 野口 | \
    松井 | 千葉 | 菅原 | 岩崎 | 久保 | 木下 | 佐野 | 野村 | 松尾 | 市川 | 菊地 | 菊池 | 杉本 | 古川 | 大西 | \
    島田 | 水野 | 桜井 | 櫻井 | 高野 | 吉川 | 山内 | 西田 | 飯田 | 西川 | 小松 | 北村 | 安田 | 五十嵐 | 川口 | \
    平田 | 関口 | 中田 | 久保田 | 服部 | 岩田 | 土屋 | 福島 | 辻本 | 川崎 | 本田 | 川村 | 秋山 | 松下 | 大久保 | \
    松岡 | 永井 | 荒木 | 黒田 | 樋口 | 永田 | 尾崎 | 大橋 | 片山 | 岡崎 | 高山 | 熊谷 | 矢野 | 小田 | 吉村 | \
    秋元 | 小池 | 内藤 | 須藤 | 荒井 | 大島 | 浅野 | 柏原 | 榎本 | 野々村 | 瀬戸口 | 蒲生 | 牧野 | 石原 | 篠原 | \
    大谷 | 星野 | 早川 | 松原 | 西山 | 望月 | 岩本 | 高島 | 川上 | 大石 | 桑原 | 上原 | 白石 | 成田 | 小沢 | \
    小澤 | 渋谷 | 栗原 | 奥村 | 津田 | 平山 | 本間 | 田口 | 根本 | 神田 | 森本 | 堀内 | 稲垣 | 馬場 | 吉岡 | \
    広瀬 | 廣瀬 | 宮田 | 三宅 | 榊原 | 相馬 | 梅田 | 笠原 | 落合 | 日高 | 浜田 | 濱田 | 中西 | 内山 | 富田 | \
    川島 | 沢田 | 澤田 | 富永 | 福井 | 三好 | 河村 | 堀江 | 金井 | 柳田 | 山中 | 松永 | 田辺 | 児玉 | 小西 | \
    大森 | 鎌田 | 泉谷 | 入江 | 植田 | 飯島 | 黒川 | 小泉 | 小倉 | 坂口 | 坂井 | 堀田 | 増井 | 松村 | 向井 | \
    村井 | 村山 | 森山 | 安井 | 柳沢 | 横田 | 米田 | 若林";

/// Characters at the end of names of companies, places and units.
const NO_NAMES: [char; 24] = [
    '社', '研', '会', '部', '店', '院', '所', '学', '校', '館', '協', '団', '組', '屋', '課', '室',
    '庁', '省', '局', '市', '県', '区', '町', '駅',
];

/// Whether a text without spaces is a surname followed by a given name: 山田太郎, 野々村さやか.
pub(in crate::ingest) fn is_undivided_name(text: &str) -> bool {
    const LONGEST_GIVEN: usize = 4;
    let is_letter = |c: char| {
        ('\u{3041}'..='\u{3096}').contains(&c)
            || ('\u{4e00}'..='\u{9fff}').contains(&c)
            || c == '々'
    };
    text.char_indices().skip(2).take(2).any(|(at, _)| {
        let (surname, given) = text.split_at(at);
        has(SURNAMES, surname)
            && (1..=LONGEST_GIVEN).contains(&given.chars().count())
            && given.chars().all(is_letter)
            && !given.ends_with(NO_NAMES)
            && !given.contains(['の', 'を', 'で', 'は', 'が', 'に', 'と', 'へ'])
    })
}

#[cfg(test)]
mod tests {
    use super::is_undivided_name;

    #[test]
    fn a_known_surname_tells_a_name() {
        for name in ["山田太郎", "野々村さやか", "佐々木希", "長谷川誠", "小林みさき"]
        {
            assert!(is_undivided_name(name), "{name}");
        }
        for text in [
            "山田",
            "本田技研",
            "石川県",
            "上野駅",
            "中野区",
            "小さなパーサ",
            "高橋さんの話",
            "監視をやめた日",
        ] {
            assert!(!is_undivided_name(text), "{text}");
        }
    }
}
