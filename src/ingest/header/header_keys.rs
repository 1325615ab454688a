//! The keys of headers: which spellings mean the same key, and which unknown key is a typo.

use crate::ingest::spelling::is_one_slip;

/// Each key of a recap with its other spellings in Hugo, Jekyll, Zola, Pelican, nanoc, Docusaurus, Hexo, Obsidian,
/// Medium and hashnode. Case, `_` and `-` do not count.
const RECAP: &[(&str, &[&str])] = &[
    (
        "title",
        &[
            "subject",
            "headline",
            "betreff",
            "objet",
            "asunto",
            "assunto",
            "oggetto",
            "onderwerp",
            "titel",
            "titre",
            "titulo",
            "título",
            "titolo",
        ],
    ),
    ("talktitle", &["talk", "sessiontitle"]),
    ("slug", &[]),
    ("id", &[]),
    ("formerids", &["formerid"]),
    ("partof", &[]),
    ("permalink", &["path"]),
    (
        "author",
        &[
            "authors",
            "by",
            "byline",
            "authorname",
            "from",
            "writer",
            "auteur",
            "autor",
            "autora",
            "autore",
            "autorin",
            "schrijver",
        ],
    ),
    ("publisher", &["site", "publication"]),
    (
        "url",
        &["source", "canonical", "canonicalurl", "original", "originalurl", "externalurl", "link"],
    ),
    (
        "published",
        &[
            "date",
            "pubdate",
            "publishdate",
            "publisheddate",
            "publishedat",
            "publishedon",
            "datepublished",
            "pubdatetime",
            "publicationdate",
            "posted",
            "postedon",
            "postedat",
            "datum",
            "publicado",
            "publicada",
            "publié",
            "publiée",
            "pubblicato",
            "veröffentlicht",
            "gepubliceerd",
            "fecha",
            "postdate",
            "data",
            "日付",
        ],
    ),
    ("created", &["createdat", "createdon", "datecreated", "creationdate"]),
    ("expires", &["expirydate", "expireson", "expiresat", "unpublishdate"]),
    (
        "language",
        &["lang", "languagecode", "locale", "langue", "sprache", "idioma", "lingua", "taal"],
    ),
    (
        "conference",
        &[
            "event",
            "conf",
            "events",
            "conferences",
            "eventname",
            "conferencename",
            "confname",
            "meetup",
            "meetupname",
            "konferenz",
            "veranstaltung",
            "conférence",
            "évènement",
            "événement",
            "conferencia",
            "evento",
            "conferenza",
            "conferência",
            "konferencja",
            "wydarzenie",
            "konferens",
            "konference",
            "konferanse",
            "konferenssi",
            "カンファレンス",
            "イベント",
        ],
    ),
    ("location", &["city", "place"]),
    ("eventdates", &["dates", "eventdate", "conferencedate", "conferencedates", "when"]),
    ("start", &["startdate", "starts", "eventstart"]),
    ("end", &["enddate", "ends", "eventend"]),
    ("edition", &["year"]),
    ("attendance", &[]),
    ("license", &["licence", "rights", "copyright"]),
    // Says that Jekyll, or a program like it, reads the header.
    ("layout", &[]),
    ("themes", &[]),
    ("tags", &["tag", "categories", "category", "topics", "keywords"]),
    ("talks", &["sessions"]),
    ("copies", &[]),
    (
        "draft",
        &[
            "isdraft",
            "saveasdraft",
            "wip",
            "entwurf",
            "brouillon",
            "borrador",
            "bozza",
            "concept",
            "rascunho",
        ],
    ),
    (
        "private",
        &[
            "isprivate",
            "unlisted",
            "hidden",
            "confidential",
            "vertraulich",
            "privat",
            "privé",
            "privado",
            "privato",
            "onlyme",
            "eleventyexcludefromcollections",
        ],
    ),
    ("publish", &["public", "dgpublish", "ispublished"]),
    (
        "status",
        &["state", "visibility", "sensitivity", "confidentiality", "access", "sharing", "privacy"],
    ),
    ("password", &[]),
    ("build", &[]),
    (
        "speakers",
        &[
            "speaker",
            "speakername",
            "speakernames",
            "presenter",
            "presenters",
            "panelists",
            "panellists",
            "referent",
            "referentin",
            "referenten",
            "sprecher",
            "sprecherin",
            "vortragende",
            "orateur",
            "oratrice",
            "orateurs",
            "intervenant",
            "intervenante",
            "intervenants",
            "ponente",
            "ponentes",
            "relatore",
            "relatrice",
            "relatori",
            "spreker",
            "sprekers",
            "palestrante",
            "palestrantes",
            "presentedby",
            "spokenby",
            "prelegent",
            "prelegenci",
            "prelegentka",
            "talare",
            "föredragshållare",
            "foredragsholder",
            "foredragsholdere",
            "puhuja",
            "přednášející",
            "előadó",
            "konuşmacı",
            "докладчик",
            "спикер",
            "登壇者",
            "発表者",
            "講演者",
            "スピーカー",
        ],
    ),
    ("affiliation", &["speakeraffiliation", "speakercompany", "company"]),
    ("video", &["videos", "videourl", "recording", "youtube"]),
    ("slides", &["slidesurl", "slidedeck", "deck"]),
    ("schedule", &["scheduleurl"]),
    ("kind", &["talktype", "sessiontype"]),
    ("award", &[]),
];

/// The keys of a talk in the list `talks`.
const TALK: &[(&str, &[&str])] = &[
    ("id", &["slug"]),
    ("formerids", &["formerid"]),
    ("title", &["name"]),
    ("kind", &["type", "format"]),
    ("day", &["date"]),
    ("speakers", &["speaker", "by", "author", "authors", "presenter", "presenters", "presentedby"]),
    ("affiliation", &["speakeraffiliation", "company", "organization", "organisation"]),
    ("video", &["videos", "videourl", "recording", "youtube"]),
    ("slides", &["slidesurl", "deck"]),
    ("schedule", &["scheduleurl"]),
    ("links", &["link", "url", "urls"]),
    ("themes", &["tags", "topics", "theme", "topic"]),
    ("award", &[]),
    ("note", &["notes"]),
];

/// The keys of a copy in the list `copies`.
const COPY: &[(&str, &[&str])] =
    &[("publisher", &["site"]), ("url", &["link"]), ("published", &["date"])];

/// Blog keys that look like typos of our keys but are not.
const FOREIGN: &[&str] = &[
    "type",
    "topic",
    "theme",
    "updated",
    "slugs",
    "series",
    "aliases",
    "alias",
    "cover",
    "track",
    "weight",
    "image",
    "images",
    "summary",
    "description",
    "sitemap",
];

/// A set of keys.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeySet(&'static [(&'static str, &'static [&'static str])]);

impl KeySet {
    /// The keys of a recap.
    pub(super) const RECAP: Self = Self(RECAP);
    /// The keys of a talk.
    pub(super) const TALK: Self = Self(TALK);
    /// The keys of a copy.
    pub(super) const COPY: Self = Self(COPY);

    /// The key with this folded spelling.
    pub(super) fn meant(self, folded: &str) -> Option<&'static str> {
        let is_meant =
            |(key, others): &&(&str, &[&str])| *key == folded || others.contains(&folded);
        self.0.iter().find(is_meant).map(|(key, _)| *key)
    }

    /// The known spelling that differs from a folded unknown key by one typo.
    pub(super) fn slip(self, folded: &str) -> Option<&'static str> {
        if folded.len() < 5 || self.meant(folded).is_some() || FOREIGN.contains(&folded) {
            return None;
        }
        let spellings = self.0.iter().flat_map(|(key, others)| std::iter::once(key).chain(*others));
        spellings.copied().find(|known| known.len() >= 4 && is_one_slip(folded, known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_key_are_one_key() {
        for (key, spellings) in [RECAP, TALK, COPY].concat() {
            for other in spellings {
                assert_ne!(key, *other);
            }
        }
        assert_eq!(KeySet::RECAP.meant("publishdate"), Some("published"));
        assert_eq!(KeySet::RECAP.meant("mermaid"), None);
        for (key, meant) in [
            ("meetup", "conference"),
            ("konferens", "conference"),
            ("presentedby", "speakers"),
            ("talare", "speakers"),
            ("日付", "published"),
        ] {
            assert_eq!(KeySet::RECAP.meant(key), Some(meant), "{key}");
        }
    }

    #[test]
    fn a_slip_is_told_from_a_key_of_somebody_else() {
        assert_eq!(KeySet::RECAP.slip("confrence"), Some("conference"));
        assert_eq!(KeySet::TALK.slip("titel"), Some("title"));
        for other in ["layout", "theme", "mermaid", "date", "toc", "series"] {
            assert_eq!(KeySet::RECAP.slip(other), None, "{other}");
        }
    }

    #[test]
    fn no_spelling_means_two_keys() {
        for keys in [RECAP, TALK, COPY] {
            let mut all: Vec<&str> = keys
                .iter()
                .flat_map(|(key, others)| std::iter::once(key).chain(*others))
                .copied()
                .collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count);
        }
    }
}
