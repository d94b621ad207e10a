// @generated from schema/messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Messages as the API lists them.
//!
//! [`LettaMessage`] is what lists hold: an enum of one struct for each kind of message, and
//! `Unknown` for a kind that the crate doesn't know. What all kinds share is asked of the
//! enum: `id()`, `date()`, `otid()`, `run_id()`, `step_id()` and more. So is what was said and
//! done: `text()`, `reasoning()`, `tool_calls()`, `tool_returns()`. `message_type()` is the
//! kind.
//!
//! A server stores as one message what was said at once, and lists it in pieces: reasoning,
//! text and tool calls each by themselves. The pieces share the `id` of the stored message;
//! `otid` tells them apart. What an agent said is an [`AssistantMessage`] in lists of all
//! messages, but mostly a [`ReasoningMessage`] where the messages of a step, or of one stored
//! message, are listed. Stored messages are in [`stored_messages`](crate::stored_messages),
//! the parts that messages are made of in [`content`](crate::content).
//!
//! A stream sends text, reasoning and the arguments of tool calls in portions: see
//! [`ToolCallDelta`]. Its events that aren't messages, such as `ping` and `stop_reason`, are
//! read as `Unknown`.
//!
//! A tool call can wait for someone's approval. It comes as an [`ApprovalRequestMessage`], and
//! the answer as an [`ApprovalResponseMessage`]:
//!
//! ```
//! use letta_types::{Approval, LettaMessage, json};
//!
//! let body = r#"[
//!     {"message_type": "approval_request_message", "id": "message-1", "date": "2026-11-21T09:23:20Z",
//!      "tool_call": {"name": "send_mail", "arguments": "{}", "tool_call_id": "call_1"}},
//!     {"message_type": "approval_response_message", "id": "message-2", "date": "2026-11-21T09:24:02Z",
//!      "approvals": [{"type": "approval", "tool_call_id": "call_1", "approve": false, "reason": "Not today."}]}
//! ]"#;
//! let messages: Vec<LettaMessage> = json::from_str(body)?;
//! assert_eq!(messages[0].tool_calls()[0].name, "send_mail");
//!
//! let LettaMessage::ApprovalResponse(response) = &messages[1] else { panic!("an answer") };
//! for approval in response.approvals.iter().flatten() {
//!     match approval {
//!         Approval::Approval(answer) => assert!(!answer.approve),
//!         Approval::Tool(value) => println!("{} was run by a client", value.tool_call_id),
//!         other => println!("another kind: {other:?}"),
//!     }
//! }
//! # Ok::<(), json::Error>(())
//! ```

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{
    ApprovalRequestId, AssistantContent, Extra, MessageId, Otid, RunId, SenderId, StepId,
    Timestamp, ToolCallId, ToolReturnValue, ToolStatus, UserContent,
};

/// A message of an agent's conversation, as the API lists it.
///
/// A stored message with reasoning, text and tool calls is listed as one message for each of
/// them.
///
/// `message_type` tells the variant.
///
/// Source: Steps > List Messages For Step; domain type `MessageListResponse`; OpenAPI:
/// `LettaMessageUnion`.
#[doc(alias = "MessageListResponse")]
#[doc(alias = "LettaMessageUnion")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LettaMessage {
    /// Instructions to the model.
    System(SystemMessage),

    /// Someone spoke to the agent.
    User(UserMessage),

    /// The model thought.
    Reasoning(ReasoningMessage),

    /// The model thought, but nobody may see what.
    HiddenReasoning(HiddenReasoningMessage),

    /// The model called tools.
    ToolCall(ToolCallMessage),

    /// Tools returned.
    ToolReturn(ToolReturnMessage),

    /// The agent spoke.
    Assistant(AssistantMessage),

    /// The model called tools that wait for approval, or for a client to run them.
    ApprovalRequest(ApprovalRequestMessage),

    /// Someone answered a request for approval.
    ApprovalResponse(ApprovalResponseMessage),

    /// Earlier messages were condensed into a summary.
    Summary(SummaryMessage),

    /// Something happened beside the conversation.
    Event(EventMessage),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownLettaMessage),
}

/// A value of [`LettaMessage`] of a kind that the crate doesn't know.
///
/// The fields that all known kinds share are typed where they fit. All else, `null`s included,
/// is in [`extra`](Self::extra), so that the object is written back as it came.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct UnknownLettaMessage {
    /// The tag, if it came as text.
    pub message_type: Option<String>,

    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: Option<MessageId>,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Option<Timestamp>,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from.
    pub name: Option<String>,

    /// Offline threading id of the message.
    pub otid: Option<Otid>,

    /// Run that the message was created in.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in.
    pub step_id: Option<StepId>,

    /// All other fields.
    pub(crate) extra: Extra,
}

/// Instructions to the model, such as the system prompt.
///
/// It occurs in lists only; streams don't repeat it.
///
/// On the wire, `message_type` is `"system_message"`. That is no field here: it is checked
/// when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SystemMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// The instructions.
    pub content: String,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. Its sender chose it, or else server 0.16.8 did. Absent
    /// from the prompts that the server itself writes, and from server 0.15.1.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Absent for the prompts that the server itself writes.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in. Absent for the prompts that the server itself writes.
    pub step_id: Option<StepId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// What someone said to the agent: a person, a program or another agent.
///
/// It occurs in lists only; streams don't repeat it. Recorded servers list stored summaries in
/// this form, too.
///
/// On the wire, `message_type` is `"user_message"`. That is no field here: it is checked when
/// it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct UserMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// What was said, as text or in parts.
    pub content: UserContent,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent when the sender gave none.
    pub name: Option<String>,

    /// Offline threading id of the message. Its sender chose it, or else server 0.16.8 did. Absent
    /// from the notes that the server itself writes, as about a summary, and from server 0.15.1.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Absent for some notes that the server itself writes,
    /// as about a summary.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent when it isn't known.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in. Absent for some notes that the server itself writes,
    /// as about a summary.
    pub step_id: Option<StepId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// What the model thought before it spoke or called tools.
///
/// On the wire, `message_type` is `"reasoning_message"`. That is no field here: it is checked
/// when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ReasoningMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// The thought. Streams send it in small portions under one `id` and `otid`.
    pub reasoning: String,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. It tells apart the pieces of one stored message.
    /// Recorded servers always send it.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Recorded servers always send it.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Proof of origin that the provider wants back together with the reasoning. Absent when the
    /// provider signs nothing, and from recorded streams.
    pub signature: Option<String>,

    /// Whether the model reasons by itself or was asked to in the prompt. Recorded servers also
    /// send `non_reasoner_model` for what an agent said, where they list that as reasoning: in the
    /// messages of a step, and of a single stored message.
    ///
    /// The documented default is `"non_reasoner_model"`.
    pub source: Option<ReasoningSource>,

    /// Step that the message was created in. Recorded servers always send it.
    pub step_id: Option<StepId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// How reasoning came about.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ReasoningSource {
    /// `reasoner_model`: The model reasons by itself.
    ReasonerModel,

    /// `non_reasoner_model`: A prompt asked the model to write its reasoning down.
    NonReasonerModel,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// Shows that the model thought, where what it thought can't be shown.
///
/// On the wire, `message_type` is `"hidden_reasoning_message"`. That is no field here: it is
/// checked when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct HiddenReasoningMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// Why the reasoning is hidden.
    pub state: HiddenReasoningState,

    /// The reasoning in encrypted form. Absent when it was omitted.
    pub hidden_reasoning: Option<String>,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. It tells apart the pieces of one stored message.
    /// Recorded servers always send it.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Recorded servers always send it.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in. Recorded servers always send it.
    pub step_id: Option<StepId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Why reasoning is hidden.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum HiddenReasoningState {
    /// `redacted`: The provider encrypted it.
    Redacted,

    /// `omitted`: The provider's interface leaves it out.
    Omitted,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// Tool calls that the model made, which the server executes.
///
/// On the wire, `message_type` is `"tool_call_message"`. That is no field here: it is checked
/// when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ToolCallMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// First of the calls. Streams send portions of it: one that has all fields of a call reads as
    /// a call here, and `tool_call_delta()` tells it from one.
    ///
    /// **Deprecated:** use `tool_calls`.
    pub tool_call: ToolCallOrDelta,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. It tells apart the pieces of one stored message.
    /// Recorded servers always send it.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Recorded servers always send it.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in. Recorded servers always send it.
    pub step_id: Option<StepId>,

    /// All calls, as a list, or a portion of one while it is streamed. Recorded servers always
    /// send it.
    pub tool_calls: Option<ToolCallsOrDelta>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// What tools returned.
///
/// On the wire, `message_type` is `"tool_return_message"`. That is no field here: it is
/// checked when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ToolReturnMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// Whether the first of the tools succeeded.
    ///
    /// **Deprecated:** use `status` of the entries in `tool_returns`.
    pub status: ToolStatus,

    /// Call that the first of the tools answered.
    ///
    /// **Deprecated:** use `tool_call_id` of the entries in `tool_returns`.
    pub tool_call_id: ToolCallId,

    /// What the first of the tools returned, as text. Recorded servers write `[Image omitted]` for
    /// a picture.
    ///
    /// **Deprecated:** use `tool_return` of the entries in `tool_returns`.
    pub tool_return: String,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. That is the tool; absent when approval was denied
    /// or a client ran the tool.
    pub name: Option<String>,

    /// Offline threading id of the message. It tells apart the pieces of one stored message.
    /// Recorded servers always send it.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Recorded servers always send it.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// What the first of the tools wrote to its standard error. Absent when nothing ran in the
    /// server's sandbox, as for built-in tools and refused calls, unless a client sent it.
    ///
    /// **Deprecated:** use `stderr` of the entries in `tool_returns`.
    pub stderr: Option<Vec<String>>,

    /// What the first of the tools wrote to its standard output. Absent when nothing ran in the
    /// server's sandbox, as for built-in tools and refused calls, unless a client sent it.
    ///
    /// **Deprecated:** use `stdout` of the entries in `tool_returns`.
    pub stdout: Option<Vec<String>>,

    /// Step that the message was created in. Recorded servers always send it.
    pub step_id: Option<StepId>,

    /// What each of the tools returned. Recorded servers always send it.
    pub tool_returns: Option<Vec<ToolReturn>>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// What the agent said.
///
/// On the wire, `message_type` is `"assistant_message"`. That is no field here: it is checked
/// when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct AssistantMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// What was said, as text or in parts. Streams send it in small portions under one `id` and
    /// `otid`.
    pub content: AssistantContent,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. It tells apart the pieces of one stored message.
    /// Recorded servers always send it.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Absent for the messages that an agent is created with.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in. Absent for the messages that an agent is created
    /// with.
    pub step_id: Option<StepId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Tool calls that the model made and that wait: for approval, or for a client to run the
/// tool.
///
/// On the wire, `message_type` is `"approval_request_message"`. That is no field here: it is
/// checked when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ApprovalRequestMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// First of the calls. Streams send portions of it: one that has all fields of a call reads as
    /// a call here, and `tool_call_delta()` tells it from one.
    ///
    /// **Deprecated:** use `tool_calls`.
    pub tool_call: ToolCallOrDelta,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. Server 0.16.8 repeats the message's identifier here,
    /// and 0.15.1 leaves it out.
    pub otid: Option<Otid>,

    /// Run that the message was created in. Recorded servers always send it.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in. Recorded servers always send it.
    pub step_id: Option<StepId>,

    /// All calls, as a list, or a portion of one while it is streamed. Each of them is to be
    /// answered. Recorded servers always send it.
    pub tool_calls: Option<ToolCallsOrDelta>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Answers to a request for approval.
///
/// On the wire, `message_type` is `"approval_response_message"`. That is no field here: it is
/// checked when it is there, and always written.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ApprovalResponseMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// What the first of the answers is for. Documented as the requesting message; recorded
    /// servers send the identifier of the tool call. Absent when a client ran the tool.
    ///
    /// **Deprecated:** use `tool_call_id` of the entries in `approvals`.
    pub approval_request_id: Option<ApprovalRequestId>,

    /// An answer for each of the calls. Recorded servers always send it, with `[Image omitted]`
    /// for each picture that a client returned.
    pub approvals: Option<Vec<Approval>>,

    /// Whether the first of the calls was approved. Absent when a client ran the tool.
    ///
    /// **Deprecated:** use `approve` of the entries in `approvals`.
    pub approve: Option<bool>,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. Absent from recorded servers.
    pub otid: Option<Otid>,

    /// Why the first of the calls was approved or denied. Absent when the user gave none.
    ///
    /// **Deprecated:** use `reason` of the entries in `approvals`.
    pub reason: Option<String>,

    /// Run that the message was created in. Recorded servers always send it.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in. Absent from recorded servers.
    pub step_id: Option<StepId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Summary that took the place of earlier messages in the context window.
///
/// The model reads it as if a user or the system had said it. Recorded servers (0.16.8) list
/// their summaries as user messages instead.
///
/// On the wire, `message_type` is `"summary_message"`. That is no field here: it is checked
/// when it is there, and always written. Older servers said `"summary"`; a value that came so
/// is written so.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SummaryMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// What the earlier messages were about.
    pub summary: String,

    /// How much the summary saved. Absent when it wasn't measured.
    pub compaction_stats: Option<CompactionStats>,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. It tells apart the pieces of one stored message.
    pub otid: Option<Otid>,

    /// Run that the message was created in.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in.
    pub step_id: Option<StepId>,

    /// The former spelling of the tag, if the value came with it.
    pub(crate) former_tag: Option<&'static str>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Notice for developers of something that happened, such as a compaction.
///
/// The model doesn't see it.
///
/// On the wire, `message_type` is `"event_message"`. That is no field here: it is checked when
/// it is there, and always written. Older servers said `"event"`; a value that came so is
/// written so.
///
/// Source: Steps > List Messages For Step; Messages > List All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct EventMessage {
    /// Identifier of the stored message that this one is a piece of. Other messages of a list can
    /// share it.
    pub id: MessageId,

    /// Instant at which the message was created. Recorded servers send whole seconds in UTC.
    pub date: Timestamp,

    /// Details of the event, which depend on its type.
    pub event_data: Map<String, Value>,

    /// What happened.
    pub event_type: EventType,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// Name of whoever the message comes from. Absent from recorded servers.
    pub name: Option<String>,

    /// Offline threading id of the message. It tells apart the pieces of one stored message.
    pub otid: Option<Otid>,

    /// Run that the message was created in.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent from recorded servers.
    pub sender_id: Option<SenderId>,

    /// Position of the message within the stream of its run, to resume from. Absent outside of
    /// background streams.
    pub seq_id: Option<i64>,

    /// Step that the message was created in.
    pub step_id: Option<StepId>,

    /// The former spelling of the tag, if the value came with it.
    pub(crate) former_tag: Option<&'static str>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// What happened beside a conversation.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum EventType {
    /// `compaction`: Earlier messages are being condensed to make room in the context window.
    Compaction,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// A call of a tool by the model.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ToolCall {
    /// Arguments as the model wrote them: the text of a JSON object, unless the model erred.
    pub arguments: String,

    /// Name of the tool.
    pub name: String,

    /// Identifier of the call.
    pub tool_call_id: ToolCallId,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A portion of a tool call, while it is streamed.
///
/// The portions of a call follow each other; joined in order, they are the call.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use letta_types::{LettaMessage, ToolCall, ToolCallDelta, ToolCallId, json};
///
/// let events = [
///     r#"{"message_type": "tool_call_message", "id": "message-1", "date": "2026-11-21T09:23:20Z",
///         "tool_call": {"name": "get_weather", "arguments": "{\"city\":", "tool_call_id": "call_1"},
///         "tool_calls": {"name": "get_weather", "arguments": "{\"city\":", "tool_call_id": "call_1"}}"#,
///     r#"{"message_type": "tool_call_message", "id": "message-1", "date": "2026-11-21T09:23:20Z",
///         "tool_call": {"name": "get_weather", "arguments": " \"Oslo\"}", "tool_call_id": "call_1"},
///         "tool_calls": {"name": "get_weather", "arguments": " \"Oslo\"}", "tool_call_id": "call_1"}}"#,
/// ];
/// let mut portions: BTreeMap<ToolCallId, ToolCallDelta> = BTreeMap::new();
/// for event in events {
///     let message: LettaMessage = json::from_str(event)?;
///     // Not the field: there, a portion that has all that a call has is read as a call.
///     let Some(portion) = message.tool_call_delta() else { continue };
///     if let Some(id) = &portion.tool_call_id {
///         portions.entry(id.clone()).or_default().append(portion.clone());
///     }
/// }
/// let calls: Vec<ToolCall> = portions.into_values().flat_map(ToolCall::try_from).collect();
/// assert_eq!(calls[0].name, "get_weather");
/// assert_eq!(calls[0].arguments, r#"{"city": "Oslo"}"#);
/// # Ok::<(), json::Error>(())
/// ```
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ToolCallDelta {
    /// Next stretch of the arguments' text. Absent when the portion brings none.
    pub arguments: Option<String>,

    /// Name of the tool, whole. May be absent; recorded servers repeat it in each portion.
    pub name: Option<String>,

    /// Identifier of the call, whole. May be absent; recorded servers repeat it in each portion.
    pub tool_call_id: Option<ToolCallId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A tool call, or a portion of one.
///
/// What has all three fields reads as a call. In a stream it can be a portion all the same:
/// `tool_call_delta()` of the message tells.
///
/// The first variant whose required fields are all there is taken.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ToolCallOrDelta {
    /// A call with all of its fields.
    Call(ToolCall),

    /// A portion with some of its fields.
    Delta(ToolCallDelta),
}

/// A list of tool calls, or a portion of one call.
///
/// The JSON type of the value tells the variant.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ToolCallsOrDelta {
    /// Calls with all of their fields.
    Calls(Vec<ToolCall>),

    /// A portion of a call, while it is streamed.
    Delta(ToolCallDelta),
}

/// What a tool returned.
///
/// On the wire, `type` is `"tool"`. That is no field here: it is checked when it is there, and
/// always written.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ToolReturn {
    /// Whether the tool succeeded.
    pub status: ToolStatus,

    /// Tool call that is answered.
    pub tool_call_id: ToolCallId,

    /// Value that the tool returned, or an account of how it failed.
    pub tool_return: ToolReturnValue,

    /// What the tool wrote to its standard error. Absent when nothing ran in the server's sandbox,
    /// as for built-in tools and refused calls, unless a client sent it.
    pub stderr: Option<Vec<String>>,

    /// What the tool wrote to its standard output. Absent when nothing ran in the server's
    /// sandbox, as for built-in tools and refused calls, unless a client sent it.
    pub stdout: Option<Vec<String>>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A decision on whether a tool may run.
///
/// On the wire, `type` is `"approval"`. That is no field here: it is checked when it is there,
/// and always written.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ApprovalReturn {
    /// Whether the tool may run.
    pub approve: bool,

    /// Tool call that is answered.
    pub tool_call_id: ToolCallId,

    /// Why it was decided so, for the model to read after a denial. Absent when the user gave
    /// none.
    pub reason: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Answer to a tool call that waited.
///
/// `type` tells the variant.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Approval {
    /// A decision on whether the tool may run.
    Approval(ApprovalReturn),

    /// What the tool returned that a client ran.
    Tool(ToolReturn),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownApproval),
}

/// A value of [`Approval`] of a kind that the crate doesn't know.
///
/// The fields that all known kinds share are typed where they fit. All else, `null`s included,
/// is in [`extra`](Self::extra), so that the object is written back as it came.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct UnknownApproval {
    /// The tag, if it came as text.
    pub type_: Option<String>,

    /// Tool call that is answered.
    pub tool_call_id: Option<ToolCallId>,

    /// All other fields.
    pub(crate) extra: Extra,
}

/// How much a compaction of the context window saved.
///
/// Source: Steps > List Messages For Step; OpenAPI: `CompactionStats`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct CompactionStats {
    /// Size of the model's context window, in tokens.
    pub context_window: i64,

    /// Messages in the context window afterwards.
    pub messages_count_after: i64,

    /// Messages in the context window beforehand.
    pub messages_count_before: i64,

    /// What set the compaction off, such as `context_window_exceeded` or
    /// `post_step_context_check`.
    pub trigger: String,

    /// Tokens in use afterwards, by messages alone: tool definitions aren't counted.
    pub context_tokens_after: Option<i64>,

    /// Tokens in use beforehand, by everything that the model was sent.
    pub context_tokens_before: Option<i64>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Kind of a listed message: its tag, and the query parameter `include_return_message_types`.
///
/// Source: OpenAPI: `MessageType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MessageType {
    /// `system_message`: Instructions to the model.
    SystemMessage,

    /// `user_message`: Someone spoke to the agent.
    UserMessage,

    /// `assistant_message`: The agent spoke.
    AssistantMessage,

    /// `reasoning_message`: The model thought.
    ReasoningMessage,

    /// `hidden_reasoning_message`: The model thought, but nobody may see what.
    HiddenReasoningMessage,

    /// `tool_call_message`: The model called tools.
    ToolCallMessage,

    /// `tool_return_message`: Tools returned.
    ToolReturnMessage,

    /// `approval_request_message`: Tool calls wait for approval, or for a client to run the tool.
    ApprovalRequestMessage,

    /// `approval_response_message`: Someone answered a request for approval.
    ApprovalResponseMessage,

    /// `summary_message`: Earlier messages were condensed into a summary.
    SummaryMessage,

    /// `event_message`: Something happened beside the conversation.
    EventMessage,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}
