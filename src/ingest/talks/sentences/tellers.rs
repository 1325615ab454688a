//! Finds list items that begin with a speaker and a topic, but give no title.

use crate::ingest::lines::line::Line;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::kinds::kind_of;
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::talks::found::Found;
use crate::ingest::talks::sentences::talk_cues::Sighting;
use crate::ingest::talks::speakers::first_words::{on_topic, telling};
use crate::model::{Block, Rule};

/// Odds above which words are a name.
const NAME: f32 = 1.0;

/// The talk of each item that describes one without a title; none when the list has no other talk.
pub(in crate::ingest::talks) fn tellers(
    items: &[Vec<Block>],
    found: &[Option<Found>],
) -> Vec<Option<Sighting>> {
    let told: Vec<Option<Sighting>> = items
        .iter()
        .zip(found)
        .map(|(item, found)| if found.is_some() { None } else { teller(item) })
        .collect();
    let count = found.iter().flatten().count() + told.iter().flatten().count();
    if count > 1 && count * 2 >= items.len() { told } else { vec![None; items.len()] }
}

/// "Ada Weaver showed how", "Ada Weaver on looms that sing".
fn teller(item: &[Block]) -> Option<Sighting> {
    let Some(Block::Paragraph(text)) = item.first() else { return None };
    let line = Line::of(text);
    let words = line.words.get(lead(&line.words).length..)?;
    // A marked title says more.
    let is_plain = line.spans.iter().all(|span| person_odds(line.text(span.range.clone())) > NAME);
    let byline = telling(words).or_else(|| on_topic(words)).filter(|_| is_plain)?;
    Some(Sighting {
        title: None,
        speakers: byline.people,
        kind: kind_of(words).unwrap_or_default(),
        rule: Rule::TalkBySpeaker,
        award: String::new(),
        sentence: 0..line.words.len(),
        own: 0..line.words.len(),
        is_shared: false,
    })
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn items_may_tell_who_spoke_about_what() {
        check(
            "1. Ada Weaver on looms at sea\n2. Marta Kowalska showed how wool ages\n3. (break)\n",
            &[" | Ada Weaver", " | Marta Kowalska"],
        );
        check(
            "- Ada Weaver ha parlato di telai.\n- Marta Kowalska ha mostrato la lana.\n",
            &[" | Ada Weaver", " | Marta Kowalska"],
        );
        check("- Ada Weaver on looms at sea\n- soup\n- tram 4\n", &[]);
    }
}
