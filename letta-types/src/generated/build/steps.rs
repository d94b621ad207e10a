// @generated from schema/steps.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors of [`crate::steps`].

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{
    AgentId, BaseTemplateId, BillingContext, CustomerId, Extra, FeedbackType, InternalMessage,
    ModifyFeedbackRequest, OrganizationId, ProjectId, ProviderId, ProviderTrace, ProviderTraceId,
    RawJson, RawProviderTrace, RequestId, RunId, Step, StepId, StepMetrics, StepStatus,
    StopReasonType, TemplateId, Timestamp, TraceId, TransactionId, UserId,
};

impl Step {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(id: impl Into<StepId>) -> Self {
        Self {
            id: id.into(),
            agent_id: None,
            cache_write_tokens: None,
            cached_input_tokens: None,
            completion_tokens: None,
            completion_tokens_details: None,
            context_window_limit: None,
            error_data: None,
            error_type: None,
            feedback: None,
            messages: None,
            model: None,
            model_endpoint: None,
            model_handle: None,
            origin: None,
            project_id: None,
            prompt_tokens: None,
            prompt_tokens_details: None,
            provider_category: None,
            provider_id: None,
            provider_name: None,
            reasoning_tokens: None,
            request_id: None,
            run_id: None,
            status: None,
            stop_reason: None,
            tags: None,
            tid: None,
            total_tokens: None,
            trace_id: None,
            organization_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`cache_write_tokens`](Self::cache_write_tokens).
    #[must_use]
    pub fn with_cache_write_tokens(mut self, cache_write_tokens: i64) -> Self {
        self.cache_write_tokens = Some(cache_write_tokens);
        self
    }

    /// Sets [`cached_input_tokens`](Self::cached_input_tokens).
    #[must_use]
    pub fn with_cached_input_tokens(mut self, cached_input_tokens: i64) -> Self {
        self.cached_input_tokens = Some(cached_input_tokens);
        self
    }

    /// Sets [`completion_tokens`](Self::completion_tokens).
    #[must_use]
    pub fn with_completion_tokens(mut self, completion_tokens: i64) -> Self {
        self.completion_tokens = Some(completion_tokens);
        self
    }

    /// Sets [`completion_tokens_details`](Self::completion_tokens_details).
    #[must_use]
    pub fn with_completion_tokens_details(
        mut self,
        completion_tokens_details: Map<String, Value>,
    ) -> Self {
        self.completion_tokens_details = Some(completion_tokens_details);
        self
    }

    /// Sets [`context_window_limit`](Self::context_window_limit).
    #[must_use]
    pub fn with_context_window_limit(mut self, context_window_limit: i64) -> Self {
        self.context_window_limit = Some(context_window_limit);
        self
    }

    /// Sets [`error_data`](Self::error_data).
    #[must_use]
    pub fn with_error_data(mut self, error_data: Map<String, Value>) -> Self {
        self.error_data = Some(error_data);
        self
    }

    /// Sets [`error_type`](Self::error_type).
    #[must_use]
    pub fn with_error_type(mut self, error_type: impl Into<String>) -> Self {
        self.error_type = Some(error_type.into());
        self
    }

    /// Sets [`feedback`](Self::feedback).
    #[must_use]
    pub fn with_feedback(mut self, feedback: impl Into<FeedbackType>) -> Self {
        self.feedback = Some(feedback.into());
        self
    }

    /// Sets [`messages`](Self::messages).
    #[must_use]
    pub fn with_messages(mut self, messages: impl Into<Vec<InternalMessage>>) -> Self {
        self.messages = Some(messages.into());
        self
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets [`model_endpoint`](Self::model_endpoint).
    #[must_use]
    pub fn with_model_endpoint(mut self, model_endpoint: impl Into<String>) -> Self {
        self.model_endpoint = Some(model_endpoint.into());
        self
    }

    /// Sets [`model_handle`](Self::model_handle).
    #[must_use]
    pub fn with_model_handle(mut self, model_handle: impl Into<String>) -> Self {
        self.model_handle = Some(model_handle.into());
        self
    }

    /// Sets [`origin`](Self::origin).
    #[must_use]
    pub fn with_origin(mut self, origin: impl Into<String>) -> Self {
        self.origin = Some(origin.into());
        self
    }

    /// Sets [`project_id`](Self::project_id).
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<ProjectId>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Sets [`prompt_tokens`](Self::prompt_tokens).
    #[must_use]
    pub fn with_prompt_tokens(mut self, prompt_tokens: i64) -> Self {
        self.prompt_tokens = Some(prompt_tokens);
        self
    }

    /// Sets [`prompt_tokens_details`](Self::prompt_tokens_details).
    #[must_use]
    pub fn with_prompt_tokens_details(mut self, prompt_tokens_details: Map<String, Value>) -> Self {
        self.prompt_tokens_details = Some(prompt_tokens_details);
        self
    }

    /// Sets [`provider_category`](Self::provider_category).
    #[must_use]
    pub fn with_provider_category(mut self, provider_category: impl Into<String>) -> Self {
        self.provider_category = Some(provider_category.into());
        self
    }

    /// Sets [`provider_id`](Self::provider_id).
    #[must_use]
    pub fn with_provider_id(mut self, provider_id: impl Into<ProviderId>) -> Self {
        self.provider_id = Some(provider_id.into());
        self
    }

    /// Sets [`provider_name`](Self::provider_name).
    #[must_use]
    pub fn with_provider_name(mut self, provider_name: impl Into<String>) -> Self {
        self.provider_name = Some(provider_name.into());
        self
    }

    /// Sets [`reasoning_tokens`](Self::reasoning_tokens).
    #[must_use]
    pub fn with_reasoning_tokens(mut self, reasoning_tokens: i64) -> Self {
        self.reasoning_tokens = Some(reasoning_tokens);
        self
    }

    /// Sets [`request_id`](Self::request_id).
    #[must_use]
    pub fn with_request_id(mut self, request_id: impl Into<RequestId>) -> Self {
        self.request_id = Some(request_id.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn with_status(mut self, status: impl Into<StepStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`stop_reason`](Self::stop_reason).
    #[must_use]
    pub fn with_stop_reason(mut self, stop_reason: impl Into<StopReasonType>) -> Self {
        self.stop_reason = Some(stop_reason.into());
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`tid`](Self::tid).
    #[must_use]
    pub fn with_tid(mut self, tid: impl Into<TransactionId>) -> Self {
        self.tid = Some(tid.into());
        self
    }

    /// Sets [`total_tokens`](Self::total_tokens).
    #[must_use]
    pub fn with_total_tokens(mut self, total_tokens: i64) -> Self {
        self.total_tokens = Some(total_tokens);
        self
    }

    /// Sets [`trace_id`](Self::trace_id).
    #[must_use]
    pub fn with_trace_id(mut self, trace_id: impl Into<TraceId>) -> Self {
        self.trace_id = Some(trace_id.into());
        self
    }

    /// Sets [`organization_id`](Self::organization_id).
    #[must_use]
    pub fn with_organization_id(mut self, organization_id: impl Into<OrganizationId>) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl StepMetrics {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(id: impl Into<StepId>) -> Self {
        Self {
            id: id.into(),
            agent_id: None,
            base_template_id: None,
            llm_request_ns: None,
            llm_request_start_ns: None,
            project_id: None,
            provider_id: None,
            run_id: None,
            step_ns: None,
            step_start_ns: None,
            template_id: None,
            tool_execution_ns: None,
            organization_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`base_template_id`](Self::base_template_id).
    #[must_use]
    pub fn with_base_template_id(mut self, base_template_id: impl Into<BaseTemplateId>) -> Self {
        self.base_template_id = Some(base_template_id.into());
        self
    }

    /// Sets [`llm_request_ns`](Self::llm_request_ns).
    #[must_use]
    pub fn with_llm_request_ns(mut self, llm_request_ns: i64) -> Self {
        self.llm_request_ns = Some(llm_request_ns);
        self
    }

    /// Sets [`llm_request_start_ns`](Self::llm_request_start_ns).
    #[must_use]
    pub fn with_llm_request_start_ns(mut self, llm_request_start_ns: i64) -> Self {
        self.llm_request_start_ns = Some(llm_request_start_ns);
        self
    }

    /// Sets [`project_id`](Self::project_id).
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<ProjectId>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Sets [`provider_id`](Self::provider_id).
    #[must_use]
    pub fn with_provider_id(mut self, provider_id: impl Into<ProviderId>) -> Self {
        self.provider_id = Some(provider_id.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`step_ns`](Self::step_ns).
    #[must_use]
    pub fn with_step_ns(mut self, step_ns: i64) -> Self {
        self.step_ns = Some(step_ns);
        self
    }

    /// Sets [`step_start_ns`](Self::step_start_ns).
    #[must_use]
    pub fn with_step_start_ns(mut self, step_start_ns: i64) -> Self {
        self.step_start_ns = Some(step_start_ns);
        self
    }

    /// Sets [`template_id`](Self::template_id).
    #[must_use]
    pub fn with_template_id(mut self, template_id: impl Into<TemplateId>) -> Self {
        self.template_id = Some(template_id.into());
        self
    }

    /// Sets [`tool_execution_ns`](Self::tool_execution_ns).
    #[must_use]
    pub fn with_tool_execution_ns(mut self, tool_execution_ns: i64) -> Self {
        self.tool_execution_ns = Some(tool_execution_ns);
        self
    }

    /// Sets [`organization_id`](Self::organization_id).
    #[must_use]
    pub fn with_organization_id(mut self, organization_id: impl Into<OrganizationId>) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ProviderTrace {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(request_json: Map<String, Value>, response_json: Map<String, Value>) -> Self {
        Self {
            request_json,
            response_json,
            id: None,
            agent_id: None,
            agent_tags: None,
            billing_context: None,
            call_type: None,
            compaction_settings: None,
            created_at: None,
            created_by_id: None,
            last_updated_by_id: None,
            latency_ms: None,
            llm_config: None,
            org_id: None,
            run_id: None,
            source: None,
            step_id: None,
            updated_at: None,
            user_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn with_id(mut self, id: impl Into<ProviderTraceId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`agent_tags`](Self::agent_tags).
    #[must_use]
    pub fn with_agent_tags(
        mut self,
        agent_tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.agent_tags = Some(agent_tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`billing_context`](Self::billing_context).
    #[must_use]
    pub fn with_billing_context(mut self, billing_context: impl Into<BillingContext>) -> Self {
        self.billing_context = Some(billing_context.into());
        self
    }

    /// Sets [`call_type`](Self::call_type).
    #[must_use]
    pub fn with_call_type(mut self, call_type: impl Into<String>) -> Self {
        self.call_type = Some(call_type.into());
        self
    }

    /// Sets [`compaction_settings`](Self::compaction_settings).
    #[must_use]
    pub fn with_compaction_settings(mut self, compaction_settings: Map<String, Value>) -> Self {
        self.compaction_settings = Some(compaction_settings);
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`created_by_id`](Self::created_by_id).
    #[must_use]
    pub fn with_created_by_id(mut self, created_by_id: impl Into<UserId>) -> Self {
        self.created_by_id = Some(created_by_id.into());
        self
    }

    /// Sets [`last_updated_by_id`](Self::last_updated_by_id).
    #[must_use]
    pub fn with_last_updated_by_id(mut self, last_updated_by_id: impl Into<UserId>) -> Self {
        self.last_updated_by_id = Some(last_updated_by_id.into());
        self
    }

    /// Sets [`latency_ms`](Self::latency_ms).
    #[must_use]
    pub fn with_latency_ms(mut self, latency_ms: i64) -> Self {
        self.latency_ms = Some(latency_ms);
        self
    }

    /// Sets [`llm_config`](Self::llm_config).
    #[must_use]
    pub fn with_llm_config(mut self, llm_config: Map<String, Value>) -> Self {
        self.llm_config = Some(llm_config);
        self
    }

    /// Sets [`org_id`](Self::org_id).
    #[must_use]
    pub fn with_org_id(mut self, org_id: impl Into<OrganizationId>) -> Self {
        self.org_id = Some(org_id.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets [`updated_at`](Self::updated_at).
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: impl Into<Timestamp>) -> Self {
        self.updated_at = Some(updated_at.into());
        self
    }

    /// Sets [`user_id`](Self::user_id).
    #[must_use]
    pub fn with_user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl RawProviderTrace {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(request_json: RawJson, response_json: RawJson) -> Self {
        Self {
            request_json,
            response_json,
            id: None,
            agent_id: None,
            agent_tags: None,
            billing_context: None,
            call_type: None,
            compaction_settings: None,
            created_at: None,
            created_by_id: None,
            last_updated_by_id: None,
            latency_ms: None,
            llm_config: None,
            org_id: None,
            run_id: None,
            source: None,
            step_id: None,
            updated_at: None,
            user_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn with_id(mut self, id: impl Into<ProviderTraceId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`agent_tags`](Self::agent_tags).
    #[must_use]
    pub fn with_agent_tags(
        mut self,
        agent_tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.agent_tags = Some(agent_tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`billing_context`](Self::billing_context).
    #[must_use]
    pub fn with_billing_context(mut self, billing_context: impl Into<BillingContext>) -> Self {
        self.billing_context = Some(billing_context.into());
        self
    }

    /// Sets [`call_type`](Self::call_type).
    #[must_use]
    pub fn with_call_type(mut self, call_type: impl Into<String>) -> Self {
        self.call_type = Some(call_type.into());
        self
    }

    /// Sets [`compaction_settings`](Self::compaction_settings).
    #[must_use]
    pub fn with_compaction_settings(mut self, compaction_settings: Map<String, Value>) -> Self {
        self.compaction_settings = Some(compaction_settings);
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`created_by_id`](Self::created_by_id).
    #[must_use]
    pub fn with_created_by_id(mut self, created_by_id: impl Into<UserId>) -> Self {
        self.created_by_id = Some(created_by_id.into());
        self
    }

    /// Sets [`last_updated_by_id`](Self::last_updated_by_id).
    #[must_use]
    pub fn with_last_updated_by_id(mut self, last_updated_by_id: impl Into<UserId>) -> Self {
        self.last_updated_by_id = Some(last_updated_by_id.into());
        self
    }

    /// Sets [`latency_ms`](Self::latency_ms).
    #[must_use]
    pub fn with_latency_ms(mut self, latency_ms: i64) -> Self {
        self.latency_ms = Some(latency_ms);
        self
    }

    /// Sets [`llm_config`](Self::llm_config).
    #[must_use]
    pub fn with_llm_config(mut self, llm_config: Map<String, Value>) -> Self {
        self.llm_config = Some(llm_config);
        self
    }

    /// Sets [`org_id`](Self::org_id).
    #[must_use]
    pub fn with_org_id(mut self, org_id: impl Into<OrganizationId>) -> Self {
        self.org_id = Some(org_id.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets [`updated_at`](Self::updated_at).
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: impl Into<Timestamp>) -> Self {
        self.updated_at = Some(updated_at.into());
        self
    }

    /// Sets [`user_id`](Self::user_id).
    #[must_use]
    pub fn with_user_id(mut self, user_id: impl Into<UserId>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl BillingContext {
    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cost_source`](Self::cost_source).
    #[must_use]
    pub fn with_cost_source(mut self, cost_source: impl Into<String>) -> Self {
        self.cost_source = Some(cost_source.into());
        self
    }

    /// Sets [`customer_id`](Self::customer_id).
    #[must_use]
    pub fn with_customer_id(mut self, customer_id: impl Into<CustomerId>) -> Self {
        self.customer_id = Some(customer_id.into());
        self
    }

    /// Sets [`plan_type`](Self::plan_type).
    #[must_use]
    pub fn with_plan_type(mut self, plan_type: impl Into<String>) -> Self {
        self.plan_type = Some(plan_type.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ModifyFeedbackRequest {
    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`feedback`](Self::feedback).
    #[must_use]
    pub fn with_feedback(mut self, feedback: impl Into<FeedbackType>) -> Self {
        self.feedback = Some(feedback.into());
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}
