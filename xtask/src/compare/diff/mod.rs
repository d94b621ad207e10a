//! Compares what a source says with the curated schema.
//!
//! It goes along the operations, from a response to its type, its fields and on, and not by names: equal names can
//! mean different types. Only what a source describes by itself is looked up by name.

mod fields;
mod operations;
mod types;
mod unions;

use std::collections::{BTreeSet, HashSet};

use super::{
    facts::{Facts, Origin, TypeId},
    findings::{Finding, Kind, NotCovered, Note, Seen},
    matching::Matching,
};

const EXPLAIN: &str = "or explain the difference in schema/explained.toml";

/// What came of a comparison.
#[derive(Clone, Debug, Default)]
pub(crate) struct Comparison {
    /// What the source says and the schema doesn't, or says differently.
    pub(crate) findings: Vec<Finding>,
    /// What the schema has beyond the source.
    pub(crate) notes: BTreeSet<Note>,
    /// What the schema doesn't cover.
    pub(crate) not_covered: Vec<NotCovered>,
    /// What was compared.
    pub(crate) seen: Seen,
}

impl Comparison {
    /// Adds a finding, or another place of one that is there.
    pub(crate) fn add(&mut self, finding: Finding) {
        finding.add_to(&mut self.findings);
    }

    /// Adds what came of comparing another document of the source.
    pub(crate) fn extend(&mut self, other: Self) {
        for finding in other.findings {
            self.add(finding);
        }
        self.notes.extend(other.notes);
        for own in other.not_covered {
            self.not_covered(own.name, &own.source);
        }
        self.seen.extend(other.seen);
    }

    fn not_covered(&mut self, name: String, source: &Origin) {
        if !self.not_covered.iter().any(|own| own.name == name) {
            let source = source.clone();
            self.not_covered.push(NotCovered { name, source });
        }
    }
}

/// Compares.
pub(crate) fn compare(said: &Facts, ours: &Facts) -> Comparison {
    let mut diff = Diff {
        said,
        ours,
        matching: Matching { said, ours },
        out: Comparison::default(),
        pairs: HashSet::new(),
        compared: HashSet::new(),
        is_sent: false,
    };
    for operation in &said.operations {
        diff.operation(operation);
    }
    for id in &said.named {
        diff.named(*id);
    }
    diff.out
}

struct Diff<'a> {
    said: &'a Facts,
    ours: &'a Facts,
    matching: Matching<'a>,
    out: Comparison,
    /// What has been compared with what: types can hold themselves.
    pairs: HashSet<(TypeId, TypeId, bool)>,
    compared: HashSet<TypeId>,
    /// Whether it is part of a request.
    is_sent: bool,
}

/// The name of what differs.
#[derive(Clone, Copy)]
enum Name<'a> {
    /// It has none of its own.
    No,
    /// The schema has it, but calls or places it otherwise.
    Known(&'a str),
    /// The schema lacks it.
    Missing(&'a str),
}

impl<'a> Name<'a> {
    fn text(self) -> Option<&'a str> {
        match self {
            Self::No => None,
            Self::Known(name) | Self::Missing(name) => Some(name),
        }
    }
}

/// Where the comparison has got to.
#[derive(Clone)]
struct Way {
    group: String,
    path: String,
}

impl Way {
    fn new(group: impl Into<String>) -> Self {
        Self {
            group: group.into(),
            path: String::new(),
        }
    }

    fn field(&self, key: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            group: self.group.clone(),
            path: format!("{}{dot}{key}", self.path),
        }
    }

    fn items(&self) -> Self {
        Self {
            group: self.group.clone(),
            path: format!("{}[]", self.path),
        }
    }
}

impl Diff<'_> {
    fn find(
        &mut self,
        kind: Kind,
        way: &Way,
        (origin, schema): (&Origin, Origin),
        difference: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.find_named(kind, Name::No, way, (origin, schema), difference, remedy);
    }

    fn find_named(
        &mut self,
        kind: Kind,
        name: Name<'_>,
        way: &Way,
        (origin, schema): (&Origin, Origin),
        difference: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.out.add(Finding {
            kind,
            group: way.group.clone(),
            path: way.path.clone(),
            origins: BTreeSet::from([origin.clone()]),
            schema: Some(schema),
            name: name.text().map(str::to_owned),
            is_missing: matches!(name, Name::Missing(_)),
            difference: difference.into(),
            remedy: remedy.into(),
        });
    }

    fn note(&mut self, schema: &Origin, text: impl Into<String>) {
        self.out.notes.insert(Note {
            schema: schema.clone(),
            text: text.into(),
        });
    }

    /// A type that the source describes by itself.
    fn named(&mut self, id: TypeId) {
        if self.compared.contains(&id) {
            return;
        }
        let ty = self.said.ty(id);
        let best = self
            .matching
            .candidates(&ty.names)
            .into_iter()
            .map(|ours| (self.matching.score(id, ours, 0), ours))
            .max_by_key(|(score, _)| *score);
        match best {
            Some((score, ours)) if score > 0 => {
                let way = Way::new(ty.names.first().map_or("", String::as_str));
                let place = self.ours.ty(ours).at.clone();
                self.ty(id, ours, &way, (&ty.at, &place));
            }
            Some((_, ours)) => {
                let name = ty.names.first().cloned().unwrap_or_default();
                let at = self.ours.ty(ours).at.clone();
                let text = format!("`{name}` at {} is another type of that name", ty.at);
                self.note(&at, text);
                self.list(vec![id]);
                self.out.not_covered(name, &ty.at);
            }
            None => self.list(vec![id]),
        }
    }
}
