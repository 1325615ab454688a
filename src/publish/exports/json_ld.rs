//! The subject of a page in schema.org terms, for search engines and reference managers.
//!
//! States only facts from the data: no event status, since the build does not know today's date, and no upload date of
//! a recording. Addresses are absolute, so a site without an address has none.

use super::context::ExportContext;
use crate::{
    model::{Conference, Organization, Person, Provider, Recap, Talk, Theme, Video},
    pages::{Author, Page, video_page},
    ui::display_names::author,
};
use serde_json::{Map, Value, json};

impl ExportContext<'_> {
    /// What a page is about; `None` for the explorer.
    pub(super) fn json_ld(&self, about: Option<&Page>) -> Option<Value> {
        let index = self.index;
        let thing = match about {
            None => json!({
                "@type": "WebSite",
                "name": self.site.title,
                "description": self.site.description,
                "inLanguage": self.site.language,
                "url": self.absolute("index.html"),
            }),
            Some(Page::Conference(id)) => self.conference_ld(index.conference(id)?),
            Some(Page::Talk(id)) => self.talk_ld(index.talk(id)?),
            Some(Page::Theme(id)) => self.theme_ld(index.theme(id)?),
            Some(Page::Person(id)) => self.person_ld(index.person(id)?),
            Some(Page::Organization(id)) => self.organization_ld(index.organization(id)?),
            Some(Page::Year(_)) => return None,
            Some(Page::Recap(id)) => self.recap_ld(index.recap(id)?),
        };
        in_schema(thing)
    }

    /// An author who is no person of the collection, and what they wrote.
    pub(super) fn author_page_ld(&self, author: &Author) -> Option<Value> {
        let recaps = author.recaps.iter().filter_map(|id| self.index.recap(id));
        let recaps = recaps.map(|recap| {
            json!({
                "@type": "Article",
                "headline": recap.title,
                "datePublished": recap.published,
                "url": self.page_address(&Page::Recap(recap.id.clone())),
            })
        });
        in_schema(json!({
            "@type": "ProfilePage",
            "name": author.name,
            "url": self.absolute(&author.path),
            "mainEntity": {"@type": "Person", "name": author.name},
            "hasPart": recaps.collect::<Vec<_>>(),
        }))
    }

    /// Who wrote a recap, each with their page; the publisher if it is unsigned.
    fn authors_ld(&self, recap: &Recap) -> Value {
        let authors = self.authors.of_recap(recap).into_iter();
        let authors = authors.map(|author| {
            json!({"@type": "Person", "name": author.name, "url": self.absolute(&author.path)})
        });
        match authors.collect::<Vec<_>>().as_slice() {
            [] => json!({"@type": "Organization", "name": author(recap)}),
            [author] => author.clone(),
            authors => authors.into(),
        }
    }

    fn conference_ld(&self, conference: &Conference) -> Value {
        let mut event = self.edition_ld(conference);
        let talks = self.index.talks_of_conference(&conference.id);
        let talks: Vec<Value> = talks.into_iter().map(|talk| self.part_ld(talk)).collect();
        let links: Vec<&str> = conference.links.iter().map(|link| link.url.as_str()).collect();
        if let Some(event) = event.as_object_mut() {
            let series = self.series_name(conference);
            event.insert("superEvent".to_owned(), json!({"@type": "EventSeries", "name": series}));
            event.insert("sameAs".to_owned(), links.into());
            event.insert("subEvent".to_owned(), talks.into());
        }
        event
    }

    /// An edition without its talks.
    fn edition_ld(&self, conference: &Conference) -> Value {
        let is_online = conference.city == "Online";
        let mode = if is_online { "OnlineEventAttendanceMode" } else { "" };
        let mode = (!mode.is_empty()).then(|| format!("https://schema.org/{mode}"));
        json!({
            "@type": "Event",
            "name": conference.name,
            "startDate": conference.start,
            "endDate": conference.end,
            "eventAttendanceMode": mode,
            "location": location(conference, is_online),
            "url": self.page_address(&Page::Conference(conference.id.clone())),
        })
    }

    /// A talk as a part of its edition.
    fn part_ld(&self, talk: &Talk) -> Value {
        let speakers = talk.speakers.iter().map(|speaker| {
            let organizations = speaker.organizations.iter();
            let organizations: Vec<Value> = organizations
                .map(|id| json!({"@type": "Organization", "name": self.organization_name(id)}))
                .collect();
            json!({
                "@type": "Person",
                "name": self.person_name(&speaker.person),
                "affiliation": organizations,
                "url": self.page_address(&Page::Person(speaker.person.clone())),
            })
        });
        json!({
            "@type": "Event",
            "name": talk.title,
            "startDate": talk.day,
            "performer": speakers.collect::<Vec<_>>(),
            "url": self.page_address(&Page::Talk(talk.id.clone())),
        })
    }

    fn talk_ld(&self, talk: &Talk) -> Value {
        let mut event = self.part_ld(talk);
        let edition = talk.conference.as_ref().and_then(|id| self.index.conference(id));
        let themes: Vec<Value> = talk
            .themes
            .iter()
            .map(|id| json!({"@type": "DefinedTerm", "name": self.theme_name(id)}))
            .collect();
        let videos: Vec<Value> = talk.videos.iter().map(|it| video_ld(it, &talk.title)).collect();
        if let Some(event) = event.as_object_mut() {
            let edition_ld = edition.map(|it| self.edition_ld(it));
            // Where the edition is, each of its talks is.
            let place = edition_ld.as_ref().and_then(|it| it.get("location")).cloned();
            event.insert("location".to_owned(), place.unwrap_or_default());
            event.insert("superEvent".to_owned(), edition_ld.unwrap_or_default());
            event.insert("about".to_owned(), themes.into());
            event.insert("recordedIn".to_owned(), videos.into());
        }
        event
    }

    fn theme_ld(&self, theme: &Theme) -> Value {
        json!({
            "@type": "DefinedTerm",
            "name": theme.name,
            "alternateName": theme.aliases,
            "description": theme.description,
            "url": self.page_address(&Page::Theme(theme.id.clone())),
        })
    }

    fn person_ld(&self, person: &Person) -> Value {
        json!({
            "@type": "Person",
            "name": person.name,
            "alternateName": person.aliases,
            "url": self.page_address(&Page::Person(person.id.clone())),
        })
    }

    fn organization_ld(&self, organization: &Organization) -> Value {
        json!({
            "@type": "Organization",
            "name": organization.name,
            "alternateName": organization.aliases,
            "url": self.page_address(&Page::Organization(organization.id.clone())),
        })
    }

    fn recap_ld(&self, recap: &Recap) -> Value {
        let edition = recap.conference.as_ref().and_then(|id| self.index.conference(id));
        let sources = recap.copies.iter().map(|copy| copy.url.as_str());
        let sources: Vec<&str> = sources.filter(|url| !url.is_empty()).collect();
        json!({
            "@type": "Article",
            "headline": recap.title,
            "author": self.authors_ld(recap),
            "datePublished": recap.published,
            "inLanguage": recap.language,
            "about": edition.map(|it| self.edition_ld(it)),
            "isBasedOn": sources,
            "url": self.page_address(&Page::Recap(recap.id.clone())),
        })
    }
}

/// A thing as a whole document.
fn in_schema(thing: Value) -> Option<Value> {
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), "https://schema.org".into());
    if let Value::Object(thing) = without_gaps(thing)? {
        whole.extend(thing);
    }
    Some(Value::Object(whole))
}

fn location(conference: &Conference, is_online: bool) -> Value {
    if is_online {
        let url = conference.links.first().map(|link| &link.url);
        return json!({"@type": "VirtualLocation", "url": url});
    }
    let Conference { venue, city, country, .. } = conference;
    let name = [venue, city, country].into_iter().find(|name| !name.is_empty());
    let Some(name) = name else { return Value::Null };
    json!({
        "@type": "Place",
        "name": name,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": city,
            "addressCountry": country,
        },
    })
}

fn video_ld(video: &Video, title: &str) -> Value {
    let thumbnail = match video.provider {
        Provider::YouTube => Some(format!("https://i.ytimg.com/vi/{}/hqdefault.jpg", video.id)),
        Provider::Vimeo => None,
    };
    json!({
        "@type": "VideoObject",
        "name": title,
        "url": video_page(video),
        "thumbnailUrl": thumbnail,
    })
}

/// A value without unknown parts, at any depth; `None` if only a type is left.
fn without_gaps(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => (!text.is_empty()).then_some(Value::String(text)),
        Value::Array(values) => {
            let values: Vec<Value> = values.into_iter().filter_map(without_gaps).collect();
            (!values.is_empty()).then_some(Value::Array(values))
        }
        Value::Object(fields) => {
            let fields = fields.into_iter();
            let fields: Map<String, Value> =
                fields.filter_map(|(name, value)| Some((name, without_gaps(value)?))).collect();
            fields.keys().any(|name| name != "@type").then_some(Value::Object(fields))
        }
        value @ (Value::Bool(_) | Value::Number(_)) => Some(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_said() {
        let value =
            json!({"@type": "Event", "a": "", "b": [], "c": {"@type": "Place"}, "d": [{"e": 1}]});
        assert_eq!(without_gaps(value), Some(json!({"@type": "Event", "d": [{"e": 1}]})));
        assert_eq!(without_gaps(json!({"@type": "Place", "name": null})), None);
    }
}
