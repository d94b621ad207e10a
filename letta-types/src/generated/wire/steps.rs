// @generated from schema/steps.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::steps`] are read and written.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::json::body::body;
use crate::raw::raw_object;
use crate::runtime::{object::object, text::open_enum};
use crate::{
    AgentId, BaseTemplateId, BillingContext, CustomerId, FeedbackType, InternalMessage,
    ModifyFeedbackRequest, OrganizationId, ProjectId, ProviderId, ProviderTrace, ProviderTraceId,
    RawJson, RawProviderTrace, RequestId, RunId, Step, StepId, StepMetrics, StepStatus,
    StopReasonType, TemplateId, Timestamp, TraceId, TransactionId, UserId,
};

body! {
    Step StepMetrics ProviderTrace RawProviderTrace ModifyFeedbackRequest
}

object! {
    Step {
        id: StepId = "id" required;
        agent_id: AgentId = "agent_id" optional;
        cache_write_tokens: i64 = "cache_write_tokens" optional;
        cached_input_tokens: i64 = "cached_input_tokens" optional;
        completion_tokens: i64 = "completion_tokens" optional;
        completion_tokens_details: Map<String, Value> = "completion_tokens_details" optional;
        context_window_limit: i64 = "context_window_limit" optional;
        error_data: Map<String, Value> = "error_data" optional;
        error_type: String = "error_type" optional;
        feedback: FeedbackType = "feedback" optional;
        messages: Vec<InternalMessage> = "messages" optional;
        model: String = "model" optional;
        model_endpoint: String = "model_endpoint" optional;
        model_handle: String = "model_handle" optional;
        origin: String = "origin" optional;
        project_id: ProjectId = "project_id" optional;
        prompt_tokens: i64 = "prompt_tokens" optional;
        prompt_tokens_details: Map<String, Value> = "prompt_tokens_details" optional;
        provider_category: String = "provider_category" optional;
        provider_id: ProviderId = "provider_id" optional;
        provider_name: String = "provider_name" optional;
        reasoning_tokens: i64 = "reasoning_tokens" optional;
        request_id: RequestId = "request_id" optional;
        run_id: RunId = "run_id" optional;
        status: StepStatus = "status" optional;
        stop_reason: StopReasonType = "stop_reason" optional;
        tags: Vec<String> = "tags" optional;
        tid: TransactionId = "tid" optional;
        total_tokens: i64 = "total_tokens" optional;
        trace_id: TraceId = "trace_id" optional;
        organization_id: OrganizationId = "organization_id" optional;
    }
}

open_enum! {
    StopReasonType {
        EndTurn = "end_turn",
        Error = "error",
        LlmApiError = "llm_api_error",
        InvalidLlmResponse = "invalid_llm_response",
        InvalidToolCall = "invalid_tool_call",
        MaxSteps = "max_steps",
        MaxTokensExceeded = "max_tokens_exceeded",
        NoToolCall = "no_tool_call",
        ToolRule = "tool_rule",
        Cancelled = "cancelled",
        InsufficientCredits = "insufficient_credits",
        RequiresApproval = "requires_approval",
        ContextWindowOverflowInSystemPrompt = "context_window_overflow_in_system_prompt",
    }
}

open_enum! {
    StepStatus {
        Pending = "pending",
        Success = "success",
        Failed = "failed",
        Cancelled = "cancelled",
    }
}

open_enum! {
    FeedbackType {
        Positive = "positive",
        Negative = "negative",
    }
}

object! {
    StepMetrics {
        id: StepId = "id" required;
        agent_id: AgentId = "agent_id" optional;
        base_template_id: BaseTemplateId = "base_template_id" optional;
        llm_request_ns: i64 = "llm_request_ns" optional;
        llm_request_start_ns: i64 = "llm_request_start_ns" optional;
        project_id: ProjectId = "project_id" optional;
        provider_id: ProviderId = "provider_id" optional;
        run_id: RunId = "run_id" optional;
        step_ns: i64 = "step_ns" optional;
        step_start_ns: i64 = "step_start_ns" optional;
        template_id: TemplateId = "template_id" optional;
        tool_execution_ns: i64 = "tool_execution_ns" optional;
        organization_id: OrganizationId = "organization_id" optional;
    }
}

object! {
    ProviderTrace {
        request_json: Map<String, Value> = "request_json" required;
        response_json: Map<String, Value> = "response_json" required;
        id: ProviderTraceId = "id" optional;
        agent_id: AgentId = "agent_id" optional;
        agent_tags: Vec<String> = "agent_tags" optional;
        billing_context: BillingContext = "billing_context" optional;
        call_type: String = "call_type" optional;
        compaction_settings: Map<String, Value> = "compaction_settings" optional;
        created_at: Timestamp = "created_at" optional;
        created_by_id: UserId = "created_by_id" optional;
        last_updated_by_id: UserId = "last_updated_by_id" optional;
        latency_ms: i64 = "latency_ms" optional;
        llm_config: Map<String, Value> = "llm_config" optional;
        org_id: OrganizationId = "org_id" optional;
        run_id: RunId = "run_id" optional;
        source: String = "source" optional;
        step_id: StepId = "step_id" optional;
        updated_at: Timestamp = "updated_at" optional;
        user_id: UserId = "user_id" optional;
    }
}

object! {
    RawProviderTrace {
        request_json: RawJson = "request_json" required;
        response_json: RawJson = "response_json" required;
        id: ProviderTraceId = "id" optional;
        agent_id: AgentId = "agent_id" optional;
        agent_tags: Vec<String> = "agent_tags" optional;
        billing_context: BillingContext = "billing_context" optional;
        call_type: String = "call_type" optional;
        compaction_settings: Map<String, Value> = "compaction_settings" optional;
        created_at: Timestamp = "created_at" optional;
        created_by_id: UserId = "created_by_id" optional;
        last_updated_by_id: UserId = "last_updated_by_id" optional;
        latency_ms: i64 = "latency_ms" optional;
        llm_config: Map<String, Value> = "llm_config" optional;
        org_id: OrganizationId = "org_id" optional;
        run_id: RunId = "run_id" optional;
        source: String = "source" optional;
        step_id: StepId = "step_id" optional;
        updated_at: Timestamp = "updated_at" optional;
        user_id: UserId = "user_id" optional;
    }
}

raw_object! {
    RawProviderTrace of ProviderTrace {
        @raw request_json = "request_json" required;
        @raw response_json = "response_json" required;
        id agent_id agent_tags billing_context call_type compaction_settings created_at
        created_by_id last_updated_by_id latency_ms llm_config org_id run_id source step_id
        updated_at user_id extra
    }
}

object! {
    BillingContext {
        cost_source: String = "cost_source" optional;
        customer_id: CustomerId = "customer_id" optional;
        plan_type: String = "plan_type" optional;
    }
}

object! {
    ModifyFeedbackRequest {
        feedback: FeedbackType = "feedback" optional;
        tags: Vec<String> = "tags" optional;
    }
}
