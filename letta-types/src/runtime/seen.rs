//! Which fields of a union have come.

/// A set of small numbers, for as many as `WORDS` words have bits.
#[derive(Clone, Copy)]
pub(crate) struct Seen<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Default for Seen<WORDS> {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl<const WORDS: usize> Seen<WORDS> {
    pub(crate) const fn of(numbers: &[usize]) -> Self {
        let mut seen = Self([0; WORDS]);
        let mut index = 0;
        while index < numbers.len() {
            seen.0[numbers[index] / 64] |= 1 << (numbers[index] % 64);
            index += 1;
        }
        seen
    }

    #[inline]
    pub(crate) fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        self.0
            .get(number / 64)
            .is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    /// Whether no number is in this set that isn't in the other.
    #[inline]
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(&other.0)
            .all(|(own, other)| own & !other == 0)
    }
}
