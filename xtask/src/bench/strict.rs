//! What it costs to keep undeclared fields when none come: beside a copy of the crate that keeps none.

use std::{error::Error, fmt::Write as _, fs, path::Path, process::ExitCode};

use super::{
    binary::{self, Profile},
    callgrind::Callgrind,
    page,
    program::{self, Program},
    targets,
};
use crate::root;

/// The payloads, all of one body, and what the program is to read them as.
const PAYLOADS: [(&str, &str); 4] = [
    ("messages", "messages"),
    ("messages-short", "messages"),
    ("steps", "steps"),
    ("streamed", "message"),
];

/// What it may cost, in hundredths.
const AIM: f64 = 2.0;

/// Reads a file so many times.
const READER: &str = r#"use std::{error::Error, hint::black_box};

use letta_types::{LettaMessage, Step, json};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, shape, file, count] = &arguments[..] else {
        return Err("usage: program <shape> <file> <count>".into());
    };
    let text = std::fs::read_to_string(file)?;
    for _ in 0..count.parse()? {
        match &**shape {
            "messages" => drop(black_box(json::from_str::<Vec<LettaMessage>>(black_box(&text))?)),
            "message" => drop(black_box(json::from_str::<LettaMessage>(black_box(&text))?)),
            "steps" => drop(black_box(json::from_str::<Vec<Step>>(black_box(&text))?)),
            other => return Err(format!("no such shape: {other}").into()),
        }
    }
    Ok(())
}
"#;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Put the table into BENCHMARKS.md.
    #[arg(long)]
    write: bool,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let folder = program::folder("strict")?;
    let ours = Program::with_letta_types(&folder.join("ours"), READER)?;
    let strict = Program::with_copy(&folder.join("copy"), READER)?;
    fs::copy(
        root().join("letta-types/benches/strict/extra.rs"),
        folder.join("copy/letta-types/src/extra.rs"),
    )?;
    let [ours, strict] = [counter(&ours)?, counter(&strict)?];
    let measure = binary::build("measure", Profile::Release)?;
    let mut table = String::from(
        "| payload | instructions | without undeclared fields | more | aim | |\n|---|---:|---:|---:|---:|---|\n",
    );
    for (payload, shape) in PAYLOADS {
        let bodies: Vec<String> = binary::output(&measure, &["bodies", payload])?;
        let body = bodies.first().ok_or("a payload without a body")?;
        let file = folder.join(format!("{payload}.json"));
        fs::write(&file, body)?;
        let row = row(
            payload,
            count(&ours, shape, &file)?,
            count(&strict, shape, &file)?,
        );
        println!("{row}");
        let _ = writeln!(table, "{row}");
    }
    if args.write {
        page::put("strict", &table)?;
        println!("the table is in BENCHMARKS.md");
    }
    fs::remove_dir_all(&folder)?;
    Ok(ExitCode::SUCCESS)
}

fn counter(program: &Program) -> Result<Callgrind, Box<dyn Error>> {
    program.write_source(0)?;
    program.cargo(&["build", "--release"])?;
    Callgrind::new(program.executable())
}

fn count(callgrind: &Callgrind, shape: &str, file: &Path) -> Result<u64, Box<dyn Error>> {
    let bytes = fs::metadata(file)?.len();
    callgrind.pass(&[shape, &file.display().to_string()], bytes)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn row(payload: &str, ours: u64, strict: u64) -> String {
    let more = (ours as f64 / strict.max(1) as f64 - 1.0) * 100.0;
    let mark = targets::mark(more <= AIM);
    format!("| `{payload}` | {ours} | {strict} | {more:.1} % | ≤ {AIM} % | {mark} |")
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn what_is_more_is_a_part_of_the_strict_count() {
        assert_eq!(
            row("x", 101, 100),
            "| `x` | 101 | 100 | 1.0 % | ≤ 2 % | met |"
        );
        assert_eq!(
            row("x", 103, 100),
            "| `x` | 103 | 100 | 3.0 % | ≤ 2 % | missed |"
        );
    }
}
