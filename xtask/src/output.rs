//! Standard output.

use std::io;

/// What came of writing to it: that the reader has gone, as `head` goes when it has its lines, is no failure.
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
