//! Finds speakers in sentences without a title: in a single one, or in the sentence after the one with the title.

use super::talk_cues::{Sentence, Sighting};
use crate::ingest::lines::set_off::{Title, is_title};
use crate::ingest::lines::title::unquoted;
use crate::ingest::names::cue_words::{BY, IS, TALKS, THE, has, phrases};
use crate::ingest::names::genitive::needs_genitive;
use crate::ingest::names::kinds::{TALK_WORDS, award, is_talk_word, kind_of, words};
use crate::ingest::names::likeness::Likeness;
use crate::ingest::names::named_people::Named;
use crate::ingest::names::no_talks::tells_of_elsewhere;
use crate::ingest::names::other_words::MEALS;
use crate::ingest::names::speech::{is_joint, is_likely, is_owned_talk, speaks, teaches};
use crate::ingest::names::told_words::{
    AFTER, ATTENDING, HELPERS, OURSELVES, OWNERS, SPEAKER_OPENERS, TELLING, THE_ONE,
};
use crate::model::Rule;

impl Sentence<'_> {
    /// Whether words such as "the talk by" come before a name.
    pub(in crate::ingest::talks) fn is_of_talk(&self, named: &Named, start: usize) -> bool {
        // "Ada Weaver (“Looms”) and Bo Reed (“Wool”)".
        let is_in_bracket = |title: &Title| self.line.text(0..title.outer.start).ends_with('(');
        if self.titles.len() > 1 && self.titles.iter().all(is_in_bracket) {
            return true;
        }
        let lead = self.line.text(start..named.range.start).trim_end().to_lowercase();
        let mut heads = phrases(BY).filter_map(|by| lead.strip_suffix(by)?.strip_suffix(' '));
        heads.any(|head| phrases(TALK_WORDS).any(|word| head.ends_with(word)))
    }

    /// Whether the words behind a title say that it was one: "“Looms” başlıklı sunum".
    pub(in crate::ingest::talks) fn is_titled_behind(&self, title: &Title) -> bool {
        const TITLED: [&str; 5] = ["başlıklı", "isimli", "adlı", "konulu", "başlığıyla"];
        let rest = self.line.text(title.outer.end..self.range.end).trim_start();
        TITLED.iter().any(|word| rest.starts_with(word))
    }

    /// A quoted title right after a word for a talk needs no speaker: "I missed the workshop “Fast wool”".
    pub(in crate::ingest::talks) fn announced(
        &self,
        title: &Title,
        start: usize,
    ) -> Option<(Vec<Named>, usize)> {
        let lead = self.line.text(start..title.outer.start).trim_end().to_lowercase();
        let last = lead.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let before = lead.strip_suffix(last).unwrap_or_default().trim_end();
        let article = before.rsplit(' ').next().unwrap_or_default();
        let text = unquoted(self.line.text(title.inner.clone()));
        let is_meant = title.is_quoted
            && is_talk_word(last)
            && has(THE, article)
            && self.names.is_empty()
            && text.split_whitespace().count() > 1
            && is_title(text, false)
            && Likeness::of(text).title() > 0.0;
        is_meant.then_some((Vec::new(), title.outer.end))
    }

    /// The talk of a sentence that gives a title but no speaker: "Then I went to “Looms that sing”."
    pub(in crate::ingest::talks) fn open(&self) -> Option<Sighting> {
        let [title] = self.titles.as_slice() else { return None };
        let text = unquoted(self.line.text(title.inner.clone()));
        let lower = self.text().to_lowercase();
        let is_whole = title.outer.len() + 3 >= self.range.len();
        let is_attended = words(&lower).any(|word| is_talk_word(word) || has(ATTENDING, word));
        let is_meant = is_title(text, false)
            && Likeness::of(text).title() > 0.0
            && self.names.is_empty()
            && (is_whole || is_attended);
        is_meant.then(|| self.sighting(title, text, Vec::new()))
    }

    /// The talk of the person in the sentence before: "Her session was titled “Looms that sing”."
    pub(in crate::ingest::talks) fn owned(&self, before: &Named) -> Option<Sighting> {
        let [title] = self.titles.as_slice() else { return None };
        let text = unquoted(self.line.text(title.inner.clone()));
        let lead = self.line.text(self.range.start..title.outer.start).to_lowercase();
        let words: Vec<&str> = words(&lead).collect();
        let mut pairs = words.windows(2);
        let is_own = pairs
            .any(|pair| matches!(pair, [owner, talk] if has(OWNERS, owner) && is_talk_word(talk)));
        let is_meant = is_own && is_title(text, true) && self.names.is_empty();
        is_meant.then(|| self.sighting(title, text, vec![before.clone()]))
    }

    /// Whether the author went to a talk whose title is quoted: "Between two sessions, I saw “Looms that sing”." The
    /// title is then that of a talk, even if no words name a speaker.
    pub(in crate::ingest::talks) fn is_on_visit(&self) -> bool {
        let lower = self.text().to_lowercase();
        self.titles.iter().all(|title| title.is_quoted)
            && words(&lower).any(|word| is_talk_word(word) || has(TALKS, word))
            && words(&lower).any(|word| has(ATTENDING, word))
            && words(&lower).any(|word| has(OURSELVES, word))
    }

    fn sighting(&self, title: &Title, text: &str, speakers: Vec<Named>) -> Sighting {
        Sighting {
            title: Some(text.trim_end_matches([',', '.']).to_owned()),
            speakers,
            kind: kind_of(self.text()).unwrap_or_default(),
            rule: if title.is_quoted { Rule::TalkInQuotes } else { Rule::TalkSetOff },
            award: award(self.text()).unwrap_or_default(),
            sentence: self.range.clone(),
            own: title.outer.clone(),
            is_shared: false,
        }
    }

    /// The only person in the sentence.
    pub(in crate::ingest::talks) fn only_person(&self) -> Option<Named> {
        let [named] = self.names.as_slice() else { return None };
        is_likely(named, 1.0).then(|| named.clone())
    }

    /// The talk of the sentence before, when this sentence begins with its speaker: "The speaker, Ada Weaver, …", "It
    /// was given by Ada Weaver.", "Ada Weaver showed how …".
    pub(in crate::ingest::talks) fn told(&self, before: &Sighting) -> Option<Sighting> {
        let first = self.names.first().filter(|_| self.titles.is_empty())?;
        let opener = self.line.text(self.range.start..first.range.start).to_lowercase();
        let opener = opener.trim_matches(|c: char| !c.is_alphanumeric());
        let mut speakers: Vec<Named> = Vec::new();
        let mut reach = first.range.start;
        for named in &self.names {
            let is_next = speakers.is_empty() || is_joint(self.line.text(reach..named.range.start));
            if !is_next || !is_likely(named, -0.5) {
                break;
            }
            reach = named.end.max(named.range.end);
            speakers.push(named.clone());
        }
        let rest = self.line.text(reach..self.range.end).to_lowercase();
        let mut after = words(&rest);
        let verb = after.next().unwrap_or_default();
        // "a montré", "ha spiegato", "hat gezeigt".
        let verb = if has(HELPERS, verb) { after.next().unwrap_or_default() } else { verb };
        let is_to_one =
            matches!(after.next(), Some("me" | "him" | "her" | "them" | "mir" | "mich"));
        let is_told = opener.is_empty() && has(TELLING, verb) && !is_to_one;
        let is_meant = !speakers.is_empty() && (has(SPEAKER_OPENERS, opener) || is_told);
        is_meant.then(|| Sighting {
            speakers,
            sentence: before.sentence.start..self.range.end,
            ..before.clone()
        })
    }

    /// People who are named as speaking, without a title. People whose names are joined speak together; two separate
    /// groups give two talks.
    pub(in crate::ingest::talks) fn by_speaker(&self) -> Vec<Sighting> {
        if tells_of_elsewhere(self.text()) {
            return Vec::new();
        }
        let is_person = |named: &&Named| is_likely(named, -3.0);
        let people: Vec<Named> = self.names.iter().filter(is_person).cloned().collect();
        let mut groups: Vec<Vec<Named>> = Vec::new();
        for named in &people {
            let last = groups.last_mut().filter(|group| {
                let reach = group.last().map_or(0, |it| it.end.max(it.range.end));
                is_joint(self.line.text(reach.min(named.range.start)..named.range.start))
            });
            match last {
                Some(group) => group.push(named.clone()),
                None => groups.push(vec![named.clone()]),
            }
        }
        let starts: Vec<usize> =
            groups.iter().filter_map(|it| it.first()).map(|it| it.range.start).collect();
        let ends = starts.into_iter().skip(1).chain([self.range.end]);
        let apart: Vec<Sighting> = groups
            .iter()
            .zip(ends)
            .filter(|(group, end)| self.has_spoken(group, *end))
            .map(|(group, _)| Sighting { is_shared: true, ..self.untitled(group.clone()) })
            .collect();
        if apart.len() > 1 {
            return apart;
        }
        let is_told = self.has_spoken(&people, self.range.end);
        is_told.then(|| self.untitled(people)).into_iter().collect()
    }

    /// Whether the sentence tells of a meal, where people speak about many things. "After lunch" is only a time.
    pub(super) fn is_at_meal(&self) -> bool {
        const NEAR: usize = 3;
        let lower = self.text().to_lowercase();
        let all: Vec<&str> = words(&lower).collect();
        all.iter().enumerate().any(|(at, word)| {
            let before = all.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
            has(MEALS, word) && !before.iter().any(|word| has(AFTER, word))
        })
    }

    /// Whether the words around people say that they spoke, up to a byte of the line.
    fn has_spoken(&self, people: &[Named], end: usize) -> bool {
        let Some(first) = people.first() else { return false };
        let near = self.near(first.range.start);
        let near = near.trim_end();
        let is_by = phrases(BY).any(|by| {
            let head = near.strip_suffix(by).filter(|head| head.ends_with(' '));
            // "Altro talk, stavolta sulla lana, ad opera di Giulia Ferrari": longer words for "by" fit farther away.
            let is_long = by.contains(' ');
            head.is_some_and(|head| {
                ends_in_talk(head.trim_end()) || is_long && words(head).any(is_talk_word)
            })
        });
        // "wykład Jacka Lewandowskiego"
        let last = words(near).last().unwrap_or_default();
        let is_genitive = is_talk_word(last) && needs_genitive(last) && near.ends_with(last);
        let behind = |start: usize| self.line.text(start.min(end)..end);
        let last_end = people.iter().map(|named| named.end).max().unwrap_or(end);
        is_by
            || is_genitive
            || people.iter().any(|named| speaks(behind(named.end)))
            || speaks(behind(last_end))
            || !self.is_at_meal() && teaches(behind(last_end))
            || people.iter().any(|named| is_owned_talk(behind(named.range.end)))
            || people.iter().any(|named| {
                named.name.len() < named.range.len() && is_talk_next(behind(named.range.end))
            })
    }
}

/// Whether a word for a talk follows: the talk of the person before it.
fn is_talk_next(rest: &str) -> bool {
    words(&rest.to_lowercase()).next().is_some_and(is_talk_word)
}

/// Whether words before "by" are about a talk: "a talk", "the first talk I heard was", "la primera charla fue la".
fn ends_in_talk(words_before: &str) -> bool {
    let all: Vec<&str> = words(words_before).collect();
    let Some((last, before)) = all.split_last() else { return false };
    if is_talk_word(last) {
        return true;
    }
    let verb = if has(THE_ONE, last) { before.split_last() } else { Some((last, before)) };
    verb.is_some_and(|(verb, before)| has(IS, verb) && before.iter().any(|word| is_talk_word(word)))
}

#[cfg(test)]
mod tests {
    use crate::ingest::lines::line::Line;
    use crate::ingest::talks::sentences::talk_cues::sightings;
    use crate::model::Inline;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = sightings(&Line::of_text(text));
        let found: Vec<(String, String)> = found
            .into_iter()
            .map(|it| {
                let names: Vec<String> = it.speakers.into_iter().map(|named| named.name).collect();
                (it.title.unwrap_or_default(), names.join("+"))
            })
            .collect();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(title, names)| (title.as_str(), names.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_talk_of_another_year_is_none_of_this_conference() {
        let nets = "Then \"Nets at sea\" by Ada Weaver was good.\n";
        for sentence in [
            "Last year Marta Kowalska spoke on \"Looms that sing\".",
            "Letztes Jahr sprach Marta Kowalska über Webstühle.",
            "We will see \"Looms that sing\" by Marta Kowalska at WeftConf.",
            "As Marta Kowalska wrote in \"Looms that sing\", wool is fine.",
        ] {
            crate::ingest::talks::tests::check(
                &format!("{sentence}\n\n{nets}"),
                &["Nets at sea | Ada Weaver"],
            );
        }
    }

    #[test]
    fn what_is_set_off_ends_a_name() {
        let text = |text: &str| Inline::Text(text.to_owned());
        let title = Inline::Emphasis(vec![text("Kein Garn ohne Wolle")]);
        let line = Line::of(&[text("Ich sah "), title, text(" von Katharina Vogt.")]);
        let found = sightings(&line).pop();
        let names = found.map(|it| it.speakers.into_iter().map(|named| named.name).collect());
        assert_eq!(names, Some(vec!["Katharina Vogt".to_owned()]));
    }

    #[test]
    fn the_next_sentence_may_say_who_spoke() {
        let ada = &[("Shrinking looms for fun and profit", "Ada Weaver")][..];
        for text in [
            "I began with “Shrinking looms for fun and profit”. The speaker, Ada Weaver, knows looms.",
            "I saw “Shrinking looms for fun and profit”. It was given by Ada Weaver of Warpworks.",
            "Then came the talk “Shrinking looms for fun and profit”. Ada Weaver showed how.",
            "Besucht habe ich „Shrinking looms for fun and profit“. Ada Weaver zeigte, wie es geht.",
            "“Shrinking looms for fun and profit”. Speaker: Ada Weaver.",
            "The first hour was that of Ada Weaver. Her session was “Shrinking looms for fun and profit”.",
        ] {
            check(text, ada);
        }
        for text in [
            "I read “Shrinking looms for fun and profit”. Ada Weaver showed how.",
            "I saw “Shrinking looms for fun and profit”. Ada Weaver showed me the city.",
            "I saw “Shrinking looms for fun and profit”. Ada Weaver was there as well.",
            "I saw “Shrinking looms for fun and profit”. Later I met Ada Weaver.",
        ] {
            check(text, &[]);
        }
        let alone = &[("Shrinking looms for fun and profit", "")][..];
        check("Torn between talks, I went to “Shrinking looms for fun and profit”.", alone);
        check("Von drei Vorträgen habe ich „Shrinking looms for fun and profit“ gehört.", alone);
    }

    #[test]
    fn many_words_say_that_somebody_spoke() {
        for (text, speaker) in [
            ("The first talk I went to was by Marta Kowalska, about wool.", "Marta Kowalska"),
            ("Then Bo Reed took over with a live demo of a loom.", "Bo Reed"),
            ("A special mention goes to Peter Smith: his talk on knots was fun.", "Peter Smith"),
            ("Next up was Ingrid Olsen, who explained why felt shrinks.", "Ingrid Olsen"),
            ("Danach ging es mit Peter Schmidt weiter, der über Wolle sprach.", "Peter Schmidt"),
            ("La primera charla fue la de Marta Sánchez, sobre telares.", "Marta Sánchez"),
            ("Luego Ana Torres nos contó cómo montar un telar.", "Ana Torres"),
            ("Il primo talk è stato quello di Marco Bianchi.", "Marco Bianchi"),
            ("Altro talk, stavolta sulla lana, ad opera di Giulia Ferrari.", "Giulia Ferrari"),
            ("La première conférence était celle de Marie Dupont, sur la laine.", "Marie Dupont"),
            ("A primeira palestra foi do Pedro Alves, sobre teares.", "Pedro Alves"),
            ("Najbardziej podobał mi się wykład Jacka Lewandowskiego.", "Jacek Lewandowski"),
            ("Bo Reed told about nets and knots.", "Bo Reed"),
            ("Na de lunch gaf Pieter Smit een workshop over knopen.", "Pieter Smit"),
            ("Bäst var Ingrid Olsens föredrag om filt.", "Ingrid Olsen"),
            ("Ardından Mehmet Demir susuz boyamayı anlattı.", "Mehmet Demir"),
            ("Agus Wijaya menjelaskan bagaimana mewarnai tanpa air.", "Agus Wijaya"),
            ("Potem Anna Nowak opowiadała o farbowaniu wełny.", "Anna Nowak"),
            ("Затем Анна Смирнова рассказала про крашение шерсти.", "Анна Смирнова"),
        ] {
            check(text, &[("", speaker)]);
        }
        for (text, title, speaker) in [
            ("Первым был Иван Петров с докладом «Поющие станки».", "Поющие станки", "Иван Петров"),
            ("Понравился доклад Сергея Иванова «Сети в море».", "Сети в море", "Сергей Иванов"),
            ("A Ana Lima apresentou o tema \"Redes no mar\".", "Redes no mar", "Ana Lima"),
            (
                "İlk olarak Ayşe Yılmaz \"Şarkı söyleyen tezgahlar\" başlıklı sunumu yaptı.",
                "Şarkı söyleyen tezgahlar",
                "Ayşe Yılmaz",
            ),
            (
                "Lalu sesi \"Jaring di laut\" oleh Siti Rahmawati.",
                "Jaring di laut",
                "Siti Rahmawati",
            ),
            ("上午第一个演讲是王小明的《会唱歌的织布机》。", "会唱歌的织布机", "王小明"),
        ] {
            check(text, &[(title, speaker)]);
        }
        for text in [
            "Peter Smith showed me how to get to the hotel.",
            "At lunch Ingrid Olsen explained how felt shrinks.",
            "Ingrid Olsen sat beside me while I explained how felt shrinks.",
            "Ada Weaver and Bo Reed list their favorite talks.",
            "Thanks to Ada Weaver, who was there with her family.",
        ] {
            check(text, &[]);
        }
    }
}
