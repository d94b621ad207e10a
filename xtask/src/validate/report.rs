//! What is told of a body, for programs and for people.

use std::fmt::{self, Write as _};

use serde::Serialize;

use super::{
    body::Node,
    failure::Failure,
    operations::{Part, Use},
    proof::Proof,
    source::Source,
    subject::Subject,
    survey::{Unknown, UnknownKind},
    text::{plain, short, shortened},
    violations::Violation,
};
use crate::output::counted;

/// How many findings of a kind a person is shown.
const MOST: usize = 20;

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Verdict {
    /// Read, accepted, nothing unknown, nothing lost.
    Clean,
    Findings,
    /// There is no body that can be judged.
    Unusable,
}

/// What is told of one body. The names of the fields are those of the JSON output.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) file: String,
    pub(crate) line: Option<usize>,
    pub(crate) verdict: Verdict,
    #[serde(rename = "type")]
    pub(crate) type_name: Option<String>,
    /// The operations of which it is a part.
    pub(crate) operations: Vec<Use>,
    /// Types that it is just as well.
    pub(crate) also: Vec<String>,
    /// Unions of which the type is an arm, and which read the body, too.
    pub(crate) within: Vec<String>,
    pub(crate) reads: bool,
    pub(crate) error: Option<Box<Failure>>,
    pub(crate) schema: Option<Acceptance>,
    pub(crate) unknown: Vec<Unknown>,
    pub(crate) written: Option<Proof>,
    #[serde(skip)]
    pub(crate) drawing: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Acceptance {
    pub(crate) accepts: bool,
    pub(crate) violations: Vec<Violation>,
}

impl Report {
    pub(crate) fn new(source: &Source<'_>) -> Self {
        Self {
            file: source.name.to_owned(),
            line: source.line,
            verdict: Verdict::Findings,
            type_name: None,
            operations: Vec::new(),
            also: Vec::new(),
            within: Vec::new(),
            reads: false,
            error: None,
            schema: None,
            unknown: Vec::new(),
            written: None,
            drawing: String::new(),
        }
    }

    /// Something that holds no body.
    pub(crate) fn unusable(source: &Source<'_>, problem: &str) -> Self {
        Self {
            verdict: Verdict::Unusable,
            error: Some(Box::new(Failure::of(problem))),
            ..Self::new(source)
        }
    }

    /// JSON that is none of the API's bodies.
    pub(crate) fn unrecognised(
        source: &Source<'_>,
        body: &Node,
        within: Option<&(String, Subject)>,
    ) -> Self {
        let remedy = match within {
            Some((pointer, subject)) => {
                format!("judge what is in it: `--at {pointer}` is of the type {subject}")
            }
            None => "name its type, as in `--as 'Vec<LettaMessage>'`".to_owned(),
        };
        Self {
            error: Some(Box::new(Failure::of(&format!(
                "none of the API's bodies: {}\n  remedy: {remedy}",
                short(body.raw)
            )))),
            ..Self::new(source)
        }
    }

    /// Decides on the verdict by what was found.
    pub(crate) fn settle(&mut self) {
        let is_accepted = self.schema.as_ref().is_some_and(|schema| schema.accepts);
        let is_whole = self
            .written
            .as_ref()
            .is_some_and(|proof| proof.lost.is_empty());
        self.verdict = if self.reads && is_accepted && is_whole && self.unknown.is_empty() {
            Verdict::Clean
        } else {
            Verdict::Findings
        };
    }

    pub(crate) fn unknown_of(&self, kind: UnknownKind) -> usize {
        self.unknown.iter().filter(|one| one.kind == kind).count()
    }

    pub(crate) fn losses(&self) -> usize {
        self.written.as_ref().map_or(0, |proof| proof.lost.len())
    }
}

/// For a person.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", plain(&self.file))?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        let Some(type_name) = &self.type_name else {
            let error = self.error.as_ref().map_or("", |error| &error.message);
            if self.drawing.is_empty() {
                return writeln!(f, ": {error}");
            }
            let what = match self.verdict {
                Verdict::Unusable => "isn't JSON",
                _ => "can't be read as any type",
            };
            let pointer = self
                .error
                .as_ref()
                .and_then(|error| error.pointer.as_deref());
            let place = match pointer {
                None | Some("") => String::new(),
                Some(pointer) => format!(", at {}", cut(pointer)),
            };
            return writeln!(f, ": {what}{place}\n{}", self.drawing.trim_end());
        };
        if self.also.is_empty() {
            writeln!(f, ": {type_name}")?;
        } else {
            let also = self.also.join(", ");
            writeln!(f, ": {type_name}, or just as well {also}; `--as` decides")?;
        }
        self.write_operations(f)?;
        self.write_reading(f)?;
        self.write_schema(f)?;
        self.write_unknown(f)?;
        self.write_proof(f)
    }
}

impl Report {
    fn write_operations(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (part, name) in [(Part::Response, "response"), (Part::Request, "request")] {
            let names: Vec<&str> = self
                .operations
                .iter()
                .filter(|one| one.part == part)
                .map(|one| one.operation.as_str())
                .collect();
            if !names.is_empty() {
                writeln!(f, "  {name:<8} of {}", names.join(", "))?;
            }
        }
        // Nearly all operations answer the same to what failed.
        if self.operations.iter().any(|one| one.part == Part::Failure) {
            writeln!(f, "  response to a request that failed")?;
        }
        Ok(())
    }

    fn write_reading(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(error) = &self.error else {
            return writeln!(f, "  read     yes");
        };
        let mut place = String::new();
        if let Some(pointer) = &error.pointer {
            let _ = match pointer.as_str() {
                "" => write!(place, ", the whole of it"),
                pointer => write!(place, ", at {}", cut(pointer)),
            };
        }
        if let Some(type_name) = error.type_name {
            let _ = write!(place, ", in {type_name}");
        }
        if let Some(variant) = &error.variant {
            let _ = write!(place, " ({} of {})", variant.variant, variant.union);
        }
        writeln!(f, "  read     no{place}")?;
        for line in self.drawing.trim_end().lines() {
            writeln!(f, "  {line}")?;
        }
        Ok(())
    }

    fn write_schema(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(Acceptance {
            accepts,
            violations,
        }) = &self.schema
        else {
            return writeln!(f, "  schema   wasn't asked");
        };
        if *accepts {
            return writeln!(f, "  schema   accepts it");
        }
        let others: Vec<&Violation> = violations.iter().filter(|one| !one.is_unknown).collect();
        let unknown = violations.len() - others.len();
        write!(f, "  schema   doesn't accept it")?;
        if unknown > 0 {
            let place = counted(unknown, "place");
            write!(f, ": unknown to it at {place}")?;
        }
        writeln!(f)?;
        list(f, &others, |one| {
            format!("{}: {}", place(&one.pointer), plain(&one.message))
        })
    }

    fn write_unknown(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unknown.is_empty() {
            return writeln!(f, "  unknown  nothing");
        }
        let kinds = [
            (UnknownKind::Field, "field"),
            (UnknownKind::Value, "value"),
            (UnknownKind::Tag, "tag"),
        ];
        let counts: Vec<String> = kinds
            .into_iter()
            .map(|(kind, name)| (self.unknown_of(kind), name))
            .filter(|(number, _)| *number > 0)
            .map(|(number, name)| counted(number, name))
            .collect();
        writeln!(f, "  unknown  {}", counts.join(", "))?;
        let all: Vec<&Unknown> = self.unknown.iter().collect();
        list(f, &all, |one| {
            let value = one.value.as_deref().unwrap_or_default();
            let place = place(&one.pointer);
            match one.kind {
                UnknownKind::Field => format!("field {place} of {}: {value}", one.within),
                UnknownKind::Value => format!("value {place} of {}: {value}", one.within),
                UnknownKind::Tag if one.value.is_none() => {
                    format!("no tag at {place}, where {} has one", one.within)
                }
                UnknownKind::Tag => format!("tag {place} of {}: {value}", one.within),
            }
        })
    }

    fn write_proof(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(proof) = &self.written else {
            return Ok(());
        };
        let mut but = Vec::new();
        if proof.nulls_left_out > 0 {
            but.push(format!(
                "{} of optional fields left out",
                counted(proof.nulls_left_out, "null")
            ));
        }
        if proof.tags_added > 0 {
            but.push(format!("{} added", counted(proof.tags_added, "tag")));
        }
        let but = if but.is_empty() {
            String::new()
        } else {
            format!(", but for {}", but.join(" and "))
        };
        if proof.lost.is_empty() {
            return writeln!(f, "  lost     nothing: it is written back the same{but}");
        }
        writeln!(f, "  LOST     {}{but}", counted(proof.lost.len(), "value"))?;
        let all: Vec<_> = proof.lost.iter().collect();
        list(f, &all, |one| {
            let was = one.was.as_deref().unwrap_or("nothing");
            let is = one.is.as_deref().unwrap_or("nothing");
            format!("{}: was {was}, is written as {is}", place(&one.pointer))
        })?;
        if proof.lost.iter().any(|one| one.is_rounded) {
            writeln!(
                f,
                "           for want of digits: serde_json's feature `arbitrary_precision` keeps them"
            )?;
        }
        if proof.lost.iter().any(|one| !one.is_rounded) {
            writeln!(
                f,
                "           that is a fault of letta-types: please report it"
            )?;
        }
        Ok(())
    }
}

fn place(pointer: &str) -> String {
    match pointer {
        "" => "the whole of it".to_owned(),
        pointer => cut(pointer),
    }
}

/// A pointer of a length that a person reads; keys can be of any.
fn cut(pointer: &str) -> String {
    shortened(pointer, 200)
}

fn list<T>(f: &mut fmt::Formatter<'_>, all: &[&T], line: impl Fn(&T) -> String) -> fmt::Result {
    for one in all.iter().take(MOST) {
        writeln!(f, "           {}", line(one))?;
    }
    if all.len() > MOST {
        writeln!(f, "           … and {} more", all.len() - MOST)?;
    }
    Ok(())
}
