//! Years in texts.

/// The year of an event, in four digits: there were hardly any conference notes before 1980.
pub fn event_year(digits: &str) -> Option<u16> {
    let is_plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|year| is_plain && (1980..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_digits_near_our_time_are_a_year() {
        for (digits, expected) in [
            ("1989", Some(1989)),
            ("2024", Some(2024)),
            ("1979", None),
            ("2101", None),
            ("+202", None),
            ("02024", None),
            ("", None),
        ] {
            assert_eq!(event_year(digits), expected, "{digits}");
        }
    }
}
