//! `RubyEvents`: `SERIES/series.yml`, `SERIES/EVENT/event.yml` and `SERIES/EVENT/videos.yml`.

use super::yaml;
use crate::import::items::event::{Credit, Event, Form, Reason};
use crate::import::items::languages::tag;
use crate::import::items::reading::Reading;
use crate::import::items::talk::{Talk, day};
use crate::import::items::themes::stated_kind;
use crate::import::texts::text::{decode, line, list, text, texts};
use crate::model::PartialDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads the folders.
pub(in crate::import) fn read(files: &BTreeMap<String, Vec<u8>>, reading: &mut Reading) {
    let mut values: BTreeMap<&str, Value> = BTreeMap::new();
    for (path, bytes) in files {
        match yaml::read(&decode(bytes).0) {
            Ok(value) => {
                values.insert(path, value);
            }
            Err(message) => reading.is_broken("broken-yaml", path, message),
        }
    }
    // Every folder with an event or with videos, without duplicates.
    let mut folders: Vec<&str> =
        values.keys().filter(|path| file(path) != "series.yml").map(|path| folder(path)).collect();
    folders.dedup();
    let nothing = Value::Null;
    for own in folders {
        let get = |folder: &str, name: &str| {
            let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
            values.get(path.as_str()).map(|value| (path.clone(), value))
        };
        let stated = get(own, "event.yml");
        let videos = get(own, "videos.yml");
        let series = get(folder(own), "series.yml").or_else(|| get(own, "series.yml"));
        let path =
            stated.as_ref().or(videos.as_ref()).map(|(path, _)| path.clone()).unwrap_or_default();
        let series = series.map_or(&nothing, |(_, value)| value);
        let mut event = event(own, &path, stated.map_or(&nothing, |(_, value)| value), series);
        if let Some((path, videos)) = videos {
            for video in videos.as_array().into_iter().flatten() {
                put(&mut event, video, &path, &text(series, "language"), reading);
            }
        }
        if event.talks.is_empty() && event.stated.0.is_some() {
            event.form = Form::Edition;
        }
        reading.events.push(event);
    }
}

fn file(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn event(own: &str, path: &str, stated: &Value, series: &Value) -> Event {
    let of = |key: &str| line(&text(stated, key));
    let first =
        |texts: [String; 2]| texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let key = first([first([of("id"), file(own).to_owned()]), of("title")]);
    let place = of("location");
    let mut parts = place.split(", ");
    let city = parts.next().unwrap_or_default();
    let is_online = city.eq_ignore_ascii_case("online");
    Event {
        path: path.to_owned(),
        form: Form::Recordings,
        name: first([of("title"), key.clone()]),
        aliases: texts(stated, "aliases").map(str::to_owned).collect(),
        series: first([text(series, "id"), text(series, "name")]),
        series_name: text(series, "name"),
        text: text(stated, "description"),
        url: first([of("website"), of("original_website")]),
        city: if is_online { "Online".to_owned() } else { city.to_owned() },
        country: parts.last().unwrap_or_default().to_owned(),
        venue: of("venue"),
        stated: (day(&of("start_date")), day(&of("end_date"))),
        is_canceled: matches!(of("status").as_str(), "cancelled" | "canceled"),
        credit: Credit {
            author: "RubyEvents contributors".to_owned(),
            publisher: "RubyEvents".to_owned(),
            url: format!("https://www.rubyevents.org/events/{key}"),
        },
        key,
        ..Event::default()
    }
}

/// Adds a video and the talks in it.
fn put(event: &mut Event, video: &Value, path: &str, language: &str, reading: &mut Reading) {
    let whole = talk(video, language);
    if matches!(text(video, "status").as_str(), "cancelled" | "canceled") {
        event.leave_out(Reason::Canceled, &whole.title);
        return;
    }
    if matches!(text(video, "kind").as_str(), "aftermovie" | "trailer") {
        event.leave_out(Reason::Break, &whole.title);
        return;
    }
    let mut n_parts = 0;
    for part in list(video, "talks") {
        let mut part = talk(part, language);
        part.day = part.day.or(whole.day);
        if part.videos.is_empty() {
            part.videos.clone_from(&whole.videos);
        }
        n_parts += 1;
        reading.add(event, part, path);
    }
    if n_parts > 0 && whole.speakers.is_empty() {
        event.leave_out(Reason::Session, &whole.title);
    } else {
        reading.add(event, whole, path);
    }
}

fn talk(video: &Value, language: &str) -> Talk {
    let of = |key: &str| text(video, key);
    let stated = of("language");
    let stated = if stated.is_empty() { language } else { &stated };
    let title = if of("title").is_empty() { of("raw_title") } else { of("title") };
    let links = list(video, "additional_resources").map(|link| {
        let label = format!("{} {}", text(link, "type"), text(link, "name"));
        (label, text(link, "url"))
    });
    let links = links.chain([("slides".to_owned(), of("slides_url"))]);
    let others = list(video, "alternative_recordings").filter_map(address);
    Talk {
        uid: of("id"),
        speakers: texts(video, "speakers").map(str::to_owned).collect(),
        day: date(&of("date")),
        kind: stated_kind(&of("kind")),
        language: tag(stated.split_whitespace().next().unwrap_or_default().to_lowercase().as_str())
            .to_owned(),
        tracks: vec![of("track")],
        text: of("description"),
        videos: address(video).into_iter().chain(others).collect(),
        links: links.collect(),
        title,
        ..Talk::default()
    }
}

/// A day. "2018-01-01" may stand for the whole year, but nothing shows that.
fn date(text: &str) -> Option<PartialDate> {
    day(text)
}

/// Where a video can be watched.
fn address(video: &Value) -> Option<String> {
    let id = text(video, "video_id");
    let is_id =
        !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    match text(video, "video_provider").as_str() {
        "youtube" if is_id => Some(format!("https://www.youtube.com/watch?v={id}")),
        "vimeo" if is_id => Some(format!("https://vimeo.com/{id}")),
        "mp4" => Some(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_an_event_with_its_talks() {
        let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
        let files = BTreeMap::from([
            file("data/loom/series.yml", "name: Loom Conf\nid: loom\nlanguage: German\n"),
            file(
                "data/loom/loom-2018/event.yml",
                "id: loom-2018\ntitle: Loom Conf 2018\nlocation: \"Ghent, East Flanders, Belgium\"\nstart_date: \"2018-05-02\"\n",
            ),
            file(
                "data/loom/loom-2018/videos.yml",
                "- id: a\n  title: Knots\n  date: \"2018-05-02\"\n  video_provider: youtube\n  video_id: abc\n  speakers: [Ada Weaver]\n\
                 - id: b\n  title: Short talks\n  date: \"2018-05-03\"\n  video_provider: vimeo\n  video_id: '7'\n  talks:\n    - title: Felt\n      video_provider: parent\n      video_id: b\n      speakers: [Bo Thread]\n\
                 - id: c\n  title: Aftermovie\n  kind: aftermovie\n",
            ),
            file(
                "data/loom/loom-2019/event.yml",
                "id: loom-2019\ntitle: Loom Conf 2019\nstart_date: \"2019-05-02\"\n",
            ),
        ]);
        let mut reading = Reading::default();
        read(&files, &mut reading);
        let [first, second] = reading.events.as_slice() else { panic!("{reading:?}") };
        assert_eq!(
            (first.series.as_str(), first.city.as_str(), first.country.as_str()),
            ("loom", "Ghent", "Belgium")
        );
        let talks: Vec<(&str, &str)> =
            first.talks.iter().map(|talk| (talk.title.as_str(), talk.videos[0].as_str())).collect();
        assert_eq!(
            talks,
            [("Knots", "https://www.youtube.com/watch?v=abc"), ("Felt", "https://vimeo.com/7")]
        );
        assert_eq!(
            (first.talks[1].day.unwrap().to_string().as_str(), first.talks[0].language.as_str()),
            ("2018-05-03", "de")
        );
        assert!(first.left_out[&Reason::Session].contains_key("Short talks"));
        assert_eq!(second.form, Form::Edition);
    }
}
