//! Why a type that isn't ours could not be read from a text.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use serde_json::{error::Category, value::RawValue};

use super::walk::{self, Step};

/// What `serde_json` and the type say, and where in the text.
pub(crate) struct Failure {
    /// Without the position. What serde quotes of the text is cut short.
    pub(crate) message: String,
    pub(crate) path: Vec<Step>,
    /// The line and the column, from 1.
    pub(crate) position: (usize, usize),
}

impl Failure {
    #[cold]
    pub(crate) fn new(text: &str, error: &serde_json::Error) -> Self {
        let message = shortened(&without_place(error));
        let path = match error.classify() {
            Category::Data => path_to(text, offset(text, (error.line(), error.column()))),
            Category::Syntax | Category::Eof | Category::Io => walk::break_path(text),
        };
        Self {
            message,
            path,
            position: place(error),
        }
    }
}

/// The line and the column, from 1, at which `serde_json` stopped. What it calls column 0 is where a line begins.
pub(super) fn place(error: &serde_json::Error) -> (usize, usize) {
    (error.line(), error.column().max(1))
}

/// A message of `serde_json`, which ends with the position, without it.
pub(super) fn without_place(error: &serde_json::Error) -> String {
    let mut message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    if message.ends_with(&place) {
        message.truncate(message.len() - place.len());
    }
    message
}

/// A message of serde with what it quotes cut short: it quotes whole values.
fn shortened(message: &str) -> String {
    const VALUE: usize = 16;
    // In backticks are names of fields and variants, mostly those of the type.
    const NAME: usize = 32;
    const WHOLE: usize = 240;
    let mut short = String::new();
    let mut rest = message.chars().peekable();
    while let Some(mark) = rest.next() {
        short.push(mark);
        let most = match mark {
            '"' => VALUE,
            '`' => NAME,
            _ => continue,
        };
        let mut length = 0;
        while let Some(next) = rest.next_if(|next| *next != mark) {
            let escaped = (mark == '"' && next == '\\').then(|| rest.next()).flatten();
            if length < most {
                short.push(next);
                short.extend(escaped);
            } else if length == most {
                short.push('…');
            }
            length += 1;
        }
        short.extend(rest.next());
    }
    match short.char_indices().nth(WHOLE) {
        Some((end, _)) => format!("{}…", &short[..end]),
        None => short,
    }
}

/// How many bytes of the text stand before a position.
fn offset(text: &str, (line, column): (usize, usize)) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    before.map(str::len).sum::<usize>() + column
}

/// The path to the innermost value that an offset is in or next to. Nothing but a value can be next to
/// another's offset: between two there is always a comma or a colon.
fn path_to(text: &str, offset: usize) -> Vec<Step> {
    let mut path = Vec::new();
    let mut within = text;
    while let Some((step, value)) = child(within, text, offset) {
        path.push(step);
        within = value;
    }
    path
}

/// The element or field of a value in which an offset into the whole text is.
fn child<'a>(value: &'a str, text: &str, offset: usize) -> Option<(Step, &'a str)> {
    let holds = |raw: &RawValue| {
        let start = raw.get().as_ptr().addr() - text.as_ptr().addr();
        (start..=start + raw.get().len()).contains(&offset)
    };
    if let Ok(list) = serde_json::from_str::<Vec<&RawValue>>(value) {
        let (index, raw) = list.iter().enumerate().find(|(_, raw)| holds(raw))?;
        return Some((Step::Index(index), raw.get()));
    }
    let object: BTreeMap<String, &RawValue> = serde_json::from_str(value).ok()?;
    let (key, raw) = object.into_iter().find(|(_, raw)| holds(raw))?;
    Some((Step::Key(key), raw.get()))
}
