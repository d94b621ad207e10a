//! The six example responses of the documents: read, written, and locked.

use std::fmt::Debug;

use letta_types::{LettaMessage, ProviderTrace, Step, StepMetrics};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::{Schema, fixtures};

/// What is written must be the example, as JSON and as text; then it is locked.
///
/// The text is equal because the fields are written in the order of the documents.
fn assert_example<T: Serialize + DeserializeOwned + Debug>(name: &str) {
    let example = fixtures::text(&format!("documented/{name}.json"));
    let typed: T = serde_json::from_str(&example).expect("the example is read");
    let written = serde_json::to_string_pretty(&typed).expect("the example is written");

    let expected: Value = serde_json::from_str(&example).expect("the example is JSON");
    assert_eq!(serde_json::to_value(&typed).expect("is written"), expected);
    assert_eq!(written, example.trim_end());

    insta::assert_snapshot!(format!("{name}.json"), written);
    insta::assert_debug_snapshot!(format!("{name}.debug"), typed);
}

#[test]
fn list_steps() {
    assert_example::<Vec<Step>>("list-steps");
}

#[test]
fn retrieve_step() {
    assert_example::<Step>("retrieve-step");
}

#[test]
fn step_metrics() {
    assert_example::<StepMetrics>("step-metrics");
}

#[test]
fn step_trace() {
    assert_example::<ProviderTrace>("step-trace");
}

/// The documents call the response of a trace nullable; the server sends `null` for a step without one.
#[test]
fn step_trace_can_be_null() {
    let trace: Option<ProviderTrace> = serde_json::from_str("null").expect("null is read");
    assert_eq!(trace, None);
    let example = fixtures::text("documented/step-trace.json");
    let trace: Option<ProviderTrace> = serde_json::from_str(&example).expect("a trace is read");
    assert!(trace.is_some());
}

#[test]
fn step_feedback() {
    assert_example::<Step>("step-feedback");
}

#[test]
fn step_messages() {
    assert_example::<Vec<LettaMessage>>("step-messages");
}

/// The examples have no field that the types don't declare.
#[test]
fn nothing_of_an_example_is_unknown() {
    let schema = Schema::bundled();
    for fixture in fixtures::within("documented") {
        let json = fixture.json();
        let body = fixture.form.schema(fixture.type_name);
        assert_eq!(schema.unknowns(&body, &json), 0, "{}", fixture.path);
        assert_eq!(schema.undeclared(&body, &json), [""; 0], "{}", fixture.path);
    }
}
