//! Messages as the server stores them.

use letta_types::{
    FunctionToolCallType, InternalMessage, MessageContentPart, MessageRole, StoredApproval,
    ToolReturnValue,
};
use serde_json::{Value, json};
use support::{fixtures, text};

fn message(file: &str) -> InternalMessage {
    let text = fixtures::text(&format!("stored/{file}.json"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn every_message_is_written_as_it_came() {
    for fixture in fixtures::within("stored") {
        let went = fixture.round_trip();
        let mut expected = fixture.json();
        if fixture.path.ends_with("approval-without-tag.json") {
            expected["approvals"][0]["type"] = "approval".into();
        }
        assert_eq!(went.written, expected, "{}", fixture.path);
    }
}

#[test]
fn every_field_is_typed() {
    let message = message("every-field");
    assert!(message.extra().is_empty(), "{:?}", message.extra());
    assert_eq!(message.role, MessageRole::Assistant);
    let parts = message.content.as_deref().expect("there is content");
    assert_eq!(parts.len(), 8);
    let unknown = parts
        .iter()
        .find(|part| matches!(part, MessageContentPart::Unknown(_)));
    assert_eq!(unknown, None);
    assert_eq!(message.approve, Some(false));
    assert_eq!(message.is_err, Some(true));
}

#[test]
fn tool_returns_hold_text_or_parts() {
    let message = message("tool-returns");
    let returns = message.tool_returns.as_deref().expect("there are returns");
    let [first, second, third] = returns else {
        panic!("not three: {returns:?}");
    };
    assert!(matches!(
        first.func_response,
        Some(ToolReturnValue::Text(_))
    ));
    assert!(
        matches!(&second.func_response, Some(ToolReturnValue::Parts(parts)) if parts.len() == 2)
    );
    assert_eq!(third.status.as_str(), "error");
    assert_eq!(
        message.approvals.as_deref(),
        Some(&[][..]),
        "an empty list is kept"
    );
}

#[test]
fn the_call_of_a_tool_return_is_any_json() {
    let message = message("tool-return-ids");
    let returns = message.tool_returns.as_deref().expect("there are returns");
    let ids: Vec<Option<Value>> = returns
        .iter()
        .map(|tool_return| tool_return.tool_call_id.clone())
        .collect();
    assert_eq!(
        ids,
        [
            Some(json!({})),
            Some(json!({ "server": "mcp", "call": 7 })),
            Some(json!(7)),
            Some(json!(["x", null])),
        ]
    );
}

/// The server tags approvals and leaves tool returns without a tag.
#[test]
fn approvals_are_told_apart_without_tags() {
    let message = message("approvals");
    let approvals = message.approvals.as_deref().expect("there are approvals");
    assert!(
        matches!(
            approvals,
            [
                StoredApproval::Approval(_),
                StoredApproval::Approval(_),
                StoredApproval::ToolReturn(_),
                StoredApproval::ToolReturn(_),
            ]
        ),
        "{approvals:?}"
    );

    let message = self::message("approval-without-tag");
    let approvals = message.approvals.as_deref().expect("there are approvals");
    assert!(
        matches!(approvals, [StoredApproval::Approval(_)]),
        "{approvals:?}"
    );

    let message = self::message("unknown-approval");
    let approvals = message.approvals.as_deref().expect("there are approvals");
    assert!(
        matches!(approvals, [StoredApproval::Unknown(_)]),
        "{approvals:?}"
    );
}

#[test]
fn extra_keys_of_tool_calls_are_kept_and_reachable() {
    let message = message("extra-in-tool-calls");
    let calls = message.tool_calls.as_deref().expect("there are calls");
    let [call, other] = calls else {
        panic!("not two: {calls:?}");
    };
    assert_eq!(call.type_, FunctionToolCallType::Function);
    assert_eq!(call.extra().get("index"), Some(&json!(0)));
    assert_eq!(call.extra().len(), 2);
    assert_eq!(call.function.extra().get("parsed"), Some(&Value::Null));
    assert_eq!(call.function.extra().get("strict"), Some(&json!(true)));
    assert_eq!(
        other.type_,
        FunctionToolCallType::Unknown("custom".to_owned())
    );
}

#[test]
fn extra_fields_can_be_set() {
    let mut message = message("smallest");
    assert!(message.extra().is_empty());
    message.extra_mut().insert("group", json!([1, null]));
    let written = serde_json::to_value(&message).expect("is written");
    let mut expected = fixtures::json("stored/smallest.json");
    expected["group"] = json!([1, null]);
    assert_eq!(written, expected);
}

#[test]
fn a_message_can_be_made() {
    let made = InternalMessage::new("message-1", MessageRole::User)
        .with_name("ada")
        .with_content(vec![]);
    let written = serde_json::to_value(&made).expect("is written");
    assert_eq!(
        written,
        json!({ "id": "message-1", "role": "user", "content": [], "name": "ada" })
    );
}

#[test]
fn only_what_is_named_unknown_is() {
    for fixture in fixtures::within("stored") {
        let went = fixture.round_trip();
        let expected = match fixture.path.as_str() {
            "stored/unknown-approval.json" | "stored/extra-in-tool-calls.json" => 1,
            _ => 0,
        };
        assert_eq!(text::unknowns(&went.debug), expected, "{}", fixture.path);
    }
}
