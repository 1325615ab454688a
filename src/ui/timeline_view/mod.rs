//! The timeline: years, editions, and what was said there.

mod conference;
mod spans;

use super::{explorer::explorer, settings::settings, strings::words};
use crate::timeline::{ConferenceGroup, YearGroup};
use conference::{Allowance, ConferenceSection, QuietConferences};
use leptos::{either::Either, prelude::*};
use spans::{Span, spans};

/// How many talks a static page shows before it only counts them.
const N_STATIC_TALKS: usize = 24;

/// The matches by year and edition.
#[component]
pub(crate) fn TimelineView() -> impl IntoView {
    let timeline = explorer().timeline();
    let allowance = if settings().is_static { N_STATIC_TALKS } else { usize::MAX };
    let allowance = Allowance::new(allowance);
    view! {
        <ol class="timeline">
            <For
                each=move || timeline.with(|timeline| spans(&timeline.years))
                key=Clone::clone
                children=move |span| {
                    match span {
                        Span::Year(year) => Either::Left(year_section(year, allowance)),
                        Span::Quiet(years) => Either::Right(quiet_section(years)),
                    }
                }
            />
        </ol>
    }
    .into_any()
}

fn year_section(group: YearGroup, allowance: Allowance) -> impl IntoView {
    let words = words();
    let heading = group.year.map_or_else(|| words.unknown_year.to_owned(), |year| year.to_string());
    let is_known = group.year.is_some();
    let (quiet, held): (Vec<_>, Vec<_>) =
        group.conferences.into_iter().partition(ConferenceGroup::is_empty);
    let held = held.into_iter().map(|group| {
        let limit = allowance.take(group.talks.len());
        view! { <ConferenceSection group limit /> }
    });
    let held: Vec<_> = held.collect();
    let quiet: Vec<_> = quiet.into_iter().filter_map(|group| group.conference).collect();
    let quiet = (!quiet.is_empty()).then(|| {
        view! {
            <div class="also-held">
                <p>{words.also_held}</p>
                <QuietConferences ids=quiet />
            </div>
        }
    });
    view! {
        <li class="year">
            <h2 class="year-name" class:is-number=is_known>{heading}</h2>
            <div class="year-body">
                <ol class="conferences">{held}</ol>
                {quiet}
            </div>
        </li>
    }
    .into_any()
}

/// Years in which nobody wrote anything: named, but folded, since they are not what people come for.
fn quiet_section(years: Vec<YearGroup>) -> impl IntoView {
    let words = words();
    let bound = |year: Option<&YearGroup>| year.and_then(|group| group.year);
    let heading = match (bound(years.first()), bound(years.last())) {
        (Some(first), Some(last)) => (words.years)(first.min(last), first.max(last)),
        (Some(_), None) | (None, Some(_) | None) => words.unknown_year.to_owned(),
    };
    let groups = years.into_iter().flat_map(|year| year.conferences);
    let ids: Vec<_> = groups.filter_map(|group| group.conference).collect();
    let summary = (words.quiet_editions)(ids.len());
    view! {
        <li class="year is-quiet">
            <h2 class="year-name is-number">{heading}</h2>
            <details class="quiet">
                <summary>{summary}</summary>
                <QuietConferences ids />
            </details>
        </li>
    }
    .into_any()
}
