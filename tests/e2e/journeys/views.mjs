// Every view and every kind of page: its address, and the heading that shows that it opened.

/** Of the site built from the recaps in this folder's parent. */
export const VIEWS = [
  { name: 'timeline', address: '', title: 'Tidewater notes' },
  { name: 'themes', address: '?view=themes', title: 'Tidewater notes' },
  { name: 'talks', address: '?view=talks', title: 'Tidewater notes' },
  { name: 'recaps', address: '?view=recaps', title: 'Tidewater notes' },
  { name: 'narrowed timeline', address: '?q=sonar&year=2024&theme=sonar', title: 'Tidewater notes' },
  { name: 'a slip forgiven', address: '?q=shoestrng', title: 'Tidewater notes' },
  { name: 'nothing found', address: '?q=submarine', title: 'Tidewater notes' },
  { name: 'broken link', address: '?theme=kelp&year=soon', title: 'Tidewater notes' },
  { name: 'conference', address: 'conference/tidewater-2024.html', title: 'Tidewater Conf 2024' },
  { name: 'conference without recaps', address: 'conference/tidewater-2023.html', title: 'Tidewater Conf 2023' },
  { name: 'talk', address: 'talk/tidewater-2024-sonar-on-a-shoestring.html', title: 'Sonar on a shoestring' },
  {
    name: 'talk with a long title',
    address: 'talk/tidewater-2022-an-unhurried-and-as-its-speaker-warned-at-the-start-quite-deliberately.html',
    title: 'An unhurried and, as its speaker warned',
  },
  { name: 'theme', address: 'theme/sonar.html', title: 'Sonar' },
  { name: 'person', address: 'person/aoife-brannigan.html', title: 'Aoife Brannigan' },
  { name: 'author', address: 'author/noor-haddad.html', title: 'Noor Haddad' },
  { name: 'organization', address: 'org/port-of-porto.html', title: 'Port of Porto' },
  { name: 'year', address: 'year/2024.html', title: '2024' },
  { name: 'all themes', address: 'themes.html', title: 'Themes over time' },
  { name: 'two conferences', address: 'themes.html?a=tidewater-2019&b=tidewater-2024', title: 'Themes over time' },
  { name: 'reading list', address: 'list.html?talk=tidewater-2024-sonar-on-a-shoestring', title: 'Reading list' },
  { name: 'empty reading list', address: 'list.html', title: 'Reading list' },
  { name: 'check', address: 'check.html', title: 'Check a recap' },
  { name: 'recap', address: 'recap/back-by-the-river.html', title: 'Back by the river' },
  { name: 'everything by name, and saving it', address: 'contents.html', title: 'Everything by name' },
  { name: 'a page of the curator', address: 'about.html', title: '' },
  { name: 'no such page', address: '404.html', title: 'There is no page at this address' },
];

/** About embedding, and embedded, of the same site. */
export const EMBEDS = [
  { name: 'sharing a view', address: 'share.html?theme=sonar', title: '' },
  { name: 'gallery of embeds', address: 'embedding.html', title: '' },
  { name: 'embedded filter', address: 'embed.html?theme=sonar&year=2024&v=1', title: '' },
  { name: 'embedded explorer', address: 'embed.html?chrome=full&v=1', title: '' },
  ...['conference/tidewater-2024', 'org/port-of-porto', 'person/aoife-brannigan', 'recap/back-by-the-river', 'talk/tidewater-2024-sonar-on-a-shoestring', 'theme/sonar', 'year/2024']
    .map((path) => ({ name: `embedded ${path.split('/')[0]}`, address: `embed/${path}.html`, title: '' })),
];

/** Of the site built from `data`. */
export const SHIPPED_VIEWS = [
  { name: 'timeline', address: '', title: '' },
  { name: 'themes', address: '?view=themes', title: '' },
  { name: 'talks', address: '?view=talks', title: '' },
  { name: 'recaps', address: '?view=recaps', title: '' },
  { name: 'conference', address: 'conference/kubecon-eu-2018.html', title: 'Europe 2018' },
  { name: 'all themes', address: 'themes.html', title: 'Themes over time' },
  { name: 'theme', address: 'theme/kata-containers.html', title: 'Kata Containers' },
  { name: 'person', address: 'person/brandon-philips.html', title: 'Brandon Philips' },
  { name: 'talk', address: 'talk/kubecon-eu-2016-pushing-kubernetes-forward.html', title: 'Pushing Kubernetes Forward' },
];

/** Of the site built from what `worst.mjs` writes. */
export const WORST_VIEWS = [
  { name: 'timeline', address: '', title: 'Notes' },
  { name: 'conference without talks', address: 'conference/worst-2025.html', title: 'Worst 2025' },
  { name: 'conference nobody wrote about', address: 'conference/worst-2026.html', title: 'Worst 2026' },
  {
    name: 'talk of forty',
    address: 'talk/worst-2024-talk-500-on-currents-and-what-becomes-of-it-once-nobody-looks-any-more.html',
    title: 'Talk 500 on currents',
  },
  { name: 'themes', address: 'themes.html', title: 'Themes over time' },
  { name: 'recap with copies that differ', address: 'recap/another-view-1.html', title: 'Another view 1' },
];

/** Of the site built from what `crowded.mjs` writes. */
export const CROWDED_VIEWS = [{ name: 'timeline, with columns for a picture', address: '', title: 'Harbor Evenings' }];
