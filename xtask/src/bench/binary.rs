//! The binaries of the package `letta-types-benches`.

use std::{
    collections::BTreeMap,
    error::Error,
    path::{Path, PathBuf},
    process::Command,
};

use serde::{Deserialize, de::DeserializeOwned};

use crate::root;

/// What there is to measure.
#[derive(Deserialize)]
pub(super) struct Listing {
    pub(super) payloads: Vec<Payload>,
    pub(super) contestants: Vec<Contestant>,
    pub(super) linear: Vec<Linear>,
}

#[derive(Deserialize)]
pub(super) struct Payload {
    pub(super) name: String,
    pub(super) bytes: u64,
    pub(super) elements: u64,

    /// Why a contestant can't read it, by name.
    pub(super) refused: BTreeMap<String, String>,
}

#[derive(Deserialize)]
pub(super) struct Contestant {
    pub(super) name: String,
    pub(super) about: String,
}

/// An input that grows.
#[derive(Deserialize)]
pub(super) struct Linear {
    pub(super) name: String,
    pub(super) about: String,

    /// The bytes of each of its sizes.
    pub(super) bytes: Vec<u64>,
}

/// What one pass over a payload allocates.
#[derive(Deserialize)]
pub(super) struct Allocations {
    pub(super) payload: String,
    pub(super) contestant: String,
    #[serde(rename = "allocations")]
    pub(super) count: u64,
}

/// How a binary is built.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, clap::ValueEnum)]
pub(super) enum Profile {
    /// As cargo has it.
    #[default]
    Release,

    /// The same with link-time optimisation of all crates as one.
    ReleaseLto,
}

impl Profile {
    /// What cargo calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::ReleaseLto => "release-lto",
        }
    }

    /// The markers of a table in BENCHMARKS.md that each profile has of its own.
    pub(super) fn block(self, table: &str) -> String {
        match self {
            Self::Release => table.into(),
            Self::ReleaseLto => format!("{table}-lto"),
        }
    }
}

/// Builds a binary as users of a profile build theirs, and returns its path.
pub(super) fn build(name: &str, profile: Profile) -> Result<PathBuf, Box<dyn Error>> {
    #[derive(Deserialize)]
    struct Message {
        executable: Option<PathBuf>,
    }

    let output = cargo()
        .args([
            "build",
            "--profile",
            profile.name(),
            "--locked",
            "--package",
            "letta-types-benches",
        ])
        .args(["--bin", name, "--message-format", "json-render-diagnostics"])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("letta-types-benches doesn't compile\n  remedy: see above".into());
    }
    String::from_utf8(output.stdout)?
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok()?.executable)
        .next_back()
        .ok_or_else(|| format!("cargo built no binary `{name}`").into())
}

/// The cargo that runs this task.
pub(super) fn cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root());
    command
}

/// Runs a binary and reads the JSON that it prints.
pub(super) fn output<T: DeserializeOwned>(
    binary: &Path,
    arguments: &[&str],
) -> Result<T, Box<dyn Error>> {
    let output = Command::new(binary)
        .args(arguments)
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("{} {}: failed", binary.display(), arguments.join(" ")).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
