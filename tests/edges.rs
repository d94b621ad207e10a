//! What fuzzing found, and its like: each was once lost, refused without need, or accepted in error.

use letta_types::{
    ApiError, LettaMessage, MessageSearchResult, ProviderTrace, Step, StepMetrics,
    json::{self, Body, Category, Tolerant},
};
use serde::Serialize;
use serde_json::Value;
use support::fixtures;

/// Holds that a text is written back as it is.
fn kept<T: Body + Serialize>(text: &str) {
    let value: T = json::from_str(text).expect(text);
    let written = serde_json::to_value(&value).expect(text);
    let given: Value = serde_json::from_str(text).expect(text);
    assert_eq!(written, given);
}

/// The category and the pointer of what is wrong with a text.
fn fault<T: Body>(text: &str) -> (Category, String) {
    match json::from_str::<T>(text) {
        Ok(_) => panic!("accepted: {text}"),
        Err(error) => (error.category(), error.pointer().to_owned()),
    }
}

#[test]
fn an_empty_key_is_a_key() {
    kept::<Step>(r#"{"id": "step-1", "": 0}"#);
    kept::<LettaMessage>(r#"{"": null, "message_type": "mood_message"}"#);
    kept::<ProviderTrace>(r#"{"request_json": {"": {"": []}}, "response_json": {}}"#);
}

#[test]
fn a_float_that_could_be_two_integers_is_none() {
    let metrics = |number: &str| format!(r#"{{"id": "step-1", "step_ns": {number}}}"#);
    for number in [
        "9007199254740991.0",
        "-9007199254740991.0",
        "9.007199254740991e15",
        "-0.0",
    ] {
        assert!(
            json::from_str::<StepMetrics>(&metrics(number)).is_ok(),
            "{number}"
        );
    }
    // Its double is 2^53, and so is that of 2^53 + 1.
    for number in [
        "9007199254740992.0",
        "9007199254740993.0",
        "-9007199254740993.0",
    ] {
        let expected = (Category::Mismatch, "/step_ns".to_owned());
        assert_eq!(fault::<StepMetrics>(&metrics(number)), expected, "{number}");
    }
}

#[test]
fn a_key_twice_is_an_error_wherever_it_is() {
    let duplicate = |pointer: &str| (Category::Duplicate, pointer.to_owned());
    // In a part that is read before the tag of its message is known, and after.
    let parts = r#""content": [{"type": "text", "text": "a", "text": "b"}]"#;
    let head = r#""id": "message-1", "date": "2026-11-21T09:23:20Z""#;
    let tag = r#""message_type": "user_message""#;
    for text in [
        format!("{{{head}, {parts}, {tag}}}"),
        format!("{{{tag}, {parts}, {head}}}"),
        format!(r#"{{"message_type": "mood_message", {parts}}}"#),
        format!(r#"{{{parts}, "message_type": "mood_message"}}"#),
        format!("{{{head}, {parts}}}"),
    ] {
        assert_eq!(
            fault::<LettaMessage>(&text),
            duplicate("/content/0/text"),
            "{text}"
        );
    }
    let map = r#"{"id": "step-1", "error_data": {"a": [{"b": 1, "b": 1}]}}"#;
    assert_eq!(fault::<Step>(map), duplicate("/error_data/a/0/b"));
    let unknown = r#"{"id": "step-1", "new": {"b": 1, "b": 1}}"#;
    assert_eq!(fault::<Step>(unknown), duplicate("/new/b"));
}

#[test]
fn a_score_whose_digits_are_kept_is_what_a_double_holds() {
    let message = fixtures::json("stored/smallest.json");
    let read = |score: &str| {
        let text =
            format!(r#"{{"embedded_text": "", "message": {message}, "rrf_score": {score}}}"#);
        json::from_str::<MessageSearchResult>(&text).map(|result| result.rrf_score)
    };
    // 2^64, and the next integer, which is no double.
    assert_eq!(
        read("18446744073709551616").ok(),
        Some(18_446_744_073_709_551_616.0)
    );
    assert_eq!(
        read("-18446744073709551616").ok(),
        Some(-18_446_744_073_709_551_616.0)
    );
    assert_eq!(
        read("18446744073709551617").is_err(),
        cfg!(feature = "arbitrary_precision")
    );
    assert!(read("9007199254740993").is_err());
    assert_eq!(read("0.1").ok(), Some(0.1));
    assert_eq!(read("1e20").ok(), Some(1e20));
}

#[test]
fn the_key_that_serde_json_keeps_for_numbers_is_a_key() {
    // Only where `serde_json` keeps the digits of numbers does it take such an object for a number.
    if !cfg!(feature = "arbitrary_precision") {
        kept::<ApiError>(r#"{"$serde_json::private::Number": "12"}"#);
        kept::<LettaMessage>(r#"{"$serde_json::private::Number": "12"}"#);
        kept::<Step>(r#"{"id": "step-1", "new": {"$serde_json::private::Number": "12"}}"#);
    }
}

#[test]
fn a_hundred_thousand_bad_elements_take_no_longer_each() {
    let list = format!("[{}0]", "0,\n".repeat(100_000));
    let elements: Vec<Tolerant<Step>> = json::from_str(&list).expect("a list");
    let malformed = elements
        .last()
        .and_then(Tolerant::error)
        .expect("0 is no step");
    assert_eq!((malformed.line(), malformed.column()), (100_001, 1));
    assert_eq!(malformed.pointer(), "/100000");
}

#[test]
fn the_key_that_serde_json_keeps_for_raw_values_is_a_key() {
    // As text that is JSON and as text that isn't: a malformed element stays as it came.
    let token = r#"{"$serde_json::private::RawValue": "{\"a\": 1}"}"#;
    let no_json = r#"{"$serde_json::private::RawValue": "{"}"#;
    let list = format!("[{token}, {no_json}]");
    let elements: Vec<Tolerant<Step>> = json::from_str(&list).expect("a list");
    let keys = elements.iter().filter_map(|element| match element {
        Tolerant::Malformed { value, .. } => value.as_object(),
        Tolerant::Value(_) => None,
    });
    let texts: Vec<_> = keys
        .filter_map(|object| object.get("$serde_json::private::RawValue")?.as_str())
        .collect();
    assert_eq!(texts, [r#"{"a": 1}"#, "{"]);
    kept_unread::<Step>(r#"{"id": "step-1", "new": {"$serde_json::private::RawValue": "5"}}"#);
}

/// Holds that an undeclared field is kept, without asking `serde_json::Value` what it was.
fn kept_unread<T: Body + Serialize>(text: &str) {
    let value: T = json::from_str(text).expect(text);
    let written = serde_json::to_string(&value).expect(text);
    assert_eq!(written, text.replace(": ", ":").replace(", ", ","));
}
