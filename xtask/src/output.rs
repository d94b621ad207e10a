//! What the verbs have in common that tell what they found.

use std::io;

/// How it is told.
#[cfg(feature = "types")]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// How many there are of something.
#[cfg(feature = "types")]
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// What came of writing to standard output: that the reader has gone, as `head` goes when it has its lines, is no failure.
///
/// # Errors
///
/// It couldn't be written otherwise.
pub(crate) fn unless_gone(written: io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!(
            "standard output: {error}\n  remedy: see to it that it can be written"
        )),
        _ => Ok(()),
    }
}
