// @generated from schema/ by `cargo xtask codegen`. Don't edit: change the schema.

//! The types, generated: see the modules of the resources.

#[cfg(feature = "arbitrary")]
mod arbitrary;
mod build;
#[cfg(feature = "schemars")]
mod schemars;
mod wire;

pub mod common;
pub mod content;
pub mod errors;
pub mod messages;
pub mod operations;
pub mod search;
pub mod steps;
pub mod stored_messages;

#[doc(no_inline)]
pub use self::{
    common::{
        AgentId, ApprovalRequestId, BaseTemplateId, BatchItemId, ConversationId, CustomerId,
        FileId, GroupId, MessageId, MessageRole, OrderBy, OrganizationId, Otid, ProjectId,
        ProviderId, ProviderTraceId, ReasoningId, RequestId, RunId, SenderId, SortOrder, StepId,
        TemplateId, Timestamp, ToolCallId, ToolStatus, TraceId, TransactionId, UserId,
    },
    content::{
        AssistantContent, AssistantContentPart, Base64Image, ImageContent, ImageSource, LettaImage,
        MessageContentPart, OmittedReasoningContent, ReasoningContent, RedactedReasoningContent,
        SummarizedReasoningContent, SummarizedReasoningContentPart, TextContent, ToolCallContent,
        ToolReturnContent, ToolReturnContentPart, ToolReturnValue, UrlImage, UserContent,
        UserContentPart,
    },
    errors::{ApiError, ErrorDetail, ModelError, ValidationError, ValidationLocation},
    messages::{
        Approval, ApprovalRequestMessage, ApprovalResponseMessage, ApprovalReturn,
        AssistantMessage, CompactionStats, EventMessage, EventType, HiddenReasoningMessage,
        HiddenReasoningState, LettaMessage, MessageType, ReasoningMessage, ReasoningSource,
        SummaryMessage, SystemMessage, ToolCall, ToolCallDelta, ToolCallMessage, ToolCallOrDelta,
        ToolCallsOrDelta, ToolReturn, ToolReturnMessage, UnknownApproval, UnknownLettaMessage,
        UserMessage,
    },
    operations::{
        ListAllMessages, ListMessagesForStep, ListSteps, ModifyFeedbackForStep, RetrieveMessage,
        RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages,
        SearchMessages,
    },
    search::{
        AssistantMessageListResult, MessageListResult, MessageSearchRequest, MessageSearchResult,
        ReasoningMessageListResult, SearchAllMessagesRequest, SearchMode, SystemMessageListResult,
        UnknownMessageListResult, UserMessageListResult,
    },
    steps::{
        BillingContext, FeedbackType, ModifyFeedbackRequest, ProviderTrace, RawProviderTrace, Step,
        StepMetrics, StepStatus, StopReasonType,
    },
    stored_messages::{
        FunctionCall, FunctionToolCall, FunctionToolCallType, InternalMessage, InternalToolReturn,
        StoredApproval,
    },
};

#[cfg(feature = "arbitrary")]
pub(crate) use self::arbitrary::KEYS;
