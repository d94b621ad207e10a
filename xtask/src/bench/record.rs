//! What was measured, as it is recorded in `recorded.json`.

use std::{collections::BTreeMap, error::Error};

use serde::{Deserialize, Serialize};

use crate::{files, root};

const FILE: &str = "letta-types/benches/recorded.json";
const REMEDY: &str = "cargo xtask bench --write";

/// By payload, then by contestant.
pub(super) type Record = BTreeMap<String, BTreeMap<String, Entry>>;

/// What one pass costs, per element of the payload.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Entry {
    pub(super) instructions: f64,

    /// To the baseline of the same run: instructions of other compilers compare badly, ratios well.
    pub(super) ratio: f64,

    pub(super) allocations: f64,
}

/// By how much something may grow.
const TOLERANCE: f64 = 1.05;

/// Something that grew by more than it may.
#[derive(Debug, PartialEq)]
pub(super) struct Regression {
    pub(super) payload: String,
    pub(super) contestant: String,
    pub(super) what: &'static str,
    pub(super) recorded: f64,
    pub(super) now: f64,
}

/// What the names of those begin with who write.
const WRITER: &str = "write-";

/// What a contestant is compared with: of two, the one that reads or the one that writes.
pub(super) fn base<'a>(contestant: &str, (reader, writer): (&'a str, &'a str)) -> &'a str {
    if contestant.starts_with(WRITER) {
        writer
    } else {
        reader
    }
}

/// What a contestant's instructions are compared with.
pub(super) fn baseline(contestant: &str) -> &'static str {
    base(contestant, ("ignored", "write-derive-tag"))
}

fn is_ours(contestant: &str) -> bool {
    contestant.trim_start_matches(WRITER).starts_with("ours")
}

pub(super) fn read() -> Result<Record, String> {
    let text = files::read(&root(), FILE, REMEDY)?;
    serde_json::from_str(&text).map_err(|error| format!("{FILE}: {error}\n  remedy: {REMEDY}"))
}

pub(super) fn write(record: &Record) -> Result<(), Box<dyn Error>> {
    let mut text = serde_json::to_string_pretty(record)?;
    text.push('\n');
    Ok(files::write(&root(), FILE, &text)?)
}

/// What of ours is both recorded and measured: payload, contestant, and both entries.
pub(super) fn compared<'a>(
    recorded: &'a Record,
    now: &'a Record,
) -> impl Iterator<Item = (&'a String, &'a String, &'a Entry, &'a Entry)> {
    let measured = now.iter().flat_map(|(payload, contestants)| {
        let entries = contestants.iter().filter(|(name, _)| is_ours(name));
        entries.map(move |(contestant, entry)| (payload, contestant, entry))
    });
    measured.filter_map(|(payload, contestant, entry)| {
        let before = recorded.get(payload)?.get(contestant)?;
        Some((payload, contestant, before, entry))
    })
}

/// What of ours became worse than was recorded.
pub(super) fn regressions(recorded: &Record, now: &Record) -> Vec<Regression> {
    let mut regressions = Vec::new();
    for (payload, contestant, before, entry) in compared(recorded, now) {
        for (what, recorded, now) in [
            ("instructions to baseline", before.ratio, entry.ratio),
            ("allocations", before.allocations, entry.allocations),
        ] {
            if now > recorded * TOLERANCE {
                regressions.push(Regression {
                    payload: payload.clone(),
                    contestant: contestant.clone(),
                    what,
                    recorded,
                    now,
                });
            }
        }
    }
    regressions
}

/// What of ours was recorded but not measured now: a contestant that no longer reads a payload.
pub(super) fn missing(recorded: &Record, now: &Record) -> Vec<String> {
    let mut missing = Vec::new();
    for (payload, contestants) in recorded {
        for contestant in contestants.keys().filter(|name| is_ours(name)) {
            let measured = now.get(payload).and_then(|known| known.get(contestant));
            if measured.is_none() {
                missing.push(format!("{payload}, {contestant}"));
            }
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(contestant: &str, ratio: f64, allocations: f64) -> Record {
        let entry = Entry {
            instructions: 1.0,
            ratio,
            allocations,
        };
        BTreeMap::from([("page".into(), BTreeMap::from([(contestant.into(), entry)]))])
    }

    #[test]
    fn more_than_five_percent_is_a_regression() {
        let recorded = record("ours", 2.0, 8.0);
        assert_eq!(regressions(&recorded, &record("ours", 2.09, 8.3)), []);
        let found = regressions(&recorded, &record("ours", 2.11, 8.5));
        let what: Vec<_> = found.iter().map(|one| one.what).collect();
        assert_eq!(what, ["instructions to baseline", "allocations"]);
        assert_eq!(regressions(&recorded, &record("ours", 1.0, 4.0)), []);
    }

    #[test]
    fn other_contestants_may_become_slower() {
        let recorded = record("derive-tag", 2.0, 8.0);
        assert_eq!(regressions(&recorded, &record("derive-tag", 4.0, 80.0)), []);
    }

    #[test]
    fn one_of_ours_that_is_gone_is_told() {
        let recorded = record("write-ours", 1.0, 1.0);
        assert_eq!(missing(&recorded, &Record::new()), ["page, write-ours"]);
        assert_eq!(missing(&recorded, &recorded), Vec::<String>::new());
    }

    #[test]
    fn an_allocation_where_there_was_none_is_a_regression() {
        let recorded = record("ours", 2.0, 0.0);
        assert_eq!(regressions(&recorded, &record("ours", 2.0, 0.01)).len(), 1);
    }
}
