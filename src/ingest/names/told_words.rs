//! The words by which a sentence tells of a talk behind the verb or behind the title. A list is one string
//! of phrases with `|` between them.

/// Participles of speaking, which stand at the end of a clause.
pub(in crate::ingest) const SPOKEN: &str = "\
    gesprochen | berichtet | erzählt | referiert | vorgetragen | gesproken | verteld | gepresenteerd";

/// Words that lead to what somebody taught.
pub(in crate::ingest) const TEACHING: &str = "\
    wie | warum | weshalb | hoe | waarom | cómo | come | perché | como | comment | pourquoi";

/// Words for the talk that was named before, as what somebody gave.
pub(in crate::ingest) const IT: &str = "\
    it | this | that | this one | ihn | es | diesen | het | die | deze | lo | la | l";

/// Words for the author and those with the author.
pub(in crate::ingest) const OURSELVES: &str = "\
    i | we | ich | wir | mich | je | j | nous | yo | nosotros | ik | wij | we | eu | nós | io | noi";

/// Verbs of those who listened to a talk.
pub(in crate::ingest) const HEARING: &str = "\
    heard | hörte | hörten | écouté | entendu | escuché | escuchamos | sentito | ascoltato | hoorde | hoorden | \
    ouvi | ouvimos";
