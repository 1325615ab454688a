//! A picture of a view, for places that allow only pictures: the number of entries by year.

use crate::{
    pages::html::html,
    ui::dom::{el, svg},
};

const WIDTH: usize = 640;
const HEIGHT: usize = 200;
/// Room below the bars, for the years.
const FOOT: usize = 28;
/// Room above them, for the title.
const HEAD: usize = 40;

/// The picture as a file. Without a year it shows only the title. Other pages embed the picture, so the file stays when
/// nothing matches anymore. `label` says a year and its number.
pub(super) fn picture(
    title: &str,
    years: &[(u16, usize)],
    label: fn(&str, usize) -> String,
) -> String {
    let mut years = years.to_vec();
    years.sort_unstable();
    let most = years.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let first = years.first().map_or(0, |(first, _)| *first);
    let last = years.last().map_or(first, |(last, _)| *last);
    let step = WIDTH / (usize::from(last - first) + 1);
    let bars = years.iter().map(|(year, count)| {
        let x = usize::from(year - first) * step;
        let height = (count * (HEIGHT - HEAD - FOOT) / most.max(1)).max(2);
        let bar = svg("rect")
            .attr("x", (x + step / 8).to_string())
            .attr("y", (HEIGHT - FOOT - height).to_string())
            .attr("width", (step * 3 / 4).max(2).to_string())
            .attr("height", height.to_string())
            .attr("rx", "1");
        let title = svg("title").child(label(&year.to_string(), *count));
        svg("g").child(title).child(bar).child(
            svg("text")
                .attr("x", (x + step / 2).to_string())
                .attr("y", (HEIGHT - 10).to_string())
                .attr("text-anchor", "middle")
                .attr("font-size", "12")
                .child(year.to_string()),
        )
    });
    let line = svg("path")
        .attr("d", format!("M0 {y}H{WIDTH}", y = HEIGHT - FOOT))
        .attr("stroke", "currentColor");
    let picture = svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("width", WIDTH.to_string())
        .attr("height", HEIGHT.to_string())
        .attr("role", "img")
        .child(svg("title").child(title.to_owned()))
        .child(el("style").child(STYLE))
        .child(
            svg("text")
                .attr("x", "0")
                .attr("y", "20")
                .attr("font-size", "16")
                .attr("class", "name")
                .child(title.to_owned()),
        )
        .child(line)
        .children(bars);
    html(picture)
}

/// Middle gray is readable on any page; the bars have the site's own color, in both themes of the host.
const STYLE: &str = "text{font-family:system-ui,sans-serif;fill:#767b88}.name{font-family:Georgia,serif;font-weight:600}rect{fill:#5468ff}path{color:#868c9a}";
