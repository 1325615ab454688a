//! Words that show that a line or sentence is not about a talk, in English, German, French, Spanish, Italian, Dutch and
//! Portuguese. A list is one string of phrases with `|` between them.

/// Lower-case words after a name that are not verbs for what a speaker does.
pub(in crate::ingest) const NO_VERBS: &str = "\
    was | were | had | has | have | been | and | but | who | whose | whom | that | which | when | while | \
    came | sat | met | joined | organized | organised | said | asked | wrote | writes | recommended | \
    suggested | told | thanked | won | won't | und | oder | aber | war | waren | ist | sind | hatte | hatten | der | die | \
    das | als | kam | schrieb | meinte | était | étaient | est | sont | avait | avaient | qui | mais | \
    puis | era | eran | estaba | estaban | es | son | que | pero | quien | fue | è | erano | sono | \
    aveva | che | però | waren | zijn | werd | maar | die | dat | toen | foi | estava | são | mas | \
    tinha | quem | then | also | too | again | just | only | more | less | very | even";

/// Words that negate what follows.
pub(in crate::ingest) const NOT: &str = "\
    not | no | non | nicht | kein | keine | pas | ni | geen | niet | não | nessun | nessuna";

/// Words in a line above a list of possible topics.
pub(in crate::ingest) const SUGGESTIONS: &str = "\
    topic | topics | idea | ideas | suggestion | suggestions | example | examples | tip | tips | \
    themen | thema | idee | ideen | vorschlag | vorschläge | beispiel | beispiele | tipps | sujet | sujets | \
    idée | idées | exemple | exemples | conseils | tema | temas | sugerencias | ejemplo | \
    ejemplos | consejos | argomenti | argomento | idea | idee | temi | suggerimenti | esempio | esempi | \
    consigli | onderwerp | onderwerpen | idee | ideeën | suggesties | voorbeeld | voorbeelden | \
    ideia | ideias | sugestões | exemplo | exemplos | dicas";

/// Words in titles of posts about a book.
pub(in crate::ingest) const BOOK_REVIEWS: &str = "\
    reading list | leseliste | liste de lecture | lista de lectura | lista di lettura | leeslijst | lista de leitura | \
    book review | book notes | book club | buchbesprechung | buchrezension | buchkritik | buchvorstellung | \
    gelesen: | gelezen: | note de lecture | notes de lecture | fiche de lecture | critique de livre | compte rendu de lecture | \
    reseña de libro | reseña del libro | reseña: | nota di lettura | recensione del libro | recensione: | \
    boekbespreking | boekrecensie | boekreview | boekverslag | resenha de livro | resenha do livro | resenha:";

/// Words for a book and its parts.
pub(in crate::ingest) const BOOK_WORDS: &str = "\
    book | books | novel | pages | chapter | chapters | paperback | hardcover | buch | bücher | roman | seiten | \
    kapitel | taschenbuch | livre | livres | chapitre | chapitres | libro | libros | páginas | capítulo | \
    capítulos | libri | pagine | capitolo | capitoli | boek | boeken | bladzijden | bladzijde | pagina's | \
    hoofdstuk | hoofdstukken | livro | livros | romance";

/// Words in sentences about people at meals, who speak about many things.
pub(in crate::ingest) const MEALS: &str = "\
    breakfast | lunch | dinner | supper | coffee | beer | beers | bar | pub | party | hallway | frühstück | \
    mittagessen | abendessen | essen | kaffee | kaffeepause | pause | bier | kneipe | tisch | flur | \
    déjeuner | dîner | repas | café | bière | couloir | desayuno | comida | cena | cerveza | pasillo | \
    colazione | pranzo | birra | caffè | ontbijt | diner | avondeten | koffie | borrel | biertje | \
    kroeg | almoço | jantar | cerveja";

/// Words for a panel that consist of several words.
pub(super) const ROUND_TABLES: &str = "\
    round table | table ronde | mesa redonda | tavola rotonda | rondetafel";

/// Words between the name of a panel and its moderator: "moderated by Ada Weaver".
pub(super) const MODERATORS: &str = "\
    moderator | moderators | moderation | moderated by | chaired by | chair | moderiert von | moderatorin | \
    modéré par | animé par | modera | modérateur | modératrice | moderado por | moderada por | moderador | \
    moderadora | moderato da | moderata da | moderatore | moderatrice | gemodereerd door | moderação | mediação | \
    司会 | モデレーター";

/// Pronouns that people put beside their names.
pub(super) const PRONOUNS: &str = "\
    she | her | hers | he | him | his | they | them | theirs | xe | xem | ze | hir | elle | iel | sie | er";

/// First words of headings above miscellaneous things: "Other stuff".
pub(in crate::ingest) const LEFT_OVER: &str = "\
    other | others | more | misc | miscellaneous | weitere | weiteres | sonstiges | andere | autres | divers | otros | \
    otras | más | altri | altro | overige | outros | outras";

/// Words in titles of documents about plans.
pub(super) const PLANS: &str = "\
    talks i want to | talks i'd like to | talks i would like to | talks i will | talk ideas | ideas for talks | \
    talks to give | talks to watch | conferences i want to | conferences i'd like to | conferences i would like to | \
    conferences to attend | conferences to visit | events to attend | conference wishlist | conference wish list | \
    conference bucket list | upcoming conferences | look at later | watch later | read later | \
    à regarder | à voir en replay | später ansehen | \
    vortragsideen | ideen für vorträge | vorträge, die ich halten | konferenzen, die ich | wunschliste | \
    idées de conférences | conférences à venir | ideas para charlas | \
    ideas de charlas | conferencias a las que | próximas conferencias | idee per talk | conferenze a cui | \
    prossime conferenze | ideeën voor talks | conferenties die ik | ideias de palestras | próximas conferências";

/// Words in titles of calls for talks.
pub(super) const CALLS: &str = "\
    call for papers | call for proposals | call for speakers | call for talks | appel à communications | \
    appel à conférences | appel à orateurs | llamada a ponencias | llamado a charlas | chamada de trabalhos | \
    chamada de palestras";

/// Verbs in sentences about reading or buying something.
pub(super) const READING: &str = "\
    read | reading | bought | gelesen | gekauft | lisais | leyendo | leggendo | gelezen | gekocht";

/// First words of titles about a kind of talk: "Beyond the tutorial".
pub(in crate::ingest) const ABOUT_KINDS: &str = "\
    beyond | after | before | behind | without | against | inside | outside | past | why | how | not | no | \
    jenseits | nach | vor | hinter | ohne | gegen | warum | wie | kein | keine | après | avant | derrière | sans | \
    contre | pourquoi | comment | au | más | después | antes | detrás | sin | contra | cómo | dopo | prima | oltre | \
    senza | contro | perché | come | na | voor | achter | zonder | tegen | waarom | hoe | depois | além | sem | como";

/// Words with a capital right before a name that begin a sentence: "Según Ada Weaver", "Abrió Ada Weaver".
pub(super) const BEFORE_NAMES: &str = "\
    selon | según | secondo | segundo | laut | volgens | abrió | abre | cerró | cierra | presentó | presenta | \
    habló | habla | contó | cuenta | impartió | ouvrit | ouvre | présente | aprì | apre | chiuse | chiude | \
    presentò | parlò | abriu | fechou | apresentou | falou | opende | opent | sloot | sluit | sprak | öffnete | \
    eröffnete | sprach | zeigte | erzählte";

/// Words that begin a sentence, or address somebody, and are no part of the name behind them: "Saw Ada Weaver's “Looms”".
/// First names are not in it.
pub(super) const OPENERS: &str = "\
    see | saw | seen | watch | watched | watching | read | heard | attend | attended | attending | miss | missed | skipped | followed | visited | \
    met | meet | meeting | still | even | meanwhile | luckily | sadly | unfortunately | fortunately | moderator | moderators | speaker | speakers | \
    host | hosts | professor | doctor | mister | miss | sir | madam | kudos | congrats | congratulations | brilliant | funny | old | \
    colleague | colleagues | friend | friends | googler | author | authors | designer | favourite | favorite | highlight | highlights | \
    bonus | edit | update | ps | then | next | later | finally | also | now | great | good | nice | super | awesome | amazing | \
    excellent | interesting | inspiring | keynote | opening | closing | thanks | shoutout | hello | hi | dear | meanwhile | afterwards | \
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | january | february | october | november | december | \
    sah | gesehen | sehr | kollege | kollegin | entwickler | entwicklerin | moderatorin | gründer | gründerin | herr | frau | \
    dann | danach | später | zuerst | toll | leider | endlich | außerdem | unser | unsere | auch | heute | gestern | \
    monsieur | madame | mme | m. | notre | professeur | puis | ensuite | enfin | vu | bravo | merci | aujourd'hui | \
    señor | señora | vimos | vi | luego | después | finalmente | gracias | don | doña | signor | signora | visto | poi | infine | \
    grazie | meneer | mevrouw | gezien | toen | daarna | senhor | senhora | depois | obrigado | obrigada | \
    ardından | sonra | önce | bugün | dün | ilk | setelah | kemudian | lalu";

/// Articles and words for an owner.
pub(in crate::ingest) const ARTICLES: &str = "\
    the | a | an | our | my | their | his | her | der | die | das | ein | eine | unser | unsere | mein | meine | \
    le | la | les | un | une | notre | mon | ma | el | los | las | una | nuestro | nuestra | il | lo | gli | \
    nostro | nostra | de | het | een | onze | o | os | as | um | uma | nosso | nossa";

/// Words for speakers without a name.
pub(in crate::ingest) const SOMEBODY: &str = "\
    me | myself | i | us | ich | wir | moi | nous | yo | nosotros | io | noi | ik | wij | eu | nós | \
    several | many | multiple | various | diverse | mehrere | plusieurs | divers | varios | varias | vari | varie | \
    verschillende | vários | várias | somebody | someone | jemand | quelqu'un | alguien | qualcuno | iemand | alguém | \
    unnamed | un-named | anonymous | anonym | anonyme | anónimo | anonimo | anoniem | panelists | everyone | everybody | all";

/// Words that point at what a text has just named: "This talk", "In diesem Vortrag".
pub(in crate::ingest) const THIS: &str = "\
    this | dieser | diesem | diesen | diese | dieses | cette | ce | cet | esta | este | questo | questa | quest | \
    deze | dit | nesta | neste | essa | esse";

/// Words that lead beyond what a text has told itself: "Other recaps", "Weitere Berichte".
pub(in crate::ingest) const FURTHER: &str = "\
    other | others | more | further | elsewhere | autre | autres | d'autres | andere | anderer | weitere | otras | otros | \
    más | altri | altre | overige | meer | outros | outras | mais | inne | другие";

/// Words beside them for texts and pictures by other people.
pub(in crate::ingest) const WRITINGS: &str = "\
    materials | posts | recaps | reports | write-ups | writeups | articles | blogs | notes | coverage | photos | pictures | \
    cr | comptes | compte | billets | articles | retours | berichte | beiträge | artikel | blogposts | blogbeiträge | \
    notizen | fotos | crónicas | artículos | entradas | resúmenes | articoli | resoconti | foto | verslagen | artigos | \
    relatos | relacje | отчёты | отчеты";
