//! Where bodies come from.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

/// What stands for standard input among the files.
pub(crate) const STDIN: &str = "-";

/// The text of a body, and what it is called.
pub(crate) struct Source<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    /// The line of the file that it is, if it is one line of several.
    pub(crate) line: Option<usize>,
    /// The lines of the file before the text.
    pub(crate) lines_before: usize,
    /// The bytes before the text in its first line.
    pub(crate) bytes_before: usize,
}

impl<'a> Source<'a> {
    /// A whole file.
    pub(crate) fn whole(name: &'a str, text: &'a str) -> Self {
        Self {
            name,
            text,
            line: None,
            lines_before: 0,
            bytes_before: 0,
        }
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A value within it.
    pub(crate) fn part(&self, name: &'a str, part: &'a str) -> Self {
        let offset = part
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        let before = self.text.get(..offset).unwrap_or_default();
        let newlines = before.matches('\n').count();
        let last = before.rsplit('\n').next().unwrap_or_default();
        Self {
            name,
            text: part,
            line: self.line,
            lines_before: self.lines_before + newlines,
            bytes_before: last.len() + if newlines == 0 { self.bytes_before } else { 0 },
        }
    }
}

/// The name of a file, as it is shown.
pub(crate) fn name(path: &Path) -> String {
    match path.to_str() {
        Some(STDIN) => "standard input".to_owned(),
        _ => path.to_string_lossy().replace('\\', "/"),
    }
}

/// Reads a file, or standard input.
///
/// # Errors
///
/// It can't be read, or isn't UTF-8; the text says what to do.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    let bytes = if path == Path::new(STDIN) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let bytes = bytes.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "no such file\n  remedy: check the path".to_owned(),
        io::ErrorKind::IsADirectory => "a folder\n  remedy: name the files in it".to_owned(),
        _ => format!("{error}\n  remedy: see to it that the file can be read"),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..valid).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        let column = before.rsplit(|byte| *byte == b'\n').next().map_or(0, <[u8]>::len) + 1;
        format!(
            "invalid UTF-8, line {line} column {column}\n  remedy: save the response's bytes as they come; JSON is UTF-8"
        )
    })
}

/// The bodies of a text with one on each line: JSON lines, or the data of server-sent events.
pub(crate) fn lines<'a>(name: &'a str, text: &'a str) -> impl Iterator<Item = Source<'a>> {
    text.lines().enumerate().filter_map(move |(index, line)| {
        let text = line.strip_prefix("data:").unwrap_or(line);
        let is_other_field = ["event:", "id:", "retry:", ":"]
            .iter()
            .any(|field| line.starts_with(field));
        let is_body = !is_other_field && !text.trim().is_empty() && text.trim() != "[DONE]";
        is_body.then_some(Source {
            name,
            text,
            line: Some(index + 1),
            lines_before: index,
            bytes_before: line.len() - text.len(),
        })
    })
}
