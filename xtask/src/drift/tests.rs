//! Documents written for the purpose, one trap each, against a small schema.

mod damaged;
mod findings;
mod traps;

use letta_types_codegen::Source as File;
use serde_json::{Value, json};

use super::*;

const SCHEMA: &str = include_str!("tests/trains.json");
/// Says what the schema says.
const DOCUMENT: &str = include_str!("tests/trains.openapi.json");

const TRAIN: &str = "/components/schemas/Train/properties";

fn schema() -> Facts {
    let file = File {
        name: "trains.json",
        text: SCHEMA,
    };
    curated::of_sources(&[file]).expect("the schema is of the dialect")
}

fn drift_of(explained: &str, text: &str) -> Result<Report, String> {
    let explained = Explained::parse(explained).expect("entries are of their form");
    let mut report = Report::default();
    let document = Document::parse("trains", text)?;
    against(&schema(), &explained, &document, &mut report)?;
    Ok(report)
}

fn drift(document: &Value) -> Report {
    drift_of("", &document.to_string()).expect("a document of the schema's operations")
}

fn short(report: &Report) -> Vec<String> {
    report.short("schema/trains.json#")
}

/// The document with something put in its places; `-` is the end of an array.
fn with<const N: usize>(changes: [(&str, Value); N]) -> Value {
    let mut document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    for (pointer, value) in changes {
        let (outer, key) = pointer.rsplit_once('/').expect("a place in the document");
        match document.pointer_mut(outer) {
            Some(Value::Object(object)) => {
                object.insert(key.replace("~1", "/"), value);
            }
            Some(Value::Array(array)) if key == "-" => array.push(value),
            Some(Value::Array(array)) => array[key.parse::<usize>().expect("an index")] = value,
            _ => panic!("nothing at {outer}"),
        }
    }
    document
}

/// The document without what is in a place.
fn without(pointer: &str) -> Value {
    let mut document = with([]);
    let (outer, key) = pointer.rsplit_once('/').expect("a place in the document");
    let removed = match document.pointer_mut(outer) {
        Some(Value::Object(object)) => object.remove(&key.replace("~1", "/")),
        Some(Value::Array(array)) => Some(array.remove(key.parse().expect("an index"))),
        _ => None,
    };
    assert!(removed.is_some(), "nothing at {pointer}");
    document
}

/// The document with a field of a train that is such.
fn train(key: &str, schema: Value) -> Value {
    with([(&format!("{TRAIN}/{key}"), schema)])
}

/// What is found about a document.
#[track_caller]
fn expect(document: &Value, expected: &[&str]) {
    let report = drift(document);
    assert_eq!(short(&report), expected, "{}", report.text(true));
}

#[test]
fn what_says_the_same_is_clean() {
    let report = drift(&with([]));
    assert_eq!(short(&report), [""; 0], "{}", report.text(true));
    let counts = report.counts();
    assert_eq!((counts.operations, counts.parameters), (3, 4));
    // 12 of a train, 2 of each car and of the search: `depot` isn't in the document.
    assert_eq!(counts.fields, 18);
    // The lines twice, as a parameter and as a field, are the same; and two tags.
    assert_eq!(counts.values, 4);
    assert_eq!((counts.findings, counts.explained), (0, 0));
    // No operation leads to `Ticket`, and so what is wrong with it doesn't count.
    assert_eq!(counts.not_covered, 1);
}

#[test]
fn every_operation_of_the_schema_that_is_there_is_compared() {
    let report = drift(&without("/paths/~1v1~1trains~1search"));
    assert_eq!((report.counts().operations, report.findings.len()), (2, 0));
    let rest = "the search is a component that nothing leads to";
    assert_eq!(report.counts().not_covered, 2, "{rest}");
}

/// What the generator makes of the schema as OpenAPI says what the schema says, as far as OpenAPI can.
#[test]
fn the_generated_document_agrees_with_the_schema() {
    let root = root();
    let ours = curated::read(&root).expect("the schema is of the dialect");
    let path = root.join("letta-types/schema/letta-types.openapi.json");
    let document = Document::read(&path).expect("a document");
    let mut report = Report::default();
    against(&ours, &Explained::default(), &document, &mut report).expect("its operations");
    assert_eq!(report.counts().operations, ours.operations.len());
    assert_eq!(report.counts().not_covered, 5, "the bodies of failures");
    // That null is taken where none is documented, and that a field isn't documented, are annotations there.
    let mut annotated = [0, 0];
    for finding in &report.findings {
        let place = finding.schema.as_ref().expect("a place").to_string();
        let (file, pointer) = place.split_once('#').expect("a pointer");
        let text = std::fs::read_to_string(root.join(file)).expect("a schema file");
        let schema: Value = serde_json::from_str(&text).expect("JSON");
        let (key, index) = match finding.kind.to_string().as_str() {
            "nullable" => ("/x-letta-not-null", 0),
            "undocumented" => ("", 1),
            _ => panic!("{}", report.text(true)),
        };
        assert_eq!(
            schema.pointer(&format!("{pointer}{key}")),
            Some(&json!(true))
        );
        annotated[index] += 1;
    }
    let mut expected = [0, 0];
    // No response of success leads to the bodies of failures.
    for name in letta_types_codegen::SOURCES
        .iter()
        .filter(|name| **name != "errors.json")
    {
        let path = root.join("schema").join(name);
        let text = std::fs::read_to_string(path).expect("a schema file");
        for (index, key) in ["x-letta-not-null", "x-letta-undocumented"]
            .iter()
            .enumerate()
        {
            expected[index] += text.matches(&format!("\"{key}\": true")).count();
        }
    }
    assert_eq!(annotated, expected);
}
