//! Instructions, as valgrind's callgrind counts them: the same in each run, but for a handful.

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::Command,
};

use crate::root;

/// How many bytes are read or written in all for one count, roughly.
const BYTES: u64 = 1_000_000;

pub(super) struct Callgrind {
    binary: PathBuf,
}

impl Callgrind {
    /// # Errors
    ///
    /// Valgrind isn't there.
    pub(super) fn new(binary: PathBuf) -> Result<Self, Box<dyn Error>> {
        match Command::new("valgrind").arg("--version").output() {
            Ok(output) if output.status.success() => Ok(Self { binary }),
            _ => Err(
                "valgrind isn't there, and instructions can't be counted without it\n  \
                 remedy: install it, for example by `apt-get install valgrind`"
                    .into(),
            ),
        }
    }

    /// The instructions of one pass over something of so many bytes.
    ///
    /// The arguments name it; the count of passes comes after them. Start-up, making the payload and the
    /// first pass are in both counts and so cancel out.
    pub(super) fn pass(&self, arguments: &[&str], bytes: u64) -> Result<u64, Box<dyn Error>> {
        let passes = (BYTES / bytes.max(1)).clamp(2, 2_000);
        let few = self.count(arguments, 1)?;
        let many = self.count(arguments, 1 + passes)?;
        Ok(many.saturating_sub(few) / passes)
    }

    fn count(&self, arguments: &[&str], passes: u64) -> Result<u64, Box<dyn Error>> {
        let folder = root().join("target/bench");
        std::fs::create_dir_all(&folder)?;
        let out = folder.join(format!("callgrind.{}", std::process::id()));
        let output = Command::new("valgrind")
            .arg("--tool=callgrind")
            .arg(format!("--callgrind-out-file={}", out.display()))
            .arg(&self.binary)
            .args(arguments)
            .arg(passes.to_string())
            .output()?;
        let total = total(&out);
        // Nobody reads it again.
        let _ = std::fs::remove_file(&out);
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("callgrind of `{}`: {said}", arguments.join(" ")).into());
        }
        total
    }
}

/// The total of a file that callgrind wrote.
fn total(out: &Path) -> Result<u64, Box<dyn Error>> {
    std::fs::read_to_string(out)?
        .lines()
        .find_map(|line| line.strip_prefix("totals: ")?.trim().parse().ok())
        .ok_or_else(|| "callgrind wrote no total".into())
}
