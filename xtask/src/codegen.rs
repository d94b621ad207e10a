//! `cargo xtask codegen`: reads the schema, writes what came of it.

use std::{
    collections::BTreeMap,
    error::Error,
    fmt::Write as _,
    fs, io,
    io::IsTerminal,
    path::Path,
    process::{Command, ExitCode},
};

use letta_types_codegen::{GeneratedFile, Generation, SOURCES, Source, generate};
use similar::{ChangeTag, TextDiff};

use crate::root;

/// The folders within `letta-types` that hold generated files and nothing else.
const OWNED: &[&str] = &["schema", "src/generated"];

const REMEDY: &str = "cargo xtask codegen";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write nothing; fail, with a diff, if a file isn't what the schema makes of it.
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,

    /// Write nothing; list what would change.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Mode {
    Write,
    Check,
    DryRun,
}

/// What must happen to a file.
enum Change {
    /// It is new or differs.
    Write {
        path: String,
        old: Option<String>,
        new: String,
    },
    /// Nothing makes it any more.
    Remove { path: String },
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let mode = match (args.check, args.dry_run) {
        (true, _) => Mode::Check,
        (_, true) => Mode::DryRun,
        _ => Mode::Write,
    };
    match codegen(&root(), mode) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn codegen(root: &Path, mode: Mode) -> Result<ExitCode, Box<dyn Error>> {
    let generation = generation(root)?;
    let changes = changes(&root.join("letta-types"), generation.files)?;
    match mode {
        Mode::Write => write(&root.join("letta-types"), &changes)?,
        Mode::Check if !changes.is_empty() => {
            eprint!("{}", report(&changes, io::stderr().is_terminal()));
            return Ok(ExitCode::FAILURE);
        }
        Mode::Check => {}
        Mode::DryRun => {
            for change in &changes {
                println!("{}", title(change));
            }
        }
    }
    let counts = generation.counts;
    println!(
        "{} objects with {} fields, {} unions, {} enums, {} identifiers and instants, {} operations; {} of the files {}",
        counts.objects,
        counts.fields,
        counts.unions,
        counts.enums,
        counts.texts,
        counts.operations,
        changes.len(),
        if mode == Mode::DryRun {
            "would change"
        } else {
            "changed"
        },
    );
    Ok(ExitCode::SUCCESS)
}

/// Brings the generated files in a folder up to date that has `schema` and `letta-types`, as the repository's root has.
#[cfg(feature = "types")]
pub(crate) fn write_all(root: &Path) -> Result<(), Box<dyn Error>> {
    let base = root.join("letta-types");
    write(&base, &changes(&base, generation(root)?.files)?)?;
    Ok(())
}

/// What the schema makes, formatted.
fn generation(root: &Path) -> Result<Generation, Box<dyn Error>> {
    let schema = root.join("schema");
    let mut texts = Vec::new();
    for name in SOURCES {
        let path = schema.join(name);
        let text = fs::read_to_string(&path)
            .map_err(|error| format!("schema/{name}: {error}\n  remedy: restore the file"))?;
        texts.push((name, text));
    }
    for entry in fs::read_dir(&schema)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is(&name, "json") && !SOURCES.contains(&name.as_str()) {
            return Err(format!(
                "schema/{name}: not in the list of schema files\n  remedy: add it to SOURCES in codegen/src/lib.rs"
            )
            .into());
        }
    }
    let sources: Vec<_> = texts
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    let mut generation = generate(&sources).map_err(|problems| {
        let problems = problems.0.iter();
        problems
            .map(|problem| format!("schema/{problem}"))
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    // A folder of its own for each run: tests and tasks may go on at the same time.
    let folder = root
        .join("target")
        .join(format!("codegen-{}", std::process::id()));
    let formatted = format(&folder, &mut generation.files);
    let removed = fs::remove_dir_all(&folder);
    // First what went wrong: then the folder may not be there to be removed.
    formatted?;
    removed?;
    Ok(generation)
}

fn is(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|own| own == extension)
}

/// Formats the Rust files by rustfmt, all in one process, in a folder of their own.
fn format(folder: &Path, files: &mut [GeneratedFile]) -> Result<(), Box<dyn Error>> {
    for file in files.iter().filter(|file| is(&file.path, "rs")) {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &file.text)?;
    }
    let output = Command::new("rustfmt")
        .args(["--edition", "2024"])
        // Rustfmt follows the `mod` declarations to all other files.
        .arg(folder.join("src/generated/mod.rs"))
        .output()
        .map_err(|error| format!("rustfmt: {error}\n  remedy: rustup component add rustfmt"))?;
    if !output.status.success() {
        return Err(format!("rustfmt: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    for file in files.iter_mut().filter(|file| is(&file.path, "rs")) {
        file.text = fs::read_to_string(folder.join(&file.path))?;
    }
    Ok(())
}

/// The differences between what is there and what should be.
fn changes(base: &Path, files: Vec<GeneratedFile>) -> io::Result<Vec<Change>> {
    let mut present = BTreeMap::new();
    for folder in OWNED {
        collect(base, &base.join(folder), &mut present)?;
    }
    let mut changes = Vec::new();
    for file in files {
        let old = present.remove(&file.path);
        if old.as_ref() != Some(&file.text) {
            changes.push(Change::Write {
                path: file.path,
                old,
                new: file.text,
            });
        }
    }
    changes.extend(present.into_keys().map(|path| Change::Remove { path }));
    Ok(changes)
}

/// All files below a folder, by their path within the base.
fn collect(base: &Path, folder: &Path, into: &mut BTreeMap<String, String>) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(base, &path, into)?;
        } else {
            let name = path.strip_prefix(base).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
            into.insert(name, text);
        }
    }
    Ok(())
}

fn write(base: &Path, changes: &[Change]) -> io::Result<()> {
    for change in changes {
        match change {
            Change::Write { path, new, .. } => {
                let target = base.join(path);
                if let Some(folder) = target.parent() {
                    fs::create_dir_all(folder)?;
                }
                // Renamed into place: whoever reads meanwhile sees the old file or the new one.
                let beside = target.with_extension("part");
                fs::write(&beside, new)?;
                fs::rename(&beside, &target)?;
            }
            Change::Remove { path } => fs::remove_file(base.join(path))?,
        }
    }
    Ok(())
}

fn title(change: &Change) -> String {
    match change {
        Change::Write {
            path, old: None, ..
        } => format!("new      letta-types/{path}"),
        Change::Write { path, .. } => format!("differs  letta-types/{path}"),
        Change::Remove { path } => format!("stale    letta-types/{path}"),
    }
}

/// The changes as a person reads them, the first lines of each.
fn report(changes: &[Change], color: bool) -> String {
    const MOST: usize = 60;
    let paint = |code: &str, line: &str| {
        if color {
            format!("\u{1b}[{code}m{line}\u{1b}[0m")
        } else {
            line.to_owned()
        }
    };
    let mut text = String::new();
    for change in changes {
        let _ = writeln!(text, "{}", paint("1", &title(change)));
        let Change::Write { old, new, .. } = change else {
            continue;
        };
        let diff = TextDiff::from_lines(old.as_deref().unwrap_or_default(), new);
        let mut lines = Vec::new();
        for group in diff.grouped_ops(2) {
            for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
                let line = change.value().trim_end();
                lines.push(match change.tag() {
                    ChangeTag::Delete => paint("31", &format!("  -{line}")),
                    ChangeTag::Insert => paint("32", &format!("  +{line}")),
                    ChangeTag::Equal => format!("   {line}"),
                });
            }
        }
        for line in lines.iter().take(MOST) {
            let _ = writeln!(text, "{line}");
        }
        if lines.len() > MOST {
            let _ = writeln!(text, "   … and {} lines more", lines.len() - MOST);
        }
    }
    let _ = writeln!(
        text,
        "the generated files aren't what the schema makes of them: run `{REMEDY}`"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_files_are_fresh() -> Result<(), Box<dyn Error>> {
        let root = root();
        let changes = changes(&root.join("letta-types"), generation(&root)?.files)?;
        assert!(changes.is_empty(), "{}", report(&changes, false));
        Ok(())
    }
}
