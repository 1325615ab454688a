//! Schedules of frab, Pentabarf, pretalx and similar programs, as XML and as JSON.

use super::breaks::{is_break, is_plain_break, without_canceled};
use crate::import::items::event::{Credit, Event, Form, Reason, with_year};
use crate::import::items::reading::Reading;
use crate::import::items::talk::{Talk, day};
use crate::import::items::themes::stated_kind;
use crate::import::texts::node::XmlNode;
use crate::import::texts::rich::rich;
use crate::import::texts::text::{line, list, text, whole_text};
use crate::model::PartialDate;
use serde_json::Value;

/// A schedule item, in either format.
#[derive(Debug, Default)]
struct FrabItem {
    talk: Talk,
    subtitle: String,
    kind: String,
    texts: Vec<String>,
}

/// Reads a schedule in XML.
pub(in crate::import) fn read_xml(path: &str, source: &str, reading: &mut Reading) {
    let schedule = match XmlNode::read(source) {
        Ok(node) => node,
        Err(message) => return reading.is_broken("broken-xml", path, message),
    };
    let empty = XmlNode::default();
    let conference = schedule.first("conference").unwrap_or(&empty);
    let of = |name: &str| conference.text_of(name).to_owned();
    let mut event = Event {
        name: of("title"),
        venue: of("venue"),
        city: of("city"),
        country: of("country"),
        url: if of("url").is_empty() { of("base_url") } else { of("url") },
        stated: (day(&of("start")), day(&of("end"))),
        ..Event::default()
    };
    event.text = rich(&of("description"));
    begin(&mut event, path, &of("acronym"));
    for date in schedule.all("day") {
        let on = day(date.attribute("date"));
        // Old schedules have no rooms around the events.
        let rooms = date.all("room").flat_map(|room| room.all("event"));
        for found in rooms.chain(date.all("event")) {
            put(&mut event, of_xml(found, on), path, reading);
        }
    }
    reading.push(event);
}

/// Reads a schedule in JSON, with or without the key `schedule` around it.
pub(in crate::import) fn read_json(path: &str, value: &Value, reading: &mut Reading) {
    let schedule = value.get("schedule").unwrap_or(value);
    let conference = schedule.get("conference").unwrap_or(schedule);
    let of = |key: &str| text(conference, key);
    let venue = conference.get("venue").and_then(|venue| venue.get("name")).and_then(Value::as_str);
    let mut event = Event {
        name: of("title"),
        venue: venue.map_or_else(|| of("venue"), str::to_owned),
        city: of("city"),
        country: of("country"),
        url: [of("url"), text(schedule, "base_url")]
            .into_iter()
            .find(|url| !url.is_empty())
            .unwrap_or_default(),
        stated: (day(&of("start")), day(&of("end"))),
        ..Event::default()
    };
    begin(&mut event, path, &of("acronym"));
    for date in list(conference, "days") {
        let on = day(&text(date, "date"));
        let rooms = date.get("rooms");
        let in_rooms = match rooms {
            Some(Value::Object(rooms)) => {
                rooms.values().filter_map(Value::as_array).flatten().collect()
            }
            Some(Value::Array(rooms)) => {
                rooms.iter().flat_map(|room| list(room, "events")).collect()
            }
            _ => Vec::new(),
        };
        for found in in_rooms.into_iter().chain(list(date, "events")) {
            put(&mut event, of_json(found, on), path, reading);
        }
    }
    reading.push(event);
}

/// Sets the name of an event, or uses its file name if it has none.
fn begin(event: &mut Event, path: &str, acronym: &str) {
    event.form = Form::Schedule;
    path.clone_into(&mut event.path);
    event.name = line(&event.name);
    if event.name.is_empty() {
        let file = path.rsplit('/').next().unwrap_or(path);
        event.name =
            line(if acronym.is_empty() { file.split('.').next().unwrap_or(file) } else { acronym });
    }
    let (start, end) = event.stated;
    // "20008-02-24" is a typo; no schedule has such a year.
    event.stated.1 = end.filter(|end| start.is_none_or(|start| end.year() <= start.year() + 1));
    event.key = with_year(&event.name, start);
    // An event publishes its program, but writes no notes on it: it is no author.
    let publisher = event.name.clone();
    event.credit = Credit { author: String::new(), publisher, url: event.url.clone() };
}

fn of_xml(found: &XmlNode, on: Option<PartialDate>) -> FrabItem {
    let of = |name: &str| found.text_of(name).to_owned();
    let in_list = |lists: &str, name: &str| -> Vec<&XmlNode> {
        let lists = found.children.iter().filter(|child| child.name == lists);
        lists.flat_map(|list| &list.children).filter(|child| child.name == name).collect()
    };
    let persons = in_list("persons", "person").into_iter().map(|person| {
        // C3VOC's variants put the name into a child element.
        let child = ["public_name", "name", "full_public_name"].map(|name| person.text_of(name));
        child.into_iter().find(|name| !name.is_empty()).unwrap_or(&person.text).to_owned()
    });
    let attachments = in_list("attachments", "attachment").into_iter().map(|attachment| {
        let (label, url) = attachment.link();
        (format!("{} {label}", attachment.attribute("type")), url)
    });
    let links = in_list("links", "link").into_iter().map(XmlNode::link);
    let mut talk = Talk {
        uid: [found.attribute("guid"), found.attribute("id")]
            .into_iter()
            .find(|id| !id.is_empty())
            .unwrap_or_default()
            .to_owned(),
        title: of("title"),
        speakers: persons.collect(),
        day: day(&of("date")).or(on),
        language: of("language"),
        tracks: vec![of("track")],
        videos: vec![of("video_download_url")],
        links: attachments.chain(links).collect(),
        ..Talk::default()
    };
    talk.links.push(("schedule".to_owned(), of("url")));
    FrabItem {
        subtitle: of("subtitle"),
        kind: of("type"),
        texts: vec![rich(&of("abstract")), rich(&of("description"))],
        talk,
    }
}

fn of_json(found: &Value, on: Option<PartialDate>) -> FrabItem {
    let of = |key: &str| text(found, key);
    let persons = list(found, "persons").chain(list(found, "speakers")).map(|person| {
        if let Value::String(name) = person {
            return name.clone();
        }
        let names = ["public_name", "full_public_name", "name"].map(|key| text(person, key));
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    });
    let links = |key: &'static str| {
        list(found, key).map(move |link| {
            if let Value::String(url) = link {
                return (String::new(), url.clone());
            }
            let url = [text(link, "url"), text(link, "href")];
            let url = url.into_iter().find(|url| !url.is_empty()).unwrap_or_default();
            (format!("{} {}", text(link, "type"), text(link, "title")), url)
        })
    };
    let ids = [of("guid"), of("id")];
    let mut talk = Talk {
        uid: ids.into_iter().find(|id| !id.is_empty()).unwrap_or_default(),
        title: of("title"),
        speakers: persons.collect(),
        day: day(&of("date")).or(on),
        language: of("language"),
        tracks: vec![of("track")],
        tags: list(found, "tags").filter_map(Value::as_str).map(str::to_owned).collect(),
        videos: vec![of("video_download_url")],
        links: links("attachments").chain(links("links")).collect(),
        ..Talk::default()
    };
    talk.links.push(("schedule".to_owned(), of("url")));
    let kind = if of("type").is_empty() { of("submission_type") } else { of("type") };
    FrabItem {
        subtitle: of("subtitle"),
        kind,
        texts: vec![rich(&of("abstract")), rich(&of("description"))],
        talk,
    }
}

/// Adds an item to its event, or records why it is not a talk.
fn put(event: &mut Event, item: FrabItem, path: &str, reading: &mut Reading) {
    let FrabItem { mut talk, subtitle, kind, texts } = item;
    let title = line(&talk.title);
    if let Some(bare) = without_canceled(&title) {
        event.leave_out(Reason::Canceled, bare);
        return;
    }
    let is_pause = is_break(&title, &kind)
        && talk.speakers.iter().all(|name| name.trim().is_empty())
        || is_plain_break(&title);
    if is_pause {
        event.leave_out(Reason::Break, &title);
        return;
    }
    let tracks = std::mem::take(&mut talk.tracks).into_iter().map(|track| {
        let track = line(&track);
        let bare = ["devroom", "track"].into_iter().find_map(|word| {
            let at = track.len().checked_sub(word.len() + 1)?;
            let (head, tail) = (track.get(..at)?, track.get(at..)?);
            tail.trim_start().eq_ignore_ascii_case(word).then(|| head.trim().to_owned())
        });
        bare.unwrap_or(track)
    });
    let tracks: Vec<String> = tracks.collect();
    talk.kind = stated_kind(&kind).filter(|kind| *kind != crate::model::TalkKind::Talk);
    let subtitle = line(&subtitle);
    talk.tracks = tracks;
    talk.text = whole_text(&[vec![subtitle], texts].concat());
    reading.add(event, talk, path);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TalkKind;

    fn read(path: &str, source: &str) -> Event {
        let mut reading = Reading::default();
        if source.starts_with('<') {
            read_xml(path, source, &mut reading);
        } else {
            read_json(path, &serde_json::from_str(source).unwrap(), &mut reading);
        }
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        reading.events.pop().unwrap()
    }

    const PLAIN: &str = "<schedule><conference><title>LoomConf 2018</title><city>Ghent</city>
        <start>2018-05-02</start><end>20018-05-03</end></conference>
        <day date='2018-05-02'><event id='1'><title>Knots</title><track>Ties devroom</track><type>keynote</type>
        <abstract>&lt;p&gt;Of &lt;b&gt;cloth&lt;/b&gt;.&lt;/p&gt;</abstract>
        <persons><person id='7'>Ada Weaver</person></persons>
        <links><link href='https://v.example/1.mp4'>Video recording (mp4)</link></links></event></day></schedule>";

    const PRETALX: &str = "<schedule><conference><acronym>lc</acronym><title>LoomConf</title>
        <start>2018-05-02</start><url>https://loom.example</url></conference>
        <day index='1' date='2018-05-02' start='x'><room name='A' guid='r'>
        <event guid='g1' id='1'><date>2018-05-03T00:30:00+02:00</date><title>Felt</title><language>de</language>
        <type>Talk</type><persons><person id='1' name='Bo Thread'>Bo Thread</person></persons>
        <attachments><attachment href='https://s.example/f.pdf'>Slides</attachment></attachments></event>
        <event guid='g2' id='2'><title>Lunch break</title><persons/></event>
        <event guid='g3' id='3'><title>CANCELLED: Silk</title></event></room></day></schedule>";

    #[test]
    fn a_schedule_without_rooms_is_read() {
        let event = read("a.xml", PLAIN);
        assert_eq!((event.key.as_str(), event.city.as_str()), ("LoomConf 2018", "Ghent"));
        assert_eq!(event.stated.1, None, "a slip");
        let talk = &event.talks[0];
        assert_eq!((talk.kind, talk.tracks[0].as_str()), (Some(TalkKind::Keynote), "Ties"));
        assert_eq!(
            (talk.speakers[0].as_str(), talk.text.as_str()),
            ("Ada Weaver", "Of **cloth**.")
        );
        assert_eq!(talk.links[0].1, "https://v.example/1.mp4");
    }

    #[test]
    fn a_schedule_with_rooms_names_what_is_no_talk() {
        let event = read("b.xml", PRETALX);
        assert_eq!(
            (event.key.as_str(), event.url.as_str()),
            ("LoomConf 2018", "https://loom.example")
        );
        assert_eq!(event.talks.len(), 1);
        let talk = &event.talks[0];
        assert_eq!(
            talk.day.unwrap().to_string(),
            "2018-05-03",
            "its own day, not that of the program"
        );
        assert_eq!((talk.language.as_str(), talk.kind), ("de", None));
        assert!(event.left_out[&Reason::Break].contains_key("Lunch break"));
        assert!(event.left_out[&Reason::Canceled].contains_key("Silk"));
    }

    #[test]
    fn json_says_the_same_with_and_without_its_root() {
        let inner = r#"{"conference": {"title": "LoomConf 2018", "days": [{"date": "2018-05-02", "rooms": {"A": [
            {"guid": "g", "title": "Knots", "track": "Ties", "type": "lecture", "abstract": "Of cloth.",
             "persons": [{"public_name": "Ada Weaver"}, {"name": "Bo Thread", "email": "bo@loom.example"}],
             "links": [{"url": "https://l.example", "title": "Loom"}]}]}}]}}"#;
        for source in [inner.to_owned(), format!("{{\"schedule\": {inner}}}")] {
            let event = read("a.json", &source);
            assert_eq!(event.talks[0].speakers, ["Ada Weaver", "Bo Thread"]);
            assert_eq!(event.talks[0].links, [("Loom".to_owned(), "https://l.example".to_owned())]);
            assert_eq!(event.talks[0].day.unwrap().to_string(), "2018-05-02");
        }
    }
}
