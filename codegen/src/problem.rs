//! What is wrong with a schema: where, what, and what to do.

use std::{error::Error, fmt};

/// One thing that is wrong.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// The schema file.
    pub file: String,
    /// The JSON Pointer in that file; empty for the file as a whole.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            pointer,
            message,
            remedy,
        } = self;
        write!(f, "{file}#{pointer}: {message}\n  remedy: {remedy}")
    }
}

/// All that one phase found wrong; never empty.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// `value`, unless something was found wrong.
    ///
    /// # Errors
    ///
    /// The problems, if there are any.
    pub fn none_or<T>(problems: Vec<Problem>, value: T) -> Result<T, Self> {
        if problems.is_empty() {
            Ok(value)
        } else {
            Err(Self(problems))
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl Error for Problems {}

/// A JSON Pointer one step further in.
#[must_use]
pub fn step(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// A place in a schema file, to report problems at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// The schema file.
    pub file: String,
    /// The JSON Pointer in that file.
    pub pointer: String,
}

impl Place {
    /// The file as a whole.
    #[must_use]
    pub fn file(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            pointer: String::new(),
        }
    }

    /// The place one step further in.
    #[must_use]
    pub fn at(&self, key: &str) -> Self {
        Self {
            file: self.file.clone(),
            pointer: step(&self.pointer, key),
        }
    }

    /// Something that is wrong here.
    #[must_use]
    pub fn problem(&self, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            pointer: self.pointer.clone(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }
}
