//! Payloads that are kept as files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::types::{Form, RoundTrip, round_trip};

/// The folder of all payloads.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The text of a file, by its path within the folder.
pub fn text(path: &str) -> String {
    let full = folder().join(path);
    fs::read_to_string(&full).unwrap_or_else(|error| panic!("{}: {error}", full.display()))
}

/// The JSON of a file, by its path within the folder.
pub fn json(path: &str) -> Value {
    parse(path, &text(path))
}

/// The JSON of a text, which goes by a name.
pub fn parse(name: &str, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{name} isn't JSON: {error}"))
}

/// A payload of which the type is known.
#[derive(Clone, Debug)]
pub struct Fixture {
    pub path: String,
    pub form: Form,
    pub type_name: &'static str,
    pub text: String,
}

impl Fixture {
    pub fn json(&self) -> Value {
        parse(&self.path, &self.text)
    }

    /// What becomes of it when it is read and written; it has to be readable.
    pub fn round_trip(&self) -> RoundTrip {
        let Self {
            path,
            form,
            type_name,
            text,
        } = self;
        round_trip(*form, type_name, text)
            .unwrap_or_else(|error| panic!("{path} as {type_name}: {error}"))
    }
}

/// Every payload of which the type is known, those that are recorded apart.
pub fn all() -> Vec<Fixture> {
    const FOLDERS: [&str; 8] = [
        "content",
        "documented",
        "errors",
        "messages",
        "requests",
        "search",
        "steps",
        "stored",
    ];
    FOLDERS.into_iter().flat_map(within).collect()
}

/// The payloads of one folder, in the order of their names.
pub fn within(name: &str) -> Vec<Fixture> {
    let directory = folder().join(name);
    let entries =
        fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("a folder's entry is readable").file_name())
        .filter_map(|file| Some(file.to_str()?.strip_suffix(".json")?.to_owned()))
        .collect();
    assert!(!names.is_empty(), "no payloads in {}", directory.display());
    names.sort();
    names
        .iter()
        .map(|file| one(&format!("{name}/{file}")))
        .collect()
}

/// One payload, by its folder and its name.
pub fn one(name: &str) -> Fixture {
    let (folder, file) = name.split_once('/').expect("a payload is in a folder");
    let (form, type_name) = type_of(folder, file);
    let path = format!("{name}.json");
    let text = text(&path);
    Fixture {
        path,
        form,
        type_name,
        text,
    }
}

/// What a file of a folder is read as.
fn type_of(folder: &str, file: &str) -> (Form, &'static str) {
    match (folder, file) {
        ("documented", "list-steps") => (Form::List, "Step"),
        ("documented", "step-messages") => (Form::List, "LettaMessage"),
        ("documented", "retrieve-step" | "step-feedback") | ("steps", "step") => {
            (Form::One, "Step")
        }
        ("documented", "step-metrics") | ("steps", "metrics") => (Form::One, "StepMetrics"),
        ("documented", "step-trace") | ("steps", "trace") => (Form::One, "ProviderTrace"),
        ("content", file) if file.starts_with("image-source") => (Form::One, "ImageSource"),
        ("content", _) => (Form::One, "MessageContentPart"),
        ("errors", _) => (Form::One, "ApiError"),
        ("messages", _) => (Form::One, "LettaMessage"),
        ("requests", file) if file.starts_with("feedback") => (Form::One, "ModifyFeedbackRequest"),
        ("requests", file) if file.starts_with("search-all") => {
            (Form::One, "SearchAllMessagesRequest")
        }
        ("requests", file) if file.starts_with("search") => (Form::One, "MessageSearchRequest"),
        ("search", "stored-search-result") => (Form::One, "MessageSearchResult"),
        ("search", _) => (Form::One, "MessageListResult"),
        ("stored", _) => (Form::One, "InternalMessage"),
        _ => panic!("no type is known for {folder}/{file}.json: add it to support/fixtures.rs"),
    }
}
