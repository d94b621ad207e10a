//! The tool calls of a message, whichever of its fields carried them.
//!
//! Servers send a list in `tool_calls` and its first entry once more in `tool_call`; those before the list
//! existed sent `tool_call` alone. In a stream, both fields hold the same portion of a call. A portion can have all
//! fields of a call, and then it is `tool_calls` alone that tells.

use core::slice;

use crate::{
    ApprovalRequestMessage, FunctionToolCall, InternalMessage, LettaMessage, ToolCall,
    ToolCallDelta, ToolCallMessage, ToolCallOrDelta, ToolCallsOrDelta,
};

fn calls<'a>(one: &'a ToolCallOrDelta, all: Option<&'a ToolCallsOrDelta>) -> &'a [ToolCall] {
    match (all, one) {
        (Some(ToolCallsOrDelta::Delta(_)), _) => &[],
        (Some(ToolCallsOrDelta::Calls(calls)), _) if !calls.is_empty() => calls,
        (_, ToolCallOrDelta::Call(call)) => slice::from_ref(call),
        (_, ToolCallOrDelta::Delta(_)) => &[],
    }
}

fn delta<'a>(
    one: &'a ToolCallOrDelta,
    all: Option<&'a ToolCallsOrDelta>,
) -> Option<&'a ToolCallDelta> {
    match (all, one) {
        (Some(ToolCallsOrDelta::Calls(calls)), _) if !calls.is_empty() => None,
        (Some(ToolCallsOrDelta::Delta(delta)), _) | (_, ToolCallOrDelta::Delta(delta)) => {
            Some(delta)
        }
        (_, ToolCallOrDelta::Call(_)) => None,
    }
}

/// Implements the accessors for messages that have both fields.
macro_rules! callers {
    ($($name:ident)+) => {$(
        impl $name {
            /// The calls, each once, whichever of the fields carried them: those of the field `tool_calls` if it
            /// is a list with entries, else the one of the field `tool_call`.
            ///
            /// Empty while a call is streamed in portions: see [`tool_call_delta`](Self::tool_call_delta).
            #[must_use]
            pub fn tool_calls(&self) -> &[ToolCall] {
                calls(&self.tool_call, self.tool_calls.as_ref())
            }

            /// The portion of a call that a stream sent, whichever of the fields carried it; `None` if the
            /// message has whole calls.
            ///
            /// Streams of servers that don't send `tool_calls` can't be told from whole calls where a portion has
            /// all three fields.
            #[must_use]
            pub fn tool_call_delta(&self) -> Option<&ToolCallDelta> {
                delta(&self.tool_call, self.tool_calls.as_ref())
            }
        }
    )+};
}

callers! {
    ToolCallMessage ApprovalRequestMessage
}

impl LettaMessage {
    /// The tool calls of a message of tool calls or of a request for approval, each once; empty for all other
    /// kinds, and while a call is streamed in portions.
    ///
    /// ```
    /// use letta_types::{LettaMessage, ToolCall, ToolCallMessage};
    ///
    /// let call = ToolCall::new("call_1", "get_weather", r#"{"city": "Oslo"}"#);
    /// let message: LettaMessage =
    ///     ToolCallMessage::new("message-1", "2026-11-21T09:23:20Z", call.clone())
    ///         .with_tool_calls(vec![call])
    ///         .into();
    /// for call in message.tool_calls() {
    ///     assert_eq!(call.name, "get_weather");
    /// }
    /// assert_eq!(message.tool_calls().len(), 1);
    /// ```
    #[must_use]
    pub fn tool_calls(&self) -> &[ToolCall] {
        match self {
            Self::ToolCall(message) => message.tool_calls(),
            Self::ApprovalRequest(message) => message.tool_calls(),
            _ => &[],
        }
    }

    /// The portion of a tool call that a stream sent. `None` for whole calls and for all other kinds.
    ///
    /// The portions of a call follow each other; joined in order, their `arguments` are those of the call.
    #[must_use]
    pub fn tool_call_delta(&self) -> Option<&ToolCallDelta> {
        match self {
            Self::ToolCall(message) => message.tool_call_delta(),
            Self::ApprovalRequest(message) => message.tool_call_delta(),
            _ => None,
        }
    }
}

/// A whole call as the only portion of itself.
impl From<ToolCall> for ToolCallDelta {
    fn from(call: ToolCall) -> Self {
        Self {
            arguments: Some(call.arguments),
            name: Some(call.name),
            tool_call_id: Some(call.tool_call_id),
            extra: call.extra,
        }
    }
}

/// What portions came to, once the last of them is there.
impl TryFrom<ToolCallDelta> for ToolCall {
    /// A portion that lacks one of the fields comes back as it was.
    type Error = ToolCallDelta;

    fn try_from(delta: ToolCallDelta) -> Result<Self, ToolCallDelta> {
        match delta {
            ToolCallDelta {
                arguments: Some(arguments),
                name: Some(name),
                tool_call_id: Some(tool_call_id),
                extra,
            } => Ok(Self {
                arguments,
                name,
                tool_call_id,
                extra,
            }),
            other => Err(other),
        }
    }
}

impl ToolCallDelta {
    /// Adds the portion that comes next in the stream: its arguments behind those that there are, and all else in the place of
    /// what there is.
    ///
    /// Calls can be streamed at once. Whose portion it is, its `tool_call_id` tells.
    pub fn append(&mut self, next: Self) {
        if let Some(arguments) = next.arguments {
            self.arguments.get_or_insert_default().push_str(&arguments);
        }
        self.name = next.name.or(self.name.take());
        self.tool_call_id = next.tool_call_id.or(self.tool_call_id.take());
        self.extra.extend(next.extra);
    }
}

impl InternalMessage {
    /// The tool calls that the model made; empty if it made none.
    #[must_use]
    pub fn tool_calls(&self) -> &[FunctionToolCall] {
        self.tool_calls.as_deref().unwrap_or_default()
    }
}
