//! Known differences, which stand beside the schema with a reason each.
//!
//! An entry that explains nothing any more is a finding itself, so that the list can't outlive what it is about.

use std::{collections::BTreeSet, fs, path::Path, rc::Rc};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{
    diff::Comparison,
    facts::{Facts, Origin, Spot},
    findings::{Finding, Kind},
};

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
    kind: Kind,
    /// Where in the schema, as findings tell it.
    at: String,
    /// What the schema lacks, where it lacks something.
    name: Option<String>,
    reason: String,
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

impl Explained {
    /// Reads the file of the repository.
    ///
    /// # Errors
    ///
    /// If it isn't there, or isn't of its form.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(root.join(FILE))
            .map_err(|error| format!("{FILE}: {error}\n  remedy: restore the file"))?;
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
    pub(crate) fn apply(
        &self,
        source: Source,
        ours: &Facts,
        comparison: &mut Comparison,
    ) -> Vec<Explanation> {
        let mut explained = Vec::new();
        let mut used = BTreeSet::new();
        for finding in std::mem::take(&mut comparison.findings) {
            let entry = self.entries.iter().find(|(_, entry)| {
                entry.source == source
                    && entry.kind == finding.kind
                    && finding.schema.as_ref().map(ToString::to_string).as_ref() == Some(&entry.at)
                    && (entry.name.is_none() || entry.name == finding.name)
            });
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
        for (origin, entry) in &self.entries {
            if entry.source != source || used.contains(origin) {
                continue;
            }
            let Some((file, pointer)) = entry.at.split_once('#') else {
                comparison.add(finding(origin, entry, "no place in the schema"));
                continue;
            };
            let mut owner = Origin::pointer(file, pointer);
            if !is_in(ours, &owner) {
                comparison.add(finding(origin, entry, "no such place in the schema"));
                continue;
            }
            // The entry is about something that this source has only if its definition was compared.
            loop {
                if comparison.seen.types.contains(&owner)
                    || comparison.seen.operations.contains(&owner)
                {
                    comparison.add(finding(
                        origin,
                        entry,
                        "explains nothing: there is no such difference",
                    ));
                    break;
                }
                if matches!(&owner.spot, Spot::Pointer(pointer) if pointer.is_empty()) {
                    break;
                }
                owner = owner.parent();
            }
        }
        explained
    }
}

/// Whether a place is in a definition or an operation of the schema.
fn is_in(ours: &Facts, place: &Origin) -> bool {
    let types = ours.named.iter().map(|id| &ours.ty(*id).at);
    let operations = ours.operations.iter().map(|operation| &operation.at);
    types.chain(operations).any(|owner| {
        let (Spot::Pointer(owner_pointer), Spot::Pointer(pointer)) = (&owner.spot, &place.spot)
        else {
            return false;
        };
        let rest = pointer.strip_prefix(owner_pointer.as_str());
        owner.file == place.file
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
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
        difference: difference.to_owned(),
        remedy: "drop the entry, or correct it".to_owned(),
    }
}
