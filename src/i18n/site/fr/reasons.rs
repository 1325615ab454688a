//! French, for the reasons of assignments.

use crate::model::{Method, Rule};

/// Opens the reason of an assignment.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Stated => "– indiqué dans",
        Method::Matched => "– trouvé par une règle\u{a0}:",
        Method::Set => "– fixé par un registre\u{a0}:",
    }
}

/// What a rule looks for.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::FrontMatter => "l’en-tête du fichier",
        Rule::EditionInTitle => "conférence, région et année dans le titre",
        Rule::EditionInText => "conférence, région et année dans le texte",
        Rule::EditionByPlace => "la conférence avec sa ville ou son lieu",
        Rule::EditionByDate => "la conférence avec une date proche",
        Rule::EditionInPath => "un dossier ou un fichier au nom de la conférence",
        Rule::EditionByFolder => "les autres comptes rendus de son dossier",
        Rule::TalkInHeading => "un intertitre qui est un titre",
        Rule::TalkInListItem => "un élément de liste avec titre et note",
        Rule::TalkInTable => "une ligne d’un tableau de présentations",
        Rule::TalkInParagraph => "un paragraphe qui commence par le titre et l’intervenant",
        Rule::TalkSetOff => "un titre en gras, en italique ou en lien, près de l’intervenant",
        Rule::TalkInQuotes => "un titre entre guillemets, près de l’intervenant",
        Rule::TalkBySpeaker => "une présentation désignée par son seul intervenant",
        Rule::TalkInFile => "un fichier sur une seule présentation, comme ses voisins",
        Rule::NameFromCompany => "un nom suivi d’une entreprise",
        Rule::KnownName => "un nom du registre des personnes",
        Rule::ThemeAlias => "un nom du thème, en mot entier",
        Rule::ThemeHeading => "un intertitre qui est un nom du thème",
        Rule::KnownOrganization => "un nom du registre des organisations",
        Rule::CopyByShingles => "la plupart des suites de cinq mots en commun",
    }
}
