//! Small programs that use the types, each in a folder of its own: compiled and run as those of users are.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::binary;
use crate::root;

/// A program and where it is.
pub(super) struct Program {
    folder: PathBuf,
    source: &'static str,
}

/// What a command took.
#[derive(Clone, Copy)]
pub(super) struct Took {
    pub(super) wall: Duration,

    /// Of all processors together: less noisy on a machine that others use, too.
    pub(super) processor: Option<Duration>,
}

impl Took {
    pub(super) fn least(self, other: Self) -> Self {
        let processor = self.processor.zip(other.processor);
        Self {
            wall: self.wall.min(other.wall),
            processor: processor.map(|(one, other)| one.min(other)),
        }
    }

    pub(super) fn seconds(self) -> f64 {
        self.processor.unwrap_or(self.wall).as_secs_f64()
    }
}

const PACKAGE: &str = "
[package]
name = \"program\"
version = \"0.1.0\"
edition = \"2024\"

[dependencies]
";

impl Program {
    /// Makes a program. Its source may say `ROUND`, for a number that makes it another one.
    pub(super) fn new(
        folder: &Path,
        dependencies: &str,
        source: &'static str,
    ) -> Result<Self, Box<dyn Error>> {
        Self::in_workspace(folder, "[workspace]\n", dependencies, source)
    }

    /// A program that depends on letta-types as it is here.
    pub(super) fn with_letta_types(
        folder: &Path,
        source: &'static str,
    ) -> Result<Self, Box<dyn Error>> {
        let path = root().join("letta-types").display().to_string();
        Self::new(
            folder,
            &format!("letta-types = {{ path = {path:?} }}\n"),
            source,
        )
    }

    /// A program that depends on a copy of letta-types, which may then be changed: its folder is `letta-types` in
    /// the program's.
    pub(super) fn with_copy(folder: &Path, source: &'static str) -> Result<Self, Box<dyn Error>> {
        let copy = folder.join("letta-types");
        fs::create_dir_all(&copy)?;
        for part in ["Cargo.toml", "README.md", "schema", "src"] {
            copy_all(&root().join("letta-types").join(part), &copy.join(part))?;
        }
        // The copy inherits from the workspace that it is in.
        let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
        let inherited = manifest
            .find("[workspace.package]")
            .and_then(|start| manifest.get(start..))
            .ok_or("Cargo.toml: no [workspace.package]")?;
        let workspace = format!("[workspace]\nmembers = [\"letta-types\"]\n\n{inherited}");
        let dependency = "letta-types = { path = \"letta-types\" }\n";
        Self::in_workspace(folder, &workspace, dependency, source)
    }

    /// Has a crate compiled as if it came from a registry: then cargo does without incremental compilation.
    pub(super) fn with_registry_crate(self, name: &str) -> Result<Self, Box<dyn Error>> {
        let path = self.folder.join("Cargo.toml");
        let manifest = fs::read_to_string(&path)?;
        let profile = format!("[profile.dev.package.{name}]\nincremental = false\n");
        fs::write(path, format!("{manifest}\n{profile}"))?;
        Ok(self)
    }

    fn in_workspace(
        folder: &Path,
        workspace: &str,
        dependencies: &str,
        source: &'static str,
    ) -> Result<Self, Box<dyn Error>> {
        fs::create_dir_all(folder.join("src"))?;
        fs::write(
            folder.join("Cargo.toml"),
            format!("{workspace}{PACKAGE}{dependencies}"),
        )?;
        // The same versions as here, and no look at the registry.
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Self {
            folder: folder.to_path_buf(),
            source,
        })
    }

    /// Removes all that was compiled.
    pub(super) fn forget(&self) -> Result<(), Box<dyn Error>> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(target)?;
        }
        Ok(())
    }

    /// What `cargo build --release` makes.
    pub(super) fn executable(&self) -> PathBuf {
        let name = format!("program{}", std::env::consts::EXE_SUFFIX);
        self.folder.join("target/release").join(name)
    }

    pub(super) fn write_source(&self, round: u32) -> Result<(), Box<dyn Error>> {
        let source = self.source.replace("ROUND", &round.to_string());
        fs::write(self.folder.join("src/main.rs"), source)?;
        Ok(())
    }

    pub(super) fn cargo(&self, arguments: &[&str]) -> Result<Took, Box<dyn Error>> {
        let (start, before) = (Instant::now(), processor_time());
        self.output(arguments)?;
        let (wall, after) = (start.elapsed(), processor_time());
        let processor = after
            .zip(before)
            .map(|(after, before)| after.saturating_sub(before));
        Ok(Took { wall, processor })
    }

    /// How many crates the normal tree has, without the program.
    pub(super) fn crates(&self) -> Result<usize, Box<dyn Error>> {
        let text = self.output(&[
            "tree", "--edges", "normal", "--prefix", "none", "--format", "{p}",
        ])?;
        let mut names: Vec<_> = text
            .lines()
            .filter_map(|line| line.split(' ').next())
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok(names.len().saturating_sub(1))
    }

    /// What cargo prints, as a user calls it, whatever is set around this task.
    fn output(&self, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
        let mut command = binary::cargo();
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(changes_compiling) {
                command.env_remove(name);
            }
        }
        let output = command
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.folder)
            .output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("cargo {}: {said}", arguments.join(" ")).into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }
}

/// Whether a variable of the environment changes what cargo compiles, how, or where to.
fn changes_compiling(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_INCREMENTAL",
        "CARGO_TARGET_DIR",
        "RUSTC",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTC_WRAPPER",
        "RUSTFLAGS",
    ];
    NAMES.contains(&name)
        || name.starts_with("CARGO_BUILD_")
        || name.starts_with("CARGO_PROFILE_")
        || name.starts_with("CARGO_TARGET_") && name.ends_with("_RUSTFLAGS")
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

/// An empty folder for the programs of a task.
pub(super) fn folder(name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = root().join("target/bench").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Ok(folder)
}

/// Copies a file, or a folder and all that is in it.
pub(super) fn copy_all(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    if !from.is_dir() {
        fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()))?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy_all(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_that_cargo_does_not_list_are_not_none() {
        let folder = folder("no-tree").expect("a folder");
        let program = Program::new(&folder, "letta-types = { path = \"nowhere\" }\n", "");
        let program = program.expect("a program");
        program.write_source(0).expect("a source");
        let told = program.crates().expect_err("there is no such folder");
        let told = told.to_string();
        assert!(told.starts_with("cargo tree --edges normal"), "{told}");
        assert!(told.contains("nowhere"), "{told}");
        fs::remove_dir_all(folder).expect("it is there");
    }

    #[test]
    fn crates_are_counted_without_the_program() {
        let folder = folder("tree").expect("a folder");
        let program = Program::with_letta_types(&folder, "").expect("a program");
        program.write_source(0).expect("a source");
        // The types, their two dependencies, and what these need.
        assert!(program.crates().expect("a tree") >= 3);
        fs::remove_dir_all(folder).expect("it is there");
    }

    #[test]
    fn the_environment_of_the_task_is_not_that_of_the_program() {
        for name in [
            "CARGO_BUILD_RUSTC_WRAPPER",
            "CARGO_BUILD_TARGET",
            "CARGO_ENCODED_RUSTFLAGS",
            "CARGO_INCREMENTAL",
            "CARGO_PROFILE_DEV_DEBUG",
            "CARGO_TARGET_DIR",
            "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS",
            "RUSTC",
            "RUSTC_WORKSPACE_WRAPPER",
            "RUSTC_WRAPPER",
            "RUSTFLAGS",
        ] {
            assert!(changes_compiling(name), "{name}");
        }
        // Without these there may be no cargo, or nothing to link with.
        for name in [
            "CARGO",
            "CARGO_HOME",
            "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER",
            "PATH",
            "RUSTUP_TOOLCHAIN",
        ] {
            assert!(!changes_compiling(name), "{name}");
        }
    }
}
