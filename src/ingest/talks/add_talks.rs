//! Adds talks to a recap, and adds facts to each talk.

use super::found::Found;
use super::lists::listed::Listed;
use super::notes::Cutter;
use super::recordings::recordings_of_others;
use super::sentences::talk_cues::Sighting;
use super::speakers::detail_lines::labeled_links;
use super::titles::row_prefixes::without_prefix;
use crate::ingest::address;
use crate::ingest::draft::DraftTalk;
use crate::ingest::lines::set_off::is_evidence;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::names::named_people::Named;
use crate::ingest::passage::{links_of, worded_links};
use crate::model::{Block, LinkKind, Rule};
use std::collections::BTreeMap;

impl Cutter {
    pub(super) fn add_found(
        &mut self,
        found: Found,
        rule: Rule,
        lines: (u32, u32),
        reason: &str,
    ) -> usize {
        let had_title = !found.title.is_empty();
        let found = by_speaker(found);
        let rule = if had_title && found.title.is_empty() { Rule::TalkBySpeaker } else { rule };
        let listed = Listed {
            title: without_prefix(&found.title).to_owned(),
            speakers: found.speakers,
            kind: found.kind,
            links: found.links,
            note: Vec::new(),
        };
        let talk = self.add_listed(listed, rule, lines, found.is_uncertain, reason);
        if let Some(url) = found.page {
            self.title_link(talk, &url);
        }
        talk
    }

    /// The address that a title links to: the talk has it, whatever it leads to.
    fn title_link(&mut self, talk: usize, url: &str) {
        self.own_link(talk, url, "");
        let (Some(talk), Some(url)) = (self.talks.get_mut(talk), address::linkable(url)) else {
            return;
        };
        let is_known = talk.links.iter().any(|(_, known)| *known == url);
        if !is_known && address::video(&url).is_none() && url.starts_with("http") {
            talk.links
                .push((if is_evidence(&url) { LinkKind::Schedule } else { LinkKind::Other }, url));
        }
    }

    /// Collects the addresses in the passage about a talk. Recordings, slides and schedule entries belong to the talk.
    pub(in crate::ingest) fn links(&mut self, talk: usize, blocks: &[Block]) {
        let title = self.talks.get(talk).map(|talk| talk.title.clone()).unwrap_or_default();
        let worded = worded_links(blocks);
        let others = recordings_of_others(&worded, &title);
        // "Slides: https://…" says what the address is.
        let labels: BTreeMap<String, String> = blocks.iter().flat_map(labeled_links).collect();
        for (url, words) in worded.iter().filter(|(url, _)| !others.contains(url)) {
            let label = labels.get(url).filter(|_| words.contains("://"));
            self.own_link(talk, url, label.unwrap_or(words));
        }
        let others: Vec<_> = others.iter().filter_map(|url| address::linkable(url)).collect();
        let is_own = |url: &&String| !others.contains(url);
        self.own_links(talk, links_of(blocks).iter().filter(is_own).map(String::as_str));
    }

    /// Addresses that belong to a talk.
    pub(super) fn own_links<'a>(&mut self, talk: usize, links: impl Iterator<Item = &'a str>) {
        links.for_each(|url| self.own_link(talk, url, ""));
    }

    /// An address that belongs to a talk, and the words that link to it.
    pub(super) fn own_link(&mut self, talk: usize, url: &str, words: &str) {
        let (Some(talk), Some(url)) = (self.talks.get_mut(talk), address::linkable(url)) else {
            return;
        };
        let host = address::host(&url).unwrap_or_default();
        if let Some(video) = address::video(&url) {
            talk.videos.extend((!talk.videos.contains(&video)).then_some(video));
            return;
        }
        let kind = if host.ends_with("sched.com") || host.ends_with("sched.org") {
            LinkKind::Schedule
        } else if address::is_slides(&url, words) {
            LinkKind::Slides
        } else if address::is_recording(&url, words) {
            LinkKind::Video
        } else {
            return;
        };
        if talk.links.iter().all(|(_, known)| *known != url) {
            talk.links.push((kind, url));
        }
    }

    pub(super) fn add_listed(
        &mut self,
        listed: Listed,
        rule: Rule,
        lines: (u32, u32),
        is_uncertain: bool,
        reason: &str,
    ) -> usize {
        let talk = DraftTalk {
            title: listed.title,
            kind: listed.kind.unwrap_or_default(),
            speakers: listed.speakers,
            is_uncertain,
            last: lines.1,
            reason: reason.to_owned(),
            ..DraftTalk::found(rule, lines.0)
        };
        let index = self.add_talk(talk);
        for url in listed.links.iter().filter(|url| address::leads_to_recording(url)) {
            self.own_link(index, url, "");
        }
        index
    }

    /// The talk that a sentence mentions: a known one, or a new one.
    pub(super) fn sighted(&mut self, sighting: &Sighting, lines: (u32, u32)) -> Option<usize> {
        if !self.may_find {
            return None;
        }
        let talk = DraftTalk {
            title: sighting.title.clone().unwrap_or_default(),
            kind: sighting.kind,
            speakers: sighting.speakers.clone(),
            award: sighting.award.clone(),
            is_uncertain: sighting.title.is_none() || sighting.speakers.is_empty(),
            last: lines.1,
            reason: sighting
                .speakers
                .iter()
                .map(|named| named.name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            ..DraftTalk::found(sighting.rule, lines.0)
        };
        Some(self.add_talk(talk))
    }

    /// Two passages of one recap are about the same talk if their titles are equal, or if neither has one and the
    /// speakers are equal.
    pub(super) fn add_talk(&mut self, talk: DraftTalk) -> usize {
        let known = if talk.title.is_empty() {
            self.index.by_speakers(&talk)
        } else {
            // Two talks of one title have different speakers, as keynotes do.
            let known = self.index.by_name(&talk.title);
            let is_other = |at: &usize| {
                self.talks.get(*at).is_some_and(|known| are_others(&known.speakers, &talk.speakers))
            };
            match known.filter(is_other) {
                Some(_) => self.index.by_title_and_speakers(&talk),
                None => known,
            }
        };
        if let Some(at) = known {
            self.complete(at, talk.speakers, talk.is_uncertain);
            return at;
        }
        self.index.add(&talk, self.talks.len());
        self.talks.push(talk);
        self.talks.len() - 1
    }

    /// Adds the speakers to a talk that has only a title: a table may give the title, and a heading the rest.
    pub(super) fn complete(&mut self, talk: usize, speakers: Vec<Named>, is_uncertain: bool) {
        if let Some(known) = self.talks.get_mut(talk)
            && known.speakers.is_empty()
            && !speakers.is_empty()
        {
            known.is_uncertain &= is_uncertain;
            known.speakers = speakers;
        }
    }
}

/// Whether two talks have speakers, and no name of one has a word in common with a name of the other.
fn are_others(known: &[Named], others: &[Named]) -> bool {
    let words = |named: &Named| {
        let words = named.name.split([' ', '-', '.', '　']).map(str::to_lowercase);
        words.filter(|word| word.chars().count() > 1).collect::<Vec<_>>()
    };
    let known: Vec<String> = known.iter().flat_map(words).collect();
    let others: Vec<String> = others.iter().flat_map(words).collect();
    !known.is_empty() && !others.is_empty() && !others.iter().any(|word| known.contains(word))
}

/// A talk whose title would be somebody's name is known only by its speaker.
fn by_speaker(found: Found) -> Found {
    const SURE: f32 = 4.0;
    const NAME: f32 = 1.5;
    let named = Some(&found.title).filter(|title| found.speakers.is_empty() && !title.is_empty());
    let byline = named.and_then(|title| Byline::parse(title)).filter(|byline| byline.odds > SURE);
    let is_name = |named: &Named| person_odds(&named.name) > NAME;
    match byline.filter(|byline| byline.people.iter().all(is_name)) {
        Some(byline) => {
            let speakers = byline.people;
            Found { title: String::new(), speakers, is_uncertain: true, ..found }
        }
        None => found,
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;
    use crate::ingest::talks::tests::talks_of;
    use crate::model::LinkKind;

    #[test]
    fn talks_of_one_title_have_their_own_speakers() {
        let rows = "- Welcome to the loom – Anna Rossi\n- Fast wool for all – Bo Reed\n\
            - Welcome to the loom – Zoe Lindqvist\n";
        let expected = [
            "Welcome to the loom | Anna Rossi",
            "Fast wool for all | Bo Reed",
            "Welcome to the loom | Zoe Lindqvist",
        ];
        assert_eq!(talks_of(rows), expected);
        let again = format!("{rows}\n## Welcome to the loom – Zoe Lindqvist\n\nLoud.\n");
        assert_eq!(talks_of(&again), expected);
    }

    #[test]
    fn a_heading_gives_a_talk_of_a_table_who_spoke() {
        let table = "| # | Session |\n| --- | --- |\n| 1 | Looms that sing |\n| 2 | Fast wool for all |\n\n";
        let heading = "## 1 - Looms that sing\n\n> Presented by Ada Weaver\n\nLoud.\n";
        assert_eq!(
            talks_of(&format!("{table}{heading}")),
            ["Looms that sing | Ada Weaver", "Fast wool for all | "]
        );
    }

    #[test]
    fn a_name_is_no_title() {
        let text = "## Talks\n\n### Marta Kowalska\n\nLoud.\n\n### Shrinking looms for fun and profit\n\nGood.\n";
        assert_eq!(talks_of(text), [" | Marta Kowalska", "Shrinking looms for fun and profit | "]);
    }

    #[test]
    fn the_page_that_a_title_links_to_is_kept() {
        let text = "# LoomConf 2019\n\n- [Looms](https://loom.example/1) (Ada Weaver): big\n\
            - [Nets](https://loom.example/schedule/2) ([Bo Reed](https://bo.example)): small\n\n\
            | Talk | Speaker |\n| --- | --- |\n| [Fast wool for all](https://loom.example/3) | Cy Bell |\n";
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let links: Vec<_> = draft.talks.iter().flat_map(|talk| talk.links.clone()).collect();
        assert_eq!(
            links,
            [
                (LinkKind::Other, "https://loom.example/1".to_owned()),
                (LinkKind::Schedule, "https://loom.example/schedule/2".to_owned()),
                (LinkKind::Other, "https://loom.example/3".to_owned()),
            ]
        );
    }

    #[test]
    fn a_recording_may_be_anywhere() {
        let text = "# LoomConf 2019\n\n- [Looms that sing](https://media.ccc.de/v/1-looms) by Ada Weaver\n\
            - Fast wool by Marta Kowalska ([video](https://loom.example/2), [code](https://loom.example/3))\n";
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let links = draft.talks.iter().map(|talk| talk.links.clone());
        assert_eq!(
            links.collect::<Vec<_>>(),
            [
                vec![(LinkKind::Video, "https://media.ccc.de/v/1-looms".to_owned())],
                vec![(LinkKind::Video, "https://loom.example/2".to_owned())],
            ]
        );
    }
}
