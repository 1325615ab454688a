//! Words that show that a sentence describes a talk after its verb or its title. A list is one string of phrases with
//! `|` between them.

/// Participles of speaking, at the end of a clause.
pub(in crate::ingest) const SPOKEN: &str = "\
    gesprochen | berichtet | erzählt | referiert | vorgetragen | gesproken | verteld | gepresenteerd";

/// Words that introduce what somebody taught.
pub(in crate::ingest) const TEACHING: &str = "\
    wie | warum | weshalb | hoe | waarom | cómo | come | perché | como | comment | pourquoi | \
    how | why | what | that | jak | dlaczego | как | почему | зачем | як | чому | proč | hur | varför | hvordan | hvorfor | \
    bagaimana | mengapa | nasıl";

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

/// Verbs of speaking that need no object, unless a person or a purpose follows.
pub(in crate::ingest) const SPEAKING: &str = "\
    presented | presents | presenting | demoed | demo’ed | demo'ed | demonstrated | \
    introduced | introduces | introducing | keynoted | unveiled | \
    zaprezentował | zaprezentowała | представил | представила | представив | presenterade | \
    anlattı | bahsetti | sundu | membahas | memaparkan";

/// Verbs of giving, which a word for a talk follows.
pub(in crate::ingest) const GIVING: &str = "\
    gave | gives | giving | delivered | delivers | did | held | hielt | hält | donné | dio | \
    impartió | ha | gaf | deu | tenne | tenuto | fez | ofreció | hielten | deed | deden | verzorgde | \
    verzorgden | gaven | donnèrent | dieron | impartieron | tennero | deram | fizeram | \
    poprowadził | poprowadziła | wygłosił | wygłosiła | прочитал | прочитала | höll | holdt";

/// Things other than talks that people give.
pub(in crate::ingest) const GIVEN: &str = "\
    update | overview | introduction | rundown | tour | lecture";

/// Verbs of talking, which a word for "about" follows.
pub(in crate::ingest) const TALKING: &str = "\
    talked | talks | talking | told | tells | spoke | speaks | speaking | sprach | spricht | erzählte | \
    erzählt | parlé | parle | habló | habla | parlato | parla | sprak | vertelde | falou | \
    fala | contó | \
    mówił | mówiła | opowiadał | opowiadała | opowiedział | opowiedziała | рассказал | рассказала | рассказывал | рассказывала | \
    рассказали | говорил | говорила | розповів | розповіла | розповідав | розповідала | mluvil | mluvila | vyprávěl | povídal | \
    pratade | snakket | fortalte | berättade | anlattı | bahsetti | \
    berbicara | bercerita";

/// Words that introduce the topic of a talk.
pub(in crate::ingest) const ABOUT: &str = "\
    about | on | über | von | de | du | des | sobre | di | del | della | over | sur | \
    o | про | о | об | om | \
    tentang | mengenai";

/// Words between a speaker and the title.
pub(in crate::ingest) const LEADS_TO_TITLE: &str = "\
    about | called | titled | entitled | gave | gives | presented | presents | presenting | \
    showed | shows | showing | spoke | talked | talk | keynote | session | tutorial | \
    workshop | presentation | panel | did | held | delivered | opened | closed | explained | \
    explains | demoed | introduced | asked | argued | wondered | claimed | walked | brought | \
    took | über | hielt | zeigte | sprach | stellte | erzählte | vortrag | präsentierte | \
    berichtete | erklärte | eröffnete | présenté | présente | présentait | parlé | donné | \
    conférence | raconté | expliqué | montré | sobre | presentó | habló | dio | charla | \
    contó | explicó | mostró | abrió | cerró | ha | presentato | parlato | raccontato | \
    mostrato | spiegato | portato | gaf | vertelde | liet | sprak | toonde | presenteerde | \
    apresentou | falou | deu | palestra | mostrou | contou | explicou | abriu | trouxe | titel | \
    title | titre | título | titolo | \
    wystąpił | wystąpiła | prezentacją | prezentacja | prezentację | prelekcja | prelekcją | prelekcję | wykład | wykładem | \
    opowiedział | opowiedziała | mówił | mówiła | докладом | доклад | выступил | выступила | выступал | выступала | рассказал | рассказала | \
    доповіддю | доповідь | виступив | виступила | přednáškou | přednáška | přednášku | föredrag | foredrag | oplæg";

/// Prepositions that introduce a title right after the name, or right before the title.
pub(in crate::ingest) const SHORT_LEADS: &str = "\
    on | for | in | with | mit | zu | zum | avec | sur | con | en | su | over | com | em | met | \
    z | с | з | про";

/// Verbs of a sentence about going to a talk.
pub(in crate::ingest) const ATTENDING: &str = "\
    landed | ended | gelandet | beland | went | saw | attended | watched | caught | listened | heard | joined | visited | began | \
    started | opened | followed | came | next | sah | besucht | besuchte | hörte | gehört | \
    gesehen | ging | vu | suivi | assisté | écouté | vi | vimos | asistí | asistimos | fui | \
    visto | seguito | sentito | zag | bezocht | bezochte | gezien | assisti | assistimos | \
    byłem | byłam | poszedłem | poszłam | wysłuchałem | obejrzałem | слушал | слушала | послушал | послушала | посетил | сходил | \
    сходила | посмотрел | był | gick | såg | lyssnade";

/// Verbs that show, right after a name, that the person gave the talk.
pub(in crate::ingest) const TELLING: &str = "\
    showed | shows | explained | explains | argued | argues | walked | told | tells | described | \
    describes | talked | talks | spoke | speaks | presented | presents | demonstrated | \
    demonstrates | gave | covered | covers | discussed | discusses | zeigte | zeigt | gezeigt | \
    erklärte | erklärt | erzählte | erzählt | berichtete | berichtet | sprach | spricht | \
    montre | montré | montrait | explique | expliqué | expliquait | raconte | raconté | \
    présente | présenté | mostró | muestra | explicó | explica | contó | cuenta | habló | habla | \
    presentó | mostrato | spiegato | raccontato | parlato | spiega | racconta | toonde | toont | \
    vertelde | vertelt | liet | legde | mostrou | explicou | contou | falou | apresentou | \
    pokazał | pokazała | opowiedział | opowiedziała | wyjaśnił | wyjaśniła | рассказал | рассказала | показал | показала | \
    объяснил | объяснила | розповів | розповіла | показав | показала | ukázal | ukázala | berättade | visade | fortalte | viste | \
    menjelaskan | menceritakan | vysvětlil | vysvětlila | forklarede | forklarte | förklarade";

/// Words between a name and such a verb.
pub(in crate::ingest) const HELPERS: &str = "\
    a | ha | hat | heeft | has | have | haben | ont | hanno | han | hebben | then | nous | also | \
    invece | dann | poi | puis | luego | daarna";

/// Verbs that do the same for a name below a title.
pub(in crate::ingest) const OPENING: &str = "\
    opened | opens | began | begins | started | starts | closed | shared | shares | introduced | \
    introduces | compared | compares | took | takes | used | reported | eröffnete | begann | \
    verglich | ouvre | commence | partage | partagé | empezó | comenzó | compartió | inizia | \
    begon | opende | começou | abriu";

/// Words before a talk that say who gave it.
pub(in crate::ingest) const OWNERS: &str = "\
    her | his | their | ihr | ihrem | ihren | sein | seinem | seinen | sa | son | leur | su | \
    suo | sua | sue | haar | zijn | hun | seu";

/// Words at the start of a sentence before the speaker of the talk in the sentence before.
pub(in crate::ingest) const SPEAKER_OPENERS: &str = "\
    the speaker | the speakers | speaker | speakers | the speaker was | the speakers were | \
    speaker is | speaker was | speakers are | the speaker is | the speakers are | \
    by | given by | presented by | a talk by | it was given by | it was presented by | \
    it was held by | this was given by | this was presented by | this talk was given by | \
    the talk was given by | the talk was presented by | the presenter | the presenter was | \
    der referent ist | der referent war | die referentin ist | die referentin war | \
    der referent | die referentin | der vortragende | die vortragende | der sprecher | \
    die sprecherin | gehalten von | gehalten wurde er von | vorgetragen von | l'orateur | \
    l'oratrice | le conférencier | la conférencière | l'intervenant | l'intervenante | \
    présenté par | présentée par | elle était présentée par | il était présenté par | \
    el ponente | la ponente | el orador | la oradora | la dio | la impartió | impartida por | \
    presentada por | il relatore | la relatrice | lo ha tenuto | tenuto da | presentato da | \
    de spreker | de spreekster | gegeven door | gepresenteerd door | o palestrante | \
    a palestrante | apresentada por | apresentado por | dada por | 発表者は";

/// Words between a name and a quoted title.
pub(in crate::ingest) const TOPIC_LINKS: &str = "\
    on | about | über | sur | sobre | su | over";

/// Words between a title and a clause that names the speaker.
pub(in crate::ingest) const IN_WHICH: &str = "\
    in which | where | in dem | in der | dans lequel | dans laquelle | en la que | en el que | \
    in cui | waarin | em que";

/// Words for "with" that also mean other things where they have no word for a talk behind them.
pub(in crate::ingest) const SLAVIC_WITH: &str = "z | ze | с | со | з | із | s | se";

/// Words that begin a clause about the person before: "Ada Weaver, who …".
pub(in crate::ingest) const RELATIVES: &str =
    "der | die | who | qui | que | quien | che | który | która | który | který | která";

/// Words for a single listener: what somebody tells one person is no talk.
pub(in crate::ingest) const TO_ONE: &str = "me | him | her | mir | mich | ihm | ihr | m | mi";

/// Words for a talk that was named before: "the best talk was the one by", "la primera fue la de", "celle de".
pub(in crate::ingest) const THE_ONE: &str = "\
    the one | one | that | der | die | das | dem | den | la | el | celle | celui | quella | quello | a | o | die van | degene";

/// Words before a meal that make it a time: "after lunch".
pub(in crate::ingest) const AFTER: &str = "\
    after | before | until | nach | vor | bis | na | voor | après | avant | después | tras | antes | dopo | prima | depois | \
    após | po | przed | efter | etter | före | после | перед";
