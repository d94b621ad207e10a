//! What a program does with the types, written as a program would.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    mem,
};

use letta_types::{
    Approval, ApprovalRequestMessage, ApprovalResponseMessage, ApprovalReturn, AssistantContent,
    AssistantMessage, AssistantMessageListResult, Base64Image, CompactionStats, EventMessage,
    EventType, Extra, HiddenReasoningMessage, HiddenReasoningState, ImageContent, InternalMessage,
    InternalToolReturn, LettaMessage, ListSteps, MessageContentPart, MessageId, MessageListResult,
    MessageRole, MessageSearchRequest, MessageSearchResult, MessageType, ReasoningContent,
    ReasoningMessage, ReasoningMessageListResult, ReasoningSource, Step, StopReasonType,
    SummarizedReasoningContent, SummarizedReasoningContentPart, SummaryMessage, SystemMessage,
    SystemMessageListResult, TextContent, Timestamp, ToolCall, ToolCallContent, ToolCallDelta,
    ToolCallMessage, ToolCallOrDelta, ToolCallsOrDelta, ToolReturn, ToolReturnMessage,
    ToolReturnValue, ToolStatus, TraceId, UserContent, UserMessage, UserMessageListResult,
};
use serde_json::{Map, Value, json};
use support::{Schema, fixtures, recorded::Recordings, schema::arms};

const DATE: &str = "2026-11-21T09:23:20+00:00";

fn picture() -> ImageContent {
    ImageContent::new(Base64Image::new("image/png", "iVBORw0KGgo="))
}

fn call() -> ToolCall {
    ToolCall::new("call_1", "get_weather", r#"{"city": "Oslo"}"#)
}

/// One message of each kind, as a program makes it.
fn all_kinds() -> Vec<LettaMessage> {
    vec![
        SystemMessage::new("message-1", DATE, "Be kind.").into(),
        UserMessage::new("message-2", DATE, "Hello")
            .with_name("ada")
            .into(),
        ReasoningMessage::new("message-3", DATE, "A greeting.")
            .with_source(ReasoningSource::ReasonerModel)
            .into(),
        HiddenReasoningMessage::new("message-4", DATE, HiddenReasoningState::Redacted)
            .with_hidden_reasoning("gAAAA")
            .into(),
        ToolCallMessage::new("message-5", DATE, call())
            .with_tool_calls(vec![call()])
            .into(),
        ToolReturnMessage::new("message-6", DATE, "call_1", ToolStatus::Success, "18 °C")
            .with_tool_returns(vec![ToolReturn::new(
                "call_1",
                ToolStatus::Success,
                "18 °C",
            )])
            .into(),
        AssistantMessage::new("message-7", DATE, "It is 18 °C in Oslo.")
            .with_step_id("step-1")
            .with_seq_id(7)
            .into(),
        ApprovalRequestMessage::new("message-8", DATE, call()).into(),
        ApprovalResponseMessage::new("message-9", DATE)
            .with_approvals(vec![
                ApprovalReturn::new("call_1", false)
                    .with_reason("Not today.")
                    .into(),
                ToolReturn::new("call_2", "success", "done").into(),
            ])
            .into(),
        SummaryMessage::new("message-10", DATE, "They talked about the weather.")
            .with_compaction_stats(CompactionStats::new("post_step_context_check", 8192, 40, 4))
            .into(),
        EventMessage::new(
            "message-11",
            DATE,
            EventType::Compaction,
            serde_json::Map::new(),
        )
        .into(),
    ]
}

#[test]
fn the_kind_of_a_message_is_told_whatever_its_spelling() {
    let schema = Schema::bundled();
    let mut kinds = Vec::new();
    for arm in arms(schema.definition("LettaMessage")) {
        let (name, _) = schema.resolve(arm);
        let mut body = schema.fullest(name.expect("a name"));
        let tags = schema.tags(arm);
        for tag in &tags {
            body["message_type"] = (*tag).into();
            let message: LettaMessage = serde_json::from_value(body.clone()).expect("is read");
            let kind = message.message_type().expect("a kind");
            // Today's spelling is the first.
            assert_eq!((kind.as_str(), message.tag()), (tags[0], Some(*tag)));
            kinds.push(kind);
        }
    }
    kinds.dedup();
    kinds.sort();
    let mut known = MessageType::KNOWN.to_vec();
    known.sort();
    assert_eq!(kinds, known);

    let new = MessageType::Unknown("mood_message".to_owned());
    assert_eq!(unknown().message_type(), Some(new));
    let bare: LettaMessage = serde_json::from_value(json!({ "id": "message-1" })).expect("is read");
    assert_eq!(bare.message_type(), None);
}

#[test]
fn a_whole_call_is_a_portion_of_itself() {
    let mut call = call();
    call.extra_mut().insert("index", 0);
    let delta = ToolCallDelta::from(call.clone());
    assert_eq!(
        serde_json::to_value(&delta).expect("is written"),
        serde_json::to_value(&call).expect("is written"),
    );
}

/// As recorded: the first portion has no arguments, and each has name and identifier.
#[test]
fn the_portions_of_a_recorded_stream_are_a_call() {
    let stream = fixtures::text("recorded/sse/04-anthropic-tokens.sse");
    let mut joined = ToolCallDelta::new();
    let mut count = 0;
    for line in stream
        .lines()
        .filter_map(|line| line.strip_prefix("data: "))
    {
        let event: Value = serde_json::from_str(line).unwrap_or_default();
        if event["message_type"] != "tool_call_message" {
            continue;
        }
        let message: LettaMessage = serde_json::from_str(line).expect("a message");
        joined.append(message.tool_call_delta().expect("a portion").clone());
        count += 1;
    }
    assert_eq!(count, 5);
    let call = ToolCall::try_from(joined).expect("all of it is there");
    assert_eq!(call.name, "get_weather");
    let arguments: Value = call.parse_arguments().expect("they are whole");
    assert_eq!(arguments, json!({"city": "Tromsø", "units": "imperial"}));
}

#[test]
fn portions_are_joined_field_by_field() {
    let read =
        |value: Value| -> ToolCallDelta { serde_json::from_value(value).expect("a portion") };
    let mut joined = ToolCallDelta::new();
    for portion in [
        json!({"index": 0}),
        json!({"name": "roll"}),
        json!({"arguments": "{\"sides\"", "index": 1}),
        json!({"tool_call_id": "call_1", "arguments": ": 6}", "late": null}),
    ] {
        assert_eq!(ToolCall::try_from(joined.clone()), Err(joined.clone()));
        joined.append(read(portion));
    }
    let call = ToolCall::try_from(joined).expect("all of it is there");
    let expected = json!({
        "name": "roll", "arguments": "{\"sides\": 6}", "tool_call_id": "call_1", "index": 1, "late": null,
    });
    assert_eq!(serde_json::to_value(call).expect("is written"), expected);
}

fn unknown() -> LettaMessage {
    serde_json::from_value(json!({
        "message_type": "mood_message", "id": "message-12", "content": "Glad.", "tool_calls": [],
    }))
    .expect("any kind is read")
}

/// What a program would print; a match over all variants, without `ref`, `&` or `Box`.
fn describe(message: &LettaMessage) -> String {
    match message {
        LettaMessage::System(system) => format!("system: {}", system.content),
        LettaMessage::User(UserMessage {
            content: UserContent::Text(text),
            name: Some(name),
            ..
        }) => format!("{name}: {text}"),
        LettaMessage::User(user) => format!("user: {}", user.text().unwrap_or_default()),
        LettaMessage::Reasoning(thought) => format!("thought: {}", thought.reasoning),
        LettaMessage::HiddenReasoning(hidden) => format!("hidden: {}", hidden.state),
        LettaMessage::ToolCall(calling) => format!("{} calls", calling.tool_calls().len()),
        LettaMessage::ToolReturn(returned) => {
            format!("{}: {}", returned.status, returned.tool_return)
        }
        LettaMessage::Assistant(assistant) => match &assistant.content {
            AssistantContent::Text(text) => format!("agent: {text}"),
            AssistantContent::Parts(parts) => format!("agent: {} parts", parts.len()),
        },
        LettaMessage::ApprovalRequest(request) => {
            format!("approve {}?", request.tool_calls()[0].name)
        }
        LettaMessage::ApprovalResponse(response) => {
            let answers = response
                .approvals
                .iter()
                .flatten()
                .map(|answer| match answer {
                    Approval::Approval(decision) if decision.approve => "yes",
                    Approval::Approval(decision) => decision.reason.as_deref().unwrap_or("no"),
                    Approval::Tool(returned) => returned.status.as_str(),
                    _ => "?",
                });
            answers.collect::<Vec<_>>().join(", ")
        }
        LettaMessage::Summary(summary) => format!("summary: {}", summary.summary),
        LettaMessage::Event(event) => format!("event: {}", event.event_type),
        LettaMessage::Unknown(unknown) => {
            format!(
                "{:?}: {:?}",
                unknown.message_type,
                unknown.extra().get("content")
            )
        }
        other => format!("{:?}", other.tag()),
    }
}

#[test]
fn each_kind_is_made_and_matched() {
    let mut messages = all_kinds();
    messages.push(unknown());
    let described: Vec<String> = messages.iter().map(describe).collect();
    assert_eq!(
        described,
        [
            "system: Be kind.",
            "ada: Hello",
            "thought: A greeting.",
            "hidden: redacted",
            "1 calls",
            "success: 18 °C",
            "agent: It is 18 °C in Oslo.",
            "approve get_weather?",
            "Not today., success",
            "summary: They talked about the weather.",
            "event: compaction",
            "Some(\"mood_message\"): Some(String(\"Glad.\"))",
        ]
    );
    let kinds: BTreeSet<_> = messages.iter().filter_map(LettaMessage::tag).collect();
    assert_eq!(kinds.len(), 12);
    for (index, message) in messages.iter().enumerate() {
        let id = format!("message-{}", index + 1);
        assert_eq!(message.id().map(MessageId::as_str), Some(&*id));
    }

    let text = serde_json::to_string(&messages).expect("messages are written");
    let read: Vec<LettaMessage> = serde_json::from_str(&text).expect("and read");
    assert_eq!(read, messages);
}

/// Identifiers are keys of maps, looked up by text; messages are taken apart by value.
#[test]
fn messages_are_moved_and_looked_up() {
    let by_id: HashMap<_, _> = all_kinds()
        .into_iter()
        .filter_map(|message| Some((message.id()?.clone(), message)))
        .collect();
    assert!(
        by_id["message-7"]
            .step_id()
            .is_some_and(|id| *id == "step-1")
    );

    let said: Vec<String> = by_id
        .into_values()
        .filter_map(|message| match message {
            LettaMessage::Assistant(AssistantMessage {
                content: AssistantContent::Text(text),
                ..
            }) => Some(text),
            _ => None,
        })
        .collect();
    assert_eq!(said, ["It is 18 °C in Oslo."]);
}

#[test]
fn text_is_that_of_what_was_said() {
    let texts: Vec<_> = all_kinds()
        .iter()
        .chain([&unknown()])
        .map(|message| message.text().map(Cow::into_owned))
        .collect();
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        texts,
        [
            said("Be kind."),
            said("Hello"),
            None,
            None,
            None,
            None,
            said("It is 18 °C in Oslo."),
            None,
            None,
            said("They talked about the weather."),
            None,
            None,
        ]
    );
    let thoughts: Vec<_> = all_kinds()
        .iter()
        .filter_map(|message| message.reasoning().map(str::to_owned))
        .collect();
    assert_eq!(thoughts, ["A greeting."]);
}

/// The separator is the server's: what it made one text of is in a recorded body.
#[test]
fn parts_are_joined_by_line_feeds() {
    let text = |parts: Vec<_>| UserContent::from(parts).text().map(Cow::into_owned);
    let part = |text: &str| TextContent::new(text).into();
    let said = |text: &str| Some(text.to_owned());

    assert_eq!(text(vec![]), None);
    assert_eq!(text(vec![picture().into()]), None);
    assert_eq!(text(vec![part("")]), said(""));
    assert_eq!(text(vec![part("one")]), said("one"));
    assert_eq!(
        text(vec![
            part("one"),
            picture().into(),
            part("two"),
            part("three")
        ]),
        said("one\ntwo\nthree")
    );
    // Empty parts add no line.
    assert_eq!(text(vec![part(""), part("one"), part("")]), said("one"));
    assert_eq!(
        text(vec![part("one"), part(""), part("two")]),
        said("one\ntwo")
    );
    // White space of the parts is theirs.
    assert_eq!(text(vec![part("one\n"), part(" two")]), said("one\n\n two"));

    let unknown: UserContent = serde_json::from_value(json!([
        { "type": "text", "text": "one" },
        { "type": "smell", "text": "of roses" },
        { "type": "text", "text": "two" },
    ]))
    .expect("unknown parts are read");
    assert_eq!(unknown.text().as_deref(), Some("one\ntwo"));
}

#[test]
fn one_text_is_borrowed() {
    let plain = UserContent::from("one");
    let part = UserContent::from(vec![picture().into(), TextContent::new("one").into()]);
    let parts = UserContent::from(vec![
        TextContent::new("one").into(),
        TextContent::new("").into(),
    ]);
    for content in [plain, part, parts] {
        assert!(matches!(content.text(), Some(Cow::Borrowed("one"))));
    }
}

#[test]
fn stored_messages_have_text_and_reasoning() {
    let content: Vec<MessageContentPart> = vec![
        ReasoningContent::new("Think.", true).into(),
        SummarizedReasoningContent::new(
            "rs_1",
            vec![
                SummarizedReasoningContentPart::new(0, "First."),
                SummarizedReasoningContentPart::new(1, "Then."),
            ],
        )
        .into(),
        TextContent::new("Hello").into(),
        ToolCallContent::new("call_1", "wave", serde_json::Map::new()).into(),
        TextContent::new("there").into(),
    ];
    let stored = InternalMessage::new("message-1", MessageRole::Assistant).with_content(content);
    assert_eq!(stored.text().as_deref(), Some("Hello\nthere"));
    assert_eq!(stored.reasoning().as_deref(), Some("Think.\nFirst.\nThen."));
    assert!(stored.tool_calls().is_empty());

    let found = MessageSearchResult::new(stored, "{}", 0.5);
    assert_eq!(found.text().as_deref(), Some("Hello\nthere"));
    assert_eq!(*found.id(), "message-1");

    let empty = InternalMessage::new("message-2", "tool");
    assert_eq!((empty.text(), empty.reasoning()), (None, None));
}

#[test]
fn search_results_are_asked_without_matching() {
    let results: Vec<MessageListResult> = vec![
        SystemMessageListResult::new("message-1", DATE, "Be kind.").into(),
        UserMessageListResult::new("message-2", DATE, "Hello").into(),
        ReasoningMessageListResult::new("message-3", DATE, "A greeting.").into(),
        AssistantMessageListResult::new("message-4", DATE, "Hi").into(),
        // What server 0.15.1 sent in their place.
        LettaMessage::from(AssistantMessage::new("message-5", DATE, "Hi there")).into(),
        LettaMessage::from(ReasoningMessage::new("message-6", DATE, "Again.")).into(),
    ];
    let asked: Vec<_> = results
        .iter()
        .map(|result| {
            let text = result.text().or(result.reasoning().map(Cow::Borrowed));
            assert_eq!(result.date().map(Timestamp::as_str), Some(DATE));
            (
                result.id().expect("an id").as_str(),
                text.unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        asked,
        [
            ("message-1", "Be kind.".into()),
            ("message-2", "Hello".into()),
            ("message-3", "A greeting.".into()),
            ("message-4", "Hi".into()),
            ("message-5", "Hi there".into()),
            ("message-6", "Again.".into()),
        ]
    );
    let text = serde_json::to_string(&results).expect("results are written");
    let read: Vec<MessageListResult> = serde_json::from_str(&text).expect("and read");
    assert_eq!(read, results);
    match &read[4] {
        MessageListResult::Message(message) => {
            assert_eq!(message.text().as_deref(), Some("Hi there"));
        }
        other => panic!("{other:?}"),
    }
    for result in results {
        match LettaMessage::try_from(result.clone()) {
            Ok(message) => assert_eq!(MessageListResult::from(message), result),
            Err(back) => {
                assert!(!matches!(back, MessageListResult::Message(_)));
                assert_eq!(back, result);
            }
        }
    }
}

/// What the two fields hold, and what comes of them.
type Case = (
    ToolCallOrDelta,
    Option<ToolCallsOrDelta>,
    Vec<ToolCall>,
    Option<ToolCallDelta>,
);

/// Whichever field carries the calls; each once, and none that is a portion.
#[test]
fn tool_calls_are_one_slice() {
    let other = ToolCall::new("call_2", "get_tides", "{}");
    let portion = || ToolCallDelta::new().with_arguments("{\"ci");
    // A portion with all fields, which alone can't be told from a call.
    let whole = ToolCallDelta::new()
        .with_arguments("{\"ci")
        .with_name("get_weather")
        .with_tool_call_id("call_1");
    let looks_whole = ToolCall::new("call_1", "get_weather", "{\"ci");

    let cases: Vec<Case> = vec![
        (call().into(), None, vec![call()], None),
        (call().into(), Some(vec![].into()), vec![call()], None),
        (call().into(), Some(vec![call()].into()), vec![call()], None),
        (
            call().into(),
            Some(vec![call(), other.clone()].into()),
            vec![call(), other.clone()],
            None,
        ),
        (portion().into(), None, vec![], Some(portion())),
        (
            portion().into(),
            Some(portion().into()),
            vec![],
            Some(portion()),
        ),
        (
            looks_whole.into(),
            Some(whole.clone().into()),
            vec![],
            Some(whole),
        ),
        (
            portion().into(),
            Some(vec![call()].into()),
            vec![call()],
            None,
        ),
    ];
    for (one, all, calls, delta) in cases {
        let mut calling = ToolCallMessage::new("message-1", DATE, one.clone());
        calling.tool_calls = all.clone();
        let mut request = ApprovalRequestMessage::new("message-1", DATE, one);
        request.tool_calls = all;
        for message in [LettaMessage::from(calling), request.into()] {
            assert_eq!(message.tool_calls(), calls, "{message:?}");
            assert_eq!(message.tool_call_delta(), delta.as_ref(), "{message:?}");
        }
    }
    for message in all_kinds() {
        let expected = matches!(
            message,
            LettaMessage::ToolCall(_) | LettaMessage::ApprovalRequest(_)
        );
        assert_eq!(message.tool_calls().len(), usize::from(expected));
    }
}

#[test]
fn tool_returns_are_one_list() {
    let whole = ToolReturn::new("call_1", "error", "no city").with_stderr(["oops"]);
    let bare = ToolReturnMessage::new("message-1", DATE, "call_1", "error", "no city")
        .with_stderr(["oops"]);
    assert_eq!(*bare.tool_returns(), vec![whole.clone()]);

    let parts = ToolReturnValue::Parts(vec![
        TextContent::new("a shot").into(),
        picture().into(),
        TextContent::new("of Oslo").into(),
    ]);
    let rich = ToolReturn::new("call_1", "success", parts);
    assert_eq!(rich.text().as_deref(), Some("a shot\nof Oslo"));
    let list = vec![rich, whole];
    let full = bare.clone().with_tool_returns(list.clone());
    assert!(matches!(full.tool_returns(), Cow::Borrowed(returns) if returns == list));

    let message: LettaMessage = full.into();
    assert_eq!(message.tool_returns().len(), 2);
    assert!(
        LettaMessage::from(bare.with_tool_returns(vec![]))
            .tool_returns()
            .len()
            == 1
    );
    assert!(all_kinds()[0].tool_returns().is_empty());

    let stored = InternalToolReturn::new("success");
    assert_eq!(stored.text(), None);
    assert_eq!(
        stored.with_func_response("18 °C").text().as_deref(),
        Some("18 °C")
    );
}

#[test]
fn lists_of_texts_are_set_by_any_texts() {
    let owned = vec!["good".to_owned(), "new".to_owned()];
    let step = Step::new("step-1").with_tags(["good", "new"]);
    assert_eq!(step.tags.as_ref(), Some(&owned));
    assert_eq!(step, Step::new("step-1").with_tags(owned.clone()));
    assert_eq!(step, Step::new("step-1").with_tags(&owned));
    let split = Step::new("step-1").with_tags("good new".split(' '));
    assert_eq!(step, split);

    let list = ListSteps::new().with_trace_ids(["trace-1"]);
    assert_eq!(list.trace_ids, Some(vec![TraceId::from("trace-1")]));
    let search = MessageSearchRequest::new().with_roles(["tool", "critic"]);
    let critic = MessageRole::Unknown("critic".to_owned());
    assert_eq!(search.roles, Some(vec![MessageRole::Tool, critic]));
}

fn recorded_messages() -> Vec<Value> {
    let mut messages = Vec::new();
    for fixture in Recordings::kept().all().flat_map(|body| body.values) {
        match fixture.json() {
            Value::Array(list) if fixture.type_name == "LettaMessage" => messages.extend(list),
            one if fixture.type_name == "LettaMessage" => messages.push(one),
            _ => {}
        }
    }
    messages
}

/// In every recorded body: the calls are those that stand in it, each once, and the texts are what the body says.
#[test]
fn recorded_messages_say_the_same() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for value in recorded_messages() {
        let message: LettaMessage = serde_json::from_value(value.clone()).expect("a message");

        let listed =
            |key: &str| -> Vec<Value> { value[key].as_array().cloned().unwrap_or_default() };
        let mut expected = listed("tool_calls");
        if expected.is_empty() && !value["tool_calls"].is_object() && value["tool_call"].is_object()
        {
            expected.push(value["tool_call"].clone());
        }
        let written = serde_json::to_value(message.tool_calls()).expect("calls are written");
        assert_eq!(written, Value::from(expected), "{value}");
        let delta = value["tool_calls"].is_object();
        assert_eq!(message.tool_call_delta().is_some(), delta, "{value}");
        for call in message.tool_calls() {
            *seen.entry("calls").or_default() += 1;
            // The models' arguments are objects, and their text stays as it came.
            let arguments: serde_json::Map<String, Value> =
                call.parse_arguments().expect("arguments are an object");
            assert_eq!(
                serde_json::from_str::<Value>(&call.arguments).expect("JSON"),
                Value::Object(arguments)
            );
        }
        *seen.entry("deltas").or_default() += usize::from(delta);

        if let LettaMessage::ToolReturn(returned) = &message {
            *seen.entry("returns").or_default() += 1;
            let first = &returned.tool_returns()[0];
            assert_eq!(first.tool_call_id, returned.tool_call_id);
            // The server's own text of it, which also names the pictures.
            let text = first.text().unwrap_or_default();
            let text = match &first.tool_return {
                ToolReturnValue::Parts(_) => format!("{text} [Image omitted]"),
                ToolReturnValue::Text(_) => text.into_owned(),
            };
            assert_eq!(text, returned.tool_return);
        }
        let said = match message.tag() {
            Some("system_message" | "user_message" | "assistant_message") => &value["content"],
            Some("summary_message") => &value["summary"],
            _ => &Value::Null,
        };
        match said {
            Value::String(text) => assert_eq!(message.text().as_deref(), Some(text.as_str())),
            Value::Array(parts) => {
                *seen.entry("parts").or_default() += 1;
                let texts: Vec<&str> = parts
                    .iter()
                    .filter_map(|part| part["text"].as_str())
                    .collect();
                let joined = (!texts.is_empty()).then(|| texts.join("\n"));
                assert_eq!(message.text().map(Cow::into_owned), joined);
            }
            _ => assert_eq!(message.text(), None),
        }
    }
    println!("{seen:?}");
    for (what, least) in [("calls", 20), ("deltas", 4), ("returns", 10)] {
        assert!(seen[what] >= least, "{what}: {}", seen[what]);
    }
}

#[test]
fn fixtures_have_text_and_calls() {
    let read = |file: &str| -> LettaMessage {
        serde_json::from_str(&fixtures::text(&format!("messages/{file}.json"))).expect(file)
    };
    assert_eq!(read("tool-call").tool_calls().len(), 2);
    for delta in [
        "tool-call-delta",
        "tool-call-empty-delta",
        "tool-call-whole-delta",
    ] {
        assert_eq!(read(delta).tool_calls(), [], "{delta}");
        assert!(read(delta).tool_call_delta().is_some(), "{delta}");
    }
    for said in [
        "user",
        "user-parts",
        "assistant",
        "assistant-parts",
        "system",
        "summary",
    ] {
        assert!(
            read(said).text().is_some_and(|text| !text.is_empty()),
            "{said}"
        );
    }
    assert_eq!(read("user-no-parts").text(), None);
}

#[test]
fn undeclared_fields_are_changed_and_taken() {
    let mut step = Step::new("step-1");
    step.extra_mut().insert("boost", json!({"recent": 2}));
    assert_eq!(step.extra_mut().get_mut("mood"), None);
    if let Some(boost) = step.extra_mut().get_mut("boost") {
        boost["recent"] = json!(3);
    }
    let text = serde_json::to_string(&step).expect("a step is written");
    assert_eq!(text, r#"{"id":"step-1","boost":{"recent":3}}"#);
    let fields = Map::from(mem::take(step.extra_mut()));
    assert_eq!(Value::Object(fields), json!({"boost": {"recent": 3}}));
    assert!(step.extra().is_empty());
}

#[test]
fn undeclared_fields_are_a_collection() {
    let json = r#"{"boost":{"recent":2},"mood":null}"#;
    let extra: Extra = serde_json::from_str(json).expect("an object is read");
    assert_eq!(serde_json::to_string(&extra).expect("is written"), json);
    assert_eq!(extra.keys().collect::<Vec<_>>(), ["boost", "mood"]);
    assert_eq!(extra.iter().len(), 2);

    let mut copied = Extra::new();
    for (key, value) in &extra {
        copied.insert(key, value.clone());
    }
    assert_eq!(copied, extra);
    let mut step = Step::new("step-1");
    step.extra_mut().extend(extra);
    assert_eq!(*step.extra(), copied);
    step.extra_mut().extend([("mood", "glad")]);
    let moods: Vec<Value> = step
        .extra()
        .clone()
        .into_iter()
        .map(|(_, value)| value)
        .collect();
    assert_eq!(moods, [json!({"recent": 2}), json!("glad")]);
    assert!(step.extra().values().eq(&moods));

    for (_, value) in step.extra_mut() {
        *value = Value::Null;
    }
    assert_eq!(step.extra_mut().iter_mut().len(), 2);
    assert!(step.extra().values().all(Value::is_null));
    step.extra_mut().retain(|key, _| key == "mood");
    assert_eq!(step.extra().keys().collect::<Vec<_>>(), ["mood"]);
    step.extra_mut().retain(|_, _| false);
    assert_eq!(step, Step::new("step-1"));
    let mut step = step.with_extra("mood", "glad").with_extra("boost", 2);
    let written = serde_json::to_value(&step).expect("is written");
    assert_eq!(written, json!({"id": "step-1", "boost": 2, "mood": "glad"}));
    step.extra_mut().clear();
    assert_eq!(step, Step::new("step-1"));

    assert_eq!((&Extra::new()).into_iter().len(), 0);
    assert_eq!(
        serde_json::to_string(&Extra::new()).expect("is written"),
        "{}"
    );
    for refused in [r#"{"mood":1,"mood":2}"#, "null", "[]", "1"] {
        assert!(serde_json::from_str::<Extra>(refused).is_err(), "{refused}");
    }
}

#[test]
fn a_kind_is_taken_out_of_a_union_or_the_union_comes_back() {
    for message in all_kinds() {
        match <&UserMessage>::try_from(&message) {
            Ok(user) => assert_eq!(LettaMessage::User(user.clone()), message),
            Err(back) => assert_eq!(*back, message),
        }
        match UserMessage::try_from(message.clone()) {
            Ok(user) => assert_eq!(LettaMessage::User(user), message),
            Err(back) => assert_eq!(back, message),
        }
    }
    let users = all_kinds()
        .into_iter()
        .filter_map(|message| UserMessage::try_from(message).ok());
    assert!(users.count() > 0);

    let one = ToolCallOrDelta::from(call());
    assert_eq!(ToolCall::try_from(one.clone()), Ok(call()));
    assert_eq!(ToolCallDelta::try_from(one.clone()), Err(one));
}

#[test]
fn lists_in_unions_are_made_of_arrays() {
    let parts = UserContent::Parts(vec![
        TextContent::new("Where is it?").into(),
        picture().into(),
    ]);
    let same = [TextContent::new("Where is it?").into(), picture().into()];
    assert_eq!(UserContent::from(same), parts);
    let message = ToolCallMessage::new("message-1", DATE, call()).with_tool_calls([call()]);
    assert_eq!(
        message.tool_calls,
        Some(ToolCallsOrDelta::Calls(vec![call()]))
    );
}

#[test]
fn values_of_enums_are_sorted_by_their_texts() {
    let new = StopReasonType::from("kettle_boiled");
    let mut reasons = vec![
        StopReasonType::MaxSteps,
        new.clone(),
        StopReasonType::EndTurn,
    ];
    reasons.sort();
    assert_eq!(
        reasons,
        [StopReasonType::EndTurn, new, StopReasonType::MaxSteps]
    );
    // Only what is equal compares so.
    let forced = StopReasonType::Unknown("end_turn".to_owned());
    assert_ne!(forced, StopReasonType::EndTurn);
    assert!(forced < StopReasonType::EndTurn);
}
