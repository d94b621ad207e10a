//! What was found, for people and for programs.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    io::Write as _,
    process::ExitCode,
};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::{
    diff::Comparison,
    explained::Explanation,
    findings::{Finding, NotCovered, Note, Seen},
};
use crate::output::{Format, counted, unless_gone};

/// How much is listed of what the schema doesn't cover.
const LISTED: usize = 20;

/// The options of the verbs that compare.
#[derive(clap::Args)]
pub(crate) struct Told {
    /// How to tell what was found.
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Tell also what the schema has beyond the documents, and what is explained.
    #[arg(long)]
    verbose: bool,
}

impl Told {
    /// Tells what was found, or why nothing could be compared.
    pub(crate) fn conclude(&self, report: Result<Report, String>) -> ExitCode {
        let told = report.and_then(|report| {
            report.print(self.format, self.verbose)?;
            Ok(report.status())
        });
        told.unwrap_or_else(|error| {
            eprintln!("{error}");
            ExitCode::from(2)
        })
    }
}

/// What was found in all sources.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) findings: Vec<Finding>,
    explained: Vec<Explanation>,
    notes: BTreeSet<Note>,
    not_covered: Vec<NotCovered>,
    seen: Seen,
    /// How many examples were compared.
    pub(crate) examples: usize,
}

/// How much was compared, and what came of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Counts {
    pub(crate) operations: usize,
    pub(crate) parameters: usize,
    pub(crate) types: usize,
    pub(crate) fields: usize,
    pub(crate) values: usize,
    pub(crate) members: usize,
    pub(crate) examples: usize,
    pub(crate) missing: usize,
    pub(crate) findings: usize,
    pub(crate) explained: usize,
    pub(crate) not_covered: usize,
}

impl Report {
    /// The findings in short: kind, what it is about, and where, without
    /// what all places begin with.
    #[cfg(test)]
    pub(crate) fn short(&self, prefix: &str) -> Vec<String> {
        let findings = self.findings.iter().map(|finding| {
            let path = [finding.group.as_str(), finding.path.as_str()];
            let path = path.into_iter().filter(|part| !part.is_empty());
            let path = path.collect::<Vec<_>>().join(" ");
            let schema = finding.schema.as_ref().map(ToString::to_string);
            let schema = schema.unwrap_or_default();
            let schema = schema.trim_start_matches(prefix);
            format!("{} | {path} | {schema}", finding.kind)
        });
        findings.collect()
    }

    /// Adds what came of a comparison.
    pub(crate) fn add(&mut self, comparison: Comparison, explained: Vec<Explanation>) {
        for finding in comparison.findings {
            finding.add_to(&mut self.findings);
        }
        for own in explained {
            own.add_to(&mut self.explained);
        }
        self.notes.extend(comparison.notes);
        for own in comparison.not_covered {
            if !self.not_covered.iter().any(|other| other.name == own.name) {
                self.not_covered.push(own);
            }
        }
        self.seen.extend(comparison.seen);
        // What one source lacks, another may have.
        let seen = &self.seen;
        self.notes.retain(|note| {
            ![&seen.fields, &seen.values, &seen.members, &seen.parameters]
                .iter()
                .any(|set| set.contains(&note.schema))
        });
    }

    pub(crate) fn counts(&self) -> Counts {
        let missing = self.findings.iter().filter(|own| own.is_missing);
        Counts {
            operations: self.seen.operations.len(),
            parameters: self.seen.parameters.len(),
            types: self.seen.types.len(),
            fields: self.seen.fields.len(),
            values: self.seen.values.len(),
            members: self.seen.members.len(),
            examples: self.examples,
            missing: missing.count(),
            findings: self.findings.len(),
            explained: self.explained.len(),
            not_covered: self.not_covered.len(),
        }
    }

    fn print(&self, format: Format, verbose: bool) -> Result<(), String> {
        let text = match format {
            Format::Text => self.text(verbose),
            Format::Json => format!("{:#}\n", self.json()),
        };
        // Colours go where nothing can show them.
        unless_gone(anstream::stdout().write_all(text.as_bytes()))
    }

    /// The exit status that it means.
    pub(crate) fn status(&self) -> ExitCode {
        if self.findings.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    /// For programs.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "findings": self.findings,
            "explained": self.explained,
            "notes": self.notes,
            "not_covered": self.not_covered,
            "counts": self.counts(),
        })
    }

    /// For people.
    pub(crate) fn text(&self, verbose: bool) -> String {
        let title = Style::new().bold();
        let bad = Style::new().fg_color(Some(AnsiColor::Red.into()));
        let dim = Style::new().dimmed();
        let mut text = String::new();
        let mut groups: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in &self.findings {
            groups.entry(&finding.group).or_default().push(finding);
        }
        for (group, findings) in groups {
            let _ = writeln!(text, "{title}{group}{title:#}");
            for finding in findings {
                let origins = origins(finding);
                let path = if finding.path.is_empty() {
                    String::new()
                } else {
                    format!(" {}", finding.path)
                };
                let _ = writeln!(
                    text,
                    "  {bad}{}{bad:#}{path}: {}",
                    finding.kind, finding.difference
                );
                let _ = writeln!(text, "    {dim}source{dim:#}  {origins}");
                if let Some(schema) = &finding.schema {
                    let _ = writeln!(text, "    {dim}schema{dim:#}  {schema}");
                }
                let _ = writeln!(text, "    {dim}remedy{dim:#}  {}", finding.remedy);
            }
            text.push('\n');
        }
        if !self.not_covered.is_empty() {
            let _ = writeln!(text, "{title}Not covered by the schema{title:#}");
            let most = if verbose { usize::MAX } else { LISTED };
            for own in self.not_covered.iter().take(most) {
                let _ = writeln!(text, "  {}  {dim}{}{dim:#}", own.name, own.source);
            }
            let rest = self.not_covered.len().saturating_sub(most);
            if rest > 0 {
                let _ = writeln!(text, "  {dim}and {rest} more, with --verbose{dim:#}");
            }
            text.push('\n');
        }
        if verbose {
            self.verbose(&mut text, title, dim);
        }
        self.summary(&mut text);
        text
    }

    fn verbose(&self, text: &mut String, title: Style, dim: Style) {
        if !self.explained.is_empty() {
            let _ = writeln!(text, "{title}Explained{title:#}");
            for own in &self.explained {
                let finding = &own.finding;
                let _ = writeln!(
                    text,
                    "  {} {} {}: {}",
                    finding.group, finding.path, finding.kind, finding.difference
                );
                let _ = writeln!(text, "    {dim}source{dim:#}  {}", origins(finding));
                let _ = writeln!(text, "    {dim}reason{dim:#}  {}", own.reason);
            }
            text.push('\n');
        }
        if !self.notes.is_empty() {
            let _ = writeln!(text, "{title}Beyond the documents{title:#}");
            for note in &self.notes {
                let _ = writeln!(text, "  {}  {dim}{}{dim:#}", note.text, note.schema);
            }
            text.push('\n');
        }
    }

    fn summary(&self, text: &mut String) {
        let counts = self.counts();
        let compared = [
            (counts.operations, "operation"),
            (counts.parameters, "parameter"),
            (counts.types, "type"),
            (counts.fields, "field"),
            (counts.values, "value"),
            (counts.members, "union member"),
            (counts.examples, "example"),
        ];
        let compared = compared
            .map(|(count, noun)| counted(count, noun))
            .join(", ");
        let _ = writeln!(
            text,
            "compared {compared}: {}, {} of them missing from the schema; {} explained, {} not covered",
            counted(counts.findings, "finding"),
            counts.missing,
            counts.explained,
            counts.not_covered,
        );
    }
}

/// Where the source says it: the first few places.
fn origins(finding: &Finding) -> String {
    const MOST: usize = 4;
    let mut all: Vec<_> = finding.origins.iter().map(ToString::to_string).collect();
    let rest = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    let mut text = all.join(", ");
    if rest > 0 {
        let _ = write!(text, " and {rest} more");
    }
    text
}
