//! The test double: what it answers is what a client reads, and it fails as recorded servers do.

use std::fs;

use crate::support::{Running, SERVERS, recorded, run, scratch, send, stderr, strings};
use letta_types::{
    ApiError, AssistantMessage, ErrorDetail, FeedbackType, LettaMessage, ListAllMessages,
    ListMessagesForStep, ListSteps, MessageListResult, MessageRole, MessageSearchRequest,
    MessageType, ModifyFeedbackForStep, ModifyFeedbackRequest, ProviderTrace, ReasoningMessage,
    RetrieveMessage, RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages,
    SearchAllMessagesRequest, SearchMessages, SearchMode, SortOrder, Step, StepMetrics, ToolCall,
    ToolCallMessage, UserMessage,
    operation::{Operation, Paged, ResponseError},
};
use letta_types_examples::double::{Store, StoredMessage, StoredStep, TestDouble};
use serde_json::{Map, Value};

const COUNT: usize = 230;

fn step_id(age: usize) -> String {
    // Not in the order of age.
    format!("step-{:04}", age * 7_919 % 10_007)
}

fn message_id(age: usize) -> String {
    format!("message-{:04}", age * 6_421 % 10_007)
}

/// A message of this age: what it is listed as.
fn pieces(age: usize) -> Vec<LettaMessage> {
    let (id, date) = (
        message_id(age),
        format!("2026-11-21T09:{:02}:{:02}+00:00", age / 60, age % 60),
    );
    let step = step_id(age / 100);
    match age % 3 {
        0 => vec![
            UserMessage::new(id, date, format!("Question {age}?"))
                .with_step_id(step)
                .into(),
        ],
        1 => vec![
            ReasoningMessage::new(id.clone(), date.clone(), format!("I wonder about {age}."))
                .with_step_id(step.clone())
                .into(),
            ToolCallMessage::new(id, date, ToolCall::new("call_1", "look_up", "{}"))
                .with_step_id(step)
                .into(),
        ],
        _ => vec![
            AssistantMessage::new(id, date, format!("Answer {age}!"))
                .with_step_id(step)
                .into(),
        ],
    }
}

fn store() -> Store {
    let mut store = Store::new();
    for age in 0..COUNT {
        let step = Step::new(step_id(age)).with_agent_id(format!("agent-{}", age % 2));
        store.add_step(StoredStep::new(step));
        let message = StoredMessage::new(pieces(age))
            .with_agent_id(format!("agent-{}", age % 2))
            .with_conversation_id(format!("conv-{}", age % 5));
        store.add_message(message);
    }
    store
}

fn double() -> TestDouble {
    TestDouble::start(store()).expect("a server")
}

/// Sends an operation as any client would.
fn call<O: Operation>(double: &TestDouble, operation: &O) -> Result<O::Response, ResponseError> {
    let request = operation.request().expect("a request");
    let body = request.body.as_deref();
    let answer = send(
        &double.url(),
        request.method.as_str(),
        &request.path_and_query,
        body,
    );
    assert_eq!(answer.headers()["content-type"], "application/json");
    O::read_http(&answer)
}

fn all<O: Paged>(double: &TestDouble, first: O) -> Vec<O::Item> {
    let mut pages = first.pages();
    let mut all = Vec::new();
    while let Some(operation) = pages.operation() {
        let page = call(double, operation).expect("a page");
        all.extend(pages.turn(page));
    }
    all
}

#[test]
fn lists_are_whole_in_either_order_and_any_limit() {
    let double = double();
    for limit in [None, Some(9), Some(46), Some(100), Some(1_000)] {
        for order in [None, Some(SortOrder::Asc), Some(SortOrder::Desc)] {
            let ascending = |default| order.as_ref().map_or(default, |own| *own == SortOrder::Asc);
            let mut first = ListSteps::new();
            (first.limit, first.order) = (limit, order.clone());
            let mut expected: Vec<String> = (0..COUNT).map(step_id).collect();
            if !ascending(false) {
                expected.reverse();
            }
            let steps = all(&double, first);
            let found: Vec<&str> = steps.iter().map(|step| step.id.as_str()).collect();
            assert_eq!(found, expected, "{limit:?} {order:?}");

            let mut first = ListMessagesForStep::new(step_id(0));
            (first.limit, first.order) = (limit, order.clone());
            let mut ages: Vec<usize> = (0..100).collect();
            if !ascending(true) {
                ages.reverse();
            }
            let expected: Vec<LettaMessage> = ages.into_iter().flat_map(pieces).collect();
            assert_eq!(all(&double, first), expected, "{limit:?} {order:?}");

            // The oldest first in each page, whatever the order of the pages.
            let mut first = ListAllMessages::new();
            (first.limit, first.order) = (limit, order.clone());
            let size = usize::try_from(limit.unwrap_or(100)).expect("a size");
            let ages: Vec<usize> = (0..COUNT).collect();
            let ages: Vec<usize> = if ascending(false) {
                ages
            } else {
                ages.rchunks(size).flatten().copied().collect()
            };
            let expected: Vec<LettaMessage> = ages.into_iter().flat_map(pieces).collect();
            assert_eq!(all(&double, first), expected, "{limit:?} {order:?}");
        }
    }
}

#[test]
fn cursors_and_filters_of_steps() {
    let double = double();
    let ids = |operation: ListSteps| -> Vec<String> {
        let steps = call(&double, &operation).expect("steps");
        steps.into_iter().map(|step| step.id.into()).collect()
    };
    // Without a limit, there are fifty, the newest first.
    assert_eq!(
        ids(ListSteps::new()),
        (180..COUNT).rev().map(step_id).collect::<Vec<_>>()
    );
    // `before` begins at the start of the list and ends ahead of the cursor.
    let first = ListSteps::new().with_order("asc").with_before(step_id(3));
    assert_eq!(ids(first), [0, 1, 2].map(step_id));
    let first = ListSteps::new()
        .with_before(step_id(COUNT - 3))
        .with_limit(1);
    assert_eq!(ids(first), [step_id(COUNT - 1)]);
    // Between two cursors, what is in the middle is returned.
    let between = ListSteps::new()
        .with_order("asc")
        .with_after(step_id(10))
        .with_before(step_id(16));
    assert_eq!(ids(between.clone()), [11, 12, 13, 14, 15].map(step_id));
    assert_eq!(ids(between.with_limit(3)), [12, 13, 14].map(step_id));
    let own = ListSteps::new().with_agent_id("agent-1").with_limit(2);
    assert_eq!(ids(own), [COUNT - 1, COUNT - 3].map(step_id));

    {
        let mut store = double.store();
        let mut step = Step::new("step-special")
            .with_model("mystery-9")
            .with_project_id("p");
        step = step
            .with_feedback(FeedbackType::Negative)
            .with_trace_id("t");
        step = step.with_tags(["a", "b"]);
        store.add_step(StoredStep::new(step).with_created_at("2026-11-21T10:00:00+01:00"));
    }
    for own in [
        ListSteps::new().with_model("mystery-9"),
        ListSteps::new().with_project_id("p"),
        ListSteps::new().with_feedback(FeedbackType::Negative),
        ListSteps::new().with_has_feedback(true),
        ListSteps::new().with_tags(["z", "b"]),
        ListSteps::new().with_trace_ids(["t"]),
        ListSteps::new().with_start_date("2026-11-21T08:59:59Z"),
        ListSteps::new().with_end_date("2026-11-21T09:00:01Z"),
    ] {
        assert_eq!(ids(own.clone()), ["step-special"], "{own:?}");
    }
    for other in [
        ListSteps::new().with_feedback(FeedbackType::Positive),
        ListSteps::new().with_start_date("2026-11-21T09:00:00Z"),
        ListSteps::new().with_end_date("2026-11-21T09:00:00Z"),
        ListSteps::new().with_tags(["z"]),
    ] {
        assert_eq!(ids(other.clone()), [""; 0], "{other:?}");
    }
    assert_eq!(
        ids(ListSteps::new().with_has_feedback(false).with_limit(300)).len(),
        COUNT
    );
}

#[test]
fn messages_are_filtered_after_the_limit() {
    let double = double();
    let operation = ListAllMessages::new()
        .with_order("asc")
        .with_limit(6)
        .with_include_return_message_types([MessageType::ToolCallMessage]);
    let messages = call(&double, &operation).expect("messages");
    let ids: Vec<_> = messages.iter().filter_map(LettaMessage::id).collect();
    assert_eq!(ids, [message_id(1).as_str(), message_id(4).as_str()]);

    let operation = ListAllMessages::new()
        .with_conversation_id("conv-2")
        .with_limit(2);
    let expected: Vec<LettaMessage> = [222, 227].into_iter().flat_map(pieces).collect();
    assert_eq!(call(&double, &operation).expect("messages"), expected);
    let operation = ListAllMessages::new()
        .with_after(message_id(4))
        .with_before(message_id(7));
    let expected: Vec<LettaMessage> = [5, 6].into_iter().flat_map(pieces).collect();
    assert_eq!(call(&double, &operation).expect("messages"), expected);
}

#[test]
fn a_step_and_what_belongs_to_it() {
    let mut store = Store::new();
    let step = Step::new("step-1").with_prompt_tokens(200);
    let metrics = StepMetrics::new("step-1").with_step_ns(5_000_000_000);
    let mut request = Map::new();
    request.insert("model".to_owned(), "mystery-9".into());
    let trace = ProviderTrace::new(request, Map::new());
    let stored = StoredStep::new(step.clone())
        .with_metrics(metrics.clone())
        .with_trace(trace.clone());
    store.add_step(stored);
    store.add_step(StoredStep::new(Step::new("step-2")));
    let double = TestDouble::start(store).expect("a server");

    assert_eq!(
        call(&double, &RetrieveStep::new("step-1")).expect("a step"),
        step
    );
    let found = call(&double, &RetrieveMetricsForStep::new("step-1")).expect("metrics");
    assert_eq!(found, metrics);
    let found = call(&double, &RetrieveTraceForStep::new("step-1")).expect("a trace");
    assert_eq!(found, Some(trace));
    for other in ["step-2", "step-3"] {
        let found = call(&double, &RetrieveTraceForStep::new(other)).expect("an answer");
        assert_eq!(found, None);
        let found = call(&double, &ListMessagesForStep::new(other)).expect("an answer");
        assert_eq!(found, []);
        let error = call(&double, &RetrieveMetricsForStep::new(other)).expect_err("none");
        assert_eq!(error.status(), Some(404));
    }
    assert_eq!(double.take_requests().len(), 9);
    assert_eq!(double.take_requests(), [""; 0]);
}

#[test]
fn feedback_replaces_feedback() {
    let double = double();
    let set = |body: ModifyFeedbackRequest| {
        let step = call(&double, &ModifyFeedbackForStep::new(step_id(5), body)).expect("a step");
        assert_eq!(
            call(&double, &RetrieveStep::new(step_id(5))).expect("a step"),
            step
        );
        (step.feedback, step.tags)
    };
    let tags = || vec!["a".to_owned()];
    let request = ModifyFeedbackRequest::new().with_feedback(FeedbackType::Positive);
    let found = set(request.clone().with_tags(tags()));
    assert_eq!(found, (Some(FeedbackType::Positive), Some(tags())));
    // As recorded servers do: what is left out is cleared.
    assert_eq!(set(request), (Some(FeedbackType::Positive), Some(vec![])));
    assert_eq!(set(ModifyFeedbackRequest::new()), (None, Some(vec![])));
    // The other steps are as they were.
    let steps = double
        .store()
        .steps()
        .iter()
        .filter(|stored| stored.step.tags.is_some())
        .count();
    assert_eq!(steps, 1);
}

#[test]
fn words_are_found() {
    let double = double();
    let results =
        |request: SearchAllMessagesRequest| call(&double, &SearchAllMessages::new(request));
    let found = results(SearchAllMessagesRequest::new("ANSWER 200!")).expect("results");
    assert_eq!(found.len(), 50);
    // The best one first, then the newest.
    assert_eq!(
        found[0].message_id().map(AsRef::as_ref),
        Some(message_id(200).as_str())
    );
    let second = found[1].message_id().map(AsRef::as_ref);
    assert_eq!(second, Some(message_id(227).as_str()));
    let MessageListResult::Assistant(best) = &found[0] else {
        panic!("{:?}", found[0]);
    };
    assert_eq!(best.agent_id.as_ref().map(AsRef::as_ref), Some("agent-0"));
    assert_eq!(
        best.conversation_id.as_ref().map(AsRef::as_ref),
        Some("conv-0")
    );

    let request = SearchAllMessagesRequest::new("wonder question")
        .with_limit(100)
        .with_agent_id("agent-1")
        .with_conversation_id("conv-3")
        .with_start_date("2026-11-21T09:00:13Z")
        .with_end_date("2026-11-21T10:01:03+01:00");
    let found = results(request).expect("results");
    let ids: Vec<&str> = found
        .iter()
        .filter_map(|own| own.id())
        .map(AsRef::as_ref)
        .collect();
    // Odd ones that end in 3, later than 13 and until 63, of which every third is an answer.
    let ages = [63, 43, 33];
    assert_eq!(ids, ages.map(message_id));

    let request = MessageSearchRequest::new()
        .with_query("wonder question")
        .with_limit(100)
        .with_agent_id("agent-1")
        .with_conversation_id("conv-3")
        .with_start_date("2026-11-21T09:00:13Z")
        .with_end_date("2026-11-21T10:01:03+01:00")
        .with_search_mode(SearchMode::Fts);
    let stored = call(&double, &SearchMessages::new(request)).expect("results");
    let ids: Vec<&str> = stored.iter().map(|own| own.message.id.as_str()).collect();
    assert_eq!(ids, ages.map(message_id));
    let roles: Vec<&MessageRole> = stored.iter().map(|own| &own.message.role).collect();
    assert_eq!(
        roles,
        [
            &MessageRole::User,
            &MessageRole::Assistant,
            &MessageRole::User
        ]
    );
    for (index, result) in (1_i32..).zip(&stored) {
        assert_eq!(result.fts_rank, Some(index.into()));
        assert_eq!(result.vector_rank, None);
        assert_eq!(
            result.rrf_score.to_bits(),
            (0.5 / f64::from(60 + index)).to_bits()
        );
        let embedded: Value = serde_json::from_str(&result.embedded_text).expect("JSON");
        assert!(embedded["content"].is_string());
    }
    assert_eq!(
        results(SearchAllMessagesRequest::new("nowhere")).expect("results"),
        []
    );
}

#[test]
fn stored_messages_are_found_without_words() {
    let double = double();
    let found = |request: MessageSearchRequest| -> Vec<String> {
        let stored = call(&double, &SearchMessages::new(request)).expect("results");
        let ids = stored.into_iter().map(|own| own.message.id.to_string());
        ids.collect()
    };
    // The newest first.
    let newest: Vec<String> = (COUNT - 50..COUNT).rev().map(message_id).collect();
    assert_eq!(found(MessageSearchRequest::new()), newest);
    // Every third one is a question.
    let request = MessageSearchRequest::new()
        .with_roles([MessageRole::User])
        .with_limit(3);
    assert_eq!(found(request), [228, 225, 222].map(message_id));
}

/// The failures that were recorded, by what the same request gets here. What differs in each is who asked and
/// when, and what Python adds of a rule.
#[test]
fn it_fails_as_it_was_recorded() {
    let double = double();
    let mut compared = 0;
    for recording in recorded(SERVERS[0]).iter().filter(|own| own.status >= 400) {
        // Other endpoints, and what the real server knows of the form of identifiers.
        if recording.file.starts_with("agents-messages-send")
            || recording.file == "steps-feedback/13-err-bad-id.json"
            || recording.file == "steps-list/34-err-agent-id.json"
        {
            continue;
        }
        let body = recording.request.as_ref().map(ToString::to_string);
        let body = body.as_ref().map(String::as_bytes);
        let answer = send(&double.url(), &recording.method, &recording.path, body);
        assert_eq!(
            answer.status().as_u16(),
            recording.status,
            "{}",
            recording.file
        );
        let own: Value = serde_json::from_slice(answer.body()).expect("JSON");
        let real: Value = serde_json::from_slice(&recording.body).expect("JSON");
        let beginning = |value: &Value| {
            let text = value["detail"].as_str().expect("a text").to_owned();
            let ends = [
                ", access level",
                ", 'ctx'",
                "}]",
                ", 'msg': \"Input should be 'system_message'",
            ];
            let ends = ends.iter().filter_map(|end| text.find(end));
            text[..ends.min().unwrap_or(text.len())].to_owned()
        };
        let (own_detail, real_detail) = (beginning(&own), beginning(&real));
        assert!(
            own_detail.starts_with(&real_detail),
            "{own_detail} is not {real_detail}"
        );
        // `trace_id` and `detail` are all there is, in both.
        let keys = |value: &Value| {
            let mut keys: Vec<String> = value
                .as_object()
                .expect("an object")
                .keys()
                .cloned()
                .collect();
            keys.retain(|key| key != "trace_id");
            keys
        };
        assert_eq!(keys(&own), keys(&real));
        compared += 1;
    }
    assert_eq!(compared, 13);
}

#[test]
fn what_it_can_not_take_is_told() {
    type Case = (
        &'static str,
        &'static str,
        Option<&'static [u8]>,
        u16,
        &'static str,
    );
    let double = double();
    let cases: [Case; 10] = [
        (
            "POST",
            "/v1/messages/search",
            Some(br#"{"query": 5, "it's \\ \"so\"": [null, true, {"a": 1.5}]}"#),
            422,
            "body.query: ",
        ),
        (
            "GET",
            "/v1/steps/?order=up",
            None,
            422,
            "query.order: Input should be 'asc' or 'desc'",
        ),
        (
            "GET",
            "/v1/steps/?has_feedback=2",
            None,
            422,
            "query.has_feedback: Input should be a valid boolean",
        ),
        (
            "GET",
            "/v1/steps/?feedback=so-so",
            None,
            422,
            "query.feedback: Input should be 'positive' or 'negative'",
        ),
        (
            "GET",
            "/v1/steps/?start_date=then",
            None,
            422,
            "query.start_date: Input should be a valid datetime",
        ),
        (
            "PATCH",
            "/v1/steps/step-1/feedback",
            Some(b"{"),
            422,
            "body: ",
        ),
        (
            "PATCH",
            "/v1/steps/step-1/feedback",
            Some(br#"{"feedback": "meh"}"#),
            422,
            "body.feedback: Input should be 'positive' or 'negative'",
        ),
        (
            "PATCH",
            "/v1/steps/step-1/feedback",
            Some(b"{}"),
            404,
            "Step not found",
        ),
        (
            "POST",
            "/v1/messages/search",
            Some(br#"{"query": "x", "limit": 0}"#),
            422,
            "body.limit: Input should be greater than or equal to 1",
        ),
        ("DELETE", "/v1/steps/", None, 405, "Method Not Allowed"),
    ];
    for (method, path, body, status, expected) in cases {
        let answer = send(&double.url(), method, path, body);
        assert_eq!(answer.status(), status, "{path}");
        let error: ApiError = serde_json::from_slice(answer.body()).expect("an error");
        let told = error.to_string();
        assert!(told.starts_with(expected), "{told}");
    }
}

#[test]
fn failures_are_made_to_order() {
    let double = double();
    let error = |text: &str| ApiError::new().with_detail(ErrorDetail::Text(text.to_owned()));
    double.fail_next(429, error("Slow down."));
    double.fail_next(500, error("Oh."));
    let asked = RetrieveMessage::new(message_id(1));
    let told = |asked| call(&double, asked).expect_err("a failure").to_string();
    assert_eq!(told(&asked), "429 Too Many Requests: Slow down.");
    assert_eq!(told(&asked), "500 Internal Server Error: Oh.");
    assert_eq!(call(&double, &asked).expect("a message"), pieces(1));
    assert_eq!(double.take_requests().len(), 3);
}

#[test]
fn the_program_serves_files() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/recorded");
    let steps = format!("{folder}/v0.15.1-steps-list/01-all-asc.json");
    let messages = format!("{folder}/v0.15.1-messages-list/01-all.json");
    let program = env!("CARGO_BIN_EXE_test_double");
    let arguments = [
        "--listen",
        "127.0.0.1:0",
        "--steps",
        &steps,
        "--messages",
        &messages,
    ];
    let running = Running::start(program, &strings(arguments));
    for (path, file) in [
        ("/v1/steps/?limit=1000&order=asc", &steps),
        ("/v1/messages/?limit=1000", &messages),
    ] {
        let answer = send(&running.url, "GET", path, None);
        let bytes = fs::read(file).expect("a recording");
        if path.contains("steps") {
            let expected = ListSteps::read_response(200, &bytes).expect("steps");
            assert_eq!(ListSteps::read_http(&answer).expect("steps"), expected);
        } else {
            let expected = ListAllMessages::read_response(200, &bytes).expect("messages");
            assert_eq!(
                ListAllMessages::read_http(&answer).expect("messages"),
                expected
            );
        }
    }

    let file = scratch("bad-steps.json");
    fs::write(&file, r#"[{"id": "step-1"}, {"id": 5}]"#).expect("it is written");
    let path = file.to_str().expect("UTF-8");
    let output = run(program, &strings(["--steps", path]));
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert!(
        told.starts_with(&format!("test_double: {path}: ")) && told.contains("/1/id"),
        "{told}"
    );
}
