//! Bodies that were recorded from a server.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    fixtures::{Fixture, folder, parse},
    types::Form,
};

/// A folder of recorded bodies with its manifest.
pub struct Recordings {
    folder: PathBuf,
    entries: Vec<Value>,
}

/// One recorded body, split into what is read as one type.
pub struct Recording {
    pub file: String,
    /// The method and the path of the request; empty where there was none.
    pub method: String,
    pub path: String,
    pub status: u64,
    pub values: Vec<Fixture>,
}

/// What a body holds.
enum Holds {
    Body(Form, &'static str),
    /// A list of messages in a field, beside other things.
    Messages,
    /// Server-sent events, a message each.
    Events,
}

impl Recordings {
    /// Those that are kept beside the tests.
    pub fn kept() -> Self {
        Self::open(folder().join("recorded"))
    }

    /// Those in the folder that the variable `LETTA_RECORDINGS` names: for tests that are ignored unless asked for.
    pub fn elsewhere() -> Self {
        match env::var_os("LETTA_RECORDINGS") {
            Some(folder) => Self::open(folder.into()),
            None => {
                panic!("set LETTA_RECORDINGS to a folder with a MANIFEST.json, see tests/README.md")
            }
        }
    }

    fn open(folder: PathBuf) -> Self {
        let path = folder.join("MANIFEST.json");
        let text =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let manifest = parse("MANIFEST.json", &text);
        let entries = manifest["files"]
            .as_array()
            .expect("a manifest lists its files")
            .clone();
        Self { folder, entries }
    }

    /// The folder that the files' names are relative to.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The files that the manifest lists.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| field(entry, "file"))
    }

    /// All bodies.
    pub fn all(&self) -> impl Iterator<Item = Recording> {
        self.entries.iter().map(|entry| self.read(entry))
    }

    fn read(&self, entry: &Value) -> Recording {
        let file = field(entry, "file");
        let path = self.folder.join(file);
        let text =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let status = entry["status"].as_u64().expect("an entry has a status");
        Recording {
            file: file.to_owned(),
            method: entry["method"].as_str().unwrap_or_default().to_owned(),
            path: entry["path"].as_str().unwrap_or_default().to_owned(),
            status,
            values: split(file, &holds(entry, status), text),
        }
    }
}

/// What a body holds, told by the request that it answers.
fn holds(entry: &Value, status: u64) -> Holds {
    let file = field(entry, "file");
    if status >= 400 {
        return Holds::Body(Form::One, "ApiError");
    }
    // Rows that no endpoint returns as such have no path.
    let Some(path) = entry["path"].as_str() else {
        return Holds::Body(Form::List, "InternalMessage");
    };
    let path = path.split('?').next().unwrap_or_default();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match (field(entry, "method"), segments.as_slice()) {
        ("GET", ["v1", "steps"]) => Holds::Body(Form::List, "Step"),
        ("GET", ["v1", "steps", _]) | ("PATCH", ["v1", "steps", _, "feedback"]) => {
            Holds::Body(Form::One, "Step")
        }
        ("GET", ["v1", "steps", _, "metrics"]) => Holds::Body(Form::One, "StepMetrics"),
        ("GET", ["v1", "steps", _, "trace"]) => Holds::Body(Form::Optional, "ProviderTrace"),
        (
            "GET",
            ["v1", "steps" | "agents", _, "messages"] | ["v1", "messages"] | ["v1", "messages", _],
        ) => Holds::Body(Form::List, "LettaMessage"),
        ("POST", ["v1", "messages", "search"]) => Holds::Body(Form::List, "MessageListResult"),
        ("POST", ["v1", "agents", "messages", "search"]) => {
            Holds::Body(Form::List, "MessageSearchResult")
        }
        ("POST", ["v1", "agents", _, "messages"]) => Holds::Messages,
        ("POST", ["v1", "agents", _, "messages", "stream"]) => Holds::Events,
        other => panic!("{file}: no type is known for {other:?}: add it to support/recorded.rs"),
    }
}

fn split(file: &str, holds: &Holds, text: String) -> Vec<Fixture> {
    match holds {
        Holds::Body(form, type_name) => vec![Fixture {
            path: file.to_owned(),
            form: *form,
            type_name,
            text,
        }],
        Holds::Messages => {
            let messages = parse(file, &text)["messages"].take();
            vec![Fixture {
                path: format!("{file}#/messages"),
                form: Form::List,
                type_name: "LettaMessage",
                text: messages.to_string(),
            }]
        }
        Holds::Events => events(file, &text),
    }
}

fn events(file: &str, text: &str) -> Vec<Fixture> {
    text.lines()
        .enumerate()
        .filter_map(|(index, line)| Some((index + 1, line.strip_prefix("data: ")?)))
        .filter(|(_, data)| *data != "[DONE]")
        .map(|(line, data)| Fixture {
            path: format!("{file}:{line}"),
            form: Form::One,
            type_name: "LettaMessage",
            text: data.to_owned(),
        })
        .collect()
}

fn field<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key]
        .as_str()
        .unwrap_or_else(|| panic!("an entry of the manifest has no {key}: {entry}"))
}
