//! What a small program costs to compile that reads a page of messages and a page of steps: with
//! letta-types, and with the same types by derive in a crate of their own.

use std::{error::Error, fmt::Write as _, fs, path::Path, process::ExitCode};

use super::{
    derived, page,
    program::{self, Program, Took},
    targets,
};

#[derive(clap::Args)]
pub(super) struct Args {
    /// How often each is compiled; the least time counts.
    #[arg(long, default_value_t = 2)]
    pub(super) rounds: u32,

    /// Put the table into BENCHMARKS.md.
    #[arg(long)]
    pub(super) write: bool,
}

/// What is compiled anew, and how.
#[derive(Clone, Copy)]
struct Case {
    title: &'static str,
    command: &'static [&'static str],
    is_cold: bool,
    aim: f64,
}

const CASES: &[Case] = &[
    Case {
        title: "`cargo check`, nothing compiled before",
        command: &["check"],
        is_cold: true,
        aim: 0.6,
    },
    Case {
        title: "`cargo build`, nothing compiled before",
        command: &["build"],
        is_cold: true,
        aim: 0.6,
    },
    Case {
        title: "`cargo build`, only the program changed",
        command: &["build"],
        is_cold: false,
        aim: 0.25,
    },
    Case {
        title: "the same without incremental compilation",
        command: &["build", "--config", "profile.dev.incremental=false"],
        is_cold: false,
        aim: 0.25,
    },
    Case {
        title: "`cargo build --release`, nothing compiled before",
        command: &["build", "--release"],
        is_cold: true,
        aim: 0.6,
    },
    Case {
        title: "`cargo build --release`, only the program changed",
        command: &["build", "--release"],
        is_cold: false,
        aim: 0.25,
    },
];

/// A program that reads a page of messages and a page of steps.
pub(super) const OURS: &str = "use letta_types::{LettaMessage, Step, json};

fn main() {
    let body = std::env::args().nth(ROUND).unwrap_or_default();
    match json::from_str::<Vec<LettaMessage>>(&body) {
        Ok(messages) => println!(\"{}\", messages.len()),
        Err(error) => println!(\"{error}\"),
    }
    match json::from_str::<Vec<Step>>(&body) {
        Ok(steps) => println!(\"{}\", steps.len()),
        Err(error) => println!(\"{error}\"),
    }
}
";

const DERIVE: &str = "use derived_types::{LettaMessage, Step};

fn main() {
    let body = std::env::args().nth(ROUND).unwrap_or_default();
    match serde_json::from_str::<Vec<LettaMessage>>(&body) {
        Ok(messages) => println!(\"{}\", messages.len()),
        Err(error) => println!(\"{error}\"),
    }
    match serde_json::from_str::<Vec<Step>>(&body) {
        Ok(steps) => println!(\"{}\", steps.len()),
        Err(error) => println!(\"{error}\"),
    }
}
";

pub(super) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let folder = program::folder("compile")?;
    let ours = Program::with_letta_types(&folder.join("ours"), OURS)?
        .with_registry_crate("letta-types")?;
    let derive = with_derive(&folder.join("derive"))?;
    let mut table = String::from(
        "| what | letta-types | derive | ratio | aim | |\n|---|---:|---:|---:|---:|---|\n",
    );
    for case in CASES {
        let mut least: Option<[Took; 2]> = None;
        // In turns, so that a noisy neighbour is noisy for both.
        for round in 0..args.rounds.max(1) {
            let [one, other] = [&ours, &derive].map(|program| compile(program, *case, round));
            let now = [one?, other?];
            least = Some(match least {
                None => now,
                Some([one, other]) => [one.least(now[0]), other.least(now[1])],
            });
        }
        let Some([ours, derive]) = least else {
            continue;
        };
        let ratio = ours.seconds() / derive.seconds();
        let row = format!(
            "| {} | {} | {} | {ratio:.2} | {} | {} |",
            case.title,
            cell(ours),
            cell(derive),
            format_args!("≤ {}", case.aim),
            targets::mark(ratio <= case.aim),
        );
        println!("{row}");
        let _ = writeln!(table, "{row}");
    }
    let crates = [ours.crates()?, derive.crates()?];
    let row = format!(
        "| crates of the normal tree, without the program | {} | {} | | ≤ 6 | {} |",
        crates[0],
        crates[1],
        targets::mark(crates[0] <= 6)
    );
    println!("{row}");
    let _ = writeln!(table, "{row}");
    if args.write {
        page::put("compile", &table)?;
        println!("the table is in BENCHMARKS.md");
    }
    fs::remove_dir_all(&folder)?;
    Ok(ExitCode::SUCCESS)
}

fn cell(took: Took) -> String {
    let wall = took.wall.as_secs_f64();
    match took.processor {
        Some(processor) => format!("{:.2} s ({wall:.2} s)", processor.as_secs_f64()),
        None => format!("({wall:.2} s)"),
    }
}

fn with_derive(folder: &Path) -> Result<Program, Box<dyn Error>> {
    let types = folder.join("derived-types");
    fs::create_dir_all(types.join("src"))?;
    fs::write(
        types.join("Cargo.toml"),
        "[package]\nname = \"derived-types\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n",
    )?;
    fs::write(types.join("src/lib.rs"), derived::source()?)?;
    let dependencies = "derived-types = { path = \"derived-types\" }\nserde_json = \"1\"\n";
    Program::new(folder, dependencies, DERIVE)?.with_registry_crate("derived-types")
}

fn compile(program: &Program, case: Case, round: u32) -> Result<Took, Box<dyn Error>> {
    if case.is_cold {
        program.forget()?;
    }
    // Another program each time: cargo, and incremental compilation, look at what changed.
    program.write_source(round * 2 + 2)?;
    if !case.is_cold {
        program.cargo(case.command)?;
        program.write_source(round * 2 + 3)?;
    }
    program.cargo(case.command)
}
