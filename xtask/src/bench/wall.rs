//! Wall time of each contestant, as ratios within one run: they take turns, each in a process of its own.

use std::{
    collections::BTreeMap,
    error::Error,
    fmt::Write as _,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
    process::ExitCode,
};

use super::{
    binary::{self, Listing, Payload, Profile},
    page,
    record::base,
    targets,
};

/// What the others are compared with.
const BASES: (&str, &str) = ("derive-tag", "write-derive-tag");

/// By how many bytes more the memory is shifted in each round: no multiple of what caches and pages are made of.
const SHIFT: u32 = 1_104;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Only this payload; may be given several times.
    #[arg(long)]
    payload: Vec<String>,

    /// How many turns each contestant has.
    #[arg(long, default_value_t = 20)]
    rounds: u32,

    /// How the contestants are built.
    #[arg(long, value_enum, default_value_t)]
    profile: Profile,

    /// Put the table into BENCHMARKS.md.
    #[arg(long, conflicts_with = "payload")]
    write: bool,
}

/// Nanoseconds of one pass, by payload, then by contestant.
pub(super) type Times = BTreeMap<String, BTreeMap<String, f64>>;

pub(super) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let measure = binary::build("measure", args.profile)?;
    let listing: Listing = binary::output(&measure, &[])?;
    listing.has_payloads(&args.payload)?;
    let mut times = Times::new();
    for payload in &listing.payloads {
        if args.payload.is_empty() || args.payload.contains(&payload.name) {
            let of_payload = timed(&measure, &listing, payload, args.rounds)?;
            times.insert(payload.name.clone(), of_payload);
        }
    }
    let table = table(&listing, &times);
    println!("{table}");
    if args.write {
        if args.profile == Profile::Release {
            page::put("wall", &table)?;
        }
        page::put(
            &args.profile.block("wall-targets"),
            &targets::wall_table(&times),
        )?;
        println!("the tables are in BENCHMARKS.md");
    }
    Ok(ExitCode::SUCCESS)
}

/// What each contestant takes in one of its better turns: few are lucky with where code and memory lie, and others are disturbed.
fn timed(
    measure: &Path,
    listing: &Listing,
    payload: &Payload,
    rounds: u32,
) -> Result<BTreeMap<String, f64>, Box<dyn Error>> {
    let mut turns = BTreeMap::<&String, Vec<f64>>::new();
    for round in 0..rounds.max(1) {
        let shift = (round * SHIFT).to_string();
        // In another order each time: what disturbs may come at regular intervals.
        let mut names: Vec<&String> = listing.contestants.iter().map(|one| &one.name).collect();
        names.sort_by_cached_key(|name| {
            let mut hasher = DefaultHasher::new();
            (round, name).hash(&mut hasher);
            hasher.finish()
        });
        for name in names {
            if !payload.refused.contains_key(name) {
                let time: Option<f64> =
                    binary::output(measure, &["wall", &payload.name, name, &shift])?;
                turns.entry(name).or_default().extend(time);
            }
        }
    }
    let times = turns.into_iter().filter_map(|(name, mut times)| {
        times.sort_by(f64::total_cmp);
        Some((name.clone(), *times.get(times.len() / 4)?))
    });
    Ok(times.collect())
}

/// How many times faster than derive.
pub(super) fn faster(times: &Times, payload: &str, contestant: &str) -> Option<f64> {
    let of_payload = times.get(payload)?;
    let base = of_payload.get(base(contestant, BASES))?;
    let own = of_payload.get(contestant)?;
    Some(base / own)
}

fn table(listing: &Listing, times: &Times) -> String {
    let payloads: Vec<_> = listing
        .payloads
        .iter()
        .filter(|one| times.contains_key(&one.name))
        .collect();
    let mut text = String::from("| |");
    for payload in &payloads {
        let _ = write!(text, " {} |", payload.name);
    }
    let _ = write!(text, "\n|---|{}", "---:|".repeat(payloads.len()));
    for contestant in &listing.contestants {
        let name = &contestant.name;
        let _ = write!(text, "\n| `{name}` |");
        for payload in &payloads {
            let own = times.get(&payload.name).and_then(|known| known.get(name));
            let cell = match (own, faster(times, &payload.name, name)) {
                (Some(own), _) if name == base(name, BASES) => format!("{:.1} µs", own / 1e3),
                (Some(_), Some(times)) => format!("{times:.2} ×"),
                _ => "–".into(),
            };
            let _ = write!(text, " {cell} |");
        }
    }
    text.push('\n');
    text
}
