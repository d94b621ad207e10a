// @generated from schema/operations.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Requests of the API, one type each.
//!
//! An operation holds what the request says; [`Operation`](crate::operation::Operation) makes
//! path, headers and body of it and reads the answer. What is required is an argument of
//! `new`, and each other parameter has a setter. Headers that a client sends with every
//! request, such as `Authorization`, are the client's.
//!
//! ```
//! use letta_types::{ListAllMessages, SortOrder, operation::Operation};
//!
//! let operation = ListAllMessages::new().with_limit(10).with_order(SortOrder::Asc);
//! assert_eq!(operation.path_and_query()?, "/v1/messages/?limit=10&order=asc");
//! assert_eq!(operation.body()?, None);
//! # Ok::<(), letta_types::operation::RequestError>(())
//! ```
//!
//! Lists come in pages: see [`Pages`](crate::operation::Pages).

use alloc::{string::String, vec::Vec};

use crate::{
    AgentId, ConversationId, FeedbackType, MessageId, MessageSearchRequest, MessageType,
    ModifyFeedbackRequest, OrderBy, ProjectId, SearchAllMessagesRequest, SortOrder, StepId,
    Timestamp, TraceId,
};

/// Lists steps of all agents, the newest first unless told otherwise.
///
/// `GET /v1/steps/`
///
/// Returns `Vec<`[`Step`](crate::Step)`>`: the steps.
///
/// Source: Steps > List Steps; OpenAPI: `list_steps`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ListSteps {
    /// Step after which the list begins, in the order of the list. Absent to begin at its start.
    /// Recorded servers fail with status 404 when there is no such step.
    pub after: Option<StepId>,

    /// Agent whose steps to list. Absent to list those of all agents. Recorded servers fail with
    /// status 400 when the identifier isn't of the form they use.
    pub agent_id: Option<AgentId>,

    /// Step before which the list ends, in the order of the list. Absent to go on to its end.
    ///
    /// The list still begins at its start, not just ahead of that step. Together with `after`,
    /// servers return the middle of what lies between when that is more than `limit`.
    pub before: Option<StepId>,

    /// Instant before which a step must have been created. Absent for no limit.
    pub end_date: Option<Timestamp>,

    /// Verdict that a step must have been given. Absent to list steps of any verdict, and without
    /// one.
    pub feedback: Option<FeedbackType>,

    /// Whether to list steps that have feedback, or those that have none. Absent to list both.
    pub has_feedback: Option<bool>,

    /// Maximum number of steps to return. Recorded servers fail with status 500 when it is
    /// negative.
    ///
    /// The documented default is `50`.
    pub limit: Option<i64>,

    /// Name of the model that a step must have used. Absent to list those of all models.
    pub model: Option<String>,

    /// Direction in which the steps are sorted.
    ///
    /// The documented default is `"desc"`.
    pub order: Option<SortOrder>,

    /// Key by which the steps are sorted. There is only one.
    ///
    /// The documented default is `"created_at"`.
    pub order_by: Option<OrderBy>,

    /// Project whose steps to list. For Letta's cloud; absent to list those of all.
    pub project_id: Option<ProjectId>,

    /// Instant after which a step must have been created. Absent for no limit.
    pub start_date: Option<Timestamp>,

    /// Tags by which to filter the steps. Absent to list steps whatever their tags. The parameter
    /// is repeated for each.
    pub tags: Option<Vec<String>>,

    /// Telemetry traces whose steps to list. Absent to list those of all. The parameter is
    /// repeated for each.
    pub trace_ids: Option<Vec<TraceId>>,

    /// Slug of the project whose steps to list. For Letta's cloud; absent to list those of all.
    /// OpenAPI alone names it.
    #[doc(alias = "X-Project")]
    pub x_project: Option<String>,
}

/// Fetches a step.
///
/// Recorded servers fail with status 404 when there is no such step.
///
/// `GET /v1/steps/{step_id}`
///
/// Returns [`Step`](crate::Step): the step.
///
/// Source: Steps > Retrieve Step; OpenAPI: `retrieve_step`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct RetrieveStep {
    /// Step to fetch.
    pub step_id: StepId,
}

/// Fetches how long the parts of a step took.
///
/// Recorded servers fail with status 404 when there is no such step.
///
/// `GET /v1/steps/{step_id}/metrics`
///
/// Returns [`StepMetrics`](crate::StepMetrics): the metrics.
///
/// Source: Steps > Retrieve Metrics For Step; OpenAPI: `retrieve_metrics_for_step`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct RetrieveMetricsForStep {
    /// Step whose metrics to fetch.
    pub step_id: StepId,
}

/// Fetches what a step and the model's provider sent to each other.
///
/// The answer is `null` for a step without a trace. Recorded servers answer so for a step that
/// doesn't exist, too.
///
/// `GET /v1/steps/{step_id}/trace`
///
/// Returns `Option<`[`ProviderTrace`](crate::ProviderTrace)`>`: the trace, or null.
///
/// Source: Steps > Retrieve Trace For Step; OpenAPI: `retrieve_trace_for_step`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct RetrieveTraceForStep {
    /// Step whose trace to fetch.
    pub step_id: StepId,
}

/// Sets the feedback on a step.
///
/// Both fields of the body are replaced: one that is absent is cleared.
///
/// Recorded servers fail with status 422 when the identifier isn't of the form they use.
///
/// `PATCH /v1/steps/{step_id}/feedback`
///
/// Returns [`Step`](crate::Step): the step with its feedback.
///
/// Source: Steps > Modify Feedback For Step; OpenAPI: `modify_feedback_for_step`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ModifyFeedbackForStep {
    /// Step that the feedback is about.
    pub step_id: StepId,

    /// The feedback from now on.
    pub body: ModifyFeedbackRequest,
}

/// Lists the messages of a step, the oldest first unless told otherwise.
///
/// Recorded servers list here as reasoning, with the source `non_reasoner_model`, what
/// `ListAllMessages` lists as said by the agent; only what an agent says by calling
/// `send_message` stays an assistant message. Of one stored message, the last piece comes
/// first. For a step that doesn't exist, the list is empty.
///
/// `GET /v1/steps/{step_id}/messages`
///
/// Returns `Vec<`[`LettaMessage`](crate::LettaMessage)`>`: the messages.
///
/// Source: Steps > List Messages For Step; OpenAPI: `list_messages_for_step`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ListMessagesForStep {
    /// Step whose messages to list.
    pub step_id: StepId,

    /// Message after which the list begins, in the order of the list. Absent to begin at its
    /// start.
    pub after: Option<MessageId>,

    /// Message before which the list ends, in the order of the list. Absent to go on to its end.
    ///
    /// The list still begins at its start, not just ahead of that message. Together with `after`,
    /// servers return the middle of what lies between when that is more than `limit`.
    pub before: Option<MessageId>,

    /// Maximum number of stored messages to return. Each can be listed as several messages, or as
    /// none.
    ///
    /// The documented default is `100`.
    pub limit: Option<i64>,

    /// Direction in which the messages are sorted.
    ///
    /// The documented default is `"asc"`.
    pub order: Option<SortOrder>,

    /// Key by which the messages are sorted. There is only one.
    ///
    /// The documented default is `"created_at"`.
    pub order_by: Option<OrderBy>,
}

/// Lists messages of all agents: the newest ones unless told otherwise.
///
/// Recorded servers return each list with its oldest message first. `order` tells them from
/// which end to take the messages when there are more than `limit`.
///
/// `GET /v1/messages/`
///
/// Returns `Vec<`[`LettaMessage`](crate::LettaMessage)`>`: the messages.
///
/// Source: Messages > List All Messages; OpenAPI: `list_all_messages`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ListAllMessages {
    /// Message that the listed ones are newer than, whatever the order. Absent for no limit.
    /// OpenAPI describes it as relative to the order; recorded servers go by age, and fail with
    /// status 404 when there is no such message.
    pub after: Option<MessageId>,

    /// Message that the listed ones are older than, whatever the order. Absent for no limit.
    /// OpenAPI describes it as relative to the order; recorded servers go by age.
    pub before: Option<MessageId>,

    /// Conversation whose messages to list. Absent to list those of all.
    pub conversation_id: Option<ConversationId>,

    /// Kinds of messages to keep of the list. Absent to keep all. The parameter is repeated for
    /// each.
    ///
    /// The server drops the others after it has taken `limit` stored messages, so a list can be
    /// empty though there are more messages. `Pages` asks for all kinds and drops the others
    /// itself.
    pub include_return_message_types: Option<Vec<MessageType>>,

    /// Maximum number of stored messages to return. Each can be listed as several messages, or as
    /// none.
    ///
    /// The documented default is `100`.
    pub limit: Option<i64>,

    /// From which end the messages are taken: `asc` from the oldest, `desc` from the newest.
    ///
    /// The documented default is `"desc"`.
    pub order: Option<SortOrder>,
}

/// Fetches a stored message, as the list of messages that it is listed as. They share its
/// identifier.
///
/// Recorded servers put the last piece first, and list as reasoning, with the source
/// `non_reasoner_model`, what `ListAllMessages` lists as said by the agent. They fail with
/// status 404 when there is no such message.
///
/// `GET /v1/messages/{message_id}`
///
/// Returns `Vec<`[`LettaMessage`](crate::LettaMessage)`>`: what the message is listed as.
///
/// Source: OpenAPI: `retrieve_message`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct RetrieveMessage {
    /// Message to fetch.
    pub message_id: MessageId,
}

/// Searches the messages of all agents, and returns what was said.
///
/// OpenAPI calls it a feature of Letta's cloud; a 0.16.8 server answers it, too.
///
/// `POST /v1/messages/search`
///
/// Returns `Vec<`[`MessageListResult`](crate::MessageListResult)`>`: what was found, the best
/// first. Of one stored message, recorded servers put the last piece first.
///
/// Source: Messages > Search All Messages; OpenAPI: `search_all_messages`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SearchAllMessages {
    /// What to search for.
    pub body: SearchAllMessagesRequest,
}

/// Searches the messages of all agents, and returns stored messages with their rankings.
///
/// OpenAPI calls it a feature of Letta's cloud; a 0.16.8 server answers it, too.
///
/// `POST /v1/agents/messages/search`
///
/// Returns `Vec<`[`MessageSearchResult`](crate::MessageSearchResult)`>`: what was found, the
/// best first.
///
/// Source: OpenAPI: `search_messages`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SearchMessages {
    /// What to search for.
    pub body: MessageSearchRequest,
}
