//! Arabic, for the reasons of assignments.

use crate::model::{Method, Rule};

/// Opens the reason of an assignment.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Stated => "– مذكور في",
        Method::Matched => "– بالمطابقة وفق القاعدة:",
        Method::Set => "– محدد في سجل:",
    }
}

/// What a rule looks for.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::FrontMatter => "ترويسة الملف",
        Rule::EditionInTitle => "المؤتمر والمنطقة والسنة في العنوان",
        Rule::EditionInText => "المؤتمر والمنطقة والسنة في النص",
        Rule::EditionByPlace => "المؤتمر مع مدينته أو مكانه",
        Rule::EditionByDate => "المؤتمر مع تاريخ قريب منه",
        Rule::EditionInPath => "مجلد أو ملف يحمل اسم المؤتمر",
        Rule::EditionByFolder => "التدوينات الأخرى في المجلد نفسه",
        Rule::TalkInHeading => "عنوان فرعي هو اسم محاضرة",
        Rule::TalkInListItem => "عنصر قائمة من عنوان وملاحظة",
        Rule::TalkInTable => "صف في جدول محاضرات",
        Rule::TalkInParagraph => "فقرة تبدأ بالعنوان والمتحدث",
        Rule::TalkSetOff => "عنوان بخط عريض أو مائل أو مرتبط بجوار المتحدث",
        Rule::TalkInQuotes => "عنوان بين علامتي تنصيص بجوار المتحدث",
        Rule::TalkBySpeaker => "محاضرة لا يُذكر منها سوى المتحدث",
        Rule::TalkInFile => "ملف عن محاضرة واحدة مثل الملفات المجاورة له",
        Rule::NameFromCompany => "اسم مع شركة",
        Rule::KnownName => "اسم في سجل الأشخاص",
        Rule::ThemeAlias => "اسم الموضوع ككلمة كاملة",
        Rule::ThemeHeading => "عنوان فرعي هو اسم الموضوع",
        Rule::KnownOrganization => "اسم في سجل الجهات",
        Rule::CopyByShingles => "معظم التتابعات ذات الكلمات الخمس مشتركة",
    }
}
