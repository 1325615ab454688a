//! Words that show that a sentence describes a talk after its verb or its title. A list is one string of phrases with
//! `|` between them.

/// Participles of speaking, at the end of a clause.
pub(in crate::ingest) const SPOKEN: &str = "\
    gesprochen | berichtet | erzählt | referiert | vorgetragen | gesproken | verteld | gepresenteerd";

/// Words that introduce what somebody taught.
pub(in crate::ingest) const TEACHING: &str = "\
    wie | warum | weshalb | hoe | waarom | cómo | come | perché | como | comment | pourquoi";

/// Words that refer to the talk named before, as something that somebody gave.
pub(in crate::ingest) const IT: &str = "\
    it | this | that | this one | ihn | es | diesen | het | die | deze | lo | la | l";

/// Words for the author and the author's companions.
pub(in crate::ingest) const OURSELVES: &str = "\
    i | we | ich | wir | mich | je | j | nous | yo | nosotros | ik | wij | we | eu | nós | io | noi";

/// Verbs for listening to a talk.
pub(in crate::ingest) const HEARING: &str = "\
    heard | hörte | hörten | écouté | entendu | escuché | escuchamos | sentito | ascoltato | hoorde | hoorden | \
    ouvi | ouvimos";
