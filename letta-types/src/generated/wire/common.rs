// @generated from schema/common.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::common`] are read and written.

use crate::{
    AgentId, ApprovalRequestId, BaseTemplateId, BatchItemId, ConversationId, CustomerId, FileId,
    GroupId, MessageId, MessageRole, OrderBy, OrganizationId, Otid, ProjectId, ProviderId,
    ProviderTraceId, ReasoningId, RequestId, RunId, SenderId, SortOrder, StepId, TemplateId,
    Timestamp, ToolCallId, ToolStatus, TraceId, TransactionId, UserId,
};
use alloc::string::String;

use crate::runtime::{text::open_enum, text::text};

text! {
    StepId
    AgentId
    MessageId
    RunId
    OrganizationId
    UserId
    ProjectId
    ProviderId
    ProviderTraceId
    ConversationId
    GroupId
    TemplateId
    BaseTemplateId
    BatchItemId
    FileId
    ToolCallId
    SenderId
    Otid
    TraceId
    TransactionId
    RequestId
    CustomerId
    ReasoningId
    ApprovalRequestId
    Timestamp
}

open_enum! {
    MessageRole {
        Assistant = "assistant",
        User = "user",
        Tool = "tool",
        Function = "function",
        System = "system",
        Approval = "approval",
        Summary = "summary",
    }
}

open_enum! {
    ToolStatus {
        Success = "success",
        Error = "error",
    }
}

open_enum! {
    SortOrder {
        Asc = "asc",
        Desc = "desc",
    }
}

open_enum! {
    OrderBy {
        CreatedAt = "created_at",
    }
}
