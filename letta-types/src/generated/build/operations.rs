// @generated from schema/operations.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors of [`crate::operations`].

use alloc::string::String;

use crate::{
    AgentId, ConversationId, FeedbackType, ListAllMessages, ListMessagesForStep, ListSteps,
    MessageId, MessageSearchRequest, MessageType, ModifyFeedbackForStep, ModifyFeedbackRequest,
    OrderBy, ProjectId, RetrieveMessage, RetrieveMetricsForStep, RetrieveStep,
    RetrieveTraceForStep, SearchAllMessages, SearchAllMessagesRequest, SearchMessages, SortOrder,
    StepId, Timestamp, TraceId,
};

impl ListSteps {
    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`after`](Self::after).
    #[must_use]
    pub fn with_after(mut self, after: impl Into<StepId>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`before`](Self::before).
    #[must_use]
    pub fn with_before(mut self, before: impl Into<StepId>) -> Self {
        self.before = Some(before.into());
        self
    }

    /// Sets [`end_date`](Self::end_date).
    #[must_use]
    pub fn with_end_date(mut self, end_date: impl Into<Timestamp>) -> Self {
        self.end_date = Some(end_date.into());
        self
    }

    /// Sets [`feedback`](Self::feedback).
    #[must_use]
    pub fn with_feedback(mut self, feedback: impl Into<FeedbackType>) -> Self {
        self.feedback = Some(feedback.into());
        self
    }

    /// Sets [`has_feedback`](Self::has_feedback).
    #[must_use]
    pub fn with_has_feedback(mut self, has_feedback: bool) -> Self {
        self.has_feedback = Some(has_feedback);
        self
    }

    /// Sets [`limit`](Self::limit).
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets [`order`](Self::order).
    #[must_use]
    pub fn with_order(mut self, order: impl Into<SortOrder>) -> Self {
        self.order = Some(order.into());
        self
    }

    /// Sets [`order_by`](Self::order_by).
    #[must_use]
    pub fn with_order_by(mut self, order_by: impl Into<OrderBy>) -> Self {
        self.order_by = Some(order_by.into());
        self
    }

    /// Sets [`project_id`](Self::project_id).
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<ProjectId>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Sets [`start_date`](Self::start_date).
    #[must_use]
    pub fn with_start_date(mut self, start_date: impl Into<Timestamp>) -> Self {
        self.start_date = Some(start_date.into());
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`trace_ids`](Self::trace_ids).
    #[must_use]
    pub fn with_trace_ids(
        mut self,
        trace_ids: impl IntoIterator<Item = impl Into<TraceId>>,
    ) -> Self {
        self.trace_ids = Some(trace_ids.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`x_project`](Self::x_project).
    #[must_use]
    pub fn with_x_project(mut self, x_project: impl Into<String>) -> Self {
        self.x_project = Some(x_project.into());
        self
    }
}

impl RetrieveStep {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(step_id: impl Into<StepId>) -> Self {
        Self {
            step_id: step_id.into(),
        }
    }
}

impl RetrieveMetricsForStep {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(step_id: impl Into<StepId>) -> Self {
        Self {
            step_id: step_id.into(),
        }
    }
}

impl RetrieveTraceForStep {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(step_id: impl Into<StepId>) -> Self {
        Self {
            step_id: step_id.into(),
        }
    }
}

impl ModifyFeedbackForStep {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(step_id: impl Into<StepId>, body: impl Into<ModifyFeedbackRequest>) -> Self {
        Self {
            step_id: step_id.into(),
            body: body.into(),
        }
    }
}

impl ListMessagesForStep {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(step_id: impl Into<StepId>) -> Self {
        Self {
            step_id: step_id.into(),
            after: None,
            before: None,
            limit: None,
            order: None,
            order_by: None,
        }
    }

    /// Sets [`after`](Self::after).
    #[must_use]
    pub fn with_after(mut self, after: impl Into<MessageId>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets [`before`](Self::before).
    #[must_use]
    pub fn with_before(mut self, before: impl Into<MessageId>) -> Self {
        self.before = Some(before.into());
        self
    }

    /// Sets [`limit`](Self::limit).
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`order`](Self::order).
    #[must_use]
    pub fn with_order(mut self, order: impl Into<SortOrder>) -> Self {
        self.order = Some(order.into());
        self
    }

    /// Sets [`order_by`](Self::order_by).
    #[must_use]
    pub fn with_order_by(mut self, order_by: impl Into<OrderBy>) -> Self {
        self.order_by = Some(order_by.into());
        self
    }
}

impl ListAllMessages {
    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`after`](Self::after).
    #[must_use]
    pub fn with_after(mut self, after: impl Into<MessageId>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets [`before`](Self::before).
    #[must_use]
    pub fn with_before(mut self, before: impl Into<MessageId>) -> Self {
        self.before = Some(before.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets [`include_return_message_types`](Self::include_return_message_types).
    #[must_use]
    pub fn with_include_return_message_types(
        mut self,
        include_return_message_types: impl IntoIterator<Item = impl Into<MessageType>>,
    ) -> Self {
        self.include_return_message_types = Some(
            include_return_message_types
                .into_iter()
                .map(Into::into)
                .collect(),
        );
        self
    }

    /// Sets [`limit`](Self::limit).
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`order`](Self::order).
    #[must_use]
    pub fn with_order(mut self, order: impl Into<SortOrder>) -> Self {
        self.order = Some(order.into());
        self
    }
}

impl RetrieveMessage {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(message_id: impl Into<MessageId>) -> Self {
        Self {
            message_id: message_id.into(),
        }
    }
}

impl SearchAllMessages {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(body: impl Into<SearchAllMessagesRequest>) -> Self {
        Self { body: body.into() }
    }
}

impl SearchMessages {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(body: impl Into<MessageSearchRequest>) -> Self {
        Self { body: body.into() }
    }
}
