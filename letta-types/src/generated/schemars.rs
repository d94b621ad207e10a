// @generated from schema/ by `cargo xtask codegen`. Don't edit: change the schema.

//! The types that are definitions of [`crate::SCHEMA`].

use crate::ext::schemars::{json_schemas, same_schemas};
use crate::{
    AgentId, ApiError, Approval, ApprovalRequestId, ApprovalRequestMessage,
    ApprovalResponseMessage, ApprovalReturn, AssistantContent, AssistantContentPart,
    AssistantMessage, AssistantMessageListResult, Base64Image, BaseTemplateId, BatchItemId,
    BillingContext, CompactionStats, ConversationId, CustomerId, ErrorDetail, EventMessage,
    EventType, FeedbackType, FileId, FunctionCall, FunctionToolCall, FunctionToolCallType, GroupId,
    HiddenReasoningMessage, HiddenReasoningState, ImageContent, ImageSource, InternalMessage,
    InternalToolReturn, LettaImage, LettaMessage, MessageContentPart, MessageId, MessageListResult,
    MessageRole, MessageSearchRequest, MessageSearchResult, MessageType, ModelError,
    ModifyFeedbackRequest, OmittedReasoningContent, OrderBy, OrganizationId, Otid, ProjectId,
    ProviderId, ProviderTrace, ProviderTraceId, RawProviderTrace, ReasoningContent, ReasoningId,
    ReasoningMessage, ReasoningMessageListResult, ReasoningSource, RedactedReasoningContent,
    RequestId, RunId, SearchAllMessagesRequest, SearchMode, SenderId, SortOrder, Step, StepId,
    StepMetrics, StepStatus, StopReasonType, StoredApproval, SummarizedReasoningContent,
    SummarizedReasoningContentPart, SummaryMessage, SystemMessage, SystemMessageListResult,
    TemplateId, TextContent, Timestamp, ToolCall, ToolCallContent, ToolCallDelta, ToolCallId,
    ToolCallMessage, ToolCallOrDelta, ToolCallsOrDelta, ToolReturn, ToolReturnContent,
    ToolReturnContentPart, ToolReturnMessage, ToolReturnValue, ToolStatus, TraceId, TransactionId,
    UrlImage, UserContent, UserContentPart, UserId, UserMessage, UserMessageListResult,
    ValidationError, ValidationLocation,
};

json_schemas! {
    StepId AgentId MessageId RunId OrganizationId UserId ProjectId ProviderId ProviderTraceId
    ConversationId GroupId TemplateId BaseTemplateId BatchItemId FileId ToolCallId SenderId Otid
    TraceId TransactionId RequestId CustomerId ReasoningId ApprovalRequestId Timestamp
    MessageRole ToolStatus SortOrder OrderBy
    Step StopReasonType StepStatus FeedbackType StepMetrics ProviderTrace BillingContext
    ModifyFeedbackRequest
    TextContent ImageContent ImageSource UrlImage Base64Image LettaImage ToolCallContent
    ToolReturnContent ReasoningContent RedactedReasoningContent OmittedReasoningContent
    SummarizedReasoningContent SummarizedReasoningContentPart MessageContentPart UserContentPart
    AssistantContentPart ToolReturnContentPart UserContent AssistantContent ToolReturnValue
    InternalMessage FunctionToolCall FunctionCall FunctionToolCallType InternalToolReturn
    StoredApproval
    LettaMessage SystemMessage UserMessage ReasoningMessage ReasoningSource
    HiddenReasoningMessage HiddenReasoningState ToolCallMessage ToolReturnMessage
    AssistantMessage ApprovalRequestMessage ApprovalResponseMessage SummaryMessage EventMessage
    EventType ToolCall ToolCallDelta ToolCallOrDelta ToolCallsOrDelta ToolReturn ApprovalReturn
    Approval CompactionStats MessageType
    SearchAllMessagesRequest MessageSearchRequest SearchMode MessageSearchResult
    MessageListResult SystemMessageListResult UserMessageListResult ReasoningMessageListResult
    AssistantMessageListResult
    ApiError ErrorDetail ValidationError ValidationLocation ModelError
}

same_schemas! {
    RawProviderTrace as ProviderTrace;
}
