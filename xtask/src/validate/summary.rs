//! What is told of all bodies together.

use std::fmt;

use serde::Serialize;

use super::{
    report::{Report, Verdict},
    survey::UnknownKind,
};
use crate::output::counted;

#[derive(Debug, Default, Serialize)]
pub(crate) struct Summary {
    pub(crate) bodies: usize,
    pub(crate) clean: usize,
    pub(crate) findings: usize,
    pub(crate) unusable: usize,
    pub(crate) unread: usize,
    pub(crate) unknown_fields: usize,
    pub(crate) unknown_values: usize,
    pub(crate) unknown_tags: usize,
    pub(crate) losses: usize,
}

impl Summary {
    pub(crate) fn add(&mut self, report: &Report) {
        self.bodies += 1;
        match report.verdict {
            Verdict::Clean => self.clean += 1,
            Verdict::Findings => self.findings += 1,
            Verdict::Unusable => self.unusable += 1,
        }
        self.unread += usize::from(report.verdict == Verdict::Findings && !report.reads);
        self.unknown_fields += report.unknown_of(UnknownKind::Field);
        self.unknown_values += report.unknown_of(UnknownKind::Value);
        self.unknown_tags += report.unknown_of(UnknownKind::Tag);
        self.losses += report.losses();
    }

    /// The worst of all.
    pub(crate) fn verdict(&self) -> Verdict {
        match (self.unusable, self.findings) {
            (0, 0) => Verdict::Clean,
            (0, _) => Verdict::Findings,
            _ => Verdict::Unusable,
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bodies = match self.bodies {
            1 => "1 body".to_owned(),
            many => format!("{many} bodies"),
        };
        write!(
            f,
            "{bodies}: {} clean, {} with findings, {} unusable; unread: {}; unknown: {}, {}, {}; lost: {}",
            self.clean,
            self.findings,
            self.unusable,
            self.unread,
            counted(self.unknown_fields, "field"),
            counted(self.unknown_values, "value"),
            counted(self.unknown_tags, "tag"),
            self.losses,
        )
    }
}
