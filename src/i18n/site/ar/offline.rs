//! Arabic, for saving the site on a device.

use crate::i18n::site::{OfflineStrings, offline::megabytes};

/// Arabic.
pub(super) const OFFLINE: OfflineStrings = OfflineStrings {
    title: "بدون اتصال",
    states: [
        ("none", "يمكن حفظ كل الصفحات والبحث والتصفية على هذا الجهاز."),
        ("saving", "جارٍ الحفظ. أبقِ هذه الصفحة مفتوحة."),
        ("saved", "هذا الموقع محفوظ على هذا الجهاز ويُفتح بدون اتصال."),
        ("old", "هذا الموقع محفوظ على هذا الجهاز، لكنه تغيّر منذ ذلك الحين. ما تراه الآن هو الأحدث."),
        ("failed", "لم يكتمل الحفظ. ربما لا يوجد اتصال أو لا مساحة كافية على هذا الجهاز."),
    ],
    progress: "ما حُفظ حتى الآن",
    save: |bytes| format!("حفظ للاستخدام بدون اتصال (\u{2068}{}\u{2069})", megabytes(bytes)),
    remove: "إزالة من هذا الجهاز",
};
