//! What went wrong in a run over many documents.

use std::fmt::Write as _;

use super::Document;

/// All that went wrong. One cause shows in many documents, so they are told from the smallest on.
#[derive(Default)]
pub struct Faults(Vec<(usize, String)>);

impl Faults {
    pub fn add(&mut self, type_name: &str, document: &Document, wrong: &str) {
        let text = document.to_string();
        let told = format!("{type_name} from {text}\n    {wrong}");
        self.0.push((text.len(), told));
    }

    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// # Panics
    ///
    /// If anything went wrong.
    pub fn assert_none(mut self) {
        const MOST: usize = 12;
        if self.0.is_empty() {
            return;
        }
        self.0.sort();
        let mut report = format!("{} documents went wrong, the smallest:", self.0.len());
        for (_, told) in self.0.iter().take(MOST) {
            let told: String = told.chars().take(1_000).collect();
            let _ = write!(report, "\n{told}");
        }
        panic!("{report}");
    }
}
