// @generated from schema/common.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::common`] are read and written.

use alloc::string::String;

use crate::runtime::text::{id, instant, open_enum};
use crate::{
    AgentId, ApprovalRequestId, BaseTemplateId, BatchItemId, ConversationId, CustomerId, FileId,
    GroupId, MessageId, MessageRole, OrderBy, OrganizationId, Otid, ProjectId, ProviderId,
    ProviderTraceId, ReasoningId, RequestId, RunId, SenderId, SortOrder, StepId, TemplateId,
    Timestamp, ToolCallId, ToolStatus, TraceId, TransactionId, UserId,
};

id! {
    StepId = "step" inline;
    AgentId = "agent" inline;
    MessageId = "message" inline;
    RunId = "run" inline;
    OrganizationId = "org" inline;
    UserId = "user" inline;
    ProjectId = "";
    ProviderId = "provider";
    ProviderTraceId = "provider_trace";
    ConversationId = "conv";
    GroupId = "group";
    TemplateId = "";
    BaseTemplateId = "";
    BatchItemId = "batch_item";
    FileId = "file";
    ToolCallId = "" inline;
    SenderId = "";
    Otid = "" inline;
    TraceId = "" inline;
    TransactionId = "";
    RequestId = "";
    CustomerId = "";
    ReasoningId = "";
    ApprovalRequestId = "";
}

instant! {
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
