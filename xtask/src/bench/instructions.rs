//! Instructions and allocations of each contestant on each payload.

use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
    fmt::Write as _,
    process::ExitCode,
};

use super::{
    binary::{self, Allocations, Listing, Payload, Profile},
    callgrind::Callgrind,
    page,
    record::{self, Entry, Record, baseline},
    targets,
};

#[derive(clap::Args)]
pub(super) struct Options {
    /// Only this payload; may be given several times.
    #[arg(long)]
    payload: Vec<String>,

    /// Only this contestant, and what it is compared with; may be given several times.
    #[arg(long)]
    contestant: Vec<String>,

    /// How the contestants are built.
    #[arg(long, value_enum, default_value_t)]
    profile: Profile,

    /// Fail if anything of ours is over 5 % worse than was recorded.
    #[arg(long, conflicts_with = "profile")]
    check: bool,

    /// Record what was measured, and put the tables into BENCHMARKS.md.
    #[arg(long, conflicts_with_all = ["check", "payload", "contestant"])]
    write: bool,
}

pub(super) fn run(args: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let measure = binary::build("measure", args.profile)?;
    let listing: Listing = binary::output(&measure, &[])?;
    listing.has_payloads(&args.payload)?;
    listing.has_contestants(&args.contestant)?;
    let callgrind = Callgrind::new(measure)?;
    let allocations: Vec<Allocations> =
        binary::output(&binary::build("allocations", args.profile)?, &[])?;
    let allocations: HashMap<_, _> = allocations
        .into_iter()
        .map(|one| ((one.payload, one.contestant), one.count))
        .collect();
    let is_chosen = |chosen: &[String], name: &String| chosen.is_empty() || chosen.contains(name);
    let mut record = Record::new();
    for payload in &listing.payloads {
        if !is_chosen(&args.payload, &payload.name) {
            continue;
        }
        let contestants = listing.contestants.iter().map(|one| one.name.clone());
        let contestants: Vec<_> = contestants
            .filter(|name| {
                is_chosen(&args.contestant, name)
                    || args.contestant.iter().any(|one| baseline(one) == name)
            })
            .collect();
        let entries = measured(&callgrind, payload, &contestants, &allocations)?;
        println!("{}", table(&listing, payload, &entries));
        record.insert(payload.name.clone(), entries);
    }
    if args.write {
        if args.profile == Profile::Release {
            record::write(&record)?;
            page::put("instructions", &summary(&listing, &record))?;
        }
        page::put(&args.profile.block("targets"), &targets::table(&record))?;
        println!("the tables are in BENCHMARKS.md");
    }
    if args.check {
        let is_whole = args.payload.is_empty() && args.contestant.is_empty();
        return check(&record::read()?, &record, is_whole);
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn measured(
    callgrind: &Callgrind,
    payload: &Payload,
    contestants: &[String],
    allocations: &HashMap<(String, String), u64>,
) -> Result<BTreeMap<String, Entry>, Box<dyn Error>> {
    let mut counts = BTreeMap::new();
    for name in contestants {
        if !payload.refused.contains_key(name) {
            let count = callgrind.pass(&[&payload.name, name], payload.bytes)?;
            counts.insert(name, count as f64);
        }
    }
    let elements = payload.elements as f64;
    let entry = |(name, count): (&&String, &f64)| {
        let base = counts.get(&baseline(name).to_owned())?;
        let key = (payload.name.clone(), (*name).clone());
        let entry = Entry {
            instructions: rounded(count / elements, 10.0),
            ratio: rounded(count / base, 1000.0),
            allocations: rounded(*allocations.get(&key)? as f64 / elements, 1000.0),
        };
        Some(((*name).clone(), entry))
    };
    Ok(counts.iter().filter_map(entry).collect())
}

fn rounded(number: f64, parts: f64) -> f64 {
    (number * parts).round() / parts
}

/// A payload's table, as Markdown that reads well on a terminal, too.
fn table(listing: &Listing, payload: &Payload, entries: &BTreeMap<String, Entry>) -> String {
    let mut text = format!(
        "{}: {} bytes, {} elements\n\n",
        payload.name, payload.bytes, payload.elements
    );
    text.push_str(
        "| contestant           | instructions per element |  ratio | allocations per element |\n",
    );
    text.push_str(
        "|----------------------|-------------------------:|-------:|------------------------:|\n",
    );
    for contestant in &listing.contestants {
        let name = &contestant.name;
        if let Some(entry) = entries.get(name) {
            let _ = writeln!(
                text,
                "| {name:20} | {:24.0} | {:6.2} | {:23.2} |",
                entry.instructions, entry.ratio, entry.allocations
            );
        } else if let Some(why) = payload.refused.get(name) {
            let _ = writeln!(text, "| {name:20} | can't read it: {why} |||");
        }
    }
    text
}

/// All payloads in one table: what each contestant takes to its baseline.
fn summary(listing: &Listing, record: &Record) -> String {
    let mut text = String::from("| |");
    for payload in &listing.payloads {
        let _ = write!(text, " {} |", payload.name);
    }
    text.push_str("\n|---|");
    text.push_str(&"---:|".repeat(listing.payloads.len()));
    let row = |text: &mut String, title: &str, cell: &dyn Fn(&Payload) -> Option<String>| {
        let _ = write!(text, "\n| {title} |");
        for payload in &listing.payloads {
            let _ = write!(text, " {} |", cell(payload).unwrap_or_else(|| "–".into()));
        }
    };
    row(&mut text, "bytes", &|payload| {
        Some(payload.bytes.to_string())
    });
    row(&mut text, "elements", &|payload| {
        Some(payload.elements.to_string())
    });
    for contestant in &listing.contestants {
        let name = &contestant.name;
        row(&mut text, &format!("`{name}`"), &|payload| {
            let entry = record.get(&payload.name)?.get(name)?;
            Some(if name == baseline(name) {
                format!("{:.0}", entry.instructions)
            } else {
                format!("{:.2}", entry.ratio)
            })
        });
    }
    for name in ["derive-tag", "ours", "clone-ours"] {
        row(&mut text, &format!("allocations, `{name}`"), &|payload| {
            let entry = record.get(&payload.name)?.get(name)?;
            Some(format!("{:.1}", entry.allocations))
        });
    }
    text.push_str("\n\n| contestant | what |\n|---|---|\n");
    for contestant in &listing.contestants {
        let _ = writeln!(text, "| `{}` | {} |", contestant.name, contestant.about);
    }
    text
}

fn check(recorded: &Record, record: &Record, is_whole: bool) -> Result<ExitCode, Box<dyn Error>> {
    if record::compared(recorded, record).next().is_none() {
        return Err(
            "nothing was checked: none of ours is both measured and recorded\n  \
             remedy: choose a payload and a contestant of ours, or record them by `cargo xtask bench --write`"
                .into(),
        );
    }
    let regressions = record::regressions(recorded, record);
    let missing = if is_whole {
        record::missing(recorded, record)
    } else {
        Vec::new()
    };
    for name in &missing {
        eprintln!("{name}: recorded, but can't be measured any more");
    }
    for one in &regressions {
        let percent = if one.recorded > 0.0 {
            format!("{:+.1} %", (one.now / one.recorded - 1.0) * 100.0)
        } else {
            "from none".into()
        };
        eprintln!(
            "{}, {}, {}: recorded {:.3}, now {:.3} ({percent})",
            one.payload, one.contestant, one.what, one.recorded, one.now
        );
    }
    if missing.is_empty() && regressions.is_empty() {
        println!("nothing is over 5 % worse than was recorded");
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!(
        "over 5 % worse than was recorded: find out why, or record it by `cargo xtask bench --write`"
    );
    Ok(ExitCode::FAILURE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_of_nothing_does_not_pass() {
        let entry = Entry {
            instructions: 1.0,
            ratio: 1.0,
            allocations: 1.0,
        };
        let record = |contestant: &str| {
            Record::from([("page".into(), BTreeMap::from([(contestant.into(), entry)]))])
        };
        let passes = |recorded: &str, now: &str| check(&record(recorded), &record(now), false);
        assert!(passes("ours", "ours").is_ok());
        for (recorded, now) in [("derive-tag", "derive-tag"), ("ours", "ours-raw")] {
            let told = passes(recorded, now).expect_err("nothing was compared");
            assert!(
                told.to_string().starts_with("nothing was checked"),
                "{told}"
            );
        }
    }
}
