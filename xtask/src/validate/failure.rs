//! Why a body couldn't be read.

use letta_types::json::{self, Category};
use serde::Serialize;

use super::source::Source;

/// Why the crate didn't read a body.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    /// What is wrong, without the place.
    pub(crate) message: String,
    pub(crate) pointer: Option<String>,
    pub(crate) line: usize,
    /// In bytes, from 1.
    pub(crate) column: usize,
    #[serde(rename = "type")]
    pub(crate) type_name: Option<&'static str>,
    pub(crate) variant: Option<Variant>,
    pub(crate) expected: Option<&'static str>,
    pub(crate) found: Option<String>,
    /// What the server said, if the body is that of a failed request.
    pub(crate) failed_request: Option<String>,
    #[serde(skip)]
    pub(crate) is_missing: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct Variant {
    pub(crate) union: &'static str,
    pub(crate) variant: &'static str,
}

impl Failure {
    /// A failure that has no place in the text.
    pub(crate) fn of(message: &str) -> Self {
        Self {
            message: message.to_owned(),
            pointer: None,
            line: 0,
            column: 0,
            type_name: None,
            variant: None,
            expected: None,
            found: None,
            failed_request: None,
            is_missing: false,
        }
    }

    /// The failure with its place in the file, not in the part of it that was read.
    pub(crate) fn after(mut self, source: &Source<'_>) -> Self {
        if self.line == 1 {
            self.column += source.bytes_before;
        }
        if self.line > 0 {
            self.line += source.lines_before;
        }
        self
    }
}

impl From<json::Error> for Box<Failure> {
    fn from(error: json::Error) -> Self {
        let whole = error.to_string();
        let place = format!(", line {} column {}", error.line(), error.column());
        let message = whole.split(&place).next().unwrap_or(&whole);
        // For what isn't JSON the place stands in the text alone, else in the message, too.
        let pointer = format!(", at {}", error.pointer());
        let message = message.strip_suffix(&pointer).unwrap_or(message);
        Self::new(Failure {
            message: message.to_owned(),
            pointer: Some(error.pointer().to_owned()),
            line: error.line(),
            column: error.column(),
            type_name: error.type_name(),
            variant: error
                .variant()
                .map(|(union, variant)| Variant { union, variant }),
            expected: error.expected(),
            found: error.found().map(str::to_owned),
            failed_request: error.api_error().map(ToString::to_string),
            is_missing: error.category() == Category::Missing,
        })
    }
}

impl From<serde_json::Error> for Box<Failure> {
    fn from(error: serde_json::Error) -> Self {
        let whole = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        Self::new(Failure {
            line: error.line(),
            column: error.column(),
            ..Failure::of(whole.strip_suffix(&place).unwrap_or(&whole))
        })
    }
}
