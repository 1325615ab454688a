//! A recording that loads nothing before the reader asks for it.

use super::{icons::icon_video, strings::words};
use crate::model::{Provider, Video};
use leptos::{either::Either, prelude::*};

/// A button that becomes the player.
#[component]
pub(crate) fn VideoFacade(
    /// The recording.
    video: Video,
    /// What it shows.
    title: String,
) -> impl IntoView {
    let words = words();
    let is_playing = RwSignal::new(false);
    let (host, page) = addresses(&video);
    let label = (words.play_video)(&title, provider_name(video.provider));
    view! {
        <div class="video">
            {move || {
                if is_playing.get() {
                    Either::Left(player(&video, &title))
                } else {
                    let label = label.clone();
                    Either::Right(view! {
                        <button type="button" class="video-play" on:click=move |_| is_playing.set(true)>
                            {icon_video()}
                            <span>{label}</span>
                        </button>
                    })
                }
            }}
            <p class="video-page"><a href=page>{(words.watch_at)(host)}</a></p>
        </div>
    }
    .into_any()
}

fn provider_name(provider: Provider) -> &'static str {
    match provider {
        Provider::YouTube => "YouTube",
        Provider::Vimeo => "Vimeo",
    }
}

/// Name of the host and address of the recording's own page.
fn addresses(video: &Video) -> (&'static str, String) {
    let page = match video.provider {
        Provider::YouTube => "https://www.youtube.com/watch?v=",
        Provider::Vimeo => "https://vimeo.com/",
    };
    (provider_name(video.provider), page.to_owned() + &video.id)
}

fn player(video: &Video, title: &str) -> impl IntoView + use<> {
    let source = match video.provider {
        Provider::YouTube => {
            format!("https://www.youtube-nocookie.com/embed/{}?autoplay=1", video.id)
        }
        Provider::Vimeo => format!("https://player.vimeo.com/video/{}?autoplay=1&dnt=1", video.id),
    };
    view! {
        <iframe
            class="video-player"
            src=source
            title=title.to_owned()
            allow="autoplay; encrypted-media; picture-in-picture; fullscreen"
            referrerpolicy="strict-origin-when-cross-origin"
        ></iframe>
    }
    .into_any()
}
