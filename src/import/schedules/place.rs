//! Where a calendar of Sched takes place.

use super::ics::{CalendarItem, text};
use crate::import::items::event::Event;
use crate::ingest::host;
use calcard::icalendar::ICalendarProperty;

/// Countries as schedules name them, in lower case. Another word at the end of a place is a building or a city.
const COUNTRIES: &str = "\
    argentina | australia | austria | belgium | brazil | bulgaria | canada | chile | china | colombia | costa \
    rica | croatia | cyprus | czech republic | czechia | denmark | egypt | estonia | finland | france | germany \
    | ghana | greece | hungary | iceland | india | indonesia | ireland | israel | italy | japan | kenya | korea \
    | latvia | lithuania | luxembourg | malaysia | malta | mexico | morocco | netherlands | new zealand | \
    nigeria | norway | peru | philippines | poland | portugal | romania | rwanda | serbia | singapore | slovakia \
    | slovenia | south africa | south korea | spain | sri lanka | sweden | switzerland | taiwan | thailand | the \
    netherlands | tunisia | turkey | uae | uganda | uk | ukraine | united arab emirates | united kingdom | \
    united states | uruguay | us | usa | vietnam";

/// Sets host, address and place of a Sched schedule: every item ends with city and country.
pub(super) fn place(event: &mut Event, items: &[CalendarItem<'_>]) {
    let hosts = items.iter().filter_map(|item| {
        let url = text(item.component, &ICalendarProperty::Url);
        host(&url)
    });
    if let Some(host) = hosts.into_iter().find(|host| host.ends_with(".sched.com")) {
        event.url = format!("https://{host}/");
        event.credit.url.clone_from(&event.url);
        event.host = host;
    }
    let places = items.iter().map(|item| text(item.component, &ICalendarProperty::Location));
    let mut ends = places.filter(|place| !place.is_empty()).map(|place| {
        let mut parts = place.rsplit(", ").map(str::to_owned);
        let country = parts.next();
        let is_country = |name: &String| {
            let name = name.to_lowercase();
            COUNTRIES.split('|').any(|country| country.trim() == name)
        };
        let country = country.filter(is_country);
        parts.next().zip(country).filter(|_| parts.next().is_some())
    });
    let first = ends.next().flatten();
    if let Some((city, country)) = first.filter(|first| ends.all(|end| end.as_ref() == Some(first)))
    {
        (event.city, event.country) = (city, country);
    }
}
