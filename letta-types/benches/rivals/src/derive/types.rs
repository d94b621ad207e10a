// Included by `mod.rs`, which says what `object!` and `tagged!` mean. Unions that no tag tells apart are
// untagged for all: text or parts, a call or a piece of it.

type Map = serde_json::Map<String, Value>;
type Value = serde_json::Value;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MessageRole {
    Assistant,
    User,
    Tool,
    Function,
    System,
    Approval,
    Summary,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ToolStatus {
    Success,
    Error,
}

object!(TextContent, "type" = "text" as TextContentTag, { text: String }, { signature: String });

object!(ImageContent, "type" = "image" as ImageContentTag, { source: ImageSource }, {});

tagged!(ImageSource, "type", { UrlImage = "url", Base64Image = "base64", LettaImage = "letta" });

object!(UrlImage, "type" = "url" as UrlImageTag, { url: String }, {});

object!(Base64Image, "type" = "base64" as Base64ImageTag,
    { data: String, media_type: String },
    { detail: String }
);

object!(LettaImage, "type" = "letta" as LettaImageTag,
    { file_id: String },
    { data: String, detail: String, media_type: String }
);

object!(ToolCallContent, "type" = "tool_call" as ToolCallContentTag,
    { id: String, input: Map, name: String },
    { signature: String }
);

object!(ToolReturnContent, "type" = "tool_return" as ToolReturnContentTag,
    { content: String, is_error: bool, tool_call_id: String },
    {}
);

object!(ReasoningContent, "type" = "reasoning" as ReasoningContentTag,
    { is_native: bool, reasoning: String },
    { signature: String }
);

object!(RedactedReasoningContent, "type" = "redacted_reasoning" as RedactedReasoningContentTag,
    { data: String },
    {}
);

object!(OmittedReasoningContent, "type" = "omitted_reasoning" as OmittedReasoningContentTag,
    {},
    { signature: String }
);

object!(SummarizedReasoningContent, "type" = "summarized_reasoning" as SummarizedReasoningContentTag,
    { id: String, summary: Vec<SummarizedReasoningContentPart> },
    { encrypted_content: String }
);

object!(SummarizedReasoningContentPart, { index: i64, text: String }, {});

tagged!(MessageContentPart, "type", {
    TextContent = "text", ImageContent = "image", ToolCallContent = "tool_call",
    ToolReturnContent = "tool_return", ReasoningContent = "reasoning",
    RedactedReasoningContent = "redacted_reasoning", OmittedReasoningContent = "omitted_reasoning",
    SummarizedReasoningContent = "summarized_reasoning"
});

tagged!(UserContentPart, "type", { TextContent = "text", ImageContent = "image" });

tagged!(AssistantContentPart, "type", { TextContent = "text" });

tagged!(ToolReturnContentPart, "type", { TextContent = "text", ImageContent = "image" });

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum UserContent {
    Text(String),
    Parts(Vec<UserContentPart>),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum AssistantContent {
    Text(String),
    Parts(Vec<AssistantContentPart>),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum ToolReturnValue {
    Text(String),
    Parts(Vec<ToolReturnContentPart>),
}

object!(InternalMessage,
    { id: String, role: MessageRole },
    {
        agent_id: String, approval_request_id: String, approvals: Vec<StoredApproval>, approve: bool,
        batch_item_id: String, content: Vec<MessageContentPart>, conversation_id: String,
        created_at: String, created_by_id: String, denial_reason: String, group_id: String,
        is_err: bool, last_updated_by_id: String, model: String, name: String, otid: String,
        run_id: String, sender_id: String, step_id: String, tool_call_id: String,
        tool_calls: Vec<FunctionToolCall>, tool_returns: Vec<InternalToolReturn>, updated_at: String
    }
);

object!(FunctionToolCall, { id: String, function: FunctionCall, r#type: FunctionToolCallType }, {});

object!(FunctionCall, { arguments: String, name: String }, {});

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FunctionToolCallType {
    Function,
}

object!(InternalToolReturn,
    { status: ToolStatus },
    {
        func_response: ToolReturnValue, stderr: Vec<String>, stdout: Vec<String>, tool_call_id: Value
    }
);

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum StoredApproval {
    Approval(TaggedApproval),
    ToolReturn(InternalToolReturn),
}

tagged!(TaggedApproval, "type", { ApprovalReturn = "approval" });

tagged!(LettaMessage, "message_type", {
    SystemMessage = "system_message", UserMessage = "user_message",
    ReasoningMessage = "reasoning_message", HiddenReasoningMessage = "hidden_reasoning_message",
    ToolCallMessage = "tool_call_message", ToolReturnMessage = "tool_return_message",
    AssistantMessage = "assistant_message", ApprovalRequestMessage = "approval_request_message",
    ApprovalResponseMessage = "approval_response_message", SummaryMessage = "summary_message",
    EventMessage = "event_message"
});

object!(SystemMessage, "message_type" = "system_message" as SystemMessageTag,
    { id: String, content: String, date: String },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        step_id: String
    }
);

object!(UserMessage, "message_type" = "user_message" as UserMessageTag,
    { id: String, content: UserContent, date: String },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        step_id: String
    }
);

object!(ReasoningMessage, "message_type" = "reasoning_message" as ReasoningMessageTag,
    { id: String, date: String, reasoning: String },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        signature: String, source: ReasoningSource, step_id: String
    }
);

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReasoningSource {
    ReasonerModel,
    NonReasonerModel,
}

object!(HiddenReasoningMessage, "message_type" = "hidden_reasoning_message" as HiddenReasoningMessageTag,
    { id: String, date: String, state: HiddenReasoningState },
    {
        hidden_reasoning: String, is_err: bool, name: String, otid: String, run_id: String,
        sender_id: String, seq_id: i64, step_id: String
    }
);

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum HiddenReasoningState {
    Redacted,
    Omitted,
}

object!(ToolCallMessage, "message_type" = "tool_call_message" as ToolCallMessageTag,
    { id: String, date: String, tool_call: ToolCallOrDelta },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        step_id: String, tool_calls: ToolCallsOrDelta
    }
);

object!(ToolReturnMessage, "message_type" = "tool_return_message" as ToolReturnMessageTag,
    { id: String, date: String, status: ToolStatus, tool_call_id: String, tool_return: String },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        stderr: Vec<String>, stdout: Vec<String>, step_id: String, tool_returns: Vec<TaggedToolReturn>
    }
);

object!(AssistantMessage, "message_type" = "assistant_message" as AssistantMessageTag,
    { id: String, content: AssistantContent, date: String },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        step_id: String
    }
);

object!(ApprovalRequestMessage, "message_type" = "approval_request_message" as ApprovalRequestMessageTag,
    { id: String, date: String, tool_call: ToolCallOrDelta },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        step_id: String, tool_calls: ToolCallsOrDelta
    }
);

object!(ApprovalResponseMessage, "message_type" = "approval_response_message" as ApprovalResponseMessageTag,
    { id: String, date: String },
    {
        approval_request_id: String, approvals: Vec<Approval>, approve: bool, is_err: bool,
        name: String, otid: String, reason: String, run_id: String, sender_id: String, seq_id: i64,
        step_id: String
    }
);

object!(SummaryMessage, "message_type" = "summary_message" as SummaryMessageTag,
    { id: String, date: String, summary: String },
    {
        compaction_stats: CompactionStats, is_err: bool, name: String, otid: String, run_id: String,
        sender_id: String, seq_id: i64, step_id: String
    }
);

object!(EventMessage, "message_type" = "event_message" as EventMessageTag,
    { id: String, date: String, event_data: Map, event_type: EventType },
    {
        is_err: bool, name: String, otid: String, run_id: String, sender_id: String, seq_id: i64,
        step_id: String
    }
);

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum EventType {
    Compaction,
}

object!(ToolCall, { arguments: String, name: String, tool_call_id: String }, {});

object!(ToolCallDelta, {}, { arguments: String, name: String, tool_call_id: String });

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum ToolCallOrDelta {
    Call(ToolCall),
    Delta(ToolCallDelta),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum ToolCallsOrDelta {
    Calls(Vec<ToolCall>),
    Delta(ToolCallDelta),
}

object!(ToolReturn, "type" = "tool" as ToolReturnTag,
    { status: ToolStatus, tool_call_id: String, tool_return: ToolReturnValue },
    { stderr: Vec<String>, stdout: Vec<String> }
);

tagged!(TaggedToolReturn, "type", { ToolReturn = "tool" });

object!(ApprovalReturn, "type" = "approval" as ApprovalReturnTag,
    { approve: bool, tool_call_id: String },
    { reason: String }
);

tagged!(Approval, "type", { ApprovalReturn = "approval", ToolReturn = "tool" });

object!(CompactionStats,
    { context_window: i64, messages_count_after: i64, messages_count_before: i64, trigger: String },
    { context_tokens_after: i64, context_tokens_before: i64 }
);

object!(Step,
    { id: String },
    {
        agent_id: String, cache_write_tokens: i64, cached_input_tokens: i64, completion_tokens: i64,
        completion_tokens_details: Map, context_window_limit: i64, error_data: Map, error_type: String,
        feedback: FeedbackType, messages: Vec<InternalMessage>, model: String, model_endpoint: String,
        model_handle: String, origin: String, project_id: String, prompt_tokens: i64,
        prompt_tokens_details: Map, provider_category: String, provider_id: String,
        provider_name: String, reasoning_tokens: i64, request_id: String, run_id: String,
        status: StepStatus, stop_reason: StopReasonType, tags: Vec<String>, tid: String,
        total_tokens: i64, trace_id: String, organization_id: String
    }
);

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StopReasonType {
    EndTurn,
    Error,
    LlmApiError,
    InvalidLlmResponse,
    InvalidToolCall,
    MaxSteps,
    MaxTokensExceeded,
    NoToolCall,
    ToolRule,
    Cancelled,
    InsufficientCredits,
    RequiresApproval,
    ContextWindowOverflowInSystemPrompt,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StepStatus {
    Pending,
    Success,
    Failed,
    Cancelled,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FeedbackType {
    Positive,
    Negative,
}

object!(ProviderTrace,
    { request_json: Map, response_json: Map },
    {
        id: String, agent_id: String, agent_tags: Vec<String>, billing_context: BillingContext,
        call_type: String, compaction_settings: Map, created_at: String, created_by_id: String,
        last_updated_by_id: String, latency_ms: i64, llm_config: Map, org_id: String, run_id: String,
        source: String, step_id: String, updated_at: String, user_id: String
    }
);

object!(BillingContext, {}, { cost_source: String, customer_id: String, plan_type: String });
