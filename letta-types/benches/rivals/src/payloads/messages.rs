//! Messages of all eleven types, as a server lists them: what is unset is sent as `null`.

use super::{
    node::{Field, Node, boolean, null, number, optional, required, tag, text},
    words::{Lengths, Words},
};

/// A page of messages, each type as often as the others.
pub(super) fn page(messages: usize, lengths: Lengths) -> Node {
    let mut words = Words::new(11, lengths);
    let messages = (0..messages).map(|index| Node::Object(message(&mut words, index)));
    Node::Array(messages.collect())
}

/// The same page with two fields in each message that nobody declares.
pub(super) fn page_with_undeclared(messages: usize) -> Node {
    let mut words = Words::new(11, Lengths::Mixed);
    let messages = (0..messages).map(|index| {
        let mut fields = message(&mut words, index);
        let reviewed = vec![optional("reviewed", boolean(true))];
        fields.push(optional("priority", number(3)));
        fields.push(optional("annotations", Node::Object(reviewed)));
        Node::Object(fields)
    });
    Node::Array(messages.collect())
}

/// A message of some 200 bytes: a token of an answer, without what is unset.
pub(super) fn streamed() -> Node {
    let mut words = Words::new(200, Lengths::Short);
    Node::Object(vec![
        required("id", words.id("message")),
        required("date", words.date()),
        tag("message_type", "assistant_message"),
        optional("otid", text(&words.uuid())),
        required("content", text(" Reykjavík")),
    ])
}

fn message(words: &mut Words, index: usize) -> Vec<Field> {
    // The second round of types has the other form where there are two.
    let is_other_form = index / 11 % 2 == 1;
    let (kind, own) = match index % 11 {
        0 => ("system_message", vec![required("content", words.content())]),
        1 if is_other_form => (
            "user_message",
            vec![required("content", parts(words, true))],
        ),
        1 => ("user_message", vec![required("content", words.content())]),
        2 => ("reasoning_message", reasoning(words)),
        3 => ("hidden_reasoning_message", hidden_reasoning(words)),
        4 => ("tool_call_message", calls(words)),
        5 => ("tool_return_message", returns(words)),
        6 if is_other_form => (
            "assistant_message",
            vec![required("content", parts(words, false))],
        ),
        6 => (
            "assistant_message",
            vec![required("content", words.content())],
        ),
        7 => ("approval_request_message", calls(words)),
        8 => ("approval_response_message", approvals(words, is_other_form)),
        9 => ("summary_message", summary(words)),
        _ => ("event_message", event(words)),
    };
    // What no run makes has no identifier but its own.
    let is_of_run = !matches!(kind, "system_message" | "summary_message" | "event_message");
    let of_run = |made: Node| if is_of_run { made } else { null() };
    let mut fields = vec![
        required("id", words.id("message")),
        required("date", words.date()),
        optional("name", now_and_then(words, |_| text("ada"))),
        tag("message_type", kind),
        optional("otid", of_run(text(&words.uuid()))),
        optional("sender_id", null()),
        optional("step_id", of_run(words.id("step"))),
        optional("is_err", now_and_then(words, |_| boolean(false))),
        optional(
            "seq_id",
            now_and_then(words, |words| number(words.below(4_000))),
        ),
        optional("run_id", of_run(words.id("run"))),
    ];
    fields.extend(own);
    fields
}

/// Mostly null.
fn now_and_then(words: &mut Words, set: impl FnOnce(&mut Words) -> Node) -> Node {
    if words.one_in(4) { set(words) } else { null() }
}

/// Parts of text, and a picture if the message may have one.
fn parts(words: &mut Words, with_image: bool) -> Node {
    let mut parts = vec![text_part(words), text_part(words)];
    if with_image {
        parts.push(Node::Object(vec![
            tag("type", "image"),
            required(
                "source",
                Node::Object(vec![
                    tag("type", "base64"),
                    required("media_type", text("image/png")),
                    required("data", words.opaque(120)),
                    optional("detail", null()),
                ]),
            ),
        ]));
    }
    Node::Array(parts)
}

pub(super) fn text_part(words: &mut Words) -> Node {
    Node::Object(vec![
        tag("type", "text"),
        required("text", words.content()),
        optional("signature", null()),
    ])
}

fn reasoning(words: &mut Words) -> Vec<Field> {
    vec![
        optional("source", text("reasoner_model")),
        required("reasoning", words.content()),
        optional("signature", words.opaque(160)),
    ]
}

fn hidden_reasoning(words: &mut Words) -> Vec<Field> {
    vec![
        required("state", text("redacted")),
        optional("hidden_reasoning", words.opaque(400)),
    ]
}

fn call(words: &mut Words) -> Node {
    Node::Object(vec![
        required("name", text("get_weather")),
        required("arguments", words.arguments()),
        required("tool_call_id", text(&words.call_id())),
    ])
}

fn calls(words: &mut Words) -> Vec<Field> {
    vec![
        required("tool_call", call(words)),
        optional("tool_calls", several(words, call)),
    ]
}

/// One, or now and then two.
fn several(words: &mut Words, one: fn(&mut Words) -> Node) -> Node {
    let count = if words.one_in(4) { 2 } else { 1 };
    Node::Array((0..count).map(|_| one(words)).collect())
}

/// What a tool printed: mostly nothing.
fn lines(words: &mut Words) -> Node {
    let count = words.below(5).saturating_sub(2);
    Node::Array((0..count).map(|_| text(&words.plain(10..=40))).collect())
}

fn returns(words: &mut Words) -> Vec<Field> {
    vec![
        required("tool_return", words.content()),
        required("status", text("success")),
        required("tool_call_id", text(&words.call_id())),
        optional("stdout", lines(words)),
        optional("stderr", null()),
        optional("tool_returns", Node::Array(vec![tool_return(words)])),
    ]
}

fn tool_return(words: &mut Words) -> Node {
    let value = if words.one_in(3) {
        Node::Array(vec![text_part(words)])
    } else {
        words.content()
    };
    Node::Object(vec![
        tag("type", "tool"),
        required("tool_return", value),
        required("status", text("success")),
        required("tool_call_id", text(&words.call_id())),
        optional("stdout", lines(words)),
        optional("stderr", lines(words)),
    ])
}

pub(super) fn approval(words: &mut Words) -> Node {
    Node::Object(vec![
        tag("type", "approval"),
        required("tool_call_id", text(&words.call_id())),
        required("approve", boolean(words.one_in(2))),
        optional("reason", text(&words.plain(4..=60))),
    ])
}

fn approvals(words: &mut Words, with_return: bool) -> Vec<Field> {
    let mut approvals = vec![approval(words)];
    if with_return {
        approvals.push(tool_return(words));
    }
    vec![
        optional("approvals", Node::Array(approvals)),
        optional("approve", boolean(true)),
        optional("approval_request_id", words.id("message")),
        optional("reason", null()),
    ]
}

fn summary(words: &mut Words) -> Vec<Field> {
    vec![
        required("summary", words.content()),
        optional(
            "compaction_stats",
            Node::Object(vec![
                required("trigger", text("post_step_context_check")),
                optional("context_tokens_before", number(words.below(100_000))),
                optional("context_tokens_after", null()),
                required("context_window", number(128_000)),
                required("messages_count_before", number(words.below(400))),
                required("messages_count_after", number(words.below(40))),
            ]),
        ),
    ]
}

fn event(words: &mut Words) -> Vec<Field> {
    vec![
        required("event_type", text("compaction")),
        required(
            "event_data",
            Node::Object(vec![
                optional("trigger", text("context_window_exceeded")),
                optional("ratio", Node::Scalar("0.30000000000000004".into())),
                optional("context_tokens_before", number(words.below(100_000))),
                optional(
                    "detail",
                    Node::Object(vec![
                        optional("kept", Node::Array((1..=6).map(number).collect())),
                        optional("note", words.content()),
                    ]),
                ),
            ]),
        ),
    ]
}
