//! `cargo xtask audit`: what the API reference says, held against the curated schema.

mod bodies;
mod documented;
mod examples;
mod expression;
mod flat;
mod markdown;
mod page;

use std::{fs, path::Path, path::PathBuf, process::ExitCode, rc::Rc};

use self::{bodies::Bodies, page::Page};
use crate::{
    compare::{
        curated,
        diff::{Comparison, compare},
        explained::{Explained, Source},
        facts::Facts,
        report::{Report, Told},
    },
    root,
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The pages of the API reference: markdown, or the text of the older pages.
    #[arg(required = true, value_name = "DOC")]
    documents: Vec<PathBuf>,

    #[command(flatten)]
    told: Told,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    args.told.conclude(audit(&root(), &args.documents))
}

fn audit(root: &Path, documents: &[PathBuf]) -> Result<Report, String> {
    let ours = curated::read(root)?;
    let explained = Explained::read(root)?;
    let mut pages = Vec::new();
    for path in documents {
        let name = path.display();
        let bytes = fs::read(path).map_err(|error| {
            format!("{name}: {error}\n  remedy: name a page of the API reference")
        })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!("{name}: byte {at}: not UTF-8\n  remedy: save the page as text")
        })?;
        pages.push((name.to_string(), text));
    }
    against(&ours, &explained, &Bodies::bundled()?, &pages)
}

/// Compares pages, each with its name, with the schema.
fn against(
    ours: &Facts,
    explained: &Explained,
    bodies: &Bodies,
    pages: &[(String, String)],
) -> Result<Report, String> {
    let mut report = Report::default();
    let mut markdown = Comparison::default();
    let mut flat = Comparison::default();
    for (name, text) in pages {
        let (source, page) = read(name, text)?;
        let documented = documented::read(&Rc::from(name.as_str()), &page);
        let mut comparison = compare(&documented.facts, ours);
        for finding in documented.findings {
            comparison.add(finding);
        }
        report.examples += examples::check(
            &documented.facts,
            ours,
            bodies,
            &documented.examples,
            &mut comparison,
        );
        if source == Source::Flat {
            flat.extend(comparison);
        } else {
            markdown.extend(comparison);
        }
    }
    for (source, mut comparison) in [(Source::Markdown, markdown), (Source::Flat, flat)] {
        let explanations = explained.apply(source, None, ours, &mut comparison);
        report.add(comparison, explanations);
    }
    Ok(report)
}

/// Reads a page in the rendering that it is in.
fn read(name: &str, text: &str) -> Result<(Source, Page), String> {
    let (source, page) = if markdown::is_like(text) {
        (Source::Markdown, markdown::read(text))
    } else if flat::is_like(text) {
        (Source::Flat, flat::read(text))
    } else {
        (Source::Markdown, Page::default())
    };
    if page.parts.is_empty() {
        let line = text.lines().count().max(1);
        return Err(format!(
            "{name}: lines 1 to {line}: no endpoint, such as `**get** `/v1/steps/``, and no type\n  remedy: save the page of a resource, by its link \"View as Markdown\""
        ));
    }
    Ok((source, page))
}

#[cfg(test)]
mod tests;
