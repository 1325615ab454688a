//! Joins the facts that several recaps give about the same talk.

use crate::bundle::ledger::StatedId;
use crate::bundle::taken::Taken;
use crate::ingest::{name_key, spelled_signs};
use crate::model::{ConferenceId, OrganizationId, PersonId, Talk, TalkId, TalkKind};
use crate::text::any_script::slug;
use std::collections::BTreeMap;

/// The talks found so far.
#[derive(Debug, Default)]
pub(super) struct TalkList {
    /// The talks, in the order in which they were found.
    all: Vec<Talk>,
    /// Indexes into `all` by edition and title, with and without the subtitle.
    by_title: BTreeMap<(Option<ConferenceId>, String), Vec<usize>>,
    taken: Taken,
    /// Ids that headers state for talks.
    stated: BTreeMap<TalkId, StatedId>,
}

impl TalkList {
    /// Adds a talk, or joins it with an equal known one. Returns its id.
    pub(super) fn join(&mut self, talk: Talk) -> TalkId {
        let keys = [name_key(&talk.title), name_key(main_title(&talk.title))];
        let keys = keys.map(|title| (talk.conference.clone(), title));
        let alike: Vec<usize> =
            keys.iter().filter_map(|key| self.by_title.get(key)).flatten().copied().collect();
        let known = alike
            .into_iter()
            .find(|index| self.all.get(*index).is_some_and(|known| is_same(known, &talk)));
        if let Some(known) = known.and_then(|index| self.all.get_mut(index)) {
            merge(known, talk);
            return known.id.clone();
        }
        for key in keys {
            self.by_title.entry(key).or_default().push(self.all.len());
        }
        let base = slug(&spelled_signs(&talk.title));
        let wanted = talk
            .conference
            .as_ref()
            .map_or_else(|| base.clone(), |conference| format!("{conference}-{base}"));
        let id = TalkId(self.taken.claim(&wanted));
        self.all.push(Talk { id: id.clone(), ..talk });
        id
    }

    /// Adds the id that a header states for a talk.
    pub(super) fn state(&mut self, id: &TalkId, stated: &str, former_ids: &[String]) {
        if stated.is_empty() && former_ids.is_empty() {
            return;
        }
        let entry = self.stated.entry(id.clone()).or_default();
        entry.former_ids.extend(former_ids.iter().map(|id| slug(id)));
        if !stated.is_empty() {
            entry.wanted = slug(stated);
        }
    }

    /// The talks in the order in which they were found, and the ids that headers state for them.
    pub(super) fn into_talks(self) -> (Vec<Talk>, Vec<StatedId>) {
        let stated = self.stated.into_iter().map(|(id, it)| StatedId { id: id.0, ..it });
        (self.all, stated.collect())
    }
}

/// The title without its subtitle.
fn main_title(title: &str) -> &str {
    title.split_once(": ").map_or(title, |(main, _)| main)
}

/// Whether two talks are the same. They must belong to one edition, and their speakers must not contradict each other.
/// Their titles must be equal, or equal except for a subtitle. Talks without a title are the same if the same people
/// gave the same kind of talk.
fn is_same(a: &Talk, b: &Talk) -> bool {
    if a.conference != b.conference || a.conference.is_none() || a.is_described != b.is_described {
        return false;
    }
    let people = |talk: &Talk| {
        let mut people: Vec<PersonId> =
            talk.speakers.iter().map(|speaker| speaker.person.clone()).collect();
        people.sort();
        people
    };
    let (in_a, in_b) = (people(a), people(b));
    if a.is_described {
        return !in_a.is_empty() && in_a == in_b && a.kind == b.kind;
    }
    let may_be_same_people =
        in_a.is_empty() || in_b.is_empty() || in_a.iter().any(|person| in_b.contains(person));
    let has_subtitle = |title: &str| title.contains(": ");
    let is_shortened = has_subtitle(&a.title) != has_subtitle(&b.title)
        && main_title(&a.title).split_whitespace().count() >= 3
        && name_key(main_title(&a.title)) == name_key(main_title(&b.title));
    may_be_same_people && (name_key(&a.title) == name_key(&b.title) || is_shortened)
}

fn merge(known: &mut Talk, other: Talk) {
    if other.title.len() > known.title.len() && !known.is_described {
        known.title = other.title;
    }
    if known.kind == TalkKind::Talk {
        known.kind = other.kind;
    }
    known.day = known.day.or(other.day);
    for speaker in other.speakers {
        match known.speakers.iter_mut().find(|known| known.person == speaker.person) {
            Some(known) => {
                let new: Vec<OrganizationId> = speaker
                    .organizations
                    .into_iter()
                    .filter(|organization| !known.organizations.contains(organization))
                    .collect();
                known.organizations.extend(new);
            }
            None => known.speakers.push(speaker),
        }
    }
    for link in other.links {
        if !known.links.contains(&link) {
            known.links.push(link);
        }
    }
    for video in other.videos {
        if !known.videos.contains(&video) {
            known.videos.push(video);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Speaker;

    fn talk(title: &str, conference: &str, speakers: &[&str]) -> Talk {
        let speaker =
            |name: &&str| Speaker { person: PersonId((*name).to_owned()), organizations: vec![] };
        Talk {
            title: title.to_owned(),
            conference: Some(ConferenceId::from(conference)),
            speakers: speakers.iter().map(speaker).collect(),
            is_described: title.starts_with("Talk by"),
            ..Talk::default()
        }
    }

    #[test]
    fn one_talk_in_several_recaps_is_joined() {
        let check = |a: Talk, b: Talk, expected: usize| {
            let mut talks = TalkList::default();
            talks.join(a);
            talks.join(b);
            assert_eq!(talks.all.len(), expected, "{:?}", talks.all);
        };
        check(talk("On Looms", "l-2018", &["ada"]), talk("on looms", "l-2018", &[]), 1);
        check(talk("On Looms", "l-2018", &["ada"]), talk("On Looms", "l-2018", &["bo"]), 2);
        check(talk("On Looms", "l-2018", &[]), talk("On Looms", "l-2017", &[]), 2);
        check(
            talk("Loom Hardware Hacks", "l-2018", &["ada"]),
            talk("Loom Hardware Hacks: Knobs", "l-2018", &["ada", "bo"]),
            1,
        );
        check(talk("Looms: Old", "l-2018", &[]), talk("Looms: New", "l-2018", &[]), 2);
        check(talk("Talk by Ada", "l-2018", &["ada"]), talk("Talk by Ada", "l-2018", &["ada"]), 1);
        check(talk("Talk by Ada", "l-2018", &["ada"]), talk("On Looms", "l-2018", &["ada"]), 2);
    }

    #[test]
    fn a_joined_talk_keeps_the_facts_of_each() {
        let mut talks = TalkList::default();
        talks.join(Talk {
            kind: TalkKind::Keynote,
            ..talk("Loom Hardware Hacks", "l-2018", &["ada"])
        });
        talks.join(talk("Loom Hardware Hacks: Knobs", "l-2018", &["ada", "bo"]));
        let [talk] = talks.all.as_slice() else { panic!("one talk") };
        assert_eq!(
            (talk.title.as_str(), talk.kind, talk.speakers.len()),
            ("Loom Hardware Hacks: Knobs", TalkKind::Keynote, 2)
        );
        assert_eq!(talk.id.as_str(), "l-2018-loom-hardware-hacks");
    }
}
