// @generated from schema/stored-messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Messages as the server stores them.
//!
//! [`InternalMessage`] is a message before it is listed: one object with all that was said at
//! once. Results of [`SearchMessages`](crate::SearchMessages) hold it, and so does the
//! deprecated field [`Step::messages`](crate::Step::messages). Lists hold
//! [`LettaMessage`](crate::LettaMessage)s, which are pieces of it.
//!
//! Its fields differ from those of the pieces: a `role` in place of a tag, `created_at` in
//! place of `date`, tool calls as functions, and content in parts of every kind.
//!
//! ```
//! use letta_types::{InternalMessage, MessageRole, ReasoningContent, TextContent};
//!
//! let message = InternalMessage::new("message-1", MessageRole::Assistant).with_content(vec![
//!     ReasoningContent::new("They greet me.", true).into(),
//!     TextContent::new("Good morning!").into(),
//! ]);
//! assert_eq!(message.reasoning().as_deref(), Some("They greet me."));
//! assert_eq!(message.text().as_deref(), Some("Good morning!"));
//! assert!(message.tool_calls().is_empty());
//! ```

use alloc::{string::String, vec::Vec};

use serde_json::Value;

use crate::{
    AgentId, ApprovalRequestId, ApprovalReturn, BatchItemId, ConversationId, Extra, GroupId,
    MessageContentPart, MessageId, MessageRole, Otid, RunId, SenderId, StepId, Timestamp,
    ToolCallId, ToolReturnValue, ToolStatus, UnknownObject, UserId,
};

/// A message as the server stores it.
///
/// One stored message holds everything that was said at once: reasoning, text and tool calls.
/// In lists of messages it appears as several, which share its identifier.
///
/// Source: Steps > List Steps; OpenAPI: Message.
#[doc(alias = "Message")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct InternalMessage {
    /// Identifier of the message.
    pub id: MessageId,

    /// Part that the message plays in the conversation.
    pub role: MessageRole,

    /// Agent whose conversation the message is in. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// What the message answers if it is an approval. Absent from recorded servers, which fill in
    /// `approvals`.
    pub approval_request_id: Option<ApprovalRequestId>,

    /// Answers to tool calls that waited for approval or for a client to run the tool. Empty on
    /// recorded servers when the message holds none.
    pub approvals: Option<Vec<StoredApproval>>,

    /// Whether the tool call was approved. Absent from recorded servers, which fill in
    /// `approvals`.
    pub approve: Option<bool>,

    /// Item of a batch that the message came from. Absent for messages outside of batches.
    pub batch_item_id: Option<BatchItemId>,

    /// What was said, in parts. Recorded servers repeat here, as text, what a tool returned,
    /// unless the call was denied or a client ran the tool. Empty when that leaves nothing, and
    /// when the message consists of tool calls or approvals alone.
    pub content: Option<Vec<MessageContentPart>>,

    /// Conversation that the message is in. Absent when it is the agent's main one, and from
    /// server 0.15.1.
    pub conversation_id: Option<ConversationId>,

    /// Instant at which the message was stored. Recorded servers always send it.
    pub created_at: Option<Timestamp>,

    /// User on whose behalf the message was stored. Recorded servers always send it.
    pub created_by_id: Option<UserId>,

    /// Why the tool call was denied. Absent from recorded servers, which fill in `approvals`.
    pub denial_reason: Option<String>,

    /// Group of agents that the message was sent within. Absent outside of groups.
    pub group_id: Option<GroupId>,

    /// Whether the message belongs to a step that failed, for debugging. Absent from recorded
    /// servers.
    pub is_err: Option<bool>,

    /// User on whose behalf the message was changed last. Recorded servers always send it.
    pub last_updated_by_id: Option<UserId>,

    /// Model that the message comes from. Recorded servers also send it for other roles, as the
    /// model that the agent used. Absent from most messages of role `user`, and from summaries.
    pub model: Option<String>,

    /// Name of the tool that was called, or of the participant who spoke. Absent when it isn't
    /// known.
    pub name: Option<String>,

    /// Offline threading id of the message. Server 0.16.8 sets it on what users said, and on
    /// approval requests, where it repeats `id`. Absent from most others, and from server 0.15.1.
    pub otid: Option<Otid>,

    /// Run during which the message was stored. Absent for the messages that an agent is created
    /// with.
    pub run_id: Option<RunId>,

    /// Identity or agent that sent the message. Absent when it isn't known.
    pub sender_id: Option<SenderId>,

    /// Step during which the message was stored. Absent for the messages that an agent is created
    /// with.
    pub step_id: Option<StepId>,

    /// Tool call that a message of role `tool` answers. Recorded servers also set it on some
    /// messages that make calls, to the first of them. Absent from all others.
    pub tool_call_id: Option<ToolCallId>,

    /// Tool calls that the model made. Absent when it made none.
    pub tool_calls: Option<Vec<FunctionToolCall>>,

    /// What the tools returned that were called before. Empty on recorded servers when the message
    /// holds none.
    pub tool_returns: Option<Vec<InternalToolReturn>>,

    /// Instant of the last change. Recorded servers always send it.
    pub updated_at: Option<Timestamp>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A tool call as the server stores it, in OpenAI's format.
///
/// Source: Steps > List Steps; OpenAPI: `ChatCompletionMessageFunctionToolCall`.
#[doc(alias = "ChatCompletionMessageFunctionToolCall")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct FunctionToolCall {
    /// Identifier of the call.
    pub id: ToolCallId,

    /// What is called, and with which arguments.
    pub function: FunctionCall,

    /// Kind of tool.
    #[doc(alias = "type")]
    pub type_: FunctionToolCallType,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A function and the arguments that it is called with.
///
/// Source: Steps > List Steps; OpenAPI: Function.
#[doc(alias = "Function")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct FunctionCall {
    /// Arguments as the model wrote them: the text of a JSON object, unless the model erred.
    pub arguments: String,

    /// Name of the function.
    pub name: String,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Kind of tool that a stored call is for.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FunctionToolCallType {
    /// `function`: A function.
    Function,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// What a tool returned, as the server stores it.
///
/// Source: Steps > List Steps; OpenAPI: `ToolReturn` of stored messages.
#[doc(alias = "LettaSchemasMessageToolReturn")]
#[doc(alias = "LettaSchemasMessageToolReturnOutput")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct InternalToolReturn {
    /// Whether the tool succeeded.
    pub status: ToolStatus,

    /// Value that the tool returned, or an account of how it failed. Recorded servers always send
    /// it: text within the JSON of an object that has `status`, `message` and `time`, parts as
    /// they are.
    pub func_response: Option<ToolReturnValue>,

    /// What the tool wrote to its standard error. Absent when nothing ran in the server's sandbox,
    /// as for built-in tools and refused calls, unless a client sent it.
    pub stderr: Option<Vec<String>>,

    /// What the tool wrote to its standard output. Absent when nothing ran in the server's
    /// sandbox, as for built-in tools and refused calls, unless a client sent it.
    pub stdout: Option<Vec<String>>,

    /// Tool call that is answered. Documented as any JSON, and a string on recorded servers.
    /// Recorded servers always send it.
    pub tool_call_id: Option<Value>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Answer to a tool call that waited, as the server stores it.
///
/// Only approvals carry a tag. Tool returns are known by their `status`.
///
/// `type` tells the variant.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum StoredApproval {
    /// A decision on whether the tool may run.
    Approval(ApprovalReturn),

    /// What the tool returned that a client ran.
    ToolReturn(InternalToolReturn),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownObject),
}
