//! All that can be told of one body.

use serde_json::Value;
use support::Schema;

use super::{
    body::Node,
    excerpt::Drawing,
    failure::Failure,
    find::{Found, body_within, find},
    operations::Operations,
    proof::prove,
    report::{Acceptance, Report, Verdict},
    source::Source,
    subject::Subject,
    survey::survey,
    types::rewrite,
    violations::Validators,
};

/// What bodies are held against.
pub(crate) struct Judge {
    pub(crate) schema: Schema,
    pub(crate) validators: Validators,
    pub(crate) operations: Operations,
    /// What the bodies are said to be.
    pub(crate) asked: Option<Subject>,
    /// Where the bodies are in what is read; nothing for the whole.
    pub(crate) pointer: Option<String>,
    pub(crate) in_color: bool,
}

impl Judge {
    /// Judges a body; the error is about the schema, not about the body.
    ///
    /// # Errors
    ///
    /// The bundled schema isn't JSON Schema.
    pub(crate) fn judge(&self, source: &Source<'_>) -> Result<Report, String> {
        if source.is_empty() {
            return Ok(Report::unusable(
                source,
                "empty\n  remedy: save the response once more",
            ));
        }
        let Ok(whole) = Node::parse(source.text) else {
            return Ok(self.without_body(source));
        };
        let Some(pointer) = &self.pointer else {
            return self.judge_node(source, &whole);
        };
        let name = format!("{}#{pointer}", source.name);
        match whole.at(pointer) {
            Some(node) => self.judge_node(&source.part(&name, node.raw), node),
            None => Ok(Report::unusable(
                &source.part(&name, source.text),
                "there is no such value\n  remedy: name one by a JSON Pointer, such as `/messages`",
            )),
        }
    }

    fn judge_node(&self, source: &Source<'_>, body: &Node) -> Result<Report, String> {
        let text = source.text;
        let found = match &self.asked {
            Some(subject) => Some(Found {
                subject: subject.clone(),
                survey: survey(&self.schema, subject, body),
                written: rewrite(subject, text),
                also: Vec::new(),
                within: Vec::new(),
            }),
            None => find(&self.schema, &self.operations, body, text),
        };
        let Some(found) = found else {
            let within = body_within(&self.schema, &self.operations, body);
            return Ok(Report::unrecognised(source, body, within.as_ref()));
        };

        let mut report = Report::new(source);
        let subject = found.subject;
        match found.written {
            Ok(written) => {
                let written = Node::parse(&written)
                    .map_err(|error| format!("what {subject} wrote isn't JSON: {error}"))?;
                report.written = Some(prove(&self.schema, &subject, body, &written));
            }
            Err(failure) => {
                report.drawing = self.draw(source, Some(body), &failure);
                report.error = Some(Box::new(failure.after(source)));
            }
        }
        report.schema = match serde_json::from_str::<Value>(text) {
            Ok(value) => {
                let unknown = &found.survey.unknown;
                let violations = self.validators.violations(&subject, &value, unknown)?;
                Some(Acceptance {
                    accepts: violations.is_empty(),
                    violations,
                })
            }
            // Numbers beyond the range of doubles: the crate's error says so.
            Err(_) => None,
        };
        report.reads = report.error.is_none();
        report.unknown = found.survey.unknown;
        report.also = found.also.iter().map(ToString::to_string).collect();
        report.within = found.within.iter().map(ToString::to_string).collect();
        report.operations = self.operations.uses(&subject);
        report.type_name = Some(subject.to_string());
        report.settle();
        Ok(report)
    }

    /// Something that can't be taken apart: no JSON, or JSON that nobody reads.
    fn without_body(&self, source: &Source<'_>) -> Report {
        let mut report = Report::new(source);
        let is_json = serde_json::from_str::<&serde_json::value::RawValue>(source.text).is_ok();
        let error = match letta_types::json::from_str::<letta_types::ApiError>(source.text) {
            Err(error) => error.into(),
            // Another reader of JSON than `serde_json` would be needed for that.
            Ok(_) => Box::new(Failure::of("the body can't be taken apart")),
        };
        report.verdict = if is_json {
            Verdict::Findings
        } else {
            Verdict::Unusable
        };
        report.drawing = self.draw(source, None, &error);
        report.error = Some(Box::new(error.after(source)));
        report
    }

    fn draw(&self, source: &Source<'_>, body: Option<&Node>, failure: &Failure) -> String {
        let label = match (failure.expected, &failure.found) {
            (Some(expected), Some(found)) => format!("expected {expected}, found {found}"),
            _ if failure.is_missing => "in this object".to_owned(),
            _ => "here".to_owned(),
        };
        let value = failure
            .pointer
            .as_ref()
            .and_then(|pointer| body?.at(pointer));
        Drawing {
            name: source.name,
            text: source.text,
            line: failure.line,
            column: failure.column,
            length: value.map_or(1, |node| node.raw.len()),
            lines_before: source.lines_before,
            bytes_before: source.bytes_before,
            title: &failure.message,
            label: &label,
            help: help(source, body, failure),
        }
        .draw(self.in_color)
    }
}

/// What to do about it.
fn help(source: &Source<'_>, body: Option<&Node>, failure: &Failure) -> Option<String> {
    if let Some(said) = &failure.failed_request {
        return Some(format!(
            "it is the body of a failed request (`--as ApiError`): {said}"
        ));
    }
    if body.is_some() {
        return None;
    }
    let text = source.text;
    let help = if text.starts_with('\u{feff}') {
        "the text begins with a byte order mark: remove it"
    } else if ["data:", "event:", ":"]
        .iter()
        .any(|start| text.starts_with(start))
    {
        "a stream of server-sent events: `--lines` reads the data of each event as a body"
    } else if text.lines().filter(|line| !line.trim().is_empty()).count() > 1
        && text
            .lines()
            .next()
            .is_some_and(|line| Node::parse(line).is_ok())
    {
        "several bodies, one on each line: `--lines` reads each"
    } else {
        return None;
    };
    Some(help.to_owned())
}
