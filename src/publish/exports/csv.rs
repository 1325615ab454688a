//! The one writer of CSV: RFC 4180, and safe to open in a spreadsheet.

/// Signs that make a spreadsheet read a cell as a formula, also in their wide forms.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes `row` behind `csv`.
pub(super) fn push_row<'a>(csv: &mut String, row: impl IntoIterator<Item = &'a str>) {
    for (place, value) in row.into_iter().enumerate() {
        if place > 0 {
            csv.push(',');
        }
        *csv += &cell(value);
    }
    *csv += "\r\n";
}

/// A cell. One that a spreadsheet would compute gets an apostrophe in front, which makes it text there.
fn cell(value: &str) -> String {
    let is_formula =
        value.starts_with(['\t', '\r']) || value.trim_start().starts_with(FORMULA_SIGNS);
    let guard = if is_formula { "'" } else { "" };
    if value.contains(['"', ',', '\r', '\n']) {
        format!("\"{guard}{}\"", value.replace('"', "\"\""))
    } else {
        [guard, value].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The cells of a file, as RFC 4180 reads them.
    fn read(csv: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut is_quoted) =
            (Vec::new(), Vec::new(), String::new(), false);
        let mut signs = csv.chars().peekable();
        while let Some(c) = signs.next() {
            match c {
                '"' if is_quoted && signs.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !is_quoted && signs.next_if_eq(&'\n').is_some() => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                c => cell.push(c),
            }
        }
        rows
    }

    fn value() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            any::<char>(),
            proptest::sample::select(vec!['"', ',', '\r', '\n', '=', '-', '@', ' ', '\t']),
        ];
        proptest::collection::vec(sign, 0..8).prop_map(|signs| signs.into_iter().collect())
    }

    proptest! {
        #[test]
        fn rows_are_read_as_written_and_none_is_a_formula(
            rows in proptest::collection::vec(proptest::collection::vec(value(), 2..4), 0..4),
        ) {
            let mut csv = String::new();
            for row in &rows {
                push_row(&mut csv, row.iter().map(String::as_str));
            }
            let found = read(&csv);
            prop_assert_eq!(found.len(), rows.len());
            for (found, written) in found.iter().flatten().zip(rows.iter().flatten()) {
                prop_assert_eq!(found.strip_prefix('\'').filter(|_| !written.starts_with('\'')).unwrap_or(found), written);
                prop_assert!(!found.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", found);
            }
        }
    }

    #[test]
    fn only_what_must_be_is_quoted() {
        let mut csv = String::new();
        push_row(&mut csv, ["a b", "=1+1", "say \"hi\", you", ""]);
        assert_eq!(csv, "a b,'=1+1,\"say \"\"hi\"\", you\",\r\n");
    }
}
