// MiniSearch with `fuzzy: 0.2` in every search, as in its README.
import { FUZZY, open as openWith } from './minisearch.mjs';

export { build } from './minisearch.mjs';

export const name = 'MiniSearch fuzzy';
/** It uses the index of this engine. */
export const indexOf = 'minisearch';

export const open = (base, loaded) => openWith(base, loaded, FUZZY);
