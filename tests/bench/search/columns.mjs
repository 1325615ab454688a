// What engines without facets need beside their index: ids, titles, the facet values of each talk, and the counting
// itself, as somebody who builds a site with such an engine would write it.
import { get } from './get.mjs';

export const FACETS = ['year', 'conference', 'themes', 'people', 'organizations', 'kind', 'video'];

/** The columns of `docs`, as one JSON file. */
export function columnsOf(docs) {
  const numbers = new Map();
  const values = [];
  const number = (facet, value) => {
    const key = `${facet}\n${value}`;
    if (!numbers.has(key)) numbers.set(key, values.push([facet, value]) - 1);
    return numbers.get(key);
  };
  const of = docs.map((doc) => FACETS.flatMap((facet) => [doc[facet] ?? []].flat().map((value) => number(FACETS.indexOf(facet), value))));
  return JSON.stringify({ ids: docs.map(({ id }) => id), titles: docs.map(({ title }) => title), years: docs.map(({ year }) => year ?? 0), values, of });
}

export async function openColumns(base) {
  const { ids, titles, years, values, of } = await get(`${base}columns.json`);
  const starts = new Uint32Array(of.length + 1);
  of.forEach((list, place) => { starts[place + 1] = starts[place] + list.length; });
  const flat = Uint32Array.from(of.flat());
  const yearOf = Uint16Array.from(years);
  // Each value belongs to one facet; the year is the only facet that a query here uses.
  const isYear = Uint8Array.from(values, ([facet]) => Number(facet === FACETS.indexOf('year')));
  const counts = new Uint32Array(values.length);

  return {
    ids,
    titles,
    yearOf,
    /** The talks of `hits` in a year; without a year, all of them. */
    within: (hits, year) => (year ? hits.filter((hit) => yearOf[hit] === year) : hits),
    /** How many talks each value would leave: all hits for the chosen facet, the hits of the year for the others. */
    count(hits, year) {
      counts.fill(0);
      for (const hit of hits) {
        const isIn = !year || yearOf[hit] === year;
        for (let at = starts[hit]; at < starts[hit + 1]; at += 1) {
          if (isIn || isYear[flat[at]]) counts[flat[at]] += 1;
        }
      }
      return counts;
    },
  };
}

/** An engine made from a function that returns the numbers of all hits, best first. */
export function counting(columns, find) {
  let last = [];
  return {
    ask(text, year, isCounted) {
      const hits = find(text);
      last = columns.within(hits, year);
      if (isCounted) columns.count(hits, year);
      return last.length;
    },
    names: async (n) => last.slice(0, n).map((hit) => columns.ids[hit]),
  };
}
