//! Spanish, for the reasons of assignments.

use crate::model::{Method, Rule};

/// Opens the reason of an assignment.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Stated => "– indicado en",
        Method::Matched => "– encontrado por una regla:",
        Method::Set => "– fijado por un registro:",
    }
}

/// What a rule looks for.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::FrontMatter => "la cabecera del archivo",
        Rule::EditionInTitle => "conferencia, región y año en el título",
        Rule::EditionInText => "conferencia, región y año en el texto",
        Rule::EditionByPlace => "la conferencia con su ciudad o su sede",
        Rule::EditionByDate => "la conferencia con una fecha cercana",
        Rule::EditionInPath => "una carpeta o un archivo con el nombre de la conferencia",
        Rule::EditionByFolder => "las demás crónicas de su carpeta",
        Rule::TalkInHeading => "un encabezado que es un título",
        Rule::TalkInListItem => "un elemento de lista con título y nota",
        Rule::TalkInTable => "una fila de una tabla de charlas",
        Rule::TalkInParagraph => "un párrafo que empieza con título y ponente",
        Rule::TalkSetOff => "un título en negrita, en cursiva o con enlace junto a su ponente",
        Rule::TalkInQuotes => "un título entre comillas junto a su ponente",
        Rule::TalkBySpeaker => "una charla de la que solo se nombra al ponente",
        Rule::TalkInFile => "un archivo sobre una sola charla, como los que están a su lado",
        Rule::NameFromCompany => "un nombre con una empresa",
        Rule::KnownName => "un nombre del registro de personas",
        Rule::ThemeAlias => "un nombre del tema como palabra completa",
        Rule::ThemeHeading => "un encabezado que es un nombre del tema",
        Rule::KnownOrganization => "un nombre del registro de organizaciones",
        Rule::CopyByShingles => "la mayoría de las secuencias de cinco palabras en común",
    }
}
