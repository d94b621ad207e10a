//! Pointers, and texts that are fit to be shown.

use std::fmt;

use letta_types_codegen::problem;

/// A JSON Pointer that grows and shrinks with a walk.
#[derive(Debug, Default)]
pub(crate) struct Pointer {
    text: String,
    /// Where each step begins.
    steps: Vec<usize>,
}

impl Pointer {
    pub(crate) fn push(&mut self, step: impl fmt::Display) {
        self.steps.push(self.text.len());
        self.text.push_str(&problem::step("", &step.to_string()));
    }

    pub(crate) fn pop(&mut self) {
        if let Some(start) = self.steps.pop() {
            self.text.truncate(start);
        }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A JSON text in a few words.
pub(crate) fn short(raw: &str) -> String {
    shortened(raw, 60)
}

/// The first characters of a text in one line, as far as they can be shown.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let mut is_indent = false;
    let mut characters = text.chars().filter_map(|character| match character {
        '\n' | '\r' | ' ' | '\t' if is_indent => None,
        '\n' | '\r' => {
            is_indent = true;
            Some(' ')
        }
        other => {
            is_indent = false;
            Some(printable(other))
        }
    });
    let mut text: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    text
}

/// A character that doesn't move the cursor or paint the terminal.
pub(crate) fn printable(character: char) -> char {
    match character {
        '\t' => ' ',
        other if other.is_control() => char::REPLACEMENT_CHARACTER,
        // The byte order mark, and marks that turn the direction of writing.
        '\u{feff}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

/// A text of one line, for a person.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(printable).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_in_one_line() {
        assert_eq!(short("{\n    \"a  b\":\r\n\t[1]\n}"), "{ \"a  b\": [1] }");
        assert_eq!(short(&"ä".repeat(61)), format!("{}…", "ä".repeat(60)));
        assert_eq!(short("\"\u{1b}[31m\""), "\"\u{fffd}[31m\"");
    }

    #[test]
    fn pointers_escape_and_shrink() {
        let mut at = Pointer::default();
        at.push("a/b~c");
        at.push(7);
        assert_eq!(at.to_string(), "/a~1b~0c/7");
        at.pop();
        at.pop();
        assert_eq!(at.to_string(), "");
    }
}
