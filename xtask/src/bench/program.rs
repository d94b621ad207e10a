//! Small programs that use the types, each in a folder of its own: compiled and run as those of users are.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

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

    /// How many crates the normal tree has, without the program.
    pub(super) fn crates(&self) -> Result<usize, Box<dyn Error>> {
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
