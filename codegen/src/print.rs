//! Turns token streams into text with the layout of hand-written code.
//!
//! Prettyplease knows indentation but no blank lines. Here they come back: one before each item and each
//! member that has documentation. (The final touch is rustfmt's, which `cargo xtask codegen` runs.)

use proc_macro2::TokenStream;
use quote::quote;

use crate::problem::{Place, Problems};

/// The text of a file: a header that says where it comes from, then the items. `source` is the schema file; empty for
/// what comes of all of them.
///
/// # Errors
///
/// Tokens that are no Rust: a fault of the emitter.
pub fn rust(source: &str, tokens: TokenStream) -> Result<String, Problems> {
    let file = syn::parse2::<syn::File>(tokens).map_err(|error| {
        Problems(vec![Place::file(source).problem(
            format!("an emitter wrote no Rust: {error}"),
            "mend the emitter in codegen/src/emit",
        )])
    })?;
    Ok(format!(
        "{}\n{}",
        marker(source),
        spaced(&prettyplease::unparse(&file))
    ))
}

/// The first line of each generated file.
fn marker(source: &str) -> String {
    format!(
        "// @generated from schema/{source} by `cargo xtask codegen`. Don't edit: change the schema.\n"
    )
}

/// Puts a blank line before each item and documented member but the first of a block.
fn spaced(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let (mut previous, mut last_group) = ("", None);
    for (index, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        if starts_member(trimmed) {
            // Attributes stand with what they are of.
            let mut rest = lines[index..].iter().map(|line| line.trim_start());
            let own_group = rest.find(|line| !line.starts_with("#[")).and_then(group);
            let goes_on = own_group.is_some() && own_group == last_group;
            if !goes_on && ends_member(previous) {
                out.push('\n');
            }
            last_group = own_group;
        }
        out.push_str(line);
        out.push('\n');
        previous = trimmed;
    }
    out
}

fn starts_member(line: &str) -> bool {
    ["///", "#[", "pub ", "impl ", "mod ", "use ", "const "]
        .iter()
        .any(|start| line.starts_with(start))
}

fn ends_member(line: &str) -> bool {
    let continues = ["///", "#["].iter().any(|start| line.starts_with(start));
    let opens = line.is_empty() || line.ends_with(['{', '(']);
    !continues && !opens
}

/// What an item has in common with those that it stands together with: modules do, and imports from one crate.
fn group(item: &str) -> Option<&str> {
    if item.starts_with("use ") {
        return item.split_once("::").map(|(start, _)| start);
    }
    ["mod ", "pub mod "]
        .into_iter()
        .find(|start| item.starts_with(start))
}

/// Documentation as attributes, wrapped to the width of hand-written comments.
#[must_use]
pub fn doc(text: &str) -> TokenStream {
    let lines = wrapped(text);
    quote!(#(#[doc = #lines])*)
}

/// Documentation of the file itself.
#[must_use]
pub fn inner_doc(text: &str) -> TokenStream {
    let lines = wrapped(text);
    quote!(#(#![doc = #lines])*)
}

/// Paragraphs broken at spaces, each line with the space that stands behind the slashes; an empty line
/// between paragraphs stays, and so does a block of code between fences.
fn wrapped(text: &str) -> Vec<String> {
    const WIDTH: usize = 92;
    const FENCE: &str = "```";
    let mut lines = Vec::new();
    let mut in_code = false;
    for paragraph in text.split('\n') {
        let is_fence = paragraph.starts_with(FENCE);
        if in_code || is_fence {
            in_code ^= is_fence;
            lines.push(format!(" {paragraph}").trim_end().to_owned());
            continue;
        }
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !word.is_empty() {
                line.push(' ');
                line.push_str(word);
            }
        }
        lines.push(line);
    }
    lines
}
