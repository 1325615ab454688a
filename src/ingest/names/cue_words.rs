//! Words that show that a line or sentence is about a talk, in English, German, French, Spanish, Italian, Dutch,
//! Portuguese and, for labels, Japanese. A list is one string of phrases with `|` between them.

pub(in crate::ingest) use super::word_lists::{has, leading, phrases};

/// Words between a title and its speaker.
pub(in crate::ingest) const BY: &str = "\
    by | from | with | moderated by | chaired by | moderada por | moderado por | moderiert von | modéré par | \
    modérée par | moderata da | moderato da | gemodereerd door | presented by | given by | held by | delivered by | led by | run by | hosted by | \
    gehalten von | geleitet von | präsentiert von | animé par | animée par | présenté par | présentée par | \
    donné par | donnée par | impartido por | impartida por | presentado por | presentada por | tenuto da | \
    tenuta da | presentato da | presentata da | gegeven door | gepresenteerd door | ministrado por | \
    ministrada por | apresentado por | apresentada por | von | vom | mit | \
    par | de | avec | d' | por | con | di | da | do | door | van | met | com | av | a cura di | w/ | \
    feat. | ft. | featuring | \
    a cargo de | ad opera di | de la mano de | da parte di | dictada por | dictado por | conduzida por | proferida por | od | от | від | \
    oleh | dibawakan oleh | disampaikan oleh | med";

/// Words of [`BY`] that are equally common within titles: "Looms with Threads".
pub(in crate::ingest) const WITH: &str = "\
    with | mit | avec | con | com | met | de | from | w/ | \
    med";

/// Words right before a title.
pub(in crate::ingest) const NAMED: &str = "\
    titled | called | entitled | title | named | mit dem titel | namens | intitulé | \
    intitulée | titulada | titulado | llamada | intitolato | dal titolo | getiteld | chamada | \
    intitulada";

/// Words before the last of several people.
pub(in crate::ingest) const JOINTS: &str = "\
    and | & | und | et | y | e | en | og | och | with | + | mit | avec | con | w/ | feat. | ft. | \
    featuring | plus | com | met";

/// Unnamed people after a name: "Ada Weaver and friends", "Ada Weaver et al."
pub(in crate::ingest) const COMPANIONS: &str = "\
    friends | others | team | the team | his team | her team | their team | colleagues | co | al | \
    guests | more | many more | andere | freunde | u. a | amis | autres | amigos | otros | \
    altri | amici | vrienden | anderen | outros";

/// Other words in a heading with a kind of talk: "Day 2 keynote", "Opening keynote".
pub(in crate::ingest) const DAYS: &str = "\
    day | tag | jour | día | dia | giorno | dag | first | second | third | one | two | three | the | \
    of | opening | closing | morning | afternoon | evening | d | ouverture | clôture | apertura | \
    clausura | abertura | encerramento | notes";

/// Labels of a line that names speakers.
pub(in crate::ingest) const SPEAKER_LABELS: &str = "\
    speaker | speakers | speaker(s) | presenter | presenters | presented by | by | who | host | \
    hosts | panelists | panellists | panel | with | talk by | given by | sprecher | \
    sprecherin | sprecher*in | sprecher:in | referent | referentin | referenten | vortragende | \
    vortragender | vortragende(r) | von | intervenant | intervenante | intervenants | orateur | \
    oratrice | orateurs | conférencier | conférencière | par | speaker·s | ponente | ponentes | \
    orador | oradora | oradores | relatore | relatrice | relatori | spreker | sprekers | \
    palestrante | palestrantes | por | di | door | 登壇者 | 発表者 | 講演者 | スピーカー | 講師 | author | \
    authors | presentador | presentadora | talk from | keynote by | held by | speaking | \
    vortrag von | präsentiert von | présenté par | presentado por | presentato da | \
    apresentado por | gepresenteerd door | speakers & company | ponente(s) | orateur(s) | \
    presenter(s) | 話者 | 発表 | 話し手 | instructor | instructors | facilitator | facilitators | \
    lecturer | dozent | dozentin | dozenten | animateur | animatrice | formateur | formatrice | \
    conferencista | conferencistas | expositor | expositora | tallerista | instructora | docente | \
    docenten | ministrante | ministrantes | apresentador | apresentadora | instrutor | instrutora | \
    quién | quien | wer | qui | chi | wie | quem | imparte | expone | autor | autora | autorin | \
    auteur | autrice | autore | autorka | autoři | автор | авторы | спикер | спикеры | докладчик | \
    докладчики | выступающий | спікер | доповідач | prelegent | prelegentka | prelegenci | talare | \
    föreläsare | föredragshållare | foredragsholder | oplægsholder | puhuja | puhujat | esittäjä | \
    přednášející | prednášajúci | konuşmacı | konuşmacılar | előadó | 발표자 | 연사 | 강연자 | 스피커 | \
    演讲者 | 演讲人 | 主讲人 | 讲者 | 讲师 | 分享者 | 演講者 | 主講人 | 講者";

/// Words without a colon that only speakers follow: "Presented by Ada Weaver".
pub(super) const GIVEN_BY: &str = "\
    presented by | given by | held by | delivered by | talk by | keynote by | präsentiert von | \
    gehalten von | vorgetragen von | vortrag von | présenté par | présentée par | presentado por | \
    presentada por | impartida por | presentato da | tenuto da | gepresenteerd door | gegeven door | \
    apresentado por | apresentada por | ministrado por";

/// Words in place of a speaker when nobody is known.
pub(super) const NOBODY: &str = "\
    ? | ?? | ??? | ？ | ？？ | ？？？ | name missed | missed the name | no name | no idea who | not sure who | unknown | unknown speaker | tba | tbc | tbd | n.n | nn | various | \
    various speakers | unbekannt | inconnu | inconnue | desconocido | desconocida | sconosciuto | \
    onbekend | desconhecido | 未定 | 不明";

/// Verbs between such a label and the speaker: "The speaker is Ada Weaver."
pub(in crate::ingest) const IS: &str = "\
    is | was | are | were | ist | war | sind | waren | est | était | sont | étaient | es | era | \
    son | eran | fue | fueron | è | sono | erano | zijn | é | foi | são | foram | eram | stato | stata | été | sido | \
    gewesen | geweest | był | była | byl | byla | был | была | var | er";

/// Labels of [`SPEAKER_LABELS`] that may also introduce the author of a text.
pub(in crate::ingest) const AUTHOR_LABELS: &str = "\
    by | who | with | von | par | por | di | door | author | authors | host | hosts | autor | \
    autora | autorin | auteur | autrice | autore | autorka | autoři | автор | авторы";

/// The audience of a talk, as schedules give it.
pub(super) const LEVELS: &str = "\
    beginner | beginners | novice | intermediate | advanced | expert | all levels | all | \
    introductory | anfänger | fortgeschritten | fortgeschrittene | débutant | intermédiaire | \
    avancé | principiante | intermedio | avanzado | avanzato | gevorderd | iniciante | \
    intermediário | avançado | 初級 | 中級 | 上級";

/// Words before the title of a talk that was missed or is yet to be watched.
pub(in crate::ingest) const MISSED: &str = "\
    missed | skipped | to watch | todo | later | verpasst | raté | perdido | perso | gemist";

/// Labels of a line that names a talk.
pub(in crate::ingest) const TITLE_LABELS: &str = "\
    talk | title | session | keynote | presentation | talk title | topic | workshop | titel | \
    vortrag | thema | titre | conférence | sujet | título | charla | ponencia | titolo | \
    intervento | lezing | onderwerp | sessie | palestra | taller | atelier | タイトル | 題名 | 講演 | 発表タイトル";

/// Forms of address and academic titles before a name.
pub(super) const ADDRESSES: &str = "\
    dr | prof | professor | mr | mrs | ms | ir | ing | dra | dott | dipl.-ing | sir | herr | \
    frau | m | mx | mme | sr | sra | drs | phd | dott.ssa | drª | lic | mag | msc | dr.-ing | \
    prof.ssa | prof.in | profª | prof.ª | dr.ª | dr.in | eng | engª | eng.ª | engº | eng.º | jur | rer | nat | \
    med | phil | habil | capt | captain | em | cdt | lt | sgt | col | rev | judge";

/// Words between a name and a company.
pub(super) const EMPLOYER_LINKS: &str = "\
    from | of | at | @ | bei | von | chez | de chez | vom | von der | da | van";

/// Lower-case words inside names.
pub(in crate::ingest) const PARTICLES: &str = "\
    van | von | de | der | den | del | della | di | da | do | dos | das | du | la | le | bin | \
    al | el | ter | ten | zu | y | e | af | av | ap | ibn | ben | san | dalla | lo | op | 't | ’t | \
    los | las | degli | binti | bint | zur";

/// Words that labels of talks consist of, besides numbers.
pub(super) const TALK_LABELS: &str = "\
    talk | keynote | session | presentation | panel | workshop | tutorial | lightning | \
    opening | closing | ignite | demo | vortrag | sitzung | keynotes | charla | ponencia | \
    taller | conférence | atelier | présentation | palestra | oficina | minicurso | \
    intervento | lezione | presentatie | sessie | lezing | lightningtalk | blitzvortrag | \
    quickie | university | deep | dive | hands-on | plenary | invited | 講演 | 基調講演 | セッション | \
    発表 | morning | afternoon | evening | day | first | second | third | track | main | \
    sponsored | sponsor | short | long | discussion | the | podium | podiumsdiskussion | \
    plénière | lt | paper | title | titel | titre | título | titolo | タイトル | topic | plenaria | \
    plenária | masterclass | ouverture | clôture | fermeture | inaugural | inaugurale | apertura | \
    clausura | cierre | chiusura | abertura | encerramento | eröffnung | abschluss | d | de | di | \
    キーノート | パネル | パネルディスカッション | ワークショップ | チュートリアル | 招待講演 | トーク | ライトニングトーク";

/// Labels of talks whose single words are not labels.
pub(super) const TALK_PHRASES: &str = "\
    hands-on | hands on | hands-on lab | hands on lab | lab | table ronde | mesa redonda | \
    tavola rotonda | rondetafel | tools-in-action | tools in action | birds of a feather | bof | \
    fireside chat | ask the experts | codelab | code lab | show and tell | éclair | relámpago | \
    relâmpago | charla relámpago | palestra relâmpago | conférence éclair | talk lampo";

/// Words that name a link and not a person.
pub(super) const LINK_WORDS: &str = "\
    video | videos | fahrplan | slides | slide | slide deck | deck | recording | code | repo | \
    repository | github | youtube | abstract | link | links | schedule | notes | paper | \
    audio | folien | vidéo | diapos | diapositivas | vídeo | スライド | 動画 | 資料 | blog | \
    blog post | website | watch | pdf | transcript | live | talk | speakerdeck | slideshare | \
    twitter | demo | en | fr | de | es | sched | english | in english | englisch | auf englisch | \
    deutsch | auf deutsch | anglais | en anglais | français | en français | inglés | en inglés | \
    español | en español | inglese | in inglese | italiano | in italiano | engels | in het engels | \
    aufzeichnung | mitschnitt | enregistrement | replay | captation | grabación | registrazione | \
    opname | gravação | présentation | diapositives | presentación | presentazione | presentatie | \
    apresentação | support | supports | materials | nederlands | inglês | em inglês | português | 英語 | 日本語";

/// Words of a link to a recording.
pub(in crate::ingest) const RECORDINGS: &str = "\
    video | recording | watch | youtube | vimeo | aufzeichnung | mitschnitt | vidéo | vídeo | \
    replay | captation | enregistrement | grabación | registrazione | opname | gravação | 動画 | 録画";

/// Heads of title columns.
pub(in crate::ingest) const TITLE_HEADS: &str = "\
    talk | talks | title | talk title | talk name | session title | session name | title of talk | \
    titel des vortrags | titre de la conférence | título de la charla | session | sessions | \
    topic | what | presentation | name of talk | \
    vortrag | titel | thema | conférence | titre | sujet | charla | título | titulo | \
    ponencia | tema | titolo | intervento | sessie | lezing | onderwerp | praatje | palestra | \
    タイトル | 発表 | セッション | 講演 | keynote | subject | event | 제목 | 발표 | 발표 제목 | 세션 | 강연 | \
    주제 | доклад | тема | тема доклада | название | название доклада | выступление | доповідь | \
    prelekcja | wykład | tytuł | temat | prezentacja | föredrag | ämne | foredrag | tittel | emne | \
    oplæg | esitys | otsikko | aihe | přednáška | název | téma | prednáška | názov | konuşma | \
    başlık | konu | sunum | előadás | 题目 | 标题 | 主题 | 演讲 | 演讲题目 | 议题 | 題目 | 標題 | 演講 | 議題";

/// Heads of speaker columns.
pub(in crate::ingest) const SPEAKER_HEADS: &str = "\
    speaker | speakers | speaker(s) | by whom | presenter | presenters | who | by | name | \
    sprecher | sprecherin | sprecher*in | referent | referentin | referenten | wer | \
    vortragende | vortragende*r | orateur | oratrice | orateurs | intervenant | intervenante | \
    intervenants | qui | ponente | ponentes | quién | quien | orador | oradora | relatore | \
    relatori | chi | spreker | sprekers | wie | palestrante | palestrantes | quem | 登壇者 | 発表者 | \
    講演者 | スピーカー | presented by | author | authors | 발표자 | 연사 | 강연자 | 스피커 | спикер | спикеры | \
    докладчик | докладчики | выступающий | кто | спікер | доповідач | prelegent | prelegentka | \
    prelegenci | wykładowca | mówca | kto | talare | föreläsare | föredragshållare | vem | \
    foredragsholder | oplægsholder | taler | hvem | puhuja | puhujat | esittäjä | kuka | \
    přednášející | řečník | prednášajúci | kdo | konuşmacı | konuşmacılar | kim | előadó | 演讲者 | 演讲人 | \
    主讲人 | 讲者 | 讲师 | 嘉宾 | 演講者 | 主講人 | 講者";

/// Heads of company columns.
pub(in crate::ingest) const COMPANY_HEADS: &str = "\
    company | organization | organisation | affiliation | firma | entreprise | société | \
    empresa | azienda | bedrijf | 所属 | from | org | 소속 | 회사 | компания | företag | selskap | \
    virksomhed | yritys | společnost | şirket | 公司 | 单位";

/// Words in recap titles that never occur in talk titles.
pub(in crate::ingest) const RECAPS: &str = "\
    recap | notes | report | summary | trip | conference | highlights | impressions | wrapup | \
    rückblick | bericht | notizen | retour | bilan | crónica | resumen | resoconto | verslag | \
    relato | resumo | kubecon | fosdem | meetup | minutes | diary | review";

/// Labels of participants or authors, which are not titles.
pub(super) const OTHER_LABELS: &str = "\
    present | attendees | apologies | minutes | participants | teilnehmer | anwesend | \
    présents | asistentes | presenti | written by | thanks to | thank you to | photo | photos | \
    chair | organizers | tags | categories | event | conference | venue | room | location | \
    date | day | time | when | where | level | track | format | language | slides | video | \
    recording | links | rating | length | duration | veranstaltung | konferenz | ort | raum | \
    datum | uhrzeit | niveau | sprache | folien | événement | lieu | salle | date et lieu | \
    durée | langue | evento | congreso | lugar | sala | fecha | hora | nivel | idioma | \
    luogo | data | ora | livello | lingua | diapositive | evenement | locatie | zaal | taal | \
    opname | local | horário | nível | coordenação | coordinación | organização | organización | \
    organisation | イベント | 会場 | 日時 | 日付 | 場所 | 資料 | 動画";

/// Words of [`TALK_LABELS`] that are not a label on their own.
pub(super) const VAGUE_LABELS: &str = "\
    day | the | first | second | third | track | main | morning | afternoon | evening | deep | \
    dive | long | short | university | opening | closing | demo | ouverture | clôture | \
    fermeture | inaugural | inaugurale | apertura | clausura | cierre | chiusura | abertura | \
    encerramento | eröffnung | abschluss | d | de | di";

/// Words in names of rooms.
const ROOMS: &str = "\
    room | rooms | hall | ballroom | stage | auditorium | theatre | theater | saal | raum | \
    hörsaal | bühne | salle | amphi | sala | aula | zaal | salón | sal | aud";

/// Words for a part of the program, which may have a room or a subject.
pub(super) const TRACKS: &str = "track | devroom";

/// Weekdays, full and abbreviated.
pub(in crate::ingest) const WEEKDAYS: &str = "\
    mon | tue | tues | wed | thu | thur | thurs | fri | sat | sun | monday | tuesday | \
    wednesday | thursday | friday | saturday | sunday | mo | di | mi | do | fr | sa | so | \
    montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | lundi | mardi | \
    mercredi | jeudi | vendredi | samedi | dimanche | lunes | martes | miércoles | jueves | \
    viernes | sábado | domingo | maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | \
    zondag";

/// Whether a word in small letters is a weekday, full or abbreviated.
pub(crate) fn is_weekday(word: &str) -> bool {
    has(WEEKDAYS, word)
}

/// Whether a word in small letters is a weekday in English and in full. A short one may be a name: "Sun".
pub(crate) fn is_english_weekday(word: &str) -> bool {
    is_weekday(word) && word.len() >= "monday".len() && word.ends_with("day")
}

/// Whether a word in small letters is one for a room: "stage".
pub(crate) fn is_room_word(word: &str) -> bool {
    has(ROOMS, word)
}

/// Words that lead to the next talk, right before a Japanese name.
pub(super) const EASTERN_OPENERS: &str = "\
    続いて | 次に | 次は | まず | 最初 | 最後 | そして";

/// Plural words for talks.
pub(in crate::ingest) const TALKS: &str = "\
    talks | keynotes | sessions | presentations | panels | workshops | tutorials | demos | \
    vorträge | vorträgen | präsentationen | conférences | présentations | exposés | charlas | \
    ponencias | talleres | sesiones | interventi | presentazioni | lezingen | presentaties | \
    praatjes | sessies | palestras | apresentações | oficinas | sessões | 講演 | 発表";

/// Heading words beside [`TALKS`] that say that somebody saw the talks or wants to.
pub(in crate::ingest) const ATTENDED: &str = "\
    i | we | attended | watched | saw | seen | watch | visited | enjoyed | missed | ich | wir | \
    besucht | gesehen | besuchte | gehört | que | j | vues | vus | suivies | auxquelles | vi | \
    asistí | vistas | che | seguito | visto | visti | ik | gezien | bezocht | bezochte | eu | \
    assisti";

/// Words for the position of a talk in the program.
pub(in crate::ingest) const FRAMES: &str = "\
    opening | closing | ouverture | clôture | eröffnung | abschluss | apertura | clausura | cierre | \
    chiusura | abertura | encerramento | afsluiting";

/// Words in names of organizations, but not in names of people.
pub(super) const ORGANIZATION_WORDS: &str = "\
    bank | banca | banco | banque | library | biblioteca | bibliothèque | bibliothek | university | \
    universität | université | universidad | universidade | università | universiteit | institute | \
    institut | instituto | istituto | museum | museo | musée | hospital | ospedale | foundation | \
    fundación | fundação | fondazione | fondation | stiftung | verlag | labs | software | systems | \
    solutions | technologies | consulting | group | media | data | digital | studio | studios | \
    networks | ministry | ministerio | stadtwerke | st | maschinenbau | werke | versicherung | \
    sparkasse | logistik | energie | gmbh | inc | ltd | llc | junta | ayuntamiento | mairie | comune | \
    gemeente | agentur | agency | collectif | kollektiv | verein";

/// Headings above the abstract of a talk.
pub(in crate::ingest) const ABSTRACTS: &str = "\
    abstract | description | zusammenfassung | beschreibung | résumé | resumen | descripción | \
    sommario | samenvatting | resumo | 概要";

/// Articles.
pub(in crate::ingest) const THE: &str = "\
    the | les | los | las | gli | der | die | das | den | dem | le | la | l | el | il | lo | de | het | o | a | os | im | zum | \
    beim | du | au | al | del | nel | do | da | na | no";
