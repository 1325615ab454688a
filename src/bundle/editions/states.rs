//! States and provinces behind a city: "Paris, Texas" is not in France.

use super::event_words::word_length;
use super::name_lists::ListedPlace;

/// States of the United States and provinces of Canada, as "code name".
const STATES: [(&str, &str, &str); 2] = [
    (
        "us",
        "United States",
        "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|\
         FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|\
         LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|\
         MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|\
         NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|\
         RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|\
         VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming",
    ),
    (
        "ca",
        "Canada",
        "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NS Nova Scotia|ON Ontario|\
         QC Quebec|SK Saskatchewan",
    ),
];

/// A city with the state that `after` names behind it, and the bytes of that state.
pub(super) fn in_state(city: &ListedPlace, after: &str) -> (ListedPlace, usize) {
    let unchanged = || (city.clone(), 0);
    let Some(rest) = after.strip_prefix(", ").filter(|_| !city.city.is_empty()) else {
        return unchanged();
    };
    for (code, country, states) in STATES {
        for (short, name) in states.split('|').filter_map(|state| state.split_once(' ')) {
            let word = rest.get(..word_length(rest)).unwrap_or_default();
            let is_named = rest
                .strip_prefix(name)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            // "Berlin, DE" is in Germany.
            let is_country = city.code.eq_ignore_ascii_case(short);
            let length = if is_named { name.len() } else { short.len() };
            if is_named || word == short && !is_country {
                let (code, country) = (code.to_owned(), country.to_owned());
                return (ListedPlace { code, country, city: city.city.clone() }, 2 + length);
            }
        }
    }
    unchanged()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::editions::name_lists::PLACES;

    #[test]
    fn a_state_says_in_which_country_a_city_is() {
        for (text, code, n_state) in [
            ("Paris, Texas", "us", 7),
            ("Cambridge, MA", "us", 4),
            ("London, Ontario", "ca", 9),
            ("Dublin, CA 2019", "us", 4),
            ("Paris, France", "fr", 0),
            ("Berlin, DE", "de", 0),
            ("Paris, Texan", "fr", 0),
            ("Paris", "fr", 0),
        ] {
            let (place, length) = PLACES.leading(text).unwrap();
            let (place, found) = in_state(place, &text[length..]);
            assert_eq!((place.code.as_str(), found), (code, n_state), "{text}");
        }
    }
}
