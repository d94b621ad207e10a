//! What a small program costs to compile that reads a page of messages and a page of steps: with
//! letta-types, and with the same types by derive in a crate of their own.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

use super::page;
use crate::root;

#[derive(clap::Args)]
pub(super) struct Args {
    /// How often each is compiled; the least time counts.
    #[arg(long, default_value_t = 2)]
    rounds: u32,

    /// Put the table into BENCHMARKS.md.
    #[arg(long)]
    write: bool,
}

/// A program and where it is.
struct Program {
    folder: PathBuf,
    source: &'static str,
}

/// What a command took.
#[derive(Clone, Copy)]
struct Took {
    wall: Duration,

    /// Of all processors together: less noisy on a machine that others use, too.
    processor: Option<Duration>,
}

impl Took {
    fn least(self, other: Self) -> Self {
        let processor = self.processor.zip(other.processor);
        Self {
            wall: self.wall.min(other.wall),
            processor: processor.map(|(one, other)| one.min(other)),
        }
    }

    fn seconds(self) -> f64 {
        self.processor.unwrap_or(self.wall).as_secs_f64()
    }
}

/// What is compiled anew, and how.
#[derive(Clone, Copy)]
struct Case {
    title: &'static str,
    command: &'static [&'static str],
    is_cold: bool,
    aim: Option<f64>,
}

const CASES: &[Case] = &[
    Case {
        title: "`cargo check`, nothing compiled before",
        command: &["check"],
        is_cold: true,
        aim: Some(0.6),
    },
    Case {
        title: "`cargo build`, nothing compiled before",
        command: &["build"],
        is_cold: true,
        aim: Some(0.6),
    },
    Case {
        title: "`cargo build`, only the program changed",
        command: &["build"],
        is_cold: false,
        aim: Some(0.25),
    },
    Case {
        title: "`cargo build --release`, nothing compiled before",
        command: &["build", "--release"],
        is_cold: true,
        aim: None,
    },
    Case {
        title: "`cargo build --release`, only the program changed",
        command: &["build", "--release"],
        is_cold: false,
        aim: None,
    },
];

const OURS: &str = "use letta_types::{LettaMessage, Step, json};

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

/// The traits that our types have, too.
const DERIVES: &str = "#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]";

pub(super) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let folder = root().join("target/bench/compile");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let ours = with_letta_types(&folder.join("ours"))?;
    let derive = with_derive(&folder.join("derive"))?;
    let mut table =
        String::from("| what | letta-types | derive | ratio | aim |\n|---|---:|---:|---:|---:|\n");
    for case in CASES {
        let mut least: Option<[Took; 2]> = None;
        // In turns, so that a noisy neighbour is noisy for both.
        for round in 0..args.rounds.max(1) {
            let [one, other] = [&ours, &derive].map(|program| program.compile(*case, round));
            let now = [one?, other?];
            least = Some(match least {
                None => now,
                Some([one, other]) => [one.least(now[0]), other.least(now[1])],
            });
        }
        let Some([ours, derive]) = least else {
            continue;
        };
        let row = format!(
            "| {} | {} | {} | {:.2} | {} |",
            case.title,
            cell(ours),
            cell(derive),
            ours.seconds() / derive.seconds(),
            case.aim.map_or_else(String::new, |aim| format!("≤ {aim}")),
        );
        println!("{row}");
        let _ = writeln!(table, "{row}");
    }
    let crates = [ours.crates()?, derive.crates()?];
    let row = format!(
        "| crates of the normal tree, without the program | {} | {} | | ≤ 6 |",
        crates[0], crates[1]
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

const MANIFEST: &str = "[workspace]

[package]
name = \"program\"
version = \"0.1.0\"
edition = \"2024\"

[dependencies]
";

fn with_letta_types(folder: &Path) -> Result<Program, Box<dyn Error>> {
    let path = root().join("letta-types");
    program(
        folder,
        &format!(
            "letta-types = {{ path = {:?} }}\n",
            path.display().to_string()
        ),
        OURS,
    )
}

fn with_derive(folder: &Path) -> Result<Program, Box<dyn Error>> {
    let types = folder.join("derived-types");
    fs::create_dir_all(types.join("src"))?;
    fs::write(
        types.join("Cargo.toml"),
        "[package]\nname = \"derived-types\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n",
    )?;
    let derive = root().join("letta-types/benches/rivals/src/derive");
    for file in ["macros.rs", "tag.rs", "types.rs"] {
        let text = fs::read_to_string(derive.join(file))?;
        fs::write(
            types.join("src").join(file),
            text.replace("pub(crate)", "pub")
                .replace("#[derive(Deserialize, Serialize)]", DERIVES),
        )?;
    }
    fs::write(
        types.join("src/lib.rs"),
        "#[macro_use]\nmod macros;\nmod tag;\npub use tag::*;\n",
    )?;
    program(
        folder,
        "derived-types = { path = \"derived-types\" }\nserde_json = \"1\"\n",
        DERIVE,
    )
}

fn program(
    folder: &Path,
    dependencies: &str,
    source: &'static str,
) -> Result<Program, Box<dyn Error>> {
    fs::create_dir_all(folder.join("src"))?;
    fs::write(
        folder.join("Cargo.toml"),
        format!("{MANIFEST}{dependencies}"),
    )?;
    // The same versions as here, and no look at the registry.
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(Program {
        folder: folder.to_path_buf(),
        source,
    })
}

impl Program {
    fn compile(&self, case: Case, round: u32) -> Result<Took, Box<dyn Error>> {
        let target = self.folder.join("target");
        if case.is_cold && target.exists() {
            fs::remove_dir_all(&target)?;
        }
        // Another program each time: cargo, and incremental compilation, look at what changed.
        self.write_source(round * 2 + 2)?;
        if !case.is_cold {
            self.cargo(case.command)?;
            self.write_source(round * 2 + 3)?;
        }
        self.cargo(case.command)
    }

    fn write_source(&self, argument: u32) -> Result<(), Box<dyn Error>> {
        let source = self.source.replace("ROUND", &argument.to_string());
        fs::write(self.folder.join("src/main.rs"), source)?;
        Ok(())
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Took, Box<dyn Error>> {
        let (start, before) = (Instant::now(), processor_time());
        let output = self
            .command(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .output()?;
        let (wall, after) = (start.elapsed(), processor_time());
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("cargo {}: {said}", arguments.join(" ")).into());
        }
        let processor = after
            .zip(before)
            .map(|(after, before)| after.saturating_sub(before));
        Ok(Took { wall, processor })
    }

    /// Cargo as a user calls it, whatever is set around this task.
    fn command(&self, arguments: &[&str]) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        for (name, _) in std::env::vars_os() {
            let is_ours = name.to_str().is_some_and(|name| {
                name.starts_with("CARGO_PROFILE_")
                    || ["CARGO_INCREMENTAL", "CARGO_TARGET_DIR", "RUSTFLAGS"].contains(&name)
            });
            if is_ours {
                command.env_remove(name);
            }
        }
        command
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.folder);
        command
    }

    fn crates(&self) -> Result<usize, Box<dyn Error>> {
        let arguments = [
            "tree", "--edges", "normal", "--prefix", "none", "--format", "{p}",
        ];
        let output = self.command(&arguments).output()?;
        let text = String::from_utf8(output.stdout)?;
        let mut names: Vec<_> = text
            .lines()
            .filter_map(|line| line.split(' ').next())
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok(names.len().saturating_sub(1))
    }
}

/// What the children of this process have used, in user and in system mode. Linux alone tells.
fn processor_time() -> Option<Duration> {
    // Linux counts in hundredths of a second, on all machines.
    const TICK: Duration = Duration::from_millis(10);
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold anything: the state is the third field, these are 16 and 17.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(13);
    let [user, system]: [u32; 2] = [fields.next()?.parse().ok()?, fields.next()?.parse().ok()?];
    Some(TICK * (user + system))
}
