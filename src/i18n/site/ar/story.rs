//! Arabic, for what pages show at a glance.

use super::AR;
use crate::i18n::site::StoryStrings;

/// Arabic.
pub(super) const STORY: StoryStrings = StoryStrings {
    how_to_cite: "كيفية الاستشهاد",
    cite_text: "نص",
    cite_link: "رابط",
    copy: "نسخ",
    copied: "تم النسخ",
    copy_citation: "نسخ الاستشهاد",

    first_named: "أول ذكر",
    peak: "الذروة",
    last_named: "آخر ذكر",
    latest: "الأحدث",
    year_share: |year, named, all| {
        AR.fill(
            "{0}: {1} من أصل {2} من التقارير",
            &[&year.to_string(), &named.to_string(), &all.to_string()],
        )
    },
    few: |enough| {
        AR.fill("الإطار وحده: سنة فيها أقل من {0} تقارير، فلا نسبة.", &[&enough.to_string()])
    },

    new_and_gone: |before| AR.fill("الجديد والغائب منذ {0}", &[before]),
    new_here: "جديد",
    gone: "غائب",
    all_changes: "كل التغييرات",
    most_voices: "المحاضرة التي كتب عنها أكثر المؤلفين",
    all_notes: |n| AR.fill("اقرأ الكل: {0}", &[&AR.n_notes(n)]),
    about: |people| AR.fill("نحو {0} من الحضور", &[people]),
    between: |least, most| AR.fill("من {0} إلى {1} من الحضور، بحسب المصدر", &[least, most]),
    attendees: |statement| format!("عدد الحضور: {statement}"),
    stated: |statement, who| format!("{statement} ({who})"),
    thousands: ",",
    sources: "المصادر",

    themes: "المواضيع",
    compare: "المقارنة",

    order_silent: "لم يُذكر منذ أطول مدة",
    order_voices: "الأكثر كتّابًا",
    themes_by_year: "كل المواضيع حسب السنة",
    by_year_note: |enough| {
        AR.fill("عدد تقارير السنة التي تذكر الموضوع: كلما اشتد اللون زادت النسبة. الإطار وحده: سنة فيها أقل من {0} تقارير.", &[&enough.to_string()])
    },
};
