//! Requests taken apart and put together again, by code that isn't the crate's.

use letta_types::{
    FeedbackType, ListAllMessages, ListMessagesForStep, ListSteps, MessageSearchRequest,
    ModifyFeedbackForStep, ModifyFeedbackRequest, RetrieveMessage, RetrieveMetricsForStep,
    RetrieveStep, RetrieveTraceForStep, SearchAllMessages, SearchAllMessagesRequest,
    SearchMessages,
    operation::{Operation, Request, RequestError},
};
use serde_json::Value;

/// An address, taken apart and decoded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Address {
    pub segments: Vec<String>,
    /// The parameters of the query, in their order.
    pub query: Vec<(String, String)>,
}

impl Address {
    /// Takes a path with its query apart.
    pub fn parse(text: &str) -> Self {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Self {
            segments: path.split('/').map(decoded).collect(),
            query: pairs
                .map(|pair| pair.split_once('=').expect("a parameter has a value"))
                .map(|(name, value)| (decoded(name), decoded(value)))
                .collect(),
        }
    }

    /// The query in an order that doesn't depend on who wrote it.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.query.sort();
        self
    }

    fn all(&self, name: &str) -> Vec<&str> {
        let own = self.query.iter().filter(|(own, _)| own == name);
        own.map(|(_, value)| value.as_str()).collect()
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        rest = match (byte, behind) {
            (b'%', [high, low, behind @ ..]) => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16).expect("a hex digit");
                let value = digit(high) * 16 + digit(low);
                bytes.push(u8::try_from(value).expect("two hex digits"));
                behind
            }
            (byte, behind) => {
                bytes.push(*byte);
                behind
            }
        };
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The operation that a request is one of.
pub fn name(method: &str, path: &str) -> Option<&'static str> {
    let segments = Address::parse(path).segments;
    let segments: Vec<_> = segments.iter().map(String::as_str).collect();
    Some(match (method, segments.as_slice()) {
        ("GET", ["", "v1", "steps", ""]) => "ListSteps",
        ("GET", ["", "v1", "steps", _]) => "RetrieveStep",
        ("GET", ["", "v1", "steps", _, "metrics"]) => "RetrieveMetricsForStep",
        ("GET", ["", "v1", "steps", _, "trace"]) => "RetrieveTraceForStep",
        ("GET", ["", "v1", "steps", _, "messages"]) => "ListMessagesForStep",
        ("PATCH", ["", "v1", "steps", _, "feedback"]) => "ModifyFeedbackForStep",
        ("GET", ["", "v1", "messages", ""]) => "ListAllMessages",
        ("GET", ["", "v1", "messages", _]) => "RetrieveMessage",
        ("POST", ["", "v1", "messages", "search"]) => "SearchAllMessages",
        ("POST", ["", "v1", "agents", "messages", "search"]) => "SearchMessages",
        _ => return None,
    })
}

/// Puts an operation together of what a request says.
///
/// # Errors
///
/// What no operation can say.
pub fn build(name: &str, address: &Address, body: Option<&Value>) -> Result<Request, String> {
    let id = || address.segments[3].as_str();
    let request = match name {
        "ListSteps" => list_steps(address)?.request(),
        "RetrieveStep" => RetrieveStep::new(id()).request(),
        "RetrieveMetricsForStep" => RetrieveMetricsForStep::new(id()).request(),
        "RetrieveTraceForStep" => RetrieveTraceForStep::new(id()).request(),
        "ListMessagesForStep" => list_messages_for_step(id(), address)?.request(),
        "ListAllMessages" => list_all_messages(address)?.request(),
        "RetrieveMessage" => RetrieveMessage::new(id()).request(),
        "ModifyFeedbackForStep" => {
            let body: ModifyFeedbackRequest = read(body)?;
            ModifyFeedbackForStep::new(id(), body).request()
        }
        "SearchAllMessages" => {
            let body: SearchAllMessagesRequest = read(body)?;
            SearchAllMessages::new(body).request()
        }
        "SearchMessages" => {
            let body: MessageSearchRequest = read(body)?;
            SearchMessages::new(body).request()
        }
        other => return Err(format!("no operation {other}")),
    };
    request.map_err(|error: RequestError| error.to_string())
}

fn read<T: serde::de::DeserializeOwned>(body: Option<&Value>) -> Result<T, String> {
    let body = body.ok_or("no body")?;
    serde_json::from_value(body.clone()).map_err(|error| error.to_string())
}

fn integer(text: &str) -> Result<i64, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}

fn list_steps(address: &Address) -> Result<ListSteps, String> {
    let mut operation = ListSteps::new();
    for (name, value) in &address.query {
        let value = value.as_str();
        operation = match name.as_str() {
            "after" => operation.with_after(value),
            "agent_id" => operation.with_agent_id(value),
            "before" => operation.with_before(value),
            "end_date" => operation.with_end_date(value),
            "feedback" => operation.with_feedback(FeedbackType::from(value)),
            "has_feedback" => operation.with_has_feedback(value == "true"),
            "limit" => operation.with_limit(integer(value)?),
            "model" => operation.with_model(value),
            "order" => operation.with_order(value),
            "order_by" => operation.with_order_by(value),
            "project_id" => operation.with_project_id(value),
            "start_date" => operation.with_start_date(value),
            "tags" => operation.with_tags(address.all("tags")),
            "trace_ids" => operation.with_trace_ids(address.all("trace_ids")),
            other => return Err(format!("no parameter {other}")),
        };
    }
    Ok(operation)
}

fn list_messages_for_step(id: &str, address: &Address) -> Result<ListMessagesForStep, String> {
    let mut operation = ListMessagesForStep::new(id);
    for (name, value) in &address.query {
        let value = value.as_str();
        operation = match name.as_str() {
            "after" => operation.with_after(value),
            "before" => operation.with_before(value),
            "limit" => operation.with_limit(integer(value)?),
            "order" => operation.with_order(value),
            "order_by" => operation.with_order_by(value),
            other => return Err(format!("no parameter {other}")),
        };
    }
    Ok(operation)
}

fn list_all_messages(address: &Address) -> Result<ListAllMessages, String> {
    let mut operation = ListAllMessages::new();
    for (name, value) in &address.query {
        let value = value.as_str();
        operation = match name.as_str() {
            "after" => operation.with_after(value),
            "before" => operation.with_before(value),
            "conversation_id" => operation.with_conversation_id(value),
            "include_return_message_types" => {
                operation.with_include_return_message_types(address.all(name))
            }
            "limit" => operation.with_limit(integer(value)?),
            "order" => operation.with_order(value),
            other => return Err(format!("no parameter {other}")),
        };
    }
    Ok(operation)
}
