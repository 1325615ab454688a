//! Reads the bold names at the start of a text.

use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::speech::is_joint;

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
