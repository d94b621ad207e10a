//! `ApiError` as an error.

use core::fmt;

use crate::{ApiError, ErrorDetail, ModelError, ValidationError, ValidationLocation};

impl fmt::Display for ApiError {
    /// What the server said, in one line where it said it in one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.error, &self.detail) {
            (Some(error), _) => error.fmt(f)?,
            (None, Some(detail)) => detail.fmt(f)?,
            (None, None) => f.write_str("the server gave no reason")?,
        }
        match &self.trace_id {
            Some(trace_id) => write!(f, " (trace {trace_id})"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for ApiError {}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.type_, self.message)?;
        match &self.detail {
            Some(detail) => write!(f, " ({detail})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for ErrorDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Issues(issues) => {
                for (index, issue) in issues.iter().enumerate() {
                    if index > 0 {
                        f.write_str("; ")?;
                    }
                    issue.fmt(f)?;
                }
                Ok(())
            }
            Self::Object(object) => {
                let text = serde_json::to_string(object).map_err(|_| fmt::Error)?;
                f.write_str(&text)
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
                ValidationLocation::Key(key) => f.write_str(key)?,
                ValidationLocation::Index(index) => index.fmt(f)?,
            }
        }
        write!(f, ": {}", self.msg)
    }
}
