//! Requests as the server accepted them, and its answers through the operations that they answer.

use std::{collections::BTreeMap, error::Error as _, fmt::Write as _};

use letta_types::{
    FeedbackType, LettaMessage, ListAllMessages, ListMessagesForStep, ListSteps, MessageListResult,
    MessageSearchRequest, MessageSearchResult, MessageType, ModifyFeedbackForStep,
    ModifyFeedbackRequest, OPENAPI, ProviderTrace, RawProviderTrace, RetrieveMessage,
    RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages,
    SearchAllMessagesRequest, SearchMessages, SortOrder, Step, StepMetrics,
    operation::{Method, Operation, RequestError, ResponseError},
};
use serde_json::{Value, json};
use support::{
    fixtures,
    operations::{self, Address},
    recorded::Recordings,
};

/// Requests that no operation makes, and the part of the reason why: what they send isn't of its type.
const IMPOSSIBLE: [(&str, &str); 5] = [
    (
        "PATCH /v1/steps/step-2f5bdf30-08c0-4c0c-8674-960296f6e7b0/feedback",
        "no body",
    ),
    (
        "GET /v1/steps/step-703a5f4d-fb7a-447b-ba77-7a9c422a5977/messages?limit=many",
        "invalid digit",
    ),
    ("POST /v1/agents/messages/search", "no body"),
    ("POST /v1/messages/search", "no body"),
    ("POST /v1/messages/search {}", "missing field `query`"),
];

#[test]
fn every_recorded_request_is_made_as_it_was_sent() {
    let requests = fixtures::json("operations/requests.json");
    let requests = requests.as_array().expect("a list of requests");
    assert_eq!(requests.len(), 147);
    let mut impossible = Vec::new();
    let mut made = BTreeMap::<&str, usize>::new();
    let mut exact = 0;
    let openapi: Value = serde_json::from_str(OPENAPI).expect("JSON");
    for request in requests {
        let method = request["method"].as_str().expect("a method");
        let path = request["path"].as_str().expect("a path");
        let body = request.get("body");
        let name = operations::name(method, path).expect("an operation");
        let address = Address::parse(path);
        let built = match operations::build(name, &address, body) {
            Ok(built) => built,
            Err(error) => {
                let body = body.map_or_else(String::new, |body| format!(" {body}"));
                impossible.push((format!("{method} {path}{body}"), error));
                continue;
            }
        };
        *made.entry(name).or_default() += 1;
        assert_eq!(built.method.as_str(), method, "{path}");
        // Compared decoded, and pair by pair as they were encoded.
        let own = Address::parse(&built.path_and_query);
        assert_eq!(own.sorted(), address.clone().sorted(), "{path}");
        assert_eq!(pairs(&built.path_and_query), pairs(path));
        // To the byte, where the parameters came in the documents' order.
        if is_in_order(&openapi, method, name, &address) {
            assert_eq!(built.path_and_query, path);
            exact += 1;
        }

        let sent = built
            .body
            .as_deref()
            .map(|body| serde_json::from_slice::<Value>(body).expect("the body is JSON"));
        assert_eq!(sent.as_ref(), body, "{path}");
        let types: Vec<_> = built
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let expected = body.map(|_| ("content-type", "application/json"));
        assert_eq!(types, Vec::from_iter(expected), "{path}");
    }
    assert_eq!(made.len(), 10, "{made:?}");
    assert!(exact > 130, "only {exact} in order");
    assert_eq!(impossible.len(), IMPOSSIBLE.len(), "{impossible:#?}");
    for (request, reason) in IMPOSSIBLE {
        let found = impossible
            .iter()
            .any(|(own, error)| own == request && error.contains(reason));
        assert!(found, "{request}: {reason}: {impossible:#?}");
    }
}

fn is_in_order(openapi: &Value, method: &str, name: &str, address: &Address) -> bool {
    let id: String = name
        .char_indices()
        .map(|(index, letter)| match letter {
            'A'..='Z' if index > 0 => format!("_{}", letter.to_ascii_lowercase()),
            _ => letter.to_ascii_lowercase().to_string(),
        })
        .collect();
    let paths = openapi["paths"].as_object().expect("paths");
    let operation = paths
        .values()
        .map(|path| &path[method.to_lowercase()])
        .find(|operation| operation["operationId"] == id.as_str())
        .unwrap_or_else(|| panic!("no {id}"));
    let parameters = operation["parameters"].as_array();
    let parameters = parameters.map_or(&[][..], Vec::as_slice);
    let places = address.query.iter().map(|(name, _)| {
        parameters
            .iter()
            .position(|parameter| parameter["name"] == name.as_str())
    });
    places.is_sorted()
}

/// The pairs of a query as they are encoded.
fn pairs(path: &str) -> Vec<&str> {
    let (_, query) = path.split_once('?').unwrap_or((path, ""));
    let mut pairs: Vec<_> = query.split('&').collect();
    pairs.sort_unstable();
    pairs
}

/// Reads an answer by its operation, and as serde reads it.
fn answer<O: Operation>(status: u16, text: &str) -> Result<(), ResponseError>
where
    O::Response: serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let value = O::read_response(status, text.as_bytes())?;
    let expected: O::Response = serde_json::from_str(text).expect("serde reads what we read");
    assert_eq!(value, expected);
    Ok(())
}

fn answer_of(name: &str, status: u16, text: &str) -> Result<(), ResponseError> {
    match name {
        "ListSteps" => answer::<ListSteps>(status, text),
        "RetrieveStep" => answer::<RetrieveStep>(status, text),
        "RetrieveMetricsForStep" => answer::<RetrieveMetricsForStep>(status, text),
        "RetrieveTraceForStep" => answer::<RetrieveTraceForStep>(status, text),
        "ListMessagesForStep" => answer::<ListMessagesForStep>(status, text),
        "ModifyFeedbackForStep" => answer::<ModifyFeedbackForStep>(status, text),
        "ListAllMessages" => answer::<ListAllMessages>(status, text),
        "RetrieveMessage" => answer::<RetrieveMessage>(status, text),
        "SearchAllMessages" => answer::<SearchAllMessages>(status, text),
        "SearchMessages" => answer::<SearchMessages>(status, text),
        other => panic!("no operation {other}"),
    }
}

/// Every kept recording that answers an operation: typed, or an error that the server wrote.
fn assert_answers(recordings: &Recordings) -> (usize, Vec<(String, ResponseError)>) {
    let mut good = 0;
    let mut bad = Vec::new();
    for recording in recordings.all() {
        let Some(name) = operations::name(&recording.method, &recording.path) else {
            continue;
        };
        let status = u16::try_from(recording.status).expect("a status");
        match answer_of(name, status, &recording.values[0].text) {
            Ok(()) => {
                assert_eq!(status, 200, "{}", recording.file);
                good += 1;
            }
            Err(error) => {
                assert_eq!(error.status(), Some(status), "{}: {error}", recording.file);
                assert!(error.api_error().is_some(), "{}: {error}", recording.file);
                bad.push((recording.file, error));
            }
        }
    }
    (good, bad)
}

#[test]
fn every_recorded_answer_is_read() {
    let (good, bad) = assert_answers(&Recordings::kept());
    assert_eq!((good, bad.len()), (48, 15));
    let mut text = String::new();
    for (file, error) in bad {
        let _ = writeln!(text, "{file}\n  {error}");
    }
    insta::assert_snapshot!(text);
}

#[test]
#[ignore = "reads the folder that LETTA_RECORDINGS names"]
fn answers_recorded_elsewhere_are_read() {
    let (good, bad) = assert_answers(&Recordings::elsewhere());
    assert!(good > 100 && bad.len() > 10, "{good}, {}", bad.len());
}

#[test]
fn failures_read_well() {
    let validation = fixtures::text("errors/documented-validation.json");
    let long = format!("<p>{}</p>", "busy ".repeat(100));
    let cases: [(u16, &str); 19] = [
        (400, r#"{"detail": "Message content is empty or invalid"}"#),
        (401, r#"{"error": "Unauthorized"}"#),
        (404, r#"{"detail": "Not Found"}"#),
        (409, r#"{"detail": {"code": "conflict", "run": "run-1"}}"#),
        (422, &validation),
        (429, r#"{"message": "Too many requests", "retry_after": 3}"#),
        (
            500,
            r#"{"error": {"type": "llm_error", "message": "The model failed.", "detail": "NOT_FOUND: no model"}}"#,
        ),
        (500, r#"{"detail": null}"#),
        (400, r#"{"detail": ""}"#),
        (
            400,
            r#"{"detail": "\u001b[2JTwo\nlines", "trace_id": "\u0007"}"#,
        ),
        (400, r#"{"detail": {"\u009b": 1}}"#),
        (
            422,
            r#"{"detail": [{"loc": ["body", "\u001b"], "msg": "\u001b[31m", "type": "missing"}]}"#,
        ),
        (
            500,
            r#"{"error": {"type": "\u001b", "message": "\u001b", "detail": "\u001b"}}"#,
        ),
        (
            502,
            "<html>\n<head><title>502 Bad Gateway</title></head>\n<body></body>\n</html>",
        ),
        (503, &long),
        (503, ""),
        (307, ""),
        (599, "\u{1b}[2J\u{0}"),
        (0, "[]"),
    ];
    let mut text = String::new();
    for (status, body) in cases {
        let error = RetrieveStep::read_response(status, body.as_bytes()).expect_err("a failure");
        assert_eq!(error.status(), Some(status));
        let _ = writeln!(text, "{error}");
        match &error {
            ResponseError::Api { error: own, .. } => {
                assert!(error.to_string().ends_with(&own.to_string()), "{error}");
            }
            ResponseError::Status { body: kept, .. } => assert_eq!(kept, body.as_bytes()),
            other => panic!("{other:?}"),
        }
        // All is said already.
        assert!(error.source().is_none());
    }
    insta::assert_snapshot!(text);
}

#[test]
fn bytes_that_are_no_text_are_kept() {
    let body = [0xff, 0xfe, b'<'];
    let error = RetrieveStep::read_response(502, &body).expect_err("a failure");
    assert_eq!(error.to_string(), "502 Bad Gateway: \u{fffd}\u{fffd}<");
    assert!(matches!(error, ResponseError::Status { body: kept, .. } if kept == body));
}

/// A wrong base address answers with a page of its own.
#[test]
fn success_without_json_shows_what_came() {
    let cases = [
        (
            200,
            "<html><title>Log in</title></html>",
            "200 OK, but no JSON: <html><title>Log in</title></html>",
        ),
        (200, " \n\u{1b}[2J", "200 OK, but no JSON: \\u{1b}[2J"),
        (204, "", "204 No Content, but no JSON: without a body"),
        (200, "\u{feff}{}", "200 OK, but no JSON: \u{feff}{}"),
    ];
    for (status, body, text) in cases {
        let error = ListSteps::read_response(status, body.as_bytes()).expect_err("no answer");
        assert_eq!(error.to_string(), text);
        assert_eq!(error.status(), None);
        assert!(error.api_error().is_none() && error.source().is_none());
        assert!(
            matches!(error, ResponseError::NotJson { body: kept, .. } if kept == body.as_bytes())
        );
    }
    for body in ["[", r#"{"id""#, "nothing", "5"] {
        let error = ListSteps::read_response(200, body.as_bytes());
        assert!(matches!(error, Err(ResponseError::Decode(_))), "{body}");
    }
}

/// A proxy that lost the status, or a server that answers errors with 200.
#[test]
fn a_failure_with_a_status_of_success_says_so() {
    let body = br#"{"detail": "Step not found"}"#;
    let cases = [
        RetrieveStep::read_response(200, body).map(drop),
        ListSteps::read_response(200, body).map(drop),
        RetrieveTraceForStep::read_response(200, body).map(drop),
        RetrieveMessage::read_response(200, body).map(drop),
        SearchMessages::read_response(201, body).map(drop),
    ];
    for case in cases {
        let error = case.expect_err("no answer");
        assert_eq!(error.status(), None);
        let text = error.to_string();
        assert!(
            text.ends_with("; it is the body of a failed request: Step not found"),
            "{text}"
        );
        assert!(error.source().is_none(), "all is said already");
        let api = error.api_error().expect("what the server said");
        assert_eq!(api.to_string(), "Step not found");
    }
}

#[test]
fn an_answer_that_does_not_fit_tells_where() {
    let error = ListSteps::read_response(200, br#"[{"id": "step-1"}, {"id": 5}]"#);
    let ResponseError::Decode(error) = error.expect_err("5 is no id") else {
        panic!("another error");
    };
    assert_eq!(error.pointer(), "/1/id");
}

#[test]
fn null_is_the_trace_of_a_step_without_one() {
    let trace = RetrieveTraceForStep::read_response(200, b"null").expect("null is an answer");
    assert_eq!(trace, None);
}

/// What the documents say of each, by hand.
#[test]
fn methods_paths_and_answers() {
    fn about<O: Operation<Response = R>, R>(method: Method, path: &str) {
        assert_eq!(O::METHOD, method);
        assert_eq!(O::PATH, path);
        let documented = fixtures::json("documented-operations.json");
        assert_eq!(
            documented[format!("{method} {path}")]["operationId"],
            O::NAME
        );
    }
    about::<ListSteps, Vec<Step>>(Method::Get, "/v1/steps/");
    about::<RetrieveStep, Step>(Method::Get, "/v1/steps/{step_id}");
    about::<RetrieveMetricsForStep, StepMetrics>(Method::Get, "/v1/steps/{step_id}/metrics");
    about::<RetrieveTraceForStep, Option<ProviderTrace>>(Method::Get, "/v1/steps/{step_id}/trace");
    about::<ModifyFeedbackForStep, Step>(Method::Patch, "/v1/steps/{step_id}/feedback");
    about::<ListMessagesForStep, Vec<LettaMessage>>(Method::Get, "/v1/steps/{step_id}/messages");
    about::<ListAllMessages, Vec<LettaMessage>>(Method::Get, "/v1/messages/");
    about::<RetrieveMessage, Vec<LettaMessage>>(Method::Get, "/v1/messages/{message_id}");
    about::<SearchAllMessages, Vec<MessageListResult>>(Method::Post, "/v1/messages/search");
    about::<SearchMessages, Vec<MessageSearchResult>>(Method::Post, "/v1/agents/messages/search");
    assert_eq!(Method::Patch.to_string(), "PATCH");
}

fn path(operation: &impl Operation) -> String {
    operation.path_and_query().expect("a path")
}

#[test]
fn every_parameter_has_its_place() {
    let operation = ListSteps::new()
        .with_after("step-1")
        .with_agent_id("agent-1")
        .with_before("step-9")
        .with_end_date("2026-11-21T09:23:20Z")
        .with_feedback(FeedbackType::Negative)
        .with_has_feedback(false)
        .with_limit(-1)
        .with_model("gpt-4o")
        .with_order(SortOrder::Asc)
        .with_order_by("created_at")
        .with_project_id("p")
        .with_start_date("2026-11-20")
        .with_tags(["a", "b"])
        .with_trace_ids(["t"])
        .with_x_project("slug");
    assert_eq!(
        path(&operation),
        "/v1/steps/?after=step-1&agent_id=agent-1&before=step-9&end_date=2026-11-21T09%3A23%3A20Z\
         &feedback=negative&has_feedback=false&limit=-1&model=gpt-4o&order=asc&order_by=created_at\
         &project_id=p&start_date=2026-11-20&tags=a&tags=b&trace_ids=t"
    );
    let headers = operation.headers().expect("headers");
    assert_eq!(headers, [("x-project", "slug".to_owned())]);
    assert_eq!(operation.body().expect("no body"), None);
    assert_eq!(operation.content_type(), None);
}

#[test]
fn everything_but_unreserved_characters_is_encoded() {
    let hostile = "a b&c=d+e%f/g?h#i\"<>\\^`{|}é漢🦀\n~-._";
    let operation = ListSteps::new().with_model(hostile);
    assert_eq!(
        path(&operation),
        "/v1/steps/?model=a%20b%26c%3Dd%2Be%25f%2Fg%3Fh%23i%22%3C%3E%5C%5E%60%7B%7C%7D\
         %C3%A9%E6%BC%A2%F0%9F%A6%80%0A~-._"
    );
    // Once more for each ASCII character, by a decoder that isn't ours.
    for byte in 0..=0x7f_u8 {
        let model = char::from(byte).to_string();
        let text = path(&ListSteps::new().with_model(model.as_str()));
        assert_eq!(Address::parse(&text).query, [("model".to_owned(), model)]);
        let (_, value) = text.split_once('=').expect("a value");
        let unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        assert_eq!(value.len(), if unreserved { 1 } else { 3 }, "{text}");
    }
}

#[test]
fn absent_and_empty_differ() {
    assert_eq!(path(&ListSteps::new()), "/v1/steps/");
    assert_eq!(path(&ListSteps::new().with_model("")), "/v1/steps/?model=");
    assert_eq!(path(&ListSteps::new().with_tags([""; 0])), "/v1/steps/");
    assert_eq!(path(&ListSteps::new().with_tags([""])), "/v1/steps/?tags=");
    let types = [
        MessageType::ToolCallMessage,
        MessageType::from("mood & more"),
    ];
    assert_eq!(
        path(&ListAllMessages::new().with_include_return_message_types(types)),
        "/v1/messages/?include_return_message_types=tool_call_message\
         &include_return_message_types=mood%20%26%20more"
    );
}

#[test]
fn identifiers_stay_one_segment() {
    for (id, segment) in [
        (
            "step-123e4567-e89b-42d3-8456-426614174000",
            "step-123e4567-e89b-42d3-8456-426614174000",
        ),
        ("step id", "step%20id"),
        ("...", "..."),
        (".a", ".a"),
        ("%2e%2e", "%252e%252e"),
        ("a%2Fb", "a%252Fb"),
        ("a?b#c", "a%3Fb%23c"),
        ("a\\b", "a%5Cb"),
        ("漢", "%E6%BC%A2"),
        ("{step_id}", "%7Bstep_id%7D"),
    ] {
        assert_eq!(path(&RetrieveStep::new(id)), format!("/v1/steps/{segment}"));
        assert_eq!(
            path(&RetrieveTraceForStep::new(id)),
            format!("/v1/steps/{segment}/trace")
        );
    }
}

/// Encoded or not, these would address another path.
#[test]
fn identifiers_that_address_another_path_are_refused() {
    let mut text = String::new();
    for id in [
        "",
        ".",
        "..",
        "/",
        "a/b",
        "../messages",
        "step-1/metrics",
        "\u{2f}",
    ] {
        for error in [
            RetrieveStep::new(id).path_and_query(),
            RetrieveMetricsForStep::new(id).path_and_query(),
            RetrieveStep::new(id)
                .request()
                .map(|request| request.path_and_query),
        ] {
            let error = error.expect_err("another path");
            assert!(
                matches!(&error, RequestError::Segment { parameter: "step_id", value } if value == id),
                "{error}"
            );
        }
        let error = RetrieveMessage::new(id)
            .path_and_query()
            .expect_err("another path");
        let _ = writeln!(text, "{error}");
    }
    insta::assert_snapshot!(text, @r#"
    `message_id` is empty and would address another path: ""
    `message_id` is a dot segment and would address another path: "."
    `message_id` is a dot segment and would address another path: ".."
    `message_id` has a `/` in it and would address another path: "/"
    `message_id` has a `/` in it and would address another path: "a/b"
    `message_id` has a `/` in it and would address another path: "../messages"
    `message_id` has a `/` in it and would address another path: "step-1/metrics"
    `message_id` has a `/` in it and would address another path: "/"
    "#);
}

#[test]
fn headers_take_no_line_breaks() {
    for value in ["a\r\nHost: b", "a\nb", "\u{0}", "é", "\u{7f}"] {
        let operation = ListSteps::new().with_x_project(value);
        let error = operation.headers().expect_err("no header");
        assert_eq!(
            error.to_string(),
            format!("header `x-project` takes printable ASCII characters only: {value:?}")
        );
        assert!(operation.request().is_err());
        // The path doesn't depend on it.
        assert_eq!(path(&operation), "/v1/steps/");
    }
    let operation = ListSteps::new().with_x_project("my project\t~");
    let headers = operation.headers().expect("a header");
    assert_eq!(headers, [("x-project", "my project\t~".to_owned())]);
}

#[test]
fn bodies_are_json() {
    let body = ModifyFeedbackRequest::new()
        .with_feedback(FeedbackType::Positive)
        .with_tags(["a"]);
    let written = ModifyFeedbackForStep::new("step-1", body)
        .body()
        .expect("a body");
    assert_eq!(
        written.as_deref(),
        Some(br#"{"feedback":"positive","tags":["a"]}"#.as_slice())
    );

    let cleared = ModifyFeedbackForStep::new("step-1", ModifyFeedbackRequest::new());
    assert_eq!(
        cleared.body().expect("a body").as_deref(),
        Some(b"{}".as_slice())
    );

    let mut body = MessageSearchRequest::new()
        .with_query("wetter Ⅻ")
        .with_limit(3);
    body.extra_mut().insert("boost", json!({"recent": 2}));
    let written = SearchMessages::new(body)
        .body()
        .expect("a body")
        .expect("a body");
    assert_eq!(
        serde_json::from_slice::<Value>(&written).expect("JSON"),
        json!({"query": "wetter Ⅻ", "limit": 3, "boost": {"recent": 2}})
    );
    // Only this search can do without a query.
    let written = SearchMessages::new(MessageSearchRequest::new())
        .body()
        .expect("a body");
    assert_eq!(written.as_deref(), Some(b"{}".as_slice()));
}

#[test]
fn a_body_that_can_not_be_written_is_an_error() {
    let mut body = SearchAllMessagesRequest::new("x");
    body.extra_mut().insert("limit", 5);
    let operation = SearchAllMessages::new(body);
    let error = operation.body().expect_err("two limits");
    assert_eq!(
        error.to_string(),
        "the body can't be written: extra field `limit` of SearchAllMessagesRequest has the name of a declared \
         field: set that field instead"
    );
    assert!(error.source().is_none(), "all is said already");
    assert!(operation.request().is_err());
    assert_eq!(path(&operation), "/v1/messages/search");
}

#[test]
fn operations_and_their_errors_go_anywhere() {
    fn anywhere<T: Send + Sync + 'static>() {}
    anywhere::<ListSteps>();
    anywhere::<SearchMessages>();
    anywhere::<letta_types::operation::Request>();
    anywhere::<RequestError>();
    anywhere::<ResponseError>();
    anywhere::<letta_types::operation::Pages<ListAllMessages>>();
}

/// Operation by operation and parameter by parameter, what the published OpenAPI says, without its prose.
#[test]
fn every_documented_operation_is_there() {
    let openapi: Value = serde_json::from_str(OPENAPI).expect("JSON");
    let documented = fixtures::json("documented-operations.json");
    let documented = documented.as_object().expect("operations by request");
    assert_eq!(documented.len(), 10);
    for (request, facts) in documented {
        let (method, path) = request.split_once(' ').expect("a method and a path");
        let own = &openapi["paths"][path][method.to_lowercase()];
        assert_eq!(own["operationId"], facts["operationId"], "{request}");

        let parameters = own["parameters"].as_array();
        let parameters = parameters.map_or(&[][..], Vec::as_slice);
        let expected = facts["parameters"].as_object().expect("parameters by name");
        assert_eq!(parameters.len(), expected.len(), "{request}");
        for parameter in parameters {
            let name = parameter["name"].as_str().expect("a name");
            let at = format!("{request}, {name}");
            assert_parameter(&openapi, &at, parameter, &expected[name]);
        }

        let body = &own["requestBody"]["content"]["application/json"]["schema"];
        assert_eq!(
            own["requestBody"]["required"] == true,
            facts["body"].is_string()
        );
        if facts["body"].is_string() {
            let name = body["$ref"]
                .as_str()
                .expect("a reference")
                .rsplit('/')
                .next();
            let (_, definition) = resolved(&openapi, body);
            let names = definition["x-letta-names"].as_array().into_iter().flatten();
            let mut names = names.filter_map(Value::as_str).chain(name);
            assert!(names.any(|name| facts["body"] == name), "{request}: {body}");
        }
    }
}

fn assert_parameter(openapi: &Value, at: &str, parameter: &Value, facts: &Value) {
    assert_eq!(parameter["in"], facts["in"], "{at}");
    assert_eq!(
        parameter["required"] == true,
        facts["required"] == true,
        "{at}"
    );
    let (schema, definition) = resolved(openapi, &parameter["schema"]);
    assert_eq!(json!([definition["type"]]), facts["kinds"], "{at}");
    assert_eq!(schema.get("default"), facts.get("default"), "{at}");
    let mut values = definition.get("enum");
    if let Some(items) = definition.get("items") {
        let (_, item) = resolved(openapi, items);
        assert_eq!(json!([item["type"]]), facts["items"], "{at}");
        values = item.get("enum");
    }
    assert_eq!(values, facts.get("values"), "{at}");
}

/// A schema, and the definition that it refers to or is.
fn resolved<'a>(openapi: &'a Value, schema: &'a Value) -> (&'a Value, &'a Value) {
    let definition = match schema["$ref"].as_str() {
        Some(reference) => openapi
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or_else(|| panic!("{reference} leads nowhere")),
        None => schema,
    };
    (schema, definition)
}

/// The schemas of both documents are the same, but for where references lead.
#[test]
fn both_documents_have_the_same_definitions() {
    let openapi: Value = serde_json::from_str(OPENAPI).expect("JSON");
    let schema: Value = serde_json::from_str(letta_types::SCHEMA).expect("JSON");
    let text = schema["$defs"].to_string();
    let text = text.replace("\"#/$defs/", "\"#/components/schemas/");
    assert_eq!(openapi["components"]["schemas"].to_string(), text);
}

#[test]
fn an_answer_is_read_as_another_type_of_the_same() {
    let body = br#"{"id": "provider_trace-1", "request_json": {"a": 1.0}, "response_json": {}}"#;
    let trace: Option<RawProviderTrace> =
        RetrieveTraceForStep::read_response_as(200, body).expect("a trace");
    let request = trace.expect("it isn't null").request_json;
    assert_eq!(request.as_str(), r#"{"a": 1.0}"#);
    let failed = RetrieveTraceForStep::read_response_as::<Option<RawProviderTrace>>(404, body);
    assert!(
        matches!(failed, Err(ResponseError::Status { .. })),
        "{failed:?}"
    );
}
