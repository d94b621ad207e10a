//! Steps with what was said in them, and the trace of one.

use super::{
    messages::{approval, text_part},
    node::{Field, Node, boolean, null, number, optional, required, tag, text},
    words::{Lengths, Words},
};

/// A page of steps with three stored messages each.
pub(super) fn page(steps: usize) -> Node {
    let mut words = Words::new(50, Lengths::Mixed);
    Node::Array((0..steps).map(|_| step(&mut words)).collect())
}

fn step(words: &mut Words) -> Node {
    let messages = [Role::User, Role::Assistant, Role::Tool]
        .map(|role| stored_message(words, role))
        .into();
    let mut fields = vec![
        required("id", words.id("step")),
        optional("origin", null()),
        optional("organization_id", words.id("org")),
        optional("provider_id", null()),
        optional("run_id", words.id("run")),
        optional("agent_id", words.id("agent")),
        optional("provider_name", text("anthropic")),
        optional("provider_category", text("base")),
        optional("model", text("claude-sonnet-4-5-20250929")),
        optional("model_handle", text("anthropic/claude-sonnet-4-5-20250929")),
        optional("model_endpoint", text("https://api.anthropic.com/v1")),
    ];
    fields.extend(counts(words));
    fields.extend([
        optional("stop_reason", text("end_turn")),
        optional("tags", Node::Array(Vec::new())),
        optional("tid", null()),
        optional("trace_id", text(&words.hexadecimal(32))),
        optional("request_id", null()),
        optional("messages", Node::Array(messages)),
        optional("feedback", null()),
        optional("project_id", null()),
        optional("error_type", null()),
        optional("error_data", null()),
        optional("status", text("success")),
    ]);
    Node::Object(fields)
}

fn counts(words: &mut Words) -> Vec<Field> {
    vec![
        optional("context_window_limit", number(128_000)),
        optional("completion_tokens", number(words.below(4_000))),
        optional("prompt_tokens", number(words.below(100_000))),
        optional("total_tokens", number(words.below(104_000))),
        optional("cached_input_tokens", number(words.below(1_000))),
        optional("cache_write_tokens", number(words.below(1_000))),
        optional("reasoning_tokens", null()),
        optional(
            "completion_tokens_details",
            Node::Object(vec![optional("reasoning_tokens", number(0))]),
        ),
        optional(
            "prompt_tokens_details",
            Node::Object(vec![
                optional("cached_tokens", number(words.below(1_000))),
                optional("cache_read_tokens", number(words.below(1_000))),
                optional("cache_creation_tokens", number(words.below(1_000))),
            ]),
        ),
    ]
}

#[derive(Clone, Copy)]
enum Role {
    User,
    Assistant,
    Tool,
}

fn stored_message(words: &mut Words, role: Role) -> Node {
    let (name, content) = match role {
        Role::User => ("user", vec![text_part(words)]),
        Role::Assistant => ("assistant", vec![reasoning_part(words), text_part(words)]),
        Role::Tool => ("tool", vec![text_part(words)]),
    };
    let calls = match role {
        Role::Assistant => Node::Array(vec![function_call(words)]),
        _ => null(),
    };
    let (returns, approvals) = match role {
        Role::Tool => (vec![stored_return(words)], vec![approval(words)]),
        _ => (Vec::new(), Vec::new()),
    };
    Node::Object(vec![
        optional("created_by_id", words.id("user")),
        optional("last_updated_by_id", words.id("user")),
        optional("created_at", words.instant()),
        optional("updated_at", words.instant()),
        required("id", words.id("message")),
        optional("agent_id", words.id("agent")),
        optional("model", text("claude-sonnet-4-5-20250929")),
        required("role", text(name)),
        optional("content", Node::Array(content)),
        optional("name", null()),
        optional("tool_calls", calls),
        optional("tool_call_id", null()),
        optional("step_id", words.id("step")),
        optional("run_id", words.id("run")),
        optional("otid", null()),
        optional("tool_returns", Node::Array(returns)),
        optional("group_id", null()),
        optional("sender_id", null()),
        optional("batch_item_id", null()),
        optional("conversation_id", null()),
        optional("is_err", null()),
        optional("approval_request_id", null()),
        optional("approve", null()),
        optional("denial_reason", null()),
        optional("approvals", Node::Array(approvals)),
    ])
}

fn reasoning_part(words: &mut Words) -> Node {
    Node::Object(vec![
        tag("type", "reasoning"),
        required("is_native", boolean(true)),
        required("reasoning", words.content()),
        optional("signature", words.opaque(160)),
    ])
}

fn function_call(words: &mut Words) -> Node {
    Node::Object(vec![
        required("id", text(&words.call_id())),
        required(
            "function",
            Node::Object(vec![
                required("arguments", words.arguments()),
                required("name", text("get_weather")),
            ]),
        ),
        // Its only value, but an enum and no tag.
        required("type", text("function")),
    ])
}

fn stored_return(words: &mut Words) -> Node {
    Node::Object(vec![
        optional("tool_call_id", text(&words.call_id())),
        required("status", text("success")),
        optional("stdout", null()),
        optional("stderr", null()),
        optional("func_response", words.content()),
    ])
}

/// A trace whose request has some 1 MB: a long history of messages.
pub(super) fn trace() -> Node {
    let mut words = Words::new(1_000, Lengths::Mixed);
    let mut said = Vec::new();
    let mut size = 0;
    while size < 1_000_000 {
        let content = words.content();
        size += content.json(super::Order::Server).len() + 30;
        said.push(Node::Object(vec![
            required("role", text("user")),
            required("content", content),
        ]));
    }
    Node::Object(vec![
        optional("created_by_id", words.id("user")),
        optional("last_updated_by_id", words.id("user")),
        optional("created_at", words.instant()),
        optional("updated_at", words.instant()),
        optional("id", words.id("provider_trace")),
        required(
            "request_json",
            Node::Object(vec![
                required("model", text("claude-sonnet-4-5-20250929")),
                required("messages", Node::Array(said)),
                required("temperature", Node::Scalar("0.7".into())),
                required("max_tokens", number(8_192)),
            ]),
        ),
        required(
            "response_json",
            Node::Object(vec![
                required("content", Node::Array(vec![text_part(&mut words)])),
                required("stop_reason", text("tool_use")),
                required(
                    "usage",
                    Node::Object(vec![
                        required("input_tokens", number(25)),
                        required("output_tokens", number(198)),
                    ]),
                ),
            ]),
        ),
        optional("step_id", words.id("step")),
        optional("agent_id", words.id("agent")),
        optional("agent_tags", Node::Array(vec![text("reasoner")])),
        optional("call_type", text("agent_step")),
        optional("run_id", words.id("run")),
        optional("source", null()),
        optional("org_id", words.id("org")),
        optional("user_id", words.id("user")),
        optional("compaction_settings", null()),
        optional("llm_config", null()),
        optional("billing_context", null()),
    ])
}
