//! Search: requests, the four result shapes, and what an older server sent in their place.

use letta_types::{
    FeedbackType, LettaMessage, MessageListResult, MessageRole, MessageSearchRequest,
    MessageSearchResult, ModifyFeedbackRequest, SearchAllMessagesRequest, SearchMode, UserContent,
};
use serde_json::{Value, json};
use support::{fixtures, text};

fn result(file: &str) -> MessageListResult {
    let text = fixtures::text(&format!("search/{file}.json"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The listed message that an older server sent as a result.
fn message(result: &MessageListResult) -> Option<&LettaMessage> {
    match result {
        MessageListResult::Message(message) => Some(message),
        _ => None,
    }
}

#[test]
fn everything_is_written_as_it_came() {
    for folder in ["search", "requests"] {
        for fixture in fixtures::within(folder) {
            let went = fixture.round_trip();
            assert_eq!(went.written, fixture.json(), "{}", fixture.path);
            let unknown = fixture.path.contains("unknown");
            assert_eq!(
                text::unknowns(&went.debug),
                usize::from(unknown),
                "{}",
                fixture.path
            );
        }
    }
}

/// Be it a result or a message in the place of one.
#[test]
fn undeclared_fields_are_asked_of_any_result() {
    for fixture in fixtures::within("search") {
        if fixture.type_name != "MessageListResult" {
            continue;
        }
        let mut json = fixture.json();
        json["mood"] = json!("cheerful");
        let mut result: MessageListResult = serde_json::from_value(json)
            .unwrap_or_else(|error| panic!("{}: {error}", fixture.path));
        assert_eq!(
            result.extra_mut().remove("mood"),
            Some(json!("cheerful")),
            "{}",
            fixture.path
        );
        assert!(!result.extra().contains_key("mood"));
    }
}

#[test]
fn every_result_is_its_variant() {
    type Is = fn(&MessageListResult) -> bool;
    let kinds: [(&str, Is); 10] = [
        ("system", |r| matches!(r, MessageListResult::System(_))),
        ("user", |r| matches!(r, MessageListResult::User(_))),
        ("user-parts", |r| matches!(r, MessageListResult::User(_))),
        ("reasoning", |r| {
            matches!(r, MessageListResult::Reasoning(_))
        }),
        ("assistant", |r| {
            matches!(r, MessageListResult::Assistant(_))
        }),
        ("assistant-parts", |r| {
            matches!(r, MessageListResult::Assistant(_))
        }),
        ("unknown", |r| matches!(r, MessageListResult::Unknown(_))),
        ("message-assistant", |r| {
            matches!(message(r), Some(LettaMessage::Assistant(_)))
        }),
        ("message-tool-call", |r| {
            matches!(message(r), Some(LettaMessage::ToolCall(_)))
        }),
        ("message-unknown", |r| {
            matches!(message(r), Some(LettaMessage::Unknown(_)))
        }),
    ];
    for (file, is) in kinds {
        let result = result(file);
        assert!(is(&result), "{file}: {result:?}");
    }
}

#[test]
fn fields_of_a_result_are_typed() {
    let MessageListResult::User(user) = result("user-parts") else {
        panic!("not a user's message");
    };
    assert_eq!(
        user.message_id.as_str(),
        "message-c6fb8d9c-9695-460e-aac7-e6d75ca0b943"
    );
    assert_eq!(user.created_at.as_str(), "2026-11-21T09:44:33.829262Z");
    assert!(user.extra().is_empty());
    assert!(matches!(user.content, UserContent::Parts(parts) if parts.len() == 2));
}

/// Only `reasoning` is required by one shape alone.
#[test]
fn results_without_a_tag_are_told_by_their_fields_or_kept() {
    let tagless = |file: &str| {
        let mut bare = fixtures::json(&format!("search/{file}.json"));
        bare.as_object_mut()
            .expect("an object")
            .remove("message_type");
        bare
    };
    let told: MessageListResult =
        serde_json::from_value(tagless("reasoning")).expect("reasoning is told");
    assert_eq!(told, result("reasoning"));
    for file in ["system", "user", "assistant"] {
        let kept: MessageListResult =
            serde_json::from_value(tagless(file)).expect("an object is kept");
        assert!(
            matches!(kept, MessageListResult::Unknown(_)),
            "{file}: {kept:?}"
        );
        assert_eq!(
            serde_json::to_value(&kept).expect("is written"),
            tagless(file)
        );
    }
}

/// An `id` that is `null` is none.
#[test]
fn a_null_id_makes_no_message() {
    let mut value = fixtures::json("search/user.json");
    value["id"] = Value::Null;
    let read: MessageListResult = serde_json::from_value(value.clone()).expect("a result is read");
    assert!(matches!(read, MessageListResult::User(_)), "{read:?}");
    assert_eq!(serde_json::to_value(&read).expect("is written"), value);
}

/// Should servers send results with an `id` one day, they stay results.
#[test]
fn a_result_with_an_id_is_no_message() {
    for file in ["system", "user", "reasoning", "assistant"] {
        let mut value = fixtures::json(&format!("search/{file}.json"));
        value["id"] = json!("result-1");
        let read: MessageListResult =
            serde_json::from_value(value.clone()).expect("a result is read");
        assert_eq!(read.extra().get("id"), Some(&json!("result-1")), "{read:?}");
        assert_eq!(serde_json::to_value(&read).expect("is written"), value);
    }
    let new = json!({
        "message_type": "mood_message", "id": "result-1", "message_id": "message-1",
        "created_at": "2026-11-21T09:44:33.829262Z", "mood": "glad",
    });
    let kept: MessageListResult = serde_json::from_value(new.clone()).expect("an object is kept");
    assert!(matches!(kept, MessageListResult::Unknown(_)), "{kept:?}");
    assert_eq!(serde_json::to_value(&kept).expect("is written"), new);
}

#[test]
fn scores_are_kept_to_the_last_bit() {
    let mut value = fixtures::json("search/stored-search-result.json");
    for score in [
        0.008_196_721_311_475_41,
        0.1 + 0.2,
        5e-324,
        1.797_693_134_862_315_7e308,
    ] {
        value["rrf_score"] = json!(score);
        let text = value.to_string();
        let read: MessageSearchResult = serde_json::from_str(&text).expect("a result is read");
        assert_eq!(read.rrf_score.to_bits(), f64::to_bits(score));
        let again = serde_json::to_string(&read).expect("is written");
        let reread: MessageSearchResult = serde_json::from_str(&again).expect("is read again");
        assert_eq!(reread.rrf_score.to_bits(), f64::to_bits(score));
    }
}

#[test]
fn a_request_can_be_made() {
    let smallest = SearchAllMessagesRequest::new("weather");
    assert_eq!(
        serde_json::to_value(&smallest).expect("is written"),
        json!({ "query": "weather" }),
        "the server's defaults are the server's"
    );
    let request = SearchAllMessagesRequest::new("weather")
        .with_limit(20)
        .with_search_mode(SearchMode::Fts)
        .with_start_date("2020-01-01T00:00:00Z");
    assert_eq!(
        serde_json::to_value(&request).expect("is written"),
        json!({
            "query": "weather",
            "limit": 20,
            "search_mode": "fts",
            "start_date": "2020-01-01T00:00:00Z"
        })
    );
}

#[test]
fn only_the_search_through_stored_messages_does_without_a_query() {
    let request = MessageSearchRequest::new()
        .with_roles([MessageRole::Tool])
        .with_template_id("template-1");
    let written = serde_json::to_string(&request).expect("is written");
    assert_eq!(
        serde_json::from_str::<Value>(&written).expect("JSON"),
        json!({ "roles": ["tool"], "template_id": "template-1" })
    );
    assert!(serde_json::from_str::<SearchAllMessagesRequest>(&written).is_err());
    for text in ["{}", r#"{"query": null}"#] {
        let request: MessageSearchRequest = serde_json::from_str(text).expect("is read");
        assert_eq!(request, MessageSearchRequest::new());
        assert!(serde_json::from_str::<SearchAllMessagesRequest>(text).is_err());
    }
}

/// What belongs to the other search is kept, as any undeclared field is.
#[test]
fn the_search_for_what_was_said_declares_no_roles() {
    let text = r#"{"query":"weather","roles":["tool"],"project_id":"project-1"}"#;
    let request: SearchAllMessagesRequest = serde_json::from_str(text).expect("is read");
    assert_eq!(request.extra().len(), 2);
    assert_eq!(
        serde_json::to_value(&request).expect("is written"),
        serde_json::from_str::<Value>(text).expect("JSON")
    );
    let request: MessageSearchRequest = serde_json::from_str(text).expect("is read");
    assert!(request.extra().is_empty());
    assert_eq!(request.roles, Some(vec![MessageRole::Tool]));
}

/// The server replaces both fields, so that a request without fields clears them.
#[test]
fn feedback_without_fields_stays_without() {
    let empty: ModifyFeedbackRequest = serde_json::from_str("{}").expect("is read");
    assert_eq!(empty, ModifyFeedbackRequest::new());
    assert_eq!(serde_json::to_string(&empty).expect("is written"), "{}");
    let full = ModifyFeedbackRequest::new()
        .with_feedback(FeedbackType::Negative)
        .with_tags(["good"]);
    assert_eq!(
        serde_json::to_value(&full).expect("is written"),
        json!({ "feedback": "negative", "tags": ["good"] })
    );
}
