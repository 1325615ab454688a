//! Arabic, for the static pages.

use super::{AR, reasons};
use crate::{
    i18n::site::PageStrings,
    model::{LinkKind, Method},
};

/// Arabic.
pub(super) const PAGES: PageStrings = PageStrings {
    conferences: "المؤتمرات",
    themes: "المواضيع",
    people: "الأشخاص",
    authors: "الكتّاب",
    organizations: "الجهات",
    recaps: "التقارير",
    skip_to_results: "الانتقال إلى النتائج",
    skip_link: "الانتقال إلى الصفحة",
    back: "العودة إلى الخط الزمني",
    report: "الإبلاغ عن خطأ في هذه الصفحة",
    moved: "انتقلت هذه الصفحة إلى",
    note_moved: "هذه الملاحظة موجودة الآن في",
    no_longer_named: "لم يعد مذكورًا في",
    nothing_yet: "لا شيء هنا بعد",
    nothing_yet_reason: "توضع الملاحظات في مجلد البيانات ملفاتِ Markdown أو نصوصًا، ملف لكل تقرير. بعد ذلك أنشئ الموقع من جديد.",
    not_found: "لا صفحة في هذا العنوان",
    not_found_reason: "قد يكون العنوان قديمًا أو ناقصًا.",
    start_page: "صفحة البداية",
    start_page_here: "صفحة البداية، إن كانت في هذا المجلد",
    start_page_above: "صفحة البداية، إن كانت في المجلد الأعلى",
    recap: "تقرير",
    person: "شخص",
    organization: "جهة",
    described_talk: "لا مصدر يذكر عنوان هذه المحاضرة.",
    nothing_held: "لم يكتب أحد هنا عن هذا المؤتمر بعد.",
    year: "سنة",
    filter_by_year: "عرض هذه السنة في الخط الزمني",
    filter_by_edition: "عرض هذا المؤتمر في الخط الزمني",
    filter_by_theme: "عرض هذا الموضوع وحده في الخط الزمني",
    filter_by_person: "عرض ما تحدّث فيه هذا الشخص أو ورد ذكره فيه",
    filter_by_organization: "عرض هذه الجهة وحدها في الخط الزمني",
    outline: "في هذه الصفحة",
    talks_without_note: "محاضرات أخرى مذكورة في هذا التقرير",
    opinions: "ما خصّه الكتّاب بالذكر",
    other_notes: "ملاحظات أخرى",
    spoke_in: |n| AR.fill("تحدّث في: {0}", &[&AR.n_talks(n)]),
    named_in: "ورد ذكره أيضًا في",
    spoke_for: "تحدّث باسم",
    also_called: |names| AR.fill("أسماء أخرى: {0}", &[&names.join(AR.comma())]),
    also_spelled: |names| AR.fill("يُكتب أيضًا: {0}", &[&names.join(AR.comma())]),
    broader: "جزء من",
    narrower: "يشمل",
    over_editions: "عبر المؤتمرات",
    recaps_head: "التقارير",
    notes: "الملاحظات",
    notes_head: "الملاحظات",
    numbers: "الأرقام",
    silence: |last, editions, recaps| {
        let values = [last, &AR.n_recaps(recaps), &AR.n_conferences(editions)];
        AR.fill("منذ {0} لم يرد له ذكر ({1}، {2}).", &values)
    },
    share_of_recaps: |n, all| AR.fill("{0} من أصل {1}", &[&n.to_string(), &all.to_string()]),
    neighbors: "يُذكر معه",
    n_shared: |n| AR.fill("معًا في: {0}", &[&AR.n_notes(n)]),
    related_talks: "محاضرات ذات صلة",
    same_speakers: "محاضرات أخرى للمتحدثين",
    also_by: |names| AR.fill("أيضًا لـ: {0}", &[&AR.listed(names)]),
    voices: |n| AR.fill("ما سمعه الكتّاب ({0})، موضوعًا موضوعًا", &[&n.to_string()]),
    nothing_shared: "لا موضوع يذكره أكثر من كاتب.",
    only_one: "ما لا يذكره إلا كاتب واحد",
    shares: |themes| AR.fill("مواضيع مشتركة: {0}", &[&AR.listed(themes)]),
    link_kind: |kind| match kind {
        LinkKind::Schedule => "البرنامج",
        LinkKind::Video => "فيديو",
        LinkKind::Slides => "الشرائح",
        LinkKind::Project => "المشروع",
        LinkKind::Site => "الموقع",
        LinkKind::Other => "رابط",
    },
    n_more: |n| AR.fill("إظهار {0} أخرى", &[&n.to_string()]),
    forms: "هذه الصفحة بصيغة",
    as_calendar: "ملف تقويم",
    is_derived: "مستنتج من التدوينات ولم يراجعه المحرر",
    ways: "من هنا",
    jump: "الانتقال إلى…",
    jump_key: "Ctrl K",
    star: "إضافة إلى قائمة القراءة",
    starred: "في قائمة القراءة",
    reading_list: "قائمة القراءة",
    list_lead: "عنوان هذه الصفحة هو القائمة نفسها: احفظه أو أرسله إلى من تشاء.",
    list_add: "إضافة محاضرة",
    list_keep: "جعلها قائمتي",
    list_copy: "نسخ العنوان",
    list_markdown: "حفظ بصيغة Markdown",
    list_print: "طباعة",
    list_clear: "مسح",
    list_empty: "القائمة فارغة. اضغط ☆ عند أي محاضرة لإضافتها.",
    list_failed: "تعذّر تحميل العناوين، فلا تعرض القائمة سوى الروابط.",
    list_unkept: "لا يحفظ هذا المتصفح القائمة: مساحة التخزين ممتلئة أو ممنوعة. عنوان هذه الصفحة يسمّي المحاضرات.",
    list_no_script: "تحتاج القائمة إلى JavaScript. عنوانها يسمّي المحاضرات، ولكل محاضرة صفحتها.",

    themes_page: "المواضيع عبر الزمن",
    themes_lead: |themes, editions, recaps| {
        let themes =
            AR.count("لا مواضيع|موضوع واحد|موضوعان|{0} مواضيع|{0} موضوعًا|{0} موضوع", themes);
        let values = [&*themes, &AR.n_conferences(editions), &AR.n_recaps(recaps)];
        AR.fill("{0}، {1}، {2}.", &values)
    },
    no_themes: "لا تقرير هنا يذكر موضوعًا بعد.",
    came_back: "مواضيع عادت",
    return_story: |before, again, [silent, silent_recaps, named, all]| {
        let (silent, recaps) = (AR.n_conferences(silent), AR.n_recaps(silent_recaps));
        let (named, all) = (named.to_string(), all.to_string());
        let values = [before, &*recaps, &*silent, &*named, &*all, again];
        AR.fill(
            "آخر ذكر في {0}. لم يرد ذكره بعدها ({1}، {2})، ثم ذكره {3} من أصل {4} في {5}.",
            &values,
        )
    },
    threads: "سؤال واحد وأجوبة جديدة",
    threads_note: "ما يندرج تحت موضوع واحد، حسب المؤتمر الذي ذكره أولًا.",
    comparison: "مؤتمران جنبًا إلى جنب",
    compare: "مقارنة",
    compare_with: "مقارنة مع",
    compare_first: "مقارنة",
    compare_second: "مع",
    only_at: "في {} فقط",
    at_both: "في كليهما، مع تقارير كل منهما",
    compared: |here, before| {
        let here = AR.n_recaps(here);
        match before {
            Some(before) => AR.fill(
                "هنا: {0}؛ وهناك: {1}. ما يذكره تقرير واحد رأي واحد، وما لا يذكره أي تقرير ربما نوقش رغم ذلك.",
                &[&here, &AR.n_recaps(before)],
            ),
            None => AR.fill("المصدر: {0}. ما يذكره تقرير واحد رأي واحد.", &[&here]),
        }
    },
    first_themes: |n| AR.fill("ذُكرت هنا لأول مرة ({0})", &[&n.to_string()]),
    new_themes: |n| AR.fill("جديدة ({0})", &[&n.to_string()]),
    back_themes: |n| AR.fill("عادت بعد انقطاع ({0})", &[&n.to_string()]),
    gone_themes: |n, before| AR.fill("ذُكرت في {0} ولم تُذكر هنا ({1})", &[before, &n.to_string()]),
    stayed_themes: |n, before| AR.fill("ذُكرت في {0} وهنا ({1})", &[before, &n.to_string()]),
    other_themes: |n, before| AR.fill("ذُكرت هنا ولم تُذكر في {0} ({1})", &[before, &n.to_string()]),
    silent_since: |before, n, recaps| {
        let values = [before, &*AR.n_recaps(recaps), &*AR.n_conferences(n)];
        AR.fill("آخر مرة في {0}، ولم يرد ذكرها بعدها ({1}، {2})", &values)
    },

    chart_table: "عرض في جدول",
    dates_head: "التاريخ",
    written_head: "تاريخ الكتابة",
    written_note: "الأعمدة الرمادية: متى ظهرت التقارير.",

    from_recap: "في",
    on_talk: "عن المحاضرة",
    original_at: |host| AR.fill("الأصل في {0}", &[host]),
    original_address: "الأصل",
    wording_of: |file, canonical| AR.fill("{0} مقارنًا كلمة بكلمة مع {1}", &[file, canonical]),
    n_alike: |n| AR.fill("فقرات متطابقة: {0}", &[&n.to_string()]),
    words_removed: "حُذف:",
    words_added: "أُضيف:",
    boilerplate_in: |file| AR.fill("ما أضافه الناشر في {0}", &[file]),
    image: |alt| {
        if alt.is_empty() { "صورة".to_owned() } else { AR.fill("صورة: {0}", &[alt]) }
    },
    table: "جدول",
    back_to_text: "العودة إلى النص",
    play_video: |title, host| AR.fill("تشغيل الفيديو: {0} (يُحمَّل من {1})", &[title, host]),
    watch_on: |host| AR.fill("المشاهدة على {0}", &[host]),

    provenance: "مصدر هذا الكلام",
    talk_provenance: "كيف وُجدت هذه المحاضرة",
    lines: |file, first, last| {
        let (first_line, last_line) = (first.to_string(), last.to_string());
        if first == last {
            AR.fill("{0}، السطر {1}", &[file, &first_line])
        } else {
            AR.fill("{0}، الأسطر {1}–{2}", &[file, &first_line, &last_line])
        }
    },
    method: reasons::method,
    rule: reasons::rule,
    full_stop: ". ",
    how_read: "كيف قُرئ هذا التقرير",
    n_times: |n, method, rule| {
        let how = match method {
            Method::Stated => "مذكور صراحةً",
            Method::Matched => "بالمطابقة",
            Method::Set => "من سجل",
        };
        AR.fill("{0} – {1}: {2}", &[&n.to_string(), how, reasons::rule(rule)])
    },
    uncertain: "غير مؤكد.",
};
