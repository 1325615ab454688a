//! A recording that loads nothing before the reader asks for it.

use super::{
    icons::icon_video,
    node::{Child as _, Element, Node, el, live},
    strings::words,
};
use crate::model::{Provider, Video};
use leptos::prelude::*;

/// A button that becomes the player.
pub(crate) fn video_facade(video: Video, title: String) -> Node {
    let words = words();
    let is_playing = RwSignal::new(false);
    let host = host_name(video.provider);
    let page = el("a").attr("href", page_address(&video)).child((words.watch_at)(host));
    let label = (words.play_video)(&title, host);
    let shown = live(move || {
        if is_playing.get() {
            player(&video, &title)
        } else {
            el("button")
                .class("video-play")
                .attr("type", "button")
                .on_click(move || is_playing.set(true))
                .child(icon_video())
                .child(el("span").child(label.clone()))
        }
    });
    el("div").class("video").child(shown).child(el("p").class("video-page").child(page)).into_node()
}

fn host_name(provider: Provider) -> &'static str {
    match provider {
        Provider::YouTube => "YouTube",
        Provider::Vimeo => "Vimeo",
    }
}

fn page_address(video: &Video) -> String {
    let page = match video.provider {
        Provider::YouTube => "https://www.youtube.com/watch?v=",
        Provider::Vimeo => "https://vimeo.com/",
    };
    page.to_owned() + &video.id
}

fn player(video: &Video, title: &str) -> Element {
    let source = match video.provider {
        Provider::YouTube => {
            format!("https://www.youtube-nocookie.com/embed/{}?autoplay=1", video.id)
        }
        Provider::Vimeo => format!("https://player.vimeo.com/video/{}?autoplay=1&dnt=1", video.id),
    };
    el("iframe")
        .class("video-player")
        .attr("title", title.to_owned())
        .attr("allow", "autoplay; encrypted-media; picture-in-picture; fullscreen")
        .attr("referrerpolicy", "strict-origin-when-cross-origin")
        .attr("src", source)
}
