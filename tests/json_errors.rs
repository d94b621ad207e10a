//! What `letta_types::json` says of bad input: each error is locked by a snapshot of its own.

use std::fmt::Write as _;

use letta_types::{
    ApiError, InternalMessage, LettaMessage, MessageListResult, MessageSearchResult, ProviderTrace,
    SearchAllMessagesRequest, Step, StepMetrics,
    json::{self, Body, Category, Error, Tolerant},
};

/// All that an error tells, a line each.
fn report(error: &Error) -> String {
    let mut text = format!("{error}\n\n");
    let mut line = |name: &str, value: &dyn std::fmt::Display| {
        let _ = writeln!(text, "{name}: {value}");
    };
    line("category", &format!("{:?}", error.category()));
    line("pointer", &error.pointer());
    line("at", &format!("{}:{}", error.line(), error.column()));
    if let Some(name) = error.type_name() {
        line("type", &name);
    }
    if let Some((union, variant)) = error.variant() {
        line("variant", &format!("{variant} of {union}"));
    }
    if let Some(expected) = error.expected() {
        line("expected", &expected);
    }
    if let Some(found) = error.found() {
        line("found", &found);
    }
    if let Some(error) = error.api_error() {
        line("failed request", error);
    }
    text
}

/// The report on bytes that can't be read.
fn refused<T: Body>(bytes: &[u8]) -> String {
    match json::from_slice::<T>(bytes) {
        Ok(_) => panic!("accepted: {}", String::from_utf8_lossy(bytes)),
        Err(error) => report(&error),
    }
}

fn bytes_hold_a_huge_number(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains("1e999") || text.contains(&"0".repeat(100))
}

/// Holds the report against the snapshot of that name, which shows the input too.
fn locked<T: Body>(bytes: &[u8], name: &str) {
    // With that feature, `serde_json` reads any number, and the types say what they can't hold.
    if cfg!(feature = "arbitrary_precision") && bytes_hold_a_huge_number(bytes) {
        return;
    }
    insta::with_settings!({
        omit_expression => true,
        description => String::from_utf8_lossy(bytes),
    }, {
        insta::assert_snapshot!(name, refused::<T>(bytes));
    });
}

/// A test a row: its name, the type that is read, the bytes.
macro_rules! refused {
    ($($name:ident: $type:ty, $bytes:expr;)+) => {$(
        #[test]
        fn $name() {
            locked::<$type>($bytes.as_ref(), stringify!($name));
        }
    )+};
}

refused! {
    // No JSON.
    empty: Step, "";
    white_space: Step, " \n\t ";
    no_json: Step, "<html><body>502 Bad Gateway</body></html>";
    truncated_in_an_object: Step, r#"{"id": "step-1", "#;
    truncated_in_a_key: Step, r#"{"id": "step-1", "age"#;
    truncated_in_a_text: Vec<LettaMessage>, "[\n  {\"message_type\": \"user_message\", \"id\": \"mess";
    truncated_in_a_list: Vec<Step>, r#"[{"id": "step-1"}, {"id": "step-2"}"#;
    truncated_in_an_open_map: ProviderTrace, r#"{"request_json": {"messages": [{"role": "us"#;
    not_utf8: Step, b"{\"id\":\n \"step-\xff\"}";
    utf8_cut_short: Step, b"{\"id\": \"step-\xe2\x82";
    byte_order_mark: Step, "\u{feff}{\"id\": \"step-1\"}";
    trailing_data: Step, "{\"id\": \"step-1\"}\n{\"id\": \"step-2\"}";
    trailing_comma: Step, r#"{"id": "step-1",}"#;
    single_quotes: Step, "{'id': 'step-1'}";
    comment: Step, "{\"id\": \"step-1\" /* why */}";
    nan: MessageSearchResult, r#"{"embedded_text": "", "rrf_score": NaN}"#;
    infinity: MessageSearchResult, r#"{"embedded_text": "", "rrf_score": -Infinity}"#;
    float_too_large: MessageSearchResult, r#"{"embedded_text": "", "rrf_score": 1e999}"#;
    float_too_large_in_a_map: Step, r#"{"id": "step-1", "error_data": {"deep": [1, 1e999]}}"#;
    leading_zero: StepMetrics, r#"{"id": "step-1", "step_ns": 012}"#;
    lone_surrogate: Step, r#"{"id": "step-\ud83d"}"#;
    control_character: Step, "{\"id\": \"step\n-1\"}";
    bad_escape: Step, r#"{"id": "step-\x41"}"#;

    // JSON, but of another shape.
    wrong_root: Step, "[]";
    wrong_root_number: Vec<LettaMessage>, "17";
    wrong_root_text: Vec<LettaMessage>, r#""messages""#;
    null_root: Step, "null";
    null_in_a_list: Vec<LettaMessage>, "[null]";
    object_for_a_list: Vec<LettaMessage>, r#"{"messages": []}"#;
    missing_field: Step, "{\n  \"agent_id\": \"agent-1\"\n}";
    missing_field_deep: Vec<MessageSearchResult>, r#"[{"embedded_text": "", "rrf_score": 0.5, "message": {"id": "message-1", "role": "user", "content": [{"type": "image", "source": {"type": "base64", "data": "AAAA"}}]}}]"#;
    required_null: InternalMessage, r#"{"id": "message-1", "role": null}"#;
    wrong_type: Step, "{\"id\": \"step-1\",\n \"total_tokens\":\n   \"12\"}";
    wrong_type_long_text: Step, format!(r#"{{"id": "step-1", "total_tokens": "{}"}}"#, "9".repeat(100));
    wrong_type_in_a_list: Step, r#"{"id": "step-1", "tags": ["a", "b", 3]}"#;
    null_among_texts: Step, r#"{"id": "step-1", "tags": ["a", null]}"#;
    fraction_for_an_integer: StepMetrics, r#"{"id": "step-1", "step_ns": 12.5}"#;
    integer_too_large: StepMetrics, r#"{"id": "step-1", "step_ns": 9223372036854775808}"#;
    integer_far_too_large: StepMetrics, format!(r#"{{"id": "step-1", "step_ns": 1{}}}"#, "0".repeat(200));
    number_out_of_range: StepMetrics, format!(r#"{{"id": "step-1", "step_ns": 1{}}}"#, "0".repeat(400));
    known_tag_wrong_body: Vec<LettaMessage>, r#"[{"message_type": "reasoning_message", "id": "message-1", "date": "2026-11-21T09:23:20Z", "reasoning": ["a"]}]"#;
    tag_last_wrong_body: LettaMessage, r#"{"id": "message-1", "date": "2026-11-21T09:23:20Z", "tool_call": {"name": 5}, "message_type": "tool_call_message"}"#;
    former_tag_wrong_body: LettaMessage, r#"{"message_type": "summary", "id": "message-1", "date": "2026-11-21T09:23:20Z"}"#;
    no_tag_wrong_body: LettaMessage, r#"{"id": "message-1", "date": 5, "reasoning": "So."}"#;
    deep_in_parts: LettaMessage, r#"{"message_type": "user_message", "id": "message-1", "date": "2026-11-21T09:23:20Z", "content": [{"type": "image", "source": {"type": "url", "url": 5}}]}"#;
    neither_text_nor_parts: LettaMessage, r#"{"message_type": "user_message", "id": "message-1", "date": "2026-11-21T09:23:20Z", "content": {"text": "Hello"}}"#;
    duplicate_key: Step, "{\"id\": \"step-1\", \"model\": \"a\",\n \"model\": \"a\"}";
    duplicate_tag: LettaMessage, r#"{"message_type": "user_message", "message_type": "user_message", "id": "message-1", "date": "2026-11-21T09:23:20Z", "content": ""}"#;
    duplicate_unknown_key: Step, r#"{"id": "step-1", "new": 1, "new": 2}"#;
    search_without_a_query: SearchAllMessagesRequest, r#"{"limit": 5}"#;
    bad_search_result: Vec<MessageListResult>, r#"[{"message_type": "user_message", "content": "Hello", "created_at": "2026-11-21T09:23:20Z"}]"#;
    escapes_in_the_pointer: Step, r#"{"id": "step-1", "error_data": {"a/b": {"m~n": +1}}}"#;

    // The body of a failed request.
    failed_request_for_a_list: Vec<LettaMessage>, r#"{"detail": "No message found with id 'message-0'."}"#;
    failed_request_for_a_step: Step, r#"{"detail": "Step not found", "trace_id": "b808f58b"}"#;
    failed_request_with_issues: Vec<Step>, r#"{"detail": [{"loc": ["query", "limit"], "msg": "Input should be a valid integer", "type": "int_parsing"}]}"#;
    failed_model: Vec<LettaMessage>, r#"{"error": {"type": "llm_error", "message": "The model failed.", "detail": "404"}}"#;
}

#[test]
fn a_hundred_thousand_levels_are_refused() {
    let levels = 100_000;
    let lists = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let in_a_map = format!(r#"{{"id": "step-1", "error_data": {{"deep": {lists}}}}}"#);
    let error = json::from_str::<Step>(&in_a_map).expect_err("too deep");
    assert!(error.to_string().starts_with("recursion limit exceeded"));
    assert!(error.pointer().starts_with("/error_data/deep/0/0/0"));
    assert!(json::from_str::<Vec<LettaMessage>>(&lists).is_err());
    let objects = r#"{"a":"#.repeat(levels);
    assert!(json::from_str::<LettaMessage>(&objects).is_err());
}

#[test]
fn a_megabyte_key_is_kept_or_pointed_at() {
    let key = "k".repeat(1 << 20);
    let text = format!(r#"{{"id": "step-1", "{key}": 1}}"#);
    let step: Step = json::from_str(&text).expect("any key is kept");
    assert!(step.extra().contains_key(&key));
    let text = format!(r#"{{"id": "step-1", "{key}": {{"a": 1, "a": 1}}}}"#);
    let error = json::from_str::<Step>(&text).expect_err("`a` comes twice");
    assert_eq!(error.pointer(), format!("/{key}/a"));
}

#[test]
fn a_reader_that_fails_says_so() {
    struct Broken;

    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the line went dead"))
        }
    }

    let error = json::from_reader::<Step>(Broken).expect_err("it fails");
    assert_eq!(error.category(), json::Category::Io);
    assert_eq!(error.to_string(), "the line went dead");
}

#[test]
fn an_error_body_is_no_failure_where_one_is_expected() {
    let error: ApiError = json::from_str(r#"{"detail": "Not Found"}"#).expect("an error body");
    assert_eq!(error.to_string(), "Not Found");
}

#[test]
fn an_error_deep_inside_is_not_taken_for_the_body_of_a_failed_request() {
    // `detail` is an unknown field of this step, and what is wrong is elsewhere.
    let body = r#"{"id": "step-1", "detail": "x", "messages": [{"id": "message-1"}]}"#;
    let error = json::from_str::<Step>(body).expect_err("a role is missing");
    assert_eq!(error.pointer(), "/messages/0/role");
    assert!(error.api_error().is_none());
}

/// They have undeclared fields with the names of those that say why a request failed.
#[test]
fn a_malformed_body_of_the_right_type_is_not_taken_for_that_of_a_failed_request() {
    let message = r#"{"message_type": "user_message", "id": "message-1", "date": "2026-11-21T09:23:20Z",
        "content": 5, "detail": "low"}"#;
    let error = json::from_str::<LettaMessage>(message).expect_err("5 is no content");
    assert_eq!(error.pointer(), "/content");
    assert!(error.api_error().is_none(), "{error}");
    let missing =
        r#"{"message_type": "user_message", "id": "message-1", "date": "now", "detail": "low"}"#;
    let error = json::from_str::<LettaMessage>(missing).expect_err("no content");
    assert_eq!(error.category(), Category::Missing);
    assert!(error.api_error().is_none(), "{error}");
    let step = r#"{"id": 5, "total_tokens": 3, "error": {"type": "x", "message": "y"}}"#;
    let error = json::from_str::<Step>(step).expect_err("5 is no id");
    assert!(error.api_error().is_none(), "{error}");
}

/// Also where `serde_json` hands numbers over as maps.
#[test]
fn of_a_union_by_type_all_is_expected() {
    fn expected<T: Body + std::fmt::Debug>(text: &str) -> Option<&'static str> {
        json::from_str::<T>(text).expect_err("a fault").expected()
    }
    let issue =
        |step: &str| format!(r#"{{"detail": [{{"loc": [{step}], "msg": "", "type": ""}}]}}"#);
    for step in [
        "12.5",
        "9007199254740993.0",
        "18446744073709551615",
        "true",
        "{}",
        "[]",
    ] {
        let expected = expected::<ApiError>(&issue(step));
        assert_eq!(expected, Some("a string or a 64-bit integer"), "{step}");
    }
    for detail in ["0.5", "true", "5", "-0"] {
        let expected = expected::<ApiError>(&format!(r#"{{"detail": {detail}}}"#));
        assert_eq!(
            expected,
            Some("a string, an array or an object"),
            "{detail}"
        );
    }
}

#[test]
fn keys_are_shown_without_control_characters() {
    let body = "{\"\\u001b[31m\\n\": 1, \"\\u001b[31m\\n\": 2, \"id\": \"step-1\"}";
    let error = json::from_str::<Step>(body).expect_err("a key comes twice");
    assert_eq!(error.pointer(), "/\u{1b}[31m\n");
    let text = error.to_string();
    assert!(text.contains("\\u{1b}[31m\\n"), "{text}");
    assert!(!text.contains(char::is_control), "{text:?}");
}

#[test]
fn positions_are_those_of_the_value() {
    let body = "[\n  {\"id\": \"step-1\"},\n  {\n    \"id\":\n      5\n  }\n]";
    let error = json::from_str::<Vec<Step>>(body).expect_err("5 is no id");
    assert_eq!((error.line(), error.column()), (5, 7));
    let errors: Vec<Tolerant<Step>> = json::from_str(body).expect("a list");
    let error = errors[1].error().expect("5 is no id");
    assert_eq!(
        (error.line(), error.column(), error.pointer()),
        (5, 7, "/1/id")
    );
}
