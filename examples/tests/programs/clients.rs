//! Both clients against recorded bodies: every operation, and every recording that answers one.

use std::{collections::BTreeSet, fmt::Debug};

use crate::support::{SERVERS, recorded, run, stderr, stdout, strings};
use axum::{Json, Router, http::HeaderMap};
use letta_types::{
    ListAllMessages, ListMessagesForStep, ListSteps, ModifyFeedbackForStep, RetrieveMessage,
    RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages, SearchMessages,
    Step, operation::Operation,
};
use letta_types_examples::{
    double::{Store, StoredStep, TestDouble},
    loopback,
    recorded::{Recording, Server},
};
use serde::Serialize;
use serde_json::{Value, json};

const CLIENTS: [(&str, &str); 2] = [
    ("blocking", env!("CARGO_BIN_EXE_blocking")),
    ("async_client", env!("CARGO_BIN_EXE_async_client")),
];

/// What is told of requests that don't validate, whose issues servers send as Python prints them.
const ISSUES: [(&str, &str); 3] = [
    (
        "messages-list/22-err-type.json",
        "query.include_return_message_types.0: Input should be 'system_message', 'user_message', ",
    ),
    (
        "messages-search/19-err-limit101.json",
        "body.limit: Input should be less than or equal to 100",
    ),
    (
        "steps-feedback/13-err-bad-id.json",
        "path.step_id: String should match pattern 'step-{uuid4}'",
    ),
];

/// The command that makes a recorded request. `None` if it is of no operation, or one that none can make:
/// without the body that it must have, or with a limit that is no number.
fn arguments(recording: &Recording) -> Option<Vec<String>> {
    let (path, query) = recording
        .path
        .split_once('?')
        .unwrap_or((&recording.path, ""));
    let segments: Vec<&str> = path.split('/').collect();
    let mut arguments = match (recording.method.as_str(), segments.as_slice()) {
        ("GET", ["", "v1", "steps", ""]) => strings(["list-steps"]),
        ("GET", ["", "v1", "steps", id]) => strings(["retrieve-step", id]),
        ("GET", ["", "v1", "steps", id, "metrics"]) => strings(["retrieve-metrics-for-step", id]),
        ("GET", ["", "v1", "steps", id, "trace"]) => strings(["retrieve-trace-for-step", id]),
        ("PATCH", ["", "v1", "steps", id, "feedback"]) => strings(["modify-feedback-for-step", id]),
        ("GET", ["", "v1", "steps", id, "messages"]) => strings(["list-messages-for-step", id]),
        ("GET", ["", "v1", "messages", ""]) => strings(["list-all-messages"]),
        ("GET", ["", "v1", "messages", id]) => strings(["retrieve-message", id]),
        ("POST", ["", "v1", "messages", "search"]) => strings(["search-all-messages"]),
        ("POST", ["", "v1", "agents", "messages", "search"]) => strings(["search-messages"]),
        _ => return None,
    };
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').expect("a parameter has a value");
        if name == "limit" {
            value.parse::<i64>().ok()?;
        }
        arguments.extend([format!("--{}", name.replace('_', "-")), value.to_owned()]);
    }
    if recording.method != "GET" {
        for (key, value) in recording.request.as_ref()?.as_object()? {
            let values = match value {
                Value::Array(values) => values.clone(),
                value => vec![value.clone()],
            };
            for value in values {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                if key == "query" {
                    arguments.push(text);
                } else {
                    arguments.extend([format!("--{}", key.replace('_', "-")), text]);
                }
            }
        }
        let searches = path.ends_with("search");
        if searches && recording.request.as_ref()?.get("query").is_none() {
            return None;
        }
    }
    Some(arguments)
}

/// What a client printed is what reading the recorded body gives.
fn assert_typed<O: Operation<Response: Serialize + PartialEq + Debug>>(printed: &str, body: &[u8]) {
    let expected = O::read_response(200, body).expect("a recorded body is read");
    let found = O::read_response(200, printed.as_bytes()).expect("what is printed is read");
    assert_eq!(found, expected);
    // And printed it was as it is written.
    assert_eq!(
        printed.trim_end(),
        serde_json::to_string(&expected).expect("JSON")
    );
}

fn assert_answer(command: &str, printed: &str, body: &[u8]) {
    match command {
        "list-steps" => assert_typed::<ListSteps>(printed, body),
        "retrieve-step" => assert_typed::<RetrieveStep>(printed, body),
        "retrieve-metrics-for-step" => assert_typed::<RetrieveMetricsForStep>(printed, body),
        "retrieve-trace-for-step" => assert_typed::<RetrieveTraceForStep>(printed, body),
        "modify-feedback-for-step" => assert_typed::<ModifyFeedbackForStep>(printed, body),
        "list-messages-for-step" => assert_typed::<ListMessagesForStep>(printed, body),
        "list-all-messages" => assert_typed::<ListAllMessages>(printed, body),
        "retrieve-message" => assert_typed::<RetrieveMessage>(printed, body),
        "search-all-messages" => assert_typed::<SearchAllMessages>(printed, body),
        "search-messages" => assert_typed::<SearchMessages>(printed, body),
        other => panic!("no command {other}"),
    }
}

fn drive(client: &str, program: &str) {
    let mut commands = BTreeSet::new();
    let (mut good, mut bad) = (0, 0);
    for version in SERVERS {
        let all = recorded(version);
        let server = Server::start(all.clone()).expect("a server");
        for recording in all {
            let Some(command) = arguments(&recording) else {
                continue;
            };
            let mut all = vec!["--json".to_owned(), "--base-url".to_owned(), server.url()];
            all.extend_from_slice(&command);
            let output = run(program, &all);
            assert_eq!(
                server.take_answered(),
                [recording.file.as_str()],
                "{command:?}"
            );
            if recording.status == 200 {
                assert!(output.status.success(), "{}", stderr(&output));
                assert_answer(&command[0], stdout(&output), &recording.body);
                assert_eq!(stderr(&output), "");
                commands.insert(command[0].clone());
                good += 1;
            } else {
                assert_eq!(output.status.code(), Some(1), "{command:?}");
                assert_eq!(stdout(&output), "");
                let told = stderr(&output);
                let body: Value = serde_json::from_slice(&recording.body).expect("JSON");
                let detail = body["detail"].as_str().expect("a text");
                let (_, detail) = ISSUES
                    .into_iter()
                    .find(|(file, _)| *file == recording.file)
                    .unwrap_or(("", detail));
                assert!(
                    told.starts_with(&format!("{client}: {} ", recording.status)),
                    "{told}"
                );
                assert!(told.contains(detail), "{told}");
                let trace = body["trace_id"].as_str().unwrap_or_default();
                assert!(told.contains(trace), "{told}");
                bad += 1;
            }
        }
    }
    assert_eq!(commands.len(), 10, "{commands:?}");
    // Of 63 recordings that answer operations, four answer requests that none makes.
    assert_eq!((good, bad), (48, 11), "{client}");
}

#[test]
fn the_blocking_client_does_every_operation() {
    let (client, program) = CLIENTS[0];
    drive(client, program);
}

#[test]
fn the_asynchronous_client_does_every_operation() {
    let (client, program) = CLIENTS[1];
    drive(client, program);
}

#[test]
fn an_overview_is_made_of_four_operations() {
    let id = "step-81361244-b2c5-43b3-b4fc-8ef9a796cc31";
    let server = Server::start(recorded(SERVERS[0])).expect("a server");
    for (client, program) in CLIENTS {
        let url = server.url();
        let output = run(
            program,
            &strings(["--json", "--base-url", &url, "overview", id]),
        );
        assert!(output.status.success(), "{client}: {}", stderr(&output));
        let mut answered = server.take_answered();
        answered.sort();
        let file = "40-breaker-failed-llm_api_error-empty.json";
        let folders = [
            "steps-messages",
            "steps-metrics",
            "steps-retrieve",
            "steps-trace",
        ];
        assert_eq!(answered, folders.map(|folder| format!("{folder}/{file}")));
        let lines: Vec<Value> = stdout(&output)
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect();
        assert_eq!(lines.len(), 4);
        assert_eq!(lines[0]["id"], id);
        assert_eq!(lines[1]["step_ns"], 1_350_063_190);
        assert_eq!(lines[2]["step_id"], id);
        assert_eq!(lines[3], json!([]));
    }
}

/// A server that answers `GET /v1/steps/` with one body.
fn answering(status: u16, content_type: &'static str, body: &'static [u8]) -> Server {
    let recording = Recording {
        file: String::new(),
        method: "GET".to_owned(),
        path: "/v1/steps/".to_owned(),
        request: None,
        status,
        content_type,
        body: body.into(),
    };
    Server::start(vec![recording]).expect("a server")
}

#[test]
fn failures_are_told_in_one_line() {
    let cases: [(u16, &str, &[u8], &str); 7] = [
        (
            404,
            "application/json",
            br#"{"detail": "No Step found with id step-0"}"#,
            "404 Not Found: No Step found with id step-0",
        ),
        (
            409,
            "application/json",
            br#"{"detail": {"code": "conflict"}}"#,
            r#"409 Conflict: {"code":"conflict"}"#,
        ),
        (
            422,
            "application/json",
            br#"{"detail": [{"loc": ["query", "limit"], "msg": "Not a number", "type": "int_parsing"}]}"#,
            "422 Unprocessable Content: query.limit: Not a number",
        ),
        (
            500,
            "application/json",
            br#"{"error": {"type": "llm_error", "message": "The model failed."}}"#,
            "500 Internal Server Error: llm_error: The model failed.",
        ),
        (
            502,
            "text/html",
            b"<h1>Bad Gateway</h1>",
            "502 Bad Gateway: <h1>Bad Gateway</h1>",
        ),
        (
            200,
            "application/json",
            br#"[{"id": "step-1"}, {"id": 5}]"#,
            "/1/id",
        ),
        (
            200,
            "text/html",
            b"<p>Log in</p>",
            "200 OK, but no JSON: <p>Log in</p>",
        ),
    ];
    for (status, content_type, body, expected) in cases {
        let server = answering(status, content_type, body);
        for (client, program) in CLIENTS {
            let url = server.url();
            let output = run(program, &strings(["--base-url", &url, "list-steps"]));
            assert_eq!(output.status.code(), Some(1));
            let told = stderr(&output);
            assert!(told.starts_with(&format!("{client}: ")), "{told}");
            assert!(told.contains(expected), "{told}");
            assert_eq!(told.lines().count(), 1, "{told}");
            if status != 200 {
                assert_eq!(told.matches(expected).count(), 1, "{told}");
            }
        }
    }
}

#[test]
fn without_a_server_the_address_is_told() {
    // A port that was free a moment ago, and that nobody is given again so soon.
    let url = answering(200, "", b"").url();
    for (client, program) in CLIENTS {
        let output = run(program, &strings(["--base-url", &url, "list-steps"]));
        assert_eq!(output.status.code(), Some(1));
        let told = stderr(&output);
        assert!(told.starts_with(&format!("{client}: ")), "{told}");
        assert!(told.contains(&format!("{url}/v1/steps/")), "{told}");
        assert!(told.contains("refused"), "{told}");
        // Requests that can't be made aren't sent.
        let output = run(
            program,
            &strings(["--base-url", &url, "retrieve-step", "../agents"]),
        );
        assert!(
            stderr(&output).contains("another path"),
            "{}",
            stderr(&output)
        );
        let output = run(program, &strings(["--base-url", "localhost", "list-steps"]));
        assert!(
            stderr(&output).contains("has no scheme"),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn the_token_is_sent() {
    // The server answers with a step whose id is what it was sent.
    let router = Router::new().fallback(|headers: HeaderMap| async move {
        let value = headers.get("authorization");
        let text = value.and_then(|value| value.to_str().ok());
        Json(Step::new(text.unwrap_or("nothing")))
    });
    let server = loopback::Server::start(router).expect("a server");
    for (_, program) in CLIENTS {
        let ask = |token: &[String]| {
            let mut all = strings([
                "--json",
                "--base-url",
                &server.url(),
                "retrieve-step",
                "step-1",
            ]);
            all.splice(0..0, token.iter().cloned());
            let output = run(program, &all);
            assert!(output.status.success(), "{}", stderr(&output));
            serde_json::from_str::<Step>(stdout(&output))
                .expect("a step")
                .id
        };
        assert_eq!(ask(&strings(["--token", "sk-let-1"])), "Bearer sk-let-1");
        assert_eq!(ask(&[]), "nothing");
    }
}

#[test]
fn lists_go_on_to_their_end() {
    let mut store = Store::new();
    for number in 0..23 {
        store.add_step(StoredStep::new(Step::new(format!("step-{number:02}"))));
    }
    let double = TestDouble::start(store).expect("a server");
    for (_, program) in CLIENTS {
        let url = double.url();
        let output = run(
            program,
            &strings([
                "--base-url",
                &url,
                "list-steps",
                "--all-pages",
                "--limit",
                "10",
            ]),
        );
        assert!(output.status.success(), "{}", stderr(&output));
        let ids: Vec<&str> = stdout(&output)
            .lines()
            .map(|line| line.split(' ').next().expect("an id"))
            .collect();
        let expected: Vec<String> = (0..23)
            .rev()
            .map(|number| format!("step-{number:02}"))
            .collect();
        assert_eq!(ids, expected);
        assert_eq!(
            double.take_requests(),
            [
                "GET /v1/steps/?limit=10",
                "GET /v1/steps/?after=step-13&limit=10",
                "GET /v1/steps/?after=step-03&limit=10",
                "GET /v1/steps/?after=step-00&limit=10",
            ]
        );
        let output = run(
            program,
            &strings(["--base-url", &url, "list-steps", "--limit", "10"]),
        );
        assert_eq!(stdout(&output).lines().count(), 10);
        assert_eq!(double.take_requests().len(), 1);
    }
}

/// Each kind of answer has a line for people.
#[test]
fn answers_are_shown() {
    let server = Server::start(recorded(SERVERS[0])).expect("a server");
    let cases: [(&[&str], usize, &str); 5] = [
        (
            &["retrieve-step", "step-2f5bdf30-08c0-4c0c-8674-960296f6e7b0"],
            1,
            "step-2f5bdf30-08c0-4c0c-8674-960296f6e7b0 success (end_turn): ",
        ),
        (
            &[
                "retrieve-trace-for-step",
                "step-58bdcf07-cad2-4c7b-900c-2723a82ebc82",
            ],
            1,
            "none",
        ),
        (
            &[
                "list-messages-for-step",
                "step-81361244-b2c5-43b3-b4fc-8ef9a796cc31",
            ],
            1,
            "nothing",
        ),
        (
            &[
                "retrieve-message",
                "message-62829b2b-f938-4cf0-9539-a32d7d8f6c2e",
            ],
            2,
            "tool_call_message: ",
        ),
        (
            &[
                "search-messages",
                "hello",
                "--limit",
                "3",
                "--search-mode",
                "hybrid",
            ],
            3,
            " user ",
        ),
    ];
    for (_, program) in CLIENTS {
        for (command, count, expected) in cases {
            let mut all = strings(["--base-url", &server.url()]);
            all.extend(command.iter().map(|text| (*text).to_owned()));
            let output = run(program, &all);
            assert_eq!(
                stdout(&output).lines().count(),
                count,
                "{}",
                stderr(&output)
            );
            assert!(stdout(&output).contains(expected), "{}", stdout(&output));
        }
    }
}
