// @generated from schema/operations.json by `cargo xtask codegen`. Don't edit: change the schema.

//! What the requests of [`crate::operations`] are made of.

use alloc::vec::Vec;

use crate::operation::table::{operation, paged};
use crate::{
    LettaMessage, ListAllMessages, ListMessagesForStep, ListSteps, MessageListResult,
    MessageSearchResult, ModifyFeedbackForStep, ProviderTrace, RetrieveMessage,
    RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages, SearchMessages,
    Step, StepMetrics,
};

operation! {
    ListSteps: Vec<Step> {
        name "list_steps";
        GET "/v1/steps/";
        query after: optional = "after";
        query agent_id: optional = "agent_id";
        query before: optional = "before";
        query end_date: optional = "end_date";
        query feedback: optional = "feedback";
        query has_feedback: optional = "has_feedback";
        query limit: optional = "limit";
        query model: optional = "model";
        query order: optional = "order";
        query order_by: optional = "order_by";
        query project_id: optional = "project_id";
        query start_date: optional = "start_date";
        query tags: optional each = "tags";
        query trace_ids: optional each = "trace_ids";
        header x_project: optional = "x-project";
    }
}

paged! {
    ListSteps: Step {
        cursor required id;
        order Desc;
    }
}

operation! {
    RetrieveStep: Step {
        name "retrieve_step";
        GET "/v1/steps/{step_id}";
        path step_id: required = "step_id";
    }
}

operation! {
    RetrieveMetricsForStep: StepMetrics {
        name "retrieve_metrics_for_step";
        GET "/v1/steps/{step_id}/metrics";
        path step_id: required = "step_id";
    }
}

operation! {
    RetrieveTraceForStep: Option<ProviderTrace> {
        name "retrieve_trace_for_step";
        GET "/v1/steps/{step_id}/trace";
        path step_id: required = "step_id";
    }
}

operation! {
    ModifyFeedbackForStep: Step {
        name "modify_feedback_for_step";
        PATCH "/v1/steps/{step_id}/feedback";
        path step_id: required = "step_id";
        body body: required;
    }
}

operation! {
    ListMessagesForStep: Vec<LettaMessage> {
        name "list_messages_for_step";
        GET "/v1/steps/{step_id}/messages";
        path step_id: required = "step_id";
        query after: optional = "after";
        query before: optional = "before";
        query limit: optional = "limit";
        query order: optional = "order";
        query order_by: optional = "order_by";
    }
}

paged! {
    ListMessagesForStep: LettaMessage {
        cursor accessor id;
        order Asc;
    }
}

operation! {
    ListAllMessages: Vec<LettaMessage> {
        name "list_all_messages";
        GET "/v1/messages/";
        query after: optional = "after";
        query before: optional = "before";
        query conversation_id: optional = "conversation_id";
        query include_return_message_types: optional each = "include_return_message_types";
        query limit: optional = "limit";
        query order: optional = "order";
    }
}

paged! {
    ListAllMessages: LettaMessage {
        cursor accessor id;
        instant accessor date;
        order Desc;
        kinds include_return_message_types by message_type;
    }
}

operation! {
    RetrieveMessage: Vec<LettaMessage> {
        name "retrieve_message";
        GET "/v1/messages/{message_id}";
        path message_id: required = "message_id";
    }
}

operation! {
    SearchAllMessages: Vec<MessageListResult> {
        name "search_all_messages";
        POST "/v1/messages/search";
        body body: required;
    }
}

operation! {
    SearchMessages: Vec<MessageSearchResult> {
        name "search_messages";
        POST "/v1/agents/messages/search";
        body body: required;
    }
}
