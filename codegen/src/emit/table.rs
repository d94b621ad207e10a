//! Calls of the crate's own macros: their input isn't Rust, and no printer of Rust lays it out.

use std::fmt::Write as _;

use proc_macro2::TokenStream;

use crate::{model::Module, print, problem::Problems};

/// The text of a module's file: its head, then the tables.
pub(super) fn file(
    module: &Module,
    head: TokenStream,
    tables: &[String],
) -> Result<String, Problems> {
    let mut text = print::rust(&module.file, head)?;
    for table in tables {
        text.push('\n');
        text.push_str(table);
    }
    Ok(text)
}

/// The text of a macro call, indented.
pub(super) struct Table {
    name: String,
    lines: String,
    depth: usize,
}

impl Table {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            lines: String::new(),
            depth: 1,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(super) fn line(&mut self, line: &str) {
        let _ = writeln!(self.lines, "{:width$}{line}", "", width = self.depth * 4);
    }

    pub(super) fn open(&mut self, title: &str) {
        self.line(&format!("{title} {{"));
        self.depth += 1;
    }

    pub(super) fn close(&mut self) {
        self.depth -= 1;
        self.line("}");
    }

    /// Words, as many on a line as fit.
    pub(super) fn words(&mut self, words: impl Iterator<Item = String>) {
        const WIDTH: usize = 96;
        let mut line = String::new();
        for word in words {
            if !line.is_empty() && self.depth * 4 + line.len() + 1 + word.len() > WIDTH {
                self.line(&std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        if !line.is_empty() {
            self.line(&line);
        }
    }

    pub(super) fn end(self) -> String {
        format!("{} {{\n{}}}\n", self.name, self.lines)
    }
}
