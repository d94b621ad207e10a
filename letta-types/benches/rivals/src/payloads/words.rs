//! Texts, identifiers and instants as a server sends them: the same for the same seed.

use std::ops::RangeInclusive;

use fastrand::Rng;

use super::node::{Node, ascii_text, text};

/// Ordinary words.
const PLAIN: &[&str] = &[
    "the", "agent", "asked", "weather", "in", "Oslo", "and", "tomorrow", "light", "rain",
    "harbour", "booking", "for", "four", "guests", "station", "a/b", "memory", "block", "updated",
    "token", "window", "summary", "of", "all", "messages", "so", "far", "tool", "returned",
    "nothing", "else", "was", "said", "please", "confirm",
];

/// Words of several scripts, and what JSON escapes.
const SPECIAL: &[&str] = &[
    "Reykjavík",
    "18 °C",
    "大阪",
    "Zürich",
    "\"quoted\"",
    "C:\\temp",
    "🌧️",
    "שלום",
    "{\"city\": \"Tromsø\"}",
    "naïve",
    "Ωmega",
    "café",
];

/// Lengths of contents, in turn: short ones and long ones.
const LENGTHS: &[usize] = &[40, 300, 1_700, 90, 800, 60, 250, 1_900, 120, 450, 20];

/// How rare special words are: with one in so many, a page has as many bytes beyond ASCII (half a percent) and
/// as many escapes (ten a kilobyte) as the bodies that were recorded of a real server.
const SPECIAL_ONE_IN: u64 = 24;

pub(super) struct Words {
    rng: Rng,
    lengths: Lengths,

    /// How many contents were made.
    contents: usize,
}

/// How long texts are.
#[derive(Clone, Copy)]
pub(super) enum Lengths {
    /// A few words to a few kilobytes, as in a history of messages.
    Mixed,

    /// A few words.
    Short,
}

impl Words {
    pub(super) fn new(seed: u64, lengths: Lengths) -> Self {
        let rng = Rng::with_seed(seed);
        Self {
            rng,
            lengths,
            contents: 0,
        }
    }

    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.rng.u64(..bound)
    }

    /// Whether one of so many comes up.
    pub(super) fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    /// Plain text of a length in the range, roughly.
    pub(super) fn plain(&mut self, lengths: RangeInclusive<usize>) -> String {
        let length = self.rng.usize(lengths);
        let mut plain = String::new();
        while plain.len() < length {
            let words = if self.one_in(SPECIAL_ONE_IN) {
                SPECIAL
            } else {
                PLAIN
            };
            plain.push_str(self.rng.choice(words).unwrap_or(&"and"));
            plain.push_str(if self.one_in(12) { ".\n" } else { " " });
        }
        plain
    }

    /// The content of a message or of a part of it.
    pub(super) fn content(&mut self) -> Node {
        let lengths = match self.lengths {
            Lengths::Short => 4..=40,
            Lengths::Mixed => {
                let length = LENGTHS[self.contents % LENGTHS.len()];
                self.contents += 1;
                length..=length + length / 8
            }
        };
        let plain = self.plain(lengths);
        if self.one_in(16) {
            ascii_text(&plain)
        } else {
            text(&plain)
        }
    }

    /// The arguments of a call: JSON within a text.
    pub(super) fn arguments(&mut self) -> Node {
        let most = match self.lengths {
            Lengths::Short => 10,
            Lengths::Mixed => 160,
        };
        let city = self.plain(4..=most);
        text(&format!(
            r#"{{"city": {}, "units": "metric"}}"#,
            serde_json::Value::from(city)
        ))
    }

    /// A text of hexadecimal digits.
    pub(super) fn hexadecimal(&mut self, digits: usize) -> String {
        (0..digits)
            .map(|_| char::from(*self.rng.choice(b"0123456789abcdef").unwrap_or(&b'0')))
            .collect()
    }

    /// A text as in signatures.
    pub(super) fn opaque(&mut self, length: usize) -> Node {
        let opaque: String = (0..length).map(|_| self.rng.alphanumeric()).collect();
        text(&opaque)
    }

    pub(super) fn uuid(&mut self) -> String {
        let mut digits = self.hexadecimal(32);
        // Version 4 and its variant.
        digits.replace_range(12..13, "4");
        digits.replace_range(16..17, "a");
        for place in [20, 16, 12, 8] {
            digits.insert(place, '-');
        }
        digits
    }

    /// An identifier with a prefix, such as `message-…`.
    pub(super) fn id(&mut self, prefix: &str) -> Node {
        text(&format!("{prefix}-{}", self.uuid()))
    }

    pub(super) fn call_id(&mut self) -> String {
        format!("call_{}", self.hexadecimal(24))
    }

    /// An instant as in `date`.
    pub(super) fn date(&mut self) -> Node {
        let [hour, minute, second] = [24, 60, 60].map(|bound| self.below(bound));
        text(&format!(
            "2026-11-21T{hour:02}:{minute:02}:{second:02}+00:00"
        ))
    }

    /// An instant as in `created_at`.
    pub(super) fn instant(&mut self) -> Node {
        let [minute, second, micros] = [60, 60, 1_000_000].map(|bound| self.below(bound));
        text(&format!(
            "2026-11-21T09:{minute:02}:{second:02}.{micros:06}Z"
        ))
    }
}
