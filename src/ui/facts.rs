//! Small facts about an edition, as items of a list of facts.

use super::{names::signature, strings::words};
use crate::{
    model::{Attendance, Conference, PartialDate},
    query::Index,
};
use leptos::prelude::*;

/// When it took place; nothing when nobody knows.
pub(crate) fn dates(conference: &Conference) -> impl IntoView + use<> {
    let end = conference.end;
    conference.start.map(|start| {
        view! { <li><time datetime=start.to_string()>{(words().date_range)(start, end)}</time></li> }
    })
}

/// A date as an item.
pub(crate) fn date(date: Option<PartialDate>) -> impl IntoView {
    date.map(|date| view! { <li>{time(date)}</li> })
}

/// A date in words that machines can read too.
pub(crate) fn time(date: PartialDate) -> impl IntoView {
    view! { <time datetime=date.to_string()>{(words().date)(date)}</time> }
}

/// City and country; nothing when neither is known.
pub(crate) fn place(conference: &Conference) -> impl IntoView + use<> {
    let place = [&conference.city, &conference.country];
    let place: Vec<&str> =
        place.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let place = place.join(", ");
    (!place.is_empty()).then(|| view! { <li>{place}</li> })
}

/// How many came, one item per source that says so.
pub(crate) fn attendance_facts(index: &Index, conference: &Conference) -> impl IntoView + use<> {
    let items = conference.attendance.iter().map(|statement| {
        let words = words();
        let who = author_of(index, statement);
        view! { <li>{(words.attendance)(&statement.words, who.as_deref())}</li> }
    });
    items.collect_view()
}

/// Who says so; nobody when the registry does.
fn author_of(index: &Index, statement: &Attendance) -> Option<String> {
    index.recap(statement.recap.as_ref()?).map(signature)
}
