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

impl Listing {
    /// # Errors
    ///
    /// There is no payload of one of the names.
    pub(super) fn has_payloads(&self, names: &[String]) -> Result<(), String> {
        known("payload", names, self.payloads.iter().map(|one| &*one.name))
    }

    /// # Errors
    ///
    /// There is no contestant of one of the names.
    pub(super) fn has_contestants(&self, names: &[String]) -> Result<(), String> {
        let known_names = self.contestants.iter().map(|one| &*one.name);
        known("contestant", names, known_names)
    }

    /// # Errors
    ///
    /// There is no growing input of one of the names.
    pub(super) fn has_inputs(&self, names: &[String]) -> Result<(), String> {
        known("input", names, self.linear.iter().map(|one| &*one.name))
    }
}

/// What isn't there would be measured by measuring nothing.
fn known<'a>(
    what: &str,
    given: &[String],
    names: impl Iterator<Item = &'a str>,
) -> Result<(), String> {
    let names: Vec<_> = names.collect();
    match given.iter().find(|name| !names.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(format!(
            "no {what} is called `{name}`\n  remedy: one of {}",
            names.join(", ")
        )),
    }
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

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn what_is_chosen_has_to_be_there() {
        let names = ["steps", "trace"];
        let chosen = |given: &[&str]| {
            let given: Vec<_> = given.iter().map(|name| (*name).to_owned()).collect();
            known("payload", &given, names.into_iter())
        };
        assert_eq!(chosen(&[]), Ok(()));
        assert_eq!(chosen(&["trace", "steps"]), Ok(()));
        let told = "no payload is called `step`\n  remedy: one of steps, trace";
        assert_eq!(chosen(&["steps", "step"]), Err(told.to_owned()));
    }
}
