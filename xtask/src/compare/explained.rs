//! Known differences, which stand beside the schema with a reason each.
//!
//! An entry that explains nothing any more is a finding itself, so that the list can't outlive what it is about.

use std::{collections::BTreeSet, path::Path, rc::Rc};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{
    diff::Comparison,
    endpoints::same_resource,
    facts::{Facts, Origin, Spot},
    findings::{Finding, Kind, Seen},
};
use crate::files;

/// The file, relative to the repository's root.
const FILE: &str = "schema/explained.toml";

/// What the entries are about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Source {
    /// The documents in their newest rendering.
    Markdown,
    /// The documents in their older, flat rendering.
    Flat,
    /// OpenAPI documents.
    #[serde(rename = "openapi")]
    OpenApi,
}

/// A difference and why it is as it should be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    source: Source,
    /// The version that the OpenAPI document calls its own; absent for all of them.
    version: Option<String>,
    kind: Kind,
    /// Where in the schema, as findings tell it; a step that is `*` is any.
    at: String,
    /// What the schema lacks, where it lacks something.
    name: Option<String>,
    /// The JSON Pointer in the source, where it is no difference there alone.
    pointer: Option<String>,
    /// What differs, as findings tell it, where the kind says too little.
    difference: Option<String>,
    reason: String,
}

impl Entry {
    /// Whether it is about a source.
    fn is_of(&self, source: Source, version: Option<&str>) -> bool {
        self.source == source && (self.version.is_none() || self.version.as_deref() == version)
    }

    fn explains(&self, finding: &Finding) -> bool {
        let is_there = |place: &Origin| is_at(&self.at, &place.to_string());
        let is_from = |origin: &Origin| {
            self.pointer.is_none()
                || matches!(&origin.spot, Spot::Pointer(own) if Some(own) == self.pointer.as_ref())
        };
        self.kind == finding.kind
            && finding.schema.as_ref().is_some_and(is_there)
            && finding.origins.iter().all(is_from)
            && (self.name.is_none() || self.name == finding.name)
            && self
                .difference
                .as_ref()
                .is_none_or(|own| *own == finding.difference)
    }

    /// Whether a source that has been compared with operations of the schema would have an operation that the schema lacks.
    fn may_be_missed(&self, ours: &Facts, seen: &Seen) -> bool {
        let path = self.name.as_deref().and_then(|name| name.split(' ').nth(1));
        let mut operations = ours.operations.iter();
        operations.any(|own| {
            seen.operations.contains(&own.at)
                && path.is_none_or(|path| same_resource(&own.path, path))
        })
    }
}

/// Whether a pattern is that of a place.
fn is_at(pattern: &str, place: &str) -> bool {
    let (mut patterns, mut steps) = (pattern.split('/'), place.split('/'));
    loop {
        match (patterns.next(), steps.next()) {
            (None, None) => return true,
            (Some(pattern), Some(step)) if pattern == "*" || pattern == step => {}
            _ => return false,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    #[serde(default)]
    difference: Vec<Spanned<Entry>>,
}

/// All that is explained.
#[derive(Debug, Default)]
pub(crate) struct Explained {
    entries: Vec<(Origin, Entry)>,
}

/// A finding and why it is none.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Explanation {
    /// What was found.
    #[serde(flatten)]
    pub(crate) finding: Finding,
    /// Why it is as it should be.
    pub(crate) reason: String,
}

impl Explanation {
    /// Adds it to others, or its places to the one that is the same.
    pub(crate) fn add_to(self, others: &mut Vec<Self>) {
        let is_same =
            |own: &&mut Self| own.reason == self.reason && own.finding.is_same(&self.finding);
        match others.iter_mut().find(is_same) {
            Some(own) => own.finding.origins.extend(self.finding.origins),
            None => others.push(self),
        }
    }
}

impl Explained {
    /// Reads the file of the repository.
    ///
    /// # Errors
    ///
    /// If it isn't there, or isn't of its form.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let text = files::read(root, FILE, "restore the file")?;
        Self::parse(&text).map_err(|error| {
            let error = error.to_string();
            let error = error.trim_end();
            format!("{FILE}: {error}\n  remedy: write entries as schema/README.md describes them")
        })
    }

    /// Reads entries.
    ///
    /// # Errors
    ///
    /// If they aren't of their form.
    pub(crate) fn parse(text: &str) -> Result<Self, toml::de::Error> {
        let file: Rc<str> = FILE.into();
        let entries: Entries = toml::from_str(text)?;
        let mut all = entries.difference.iter().map(Spanned::get_ref);
        if let Some(entry) = all.find(|own| {
            own.source != Source::OpenApi && (own.version.is_some() || own.pointer.is_some())
        }) {
            return Err(serde::de::Error::custom(format_args!(
                "`version` and `pointer` are for OpenAPI documents alone, at = \"{}\"",
                entry.at
            )));
        }
        let entries = entries.difference.into_iter().map(|entry| {
            let before = text.get(..entry.span().start).unwrap_or_default();
            let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
            (Origin::line(&file, line), entry.into_inner())
        });
        Ok(Self {
            entries: entries.collect(),
        })
    }

    /// Takes the explained findings out of a comparison, and finds the entries that explain nothing.
    ///
    /// The version is that of the source, if it has one.
    pub(crate) fn apply(
        &self,
        source: Source,
        version: Option<&str>,
        ours: &Facts,
        comparison: &mut Comparison,
    ) -> Vec<Explanation> {
        let mut explained = Vec::new();
        let mut used = BTreeSet::new();
        for finding in std::mem::take(&mut comparison.findings) {
            let mut entries = self.entries.iter();
            let entry =
                entries.find(|(_, entry)| entry.is_of(source, version) && entry.explains(&finding));
            match entry {
                Some((origin, entry)) => {
                    used.insert(origin.clone());
                    explained.push(Explanation {
                        finding,
                        reason: entry.reason.clone(),
                    });
                }
                None => comparison.findings.push(finding),
            }
        }
        let owners = owners(ours);
        for (origin, entry) in &self.entries {
            if !entry.is_of(source, version) || used.contains(origin) {
                continue;
            }
            let owners: Vec<_> = owners
                .iter()
                .filter(|owner| is_within(&entry.at, &owner.to_string()))
                .collect();
            let seen = &comparison.seen;
            let nothing = "explains nothing: there is no such difference";
            if owners.is_empty() && entry.kind == Kind::Operation {
                // The schema doesn't have it, so it is missed only where its neighbours are described.
                if entry.may_be_missed(ours, seen) {
                    comparison.add(finding(origin, entry, nothing));
                }
                continue;
            }
            if owners.is_empty() {
                comparison.add(finding(origin, entry, "no such place in the schema"));
                continue;
            }
            // The entry is about something that this source has only if its definition was compared.
            if owners
                .iter()
                .any(|owner| seen.types.contains(owner) || seen.operations.contains(owner))
            {
                comparison.add(finding(origin, entry, nothing));
            }
        }
        explained
    }
}

/// The definitions and operations of the schema.
fn owners(ours: &Facts) -> Vec<Origin> {
    let types = ours.named.iter().map(|id| ours.ty(*id).at.clone());
    let operations = ours.operations.iter().map(|own| own.at.clone());
    types.chain(operations).collect()
}

/// Whether a pattern is that of a place or of one within.
fn is_within(pattern: &str, place: &str) -> bool {
    let steps = place.split('/').count();
    let mut patterns = pattern.split('/');
    let first: Vec<_> = patterns.by_ref().take(steps).collect();
    is_at(&first.join("/"), place)
}

fn finding(origin: &Origin, entry: &Entry, difference: &str) -> Finding {
    let (file, pointer) = entry.at.split_once('#').unwrap_or((&entry.at, ""));
    Finding {
        kind: Kind::Explanation,
        group: FILE.to_owned(),
        path: String::new(),
        origins: BTreeSet::from([origin.clone()]),
        schema: Some(Origin::pointer(file, pointer)),
        name: entry.name.clone(),
        is_missing: false,
        difference: difference.to_owned(),
        remedy: "drop the entry, or correct it".to_owned(),
    }
}
