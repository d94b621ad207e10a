//! Slips that nobody thought of: whatever is in a schema, nothing panics.

use std::panic::catch_unwind;

use letta_types_codegen::{Problem, json::Json};
use serde_json::Value;

use crate::slips::{FILE, GOOD, OTHER, parsed, problems};

/// The problems of a schema, or the fault that there were none to be had.
///
/// Only a text is handed over: nothing is left in a bad state by a panic.
fn survives(text: &str) -> Result<Vec<Problem>, String> {
    catch_unwind(|| problems(&[(FILE, text)])).map_err(|_| "it panics".to_owned())
}

/// The good schema with a definition that has an odd key in one place or another.
fn with_odd_key(key: &str) -> [(&'static str, String); 4] {
    let tag = serde_json::json!({ "description": "A tag.", "const": "odd" });
    let text = serde_json::json!({ "description": "Text.", "type": ["string", "null"] });
    let object = |odd: &Value| {
        let mut schema = parsed(GOOD);
        let mut def = schema["$defs"]["PartAddress"].clone();
        def["x-letta-root"] = true.into();
        def["properties"][key] = odd.clone();
        schema["$defs"]["Odd"] = def;
        schema.to_string()
    };
    let mut definition = parsed(GOOD);
    definition["$defs"][key] = parsed(OTHER);
    let mut union = parsed(GOOD);
    let address = union["$defs"]["Address"].as_object_mut();
    let address = address.expect("a definition is an object");
    address.remove("x-letta-ordered");
    address.insert("x-letta-tag".to_owned(), key.into());
    [
        ("field", object(&text)),
        ("tag", object(&tag)),
        ("definition", definition.to_string()),
        ("tag of a union", union.to_string()),
    ]
}

/// The keys come from documents, and no document promises that Rust can do anything with them.
#[test]
fn odd_keys_make_nothing_panic() {
    let mut faults = Vec::new();
    for key in [
        "", " ", "2", "2nd", "?", "@type", "a-b", "a b", "a.b", "a/b", "aB", "_", "__", "é", "self",
    ] {
        for (what, text) in with_odd_key(key) {
            if survives(&text).is_err() {
                faults.push(format!("{what} `{key}`"));
            }
        }
    }
    assert!(faults.is_empty(), "these panic: {}", faults.join(", "));
}

/// What a value is replaced with, each in turn.
fn replacements() -> [Json; 5] {
    [
        Json::Null,
        Json::array([]),
        Json::Object(Vec::new()),
        Json::Number(5.into()),
        Json::from("x"),
    ]
}

/// Each schema that is one slip away: a value replaced, or a member gone or there twice.
fn mutants(json: &Json) -> Vec<Json> {
    let mut all: Vec<_> = replacements().into();
    match json {
        Json::Object(entries) => {
            let members = members_changed(entries, |(key, value)| {
                mutants(value)
                    .into_iter()
                    .map(|value| (key.clone(), value))
                    .collect()
            });
            all.extend(members.into_iter().map(Json::Object));
        }
        Json::Array(elements) => {
            all.extend(
                members_changed(elements, mutants)
                    .into_iter()
                    .map(Json::Array),
            );
        }
        _ => {}
    }
    all
}

fn members_changed<T: Clone>(members: &[T], changes: impl Fn(&T) -> Vec<T>) -> Vec<Vec<T>> {
    let mut all = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let with = |these: &[T]| [&members[..index], these, &members[index + 1..]].concat();
        all.push(with(&[]));
        all.push(with(&[member.clone(), member.clone()]));
        all.extend(changes(member).into_iter().map(|changed| with(&[changed])));
    }
    all
}

/// Faults of what the generator says of a text, if it says anything.
fn unfit_answer(text: &str) -> Option<String> {
    match survives(text) {
        Err(fault) => Some(fault),
        Ok(found) => found
            .iter()
            .find(|problem| {
                problem.file != FILE || problem.message.is_empty() || problem.remedy.is_empty()
            })
            .map(ToString::to_string),
    }
}

#[test]
fn no_slip_makes_it_panic() {
    let good: Json = serde_json::from_str(GOOD).expect("the good schema is JSON");
    let mutants = mutants(&good);
    assert!(mutants.len() > 300, "only {} slips", mutants.len());
    let faults: Vec<_> = mutants
        .iter()
        .filter_map(|mutant| {
            let text = mutant.to_string();
            unfit_answer(&text).map(|fault| format!("{fault}\n  schema: {text}"))
        })
        .collect();
    let most = faults.len().min(3);
    assert!(faults.is_empty(), "{}", faults[..most].join("\n"));
}
