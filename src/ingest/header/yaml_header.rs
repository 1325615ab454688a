//! Writes headers, for files that an author goes on with.

use super::yaml_text;
use crate::model::TalkKind;

/// What is known for a header. Empty values become comments that show what to write.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct YamlHeader {
    /// Title of the recap.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Where it was published first.
    pub url: String,
    /// When it was published.
    pub published: String,
    /// Language, BCP 47. English needs none.
    pub language: String,
    /// Id or name of the conference.
    pub conference: String,
    /// Whether it must not be published yet.
    pub is_draft: bool,
    /// The talks.
    pub talks: Vec<YamlTalk>,
}

/// A talk of a header.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct YamlTalk {
    /// Its title.
    pub title: String,
    /// What kind of talk it is.
    pub kind: TalkKind,
    /// Names of the speakers.
    pub speakers: Vec<String>,
}

impl YamlHeader {
    /// The header in YAML, from `---` to `---`.
    pub fn written(&self) -> String {
        let mut lines = vec!["---".to_owned(), format!("title: {}", yaml_text(&self.title))];
        for (key, value, example) in [
            ("author", &self.author, "Your Name"),
            ("url", &self.url, "https://example.org/where-it-was-published-first"),
            ("published", &self.published, "2024-05-20"),
        ] {
            lines.push(match value.as_str() {
                "" => format!("# {key}: {example}"),
                value => format!("{key}: {}", yaml_text(value)),
            });
        }
        if !matches!(self.language.as_str(), "" | "en") {
            lines.push(format!("language: {}", yaml_text(&self.language)));
        }
        lines.push(match self.conference.as_str() {
            "" => "# conference: Name of the Conference 2024".to_owned(),
            name => format!("conference: {}", yaml_text(name)),
        });
        if self.is_draft {
            lines.push("draft: true   # delete this line to publish the recap".to_owned());
        }
        if !self.talks.is_empty() {
            lines.push("talks:".to_owned());
        }
        lines.extend(self.talks.iter().flat_map(YamlTalk::lines));
        lines.push("---\n".to_owned());
        lines.join("\n")
    }
}

impl YamlTalk {
    fn lines(&self) -> Vec<String> {
        let speakers: Vec<String> = self.speakers.iter().map(|name| yaml_text(name)).collect();
        let kind = (self.kind != TalkKind::Talk).then(|| format!("    kind: {}", self.kind.word()));
        let speakers = match speakers.as_slice() {
            [] => "    # speakers: [Name (Organization)]".to_owned(),
            names => format!("    speakers: [{}]", names.join(", ")),
        };
        let title = format!("  - title: {}", yaml_text(&self.title));
        [Some(title), kind, Some(speakers)].into_iter().flatten().collect()
    }
}
