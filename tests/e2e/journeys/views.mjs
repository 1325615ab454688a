// Every view and every kind of page, by the address that opens it.

/** Of the site built from the recaps beside this folder. */
export const VIEWS = [
  { name: 'timeline', search: '' },
  { name: 'themes', search: '?view=themes' },
  { name: 'talks', search: '?view=talks' },
  { name: 'recaps', search: '?view=recaps' },
  { name: 'narrowed timeline', search: '?q=sonar&year=2024&theme=sonar' },
  { name: 'nothing found', search: '?q=submarine' },
  { name: 'broken link', search: '?theme=kelp&year=soon' },
  { name: 'conference', search: '?page=conference/tidewater-2024' },
  { name: 'conference without recaps', search: '?page=conference/tidewater-2023' },
  { name: 'talk', search: '?page=talk/sonar-on-a-shoestring' },
  { name: 'talk with a long title', search: '?page=talk/an-unhurried' },
  { name: 'theme', search: '?page=theme/sonar' },
  { name: 'person', search: '?page=person/aoife-brannigan' },
  { name: 'organization', search: '?page=organization/port-of-porto' },
  { name: 'recap', search: '?page=recap/back-by-the-river' },
  { name: 'unknown talk', search: '?page=talk/never-given' },
];

/** Of the site built from `data`. */
export const SHIPPED_VIEWS = [
  { name: 'timeline', search: '' },
  { name: 'themes', search: '?view=themes' },
  { name: 'talks', search: '?view=talks' },
  { name: 'recaps', search: '?view=recaps' },
  { name: 'conference', search: '?page=conference/kubecon-eu-2018' },
  { name: 'theme', search: '?page=theme/kata-containers' },
  { name: 'person', search: '?page=person/brandon-philips' },
];
