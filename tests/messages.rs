//! Messages as the API lists them: one file per kind, and the forms that surprise.

use letta_types::{
    Approval, AssistantContent, EventType, HiddenReasoningState, LettaMessage, MessageId,
    MessageType, Otid, ReasoningSource, RunId, SenderId, StepId, SummaryMessage, Timestamp,
    ToolCallOrDelta, ToolCallsOrDelta, ToolReturnContentPart, ToolReturnValue, ToolStatus,
    UserContent, UserContentPart,
};
use serde_json::{Value, json};
use support::{Form, Schema, fixtures, text};

fn message(file: &str) -> LettaMessage {
    let text = fixtures::text(&format!("messages/{file}.json"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn parse(value: &Value) -> LettaMessage {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn write(message: &LettaMessage) -> Value {
    serde_json::to_value(message).expect("a message is written")
}

#[test]
fn every_message_is_written_as_it_came() {
    for fixture in fixtures::within("messages") {
        let went = fixture.round_trip();
        assert_eq!(went.written, fixture.json(), "{}", fixture.path);
    }
}

#[test]
fn every_kind_is_its_variant() {
    type Is = fn(&LettaMessage) -> bool;
    let kinds: [(&str, &str, Is); 11] = [
        ("system", "system_message", |m| {
            matches!(m, LettaMessage::System(_))
        }),
        ("user", "user_message", |m| {
            matches!(m, LettaMessage::User(_))
        }),
        ("reasoning", "reasoning_message", |m| {
            matches!(m, LettaMessage::Reasoning(_))
        }),
        ("hidden-reasoning", "hidden_reasoning_message", |m| {
            matches!(m, LettaMessage::HiddenReasoning(_))
        }),
        ("tool-call", "tool_call_message", |m| {
            matches!(m, LettaMessage::ToolCall(_))
        }),
        ("tool-return", "tool_return_message", |m| {
            matches!(m, LettaMessage::ToolReturn(_))
        }),
        ("assistant", "assistant_message", |m| {
            matches!(m, LettaMessage::Assistant(_))
        }),
        ("approval-request", "approval_request_message", |m| {
            matches!(m, LettaMessage::ApprovalRequest(_))
        }),
        ("approval-response", "approval_response_message", |m| {
            matches!(m, LettaMessage::ApprovalResponse(_))
        }),
        ("summary", "summary_message", |m| {
            matches!(m, LettaMessage::Summary(_))
        }),
        ("event", "event_message", |m| {
            matches!(m, LettaMessage::Event(_))
        }),
    ];
    for (file, tag, is) in kinds {
        let message = message(file);
        assert!(is(&message), "{file}: {message:?}");
        assert_eq!(message.tag(), Some(tag));
        assert!(
            !matches!(MessageType::from(tag), MessageType::Unknown(_)),
            "{tag} is a documented message type"
        );
    }
}

#[test]
fn what_all_messages_share_is_read_from_any() {
    for fixture in fixtures::within("messages") {
        if fixture.path.contains("unknown") {
            continue;
        }
        let json = fixture.json();
        let message = parse(&json);
        assert_eq!(message.id().map(MessageId::as_str), json["id"].as_str());
        assert_eq!(message.date().map(Timestamp::as_str), json["date"].as_str());
        assert_eq!(message.name(), json["name"].as_str());
        assert_eq!(message.otid().map(Otid::as_str), json["otid"].as_str());
        assert_eq!(
            message.sender_id().map(SenderId::as_str),
            json["sender_id"].as_str()
        );
        assert_eq!(
            message.step_id().map(StepId::as_str),
            json["step_id"].as_str()
        );
        assert_eq!(message.run_id().map(RunId::as_str), json["run_id"].as_str());
        assert_eq!(message.is_err(), json["is_err"].as_bool());
        assert_eq!(message.seq_id(), json["seq_id"].as_i64());
        assert_eq!(message.tag(), json["message_type"].as_str());
    }
}

#[test]
fn undeclared_fields_are_asked_of_any_message() {
    for fixture in fixtures::within("messages") {
        let mut json = fixture.json();
        json["mood"] = json!({"valence": 0.7});
        let mut message = parse(&json);
        assert_eq!(
            message.extra().get("mood"),
            Some(&json["mood"]),
            "{}",
            fixture.path
        );
        message.extra_mut().remove("mood");
        assert_eq!(write(&message), fixture.json(), "{}", fixture.path);
    }
}

#[test]
fn the_tag_may_stand_anywhere() {
    let first = message("tag-first");
    assert!(matches!(first, LettaMessage::Reasoning(_)));
    assert_eq!(first, message("tag-fourth"));
    assert_eq!(first, message("tag-last"));

    for fixture in fixtures::within("messages") {
        let expected = parse(&fixture.json());
        for position in [text::TagPosition::First, text::TagPosition::Last] {
            let moved = text::with_tags(&fixture.json(), position);
            let message: LettaMessage = serde_json::from_str(&moved)
                .unwrap_or_else(|error| panic!("{} {position:?}: {error}", fixture.path));
            assert_eq!(message, expected, "{} {position:?}", fixture.path);
        }
    }
}

#[test]
fn former_tags_are_read_as_todays_and_written_as_they_came() {
    let (old, new) = (message("former-summary"), message("summary"));
    assert!(matches!(old, LettaMessage::Summary(_)), "{old:?}");
    assert_eq!(old.tag(), Some("summary"));
    assert_eq!(write(&old)["message_type"], "summary");
    assert_eq!(write(&new)["message_type"], "summary_message");

    let (old, new) = (message("former-event"), message("event"));
    assert!(matches!(old, LettaMessage::Event(_)), "{old:?}");
    assert_eq!(old.tag(), Some("event"));
    assert_eq!(write(&old)["message_type"], "event");
    assert_eq!(write(&new)["message_type"], "event_message");
}

/// Also where the type stands by itself.
#[test]
fn former_tags_are_known_to_the_types_themselves() {
    let text = fixtures::text("messages/former-summary.json");
    let summary: SummaryMessage = serde_json::from_str(&text).expect("a summary is read");
    let written = serde_json::to_value(&summary).expect("is written");
    assert_eq!(written, fixtures::json("messages/former-summary.json"));
    assert_eq!(LettaMessage::from(summary), message("former-summary"));
}

#[test]
fn a_message_without_a_tag_is_told_by_its_fields_or_kept() {
    let decisive = [
        "reasoning",
        "hidden-reasoning",
        "tool-return",
        "summary",
        "event",
    ];
    for file in decisive {
        for tag in [None, Some(Value::Null)] {
            let whole = write(&message(file));
            let mut bare = whole.clone();
            bare.as_object_mut()
                .expect("an object")
                .remove("message_type");
            if let Some(tag) = tag {
                bare["message_type"] = tag;
            }
            let told = parse(&bare);
            assert_eq!(told, message(file));
            assert_eq!(write(&told), whole, "the tag is always written");
        }
    }

    // `content` alone is a system, user or assistant message; `tool_call` a call or a request; a
    // response requires nothing of its own.
    let undecided = [
        "system",
        "user",
        "assistant",
        "tool-call",
        "approval-request",
        "approval-response",
        "unknown-ping",
    ];
    for file in undecided {
        let mut bare = write(&message(file));
        bare.as_object_mut()
            .expect("an object")
            .remove("message_type");
        bare["reason"] = Value::Null;
        let kept = parse(&bare);
        assert!(matches!(kept, LettaMessage::Unknown(_)), "{file}: {kept:?}");
        assert_eq!(write(&kept), bare);
        assert_eq!(kept.tag(), None);
    }
}

#[test]
fn content_is_text_or_parts() {
    let LettaMessage::User(text) = message("user") else {
        panic!("not a user message");
    };
    assert_eq!(
        text.content,
        UserContent::Text("What is the weather in Oslo?".to_owned())
    );

    let LettaMessage::User(parts) = message("user-parts") else {
        panic!("not a user message");
    };
    let UserContent::Parts(parts) = parts.content else {
        panic!("not parts: {:?}", parts.content);
    };
    assert_eq!(parts.len(), 4);
    assert!(matches!(parts[0], UserContentPart::Text(_)));
    assert!(
        parts[1..]
            .iter()
            .all(|part| matches!(part, UserContentPart::Image(_))),
        "{parts:?}"
    );

    let LettaMessage::User(none) = message("user-no-parts") else {
        panic!("not a user message");
    };
    assert_eq!(none.content, UserContent::Parts(Vec::new()));

    let LettaMessage::Assistant(parts) = message("assistant-parts") else {
        panic!("not an assistant message");
    };
    assert!(matches!(parts.content, AssistantContent::Parts(parts) if parts.len() == 2));
}

#[test]
fn tool_calls_are_whole_or_deltas() {
    let LettaMessage::ToolCall(whole) = message("tool-call") else {
        panic!("not a tool call");
    };
    assert!(matches!(&whole.tool_call, ToolCallOrDelta::Call(call) if call.name == "get_weather"));
    assert!(
        matches!(&whole.tool_calls, Some(ToolCallsOrDelta::Calls(calls)) if calls.len() == 2),
        "{:?}",
        whole.tool_calls
    );

    let LettaMessage::ToolCall(delta) = message("tool-call-delta") else {
        panic!("not a tool call");
    };
    let ToolCallOrDelta::Delta(first) = &delta.tool_call else {
        panic!("not a delta: {:?}", delta.tool_call);
    };
    assert_eq!(first.name.as_deref(), Some("get_weather"));
    assert_eq!(first.arguments, None);
    let Some(ToolCallsOrDelta::Delta(second)) = &delta.tool_calls else {
        panic!("not a delta: {:?}", delta.tool_calls);
    };
    assert_eq!(second.name, None);
    assert_eq!(second.arguments.as_deref(), Some(r#"{"city": "Os"#));

    // All keys there: a call in `tool_call`; an object in `tool_calls` is a delta all the same.
    let LettaMessage::ToolCall(both) = message("tool-call-whole-delta") else {
        panic!("not a tool call");
    };
    assert!(matches!(both.tool_call, ToolCallOrDelta::Call(_)));
    assert!(matches!(both.tool_calls, Some(ToolCallsOrDelta::Delta(_))));
}

#[test]
fn a_null_in_a_delta_is_as_if_absent() {
    let mut json = fixtures::json("messages/tool-call-delta.json");
    let expected = json.clone();
    json["tool_call"]["arguments"] = Value::Null;
    json["tool_calls"]["name"] = Value::Null;
    assert_eq!(write(&parse(&json)), expected);
}

#[test]
fn tool_returns_are_text_or_parts() {
    let LettaMessage::ToolReturn(text) = message("tool-return") else {
        panic!("not a tool return");
    };
    assert_eq!(text.tool_return, "Oslo: 4 degrees, light rain");
    assert_eq!(text.status, ToolStatus::Success);
    let returns = text.tool_returns.as_deref().expect("there are returns");
    assert!(matches!(&returns[0].tool_return, ToolReturnValue::Text(_)));
    assert_eq!(returns[1].status, ToolStatus::Error);

    let LettaMessage::ToolReturn(parts) = message("tool-return-parts") else {
        panic!("not a tool return");
    };
    assert_eq!(
        parts.stdout.as_deref(),
        Some(&[][..]),
        "an empty list is kept"
    );
    let returns = parts.tool_returns.as_deref().expect("there are returns");
    let ToolReturnValue::Parts(parts) = &returns[0].tool_return else {
        panic!("not parts: {returns:?}");
    };
    assert!(matches!(
        parts[..],
        [
            ToolReturnContentPart::Text(_),
            ToolReturnContentPart::Image(_)
        ]
    ));
}

#[test]
fn approvals_are_of_two_kinds() {
    let LettaMessage::ApprovalResponse(response) = message("approval-response") else {
        panic!("not an approval response");
    };
    let approvals = response.approvals.as_deref().expect("there are approvals");
    assert!(matches!(
        approvals[..],
        [Approval::Approval(_), Approval::Tool(_)]
    ));

    // Without tags, `approve` and `status` tell.
    let mut bare = fixtures::json("messages/approval-response.json");
    for index in 0..2 {
        let approval = &mut bare["approvals"][index];
        approval.as_object_mut().expect("an object").remove("type");
    }
    assert_eq!(parse(&bare), message("approval-response"));
}

#[test]
fn documented_values_are_known() {
    let LettaMessage::Reasoning(reasoning) = message("reasoning") else {
        panic!("not reasoning");
    };
    assert_eq!(reasoning.source, Some(ReasoningSource::ReasonerModel));
    let LettaMessage::HiddenReasoning(hidden) = message("hidden-reasoning") else {
        panic!("not hidden reasoning");
    };
    assert_eq!(hidden.state, HiddenReasoningState::Redacted);
    let LettaMessage::Event(event) = message("event") else {
        panic!("not an event");
    };
    assert_eq!(event.event_type, EventType::Compaction);
    assert_eq!(event.event_data["ratio"], json!(0.300_000_000_000_000_04));
}

#[test]
fn escapes_and_characters_are_the_same() {
    assert_eq!(message("escapes"), message("escapes-ascii"));
    let LettaMessage::User(user) = message("escapes") else {
        panic!("not a user message");
    };
    let UserContent::Text(text) = user.content else {
        panic!("not text");
    };
    assert!(
        text.contains("👩\u{200d}💻") && text.contains('\u{10ffff}'),
        "{text}"
    );
}

#[test]
fn unknown_kinds_are_kept_whole() {
    for file in [
        "unknown-ping",
        "unknown-stop-reason",
        "unknown-usage-statistics",
        "unknown-other-shapes",
    ] {
        let message = message(file);
        let json = fixtures::json(&format!("messages/{file}.json"));
        assert!(
            matches!(message, LettaMessage::Unknown(_)),
            "{file}: {message:?}"
        );
        assert_eq!(message.tag(), json["message_type"].as_str());
        assert_eq!(write(&message), json);
    }

    // What all messages share is offered where it is of the usual type.
    let ping = message("unknown-ping");
    assert_eq!(
        ping.run_id().map(RunId::as_str),
        Some("run-e0ea2b58-26c6-48c6-ab06-ddd91dd812fb")
    );
    let other = message("unknown-other-shapes");
    assert_eq!(other.id().map(MessageId::as_str), None);
    assert_eq!(other.seq_id(), None);
}

/// The judge of the other tests must agree on which files hold something unknown.
#[test]
fn the_schema_tells_the_same_kinds_apart() {
    let schema = Schema::bundled();
    let body = Form::One.schema("LettaMessage");
    for fixture in fixtures::within("messages") {
        let expected = usize::from(fixture.path.contains("unknown"));
        assert_eq!(
            schema.unknowns(&body, &fixture.json()),
            expected,
            "{}",
            fixture.path
        );
        let went = fixture.round_trip();
        assert_eq!(text::unknowns(&went.debug), expected, "{}", fixture.path);
    }
}
