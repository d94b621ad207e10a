//! One bad element doesn't spoil a list, if the reader says so.

use letta_types::{
    LettaMessage, MessageId, Step,
    json::{self, Category, Tolerant},
};
use serde_json::{Value, json};

/// A list as servers have stored it: good messages, one of an unknown kind, and bad ones of several sorts.
fn history() -> Value {
    json!([
        {"id": "message-0", "date": "2026-11-21T09:23:20Z", "message_type": "user_message", "content": "Hello"},
        {"id": "message-1", "date": "2026-11-21T09:23:21Z", "message_type": "tool_return_message", "name": null},
        {"id": "message-2", "date": "2026-11-21T09:23:22Z", "message_type": "mood_message", "mood": null},
        null,
        {"id": "message-4", "date": "2026-11-21T09:23:24Z", "message_type": "reasoning_message",
         "reasoning": {"text": "So.", "signature": null}},
        "message-5",
        {"id": "message-6", "date": "2026-11-21T09:23:26Z", "message_type": "assistant_message",
         "content": [{"type": "text", "text": "Hi"}, {"type": "text", "text": 5}]},
        {"id": "message-7", "date": "2026-11-21T09:23:27Z", "message_type": "assistant_message", "content": "Bye"}
    ])
}

/// Which of them are bad, and where.
const FAULTS: [(usize, Category, &str); 5] = [
    (1, Category::Missing, "/status"),
    (3, Category::Mismatch, ""),
    (4, Category::Mismatch, "/reasoning"),
    (5, Category::Mismatch, ""),
    (6, Category::Mismatch, "/content/1/text"),
];

/// Holds a list that was read against what is known of it. `prefixed` says whether pointers begin with the
/// element's index.
fn check(list: &[Tolerant<LettaMessage>], prefixed: bool) {
    let history = history();
    assert_eq!(list.len(), 8);
    for (index, element) in list.iter().enumerate() {
        let fault = FAULTS.iter().find(|(faulty, ..)| *faulty == index);
        match (element, fault) {
            (Tolerant::Value(message), None) => {
                assert_eq!(
                    message.id().map(MessageId::as_str),
                    history[index]["id"].as_str()
                );
            }
            (Tolerant::Malformed { value, error }, Some((_, category, pointer))) => {
                assert_eq!(value, &history[index]);
                assert_eq!(error.category(), *category, "{error}");
                let expected = if prefixed {
                    format!("/{index}{pointer}")
                } else {
                    (*pointer).to_owned()
                };
                assert_eq!(error.pointer(), expected);
            }
            (element, _) => panic!("{index}: {element:?}"),
        }
    }
    let written = serde_json::to_value(list).expect("any list can be written");
    assert_eq!(written, history, "all is written as it came");
}

#[test]
fn bad_elements_come_as_they_are_and_good_ones_typed() {
    let text = history().to_string();
    check(
        &json::from_str::<Vec<Tolerant<LettaMessage>>>(&text).expect("a list"),
        true,
    );
    check(
        &json::from_slice::<Vec<Tolerant<LettaMessage>>>(text.as_bytes()).expect("a list"),
        true,
    );
    check(
        &serde_json::from_str::<Vec<Tolerant<LettaMessage>>>(&text).expect("a list"),
        false,
    );
    check(
        &serde_json::from_value::<Vec<Tolerant<LettaMessage>>>(history()).expect("a list"),
        false,
    );
}

#[test]
fn errors_of_elements_have_their_line() {
    let text = serde_json::to_string_pretty(&history()).expect("a list");
    let list: Vec<Tolerant<LettaMessage>> = json::from_str(&text).expect("a list");
    let error = list[4].error().expect("an object is no reasoning");
    let line = text.lines().nth(error.line() - 1).expect("the line exists");
    assert!(line[error.column() - 1..].starts_with('{'), "{line}");
    assert!(line.contains("\"reasoning\""));
}

#[test]
fn a_list_of_good_elements_is_that_list() {
    let text = r#"[{"id": "step-1"}, {"id": "step-2", "new": [null]}]"#;
    let plain: Vec<Step> = json::from_str(text).expect("steps");
    let tolerant: Vec<Tolerant<Step>> = json::from_str(text).expect("steps");
    let unwrapped: Result<Vec<_>, _> = tolerant.into_iter().map(Tolerant::into_result).collect();
    assert_eq!(unwrapped.expect("no element is malformed"), plain);
    assert_eq!(
        json::from_str::<Vec<Tolerant<Step>>>("[]").expect("a list"),
        []
    );
}

#[test]
fn what_is_no_list_or_no_json_stays_an_error() {
    for text in [
        "{}",
        "null",
        "5",
        "[",
        "[{]",
        "[{\"id\": \"step-1\"}] x",
        "[{\"id\": 5}, nul]",
    ] {
        assert!(
            json::from_str::<Vec<Tolerant<Step>>>(text).is_err(),
            "{text}"
        );
    }
    let error = json::from_str::<Vec<Tolerant<Step>>>(r#"{"detail": "Not Found"}"#);
    assert!(error.expect_err("no list").api_error().is_some());
}

#[test]
fn an_element_with_a_key_twice_is_malformed() {
    let text = r#"[{"id": "step-1", "id": "step-1"}, {"id": "step-2"}]"#;
    let list: Vec<Tolerant<Step>> = json::from_str(text).expect("a list");
    assert_eq!(
        list[0].error().map(json::Error::category),
        Some(Category::Duplicate)
    );
    assert_eq!(list[1].value().map(|step| step.id.as_str()), Some("step-2"));
}

/// A malformed element is JSON all the same: also in what is read over, once it is known to be malformed.
#[test]
fn what_is_read_over_in_a_malformed_element_is_json() {
    for element in [
        r#"{"id": "step-1", "id": "\ud83d"}"#,
        r#"{"id": 5, "id": 5, "model": "\ud83dx"}"#,
    ] {
        let list = format!("[\n{element}]");
        let error = json::from_str::<Vec<Tolerant<Step>>>(&list).expect_err(element);
        assert_eq!(error.category(), Category::Syntax, "{error}");
        assert_eq!(error.line(), 2, "{error}");
    }
}

/// How deep an element may be doesn't depend on what stands before it, or on the list: 127 levels, as by itself.
#[test]
fn an_element_behind_a_malformed_one_is_as_deep_as_without_it() {
    for (depth, is_read) in [(125, true), (126, true), (127, false)] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let element = format!(r#"{{"id": "step-1", "sent_tomorrow": {deep}}}"#);
        assert_eq!(json::from_str::<Step>(&element).is_ok(), is_read, "{depth}");
        for list in [format!("[{element}]"), format!("[{{}}, {element}]")] {
            let list = json::from_str::<Vec<Tolerant<Step>>>(&list);
            assert_eq!(list.is_ok(), is_read, "{depth}");
        }
    }
}

/// As they stand in an archive, a line each.
#[test]
fn an_element_by_itself_is_read_too() {
    for (index, element) in history().as_array().expect("a list").iter().enumerate() {
        let text = element.to_string();
        let read: Tolerant<LettaMessage> = json::from_str(&text).expect("JSON");
        match FAULTS.iter().find(|(faulty, ..)| *faulty == index) {
            None => assert!(read.value().is_some(), "{text}"),
            Some((_, category, pointer)) => {
                let error = read.error().expect("an error");
                assert_eq!((error.category(), error.pointer()), (*category, *pointer));
                assert_eq!(error.line(), 1);
            }
        }
        assert_eq!(serde_json::to_value(&read).expect("is written"), *element);
    }
    for (broken, category) in [
        ("", Category::Eof),
        (r#"{"id": "step-1""#, Category::Eof),
        (r#"{"id": "step-1"} {}"#, Category::Syntax),
        (r#"{"id": 5} {}"#, Category::Syntax),
        (r#"{"id": 5, "x": nul}"#, Category::Syntax),
    ] {
        let error = json::from_str::<Tolerant<Step>>(broken).expect_err("no JSON");
        assert_eq!(error.category(), category, "{broken}");
    }
    let twice = r#"{"id": "step-1", "id": "step-2"}"#;
    let step: Tolerant<Step> = json::from_str(twice).expect("JSON");
    assert_eq!(
        step.error().map(json::Error::category),
        Some(Category::Duplicate)
    );
}
