//! Addresses in recaps: which ones may be linked, and which ones are videos.

use crate::model::{Provider, Video};
use crate::text;

/// Returns the absolute address if a reader may follow it: it must name its host, and use `http`, `https` or `mailto`.
/// Without a scheme, as in `//host/page`, it uses `https`.
pub fn linkable(url: &str) -> Option<String> {
    let url = url.trim();
    // Browsers skip control characters and white space inside a scheme, so an address with any of them is refused.
    if url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    if url.starts_with("//") {
        return linkable(&format!("https:{url}"));
    }
    let scheme = url.split_once(':')?.0.to_ascii_lowercase();
    let has_rest = match scheme.as_str() {
        "http" | "https" => url
            .get(scheme.len()..)?
            .strip_prefix("://")?
            .starts_with(|c: char| c.is_alphanumeric() || c == '['),
        "mailto" => url.len() > "mailto:".len(),
        _ => false,
    };
    has_rest.then(|| url.to_owned())
}

/// Whether the address uses a scheme that must never be linked, such as `javascript`.
pub(super) fn is_dangerous(url: &str) -> bool {
    let bare: String = url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let Some((scheme, _)) = bare.split_once(':') else { return false };
    ["javascript", "data", "vbscript", "file", "blob"]
        .contains(&scheme.to_ascii_lowercase().as_str())
}

/// The host of an `http` or `https` address, in lower case and without `www.`.
pub fn host(url: &str) -> Option<String> {
    text::host(url).map(str::to_ascii_lowercase)
}

/// Words that link to the slides of a talk.
const SLIDES: &[&str] = &[
    "slide",
    "slides",
    "slide deck",
    "slidedeck",
    "deck",
    "talk slides",
    "slides (pdf)",
    "slides pdf",
    "pdf slides",
    "presentation slides",
    "presentation",
    "présentation",
    "präsentation",
    "presentación",
    "presentazione",
    "presentatie",
    "apresentação",
    "support",
    "supports",
    "folien",
    "folien (pdf)",
    "diapositives",
    "diapos",
    "diapositivas",
    "transparencias",
    "スライド",
    "発表資料",
];

/// Sites that publish slides, and how the path of their slides begins.
const SLIDE_HOSTS: &[(&str, &str)] = &[
    ("speakerdeck.com", ""),
    ("slideshare.net", ""),
    ("slides.com", ""),
    ("noti.st", ""),
    ("docs.google.com", "presentation/"),
];

/// Whether an address leads to the slides of a talk, by its host or by the words that link to it.
pub(super) fn is_slides(url: &str, words: &str) -> bool {
    let Some(host) = host(url) else { return false };
    let path = url.splitn(4, '/').nth(3).unwrap_or_default();
    let words = words.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_lowercase();
    let is_of =
        |(of, start): &(&str, &str)| host == *of && path.len() > 1 && path.starts_with(start);
    SLIDE_HOSTS.iter().any(is_of) || SLIDES.contains(&words.as_str())
}

/// Sites that publish recordings but for which Hallway has no player, and how the path begins there.
const RECORDING_HOSTS: &[(&str, &str)] = &[
    ("archive.org", "details/"),
    ("bilibili.com", "video/"),
    ("channel9.msdn.com", "events/"),
    ("confreaks.tv", "videos/"),
    ("dailymotion.com", "video/"),
    ("developer.apple.com", "videos/play/"),
    ("infoq.com", "presentations/"),
    ("media.ccc.de", "v/"),
    ("media.ccc.de", "browse/"),
    ("nicovideo.jp", "watch/"),
    ("pyvideo.org", ""),
    ("skillsmatter.com", "skillscasts/"),
    ("twitch.tv", "videos/"),
    ("video.fosdem.org", ""),
];

/// Words that link to the recording of a talk.
const RECORDINGS: &[&str] = &[
    "video",
    "recording",
    "talk video",
    "video recording",
    "watch",
    "watch the talk",
    "watch the video",
    "watch the recording",
    "aufzeichnung",
    "mitschnitt",
    "vidéo",
    "captation",
    "replay",
    "vídeo",
    "grabación",
    "registrazione",
    "opname",
    "gravação",
    "動画",
    "録画",
];

/// How the names of files with moving pictures end.
const VIDEO_FILES: [&str; 6] = [".webm", ".mp4", ".m4v", ".ogv", ".mkv", ".mov"];

/// Whether an address leads to the recording of a talk on a site that Hallway has no player for. The host, the name of
/// the file or the words of the link decide.
pub(super) fn is_recording(url: &str, words: &str) -> bool {
    let Some(host) = host(url) else { return false };
    let path = url.splitn(4, '/').nth(3).unwrap_or_default().to_lowercase();
    let file = path.split(['?', '#']).next().unwrap_or_default();
    if VIDEO_FILES.iter().any(|end| file.ends_with(end)) {
        return true;
    }
    let is_of =
        |(of, start): &(&str, &str)| host == *of && path.len() > 1 && path.starts_with(start);
    let words = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    RECORDING_HOSTS.iter().any(is_of) || RECORDINGS.contains(&words.as_str())
}

/// Whether an address leads to a recording, at a host with a player here or at another one that is known.
pub(super) fn leads_to_recording(url: &str) -> bool {
    video(url).is_some() || is_recording(url, "")
}

/// The video an address leads to, for the hosts Hallway knows.
pub(super) fn video(url: &str) -> Option<Video> {
    let host = host(url)?;
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let id = match host.as_str() {
        "youtu.be" => path,
        "youtube.com" | "m.youtube.com" | "youtube-nocookie.com" => {
            let query = path
                .strip_prefix("watch?")
                .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("v=")));
            query.or_else(|| {
                ["embed/", "live/", "shorts/", "v/"]
                    .iter()
                    .find_map(|start| path.strip_prefix(start))
            })?
        }
        "vimeo.com" => return vimeo(until_mark(path)),
        "player.vimeo.com" => return vimeo(until_mark(path.strip_prefix("video/")?)),
        _ => return None,
    };
    youtube(until_mark(id))
}

fn until_mark(id: &str) -> &str {
    id.split(['?', '&', '#', '/']).next().unwrap_or_default()
}

/// A `YouTube` video, if this can be an id there.
pub(super) fn youtube(id: &str) -> Option<Video> {
    let is_id = id.len() == 11
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    is_id.then(|| Video { provider: Provider::YouTube, id: id.to_owned() })
}

/// A Vimeo video, if this can be an id there.
pub(super) fn vimeo(id: &str) -> Option<Video> {
    let is_id = (5..=12).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| Video { provider: Provider::Vimeo, id: id.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slides_are_told_by_their_host_or_their_words() {
        for (url, words, expected) in [
            ("https://speakerdeck.com/ada/looms", "here", true),
            ("https://speakerdeck.com/", "Speaker Deck", false),
            ("https://docs.google.com/presentation/d/1a", "", true),
            ("https://docs.google.com/document/d/1a", "notes", false),
            ("https://ada.example/looms.pdf", "[Slides]", true),
            ("https://ada.example/looms.pdf", "Slides (PDF)", true),
            ("https://ada.example/looms", "how slides are made", false),
            ("looms.pdf", "slides", false),
        ] {
            assert_eq!(is_slides(url, words), expected, "{url} {words}");
        }
    }

    #[test]
    fn only_harmless_schemes_are_linked() {
        for good in
            ["https://a.example/b", "http://a.example", "mailto:ada@a.example", "HTTPS://A.example"]
        {
            assert_eq!(linkable(good).as_deref(), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "/relative",
            "///a.example",
            "https:",
            "",
            "https://",
        ] {
            assert_eq!(linkable(bad), None, "{bad}");
        }
        assert_eq!(linkable("//a.example/b").as_deref(), Some("https://a.example/b"));
        assert!(is_dangerous(" java\tscript:alert(1)"));
        assert!(!is_dangerous("/posts/data:sets"));
    }

    #[test]
    fn videos_are_known_by_their_address() {
        let id = "a_Video-011";
        for url in [
            "https://www.youtube.com/watch?v=a_Video-011&t=3s",
            "https://youtu.be/a_Video-011?si=x",
            "https://www.youtube-nocookie.com/embed/a_Video-011",
            "https://m.youtube.com/watch?list=x&v=a_Video-011",
        ] {
            assert_eq!(video(url).map(|video| video.id).as_deref(), Some(id), "{url}");
        }
        assert_eq!(
            video("https://vimeo.com/12345678").map(|video| video.id).as_deref(),
            Some("12345678")
        );
        for none in [
            "https://www.youtube.com/channel/UCxyz",
            "https://youtube.com/watch?v=short",
            "https://a.example/watch?v=a_Video-011",
        ] {
            assert_eq!(video(none), None, "{none}");
        }
    }
}
