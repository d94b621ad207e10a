//! `cargo xtask drift`: what an OpenAPI document says, held against the curated schema.

mod core;
mod document;
mod keywords;
mod operations;
mod schemas;
#[cfg(test)]
mod tests;

use std::{path::Path, path::PathBuf, process::ExitCode};

use self::document::Document;
use crate::{
    compare::{
        curated,
        diff::compare,
        endpoints::counterpart,
        explained::{Explained, Source},
        facts::Facts,
        report::{Report, Told},
    },
    root,
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// OpenAPI documents of version 3, in JSON.
    #[arg(required = true, value_name = "OPENAPI")]
    documents: Vec<PathBuf>,

    #[command(flatten)]
    told: Told,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    args.told.conclude(drift(&root(), &args.documents))
}

fn drift(root: &Path, paths: &[PathBuf]) -> Result<Report, String> {
    let ours = curated::read(root)?;
    let explained = Explained::read(root)?;
    let mut report = Report::default();
    for path in paths {
        against(&ours, &explained, &Document::read(path)?, &mut report)?;
    }
    Ok(report)
}

/// Compares a document with the schema.
fn against(
    ours: &Facts,
    explained: &Explained,
    document: &Document,
    report: &mut Report,
) -> Result<(), String> {
    let described = operations::read(document, |operation| counterpart(ours, operation).is_some());
    if !described
        .facts
        .operations
        .iter()
        .any(|own| own.details.is_some())
    {
        return Err(format!(
            "{}#/paths: none of the operations of the schema\n  remedy: name a document of Letta's API",
            document.file()
        ));
    }
    let mut comparison = compare(&described.facts, ours);
    for finding in described.findings {
        comparison.add(finding);
    }
    comparison.not_covered.extend(described.rest);
    let explanations = explained.apply(Source::OpenApi, document.release(), ours, &mut comparison);
    report.add(comparison, explanations);
    Ok(())
}
