//! Formatting what is generated.

use std::{
    fs,
    path::Path,
    process::{self, Command},
};

use letta_types_codegen::GeneratedFile;

use crate::files;

/// Formats the Rust files among some that are generated, all in one process: the first leads to the others by its `mod`
/// declarations.
///
/// # Errors
///
/// They aren't Rust, or there is no rustfmt.
pub(crate) fn format(root: &Path, first: &str, files: &mut [GeneratedFile]) -> Result<(), String> {
    // A folder of its own for each run: tests and tasks may go on at the same time.
    let name = first.replace('/', "-");
    let folder = format!("target/rustfmt-{}-{name}", process::id());
    let formatted = within(root, &folder, first, files);
    let removed = fs::remove_dir_all(root.join(&folder));
    // First what went wrong: then the folder may not be there to be removed.
    formatted?;
    removed.map_err(|error| format!("{folder}: {error}\n  remedy: remove it by hand"))
}

fn within(
    root: &Path,
    folder: &str,
    first: &str,
    files: &mut [GeneratedFile],
) -> Result<(), String> {
    let path = |file: &GeneratedFile| format!("{folder}/{}", file.path);
    for file in files.iter().filter(|file| is_rust(file)) {
        files::write(root, &path(file), &file.text)?;
    }
    let output = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .arg(root.join(folder).join(first))
        .output()
        .map_err(|error| format!("rustfmt: {error}\n  remedy: rustup component add rustfmt"))?;
    if !output.status.success() {
        return Err(format!(
            "rustfmt: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    for file in files.iter_mut().filter(|file| is_rust(file)) {
        file.text = files::read(root, &path(file), "run the task again")?;
    }
    Ok(())
}

fn is_rust(file: &GeneratedFile) -> bool {
    Path::new(&file.path)
        .extension()
        .is_some_and(|own| own == "rs")
}
