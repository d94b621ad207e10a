//! The changes that servers made in two years: what they sent before and what they send since is both
//! typed, and both kept. The last tests are the mistakes that other clients made of it.

use std::{collections::BTreeSet, fs, mem::discriminant};

use letta_types::{
    ApiError, AssistantContent, ErrorDetail, InternalMessage, LettaMessage, MessageContentPart,
    MessageListResult, MessageRole, ProviderTrace, Step, StopReasonType, Timestamp,
    ToolCallOrDelta, ToolCallsOrDelta, ToolReturnContentPart, ToolReturnMessage, ToolReturnValue,
    UserContent,
    json::{self, Tolerant},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use support::{
    Fixture, Schema,
    drift::{CHANGES, change},
    fixtures, text,
};

/// Reads what was sent before a change, and since.
fn read<T: DeserializeOwned>(name: &str) -> (T, T) {
    let read = |fixture: Fixture| {
        serde_json::from_str(&fixture.text)
            .unwrap_or_else(|error| panic!("{}: {error}", fixture.path))
    };
    let change = change(name);
    (read(change.before()), read(change.after()))
}

fn write<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).expect("a value is written")
}

#[test]
fn every_folder_is_a_change() {
    let folder = fixtures::folder().join("drift");
    let found: BTreeSet<String> = fs::read_dir(folder)
        .expect("the folder is readable")
        .map(|entry| entry.expect("an entry is readable").file_name())
        .map(|name| name.into_string().expect("names are UTF-8"))
        .collect();
    let listed = CHANGES
        .iter()
        .map(|change| change.name.to_owned())
        .collect();
    assert_eq!(found, listed);
}

#[test]
fn before_and_after_are_kept_and_differ() {
    let schema = Schema::bundled();
    for change in CHANGES {
        let (before, after) = (change.before(), change.after());
        assert_ne!(before.json(), after.json(), "{}", change.name);
        for fixture in [before, after] {
            let body = fixture.form.schema(fixture.type_name);
            let went = fixture.round_trip();
            let expected = schema.canonical(&body, &fixture.json());
            assert_eq!(went.written, expected, "{}", fixture.path);
            assert_eq!(text::unknowns(&went.debug), 0, "{}", fixture.path);
        }
    }
}

/// Nothing of it is kept as an undeclared field: the types have it all.
#[test]
fn before_and_after_are_declared() {
    let schema = Schema::bundled();
    for fixture in CHANGES
        .iter()
        .flat_map(|change| [change.before(), change.after()])
    {
        let body = fixture.form.schema(fixture.type_name);
        let undeclared = schema.undeclared(&body, &fixture.json());
        assert_eq!(undeclared, [""; 0], "{}", fixture.path);
    }
}

/// `summary` became `summary_message` in 0.16.5.
#[test]
fn the_tag_of_summaries_was_renamed() {
    let (before, after): (LettaMessage, LettaMessage) = read("summary-tag");
    assert_eq!(before.tag(), Some("summary"));
    assert_eq!(after.tag(), Some("summary_message"));
    let (LettaMessage::Summary(before), LettaMessage::Summary(after)) = (before, after) else {
        panic!("not summaries");
    };
    assert_eq!(before.summary, after.summary);
    assert_eq!(before.compaction_stats, after.compaction_stats);
}

/// `event` became `event_message` in 0.16.5.
#[test]
fn the_tag_of_events_was_renamed() {
    let (before, after): (LettaMessage, LettaMessage) = read("event-tag");
    assert_eq!(before.tag(), Some("event"));
    assert_eq!(after.tag(), Some("event_message"));
    let (LettaMessage::Event(before), LettaMessage::Event(after)) = (before, after) else {
        panic!("not events");
    };
    assert_eq!(before.event_type, after.event_type);
    assert_eq!(before.event_data, after.event_data);
}

/// `func_response` was text only before 0.16.4.
#[test]
fn stored_tools_may_return_parts() {
    let (before, after): (InternalMessage, InternalMessage) = read("func-response-parts");
    let response = |message: InternalMessage| {
        let mut returns = message.tool_returns.expect("there are returns");
        returns.remove(0).func_response
    };
    assert!(matches!(response(before), Some(ToolReturnValue::Text(_))));
    let Some(ToolReturnValue::Parts(parts)) = response(after) else {
        panic!("not parts");
    };
    assert!(matches!(
        &parts[..],
        [
            ToolReturnContentPart::Text(_),
            ToolReturnContentPart::Image(_)
        ]
    ));
}

fn tool_return(message: LettaMessage) -> ToolReturnMessage {
    match message {
        LettaMessage::ToolReturn(message) => message,
        other => panic!("not a tool's return: {other:?}"),
    }
}

#[test]
fn listed_tools_may_return_parts() {
    let (before, after): (LettaMessage, LettaMessage) = read("tool-return-parts");
    let returned = |message| {
        let mut returns = tool_return(message)
            .tool_returns
            .expect("there are returns");
        returns.remove(0).tool_return
    };
    assert!(matches!(returned(before), ToolReturnValue::Text(_)));
    assert!(matches!(returned(after), ToolReturnValue::Parts(parts) if parts.len() == 2));
}

#[test]
fn tool_returns_became_a_list() {
    let (before, after): (LettaMessage, LettaMessage) = read("tool-returns-list");
    let (before, after) = (tool_return(before), tool_return(after));
    assert_eq!(before.tool_returns, None);
    let returns = after.tool_returns.expect("there are returns");
    assert_eq!(returns.len(), 1);
    assert_eq!(returns[0].tool_call_id, before.tool_call_id);
    let text = ToolReturnValue::Text(before.tool_return);
    assert_eq!(returns[0].tool_return, text);
}

#[test]
fn tool_calls_became_a_list() {
    let (before, after): (LettaMessage, LettaMessage) = read("tool-calls-list");
    let (LettaMessage::ToolCall(before), LettaMessage::ToolCall(after)) = (before, after) else {
        panic!("not tool calls");
    };
    assert_eq!(before.tool_calls, None);
    let ToolCallOrDelta::Call(call) = before.tool_call else {
        panic!("not a whole call");
    };
    assert_eq!(after.tool_calls, Some(ToolCallsOrDelta::Calls(vec![call])));
}

#[test]
fn answers_to_requests_for_approval_became_a_list() {
    let (before, after): (LettaMessage, LettaMessage) = read("approvals-list");
    let (LettaMessage::ApprovalResponse(before), LettaMessage::ApprovalResponse(after)) =
        (before, after)
    else {
        panic!("not answers");
    };
    assert_eq!((before.approvals, before.approve), (None, Some(true)));
    assert_eq!(after.approvals.map(|approvals| approvals.len()), Some(1));
}

#[test]
fn what_users_say_became_parts() {
    let (before, after): (LettaMessage, LettaMessage) = read("user-content-parts");
    let (LettaMessage::User(before), LettaMessage::User(after)) = (before, after) else {
        panic!("not users' messages");
    };
    assert!(matches!(before.content, UserContent::Text(_)));
    assert!(matches!(after.content, UserContent::Parts(parts) if parts.len() == 2));
}

#[test]
fn what_agents_say_became_parts() {
    let (before, after): (LettaMessage, LettaMessage) = read("assistant-content-parts");
    let (LettaMessage::Assistant(before), LettaMessage::Assistant(after)) = (before, after) else {
        panic!("not agents' messages");
    };
    assert!(matches!(before.content, AssistantContent::Text(_)));
    assert!(matches!(after.content, AssistantContent::Parts(parts) if parts.len() == 2));
}

/// How many were there first is known, which they were isn't: the six are the oldest names.
#[test]
fn stop_reasons_grew_from_6_to_13() {
    let (before, after): (Vec<Step>, Vec<Step>) = read("stop-reasons");
    let reasons = |steps: Vec<Step>| -> Vec<StopReasonType> {
        let reasons = steps.into_iter().map(|step| step.stop_reason);
        reasons
            .map(|reason| reason.expect("there is a reason"))
            .collect()
    };
    let (before, after) = (reasons(before), reasons(after));
    assert_eq!((before.len(), after.len()), (6, 13));
    assert!(before.iter().all(|reason| after.contains(reason)));
    assert_eq!(after, StopReasonType::KNOWN);
}

#[test]
fn roles_grew_from_5_to_7() {
    let (before, after): (Vec<InternalMessage>, Vec<InternalMessage>) = read("roles");
    let roles = |messages: Vec<InternalMessage>| -> Vec<MessageRole> {
        messages.into_iter().map(|message| message.role).collect()
    };
    let (before, after) = (roles(before), roles(after));
    assert_eq!(before, MessageRole::KNOWN[..5]);
    assert_eq!(after, MessageRole::KNOWN);
    assert_eq!(after[5..], [MessageRole::Approval, MessageRole::Summary]);
}

#[test]
fn message_types_grew_from_7_to_11() {
    let (before, after): (Vec<LettaMessage>, Vec<LettaMessage>) = read("message-types");
    assert_eq!((before.len(), after.len()), (7, 11));
    assert_eq!(before[..], after[..7]);
    for (index, message) in after.iter().enumerate() {
        let others = after[..index].iter();
        let is_new = others
            .clone()
            .all(|other| discriminant(other) != discriminant(message));
        assert!(is_new, "each is a variant of its own: {message:?}");
    }
}

#[test]
fn content_parts_grew_from_1_to_8() {
    let (before, after): (InternalMessage, InternalMessage) = read("content-parts");
    let parts = |message: InternalMessage| message.content.expect("there is content");
    let (before, after) = (parts(before), parts(after));
    assert!(matches!(&before[..], [MessageContentPart::Text(_)]));
    assert!(matches!(
        &after[..],
        [
            MessageContentPart::Text(_),
            MessageContentPart::Image(_),
            MessageContentPart::ToolCall(_),
            MessageContentPart::ToolReturn(_),
            MessageContentPart::Reasoning(_),
            MessageContentPart::RedactedReasoning(_),
            MessageContentPart::OmittedReasoning(_),
            MessageContentPart::SummarizedReasoning(_),
        ]
    ));
}

/// Server 0.15.1 has none of the fields for cached tokens.
#[test]
fn steps_gained_fields() {
    let (before, after): (Step, Step) = read("step-fields");
    assert_eq!(before.cached_input_tokens, None);
    assert_eq!(before.model_handle, None);
    assert_eq!(after.cached_input_tokens, Some(256));
    assert_eq!(
        after.model_handle.as_deref(),
        Some("openai-proxy/gpt-4o-mini")
    );
    let details = after.prompt_tokens_details.expect("there are details");
    assert_eq!(details["cache_read_tokens"], 256);
}

/// Older servers leave out what newer ones send as `null`; `[]` is a value, and stays one.
#[test]
fn fields_left_out_became_null() {
    let (before, mut after): (Step, Step) = read("fields-left-out");
    assert_eq!((&before.tags, &before.messages), (&None, &None));
    assert_eq!(after.tags.take(), Some(Vec::new()));
    assert_eq!(after.messages.take(), Some(Vec::new()));
    assert_eq!(before, after);
    assert_eq!(write(&after), change("fields-left-out").before().json());
}

#[test]
fn traces_gained_fields() {
    let (before, after): (ProviderTrace, ProviderTrace) = read("trace-fields");
    assert_eq!((before.call_type, before.llm_config), (None, None));
    assert_eq!(after.call_type.as_deref(), Some("agent_step"));
    let config = after.llm_config.expect("there is a configuration");
    assert_eq!(config["max_reasoning_tokens"], 2048);
    assert_eq!(config["display_name"], Value::Null, "kept in open maps");
}

#[test]
fn instants_gained_an_offset() {
    let (before, after): (InternalMessage, InternalMessage) = read("naive-datetimes");
    let instant = |message: InternalMessage| message.created_at;
    assert_eq!(
        instant(before),
        Some(Timestamp::new("2026-11-21T09:53:42.010841"))
    );
    assert_eq!(
        instant(after),
        Some(Timestamp::new("2026-11-21T09:53:42.010841Z"))
    );
}

/// Server 0.15.1 returned listed messages where results are documented.
#[test]
fn search_results_became_a_shape_of_their_own() {
    let (before, after): (Vec<MessageListResult>, Vec<MessageListResult>) = read("search-results");
    assert_eq!((before.len(), after.len()), (3, 4));
    for result in &before {
        assert!(
            matches!(result, MessageListResult::Message(_)),
            "{result:?}"
        );
        assert!(result.id().is_some());
        assert_eq!(result.message_id(), None);
    }
    for result in &after {
        assert!(
            !matches!(result, MessageListResult::Message(_)),
            "{result:?}"
        );
        assert!(result.id().is_some());
        assert_eq!(result.id(), result.message_id());
    }
}

#[test]
fn errors_gained_a_trace() {
    let (before, after): (ApiError, ApiError) = read("error-trace-id");
    assert_eq!(before.trace_id, None);
    assert!(after.trace_id.is_some());
    for error in [before, after] {
        assert!(
            matches!(error.detail, Some(ErrorDetail::Text(_))),
            "{error:?}"
        );
    }
}

/// A list of issues is documented. Servers send it as text now, sometimes with `examples`.
#[test]
fn failed_validations_became_text() {
    let (before, after): (ApiError, ApiError) = read("error-validation");
    assert!(matches!(before.detail, Some(ErrorDetail::Issues(issues)) if issues.len() == 1));
    assert!(matches!(after.detail, Some(ErrorDetail::Text(_))));
    assert_eq!(after.examples.map(|examples| examples.len()), Some(1));
}

#[test]
fn failures_of_the_model_left_detail() {
    let (before, after): (ApiError, ApiError) = read("error-of-model");
    assert!(before.detail.is_some() && before.error.is_none());
    assert!(after.detail.is_none() && after.error.is_some());
}

fn all_kinds() -> Vec<Value> {
    let json = change("message-types").after().json();
    json.as_array().expect("a list of messages").clone()
}

/// The Python SDK: an unknown tag decodes as `SystemMessage`, and so does a known one with a field
/// missing. A Kotlin client turns unknown messages into user messages.
#[test]
fn no_message_is_taken_for_another() {
    for whole in all_kinds() {
        let mut unknown = whole.clone();
        unknown["message_type"] = "mood_message".into();
        let read: LettaMessage = serde_json::from_value(unknown.clone()).expect("it is kept");
        assert!(matches!(read, LettaMessage::Unknown(_)), "{read:?}");
        assert_eq!(write(&read), unknown);

        let mut bare = whole;
        bare.as_object_mut().expect("an object").remove("id");
        let error = serde_json::from_value::<LettaMessage>(bare).expect_err("the id is missing");
        assert!(
            error.to_string().starts_with("missing field `id` in "),
            "{error}"
        );
    }
}

/// The C# client turns an unknown value into the first member.
#[test]
fn no_value_is_taken_for_the_first() {
    let step: Step =
        serde_json::from_value(json!({ "id": "step-1", "stop_reason": "solar_flare" }))
            .expect("it is kept");
    assert_eq!(
        step.stop_reason,
        Some(StopReasonType::Unknown("solar_flare".to_owned()))
    );
    assert_ne!(step.stop_reason.as_ref(), StopReasonType::KNOWN.first());
}

/// The Rust crate `letta` 0.1.2 refuses the documents' examples for their ids, and a whole list for one
/// unknown tag. Others drop what they don't know (letta-ai/letta-agent-sdk#38, #76) or crash on it
/// (letta-ai/vercel-ai-sdk-provider#30).
#[test]
fn a_new_kind_neither_fails_a_list_nor_leaves_it() {
    let mut list = all_kinds();
    list.insert(
        4,
        json!({ "message_type": "mood_message", "id": "id", "valence": 0.7 }),
    );
    list.insert(8, json!({ "message_type": null, "id": null }));
    let read: Vec<LettaMessage> = serde_json::from_value(list.clone().into()).expect("all is read");
    assert_eq!(read.len(), list.len());
    assert_eq!(write(&read), Value::from(list));
}

/// A published schema once mapped `tool_return` to `ToolCallContent`.
#[test]
fn a_tool_return_is_no_tool_call() {
    let part: MessageContentPart =
        serde_json::from_value(fixtures::json("content/tool-return.json")).expect("it is read");
    assert!(
        matches!(part, MessageContentPart::ToolReturn(_)),
        "{part:?}"
    );
}

/// letta-ai/letta#2727: one bad stored message, and the list could no longer be read.
#[test]
fn one_bad_message_leaves_the_others_readable() {
    let mut list = all_kinds();
    list[3]["date"] = json!(5);
    let text = Value::from(list.clone()).to_string();
    let error = json::from_str::<Vec<LettaMessage>>(&text).expect_err("5 is no instant");
    assert_eq!(error.pointer(), "/3/date");

    let read: Vec<Tolerant<LettaMessage>> = json::from_str(&text).expect("the others are read");
    let bad: Vec<usize> = (0..read.len())
        .filter(|at| read[*at].error().is_some())
        .collect();
    assert_eq!(bad, [3]);
    assert_eq!(write(&read), Value::from(list));
}
