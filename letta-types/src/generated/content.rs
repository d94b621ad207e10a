// @generated from schema/content.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Parts that messages are made of.
//!
//! Content is plain text or a list of parts: [`UserContent`], [`AssistantContent`] and
//! [`ToolReturnValue`] are both, and stay what they came as. `text()` of each is the text
//! either way.
//!
//! Parts are text, pictures, tool calls, what tools returned, and reasoning. Which of them can
//! occur depends on who speaks: [`UserContentPart`], [`AssistantContentPart`],
//! [`ToolReturnContentPart`], and for stored messages [`MessageContentPart`], which has all. A
//! part of another kind is `Unknown` and kept whole.
//!
//! ```
//! use letta_types::{ImageContent, ImageSource, TextContent, UrlImage, UserContent, UserContentPart};
//!
//! let content = UserContent::Parts(vec![
//!     TextContent::new("What is this?").into(),
//!     ImageContent::new(UrlImage::new("https://example.com/fjord.png")).into(),
//! ]);
//! assert_eq!(content.text().as_deref(), Some("What is this?"));
//!
//! let UserContent::Parts(parts) = &content else { panic!("parts") };
//! let pictures = parts.iter().filter_map(|part| match part {
//!     UserContentPart::Image(picture) => Some(&picture.source),
//!     _ => None,
//! });
//! for source in pictures {
//!     assert!(matches!(source, ImageSource::Url(at) if at.url.ends_with("fjord.png")));
//! }
//! ```

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{Extra, FileId, ReasoningId, ToolCallId, UnknownObject};

/// A piece of text.
///
/// On the wire, `type` is `"text"`. That is no field here: it is checked when it is there, and
/// always written.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct TextContent {
    /// The text itself.
    pub text: String,

    /// Signature by which the provider, given this text again, recognizes the reasoning that led
    /// to it. Absent when the provider signs nothing.
    pub signature: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A picture.
///
/// On the wire, `type` is `"image"`. That is no field here: it is checked when it is there,
/// and always written.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ImageContent {
    /// Where the picture comes from.
    pub source: ImageSource,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Where a picture comes from.
///
/// Recorded servers store the pictures that users send and list them as their own files
/// (`letta`); pictures that tools return stay data (`base64`).
///
/// `type` tells the variant.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ImageSource {
    /// A picture on the web.
    Url(UrlImage),

    /// A picture that is sent along.
    Base64(Base64Image),

    /// A picture in the server's storage.
    Letta(LettaImage),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownObject),
}

/// A picture on the web.
///
/// On the wire, `type` is `"url"`. That is no field here: it is checked when it is there, and
/// always written.
///
/// Source: Steps > List Steps.
#[doc(alias = "URL")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct UrlImage {
    /// Address of the picture.
    pub url: String,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A picture that is sent along.
///
/// On the wire, `type` is `"base64"`. That is no field here: it is checked when it is there,
/// and always written.
///
/// Source: Steps > List Steps.
#[doc(alias = "Base64")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Base64Image {
    /// Content of the picture file, in base64.
    pub data: String,

    /// MIME type of `data`, such as `image/png`.
    pub media_type: String,

    /// How closely the model should look: `low`, `high` or `auto`. Absent when the sender left it
    /// open.
    pub detail: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A picture in the server's storage.
///
/// On the wire, `type` is `"letta"`. That is no field here: it is checked when it is there,
/// and always written.
///
/// Source: Steps > List Steps.
#[doc(alias = "Letta")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct LettaImage {
    /// File that holds the picture.
    pub file_id: FileId,

    /// Content of the picture file, in base64. Recorded servers always send it, so that a list of
    /// messages can be large.
    pub data: Option<String>,

    /// How closely the model should look: `low`, `high` or `auto`. Absent when the sender left it
    /// open.
    pub detail: Option<String>,

    /// MIME type of the file, such as `image/png`. Recorded servers always send it.
    pub media_type: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A call of a tool, as a part of what the model said.
///
/// On the wire, `type` is `"tool_call"`. That is no field here: it is checked when it is
/// there, and always written.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ToolCallContent {
    /// Identifier of the call.
    pub id: ToolCallId,

    /// Arguments of the call, by parameter.
    pub input: Map<String, Value>,

    /// Name of the tool that is called.
    pub name: String,

    /// Signature by which the provider, given this call again, recognizes the reasoning that led
    /// to it. Absent when the provider signs nothing.
    pub signature: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// What a tool returned, as a part of a message.
///
/// On the wire, `type` is `"tool_return"`. That is no field here: it is checked when it is
/// there, and always written.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ToolReturnContent {
    /// Value that the tool returned, as text.
    pub content: String,

    /// Whether the tool failed.
    pub is_error: bool,

    /// Identifier of the call that is answered: `id` of a `ToolCallContent`.
    pub tool_call_id: ToolCallId,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Reasoning of the model, in the open.
///
/// Documented for Anthropic's Messages API; recorded servers keep the reasoning of OpenAI's
/// models in the same form.
///
/// On the wire, `type` is `"reasoning"`. That is no field here: it is checked when it is
/// there, and always written.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ReasoningContent {
    /// Whether a reasoning model produced it, rather than a prompt that asked for it.
    pub is_native: bool,

    /// What the model thought.
    pub reasoning: String,

    /// Proof of origin that the provider wants back together with the reasoning. Absent when the
    /// provider signs nothing.
    pub signature: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Reasoning that the provider encrypted, documented for Anthropic's Messages API.
///
/// On the wire, `type` is `"redacted_reasoning"`. That is no field here: it is checked when it
/// is there, and always written.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct RedactedReasoningContent {
    /// The reasoning, which only the provider can read.
    pub data: String,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Stands for reasoning that took place but that the provider keeps to itself.
///
/// OpenAI's reasoning models do so on the Chat Completions API.
///
/// On the wire, `type` is `"omitted_reasoning"`. That is no field here: it is checked when it
/// is there, and always written.
///
/// Source: Steps > List Steps.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct OmittedReasoningContent {
    /// Proof of origin that the provider wants back in later requests. Absent when the provider
    /// signs nothing.
    pub signature: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Reasoning that the provider shows in summary, as OpenAI's Responses API does.
///
/// On the wire, `type` is `"summarized_reasoning"`. That is no field here: it is checked when
/// it is there, and always written.
///
/// Source: Steps > List Steps.
#[doc(alias = "SummarizedReasoning")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SummarizedReasoningContent {
    /// Identifier that the provider gave to the reasoning.
    pub id: ReasoningId,

    /// Parts of the summary.
    pub summary: Vec<SummarizedReasoningContentPart>,

    /// The whole reasoning, which only the provider can read. Absent when the provider didn't hand
    /// it out.
    pub encrypted_content: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A part of a summary of reasoning.
///
/// Source: Steps > List Steps; OpenAPI: `SummarizedReasoningContentPart`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SummarizedReasoningContentPart {
    /// Position of the part within the summary.
    pub index: i64,

    /// What the part says.
    pub text: String,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A part of a stored message.
///
/// `type` tells the variant.
///
/// Source: Steps > List Steps; OpenAPI: `LettaMessageContentUnion`.
#[doc(alias = "LettaMessageContentUnion")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MessageContentPart {
    /// A piece of text.
    Text(TextContent),

    /// A picture.
    Image(ImageContent),

    /// A call of a tool.
    ToolCall(ToolCallContent),

    /// What a tool returned.
    ToolReturn(ToolReturnContent),

    /// Reasoning in the open.
    Reasoning(ReasoningContent),

    /// Reasoning that the provider encrypted.
    RedactedReasoning(RedactedReasoningContent),

    /// Reasoning that the provider withholds.
    OmittedReasoning(OmittedReasoningContent),

    /// Reasoning in summary.
    SummarizedReasoning(SummarizedReasoningContent),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownObject),
}

/// A part of what a user says.
///
/// `type` tells the variant.
///
/// Source: Steps > List Messages For Step; OpenAPI: `LettaUserMessageContentUnion`.
#[doc(alias = "LettaUserMessageContentUnion")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UserContentPart {
    /// A piece of text.
    Text(TextContent),

    /// A picture.
    Image(ImageContent),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownObject),
}

/// A part of what an agent says.
///
/// `type` tells the variant.
///
/// Source: Steps > List Messages For Step; OpenAPI: `LettaAssistantMessageContentUnion`.
#[doc(alias = "LettaAssistantMessageContentUnion")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AssistantContentPart {
    /// A piece of text.
    Text(TextContent),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownObject),
}

/// A part of what a tool returns.
///
/// `type` tells the variant.
///
/// Source: Steps > List Messages For Step; OpenAPI: `LettaToolReturnContentUnion`.
#[doc(alias = "LettaToolReturnContentUnion")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ToolReturnContentPart {
    /// A piece of text.
    Text(TextContent),

    /// A picture.
    Image(ImageContent),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownObject),
}

/// What a user says: plain text, or text and pictures in parts.
///
/// Recorded servers send parts once there is a picture among them.
///
/// The JSON type of the value tells the variant.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum UserContent {
    /// All of it as one text.
    Text(String),

    /// Text and pictures, in the order of the message.
    Parts(Vec<UserContentPart>),
}

/// What an agent says: plain text, or text in parts.
///
/// Recorded servers always send plain text.
///
/// The JSON type of the value tells the variant.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum AssistantContent {
    /// All of it as one text.
    Text(String),

    /// Pieces of text, in the order of the message.
    Parts(Vec<AssistantContentPart>),
}

/// What a tool returned: plain text, or text and pictures in parts.
///
/// Servers before 0.16.4 knew text only.
///
/// The JSON type of the value tells the variant.
///
/// Source: Steps > List Messages For Step.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ToolReturnValue {
    /// All of it as one text.
    Text(String),

    /// Text and pictures, in the order in which the tool returned them.
    Parts(Vec<ToolReturnContentPart>),
}
