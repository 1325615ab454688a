// MiniSearch with `fuzzy: 0.2` in every search, as its README has it.
import { FUZZY, open as openWith } from './minisearch.mjs';

export { build } from './minisearch.mjs';

export const name = 'MiniSearch fuzzy';
/** The engine whose index serves. */
export const indexOf = 'minisearch';

export const open = (base, loaded) => openWith(base, loaded, FUZZY);
