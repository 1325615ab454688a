//! Reads the bold or italic names at the start of a text.

use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::speech::is_joint;
use crate::model::{Inline, inline_text};

/// Odds above which words are a name.
const NAME: f32 = 1.0;

/// The bold names in the first two sentences.
pub(in crate::ingest::talks) fn in_bold(line: &Line) -> Option<Byline> {
    const FARTHEST: usize = 60;
    let mut found: Option<Byline> = None;
    let mut reach = 0;
    for span in line.spans.iter().filter(|span| span.mark == Mark::Strong) {
        let byline = Byline::parse(line.text(span.range.clone()));
        let Some(byline) = byline.filter(|byline| byline.odds > NAME && !byline.people.is_empty())
        else {
            break;
        };
        match &mut found {
            None if span.range.start > FARTHEST => return None,
            None => found = Some(byline),
            Some(found) if is_joint(line.text(reach..span.range.start)) => {
                found.people.extend(byline.people);
                found.odds = found.odds.min(byline.odds);
            }
            Some(_) => break,
        }
        reach = span.range.end;
    }
    found
}

/// The stressed words of a line that has nothing but links after them: "*Ada Weaver* [slides](…)".
pub(super) fn stressed_before_links(text: &[Inline]) -> Option<String> {
    let (first @ (Inline::Emphasis(_) | Inline::Strong(_)), rest) = text.split_first()? else {
        return None;
    };
    let is_bare = |inline: &Inline| match inline {
        Inline::Link { .. } => true,
        Inline::Text(words) => !words.contains(char::is_alphanumeric) && !words.contains('\n'),
        Inline::Emphasis(_)
        | Inline::Strong(_)
        | Inline::Deleted(_)
        | Inline::Code(_)
        | Inline::Break => false,
    };
    let has_link = rest.iter().any(|inline| matches!(inline, Inline::Link { .. }));
    (has_link && rest.iter().all(is_bare)).then(|| inline_text(std::slice::from_ref(first)))
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn links_behind_a_stressed_name_are_no_part_of_it() {
        for link in
            ["[:video_camera:](https://youtu.be/dsCMfi5YPnE)", "[slides](https://a.example/a.pdf)"]
        {
            check(
                &format!(
                    "## Looms that sing loud\n\n_Ada Weaver_ {link}\n\n- loud\n\n\
                    ## Fast wool for all\n\n_Marta Kowalska_ {link}\n\n- wet\n"
                ),
                &["Looms that sing loud | Ada Weaver", "Fast wool for all | Marta Kowalska"],
            );
        }
    }
}
