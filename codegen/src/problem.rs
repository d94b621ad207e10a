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

/// The key that a step of a JSON Pointer stands for.
#[must_use]
pub fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// The index that a step of a JSON Pointer stands for: digits alone, and none of them a leading zero.
#[must_use]
pub fn index(step: &str) -> Option<usize> {
    let is_index =
        step.bytes().all(|byte| byte.is_ascii_digit()) && (step == "0" || !step.starts_with('0'));
    step.parse().ok().filter(|_| is_index)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_escaped_and_back() {
        for key in ["", "a", "a/b", "~", "~1", "~0/~1", "/~"] {
            assert_eq!(unescaped(step("", key).trim_start_matches('/')), key);
        }
        assert_eq!(step("/a", "b/c~d"), "/a/b~1c~0d");
    }

    /// As RFC 6901 writes them, in section 4.
    #[test]
    fn an_index_has_one_spelling() {
        assert_eq!([index("0"), index("10")], [Some(0), Some(10)]);
        for step in [
            "",
            "-",
            "-1",
            "+0",
            "00",
            "01",
            "1.0",
            " 1",
            "٣",
            "99999999999999999999",
        ] {
            assert_eq!(index(step), None, "{step}");
        }
    }
}
