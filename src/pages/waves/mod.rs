//! The beginning of a site: one sentence about the data, and the themes of the largest series as waves on one axis of
//! years. Both are static and complete without scripts; a script opens the notes of a year in place.

mod headline;
mod shape;
mod shares;

use super::{link::evidence_id, page_words::language_words};
use crate::{
    i18n::site::waves::Told,
    model::ThemeId,
    query::EntityIndex,
    timeline::N_ENOUGH,
    ui::{
        display_names::theme_name,
        dom::{Child as _, Element, Node, el, many, svg},
        link::theme_href,
        state::{explorer::explorer, words::words},
    },
};
use headline::{Course, Headline};
use shape::{HEAD, HEIGHT, YEAR};
use shares::{Counts, Share, Shares};

/// How many years have a name on a wide page; on a narrow page, every other one of them does.
const N_NAMES: usize = 12;

/// The sentence and the waves. `None` if there are too few recaps for either.
pub(super) fn waves() -> Option<Element> {
    let index = explorer().index();
    let shares = Shares::new(&index);
    let headline = Headline::of(&shares)?;
    let broader = |id: &ThemeId| index.theme(id)?.broader.clone();
    let waves = shares.waves(&headline.themes(), broader);
    let words = &language_words().waves;
    let series = index.catalog().series.iter().find(|it| it.id == shares.series);
    let series = series.map_or(explorer().site().title.as_str(), |it| it.name.as_str()).to_owned();
    let n_recaps = shares.recaps.iter().sum();
    let lead = el("p")
        .class("quiet")
        .child((words.lead)(n_recaps, &series))
        .child(" ")
        .child(el("span").child(words.choose));
    let few = shares.recaps.iter().any(|n| *n < N_ENOUGH);
    let rows = waves.iter().map(|counts| row(&index, &shares, counts));
    let list = el("ol")
        .attr("data-first", shares.first.to_string())
        .attr("data-years", shares.recaps.len().to_string())
        .children(rows);
    Some(
        el("section")
            .class("landing")
            .attr("aria-labelledby", "headline")
            .child(
                el("p")
                    .class("headline")
                    .attr("id", "headline")
                    .child(sentence(&index, &shares, headline)),
            )
            .child(lead)
            .child(el("div").class("waves").child(axis(&shares)).child(list))
            .child(few.then(|| el("p").class("count").child((words.few)(N_ENOUGH)))),
    )
}

fn sentence(index: &EntityIndex, shares: &Shares, headline: Headline<'_>) -> String {
    let told = |counts: &Counts, it: Share| Told {
        theme: within_sentence(&theme_name(index, &counts.theme), words().language()),
        year: shares.year(it.place),
        named: it.named,
        all: it.all,
    };
    let both = |it: Course<'_>| (told(it.counts, it.before), told(it.counts, it.now));
    let words = &language_words().waves;
    let of = |say: fn(&Told, &Told) -> String, it: Course<'_>| {
        let (before, now) = both(it);
        say(&before, &now)
    };
    match headline {
        Headline::FellAndRose(fell, rose) => {
            let (before, now) = both(fell);
            (words.fell_and_rose)(&before, &now, &told(rose.counts, rose.now))
        }
        Headline::Fell(it) => of(words.fell, it),
        Headline::Rose(it) => of(words.rose, it),
        Headline::Stayed(it) => of(words.stayed, it),
        Headline::OneYear(counts, it) => (words.one_year)(&told(counts, it)),
    }
}

/// The name of a theme within an English sentence: `service mesh`, but `Prometheus` and `Open Policy Agent`. If the
/// other words of a name are not capitalized, its first letter is only capital because of its position.
pub(super) fn within_sentence(name: &str, language: &str) -> String {
    let mut letters = name.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
        return name.to_owned();
    };
    let mut rest = name.split(' ').skip(1).peekable();
    let is_plain =
        |word: &str| !word.starts_with(char::is_uppercase) || word.chars().all(char::is_uppercase);
    let is_phrase = language == "en" && second.is_lowercase() && rest.peek().is_some();
    if is_phrase && rest.all(is_plain) {
        first.to_lowercase().chain(name.chars().skip(1)).collect()
    } else {
        name.to_owned()
    }
}

/// A theme: its name, its wave and its end. It links to its notes in the year of its peak.
fn row(index: &EntityIndex, shares: &Shares, counts: &Counts) -> Element {
    let words = &language_words().waves;
    let n_years = shares.recaps.len();
    let peak = shares.peak(counts);
    let year = peak.map(|it| shares.year(it.place)).unwrap_or_default();
    let label = peak.map(|it| {
        // In a collection with one year, a bar replaces the wave.
        let (x, y) = match n_years {
            1 => shape::bar_label(it),
            _ => (shape::label_x(it.place, n_years), shape::label_y(it)),
        };
        svg("text")
            .attr("x", percent(x))
            .attr("y", y.to_string())
            .child((words.peak)(it.named, it.all))
    });
    let width = n_years * YEAR;
    let path = match peak {
        Some(share) if n_years == 1 => shape::bar(share, width),
        _ => shape::path(shares, counts),
    };
    let area = svg("svg")
        .attr("y", HEAD.to_string())
        .attr("width", "100%")
        .attr("height", HEIGHT.to_string())
        .attr("viewBox", format!("0 0 {width} {HEIGHT}"))
        .attr("preserveAspectRatio", "none")
        .child(svg("path").attr("d", path));
    let anchor = anchor(index, &counts.theme, year);
    let link = el("a")
        .attr("href", theme_href(&counts.theme) + &anchor)
        .attr("data-open", "sentences")
        .attr("data-year", year.to_string())
        .child(el("b").child(theme_name(index, &counts.theme)))
        .child(" ")
        .child(svg("svg").child(area).child(label))
        .child(" ")
        .child(el("span").child(end(shares, counts)));
    el("li").child(link)
}

/// The first conference of a year at which a recap names a theme, on the page of the theme.
fn anchor(index: &EntityIndex, theme: &ThemeId, year: u16) -> String {
    let notes = index.notes_of_theme(theme);
    let is_then = |id: &&crate::model::ConferenceId| {
        let conference = index.conference(id);
        conference.and_then(|it| it.start).is_some_and(|start| start.year() == year)
    };
    let conference = notes.iter().filter_map(|note| note.conference.as_ref()).find(is_then);
    conference.map(|id| "#".to_owned() + &evidence_id(id)).unwrap_or_default()
}

/// The end of a theme: how many recaps of the last year with enough of them name it, or when it was last named.
fn end(shares: &Shares, counts: &Counts) -> Node {
    let words = &language_words().waves;
    let Some(now) = shares.shares(counts).pop() else { return "".into_node() };
    let last = counts.named.iter().rposition(|n| *n > 0).unwrap_or_default();
    let count = |place: usize| shares.recaps.get(place).copied().unwrap_or_default();
    match (now.named, last) {
        (_, last) if last > now.place => {
            let named = counts.named.get(last).copied().unwrap_or_default();
            (words.then)(named, count(last), shares.year(last)).into_node()
        }
        (0, last) => (words.ended)(shares.year(last)).into_node(),
        _ => {
            let now = (words.then)(now.named, now.all, shares.year(now.place));
            el("strong").child(now).into_node()
        }
    }
}

/// The years, each with a line. Years with too few recaps are hatched.
fn axis(shares: &Shares) -> Element {
    let n_years = shares.recaps.len();
    let step = n_years.div_ceil(N_NAMES).max(1);
    let mut hatched: Vec<Element> = Vec::new();
    let mut names: Vec<Element> = Vec::new();
    for (place, n) in shares.recaps.iter().enumerate() {
        let left = 1000 * place / n_years;
        if *n < N_ENOUGH {
            hatched.push(
                svg("rect")
                    .attr("x", percent(left))
                    .attr("width", percent(1000 / n_years))
                    .attr("height", "100%"),
            );
        }
        let from_end = n_years - 1 - place;
        if from_end.is_multiple_of(step) {
            let class = if (from_end / step).is_multiple_of(2) { "" } else { "is-odd" };
            let x = percent((1000 * place + 500) / n_years);
            let line = svg("line").class(class).attr("x1", x.clone()).attr("x2", x.clone());
            let name = svg("text").class(class).attr("x", x).attr("y", "12");
            names.push(line.attr("y1", "18").attr("y2", "100%"));
            names.push(name.child(shares.year(place).to_string()));
        }
    }
    let pattern = svg("pattern")
        .attr("id", "few")
        .attr("width", "6")
        .attr("height", "6")
        .attr("patternUnits", "userSpaceOnUse")
        .child(svg("path").attr("d", "M0 6L6 0"));
    let pattern = (!hatched.is_empty()).then_some(pattern);
    svg("svg").class("wave-years").attr("aria-hidden", "true").child(many([
        pattern.into_node(),
        many(hatched),
        many(names),
    ]))
}

/// Thousandths as a percentage.
fn percent(permille: usize) -> String {
    match (permille / 10, permille % 10) {
        (whole, 0) => format!("{whole}%"),
        (whole, tenths) => format!("{whole}.{tenths}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_capitalized_within_a_sentence_only_if_it_is_a_name() {
        for (name, expected) in [
            ("Service mesh", "service mesh"),
            ("Machine learning and AI", "machine learning and AI"),
            ("Prometheus", "Prometheus"),
            ("Open Policy Agent", "Open Policy Agent"),
            ("CI and CD", "CI and CD"),
            ("eBPF", "eBPF"),
            ("", ""),
        ] {
            assert_eq!(within_sentence(name, "en"), expected);
        }
        assert_eq!(within_sentence("Service mesh", "de"), "Service mesh");
    }

    #[test]
    fn thousandths_are_printed_short() {
        assert_eq!([0, 42, 500, 1000].map(percent), ["0%", "4.2%", "50%", "100%"]);
    }
}
