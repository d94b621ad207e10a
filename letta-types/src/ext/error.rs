//! `ApiError` as an error.

use alloc::{borrow::Cow, string::ToString as _, vec::Vec};
use core::fmt;

use super::python;
use crate::{
    ApiError, ErrorDetail, ModelError, ValidationError, ValidationLocation,
    json::{self, Printable, print},
};

const NO_REASON: &str = "the server gave no reason";

/// A text of a server that may have lines.
struct Lines<'a>(&'a str);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|symbol| match symbol {
            '\n' => f.write_str("\n"),
            other => print(other, f),
        })
    }
}

impl ApiError {
    /// Whether it has what only the body of a failed request has: every field is optional, so any object can be read
    /// as one.
    pub(crate) fn says_why(&self) -> bool {
        self.detail.is_some() || self.error.is_some()
    }
}

impl fmt::Display for ApiError {
    /// What the server said, in one line where it said it in one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.error, &self.detail) {
            (Some(error), _) => error.fmt(f)?,
            (None, Some(detail)) => detail.fmt(f)?,
            (None, None) => f.write_str(NO_REASON)?,
        }
        match &self.trace_id {
            Some(trace_id) => write!(f, " (trace {})", Printable(trace_id.as_str())),
            None => Ok(()),
        }
    }
}

impl core::error::Error for ApiError {}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", Printable(&self.type_), Lines(&self.message))?;
        match &self.detail {
            Some(detail) => write!(f, " ({})", Lines(detail)),
            None => Ok(()),
        }
    }
}

impl ErrorDetail {
    /// What is wrong with the request, one entry per issue; empty where that isn't said by issue.
    ///
    /// The documents promise a list. Recorded servers send the text that Python prints of it, and that is
    /// read as well.
    ///
    /// ```
    /// use letta_types::ErrorDetail;
    ///
    /// let text = "[{'type': 'missing', 'loc': ('body', 'query'), 'msg': 'Field required', 'input': {}}]";
    /// let detail = ErrorDetail::Text(text.into());
    /// assert_eq!(detail.issues()[0].msg, "Field required");
    /// assert_eq!(detail.to_string(), "body.query: Field required");
    /// ```
    #[must_use]
    pub fn issues(&self) -> Cow<'_, [ValidationError]> {
        match self {
            Self::Issues(issues) => Cow::Borrowed(issues),
            Self::Text(text) => Cow::Owned(printed(text).unwrap_or_default()),
            Self::Object(_) => Cow::Borrowed(&[]),
        }
    }
}

/// The issues of a list that Python has printed.
fn printed(text: &str) -> Option<Vec<ValidationError>> {
    // Most texts are for people, and not gone through.
    if !text.starts_with("[{") {
        return None;
    }
    // By way of text: to read the type from a `Value` would be compiled for this alone.
    json::read::read(&python::value(text)?.to_string()).ok()
}

impl fmt::Display for ErrorDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let issues = self.issues();
        if !issues.is_empty() {
            for (index, issue) in issues.iter().enumerate() {
                if index > 0 {
                    f.write_str("; ")?;
                }
                issue.fmt(f)?;
            }
            return Ok(());
        }
        match self {
            Self::Text(text) if !text.is_empty() => Lines(text).fmt(f),
            Self::Text(_) | Self::Issues(_) => f.write_str(NO_REASON),
            Self::Object(object) => {
                let text = serde_json::to_string(object).map_err(|_| fmt::Error)?;
                Printable(&text).fmt(f)
            }
        }
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.loc.iter().enumerate() {
            if index > 0 {
                f.write_str(".")?;
            }
            match step {
                ValidationLocation::Key(key) => Printable(key).fmt(f)?,
                ValidationLocation::Index(index) => index.fmt(f)?,
            }
        }
        write!(f, ": {}", Lines(&self.msg))
    }
}
