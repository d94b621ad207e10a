//! Instructions per byte for inputs that grow: they mustn't grow with them.

use std::{error::Error, fmt::Write as _, process::ExitCode};

use super::{
    binary::{self, Listing, Profile},
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
    let callgrind = Callgrind::new(measure)?;
    let mut table = String::from(
        "| input | what there is much of | bytes | 1 × | 10 × | 100 × |\n|---|---|---:|---:|---:|---:|\n",
    );
    let mut beyond = Vec::new();
    for input in &listing.linear {
        if !args.input.is_empty() && !args.input.contains(&input.name) {
            continue;
        }
        let mut costs = Vec::new();
        for (factor, bytes) in FACTORS.iter().zip(&input.bytes) {
            let count = callgrind.pass(&["linear", &input.name, factor], *bytes)?;
            costs.push(per_byte(count, *bytes));
        }
        let sizes: Vec<_> = input.bytes.iter().map(u64::to_string).collect();
        let cells: Vec<_> = costs.iter().map(|cost| format!("{cost:.1}")).collect();
        let row = format!(
            "| `{}` | {} | {} | {} |",
            input.name,
            input.about,
            sizes.join(", "),
            cells.join(" | ")
        );
        println!("{row}");
        let _ = writeln!(table, "{row}");
        if is_beyond_linear(&costs) {
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

fn is_beyond_linear(costs: &[f64]) -> bool {
    matches!(costs, [_, middle, largest] if *largest > middle * SLACK)
}

#[cfg(test)]
mod tests {
    use super::is_beyond_linear;

    #[test]
    fn a_byte_may_cost_somewhat_more() {
        assert!(!is_beyond_linear(&[90.0, 20.0, 29.0]));
        assert!(is_beyond_linear(&[20.0, 20.0, 31.0]));
        assert!(is_beyond_linear(&[2.0, 20.0, 200.0]));
    }
}
