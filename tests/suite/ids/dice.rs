//! Randomness that is the same in every run.

/// A linear congruential generator: equal seeds give equal edits.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }

    pub(crate) fn word(&mut self) -> &'static str {
        const WORDS: &[&str] = &[
            "loom", "shuttle", "warp", "weft", "treadle", "heddle", "bobbin", "selvage", "reed",
            "twill", "damask", "felt", "carding", "spindle", "distaff", "madder", "indigo", "woad",
            "linen", "hemp", "fleece", "yarn", "skein", "batten", "pirn", "sley", "tabby",
            "velvet", "brocade", "satin",
        ];
        WORDS[self.below(WORDS.len())]
    }

    pub(crate) fn words(&mut self, n: usize) -> Vec<String> {
        (0..n).map(|_| self.word().to_owned()).collect()
    }
}
