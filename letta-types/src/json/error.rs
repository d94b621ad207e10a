//! Errors for people.

use alloc::{
    boxed::Box,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{
    failure::{self, Failure, without_place},
    walk::{self, Step},
};
use crate::{
    ApiError,
    runtime::slot::{Fault, Problem},
};

/// Why a text could not be read.
///
/// ```
/// use letta_types::{Step, json};
///
/// let error = json::from_str::<Step>(r#"{"detail": "Step not found"}"#).expect_err("no step");
/// assert_eq!(
///     error.to_string(),
///     "missing field `id` in Step, at /id, line 1 column 1; it is the body of a failed request: Step not found"
/// );
/// ```
#[derive(Clone)]
pub struct Error(Box<Detail>);

#[derive(Clone)]
struct Detail {
    category: Category,
    message: String,
    pointer: String,
    position: Option<(usize, usize)>,
    type_name: Option<&'static str>,
    variant: Option<(&'static str, &'static str)>,
    expected: Option<&'static str>,
    found: Option<String>,
    api_error: Option<ApiError>,
}

/// What kind of failure an [`Error`] is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Category {
    /// The reader failed.
    Io,

    /// The bytes aren't UTF-8.
    Utf8,

    /// The text isn't JSON.
    Syntax,

    /// The text ends in the middle of a value.
    Eof,

    /// A required field is missing.
    Missing,

    /// A declared key comes twice.
    Duplicate,

    /// A value isn't of its type.
    Mismatch,

    /// A tag isn't that of the type.
    Tag,

    /// The text is JSON, but can't be read for another reason.
    Data,
}

impl Error {
    /// What kind of failure it is.
    #[must_use]
    pub fn category(&self) -> Category {
        self.0.category
    }

    /// The JSON Pointer of the failure: of the value that doesn't fit, of the field that is missing, or of
    /// the value in which the text breaks. Empty for the whole.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The line, from 1; 0 if there is no text. A missing field is at the line of its object.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.position.map_or(0, |(line, _)| line)
    }

    /// The column, in bytes from 1; 0 if there is no text.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.position.map_or(0, |(_, column)| column)
    }

    /// The innermost object type in which the failure is.
    #[must_use]
    pub fn type_name(&self) -> Option<&'static str> {
        self.0.type_name
    }

    /// The innermost union in which the failure is, and the tag by which its variant was found, or the
    /// variant's name where it was found without a tag.
    #[must_use]
    pub fn variant(&self) -> Option<(&'static str, &'static str)> {
        self.0.variant
    }

    /// What was expected, if something else was found.
    #[must_use]
    pub fn expected(&self) -> Option<&'static str> {
        self.0.expected
    }

    /// What was found, in a few words, if something else was expected.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        self.0.found.as_deref()
    }

    /// The body of a failed request, if the text is one and something else was to be read.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        self.0.api_error.as_ref()
    }

    /// Where the bytes stop being UTF-8.
    pub(super) fn utf8(bytes: &[u8], valid: usize) -> Self {
        let before = bytes.get(..valid).unwrap_or(bytes);
        let line_start = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |newline| newline + 1);
        let line = before.split(|byte| *byte == b'\n').count();
        Self::plain(
            Category::Utf8,
            "invalid UTF-8".to_string(),
            &[],
            Some((line, valid - line_start + 1)),
        )
    }

    #[cfg(feature = "std")]
    pub(super) fn io(error: &std::io::Error) -> Self {
        Self::plain(Category::Io, error.to_string(), &[], None)
    }

    /// What `serde_json` found wrong with the text, or with a value that we leave to it.
    #[cold]
    pub(super) fn syntax(text: &str, error: &serde_json::Error) -> Self {
        Self::plain(
            category(error),
            without_place(error),
            &walk::break_path(text),
            Some(failure::place(error)),
        )
    }

    /// Why a type that isn't ours could not be read.
    #[cold]
    pub(crate) fn of_other_type(text: &str, error: &serde_json::Error) -> Self {
        let failure = Failure::new(text, error);
        Self::plain(
            category(error),
            failure.message,
            &failure.path,
            Some(failure.position),
        )
    }

    /// The failure of a text that is the value of a field. Its lines are those of no text that anyone has.
    #[cold]
    pub(super) fn within(mut self, key: &'static str) -> Self {
        let field = walk::pointer(&[Step::Key(key.to_string())]);
        self.0.pointer.insert_str(0, &field);
        self.0.position = None;
        self
    }

    fn plain(
        category: Category,
        message: String,
        path: &[Step],
        position: Option<(usize, usize)>,
    ) -> Self {
        Self(Box::new(Detail {
            category,
            message,
            pointer: walk::pointer(path),
            position,
            type_name: None,
            variant: None,
            expected: None,
            found: None,
            api_error: None,
        }))
    }

    /// A value that isn't of its type.
    #[cold]
    pub(super) fn fault(text: &str, fault: &Fault) -> Self {
        let mut error = Self::without_text(fault);
        error.0.position = Self::place(text, fault);
        if lacks_all(fault) {
            error.0.api_error = serde_json::from_str(text).ok().filter(ApiError::says_why);
        }
        error
    }

    /// An element that isn't of its type, read from its own part of the text. `start` is where that begins,
    /// from 0.
    #[cold]
    pub(super) fn element(text: &str, start: (usize, usize), fault: Fault, index: usize) -> Self {
        let position = Self::place(text, &fault).map(|(line, column)| match line {
            1 => (start.0 + 1, start.1 + column),
            _ => (start.0 + line, column),
        });
        let mut error = Self::without_text(&fault.at_index(index));
        error.0.position = position;
        error
    }

    /// Where in the text a fault is: a missing field is at its object.
    fn place(text: &str, fault: &Fault) -> Option<(usize, usize)> {
        let path: Vec<Step> = fault.steps().collect();
        let is_missing = matches!(fault.problem(), Problem::Missing);
        let place = match path.split_last() {
            Some((_, object)) if is_missing => object,
            _ => &path,
        };
        let repeated = matches!(fault.problem(), Problem::Duplicate);
        walk::position(text, place, repeated)
    }

    /// A value that isn't of its type and was not read from text.
    #[cold]
    pub(super) fn without_text(fault: &Fault) -> Self {
        let path: Vec<Step> = fault.steps().collect();
        let (category, expected, found) = match fault.problem() {
            Problem::Missing => (Category::Missing, None, None),
            Problem::Duplicate => (Category::Duplicate, None, None),
            Problem::Mismatch { expected, found } => {
                (Category::Mismatch, Some(*expected), Some(found))
            }
            Problem::Tag { expected, found } => (Category::Tag, Some(*expected), Some(found)),
            Problem::Guess | Problem::Other(_) => (Category::Data, None, None),
        };
        Self(Box::new(Detail {
            category,
            message: fault.to_string(),
            pointer: walk::pointer(&path),
            position: None,
            type_name: fault.owner(),
            variant: fault.variant(),
            expected,
            found: found.map(|value| crate::runtime::slot::Described(value).to_string()),
            api_error: None,
        }))
    }
}

fn category(error: &serde_json::Error) -> Category {
    match error.classify() {
        serde_json::error::Category::Io => Category::Io,
        serde_json::error::Category::Syntax => Category::Syntax,
        serde_json::error::Category::Eof => Category::Eof,
        serde_json::error::Category::Data => Category::Data,
    }
}

/// Whether a fault is what the body of a failed request has: it is no list, it lacks what is required, and it has no tag.
/// Another fault is that of a body of the right type, whatever undeclared fields it has.
fn lacks_all(fault: &Fault) -> bool {
    let is_missing = matches!(fault.problem(), Problem::Missing);
    fault.variant().is_none()
        && match fault.steps().count() {
            0 => true,
            1 => is_missing,
            _ => false,
        }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let detail = &self.0;
        write!(f, "{}", Printable(&detail.message))?;
        let says_place = detail.type_name.is_some() || detail.expected.is_some();
        if !detail.pointer.is_empty() && !says_place {
            write!(f, ", at {}", Printable(&detail.pointer))?;
        }
        if let Some((line, column)) = detail.position {
            write!(f, ", line {line} column {column}")?;
        }
        match &detail.api_error {
            Some(error) => write!(f, "; it is the body of a failed request: {error}"),
            None => Ok(()),
        }
    }
}

/// A text that came from a server, or that may hold keys that did.
pub(crate) struct Printable<'a>(pub(crate) &'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|symbol| print(symbol, f))
    }
}

/// Writes a symbol that came from a server. A terminal must not be told what to do.
pub(crate) fn print(symbol: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if symbol.is_control() {
        write!(f, "{}", symbol.escape_default())
    } else {
        write!(f, "{symbol}")
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let detail = &self.0;
        f.debug_struct("Error")
            .field("category", &detail.category)
            .field("message", &detail.message)
            .field("pointer", &detail.pointer)
            .field("line", &self.line())
            .field("column", &self.column())
            .finish_non_exhaustive()
    }
}

// Its message says all: it has no source.
impl core::error::Error for Error {}
