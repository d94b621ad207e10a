//! The files of the curated schema, as all that reads them needs them.

use std::path::Path;

use letta_types_codegen::{Problems, SOURCES, Source};

use crate::files;

/// Where they are, relative to the repository's root.
pub(crate) const FOLDER: &str = "schema";

/// Reads the files, and has something made of them.
///
/// # Errors
///
/// What is missing or not of the dialect, with its remedy.
pub(crate) fn with<T>(
    root: &Path,
    make: impl FnOnce(&[Source<'_>]) -> Result<T, Problems>,
) -> Result<T, String> {
    let mut texts = Vec::new();
    for name in SOURCES {
        let text = files::read(root, &format!("{FOLDER}/{name}"), "restore the file")?;
        texts.push((name, text));
    }
    let sources: Vec<_> = texts
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    make(&sources).map_err(|problems| {
        let problems = problems.0.iter();
        problems
            .map(|problem| format!("{FOLDER}/{problem}"))
            .collect::<Vec<_>>()
            .join("\n")
    })
}
