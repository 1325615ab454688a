// Every view and every kind of page: the address that opens it, and the heading that shows it did.

/** Of the site built from the recaps beside this folder. */
export const VIEWS = [
  { name: 'timeline', search: '', title: 'Tidewater notes' },
  { name: 'themes', search: '?view=themes', title: 'Tidewater notes' },
  { name: 'talks', search: '?view=talks', title: 'Tidewater notes' },
  { name: 'recaps', search: '?view=recaps', title: 'Tidewater notes' },
  { name: 'narrowed timeline', search: '?q=sonar&year=2024&theme=sonar', title: 'Tidewater notes' },
  { name: 'nothing found', search: '?q=submarine', title: 'Tidewater notes' },
  { name: 'broken link', search: '?theme=kelp&year=soon', title: 'Tidewater notes' },
  { name: 'conference', search: '?page=conference/tidewater-2024', title: 'Tidewater Conf 2024' },
  { name: 'conference without recaps', search: '?page=conference/tidewater-2023', title: 'Tidewater Conf 2023' },
  { name: 'talk', search: '?page=talk/tidewater-2024-sonar-on-a-shoestring', title: 'Sonar on a shoestring' },
  {
    name: 'talk with a long title',
    search: '?page=talk/tidewater-2022-an-unhurried-and-as-its-speaker-warned-at-the-start-quite-deliberately',
    title: 'An unhurried and, as its speaker warned',
  },
  { name: 'theme', search: '?page=theme/sonar', title: 'Sonar' },
  { name: 'person', search: '?page=person/aoife-brannigan', title: 'Aoife Brannigan' },
  { name: 'organization', search: '?page=org/port-of-porto', title: 'Port of Porto' },
  { name: 'recap', search: '?page=recap/back-by-the-river', title: 'Back by the river' },
  { name: 'unknown talk', search: '?page=talk/never-given', title: 'There is no such page' },
];

/** Of the site built from `data`. */
export const SHIPPED_VIEWS = [
  { name: 'timeline', search: '', title: '' },
  { name: 'themes', search: '?view=themes', title: '' },
  { name: 'talks', search: '?view=talks', title: '' },
  { name: 'recaps', search: '?view=recaps', title: '' },
  { name: 'conference', search: '?page=conference/kubecon-eu-2018', title: 'Europe 2018' },
  { name: 'theme', search: '?page=theme/kata-containers', title: 'Kata Containers' },
  { name: 'person', search: '?page=person/brandon-philips', title: 'Brandon Philips' },
];
