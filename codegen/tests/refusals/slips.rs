//! What the tests share: slips, made in a schema that is good but for them.

use letta_types_codegen::{Problem, Source, generate, problem::unescaped};
use serde_json::Value;

pub(crate) const FILE: &str = "good.json";
pub(crate) const GOOD: &str = include_str!("good.json");

pub(crate) const OFFICE_FILE: &str = "office.json";
pub(crate) const OFFICE: &str = include_str!("office.json");

/// A change to the good schema.
pub(crate) enum Edit {
    /// Puts a value there, in place of the one that is there if there is one.
    Set(&'static str, &'static str),
    /// Takes it out.
    Drop(&'static str),
}

pub(crate) use Edit::{Drop, Set};

/// A slip and what must be said of it: the edits, the pointer, a part of the message, a part of the remedy.
pub(crate) type Case = (&'static [Edit], &'static str, &'static str, &'static str);

pub(crate) fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("the tests write JSON")
}

/// The object around a pointer's end, and the key of that end.
pub(crate) fn around<'a>(root: &'a mut Value, pointer: &str) -> (&'a mut Value, String) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer to a member");
    let parent = root.pointer_mut(parent).expect("the parent is there");
    (parent, unescaped(key))
}

pub(crate) fn apply(root: &mut Value, edit: &Edit) {
    match edit {
        Set(pointer, value) => {
            let value = parsed(value);
            match around(root, pointer) {
                (Value::Object(entries), key) => {
                    entries.insert(key, value);
                }
                (Value::Array(elements), index) => {
                    let index: usize = index.parse().expect("an index");
                    match elements.get_mut(index) {
                        Some(element) => *element = value,
                        None => elements.push(value),
                    }
                }
                _ => panic!("{pointer} is in no container"),
            }
        }
        Drop(pointer) => match around(root, pointer) {
            (Value::Object(entries), key) => {
                entries.remove(&key).expect("it was there");
            }
            (Value::Array(elements), index) => {
                elements.remove(index.parse().expect("an index"));
            }
            _ => panic!("{pointer} is in no container"),
        },
    }
}

pub(crate) fn edited(edits: &[Edit]) -> String {
    edited_of(GOOD, edits)
}

pub(crate) fn edited_of(text: &str, edits: &[Edit]) -> String {
    let mut schema = parsed(text);
    for edit in edits {
        apply(&mut schema, edit);
    }
    schema.to_string()
}

pub(crate) fn problems(sources: &[(&str, &str)]) -> Vec<Problem> {
    let sources: Vec<_> = sources
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    generate(&sources).err().map_or_else(Vec::new, |all| all.0)
}

/// Why the problems aren't the one that the case tells of, if they aren't.
pub(crate) fn fault(
    found: &[Problem],
    pointer: &str,
    message: &str,
    remedy: &str,
) -> Option<String> {
    fault_of(FILE, found, pointer, message, remedy)
}

pub(crate) fn fault_of(
    file: &str,
    found: &[Problem],
    pointer: &str,
    message: &str,
    remedy: &str,
) -> Option<String> {
    let [only] = found else {
        return Some(format!("expected one problem, found {found:#?}"));
    };
    let right = only.file == file
        && only.pointer == pointer
        && only.message.contains(message)
        && only.remedy.contains(remedy);
    (!right).then(|| format!("found {only:#?}"))
}

/// Checks all cases before it fails, so that one run shows all that is off.
#[track_caller]
pub(crate) fn refused(cases: &[Case]) {
    refused_of(FILE, GOOD, cases);
}

/// The same of operations.
#[track_caller]
pub(crate) fn refused_operations(cases: &[Case]) {
    refused_of(OFFICE_FILE, OFFICE, cases);
}

#[track_caller]
pub(crate) fn refused_of(file: &str, text: &str, cases: &[Case]) {
    let mut faults = Vec::new();
    for (edits, pointer, message, remedy) in cases {
        let found = problems(&[(file, &edited_of(text, edits))]);
        if let Some(fault) = fault_of(file, &found, pointer, message, remedy) {
            faults.push(format!("{pointer}: {message}\n{fault}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

pub(crate) const OTHER: &str = r#"{
    "description": "Another type.", "x-letta-source": "Handbook", "x-letta-root": true,
    "type": "string", "x-letta-id": ""
}"#;

/// The good schema under another name, each of its definitions too.
pub(crate) fn renamed(file: &str) -> String {
    let mut schema = parsed(GOOD);
    schema["$id"] = format!("https://letta-types.invalid/{file}").into();
    schema["$defs"] = serde_json::json!({ "Other": parsed(OTHER) });
    schema.to_string()
}

/// The places of all problems, in order.
pub(crate) fn places(found: &[Problem]) -> Vec<(&str, &str)> {
    found
        .iter()
        .map(|problem| (problem.file.as_str(), problem.pointer.as_str()))
        .collect()
}
