//! A small collection, and random edits by a curator.

use super::dice::Dice;
use hallway::bundle::{Bundled, Folder, IdKind};
use hallway::model::Catalog;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone)]
pub(crate) struct Section {
    /// Its identity, whatever its name.
    thing: usize,
    pub(crate) heading: Vec<String>,
    /// The speaker, if it is about a talk.
    speaker: Option<usize>,
    /// The id and the former ids that its talk states.
    id: String,
    former_ids: Vec<String>,
    text: Vec<String>,
}

#[derive(Clone)]
pub(crate) struct Recap {
    thing: usize,
    pub(crate) file: String,
    pub(crate) title: Vec<String>,
    pub(crate) author: String,
    year: usize,
    pub(crate) sections: Vec<Section>,
}

/// An entry of `people.toml`.
#[derive(Clone)]
struct Person {
    thing: usize,
    id: String,
    former_ids: Vec<String>,
    /// The name, and other spellings.
    names: Vec<String>,
}

#[derive(Clone)]
pub(crate) struct Collection {
    pub(crate) recaps: Vec<Recap>,
    /// The id of the conference of each year, and the ids that it had.
    conferences: Vec<(String, Vec<String>)>,
    people: Vec<Person>,
    /// What was merged, and into what.
    merged: BTreeMap<(IdKind, usize), usize>,
    n_things: usize,
}

impl Collection {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let mut new = Self {
            recaps: Vec::new(),
            conferences: (0..3).map(|year| (format!("weaving-{year}"), Vec::new())).collect(),
            people: Vec::new(),
            merged: BTreeMap::new(),
            n_things: 0,
        };
        for _ in 0..4 {
            new.add_person(dice);
        }
        for number in 0..5 {
            new.add(dice, number);
        }
        new
    }

    fn thing(&mut self) -> usize {
        self.n_things += 1;
        self.n_things
    }

    fn add_person(&mut self, dice: &mut Dice) -> usize {
        let thing = self.thing();
        let names =
            vec![format!("{}{thing}a {}{thing}b", capital(dice.word()), capital(dice.word()))];
        self.people.push(Person { thing, id: format!("p{thing}"), former_ids: Vec::new(), names });
        thing
    }

    fn person(&self, dice: &mut Dice) -> usize {
        self.people[dice.below(self.people.len())].thing
    }

    fn section(&mut self, dice: &mut Dice, speaker: Option<usize>) -> Section {
        let thing = self.thing();
        let mut heading = dice.words(4);
        heading.push(format!("chapter{thing}x"));
        let (id, former_ids) = (String::new(), Vec::new());
        Section { thing, heading, speaker, id, former_ids, text: dice.words(30) }
    }

    fn add(&mut self, dice: &mut Dice, number: usize) {
        let mut sections = Vec::new();
        for place in 0..4 {
            let speaker = (place > 1).then(|| self.person(dice));
            sections.push(self.section(dice, speaker));
        }
        let thing = self.thing();
        let mut title = dice.words(3);
        title.push(format!("letter{number}x"));
        let (file, author) = (format!("recaps/{number}.md"), "Bo Thread".to_owned());
        self.recaps.push(Recap { thing, file, title, author, year: dice.below(3), sections });
    }

    /// One edit of a curator. `catalog` is what was built before.
    pub(crate) fn edit(&mut self, dice: &mut Dice, catalog: &Catalog) {
        match dice.below(3) {
            0 => self.edit_person(dice),
            1 => self.edit_talk(dice, catalog),
            _ => self.edit_recap(dice),
        }
    }

    /// Adds, renames, merges, splits or deletes a person.
    fn edit_person(&mut self, dice: &mut Dice) {
        let (at, n) = (dice.below(self.people.len()), self.n_things + 1);
        let thing = self.people[at].thing;
        let other = self.people[(at + 1) % self.people.len()].thing;
        match dice.below(5) {
            0 => {
                let new = self.add_person(dice);
                self.speak(dice, new);
            }
            1 => {
                let then = std::mem::replace(&mut self.people[at].id, format!("p{n}-renamed"));
                self.people[at].former_ids.push(then);
                let name = format!("{}{n}c {}{n}d", capital(dice.word()), capital(dice.word()));
                self.people[at].names.insert(dice.below(2), name);
                self.n_things += 1;
            }
            2 if self.people.len() > 3 => {
                let lost = self.people.remove(at);
                // Another person's name is not a spelling of this one.
                let is_own = |name: &String| self.people.iter().all(|it| !it.names.contains(name));
                let names: Vec<String> = lost.names.into_iter().filter(is_own).collect();
                let kept = self.people.iter_mut().find(|it| it.thing == other).unwrap();
                kept.former_ids.extend([lost.id].into_iter().chain(lost.former_ids));
                kept.names.extend(names);
                self.merged.insert((IdKind::Person, thing), other);
                self.sections()
                    .filter(|it| it.speaker == Some(thing))
                    .for_each(|it| it.speaker = Some(other));
            }
            3 => {
                let names = vec![self.people[at].names[0].clone()];
                let (id, former_ids) = (format!("p{n}-split"), Vec::new());
                let new = self.thing();
                self.people.push(Person { thing: new, id, former_ids, names });
                self.speak(dice, new);
            }
            _ if self.people.len() > 3 => {
                self.people.remove(at);
                self.sections()
                    .filter(|it| it.speaker == Some(thing))
                    .for_each(|it| it.speaker = Some(other));
            }
            _ => {}
        }
    }

    fn sections(&mut self) -> impl Iterator<Item = &mut Section> {
        self.recaps.iter_mut().flat_map(|recap| &mut recap.sections)
    }

    /// Gives somebody a talk of somebody else.
    fn speak(&mut self, dice: &mut Dice, person: usize) {
        let n_talks = self.sections().filter(|it| it.speaker.is_some()).count();
        let at = dice.below(n_talks);
        if let Some(talk) = self.sections().filter(|it| it.speaker.is_some()).nth(at) {
            talk.speaker = Some(person);
        }
    }

    /// Adds, renames, merges or deletes a talk, or states its id.
    fn edit_talk(&mut self, dice: &mut Dice, catalog: &Catalog) {
        let (kind, n) = (dice.below(6), self.n_things + 1);
        let (at, person) = (dice.below(self.recaps.len()), self.person(dice));
        let new = self.section(dice, Some(person));
        let recap = &mut self.recaps[at];
        let talks = (0..recap.sections.len()).filter(|at| recap.sections[*at].speaker.is_some());
        let talks: Vec<usize> = talks.collect();
        let [first, .., last] = talks[..] else {
            recap.sections.push(new);
            return;
        };
        let id_of = |section: &Section| {
            let title = section.heading.join(" ");
            catalog.talks.iter().find(|it| it.title == title).unwrap().id.0.clone()
        };
        match kind {
            0 => recap.sections.insert(first, new),
            1 => recap.sections[first].id = format!("t{n}"),
            2 => {
                // With nothing in common except what it states.
                let then = id_of(&recap.sections[first]);
                let section = &mut recap.sections[first];
                section.former_ids.push(then);
                (section.heading, section.text) = (new.heading, new.text);
            }
            3 => {
                let lost = recap.sections[last].clone();
                recap.sections[last] = Section {
                    speaker: None,
                    id: String::new(),
                    former_ids: Vec::new(),
                    ..lost.clone()
                };
                let kept = &mut recap.sections[first];
                kept.former_ids.push(id_of(&lost));
                self.merged.insert((IdKind::Talk, lost.thing), kept.thing);
            }
            4 => recap.sections[last].speaker = None,
            _ => recap.sections[first].speaker = Some(person),
        }
    }

    /// Corrects a recap, moves it or deletes it, or renames a conference.
    fn edit_recap(&mut self, dice: &mut Dice) {
        let at = dice.below(self.recaps.len());
        let (kind, n) = (dice.below(11), self.n_things);
        let (word, place) = (dice.word().to_owned(), dice.below(3));
        let new = self.section(dice, None);
        let recap = &mut self.recaps[at];
        let section_at = dice.below(recap.sections.len());
        match kind {
            0 => recap.title[place] = word,
            1 => recap.sections[section_at].heading[place] = word,
            2 => recap.author = format!("{} Thread", ["Bo", "Cleo", "Dee"][place]),
            3 => recap.file = format!("recaps/{word}/{n}-{}.md", dice.below(1000)),
            4 => {
                let other = dice.below(recap.sections.len());
                recap.sections.swap(section_at, other);
            }
            5 => recap.sections[section_at].text[place] = word,
            6 => {
                let conference = &mut self.conferences[place];
                let now = format!("weaving-{place}-{word}");
                if conference.0 != now && !conference.1.contains(&now) {
                    let then = std::mem::replace(&mut conference.0, now);
                    // Both ways to rename an entry: with the old id, or with only the same name.
                    if dice.below(2) == 0 {
                        conference.1.push(then);
                    }
                }
            }
            7 => recap.sections.insert(0, new),
            8 => recap.year = place,
            9 if self.recaps.len() > 3 => {
                self.recaps.remove(at);
            }
            _ if self.recaps.len() < 12 => self.add(dice, n + 100),
            _ => {}
        }
    }

    pub(crate) fn folder(&self, ledger: Option<String>) -> Folder {
        let mut folder = Folder { ledger, ..Folder::default() };
        let conferences = self.conferences.iter().enumerate().map(|(year, (id, former))| {
            format!(
                "[[conference]]\nid = \"{id}\"\nname = \"Weaving Days {}\"\nseries = \"weaving\"\nformer_ids = {former:?}\nstart = \"{}-05-02\"\n\n",
                2016 + year,
                2016 + year
            )
        });
        let conferences: String = conferences.collect();
        let conferences =
            format!("[[series]]\nid = \"weaving\"\nname = \"Weaving Days\"\n\n{conferences}");
        folder.registries.insert("conferences.toml".to_owned(), conferences.into_bytes());
        let person = |it: &Person| {
            let Person { id, former_ids, names, .. } = it;
            format!(
                "[[person]]\nid = \"{id}\"\nname = \"{}\"\nformer_ids = {former_ids:?}\naliases = {:?}\n\n",
                names[0],
                &names[1..]
            )
        };
        let people: String = self.people.iter().map(person).collect();
        folder.registries.insert("people.toml".to_owned(), people.into_bytes());
        for recap in &self.recaps {
            let mut text = format!(
                "---\ntitle: {}\nauthor: {}\nconference: {}\ntalks:\n",
                recap.title.join(" "),
                recap.author,
                self.conferences[recap.year].0
            );
            for section in &recap.sections {
                if let Some(speaker) = section.speaker {
                    let (title, speaker) = (section.heading.join(" "), self.called(speaker));
                    text.extend(["  - title: ", &title, "\n    speakers: [", speaker, "]\n"]);
                    text.extend(["    former_ids: [", &section.former_ids.join(", "), "]\n"]);
                    text.extend(
                        ["    id: ", &section.id, "\n"]
                            .into_iter()
                            .filter(|_| !section.id.is_empty()),
                    );
                }
            }
            text += "---\n\n";
            for section in &recap.sections {
                let (heading, words) = (section.heading.join(" "), section.text.join(" "));
                text.extend(["## ", &heading, "\n\n", &words, ".\n\n"]);
            }
            folder.recaps.insert(recap.file.clone(), text.into_bytes());
        }
        folder
    }

    /// Which thing every current id names.
    pub(crate) fn things(&self, bundled: &Bundled) -> BTreeMap<(IdKind, String), usize> {
        let catalog = &bundled.dataset.catalog;
        let mut things = BTreeMap::new();
        for recap in &catalog.recaps {
            let own = self.recaps.iter().find(|it| it.file == recap.copies[0].file).unwrap();
            things.insert((IdKind::Recap, recap.id.0.clone()), own.thing);
            assert_eq!(recap.notes.len(), own.sections.len(), "each section is a note");
            for (note, section) in recap.notes.iter().zip(&own.sections) {
                things.insert((IdKind::Note, note.0.clone()), section.thing);
            }
        }
        for talk in &catalog.talks {
            let sections = self.recaps.iter().flat_map(|recap| &recap.sections);
            let mut named = sections.filter(|it| it.heading.join(" ") == talk.title);
            things.insert((IdKind::Talk, talk.id.0.clone()), named.next().unwrap().thing);
        }
        for person in &self.people {
            if catalog.people.iter().any(|it| it.id.0 == person.id) {
                things.insert((IdKind::Person, person.id.clone()), person.thing);
            }
        }
        assert_eq!(catalog.people.len(), self.speakers().len(), "{:?}", catalog.people);
        for conference in &catalog.conferences {
            let year = conference.start.unwrap().year();
            things.insert(
                (IdKind::Conference, conference.id.0.clone()),
                1_000_000 + usize::from(year),
            );
        }
        things
    }

    /// The name of a person in a header: the name, unless two people have it.
    fn called(&self, thing: usize) -> &str {
        let person = self.people.iter().find(|it| it.thing == thing).unwrap();
        let mut names = person
            .names
            .iter()
            .filter(|name| self.people.iter().filter(|it| it.names.contains(name)).count() == 1);
        names.next_back().unwrap_or(&person.id)
    }

    fn speakers(&self) -> BTreeSet<usize> {
        let sections = self.recaps.iter().flat_map(|recap| &recap.sections);
        sections.filter_map(|section| section.speaker).collect()
    }

    /// What an item was merged into, directly or through others.
    pub(crate) fn merged(&self, kind: IdKind, thing: usize) -> usize {
        let mut thing = thing;
        while let Some(now) = self.merged.get(&(kind, thing)) {
            thing = *now;
        }
        thing
    }

    /// Everything that the curator did not end.
    pub(crate) fn living(&self) -> BTreeSet<(IdKind, usize)> {
        let mut living: BTreeSet<(IdKind, usize)> =
            (0..3).map(|year| (IdKind::Conference, 1_002_016 + year)).collect();
        living.extend(self.speakers().into_iter().map(|thing| (IdKind::Person, thing)));
        for recap in &self.recaps {
            living.insert((IdKind::Recap, recap.thing));
            for section in &recap.sections {
                living.insert((IdKind::Note, section.thing));
                living.extend(section.speaker.map(|_| (IdKind::Talk, section.thing)));
            }
        }
        living
    }
}

fn capital(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
}
