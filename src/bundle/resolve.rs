//! Puts the drafts of a folder together: which edition, talk, person and theme each passage is about.

use super::apart::Own;
use super::articles::{Article, articles, frame};
use super::edition::{Editions, Placement};
use super::entities::{Entities, Entity};
use super::finding::Finding;
use super::recap_ids::recap_ids;
use super::registry::Registries;
use super::registry_entries::SeriesEntry;
use super::talks::Talks;
use super::themes::Themes;
use super::{Step, Tell};
use crate::ingest::{Diagnostic, Draft, Place, Source};
use crate::model::{
    Assignment, ConferenceId, Copy, CopyText, Lines, Method, Note, NoteHead, OrganizationId,
    PersonId, Recap, RecapId, Rule, Subject, TalkId, Target, ThemeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything known so far.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    pub(super) sources: &'a BTreeMap<String, Source>,
    pub(super) editions: Editions,
    pub(super) series: Vec<SeriesEntry>,
    pub(super) themes: Themes<'a>,
    pub(super) people: Entities,
    pub(super) organizations: Entities,
    pub(super) talks: Talks,
    /// Themes the headers state for a talk.
    pub(super) talk_themes: BTreeMap<TalkId, BTreeSet<ThemeId>>,
    pub(super) recaps: Vec<Recap>,
    pub(super) heads: Vec<NoteHead>,
    pub(super) notes: Vec<Note>,
    pub(super) copies: Vec<CopyText>,
    pub(super) assignments: Vec<Assignment>,
    /// How many people came: conference, words, number, recap.
    pub(super) crowds: Vec<(ConferenceId, String, u32, RecapId)>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The people of the recap at hand.
    pub(super) own: Own,
    /// Files and names in them that were reported as uncertain.
    pub(super) doubted: BTreeSet<(String, String)>,
}

impl<'a> Resolver<'a> {
    /// Resolves the drafts of a folder; `sources` holds their texts by path.
    pub(super) fn run(
        registries: &'a Registries,
        sources: &'a BTreeMap<String, Source>,
        mut drafts: Vec<Draft>,
        tell: Tell<'_>,
    ) -> Self {
        let mut resolver = Self {
            sources,
            editions: Editions::new(&registries.conferences),
            series: registries.conferences.series.clone(),
            themes: Themes::new(&registries.themes.theme),
            people: Entities::new(&registries.people.person),
            organizations: Entities::new(&registries.people.organization),
            talks: Talks::default(),
            talk_themes: BTreeMap::new(),
            recaps: Vec::new(),
            heads: Vec::new(),
            notes: Vec::new(),
            copies: Vec::new(),
            assignments: Vec::new(),
            crowds: Vec::new(),
            diagnostics: Vec::new(),
            own: Own::default(),
            doubted: BTreeSet::new(),
        };
        resolver.check_slugs(&drafts);
        resolver.tell_names(&mut drafts, registries);
        let articles = articles(drafts, &resolver.editions);
        let ids = recap_ids(&articles, &resolver.editions);
        for (number, (article, id)) in articles.iter().zip(ids).enumerate() {
            tell(Step::Resolving, number, articles.len());
            resolver.article(article, RecapId(id));
        }
        resolver
    }

    fn article(&mut self, article: &Article, recap: RecapId) {
        let placement = self.place(article);
        let conference = placement
            .as_ref()
            .and_then(|placement| self.editions.all.get(placement.edition))
            .map(|edition| ConferenceId(edition.id.clone()));
        let draft = &article.canonical;
        self.own = Own::new(draft);
        self.recap(article, recap.clone(), conference.clone());
        self.note_placement(draft, &recap, conference.as_ref(), placement);
        self.note_copies(article, &recap);
        let talks: Vec<TalkId> =
            draft.talks.iter().map(|talk| self.talk(draft, talk, conference.as_ref())).collect();
        for (note, number) in draft.notes.iter().zip(1u32..) {
            self.note(draft, note, number, &recap, conference.as_ref(), &talks);
        }
        self.stated_themes(draft, &recap, &talks);
        if let Some(conference) = conference {
            for (words, people, _) in &draft.crowds {
                self.crowds.push((conference.clone(), words.clone(), *people, recap.clone()));
            }
        }
    }

    fn recap(&mut self, article: &Article, id: RecapId, conference: Option<ConferenceId>) {
        let draft = &article.canonical;
        let title = article.title();
        let stem = draft
            .path
            .rsplit('/')
            .next()
            .and_then(|name| name.rsplit_once('.'))
            .map_or("", |(stem, _)| stem);
        let first = |field: fn(&Draft) -> &String| {
            article.drafts().map(field).find(|text| !text.is_empty()).cloned().unwrap_or_default()
        };
        let mut copies: Vec<Copy> = article
            .drafts()
            .map(|draft| Copy {
                file: draft.path.clone(),
                publisher: draft.publisher.clone(),
                url: draft.url.clone(),
                published: draft.published,
            })
            .collect();
        for copy in article.drafts().flat_map(|draft| &draft.copies) {
            copies.push(Copy {
                file: String::new(),
                publisher: copy.publisher.clone(),
                url: copy.url.clone(),
                published: copy.published,
            });
        }
        let language = first(|draft| &draft.language);
        self.recaps.push(Recap {
            id,
            title: if title.is_empty() { stem.to_owned() } else { title.to_owned() },
            author: first(|draft| &draft.author),
            published: article.drafts().filter_map(|draft| draft.published).min(),
            language: if language.is_empty() { "en".to_owned() } else { language },
            conference,
            copies,
            notes: Vec::new(),
        });
    }

    fn note_placement(
        &mut self,
        draft: &Draft,
        recap: &RecapId,
        conference: Option<&ConferenceId>,
        placement: Option<Placement>,
    ) {
        let (Some(conference), Some(placement)) = (conference, placement) else { return };
        let lines = lines(draft, placement.line, placement.line);
        self.assignments.push(Assignment {
            subject: Subject::Recap(recap.clone()),
            target: Target::Conference(conference.clone()),
            method: placement.method,
            rule: placement.rule,
            lines,
            reason: placement.reason,
            is_uncertain: placement.is_uncertain,
        });
    }

    fn note_copies(&mut self, article: &Article, recap: &RecapId) {
        let own = frame(&article.canonical);
        let own = (!own.is_empty()).then(|| CopyText {
            recap: recap.clone(),
            file: article.canonical.path.clone(),
            extras: own,
            wording: Vec::new(),
        });
        self.copies.extend(own);
        for other in &article.others {
            let last = self
                .sources
                .get(&other.draft.path)
                .map_or(1, |source| source.line_at(source.text.len()));
            self.assignments.push(Assignment {
                subject: Subject::Recap(recap.clone()),
                target: Target::Copy(other.draft.path.clone()),
                method: Method::Matched,
                rule: Rule::CopyByShingles,
                lines: Lines { file: other.draft.path.clone(), first: 1, last },
                reason: format!(
                    "{:.0} % of the five-word sequences are the same",
                    other.overlap * 100.0
                ),
                is_uncertain: false,
            });
            self.copies.push(CopyText {
                recap: recap.clone(),
                file: other.draft.path.clone(),
                extras: other.extras.clone(),
                wording: other.wording.clone(),
            });
        }
    }

    /// The person with that name. A name close to a listed one is reported, not changed.
    pub(super) fn person(&mut self, draft: &Draft, name: &str, line: u32) -> PersonId {
        if self.people.known(name).is_none()
            && let Some(listed) = self.people.nearly(name).map(|entity| entity.name.clone())
        {
            let message =
                format!("\"{name}\" is nearly \"{listed}\"; they are taken for two people");
            let help = "if they are one, add the spelling to the aliases in people.toml";
            self.report(draft, &Finding::uncertain("similar-name", message, help).at(line, name));
        }
        let index = self.people.named(name);
        PersonId(self.people.get(index).map_or(String::new(), |entity| entity.id.clone()))
    }

    /// The organization with that name.
    pub(super) fn organization(&mut self, name: &str) -> OrganizationId {
        let index = self.organizations.named(name);
        OrganizationId(
            self.organizations
                .get(index)
                .map_or(String::new(), |entity: &Entity| entity.id.clone()),
        )
    }

    /// The first line of a draft that holds the words; 1 when none does.
    pub(super) fn line_of(&self, draft: &Draft, words: &str) -> u32 {
        let source = self.sources.get(&draft.path);
        source.and_then(|source| source.text.find(words).map(|at| source.line_at(at))).unwrap_or(1)
    }

    /// Reports what was found in a draft.
    pub(super) fn report(&mut self, draft: &Draft, found: &Finding<'_>) {
        let Some(source) = self.sources.get(&draft.path) else { return };
        let line = found.line.max(1);
        let at = source.line(line).find(found.words).filter(|_| !found.words.is_empty());
        let place = at.map_or_else(
            || Place::line(line),
            |at| Place { line, bytes: at..at + found.words.len() },
        );
        let message = found.message.clone();
        self.diagnostics.push(source.diagnostic_at(
            found.severity,
            found.code,
            &place,
            message,
            found.help,
        ));
    }

    /// Two recaps that ask for one name would swap addresses whenever a file is added.
    fn check_slugs(&mut self, drafts: &[Draft]) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for draft in drafts.iter().filter(|draft| !draft.slug.is_empty()) {
            if let Some(other) = seen.insert(&draft.slug, &draft.path) {
                let message = format!("the name \"{}\" is taken by {other}", draft.slug);
                let line = self.line_of(draft, &draft.slug);
                self.report(
                    draft,
                    &Finding::error("duplicate-id", message, "give one of the two another slug")
                        .at(line, &draft.slug),
                );
            }
        }
    }
}

/// Lines of a draft as the dataset names them.
pub(super) fn lines(draft: &Draft, first: u32, last: u32) -> Lines {
    let first = first.max(1);
    Lines { file: draft.path.clone(), first, last: last.max(first) }
}
