//! A dataset as text that a reviewer can read, for comparison with what a case expects.

use hallway::bundle::Bundled;
use hallway::model::{Assignment, Block, Chunk, ConferenceId, Inline, Recap, Subject, Target};
use std::fmt::Write as _;

/// Everything a case is about: diagnostics, entities, notes with their blocks, and reasons.
pub(crate) fn digest(bundled: &Bundled) -> String {
    let mut text = String::new();
    for d in &bundled.diagnostics {
        writeln!(
            text,
            "{} {}:{}:{} [{}] {}\n    {}",
            d.severity.word(),
            d.path,
            d.line,
            d.column,
            d.code,
            d.message,
            d.help
        )
        .unwrap();
    }
    for (path, reason) in &bundled.left_out {
        writeln!(text, "not published {path}: {reason}").unwrap();
    }
    let comments: usize = bundled.withheld.iter().map(|(_, it)| it.comments).sum();
    let mail_lines: usize = bundled.withheld.iter().map(|(_, it)| it.mail_lines).sum();
    if comments + mail_lines > 0 {
        writeln!(text, "withheld {comments} comments, {mail_lines} lines").unwrap();
    }
    for line in bundled.passed_over.lines() {
        writeln!(text, "{line}").unwrap();
    }
    if bundled.has_registry_errors() {
        return text;
    }
    let catalog = &bundled.dataset.catalog;
    for c in &catalog.conferences {
        let attendance: Vec<&str> = c.attendance.iter().map(|crowd| crowd.words.as_str()).collect();
        let start = c.start.map_or_else(|| "no date".to_owned(), |start| start.to_string());
        let derived = if c.is_derived { " derived" } else { "" };
        writeln!(text, "\nconference {} ({start}){derived} {}", c.id, attendance.join(", "))
            .unwrap();
        recaps(&mut text, bundled, Some(c.id.as_str()));
    }
    if catalog.recaps.iter().any(|recap| recap.conference.is_none()) {
        writeln!(text, "\nno conference").unwrap();
        recaps(&mut text, bundled, None);
    }
    for (kind, names) in [
        (
            "people",
            catalog
                .people
                .iter()
                .map(|p| shown(p.id.as_str(), &p.name, &p.aliases))
                .collect::<Vec<_>>(),
        ),
        (
            "organizations",
            catalog
                .organizations
                .iter()
                .map(|o| shown(o.id.as_str(), &o.name, &o.aliases))
                .collect(),
        ),
        ("themes", catalog.themes.iter().map(|t| t.id.to_string()).collect()),
    ] {
        writeln!(text, "\n{kind}: {}", names.join(", ")).unwrap();
    }
    text
}

fn shown(id: &str, name: &str, aliases: &[String]) -> String {
    if aliases.is_empty() {
        format!("{id} ({name})")
    } else {
        format!("{id} ({name}, also {})", aliases.join(", "))
    }
}

/// What a recap is: id, title, author, date, language, license.
fn headline(r: &Recap) -> String {
    let published = r.published.map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let license = if r.license.is_empty() { "" } else { ", license " };
    format!(
        "  recap {} {:?} by {:?}, {published}, {}{license}{}",
        r.id, r.title, r.author, r.language, r.license
    )
}

fn recaps(text: &mut String, bundled: &Bundled, conference: Option<&str>) {
    let catalog = &bundled.dataset.catalog;
    let is_here = |id: &Option<ConferenceId>| id.as_ref().map(ConferenceId::as_str) == conference;
    for t in catalog.talks.iter().filter(|talk| is_here(&talk.conference)) {
        let speakers: Vec<String> = t
            .speakers
            .iter()
            .map(|s| {
                format!(
                    "{} {:?}",
                    s.person,
                    s.organizations
                        .iter()
                        .map(hallway::model::OrganizationId::as_str)
                        .collect::<Vec<_>>()
                )
            })
            .collect();
        let themes: Vec<&str> = t.themes.iter().map(hallway::model::ThemeId::as_str).collect();
        let videos: Vec<&str> = t.videos.iter().map(|video| video.id.as_str()).collect();
        writeln!(
            text,
            "  {:?} {:?} by {} themes {themes:?} videos {videos:?} links {}",
            t.kind,
            t.title,
            speakers.join(", "),
            t.links.len()
        )
        .unwrap();
        writeln!(text, "    id {}", t.id).unwrap();
    }
    for r in catalog.recaps.iter().filter(|recap| is_here(&recap.conference)) {
        writeln!(text, "{}", headline(r)).unwrap();
        for copy in &r.copies {
            writeln!(text, "    copy {:?} at {:?} {}", copy.file, copy.publisher, copy.url)
                .unwrap();
        }
        let chunk = bundled.dataset.chunks.iter().find(|chunk| is_here(&chunk.conference)).unwrap();
        reasons(text, chunk, &Subject::Recap(r.id.clone()));
        for extra in
            chunk.copies.iter().filter(|copy| copy.recap == r.id).flat_map(|copy| &copy.extras)
        {
            let frame = if extra.is_boilerplate { "frame" } else { "only here" };
            writeln!(
                text,
                "    {frame} {}:{}-{}",
                extra.lines.file, extra.lines.first, extra.lines.last
            )
            .unwrap();
        }
        for copy in chunk.copies.iter().filter(|copy| copy.recap == r.id) {
            for stretch in &copy.wording {
                writeln!(text, "    {} {stretch:?}", copy.file).unwrap();
            }
        }
        notes(text, bundled, r);
    }
}

fn notes(text: &mut String, bundled: &Bundled, recap: &Recap) {
    let chunks = &bundled.dataset.chunks;
    for head in bundled.dataset.catalog.notes.iter().filter(|head| head.recap == recap.id) {
        // A recap of several conferences has notes in the chunks of all of them.
        let chunk = chunks.iter().find(|it| it.conference == head.conference).unwrap();
        let note = chunk.notes.iter().find(|note| note.id == head.id).unwrap();
        let talk = head.talk.as_ref().map_or("event", |talk| talk.as_str());
        let at = head.conference.as_ref().filter(|_| head.conference != recap.conference);
        let at = at.map_or_else(String::new, |id| format!(" at {id}"));
        let award =
            if head.award.is_empty() { String::new() } else { format!(" award {:?}", head.award) };
        writeln!(
            text,
            "    note {}-{} {:?} on {talk}{at}{award}",
            note.lines.first, note.lines.last, head.title
        )
        .unwrap();
        for block in &note.blocks {
            writeln!(text, "      {}", line(block)).unwrap();
        }
        reasons(text, chunk, &Subject::Note(head.id.clone()));
    }
}

fn reasons(text: &mut String, chunk: &Chunk, subject: &Subject) {
    for Assignment { target, method, rule, lines, reason, is_uncertain, .. } in
        chunk.assignments.iter().filter(|known| known.subject == *subject)
    {
        let target = match target {
            Target::Conference(id) => format!("conference {id}"),
            Target::Talk(id) => format!("talk {id}"),
            Target::Person(id) => format!("person {id}"),
            Target::Organization(id) => format!("organization {id}"),
            Target::Theme(id) => format!("theme {id}"),
            Target::Copy(file) => format!("copy {file}"),
        };
        let doubt = if *is_uncertain { "?" } else { "" };
        writeln!(
            text,
            "        -> {target}{doubt} {method:?} by {rule:?} {:?} at {}-{}",
            reason, lines.first, lines.last
        )
        .unwrap();
    }
}

/// A block on one line: its kind and its contents.
fn line(block: &Block) -> String {
    let items = |items: &[Vec<Block>]| {
        items
            .iter()
            .map(|item| item.iter().map(line).collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join("; ")
    };
    match block {
        Block::Paragraph(text) => inlines(text),
        Block::Heading { level, text } => format!("#{level} {}", inlines(text)),
        Block::List { items: all, .. } => format!("[{}]", items(all)),
        Block::Quote(blocks) => {
            format!("> {}", blocks.iter().map(line).collect::<Vec<_>>().join(" "))
        }
        Block::Code { language, text } => format!("code({language}) {text:?}"),
        Block::Image { url, alt, size, link } => {
            let size = size.map(|(width, height)| format!(" {width}×{height}"));
            let link = if link.is_empty() { String::new() } else { format!(" -> {link}") };
            format!("image({url}) {alt:?}{}{link}", size.unwrap_or_default())
        }
        Block::Video(video) => format!("video {:?} {}", video.provider, video.id),
        Block::Table(rows) => {
            let row = |row: &Vec<Vec<Inline>>| {
                row.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join(" | ")
            };
            format!("table {}", rows.iter().map(row).collect::<Vec<_>>().join(" || "))
        }
        Block::Rule => "---".to_owned(),
    }
}

fn inlines(all: &[Inline]) -> String {
    all.iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Emphasis(inner) => format!("_{}_", inlines(inner)),
            Inline::Strong(inner) => format!("*{}*", inlines(inner)),
            Inline::Deleted(inner) => format!("~{}~", inlines(inner)),
            Inline::Code(text) => format!("`{text}`"),
            Inline::Link { url, text } => format!("[{}]({url})", inlines(text)),
            Inline::Break => "\\".to_owned(),
        })
        .collect()
}
