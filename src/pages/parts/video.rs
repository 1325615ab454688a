//! A recording that loads nothing before the reader asks for it.

use super::players::Players;
use crate::{
    model::{Provider, Video},
    pages::page_words::page_words,
    ui::{
        dom::{Child as _, Node, el},
        icons::icon_video,
    },
};

/// A button that `page.js` turns into the player. Without scripts, the link beside it leads to the recording.
pub(in crate::pages) fn video_facade(video: &Video, title: &str) -> Node {
    let phrases = page_words();
    let host = host_name(video.provider);
    Players::offer(player_origin(video.provider));
    let play = el("button")
        .class("video-play")
        .attr("type", "button")
        .attr("data-player", player_address(video))
        .attr("data-title", title.to_owned())
        .child(icon_video())
        .child(el("span").child((phrases.play_video)(title, host)));
    let page = el("a").attr("href", page_address(video)).child((phrases.watch_on)(host));
    el("div").class("video").child(play).child(el("p").class("video-page").child(page)).into_node()
}

const YOUTUBE_PLAYER: &str = "https://www.youtube-nocookie.com";
const VIMEO_PLAYER: &str = "https://player.vimeo.com";

/// The hosts of the players. A page may frame no other hosts.
pub(crate) const PLAYER_ORIGINS: [&str; 2] = [YOUTUBE_PLAYER, VIMEO_PLAYER];

fn host_name(provider: Provider) -> &'static str {
    match provider {
        Provider::YouTube => "YouTube",
        Provider::Vimeo => "Vimeo",
    }
}

fn player_origin(provider: Provider) -> &'static str {
    match provider {
        Provider::YouTube => YOUTUBE_PLAYER,
        Provider::Vimeo => VIMEO_PLAYER,
    }
}

/// The page of a recording at its host.
pub(crate) fn page_address(video: &Video) -> String {
    let page = match video.provider {
        Provider::YouTube => "https://www.youtube.com/watch?v=",
        Provider::Vimeo => "https://vimeo.com/",
    };
    page.to_owned() + &video.id
}

fn player_address(video: &Video) -> String {
    match video.provider {
        Provider::YouTube => {
            format!("{YOUTUBE_PLAYER}/embed/{}?autoplay=1", video.id)
        }
        Provider::Vimeo => format!("{VIMEO_PLAYER}/video/{}?autoplay=1&dnt=1", video.id),
    }
}
