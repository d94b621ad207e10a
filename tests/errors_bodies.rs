//! The bodies that servers send when a request fails: there is no one form.

use letta_types::{ApiError, ErrorDetail, TraceId, ValidationLocation};
use serde_json::json;
use support::fixtures;

fn error(file: &str) -> ApiError {
    let text = fixtures::text(&format!("errors/{file}.json"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn every_body_is_written_as_it_came() {
    for fixture in fixtures::within("errors") {
        let went = fixture.round_trip();
        assert_eq!(went.written, fixture.json(), "{}", fixture.path);
        let file = fixture
            .path
            .trim_start_matches("errors/")
            .trim_end_matches(".json");
        assert!(
            error(file).extra().is_empty(),
            "{}: all is typed",
            fixture.path
        );
    }
}

#[test]
fn detail_is_text() {
    let read = error("detail-and-trace");
    let Some(ErrorDetail::Text(text)) = &read.detail else {
        panic!("not text: {:?}", read.detail);
    };
    assert!(text.starts_with("404: Message with id"), "{text}");
    assert_eq!(
        read.trace_id.as_ref().map(TraceId::as_str),
        Some("b808f58b46110932b719a94ea6bc072d")
    );
}

/// The documented form of a failed validation, which recorded servers don't send.
#[test]
fn detail_is_a_list_of_issues() {
    let read = error("documented-validation");
    let Some(ErrorDetail::Issues(issues)) = &read.detail else {
        panic!("not issues: {:?}", read.detail);
    };
    let [issue] = &issues[..] else {
        panic!("not one: {issues:?}");
    };
    assert_eq!(issue.type_, "less_than_equal");
    assert_eq!(
        issue.loc,
        [
            ValidationLocation::Key("body".to_owned()),
            ValidationLocation::Key("limit".to_owned()),
            ValidationLocation::Index(0),
        ]
    );
}

#[test]
fn a_refused_parameter_may_come_with_examples() {
    let examples = error("detail-and-examples").examples;
    assert_eq!(
        examples,
        Some(vec![json!("step-123e4567-e89b-42d3-8456-426614174000")])
    );
}

#[test]
fn a_failure_of_the_model_is_an_error_of_its_own() {
    let read = error("model-failure");
    assert_eq!(read.detail, None);
    let failure = read.error.expect("there is an error");
    assert_eq!(failure.type_, "llm_error");
    assert_eq!(failure.message, "An error occurred with the LLM request.");
    assert!(
        failure
            .detail
            .is_some_and(|detail| detail.starts_with("NOT_FOUND"))
    );
}
