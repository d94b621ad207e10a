// @generated from schema/steps.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Steps of agents.
//!
//! A step is one request of an agent to its model. [`Step`] has what it cost in tokens, how it
//! ended and what a user thought of it; [`StepMetrics`] how long it took; [`ProviderTrace`]
//! what was said to the model's provider and what came back.
//!
//! All fields of a step but `id` may be absent: older servers don't know them all, and a step
//! in progress has little to tell. [`StepMetrics`] counts in nanoseconds.
//!
//! ```
//! use std::time::Duration;
//!
//! use letta_types::{Step, StepMetrics, StepStatus, json};
//!
//! let step: Step = json::from_str(r#"{"id": "step-1", "status": "success", "total_tokens": 214}"#)?;
//! assert_eq!(step.status, Some(StepStatus::Success));
//! assert_eq!(step.total_tokens, Some(214));
//! assert_eq!(step.stop_reason, None);
//!
//! let metrics: StepMetrics = json::from_str(r#"{"id": "step-1", "step_ns": 1500000000}"#)?;
//! let nanoseconds = metrics.step_ns.and_then(|ns| u64::try_from(ns).ok());
//! assert_eq!(nanoseconds.map(Duration::from_nanos), Some(Duration::from_millis(1500)));
//! # Ok::<(), json::Error>(())
//! ```

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{
    AgentId, BaseTemplateId, CustomerId, Extra, InternalMessage, OrganizationId, ProjectId,
    ProviderId, ProviderTraceId, RawJson, RequestId, RunId, StepId, TemplateId, Timestamp, TraceId,
    TransactionId, UserId,
};

/// One step of an agent: a single request to the model, with the tool calls that followed from
/// its answer.
///
/// A run consists of one or more steps. What a step said is not in here: list its messages.
///
/// Source: Steps > List Steps; domain type Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Step {
    /// Identifier of the step.
    pub id: StepId,

    /// Agent that took the step. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// Prompt tokens that the provider wrote to its prompt cache, which only Anthropic counts.
    /// Absent until the model has answered, for other providers, and from server 0.15.1.
    pub cache_write_tokens: Option<i64>,

    /// Prompt tokens that the provider read from its prompt cache. Absent until the model has
    /// answered, when the provider doesn't say, and from server 0.15.1.
    pub cached_input_tokens: Option<i64>,

    /// Tokens that the model generated in this step. Recorded servers send 0 while a step is in
    /// progress and when it failed.
    pub completion_tokens: Option<i64>,

    /// Breakdown of `completion_tokens` in the provider's terms, such as `reasoning_tokens`.
    /// Absent until the model has answered, when the provider's stream doesn't tell, and from
    /// server 0.15.1.
    pub completion_tokens_details: Option<Map<String, Value>>,

    /// Size of the context window that was configured for the step, in tokens. Recorded servers
    /// always send it.
    pub context_window_limit: Option<i64>,

    /// What is known of the error that ended the step. Recorded servers send `message`,
    /// `traceback` and `details`. Absent unless the step failed.
    pub error_data: Option<Map<String, Value>>,

    /// Class of the error that ended the step, such as `LLMRateLimitError`. Absent unless the step
    /// failed.
    pub error_type: Option<String>,

    /// Verdict that a user gave on the step. Absent when there is none.
    pub feedback: Option<FeedbackType>,

    /// Messages that the step produced, as they are stored. Recorded servers always send an empty
    /// list.
    ///
    /// **Deprecated:** use [`ListMessagesForStep`](crate::ListMessagesForStep), the list of a
    /// step's messages.
    ///
    /// The documented default is `[]`.
    pub messages: Option<Vec<InternalMessage>>,

    /// Name of the model as its provider knows it, such as `gpt-4o-mini`. Recorded servers always
    /// send it.
    pub model: Option<String>,

    /// Base URL at which the model was called. Recorded servers always send it.
    pub model_endpoint: Option<String>,

    /// Name of the model as Letta knows it: a provider's name and the model's, such as
    /// `anthropic/claude-sonnet-4-5-20250929`. Absent from servers before it was recorded
    /// (0.15.1).
    pub model_handle: Option<String>,

    /// Surface on which the step was started. Absent from recorded servers.
    pub origin: Option<String>,

    /// Project of the agent that took the step. Set on Letta's cloud only.
    pub project_id: Option<ProjectId>,

    /// Tokens that the model was given in this step. Recorded servers send 0 while a step is in
    /// progress and when it failed.
    pub prompt_tokens: Option<i64>,

    /// Breakdown of `prompt_tokens` in the provider's terms, such as `cache_creation_tokens`,
    /// `cache_read_tokens` and `cached_tokens`. Absent until the model has answered, and from
    /// server 0.15.1.
    pub prompt_tokens_details: Option<Map<String, Value>>,

    /// Kind of provider: `base` for one that the server came with, `byok` for one that a user
    /// configured with a key of their own. Recorded servers always send it.
    pub provider_category: Option<String>,

    /// Provider that was configured for the step. Absent from recorded servers, whose providers
    /// were all of category `base`.
    pub provider_id: Option<ProviderId>,

    /// Name of the provider, such as `openai` or `anthropic`. Recorded servers always send it.
    pub provider_name: Option<String>,

    /// Tokens of `completion_tokens` that the model spent on reasoning. Absent when the provider
    /// doesn't say, when there were none, and from server 0.15.1.
    pub reasoning_tokens: Option<i64>,

    /// Entry in the cloud's request log that belongs to the step. Absent when the server wasn't
    /// told, and from server 0.15.1.
    pub request_id: Option<RequestId>,

    /// Run that the step is part of. Documented for asynchronous calls only, though recorded
    /// servers send it for every step.
    pub run_id: Option<RunId>,

    /// How far the step has come, or how it ended.
    ///
    /// The documented default is `"pending"`.
    pub status: Option<StepStatus>,

    /// Why the agent stopped after the step. Absent while the step is in progress, and when the
    /// run went on with another step.
    pub stop_reason: Option<StopReasonType>,

    /// Labels of the step. Setting feedback replaces them.
    ///
    /// The documented default is `[]`.
    pub tags: Option<Vec<String>>,

    /// Transaction in which the step was processed. Absent from recorded servers.
    pub tid: Option<TransactionId>,

    /// Sum of `prompt_tokens` and `completion_tokens`. Recorded servers always send it.
    pub total_tokens: Option<i64>,

    /// Telemetry trace that the step belongs to. The steps of one request share it. Recorded
    /// servers always send it.
    pub trace_id: Option<TraceId>,

    /// Organization that owns the step. Recorded servers always send it.
    ///
    /// Servers send it, though no published document names it.
    pub organization_id: Option<OrganizationId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Why an agent stopped.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum StopReasonType {
    /// `end_turn`: The model finished its turn.
    EndTurn,

    /// `error`: Something failed that has no reason of its own.
    Error,

    /// `llm_api_error`: The request to the model's provider failed.
    LlmApiError,

    /// `invalid_llm_response`: The provider's answer couldn't be used.
    InvalidLlmResponse,

    /// `invalid_tool_call`: The model called a tool in a way that couldn't be executed.
    InvalidToolCall,

    /// `max_steps`: The run had taken as many steps as it was allowed.
    MaxSteps,

    /// `max_tokens_exceeded`: The model reached its limit of generated tokens.
    MaxTokensExceeded,

    /// `no_tool_call`: The model called no tool though it had to.
    NoToolCall,

    /// `tool_rule`: A rule attached to a tool ended the run.
    ToolRule,

    /// `cancelled`: Somebody cancelled the run.
    Cancelled,

    /// `insufficient_credits`: The account had too few credits to go on.
    InsufficientCredits,

    /// `requires_approval`: A tool call waits for approval, or for a client to run the tool.
    RequiresApproval,

    /// `context_window_overflow_in_system_prompt`: The system prompt alone exceeds the context
    /// window.
    ContextWindowOverflowInSystemPrompt,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// How far a step has come, or how it ended.
///
/// Source: OpenAPI: `StepStatus`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum StepStatus {
    /// `pending`: The step is in progress.
    Pending,

    /// `success`: The step was completed.
    Success,

    /// `failed`: An error ended the step.
    Failed,

    /// `cancelled`: The step was cancelled before it was completed.
    Cancelled,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// Verdict of a user on a step.
///
/// Source: OpenAPI: `FeedbackType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FeedbackType {
    /// `positive`: The user liked the step.
    Positive,

    /// `negative`: The user disliked the step.
    Negative,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// How long a step and its parts took.
///
/// Source: Steps > Retrieve Metrics For Step; OpenAPI: `StepMetrics`.
#[doc(alias = "MetricRetrieveResponse")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct StepMetrics {
    /// Identifier of the step that was measured.
    pub id: StepId,

    /// Agent that took the step. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// Base template of the agent that took the step. Set on Letta's cloud only.
    pub base_template_id: Option<BaseTemplateId>,

    /// Duration of the request to the model, in nanoseconds. Absent while the step is in progress,
    /// when the request failed, and when it wasn't measured.
    pub llm_request_ns: Option<i64>,

    /// Instant at which the request to the model began, in nanoseconds since the Unix epoch.
    /// Absent from recorded servers.
    pub llm_request_start_ns: Option<i64>,

    /// Project of the agent that took the step. Set on Letta's cloud only.
    pub project_id: Option<ProjectId>,

    /// Provider that was configured for the step. Absent from recorded servers, whose providers
    /// were all of category `base`.
    pub provider_id: Option<ProviderId>,

    /// Run that the step is part of. Absent from server 0.15.1 and for some steps of 0.16.8.
    pub run_id: Option<RunId>,

    /// Duration of the whole step, in nanoseconds. Absent while the step is in progress and when
    /// it wasn't measured.
    pub step_ns: Option<i64>,

    /// Instant at which the step began, in nanoseconds since the Unix epoch. Absent from recorded
    /// servers.
    pub step_start_ns: Option<i64>,

    /// Template of the agent that took the step. Set on Letta's cloud only.
    pub template_id: Option<TemplateId>,

    /// Time that tools ran for, in nanoseconds. Absent when the step ran none.
    pub tool_execution_ns: Option<i64>,

    /// Organization that owns the step. Recorded servers always send it.
    ///
    /// Servers send it, though no published document names it.
    pub organization_id: Option<OrganizationId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// The exchange with the model's provider behind a step, word for word.
///
/// The server answers `null` in its place for a step without one, such as one in progress.
/// Server 0.15.1 sent no more than the two payloads, `id`, `step_id` and who touched it when.
///
/// Source: Steps > Retrieve Trace For Step; domain type `ProviderTrace`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ProviderTrace {
    /// Request to the provider, in the provider's own format.
    pub request_json: Map<String, Value>,

    /// Answer of the provider, in the provider's own format. After a failure, recorded servers put
    /// `error` and `error_type` here instead.
    pub response_json: Map<String, Value>,

    /// Identifier of the trace. Recorded servers always send it.
    pub id: Option<ProviderTraceId>,

    /// Agent that caused the exchange. Absent from server 0.15.1.
    pub agent_id: Option<AgentId>,

    /// Tags of that agent at the time, to filter traces by. Absent from server 0.15.1.
    pub agent_tags: Option<Vec<String>>,

    /// Who pays for the exchange, and how. Absent from servers that don't bill.
    pub billing_context: Option<BillingContext>,

    /// What the model was asked for, such as `agent_step` or `summarization`. Absent from server
    /// 0.15.1.
    pub call_type: Option<String>,

    /// Settings of the compaction. Absent unless the model was asked to summarize.
    pub compaction_settings: Option<Map<String, Value>>,

    /// Instant at which the trace was stored. Recorded servers always send it.
    pub created_at: Option<Timestamp>,

    /// User on whose behalf the trace was stored. Recorded servers always send it.
    pub created_by_id: Option<UserId>,

    /// User on whose behalf the trace was changed last. Recorded servers always send it.
    pub last_updated_by_id: Option<UserId>,

    /// Duration of the exchange, in milliseconds. Newer than server 0.16.8, which doesn't send it.
    pub latency_ms: Option<i64>,

    /// Configuration of the model for the exchange. Absent when the model was asked to summarize.
    pub llm_config: Option<Map<String, Value>>,

    /// Organization that owns the trace. Absent from server 0.15.1.
    pub org_id: Option<OrganizationId>,

    /// Run that the exchange was part of. Absent from server 0.15.1.
    pub run_id: Option<RunId>,

    /// Service that stored the trace, such as `memgpt-server` or `lettuce-py`. Absent from
    /// recorded servers.
    pub source: Option<String>,

    /// Step that the exchange was made for. Recorded servers always send it.
    pub step_id: Option<StepId>,

    /// Instant of the last change. Recorded servers always send it.
    pub updated_at: Option<Timestamp>,

    /// User whose request caused the exchange. Absent from server 0.15.1.
    pub user_id: Option<UserId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// [`ProviderTrace`] with `request_json` and `response_json` as the text that came.
///
/// Both types are read from the same JSON. This one reads over these fields without making
/// anything of them, and writes them as they came: use it to store or forward the value, or
/// where little of it is needed. `ProviderTrace::try_from` reads the text.
///
/// Source: Steps > Retrieve Trace For Step; domain type `ProviderTrace`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct RawProviderTrace {
    /// Request to the provider, in the provider's own format.
    ///
    /// It is kept as text: [`RawJson`] parses it on request.
    pub request_json: RawJson,

    /// Answer of the provider, in the provider's own format. After a failure, recorded servers put
    /// `error` and `error_type` here instead.
    ///
    /// It is kept as text: [`RawJson`] parses it on request.
    pub response_json: RawJson,

    /// Identifier of the trace. Recorded servers always send it.
    pub id: Option<ProviderTraceId>,

    /// Agent that caused the exchange. Absent from server 0.15.1.
    pub agent_id: Option<AgentId>,

    /// Tags of that agent at the time, to filter traces by. Absent from server 0.15.1.
    pub agent_tags: Option<Vec<String>>,

    /// Who pays for the exchange, and how. Absent from servers that don't bill.
    pub billing_context: Option<BillingContext>,

    /// What the model was asked for, such as `agent_step` or `summarization`. Absent from server
    /// 0.15.1.
    pub call_type: Option<String>,

    /// Settings of the compaction. Absent unless the model was asked to summarize.
    pub compaction_settings: Option<Map<String, Value>>,

    /// Instant at which the trace was stored. Recorded servers always send it.
    pub created_at: Option<Timestamp>,

    /// User on whose behalf the trace was stored. Recorded servers always send it.
    pub created_by_id: Option<UserId>,

    /// User on whose behalf the trace was changed last. Recorded servers always send it.
    pub last_updated_by_id: Option<UserId>,

    /// Duration of the exchange, in milliseconds. Newer than server 0.16.8, which doesn't send it.
    pub latency_ms: Option<i64>,

    /// Configuration of the model for the exchange. Absent when the model was asked to summarize.
    pub llm_config: Option<Map<String, Value>>,

    /// Organization that owns the trace. Absent from server 0.15.1.
    pub org_id: Option<OrganizationId>,

    /// Run that the exchange was part of. Absent from server 0.15.1.
    pub run_id: Option<RunId>,

    /// Service that stored the trace, such as `memgpt-server` or `lettuce-py`. Absent from
    /// recorded servers.
    pub source: Option<String>,

    /// Step that the exchange was made for. Recorded servers always send it.
    pub step_id: Option<StepId>,

    /// Instant of the last change. Recorded servers always send it.
    pub updated_at: Option<Timestamp>,

    /// User whose request caused the exchange. Absent from server 0.15.1.
    pub user_id: Option<UserId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Who pays for a request to a model, and how.
///
/// Source: Steps > Retrieve Trace For Step; OpenAPI: `BillingContext`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct BillingContext {
    /// What the cost is taken from: `quota` or `credits`.
    pub cost_source: Option<String>,

    /// Customer who is billed.
    pub customer_id: Option<CustomerId>,

    /// Plan that the customer subscribes to.
    pub plan_type: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Feedback to set on a step.
///
/// The request replaces both fields as a whole: what is left out of it is cleared.
///
/// Source: Steps > Modify Feedback For Step; OpenAPI: `ModifyFeedbackRequest`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ModifyFeedbackRequest {
    /// Verdict on the step. Leaving it out clears the verdict that is there.
    pub feedback: Option<FeedbackType>,

    /// Labels that become the step's `tags`. Leaving them out clears those that are there.
    pub tags: Option<Vec<String>>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}
