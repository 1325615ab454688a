//! Arabic, for what the page says before and without the client.

use crate::ui::strings::BootStrings;

/// Arabic.
pub(super) const BOOT: BootStrings = BootStrings {
    no_script: "يحتاج البحث والتصفية إلى JavaScript. أما قائمة المؤتمرات والمحاضرات أدناه وصفحاتها فلا تحتاج إليه.",
    title: "تعذّر تشغيل البحث والتصفية",
    reasons: [
        (
            "data-disk",
            "فُتحت هذه الصفحة من القرص، والمتصفحات لا تشغّل البرامج منه. ستعمل إذا وُضعت على خادم.",
        ),
        ("data-offline", "أنت غير متصل بالإنترنت، وجزء من هذا الموقع ليس على جهازك بعد."),
        ("data-client", "جزء من البرنامج مفقود أو تالف أو محظور."),
        ("data-data", "تعذّر تحميل المجموعة، أو وصلت تالفة."),
        ("data-schema", "هذه الصفحة أقدم من المجموعة. أعد تحميلها."),
        ("data-crash", "حدث خطأ في البرنامج. رابطك محفوظ."),
    ],
    rest: "القائمة أدناه تعمل بدونهما.",
    retry: "إعادة المحاولة",
};
