//! The bodies recorded from real servers that the tests hold.

use std::{fs, io, path::Path};

/// Which folders of recordings hold lists of messages.
const MESSAGES: &[&str] = &[
    "messages-list",
    "messages-retrieve",
    "steps-messages",
    "v0.15.1-messages-list",
    "v0.15.1-steps-messages",
];

/// Which folders hold lists of steps.
const STEPS: &[&str] = &["steps-list", "v0.15.1-steps-list"];

pub(super) fn messages() -> io::Result<Vec<String>> {
    lists(MESSAGES)
}

pub(super) fn steps() -> io::Result<Vec<String>> {
    lists(STEPS)
}

/// All bodies that are lists; those of failed requests are objects.
fn lists(folders: &[&str]) -> io::Result<Vec<String>> {
    let recorded = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/recorded");
    let mut lists = Vec::new();
    for folder in folders {
        let mut paths = Vec::new();
        for entry in fs::read_dir(recorded.join(folder))? {
            paths.push(entry?.path());
        }
        paths.sort();
        for path in paths {
            let body = fs::read_to_string(path)?;
            if body.starts_with('[') {
                lists.push(body);
            }
        }
    }
    Ok(lists)
}
