// @ts-check
// Folds case and accents, as `src/query/words/fold.rs` does for the search; `tests/scripts/folded.json` compares both.

/** Letters that Unicode does not decompose into a letter and an accent. */
const LETTERS = {
  æ: "ae", œ: "oe", ß: "ss", þ: "th", ð: "d", đ: "d", ħ: "h", ı: "i", ĸ: "k", ł: "l", ŀ: "l", ŋ: "n", ŉ: "n", ø: "o", ŧ: "t", ς: "σ",
};
const IS_LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
// Accents, vowel signs, the Arabic elongation, soft hyphens and joiners; not the voicing marks of kana.
const IGNORED = /(?![\u3099\u309a])\p{M}|[\u00ad\u0640\u200c\u200d\u2060\ufeff]/gu;

/** @param {string} text */
const withBaseLetters = (text) => text.replace(IS_LETTER, (letter) => LETTERS[letter]);

/**
 * A text without case and accents, so that "Ærø" and "aero" are one word.
 * @param {string} text
 */
export const folded = (text) => (
  withBaseLetters(withBaseLetters(text.toLowerCase()).normalize("NFKD").replace(IGNORED, "")).normalize("NFC"));
