//! Examples of the API's own operations, which the types of `letta-types` read and write.

use super::*;

/// What is found about an example of a response or, if there is a command, of a request.
fn found(endpoint: &str, example: &str) -> Vec<String> {
    let ours = curated::read(&root()).expect("the schema is of the dialect");
    let page = format!("# Steps\n\n## Step\n\n{endpoint}\n\n### Example\n\n{example}\n");
    let pages = [("page".to_owned(), page)];
    let report = against(&ours, &Explained::default(), &bodies(), &pages).expect("a page");
    assert_eq!(report.counts().examples, 1, "{}", report.text(true));
    let examples = report.findings.iter();
    let examples = examples.filter(|own| own.kind.to_string() == "example");
    examples
        .map(|own| format!("{}: {}", own.path, own.difference))
        .collect()
}

fn of_a_step(body: &str) -> Vec<String> {
    let response = format!("#### Response\n\n```json\n{body}\n```");
    found("**get** `/v1/steps/{step_id}`", &response)
}

fn of_search(body: &str) -> Vec<String> {
    let request = format!("```http\ncurl https://letta.invalid -d '{body}'\n```");
    found("**post** `/v1/messages/search`", &request)
}

#[test]
fn what_comes_back_the_same_is_no_finding() {
    for body in [
        r#"{"id": "step-1", "total_tokens": 12.0, "model": null}"#,
        r#"{"id": "step-1", "error_data": {"deep": null}}"#,
    ] {
        assert_eq!(of_a_step(body), [""; 0], "{body}");
    }
    assert_eq!(of_search(r#"{"query": "rain", "limit": 2.0}"#), [""; 0]);
}

#[test]
fn what_is_refused_has_a_place() {
    assert_eq!(
        of_a_step("{\"id\": \"step-1\",\n\"total_tokens\": 12.5}"),
        [
            "example response /total_tokens: it doesn't parse: expected a 64-bit integer for `total_tokens` in Step, found the number 12.5"
        ]
    );
    assert_eq!(
        of_search(r#"{"query": "rain", "limit": 2.5}"#),
        [
            "example request /limit: it doesn't parse: expected a 64-bit integer for `limit` in SearchAllMessagesRequest, found the number 2.5"
        ]
    );
}

#[test]
fn what_is_lost_has_a_place() {
    assert_eq!(
        of_a_step(r#"{"id": "step-1", "error_data": {"a/b": [12345678901234567890123]}}"#),
        [
            "example response /error_data/a~1b/0: it isn't written as it was read: was 12345678901234567890123, is written as 1.2345678901234568e+22"
        ]
    );
}

#[test]
fn every_body_of_the_schema_has_a_type() {
    let (ours, bodies) = (curated::read(&root()).expect("the schema"), bodies());
    for operation in &ours.operations {
        let details = operation.details.as_ref().expect("what it takes");
        let [request, response] = [true, false]
            .map(|is_request| bodies.lost(&operation.name, is_request, "null").is_some());
        assert_eq!(request, details.body.is_some(), "{}", operation.name);
        assert_eq!(response, details.response.is_some(), "{}", operation.name);
    }
}
