//! `cargo xtask validate`: tells what a JSON body is, what is unknown in it, and that nothing of it is lost.
//!
//! | module | what |
//! |---|---|
//! | [`source`] | files and standard input, bodies on lines |
//! | [`body`] | JSON with the digits and the places of its text |
//! | [`subject`], [`types`], [`failure`] | the types by name, reading a body as one, and why it wasn't |
//! | [`find`], [`operations`] | which type a body is, when nobody tells, and of which operations |
//! | [`survey`] | what of a body a type declares and what not |
//! | [`violations`] | what the schema says |
//! | [`proof`], [`numbers`] | that what is written is what came |
//! | [`judge`] | all of that for one body |
//! | [`report`], [`summary`], [`excerpt`], [`text`] | how it is told |

pub(crate) mod body;
mod excerpt;
pub(crate) mod failure;
mod find;
mod judge;
mod numbers;
pub(crate) mod operations;
pub(crate) mod proof;
mod report;
mod source;
mod subject;
mod summary;
mod survey;
mod text;
pub(crate) mod types;
mod violations;

use std::{
    error::Error,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice};
use support::Schema;

use self::{
    judge::Judge,
    operations::Operations,
    report::{Report, Verdict},
    source::Source,
    subject::Subject,
    summary::Summary,
    violations::Validators,
};
use crate::output::{Format, unless_gone};

const AFTER_HELP: &str = "\
Exit status: 0 if every body is read, accepted by the schema, and holds nothing unknown; 1 if there are
findings; 2 if an input holds no body that can be judged (no such file, empty, not UTF-8, not JSON, nothing
where `--at` points), if no type has the name, or if the output can't be written.

The JSON output is one document:
  bodies   a list with an object for each body:
    file, line      where it is; line is null but with --lines
    verdict         clean, findings or unusable
    type            what it is, such as Vec<Step>; null if none of the types
    operations      the operations of which it is a part: a list of operation, part (request, response or failure)
    also            types that it is just as well
    within          unions of which the type is an arm, and which read the body, too
    reads           whether the crate reads it
    error           null, or: message, pointer, line, column, type, variant (union, variant), expected, found,
                    failed_request
    schema          null, or: accepts, violations (pointer, keyword, message, is_unknown)
    unknown         a list of: kind (field, value or tag), pointer, value, in
    written         null, or: nulls_left_out, tags_added, lost (pointer, was, is, is_rounded)
  summary  bodies, clean, findings, unusable, unread, unknown_fields, unknown_values, unknown_tags, losses
Pointers are JSON Pointers, lines and columns count from 1 (columns in bytes), and values are cut short.";

#[derive(clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// The type of the bodies, such as `Step`, `Vec<LettaMessage>` or `Option<ProviderTrace>`, or the operation that answered with them,
    /// such as `ListSteps`; found out if it isn't given.
    #[arg(long = "as", value_name = "TYPE")]
    type_name: Option<String>,

    /// Where the body is, as a JSON Pointer such as `/messages`; the whole if it isn't given.
    #[arg(long = "at", value_name = "POINTER")]
    pointer: Option<String>,

    /// Take each line for a body: JSON lines, or the data of server-sent events.
    #[arg(long)]
    lines: bool,

    /// How to tell.
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Files that hold a body each; `-`, or no file at all, is standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    match validate(args) {
        Ok(Verdict::Clean) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Ok(Verdict::Unusable) => ExitCode::from(2),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn validate(args: &Args) -> Result<Verdict, Box<dyn Error>> {
    let schema = Schema::bundled();
    let operations = Operations::bundled()?;
    let asked = match &args.type_name {
        Some(name) => Some(Subject::named(&schema, &operations, name)?),
        None => None,
    };
    let judge = Judge {
        validators: Validators::bundled()?,
        schema,
        operations,
        asked,
        pointer: args.pointer.clone(),
        in_color: AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    };
    let stdin = [PathBuf::from(source::STDIN)];
    let files = if args.files.is_empty() {
        &stdin[..]
    } else {
        &args.files
    };

    let mut out = io::stdout().lock();
    let mut summary = Summary::default();
    let mut told = Vec::new();
    for path in files {
        for report in reports(&judge, path, args.lines)? {
            summary.add(&report);
            match args.format {
                Format::Text if report.line.is_some() && report.verdict == Verdict::Clean => {}
                Format::Text => unless_gone(writeln!(out, "{report}"))?,
                Format::Json => told.push(report),
            }
        }
    }
    let end = match args.format {
        Format::Text => summary.to_string(),
        Format::Json => serde_json::to_string_pretty(&Document {
            bodies: &told,
            summary: &summary,
        })?,
    };
    unless_gone(writeln!(out, "{end}"))?;
    Ok(summary.verdict())
}

/// The JSON output.
#[derive(serde::Serialize)]
struct Document<'a> {
    bodies: &'a [Report],
    summary: &'a Summary,
}

/// What is told of a file: of its body, or of the body on each of its lines.
fn reports(judge: &Judge, path: &Path, is_lines: bool) -> Result<Vec<Report>, String> {
    let name = source::name(path);
    let text = match source::read(path) {
        Ok(text) => text,
        Err(problem) => {
            let source = Source::whole(&name, "");
            return Ok(vec![Report::unusable(&source, &problem)]);
        }
    };
    let whole = Source::whole(&name, &text);
    if !is_lines || whole.is_empty() {
        return Ok(vec![judge.judge(&whole)?]);
    }
    let lines = source::lines(&name, &text).map(|line| judge.judge(&line));
    let mut reports = lines.collect::<Result<Vec<_>, _>>()?;
    if reports.is_empty() {
        let problem = "no line of it holds a body\n  remedy: save the stream once more";
        reports.push(Report::unusable(&whole, problem));
    }
    Ok(reports)
}
