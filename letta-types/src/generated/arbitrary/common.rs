// @generated from schema/common.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How arbitrary values of the types of [`crate::common`] are made.

use crate::ext::arbitrary::{ids, instants, open_enums};
use crate::{
    AgentId, ApprovalRequestId, BaseTemplateId, BatchItemId, ConversationId, CustomerId, FileId,
    GroupId, MessageId, MessageRole, OrderBy, OrganizationId, Otid, ProjectId, ProviderId,
    ProviderTraceId, ReasoningId, RequestId, RunId, SenderId, SortOrder, StepId, TemplateId,
    Timestamp, ToolCallId, ToolStatus, TraceId, TransactionId, UserId,
};

ids! {
    StepId AgentId MessageId RunId OrganizationId UserId ProjectId ProviderId ProviderTraceId
    ConversationId GroupId TemplateId BaseTemplateId BatchItemId FileId ToolCallId SenderId Otid
    TraceId TransactionId RequestId CustomerId ReasoningId ApprovalRequestId
}

instants! {
    Timestamp
}

open_enums! {
    MessageRole ToolStatus SortOrder OrderBy
}
