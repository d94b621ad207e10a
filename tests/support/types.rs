//! Any type of the crate, by its name.

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// How a body holds its type.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    One,
    /// The body can be `null`.
    Optional,
    List,
}

impl Form {
    /// The schema of a body of this form.
    pub fn schema(self, type_name: &str) -> Value {
        let one = json!({ "$ref": format!("#/$defs/{type_name}") });
        match self {
            Self::One => one,
            Self::Optional => json!({ "anyOf": [one, { "type": "null" }] }),
            Self::List => json!({ "type": "array", "items": one }),
        }
    }
}

/// What became of a text that was read and written.
#[derive(Debug)]
pub struct RoundTrip {
    pub written: Value,
    /// The typed value as `{:?}`, which tells variants.
    pub debug: String,
}

/// Reads a text as a type and writes it.
///
/// # Errors
///
/// If the type refuses the text.
pub fn round_trip(form: Form, type_name: &str, text: &str) -> serde_json::Result<RoundTrip> {
    by_name(form, type_name, text)
}

/// Reads one value as a type and writes it.
///
/// # Errors
///
/// If the type refuses the text.
pub fn read(type_name: &str, text: &str) -> serde_json::Result<Value> {
    Ok(round_trip(Form::One, type_name, text)?.written)
}

fn formed<T: Subject>(form: Form, text: &str) -> serde_json::Result<RoundTrip> {
    match form {
        Form::One => go_round::<T>(text),
        Form::Optional => go_round::<Option<T>>(text),
        Form::List => go_round::<Vec<T>>(text),
    }
}

fn go_round<T: Subject>(text: &str) -> serde_json::Result<RoundTrip> {
    let typed: T = serde_json::from_str(text)?;
    let written = serde_json::to_value(&typed)?;

    // The same JSON must give the same value, however it is handed over.
    let parsed: Value = serde_json::from_str(text)?;
    let from_value: T = serde_json::from_value(parsed).expect("reads from a `Value` as from text");
    assert_eq!(from_value, typed, "read from a `Value`");
    let from_slice: T =
        serde_json::from_slice(text.as_bytes()).expect("reads from bytes as from text");
    assert_eq!(from_slice, typed, "read from bytes");

    let again = serde_json::to_string(&typed)?;
    let reread: T = serde_json::from_str(&again).expect("reads what it has written");
    assert_eq!(reread, typed, "read from what was written");
    let reparsed: Value = serde_json::from_str(&again)?;
    assert_eq!(reparsed, written, "written as text and as a `Value`");

    Ok(RoundTrip {
        written,
        debug: format!("{typed:?}"),
    })
}

trait Subject: Serialize + DeserializeOwned + PartialEq + Debug {}

impl<T: Serialize + DeserializeOwned + PartialEq + Debug> Subject for T {}

/// Calls a macro with the names of all types that are definitions of the schema; a test holds them against it.
#[macro_export]
macro_rules! every_type {
    ($with:ident) => {
        $with! {
            // common
            StepId AgentId MessageId RunId OrganizationId UserId ProjectId ProviderId ProviderTraceId
            ConversationId GroupId TemplateId BaseTemplateId BatchItemId FileId ToolCallId SenderId Otid
            TraceId TransactionId RequestId CustomerId ReasoningId ApprovalRequestId
            Timestamp MessageRole ToolStatus SortOrder OrderBy
            // steps
            Step StopReasonType StepStatus FeedbackType StepMetrics ProviderTrace BillingContext
            ModifyFeedbackRequest
            // content
            TextContent ImageContent ImageSource UrlImage Base64Image LettaImage ToolCallContent
            ToolReturnContent ReasoningContent RedactedReasoningContent OmittedReasoningContent
            SummarizedReasoningContent SummarizedReasoningContentPart MessageContentPart UserContentPart
            AssistantContentPart ToolReturnContentPart UserContent AssistantContent ToolReturnValue
            // stored messages
            InternalMessage FunctionToolCall FunctionCall FunctionToolCallType InternalToolReturn
            StoredApproval
            // messages
            LettaMessage SystemMessage UserMessage ReasoningMessage ReasoningSource HiddenReasoningMessage
            HiddenReasoningState ToolCallMessage ToolReturnMessage AssistantMessage ApprovalRequestMessage
            ApprovalResponseMessage SummaryMessage EventMessage EventType ToolCall ToolCallDelta
            ToolCallOrDelta ToolCallsOrDelta ToolReturn ApprovalReturn Approval CompactionStats MessageType
            // search
            SearchAllMessagesRequest MessageSearchRequest SearchMode MessageSearchResult MessageListResult
            SystemMessageListResult UserMessageListResult ReasoningMessageListResult AssistantMessageListResult
            // errors
            ApiError ErrorDetail ValidationError ValidationLocation ModelError
        }
    };
}

macro_rules! types {
    ($($name:ident)+) => {
        /// The names of all types that can be read here.
        pub const NAMES: &[&str] = &[$(stringify!($name)),+];

        fn by_name(form: Form, type_name: &str, text: &str) -> serde_json::Result<RoundTrip> {
            match type_name {
                $(stringify!($name) => formed::<letta_types::$name>(form, text),)+
                _ => panic!("no type is named {type_name}: add it to `every_type`"),
            }
        }
    };
}

crate::every_type!(types);
