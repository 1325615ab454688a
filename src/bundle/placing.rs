//! Places each article at an edition, and reports where that is uncertain or contradicted.

use super::articles::Article;
use super::edition::{Editions, Placement, Verdict};
use super::finding::Finding;
use super::resolve::Resolver;
use super::unlisted::{entries, event_in_title};
use crate::ingest::{Draft, host, links_of};
use crate::model::{Block, Method, Rule};

impl Resolver<'_> {
    /// The edition of an article. The copy that tells it most surely decides.
    pub(super) fn place(&mut self, article: &Article) -> Option<Placement> {
        let verdicts: Vec<Verdict> =
            article.drafts().map(|draft| self.editions.place(draft)).collect();
        let is_sure = |verdict: &&Verdict| matches!(verdict, Verdict::Placed(placement) if !placement.is_uncertain);
        let verdict = verdicts.iter().find(is_sure).or_else(|| verdicts.first())?.clone();
        let draft = &article.canonical;
        let help = "state it in the front matter, e.g. conference: kubecon-eu-2018";
        let placement = match verdict {
            Verdict::Placed(placement) => placement,
            Verdict::Torn(names) => {
                let message = format!("the edition is not clear; it could be {}", listed(&names));
                self.report(
                    draft,
                    &Finding::uncertain("edition-unclear", message, help)
                        .at(draft.title.1, &draft.title.0),
                );
                return None;
            }
            Verdict::Unknown(name) => {
                let message = format!(
                    "the conference \"{name}\" is in no registry; it is made from its name"
                );
                let help = "add it to conferences.toml, with dates and place";
                self.report(
                    draft,
                    &Finding::warning("unknown-conference", message, help)
                        .at(draft.conference.1, &name),
                );
                self.unlisted(&name, Method::Stated, Rule::FrontMatter, draft.conference.1)
            }
            Verdict::Silent => {
                let Some(name) = article.drafts().find_map(|draft| event_in_title(&draft.title.0))
                else {
                    let message =
                        "nothing says which conference this is about; it is shown without one"
                            .to_owned();
                    self.report(
                        draft,
                        &Finding::warning("edition-unknown", message, help)
                            .at(draft.title.1, &draft.title.0),
                    );
                    return None;
                };
                Placement {
                    is_uncertain: true,
                    ..self.unlisted(&name, Method::Matched, Rule::EditionInTitle, draft.title.1)
                }
            }
        };
        let name = self
            .editions
            .all
            .get(placement.edition)
            .map_or(String::new(), |edition| edition.name.clone());
        if placement.is_uncertain {
            let message =
                format!("it is taken to be about {name}, because of \"{}\"", placement.reason);
            self.report(
                draft,
                &Finding::uncertain("edition-uncertain", message, help)
                    .at(placement.line, &placement.reason),
            );
        }
        for draft in article.drafts() {
            self.check_links(draft, placement.edition, &name);
        }
        Some(placement)
    }

    fn unlisted(&mut self, name: &str, method: Method, rule: Rule, line: u32) -> Placement {
        let edition = self.editions.by_name(name).unwrap_or_else(|| {
            let (entry, series) = entries(name);
            if !self.series.iter().any(|known| known.id == series.id) {
                self.series.push(series);
            }
            self.editions.all.push(entry);
            self.editions.all.len() - 1
        });
        Placement { edition, method, rule, line, reason: name.to_owned(), is_uncertain: false }
    }

    /// Links into the schedule of another edition do not move the recap there, but somebody should look.
    fn check_links(&mut self, draft: &Draft, edition: usize, name: &str) {
        let blocks: Vec<Block> =
            draft.passages.iter().map(|passage| passage.block.clone()).collect();
        let stated =
            draft.talks.iter().flat_map(|talk| talk.links.iter().map(|(_, url)| url.clone()));
        let links: Vec<String> =
            links_of(&blocks).into_iter().chain(stated.filter(|_| draft.is_stated)).collect();
        let mut strays: Vec<(usize, String)> = Vec::new();
        for url in links {
            let Some(other) = host(&url)
                .and_then(|host| edition_of_host(&self.editions, &host))
                .filter(|other| *other != edition)
            else {
                continue;
            };
            if !strays.iter().any(|(_, known)| *known == url) {
                strays.push((other, url));
            }
        }
        let Some((other, first)) = strays.first().cloned() else { return };
        let other = self.editions.all.get(other).map_or("", |edition| edition.name.as_str());
        let count = strays.len();
        let them =
            if count == 1 { "1 link points".to_owned() } else { format!("{count} links point") };
        let message = format!("{them} at the schedule of {other}, but the recap is about {name}");
        let help = "compare the links with the talks; the edition stays as the text has it";
        let line = self.line_of(draft, &first);
        self.report(
            draft,
            &Finding::warning("link-to-other-edition", message, help).at(line, &first),
        );
    }
}

fn edition_of_host(editions: &Editions, host: &str) -> Option<usize> {
    editions
        .all
        .iter()
        .position(|edition| edition.hosts.iter().any(|known| known.eq_ignore_ascii_case(host)))
}

fn listed(names: &[String]) -> String {
    match names {
        [head @ .., last] if !head.is_empty() => format!("{} or {last}", head.join(", ")),
        _ => names.concat(),
    }
}
