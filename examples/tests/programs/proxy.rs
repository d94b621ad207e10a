//! The proxy: what it forwards is what came, and what it tells of it is right.

use std::{
    convert::Infallible,
    fmt::Write as _,
    io::{Read as _, Write as _},
    net::TcpStream,
    sync::{Arc, Mutex},
    time::Duration,
};

use crate::support::{Running, SERVERS, recorded, run, send, stderr, strings};
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Request, State},
    response::Response,
};
use futures_util::stream;
use letta_types::{
    RetrieveStep,
    operation::{Operation, ResponseError},
};
use letta_types_examples::{
    loopback,
    recorded::{Recording, Server},
};
use serde_json::json;
use tokio::sync::mpsc;

fn proxy(upstream: &str) -> Running {
    let arguments = strings(["--upstream", upstream, "--listen", "127.0.0.1:0"]);
    Running::start(env!("CARGO_BIN_EXE_proxy"), &arguments)
}

/// The name of the operation that a recording answers.
fn operation(recording: &Recording) -> Option<&'static str> {
    let path = recording.path.split('?').next().expect("a path");
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    Some(match (recording.method.as_str(), segments.as_slice()) {
        ("GET", ["v1", "steps", ""]) => "list_steps",
        ("GET", ["v1", "steps", _]) => "retrieve_step",
        ("GET", ["v1", "steps", _, "metrics"]) => "retrieve_metrics_for_step",
        ("GET", ["v1", "steps", _, "trace"]) => "retrieve_trace_for_step",
        ("PATCH", ["v1", "steps", _, "feedback"]) => "modify_feedback_for_step",
        ("GET", ["v1", "steps", _, "messages"]) => "list_messages_for_step",
        ("GET", ["v1", "messages", ""]) => "list_all_messages",
        ("GET", ["v1", "messages", _]) => "retrieve_message",
        ("POST", ["v1", "messages", "search"]) => "search_all_messages",
        ("POST", ["v1", "agents", "messages", "search"]) => "search_messages",
        _ => return None,
    })
}

/// Every recorded exchange, streams and other endpoints included.
#[test]
fn what_is_recorded_goes_through_untouched() {
    let (mut exchanges, mut typed) = (0, 0);
    for version in SERVERS {
        let all = recorded(version);
        let server = Server::start(all.clone()).expect("a server");
        let proxy = proxy(&server.url());
        for recording in all {
            let body = recording.request.as_ref().map(ToString::to_string);
            let body = body.as_ref().map(String::as_bytes);
            let direct = send(&server.url(), &recording.method, &recording.path, body);
            let through = send(&proxy.url, &recording.method, &recording.path, body);
            let answered = server.take_answered();
            assert_eq!(answered.len(), 2);
            assert_eq!(answered[0], answered[1]);
            assert_eq!(through.status(), direct.status());
            assert_eq!(through.body(), direct.body(), "{}", recording.file);
            let headers = |answer: &ureq::http::Response<Vec<u8>>| {
                let mut headers = answer.headers().clone();
                headers.remove("date");
                headers
            };
            assert_eq!(headers(&through), headers(&direct));
            exchanges += 1;

            // What is told of it: nothing in what was recorded is unknown.
            let Some(name) = operation(&recording) else {
                continue;
            };
            let mut lines = Vec::new();
            if let Some(request) = &recording.request {
                lines.push(
                    if name.starts_with("search") && request.get("query").is_none() {
                        "request: not typed: missing field `query`".to_owned()
                    } else {
                        "request: typed, the same as JSON".to_owned()
                    },
                );
            }
            lines.push(format!(
                "{}: typed, the same as JSON",
                through.status().as_u16()
            ));
            for line in lines {
                let told = proxy.line();
                assert!(told.starts_with(&format!("{name} {line}")), "{told}");
                assert!(!told.contains("unknown"), "{}: {told}", recording.file);
            }
            typed += 1;
        }
    }
    assert_eq!((exchanges, typed), (74, 63));
}

fn answer(
    path: &str,
    status: u16,
    content_type: &'static str,
    body: impl Into<Bytes>,
) -> Recording {
    Recording {
        file: path.to_owned(),
        method: "GET".to_owned(),
        path: path.to_owned(),
        request: None,
        status,
        content_type,
        body: body.into(),
    }
}

#[test]
fn what_has_no_name_is_told() {
    let step = json!({
        "id": "step-1", "stop_reason": "solar_flare", "carbon_grams": 0.25, "provider_id": null,
    });
    let messages = json!([
        {"id": "m-1", "date": "", "message_type": "user_message", "content": "Hi."},
        {"id": "m-2", "date": "", "message_type": "mood_message", "mood": {"valence": 0.7}},
        {"id": "m-3", "date": "", "message_type": "user_message", "content": [
            {"type": "smell", "of": "coffee"},
            {"type": "text", "text": "Hm.", "a/b": null},
        ]},
        {"id": "m-4"},
    ]);
    let many: Vec<_> = (0..11)
        .map(|number| json!({"id": "step", "new": number}))
        .collect();
    let cases = [
        (
            answer(
                "/v1/steps/step-1",
                200,
                "application/json",
                step.to_string(),
            ),
            "retrieve_step 200: typed, the same as JSON; unknown: field /carbon_grams, value \
             \"solar_flare\" at /stop_reason",
        ),
        (
            answer(
                "/v1/messages/?limit=4",
                200,
                "application/json",
                messages.to_string(),
            ),
            "list_all_messages 200: typed, the same as JSON; unknown: tag \"mood_message\" at /1, tag \
             \"smell\" at /2/content/0, field /2/content/1/a~1b, no tag at /3",
        ),
        (
            answer(
                "/v1/steps/",
                200,
                "application/json",
                json!(many).to_string(),
            ),
            "list_steps 200: typed, the same as JSON; unknown: field /0/new, field /1/new, field /2/new, \
             field /3/new, field /4/new, field /5/new, field /6/new, field /7/new and 3 more",
        ),
        (
            answer("/v1/steps/step-2", 200, "application/json", r#"{"id": 5}"#),
            "retrieve_step 200: not typed: ",
        ),
        (
            answer(
                "/v1/steps/step-3",
                404,
                "application/json",
                r#"{"detail": "No.", "hint": 1}"#,
            ),
            "retrieve_step 404: typed, the same as JSON; unknown: field /hint",
        ),
        (
            answer("/v1/steps/step-4", 503, "text/html", "<p>Busy</p>"),
            "retrieve_step 503: not typed: 503 Service Unavailable: <p>Busy</p>",
        ),
        (
            answer("/v1/steps/step-5/trace", 200, "application/json", "null"),
            "retrieve_trace_for_step 200: typed, the same as JSON",
        ),
    ];
    let recordings = cases.iter().map(|(recording, _)| recording.clone());
    let server = Server::start(recordings.collect()).expect("a server");
    let proxy = proxy(&server.url());
    for (recording, expected) in cases {
        let through = send(&proxy.url, "GET", &recording.path, None);
        assert_eq!(through.body(), &recording.body);
        assert_eq!(through.status().as_u16(), recording.status);
        let told = proxy.line();
        if expected.ends_with(": ") {
            assert!(told.starts_with(expected) && told.contains("/id"), "{told}");
        } else {
            assert_eq!(told, expected);
        }
    }
}

/// A server that answers with what it was sent, headers as `x-was-…`.
fn echo() -> loopback::Server {
    let router = Router::new().fallback(|request: Request| async {
        let (parts, body) = request.into_parts();
        let mut answer = Response::builder()
            .status(207)
            .header("x-method", parts.method.as_str())
            .header("x-uri", parts.uri.to_string())
            .header("keep-alive", "timeout=5")
            .header("x-hop", "1")
            .header("connection", "x-hop")
            .header("set-cookie", "a=1")
            .header("set-cookie", "b=2");
        for (name, value) in &parts.headers {
            answer = answer.header(format!("x-was-{name}"), value);
        }
        answer.body(body).expect("an answer")
    });
    loopback::Server::start(router).expect("a server")
}

#[test]
fn large_bodies_and_bytes_that_are_no_json_go_through() {
    let server = echo();
    let proxy = proxy(&format!("{}/base/", server.url()));
    let large: Vec<u8> = (0..9_000_000_u32)
        .map(|number| number.to_le_bytes()[1] ^ 0x5a)
        .collect();
    let through = send(&proxy.url, "POST", "/v1/files/a%2Fb?x=%20+&y", Some(&large));
    assert_eq!(through.status(), 207);
    assert!(*through.body() == large);
    let header = |name: &str| {
        through
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    assert_eq!(header("x-method"), Some("POST"));
    assert_eq!(header("x-uri"), Some("/base/v1/files/a%2Fb?x=%20+&y"));
    assert_eq!(header("x-was-content-length"), Some("9000000"));
    assert_eq!(
        header("x-was-host"),
        Some(server.url().trim_start_matches("http://"))
    );

    // The same where bodies are read beside.
    let through = send(
        &proxy.url,
        "PATCH",
        "/v1/steps/step-1/feedback",
        Some(&large),
    );
    assert!(*through.body() == large);
    let request = proxy.line();
    assert!(
        request.starts_with("modify_feedback_for_step request: not typed: "),
        "{request}"
    );
    let answer = proxy.line();
    assert!(
        answer.starts_with("modify_feedback_for_step 207: not typed: "),
        "{answer}"
    );

    // Another method than the operation's isn't the operation.
    let through = send(&proxy.url, "PUT", "/v1/steps/step-1/feedback", Some(b"{}"));
    assert_eq!(through.headers()["x-method"], "PUT");
    assert_eq!(through.body(), b"{}");
}

#[test]
fn headers_go_through_but_for_those_of_a_connection() {
    let server = echo();
    let proxy = proxy(&server.url());
    let address = proxy.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).expect("a connection");
    let mut request = String::new();
    for line in [
        "GET /anything HTTP/1.1",
        "Host: example.com",
        "Connection: close, X-Mine",
        "X-Mine: 1",
        "TE: trailers",
        "X-Twice: a",
        "X-Twice: b",
        "Authorization: Bearer t",
        "",
    ] {
        let _ = write!(request, "{line}\r\n");
    }
    stream.write_all(request.as_bytes()).expect("it is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let lines: Vec<&str> = answer.lines().collect();
    for line in [
        "HTTP/1.1 207 Multi-Status",
        "x-was-x-twice: a",
        "x-was-x-twice: b",
        "x-was-authorization: Bearer t",
        "set-cookie: a=1",
        "set-cookie: b=2",
    ] {
        assert!(lines.contains(&line), "{line}: {answer}");
    }
    // Nor is anything added: no body where there was none, and no wish of the proxy's own.
    for name in [
        "x-was-connection",
        "x-was-x-mine",
        "x-was-te",
        "x-was-transfer-encoding",
        "x-was-content-length",
        "x-was-accept",
        "x-was-user-agent",
        "x-hop",
        "keep-alive",
    ] {
        let own = lines
            .iter()
            .any(|line| line.starts_with(&format!("{name}:")));
        assert!(!own, "{name}: {answer}");
    }
}

/// A stream isn't held back: its first piece arrives while the second isn't there yet.
#[test]
fn streams_go_through_as_they_come() {
    type Pieces = mpsc::UnboundedReceiver<Bytes>;
    async fn stream(State(pieces): State<Arc<Mutex<Option<Pieces>>>>) -> Body {
        let pieces = pieces.lock().expect("a lock").take().expect("one request");
        let next = async |mut pieces: Pieces| {
            let piece = pieces.recv().await?;
            Some((Ok::<_, Infallible>(piece), pieces))
        };
        Body::from_stream(stream::unfold(pieces, next))
    }
    for (path, first, second) in [
        (
            "/v1/agents/agent-1/messages/stream",
            "data: {}\n\n",
            "data: [DONE]\n\n",
        ),
        (
            "/v1/steps/",
            "[{\"id\": \"step-1\"}",
            ", {\"id\": \"step-2\"}]",
        ),
    ] {
        let (sender, pieces) = mpsc::unbounded_channel();
        let state = Arc::new(Mutex::new(Some(pieces)));
        let router = Router::new().fallback(stream).with_state(state);
        let server = loopback::Server::start(router).expect("a server");
        let proxy = proxy(&server.url());

        sender.send(first.into()).expect("it is sent");
        let config = ureq::Agent::config_builder()
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(60)));
        let agent = ureq::Agent::new_with_config(config.build());
        let mut answer = agent
            .get(format!("{}{path}", proxy.url))
            .call()
            .expect("an answer");
        let mut reader = answer.body_mut().as_reader();
        let mut piece = vec![0; first.len()];
        reader.read_exact(&mut piece).expect("the first piece");
        assert_eq!(piece, first.as_bytes());

        sender.send(second.into()).expect("it is sent");
        drop(sender);
        let mut rest = String::new();
        reader.read_to_string(&mut rest).expect("the rest");
        assert_eq!(rest, second);
        if path == "/v1/steps/" {
            assert_eq!(proxy.line(), "list_steps 200: typed, the same as JSON");
        }
    }
}

#[test]
fn without_an_upstream_the_answer_is_502() {
    let url = echo().url();
    let proxy = proxy(&url);
    for path in ["/v1/steps/step-1", "/v1/anything"] {
        let answer = send(&proxy.url, "GET", path, None);
        assert_eq!(answer.status(), 502);
        assert_eq!(answer.headers()["content-type"], "application/json");
        let error = RetrieveStep::read_http(&answer).expect_err("a failure");
        assert!(matches!(error, ResponseError::Api { .. }), "{error:?}");
        let text = error.to_string();
        let start = "502 Bad Gateway: The proxy got no answer from its upstream: ";
        assert!(
            text.starts_with(start) && text.contains("refused"),
            "{text}"
        );
    }
}

#[test]
fn an_address_that_can_not_be_had_is_told() {
    let server = echo();
    let taken = server.url().trim_start_matches("http://").to_owned();
    let arguments = strings(["--upstream", &server.url(), "--listen", &taken]);
    let output = run(env!("CARGO_BIN_EXE_proxy"), &arguments);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).starts_with("proxy: "),
        "{}",
        stderr(&output)
    );
}
