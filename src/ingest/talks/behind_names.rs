//! Reads what stands behind the name in each row of a list: a company and no second person, "Looms that sing (Ada Weaver,
//! Zoo Leipzig)"; or what stands in brackets before it, "Looms that sing (Nokia) – Ada Weaver".

use super::found::Found;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::Order;
use crate::ingest::names::likeness::{Class, Likeness};

/// The fewest rows that show what their parts are.
const FEWEST: usize = 3;

/// The odds from which words are a common name of a person: where one row has one, the parts are no companies.
const COMMON_NAME: f32 = 7.0;
/// The odds from which words are rather a person than a company, whatever the other rows have: two people may give one
/// talk in any list.
const NAME: f32 = 3.0;

/// Takes the second name of each row for the company of the first, if every row has exactly one name and one more part
/// behind a comma: some of these parts look like companies, and none is a common name of a person.
pub(super) fn with_companies_behind(lines: &[Line], found: &mut [Option<Found>]) {
    let parts: Vec<Option<String>> =
        lines.iter().zip(found.iter()).map(|(line, found)| second(line, found.as_ref()?)).collect();
    let n_found = found.iter().flatten().count();
    let seconds = || parts.iter().flatten().map(|part| Likeness::of(part));
    let companies = seconds().filter(|it| it.class() == Class::Organization).count();
    let n_parts = seconds().count();
    if n_parts < FEWEST
        || n_parts < n_found
        || companies * 3 < n_parts
        || seconds().any(|it| it.person() > COMMON_NAME)
    {
        return;
    }
    for (talk, company) in found.iter_mut().zip(parts) {
        let (Some(talk), Some(company)) = (talk, company) else { continue };
        if Likeness::of(&company).person() > NAME {
            continue;
        }
        talk.speakers.truncate(1);
        if let Some(named) = talk.speakers.first_mut() {
            named.organizations = vec![company];
        }
    }
}

/// What a row has behind its first name and a comma, if that was read as one more name or as a company.
fn second(line: &Line, found: &Found) -> Option<String> {
    let (first, part) = match found.speakers.as_slice() {
        [first, second] if first.organizations.is_empty() && second.organizations.is_empty() => {
            (first, &second.name)
        }
        [first] => match first.organizations.as_slice() {
            [only] => (first, only),
            _ => return None,
        },
        _ => return None,
    };
    line.words.contains(&format!("{}, {part}", first.name)).then(|| part.clone())
}

/// Takes the words in brackets at the end of each title for the company of the speaker behind it, if most rows have such
/// brackets and most of these name a company.
pub(super) fn with_companies_in_brackets(found: &mut [Option<Found>]) {
    let bracketed = |it: &Found| {
        let (title, company) = it.title.strip_suffix(')')?.rsplit_once(" (")?;
        let is_alone = it.order == Some(Order::TitleFirst)
            && matches!(it.speakers.as_slice(), [only] if only.organizations.is_empty());
        let is_name = company.split(' ').count() <= 3
            && company.split(' ').all(|word| word.starts_with(|c: char| !c.is_lowercase()));
        (is_alone && is_name && title.contains(' ')).then(|| (title.to_owned(), company.to_owned()))
    };
    let n_found = found.iter().flatten().count();
    let rows: Vec<_> = found.iter().flatten().filter_map(bracketed).collect();
    let is_company = |words: &str| Likeness::of(words).odds(&[Class::Organization]) > 0.0;
    let companies = rows.iter().filter(|(_, company)| is_company(company)).count();
    if rows.len() < FEWEST || rows.len() * 3 < n_found * 2 || companies * 3 < rows.len() * 2 {
        return;
    }
    for talk in found.iter_mut().flatten() {
        let Some((title, company)) = bracketed(talk) else { continue };
        talk.title = title;
        if let Some(named) = talk.speakers.first_mut() {
            named.organizations.push(company);
        }
    }
}

#[cfg(test)]
mod tests {
    /// The talks of a list, each with its speakers and their companies.
    fn talks(rows: &str) -> Vec<String> {
        let text = format!("# LoomConf 2019\n\n## Talks\n\n{rows}");
        let draft = crate::ingest::ingest("a.md", text.as_bytes()).draft.unwrap();
        let talk = |talk: &crate::ingest::draft::DraftTalk| {
            let named = talk.speakers.iter().map(|it| match it.organizations.first() {
                Some(company) => format!("{} ({company})", it.name),
                None => it.name.clone(),
            });
            format!("{} | {}", talk.title, named.collect::<Vec<_>>().join(" + "))
        };
        draft.talks.iter().map(talk).collect()
    }

    const TITLES: [&str; 3] =
        ["How looms learned to sing", "Why wool is worth it", "What a net can hold"];
    const NAMES: [&str; 3] = ["Ada Weaver", "Marta Kowalska", "Bo Lindqvist"];

    fn rows(form: &str, parts: [&str; 3]) -> String {
        let all = TITLES.iter().zip(NAMES).zip(parts);
        all.map(|((title, name), part)| {
            form.replace("TITLE", title).replace("NAME", name).replace("PART", part)
        })
        .collect()
    }

    fn expected(parts: [&str; 3]) -> Vec<String> {
        let all = TITLES.iter().zip(NAMES).zip(parts);
        all.map(|((title, name), part)| format!("{title} | {name} ({part})")).collect()
    }

    #[test]
    fn what_stands_behind_the_name_in_each_row_is_a_company() {
        for parts in [
            ["Goldman Sachs", "Zoo Leipzig", "Jane Street"],
            ["Hudson River", "Nokia", "Deutsche Bahn"],
            ["Red Hat", "Morgan Stanley", "Ericsson"],
        ] {
            for form in
                ["- NAME, PART: TITLE\n", "- TITLE (NAME, PART)\n", "- TITLE – NAME, PART\n"]
            {
                assert_eq!(talks(&rows(form, parts)), expected(parts), "{form}");
            }
            let form = "### TITLE (NAME, PART)\n\nGood.\n\n";
            assert_eq!(talks(&rows(form, parts)), expected(parts));
        }
    }

    #[test]
    fn a_second_person_is_no_company() {
        let form = "- TITLE (NAME, PART)\n";
        for parts in [
            ["Anna Lindqvist", "Peter Smith", "Eva Hill"],
            ["Goldman Sachs", "Peter Smith", "Evil Martins"],
            ["Hans Keller", "Ravi Iyer", "Sofia Lund"],
            ["Google", "Mateja Kranjc", "Siemens"],
        ] {
            let found = talks(&rows(form, parts));
            let expected = format!("{} | {} + {}", TITLES[1], NAMES[1], parts[1]);
            assert_eq!(found[1], expected, "{found:?}");
        }
        let one = "- How looms learned to sing (Ada Weaver, Sofia Lund)\n";
        assert_eq!(talks(one), ["How looms learned to sing | Ada Weaver + Sofia Lund"]);
    }

    #[test]
    fn a_company_may_stand_in_brackets_before_the_name() {
        for parts in
            [["Nokia", "Red Hat", "Ericsson"], ["Deutsche Bahn", "Google", "Goldman Sachs"]]
        {
            for form in ["- TITLE (PART) – NAME\n", "### TITLE (PART) – NAME\n\nGood.\n\n"] {
                assert_eq!(talks(&rows(form, parts)), expected(parts), "{form}");
            }
        }
        for parts in [
            ["again", "and why", "part 2"],
            ["Rust", "Go", "Python"],
            ["Part 1", "Part 2", "Part 3"],
            ["EN", "DE", "EN"],
            ["Room 1", "Main Hall", "Room 2"],
        ] {
            let found = talks(&rows("- TITLE (PART) – NAME\n", parts));
            for (talk, part) in found.iter().zip(parts) {
                assert!(!talk.ends_with(')'), "{part}: {talk}");
            }
        }
    }
}
