//! Splits a string into features, each a bucket number: its words, their letters, and its outline.

/// Number of buckets, a power of two.
pub(crate) const BUCKETS: usize = 1 << 14;

/// A feature and its weight. The weights of each family of features add up to about one, so that length alone does not
/// make a string count more.
pub(crate) type Feature = (usize, f32);

/// The features of a string.
pub(crate) fn features(text: &str) -> Vec<Feature> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let bare: Vec<String> = words.iter().map(|word| bare(word).to_lowercase()).collect();
    family(&mut found, 2.0, bare.iter().map(|word| bucket("w", word)).collect());
    family(&mut found, 2.0, bare.iter().flat_map(|word| letter_groups(word)).collect());
    let first = bare.first().map_or("", String::as_str);
    let last = bare.last().map_or("", String::as_str);
    family(&mut found, 1.0, vec![bucket("first", first), bucket("last", last)]);
    family(&mut found, 2.0, outline(text, &words));
    found
}

fn family(found: &mut Vec<Feature>, weight: f32, buckets: Vec<usize>) {
    let count = f32::from(u16::try_from(buckets.len()).unwrap_or(u16::MAX)).max(1.0);
    let each = weight / count.sqrt();
    found.extend(buckets.into_iter().map(|bucket| (bucket, each)));
}

/// The word without surrounding punctuation.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Groups of two to four letters of a word, with a mark at each end.
fn letter_groups(word: &str) -> Vec<usize> {
    let letters: Vec<char> =
        std::iter::once('^').chain(word.chars()).chain(['$']).take(24).collect();
    let mut groups = Vec::new();
    for length in 2..=4 {
        groups.extend(letters.windows(length).map(|group| {
            let group: String = group.iter().collect();
            bucket("n", &group)
        }));
    }
    groups
}

/// The number of words, how they begin, and the marks between them.
fn outline(text: &str, words: &[&str]) -> Vec<usize> {
    let count = match words.len() {
        few @ 0..=4 => few,
        5..=6 => 5,
        7..=9 => 7,
        10..=14 => 10,
        15..=24 => 15,
        _ => 25,
    };
    let shapes: Vec<char> = words.iter().map(|word| shape(word)).collect();
    let mut parts = vec![format!("count {count}")];
    if shapes.len() <= 5 {
        parts.push(format!("shape {}", shapes.iter().collect::<String>()));
    }
    let long = words.iter().filter(|word| word.chars().count() > 3);
    let (capital, all) = long.fold((0, 0), |(capital, all), word| {
        (capital + usize::from(bare(word).starts_with(char::is_uppercase)), all + 1)
    });
    parts.push(format!(
        "capitals {} {}",
        (capital * 4).checked_div(all).unwrap_or(4),
        count.min(5)
    ));
    parts.extend(shapes.first().map(|shape| format!("begins {shape} {}", count.min(5))));
    parts.extend(shapes.last().map(|shape| format!("ends {shape} {}", count.min(5))));
    let end = text.chars().next_back().filter(|c| !c.is_alphanumeric());
    parts.extend(end.map(|end| format!("end {end}")));
    let marks = [": ", ", ", "(", "\"", "&", "/", "!", "?", ". ", "'", "-", "@", "+"];
    parts.extend(
        marks.iter().filter(|mark| text.contains(**mark)).map(|mark| format!("has {mark}")),
    );
    parts.iter().map(|part| bucket("o", part)).collect()
}

/// The outline of a word as one letter.
fn shape(word: &str) -> char {
    let bare = bare(word);
    let mut letters = bare.chars();
    let Some(first) = letters.next() else { return '.' };
    let rest = letters.as_str();
    if first.is_numeric() {
        return if rest.chars().all(char::is_numeric) { '0' } else { 'n' };
    }
    if matches!(first, '\u{3040}'..='\u{30ff}') {
        return 'k';
    }
    if matches!(first, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}') {
        return match bare.chars().count() {
            0..=2 => 'c',
            3..=5 => 'C',
            _ => 'L',
        };
    }
    let capitals = rest.chars().filter(|c| c.is_uppercase()).count();
    let length = rest.chars().filter(|c| c.is_alphabetic()).count();
    match (first.is_uppercase(), length, capitals) {
        (true, 0, _) => 'I',
        (true, _, 0) => 'X',
        (true, _, _) if capitals == length => 'U',
        (true, _, _) => 'M',
        (false, _, 0) if length < 3 => 'a',
        (false, _, 0) => 'x',
        (false, _, _) => 'm',
    }
}

/// FNV-1a over the family and the text.
fn bucket(family: &str, text: &str) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in family.bytes().chain([0]).chain(text.bytes()) {
        hash ^= u32::from(byte);
        hash = hash.wrapping_mul(0x0100_0193);
    }
    hash ^= hash >> 15;
    usize::try_from(hash).unwrap_or(0) & (BUCKETS - 1)
}
