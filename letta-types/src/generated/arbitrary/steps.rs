// @generated from schema/steps.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How arbitrary values of the types of [`crate::steps`] are made.

use crate::ext::arbitrary::{object, open_enums};
use crate::{
    BillingContext, FeedbackType, ModifyFeedbackRequest, ProviderTrace, RawProviderTrace, Step,
    StepMetrics, StepStatus, StopReasonType,
};

open_enums! {
    StopReasonType StepStatus FeedbackType
}

object! {
    Step {
        id = "id" required;
        agent_id = "agent_id" optional;
        cache_write_tokens = "cache_write_tokens" optional;
        cached_input_tokens = "cached_input_tokens" optional;
        completion_tokens = "completion_tokens" optional;
        completion_tokens_details = "completion_tokens_details" optional;
        context_window_limit = "context_window_limit" optional;
        error_data = "error_data" optional;
        error_type = "error_type" optional;
        feedback = "feedback" optional;
        messages = "messages" optional;
        model = "model" optional;
        model_endpoint = "model_endpoint" optional;
        model_handle = "model_handle" optional;
        origin = "origin" optional;
        project_id = "project_id" optional;
        prompt_tokens = "prompt_tokens" optional;
        prompt_tokens_details = "prompt_tokens_details" optional;
        provider_category = "provider_category" optional;
        provider_id = "provider_id" optional;
        provider_name = "provider_name" optional;
        reasoning_tokens = "reasoning_tokens" optional;
        request_id = "request_id" optional;
        run_id = "run_id" optional;
        status = "status" optional;
        stop_reason = "stop_reason" optional;
        tags = "tags" optional;
        tid = "tid" optional;
        total_tokens = "total_tokens" optional;
        trace_id = "trace_id" optional;
        organization_id = "organization_id" optional;
    }
}

object! {
    StepMetrics {
        id = "id" required;
        agent_id = "agent_id" optional;
        base_template_id = "base_template_id" optional;
        llm_request_ns = "llm_request_ns" optional;
        llm_request_start_ns = "llm_request_start_ns" optional;
        project_id = "project_id" optional;
        provider_id = "provider_id" optional;
        run_id = "run_id" optional;
        step_ns = "step_ns" optional;
        step_start_ns = "step_start_ns" optional;
        template_id = "template_id" optional;
        tool_execution_ns = "tool_execution_ns" optional;
        organization_id = "organization_id" optional;
    }
}

object! {
    ProviderTrace {
        request_json = "request_json" required;
        response_json = "response_json" required;
        id = "id" optional;
        agent_id = "agent_id" optional;
        agent_tags = "agent_tags" optional;
        billing_context = "billing_context" optional;
        call_type = "call_type" optional;
        compaction_settings = "compaction_settings" optional;
        created_at = "created_at" optional;
        created_by_id = "created_by_id" optional;
        last_updated_by_id = "last_updated_by_id" optional;
        latency_ms = "latency_ms" optional;
        llm_config = "llm_config" optional;
        org_id = "org_id" optional;
        run_id = "run_id" optional;
        source = "source" optional;
        step_id = "step_id" optional;
        updated_at = "updated_at" optional;
        user_id = "user_id" optional;
    }
}

object! {
    RawProviderTrace {
        request_json = "request_json" required;
        response_json = "response_json" required;
        id = "id" optional;
        agent_id = "agent_id" optional;
        agent_tags = "agent_tags" optional;
        billing_context = "billing_context" optional;
        call_type = "call_type" optional;
        compaction_settings = "compaction_settings" optional;
        created_at = "created_at" optional;
        created_by_id = "created_by_id" optional;
        last_updated_by_id = "last_updated_by_id" optional;
        latency_ms = "latency_ms" optional;
        llm_config = "llm_config" optional;
        org_id = "org_id" optional;
        run_id = "run_id" optional;
        source = "source" optional;
        step_id = "step_id" optional;
        updated_at = "updated_at" optional;
        user_id = "user_id" optional;
    }
}

object! {
    BillingContext {
        cost_source = "cost_source" optional;
        customer_id = "customer_id" optional;
        plan_type = "plan_type" optional;
    }
}

object! {
    ModifyFeedbackRequest {
        feedback = "feedback" optional;
        tags = "tags" optional;
    }
}
