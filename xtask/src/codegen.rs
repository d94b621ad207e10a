//! `cargo xtask codegen`: reads the schema, writes what came of it.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use anstyle::{AnsiColor, Style};
use letta_types_codegen::{Counts, GeneratedFile, Generation, SOURCES, generate};
use similar::{ChangeTag, TextDiff};

use crate::{
    files,
    output::unless_gone,
    root, rustfmt,
    sources::{self, FOLDER},
};

/// Where the crate is that is generated.
const CRATE: &str = "letta-types";

/// The folders that hold generated files and nothing else.
const OWNED: &[&str] = &["letta-types/schema", "letta-types/src/generated"];

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

fn codegen(root: &Path, mode: Mode) -> Result<ExitCode, String> {
    let generation = generation(root)?;
    let changes = changes(root, generation.files)?;
    match mode {
        Mode::Write => write(root, &changes)?,
        Mode::Check if !changes.is_empty() => {
            // Colours go where nothing can show them.
            anstream::eprint!("{}", report(&changes));
            return Ok(ExitCode::FAILURE);
        }
        Mode::Check | Mode::DryRun => {}
    }
    let told = told(mode, &changes, &generation.counts);
    unless_gone(io::stdout().write_all(told.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}

/// What changed, or would, and how much there is.
fn told(mode: Mode, changes: &[Change], counts: &Counts) -> String {
    let mut text = String::new();
    let mut happened = "changed";
    if mode == Mode::DryRun {
        happened = "would change";
        for change in changes {
            let _ = writeln!(text, "{}", title(change));
        }
    }
    let _ = writeln!(
        text,
        "{} objects with {} fields, {} unions, {} enums, {} identifiers and instants, {} operations; {} of the files {happened}",
        counts.objects,
        counts.fields,
        counts.unions,
        counts.enums,
        counts.texts,
        counts.operations,
        changes.len(),
    );
    text
}

/// Brings the generated files in a folder up to date that has `schema` and `letta-types`, as the repository's root has.
#[cfg(feature = "types")]
pub(crate) fn write_all(root: &Path) -> Result<(), String> {
    write(root, &changes(root, generation(root)?.files)?)
}

/// What the schema makes, formatted.
fn generation(root: &Path) -> Result<Generation, String> {
    let mut generation = sources::with(root, generate)?;
    all_are_listed(root)?;
    rustfmt::format(root, "src/generated/mod.rs", &mut generation.files)?;
    Ok(generation)
}

/// A schema file that isn't compiled is forgotten.
fn all_are_listed(root: &Path) -> Result<(), String> {
    for path in files::below(root, FOLDER)?.keys() {
        let name = path
            .strip_prefix(FOLDER)
            .unwrap_or(path)
            .trim_start_matches('/');
        let is_json = Path::new(name).extension().is_some_and(|own| own == "json");
        if is_json && !SOURCES.contains(&name) {
            return Err(format!(
                "{path}: not in the list of schema files\n  remedy: add it to SOURCES in codegen/src/lib.rs"
            ));
        }
    }
    Ok(())
}

/// The differences between what is there and what should be.
fn changes(root: &Path, files: Vec<GeneratedFile>) -> Result<Vec<Change>, String> {
    let mut present = BTreeMap::new();
    for folder in OWNED {
        present.extend(files::below(root, folder)?);
    }
    let mut changes = Vec::new();
    for file in files {
        let path = format!("{CRATE}/{}", file.path);
        let (old, new) = (present.remove(&path), file.text);
        if old.as_ref() != Some(&new) {
            changes.push(Change::Write { path, old, new });
        }
    }
    changes.extend(present.into_keys().map(|path| Change::Remove { path }));
    Ok(changes)
}

fn write(root: &Path, changes: &[Change]) -> Result<(), String> {
    for change in changes {
        match change {
            Change::Write { path, new, .. } => files::write(root, path, new)?,
            Change::Remove { path } => files::remove(root, path)?,
        }
    }
    Ok(())
}

fn title(change: &Change) -> String {
    match change {
        Change::Write {
            path, old: None, ..
        } => format!("new      {path}"),
        Change::Write { path, .. } => format!("differs  {path}"),
        Change::Remove { path } => format!("stale    {path}"),
    }
}

/// The changes as a person reads them, the first lines of each.
fn report(changes: &[Change]) -> String {
    const MOST: usize = 60;
    const HEAD: Style = Style::new().bold();
    const GONE: Style = AnsiColor::Red.on_default();
    const NEW: Style = AnsiColor::Green.on_default();
    let mut text = String::new();
    for change in changes {
        let _ = writeln!(text, "{HEAD}{}{HEAD:#}", title(change));
        let Change::Write { old, new, .. } = change else {
            continue;
        };
        let diff = TextDiff::from_lines(old.as_deref().unwrap_or_default(), new);
        let mut lines = Vec::new();
        for group in diff.grouped_ops(2) {
            for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
                let line = change.value().trim_end();
                lines.push(match change.tag() {
                    ChangeTag::Delete => format!("{GONE}  -{line}{GONE:#}"),
                    ChangeTag::Insert => format!("{NEW}  +{line}{NEW:#}"),
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
    fn generated_files_are_fresh() -> Result<(), String> {
        let root = root();
        let changes = changes(&root, generation(&root)?.files)?;
        assert!(changes.is_empty(), "{}", report(&changes));
        Ok(())
    }
}
