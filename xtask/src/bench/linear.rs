//! Instructions per byte for inputs that grow: they mustn't grow with them.

use std::{error::Error, fmt::Write as _, process::ExitCode};

use super::{
    binary::{self, Linear, Listing, Profile},
    callgrind::Callgrind,
    page,
};

/// How much larger than the smallest the sizes are; the binary has the same.
const FACTORS: [&str; 3] = ["1", "10", "100"];

/// How much more a byte of the largest may cost than a byte of the middle one. Quadratic work would cost ten times as much;
/// the allocator and the depth of maps are slower in the large, and so is what nests as deeply as is read.
const SLACK: f64 = 1.5;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Only this input; may be given several times.
    #[arg(long)]
    input: Vec<String>,

    /// Fail if a byte of the largest size costs over 50 % more than one of the middle size.
    #[arg(long)]
    check: bool,

    /// Put the table into tests/README.md.
    #[arg(long, conflicts_with = "input")]
    write: bool,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let measure = binary::build("measure", Profile::Release)?;
    let listing: Listing = binary::output(&measure, &[])?;
    listing.has_inputs(&args.input)?;
    let callgrind = Callgrind::new(measure)?;
    let mut table = String::from(
        "| input | what there is much of | bytes | 1 × | 10 × | 100 × |\n|---|---|---:|---:|---:|---:|\n",
    );
    let mut beyond = Vec::new();
    for input in &listing.linear {
        if !args.input.is_empty() && !args.input.contains(&input.name) {
            continue;
        }
        let sizes = sizes(input)?;
        let mut costs = [0.0; FACTORS.len()];
        for ((cost, factor), bytes) in costs.iter_mut().zip(FACTORS).zip(sizes) {
            let count = callgrind.pass(&["linear", &input.name, factor], bytes)?;
            *cost = per_byte(count, bytes);
        }
        let sizes = sizes.map(|bytes| bytes.to_string());
        let cells = costs.map(|cost| format!("{cost:.1}"));
        let row = format!(
            "| `{}` | {} | {} | {} |",
            input.name,
            input.about,
            sizes.join(", "),
            cells.join(" | ")
        );
        println!("{row}");
        let _ = writeln!(table, "{row}");
        if is_beyond_linear(costs) {
            beyond.push(row);
        }
    }
    if args.write {
        page::put_in("tests/README.md", "linear", &table)?;
        println!("the table is in tests/README.md");
    }
    if args.check && !beyond.is_empty() {
        eprintln!(
            "more than linear, over 50 % from 10 × to 100 ×:\n{}",
            beyond.join("\n")
        );
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn per_byte(count: u64, bytes: u64) -> f64 {
    count as f64 / bytes.max(1) as f64
}

/// The bytes of an input in each of its sizes.
fn sizes(input: &Linear) -> Result<[u64; FACTORS.len()], String> {
    input.bytes.as_slice().try_into().map_err(|_| {
        format!(
            "{}: it comes in {} sizes, and {} are measured\n  remedy: the same factors here and in letta-types/benches/src/linear.rs",
            input.name,
            input.bytes.len(),
            FACTORS.len()
        )
    })
}

fn is_beyond_linear([_, middle, largest]: [f64; FACTORS.len()]) -> bool {
    largest > middle * SLACK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_may_cost_somewhat_more() {
        assert!(!is_beyond_linear([90.0, 20.0, 29.0]));
        assert!(is_beyond_linear([20.0, 20.0, 31.0]));
        assert!(is_beyond_linear([2.0, 20.0, 200.0]));
    }

    #[test]
    fn every_size_is_measured() {
        let input = |bytes: &[u64]| Linear {
            name: "deep".into(),
            about: String::new(),
            bytes: bytes.to_vec(),
        };
        assert_eq!(sizes(&input(&[1, 10, 100])), Ok([1, 10, 100]));
        for bytes in [&[1, 10][..], &[1, 10, 100, 1000]] {
            let told = sizes(&input(bytes)).expect_err("the factors are three");
            assert!(told.starts_with("deep: it comes in"), "{told}");
        }
    }
}
