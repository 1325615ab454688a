//! Arabic, for programs.

use super::AR;
use crate::i18n::site::ExportStrings;

/// Arabic.
pub(super) const EXPORTS: ExportStrings = ExportStrings {
    conference: |name, facts, recaps, talks| {
        let facts = facts.iter().fold(String::new(), |all, fact| all + AR.comma() + fact);
        match (recaps, talks) {
            (0, 0) => format!("{name}{facts}."),
            _ => format!("{name}{facts}: {}.", AR.holdings(recaps, talks)),
        }
    },
    talk: |kind, speakers, edition| {
        let speakers = AR.listed(speakers);
        match (speakers.as_str(), edition) {
            ("", None) => format!("{kind}."),
            ("", Some(edition)) => AR.fill("{0} في {1}.", &[kind, edition]),
            (who, None) => AR.fill("{0}: {1}.", &[kind, who]),
            (who, Some(edition)) => AR.fill("{0} في {1}: {2}.", &[kind, edition, who]),
        }
    },
    theme: |name, notes, recaps| {
        let values = [name, &AR.n_notes(notes), &AR.n_recaps(recaps)];
        AR.fill("{0} في المؤتمرات: {1}، {2}.", &values)
    },
    named: |name, talks, notes| match (talks, notes) {
        (0, notes) => AR.fill("{0}: {1}.", &[name, &AR.n_notes(notes)]),
        (talks, 0) => AR.fill("{0}: {1}.", &[name, &AR.n_talks(talks)]),
        (talks, notes) => {
            AR.fill("{0}: {1}، {2}.", &[name, &AR.n_talks(talks), &AR.n_notes(notes)])
        }
    },
    wrote: |name, n| format!("{name}: {}.", AR.n_recaps(n)),
    recap: |author, edition| match (author, edition) {
        (Some(author), Some(edition)) => AR.fill("{0} عن {1}.", &[author, edition]),
        (Some(author), None) => AR.fill("بقلم {0}.", &[author]),
        (None, Some(edition)) => AR.fill("عن {0}.", &[edition]),
        (None, None) => String::new(),
    },
    feed: |about, site| AR.fill("{0} – {1}", &[about, site]),
    calendar: "التقويم",
    picture: |alt| {
        if alt.is_empty() { "صورة".to_owned() } else { AR.fill("صورة: {0}", &[alt]) }
    },
    video: "فيديو",
    citation: |author, title, published, address| {
        let author = author.map(|author| AR.fill("{0}. ", &[author])).unwrap_or_default();
        let title = AR.fill("«{0}»", &[title]);
        let published = published.iter().fold(String::new(), |all, fact| all + " " + fact + ".");
        let address = address.map(|address| format!(" {address}")).unwrap_or_default();
        format!("{author}{title}.{published}{address}")
    },
    cite_as: "طريقة الاستشهاد",
    award: |award| AR.fill("تنويه: {0}", &[award]),
    on_talk: |talk| AR.fill("عن المحاضرة: {0}", &[talk]),
    conferences: "المؤتمرات",
    recaps: "التقارير",
    themes: "المواضيع",
    data: "البيانات",
    manifest: "بيان مجموعة البيانات (JSON)",
    talks_table: "كل المحاضرات (CSV)",
    bibliography: "كل التقارير (BibTeX)",
    feed_form: "خلاصة",
    text_form: "Markdown",
    table_form: "CSV",
    references_form: "BibTeX",
    preview: |title| AR.fill("{0}، وموقعه على محور السنوات", &[title]),
    theme_kicker: "موضوع",
    person_kicker: "شخص",
    organization_kicker: "جهة",
    recap_kicker: "تقرير",
    year_kicker: "سنة",
    n_editions: |n| AR.n_conferences(n),
    dataset_note: "يسمّي البيان كل ملفات مجموعة البيانات، مع حجم كل منها وبصمته.",
};
