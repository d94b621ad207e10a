// @generated from schema/common.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Identifiers, instants and shared enums.
//!
//! Each kind of identifier is a type of its own, so that a [`StepId`] can't stand where an
//! [`AgentId`] belongs. Any text is accepted and kept; [`StepId::PREFIX`] and its like are
//! what servers put in front. [`Timestamp`] is the text of an instant. With the crate's
//! features, identifiers give the UUID that they hold, and instants convert to the types of
//! `chrono`, `jiff` and `time`.
//!
//! Enums are open. A value that the documents don't name is `Unknown` with its text, and
//! `as_str()` is what stands on the wire, known or not:
//!
//! ```
//! use letta_types::{MessageRole, StepId, Timestamp};
//!
//! let id = StepId::from("step-1");
//! assert_eq!(id, "step-1");
//! assert_eq!(id.to_string(), "step-1");
//!
//! assert_eq!(MessageRole::from("user"), MessageRole::User);
//! assert_eq!(MessageRole::from("narrator"), MessageRole::Unknown("narrator".into()));
//! assert_eq!(MessageRole::from("narrator").as_str(), "narrator");
//!
//! assert_eq!(Timestamp::new("2026-11-21T09:23:20Z").as_str(), "2026-11-21T09:23:20Z");
//! ```

use alloc::string::String;

use crate::runtime::short_text::{IdText, InstantText};

/// Identifier of a step: `step-` and a UUID.
///
/// Servers write `step-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > Retrieve Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct StepId(pub(crate) IdText);

/// Identifier of an agent: `agent-` and a UUID.
///
/// Servers write `agent-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct AgentId(pub(crate) IdText);

/// Identifier of a stored message: `message-` and a UUID.
///
/// One stored message can be listed as several messages (its reasoning, its text, its tool
/// calls), and all of them carry this same identifier; `otid` tells them apart.
///
/// Servers write `message-…`, but any text is accepted and kept as it is.
///
/// Source: OpenAPI: `retrieve_message`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct MessageId(pub(crate) IdText);

/// Identifier of a run, which is one invocation of an agent and holds its steps: `run-` and a
/// UUID.
///
/// Servers write `run-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RunId(pub(crate) IdText);

/// Identifier of an organization: `org-` and a UUID.
///
/// Servers write `org-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > Retrieve Trace For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct OrganizationId(pub(crate) IdText);

/// Identifier of a user of the server: `user-` and a UUID.
///
/// Servers write `user-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > Retrieve Trace For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct UserId(pub(crate) IdText);

/// Identifier of a project on Letta's cloud.
///
/// Self-hosted servers never set it, and no source shows its form.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ProjectId(pub(crate) String);

/// Identifier of a configured model provider: `provider-` and a UUID.
///
/// Servers write `provider-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ProviderId(pub(crate) String);

/// Identifier of a provider trace: `provider_trace-` and a UUID.
///
/// Servers write `provider_trace-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > Retrieve Trace For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ProviderTraceId(pub(crate) String);

/// Identifier of a conversation with an agent: `conv-` and a UUID.
///
/// Servers write `conv-…`, but any text is accepted and kept as it is.
///
/// Source: Messages > List All Messages.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ConversationId(pub(crate) String);

/// Identifier of a group of agents: `group-` and a UUID.
///
/// Servers write `group-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct GroupId(pub(crate) String);

/// Identifier of an agent template on Letta's cloud.
///
/// Self-hosted servers never set it, and no source shows its form.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > Retrieve Metrics For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TemplateId(pub(crate) String);

/// Identifier of the template that the versions of an agent template have in common, on
/// Letta's cloud.
///
/// Self-hosted servers never set it, and no source shows its form.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > Retrieve Metrics For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct BaseTemplateId(pub(crate) String);

/// Identifier of one item of a batch of model requests: `batch_item-` and a UUID.
///
/// Servers write `batch_item-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct BatchItemId(pub(crate) String);

/// Identifier of a file in the server's storage: `file-` and a UUID.
///
/// Servers write `file-…`, but any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct FileId(pub(crate) String);

/// Identifier of a tool call, which links the call, its approval and its return.
///
/// The model's provider mints it, so its form varies: `call_…` from OpenAI, `toolu_…` from
/// Anthropic, a bare UUID for calls that the server writes itself.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ToolCallId(pub(crate) IdText);

/// Identifier of whoever sent a message: an identity (`identity-…`) or an agent (`agent-…`).
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct SenderId(pub(crate) String);

/// Offline threading id of a message.
///
/// Clients choose one per message that they send, so that a retried request isn't executed
/// twice. The server gives one to each piece that it splits a stored message into, and then it
/// is what tells pieces with the same message identifier apart: recorded servers take the UUID
/// of that identifier and count in its last two digits. Usually a UUID, though recorded
/// approval requests repeat their message identifier here.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Otid(pub(crate) IdText);

/// Identifier of a telemetry trace: 32 hexadecimal digits on recorded servers.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TraceId(pub(crate) IdText);

/// Identifier of the transaction in which a step was processed.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TransactionId(pub(crate) String);

/// Identifier under which Letta's cloud logged an API request.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RequestId(pub(crate) String);

/// Identifier of a customer in billing records.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > Retrieve Trace For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CustomerId(pub(crate) String);

/// Identifier that a provider gave to a piece of reasoning.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Steps.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ReasoningId(pub(crate) String);

/// Identifier of what an approval answers.
///
/// Documented as the identifier of the message that asked for approval, yet recorded servers
/// put the identifier of the tool call here.
///
/// Any text is accepted and kept as it is.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ApprovalRequestId(pub(crate) String);

/// An instant, as text in ISO 8601 form.
///
/// Two spellings are current: microseconds with `Z` (`2026-11-21T09:23:20.892391Z`) in fields
/// that end in `_at`, and whole seconds with an offset (`2026-11-21T09:23:20+00:00`) in
/// `date`. Older servers also sent instants without an offset.
///
/// Instants are compared as texts, also for equality. That sorts those of one form and offset
/// by time, but not a mix of forms: of those with and without a fraction of a second, say, or
/// with `Z` and `+00:00`, which are the same instant and not equal. Convert such first.
///
/// Any text is accepted and kept as it is.
///
/// Source: Messages > Search All Messages.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Timestamp(pub(crate) InstantText);

/// Part that a stored message plays in the conversation.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MessageRole {
    /// `assistant`: The model spoke, thought or called tools.
    Assistant,

    /// `user`: Someone spoke to the agent: a person, a program or another agent.
    User,

    /// `tool`: A tool returned a value.
    Tool,

    /// `function`: A function returned a value, in the older terms of OpenAI's interface.
    Function,

    /// `system`: Instructions to the model.
    System,

    /// `approval`: A tool call that waits for approval, or the answer to one.
    Approval,

    /// `summary`: A digest of earlier messages that no longer fit into the context window.
    Summary,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// Outcome of a tool call.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ToolStatus {
    /// `success`: The tool ran and returned a value.
    Success,

    /// `error`: The tool failed, or wasn't run because approval was denied.
    Error,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// Direction in which a list is sorted by creation time: the query parameter `order`.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SortOrder {
    /// `asc`: From the oldest to the newest.
    Asc,

    /// `desc`: From the newest to the oldest.
    Desc,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// Key by which a list is sorted: the query parameter `order_by`.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum OrderBy {
    /// `created_at`: The instant of creation.
    CreatedAt,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}
