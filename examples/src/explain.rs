//! Errors for people.

use std::error::Error;

/// An error and what caused it, on one line.
///
/// HTTP clients say what failed in the cause and not in the error.
#[must_use]
pub fn explain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
