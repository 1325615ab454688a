//! German, for the reasons of assignments.

use crate::model::{Method, Rule};

/// Opens the reason of an assignment.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Stated => "– angegeben",
        Method::Matched => "– durch eine Regel zugeordnet:",
        Method::Set => "– in einem Verzeichnis festgelegt:",
    }
}

/// What a rule looks for.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::FrontMatter => "im Kopf der Datei",
        Rule::EditionInTitle => "Konferenz, Region und Jahr im Titel",
        Rule::EditionInText => "Konferenz, Region und Jahr im Text",
        Rule::EditionByPlace => "die Konferenz mit ihrer Stadt oder ihrem Ort",
        Rule::EditionByDate => "die Konferenz mit einem nahen Datum",
        Rule::EditionInPath => "ein Ordner oder eine Datei mit dem Namen der Konferenz",
        Rule::EditionByFolder => "die anderen Berichte in seinem Ordner",
        Rule::TalkInHeading => "eine Überschrift, die ein Titel ist",
        Rule::TalkInListItem => "ein Listenpunkt aus Titel und Notiz",
        Rule::TalkInTable => "eine Zeile einer Tabelle von Vorträgen",
        Rule::TalkInParagraph => "ein Absatz, der mit Titel und Namen beginnt",
        Rule::TalkSetOff => "ein fetter, kursiver oder verlinkter Titel neben einem Namen",
        Rule::TalkInQuotes => "ein Titel in Anführungszeichen neben einem Namen",
        Rule::TalkBySpeaker => "ein Vortrag, von dem nur der Name der Vortragenden bekannt ist",
        Rule::TalkInFile => "eine Datei für einen Vortrag, wie die daneben",
        Rule::NameFromCompany => "ein Name mit einer Firma",
        Rule::KnownName => "ein Name im Verzeichnis der Personen",
        Rule::ThemeAlias => "ein Name des Themas als ganzes Wort",
        Rule::ThemeHeading => "eine Überschrift, die ein Name des Themas ist",
        Rule::KnownOrganization => "ein Name im Verzeichnis der Organisationen",
        Rule::CopyByShingles => "die meisten Folgen von fünf Wörtern stimmen überein",
    }
}
