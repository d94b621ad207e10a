// @generated from schema/search.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Search requests and results.
//!
//! Two operations search messages, each with a request and a kind of result of its own:
//! [`SearchAllMessages`](crate::SearchAllMessages) takes a [`SearchAllMessagesRequest`] and
//! finds what was said, as [`MessageListResult`]; [`SearchMessages`](crate::SearchMessages)
//! takes a [`MessageSearchRequest`] and finds messages as they are stored, as
//! [`MessageSearchResult`] with the ranks and the score by which they were found.
//!
//! ```
//! use letta_types::{MessageListResult, json};
//!
//! let body = r#"[{"message_type": "user_message", "message_id": "message-1", "created_at": "2026-11-21T09:23:20Z", "content": "Will it rain?"}]"#;
//! let results: Vec<MessageListResult> = json::from_str(body)?;
//! let MessageListResult::User(result) = &results[0] else {
//!     panic!("a user said it");
//! };
//! assert_eq!(result.text().as_deref(), Some("Will it rain?"));
//! # Ok::<(), json::Error>(())
//! ```

use alloc::{boxed::Box, string::String, vec::Vec};

use crate::{
    AgentId, AssistantContent, ConversationId, Extra, InternalMessage, LettaMessage, MessageId,
    MessageRole, ProjectId, TemplateId, Timestamp, UserContent,
};

/// A search through the messages of all agents, for what was said.
///
/// `POST /v1/messages/search` takes it.
///
/// Source: Messages > Search All Messages, domain type `MessageSearchRequest`; OpenAPI:
/// `SearchAllMessagesRequest`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SearchAllMessagesRequest {
    /// What to search for.
    pub query: String,

    /// Agent to whose messages the search is restricted. Absent to search all agents.
    pub agent_id: Option<AgentId>,

    /// Conversation to whose messages the search is restricted. Absent to search all
    /// conversations.
    pub conversation_id: Option<ConversationId>,

    /// Instant until which a message must have been created, itself included. Absent for no limit.
    pub end_date: Option<Timestamp>,

    /// Maximum number of stored messages to find. Each can give several results, or none. Servers
    /// refuse numbers beyond the bounds.
    ///
    /// The documented default is `50`.
    ///
    /// From 1 to 100.
    pub limit: Option<i64>,

    /// How messages are matched.
    ///
    /// The documented default is `"hybrid"`.
    pub search_mode: Option<SearchMode>,

    /// Instant after which a message must have been created. Absent for no limit.
    pub start_date: Option<Timestamp>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A search through the messages of all agents, for stored messages.
///
/// `POST /v1/agents/messages/search` takes it.
///
/// Source: OpenAPI: `MessageSearchRequest`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct MessageSearchRequest {
    /// Agent to whose messages the search is restricted. Absent to search all agents.
    pub agent_id: Option<AgentId>,

    /// Conversation to whose messages the search is restricted. Absent to search all
    /// conversations.
    pub conversation_id: Option<ConversationId>,

    /// Instant until which a message must have been created, itself included. Absent for no limit.
    pub end_date: Option<Timestamp>,

    /// Maximum number of results to return. Servers refuse numbers beyond the bounds.
    ///
    /// The documented default is `50`.
    ///
    /// From 1 to 100.
    pub limit: Option<i64>,

    /// Project to whose messages the search is restricted. Absent to search all projects.
    pub project_id: Option<ProjectId>,

    /// What to search for. OpenAPI lets it be absent, and doesn't say what is found then.
    pub query: Option<String>,

    /// Roles to whose messages the search is restricted. Absent to search those of all roles.
    pub roles: Option<Vec<MessageRole>>,

    /// How messages are matched.
    ///
    /// The documented default is `"hybrid"`.
    pub search_mode: Option<SearchMode>,

    /// Instant after which a message must have been created. Absent for no limit.
    pub start_date: Option<Timestamp>,

    /// Template to whose agents' messages the search is restricted. Absent to search those of all
    /// agents.
    pub template_id: Option<TemplateId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// How a search matches messages.
///
/// Source: Messages > Search All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SearchMode {
    /// `vector`: By meaning: nearness of embeddings.
    Vector,

    /// `fts`: By words: full-text search.
    Fts,

    /// `hybrid`: By both; the two rankings are fused into one.
    Hybrid,

    /// A value that the documents don't name, as it came. `From` never puts a known value here.
    Unknown(String),
}

/// A stored message that a search found, with its rankings.
///
/// `POST /v1/agents/messages/search` returns a list of them.
///
/// Source: Messages, domain type `MessageSearchResult`; OpenAPI: POST
/// /v1/agents/messages/search.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageSearchResult {
    /// Text under which the message was indexed. On recorded servers mostly the text of a JSON
    /// object, such as `{"content": "Hello"}`.
    pub embedded_text: String,

    /// The message that was found.
    pub message: InternalMessage,

    /// Score after both rankings were fused by reciprocal rank; higher is better. On recorded
    /// servers, each ranking adds 0.5 / (60 + rank).
    pub rrf_score: f64,

    /// Rank in the full-text search, from 1. Absent when that search didn't find the message or
    /// wasn't made.
    pub fts_rank: Option<i64>,

    /// Rank in the search by meaning, from 1. Absent when that search didn't find the message or
    /// wasn't made.
    pub vector_rank: Option<i64>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A message that a search found.
///
/// `POST /v1/messages/search` returns a list of them. The tags are those of listed messages,
/// but the fields differ: `message_id` and `created_at` take the place of `id` and `date`.
/// Server 0.15.1 sent listed messages here, which are known by their `id`.
///
/// `message_type` tells the variant. An object with the field `id` is `Message`, whatever its
/// tag, unless it also has the fields that all other variants require.
///
/// Source: Messages > Search All Messages.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MessageListResult {
    /// Instructions to the model.
    System(SystemMessageListResult),

    /// Someone spoke to the agent.
    User(UserMessageListResult),

    /// The model thought.
    Reasoning(ReasoningMessageListResult),

    /// The agent spoke.
    Assistant(AssistantMessageListResult),

    /// A message in the form in which the API lists it, as server 0.15.1 sent it.
    Message(Box<LettaMessage>),

    /// An object of a kind that the crate doesn't know, whole and as it came.
    Unknown(UnknownMessageListResult),
}

/// A value of [`MessageListResult`] of a kind that the crate doesn't know.
///
/// The fields that all known kinds share are typed where they fit. All else, `null`s included,
/// is in [`extra`](Self::extra), so that the object is written back as it came.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct UnknownMessageListResult {
    /// The tag, if it came as text.
    pub message_type: Option<String>,

    /// Instant at which the message was created.
    pub created_at: Option<Timestamp>,

    /// Identifier of the message that was found. Other results can have the same.
    pub message_id: Option<MessageId>,

    /// Agent whose conversation the message is in. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// Conversation that the message is in. Absent when it is the agent's main one.
    pub conversation_id: Option<ConversationId>,

    /// All other fields.
    pub(crate) extra: Extra,
}

/// Instructions to the model that a search found.
///
/// On the wire, `message_type` is `"system_message"`. That is no field here: it is checked
/// when it is there, and always written.
///
/// Source: Messages > Search All Messages; OpenAPI: `SystemMessageListResult`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SystemMessageListResult {
    /// The instructions.
    pub content: String,

    /// Instant at which the message was created.
    pub created_at: Timestamp,

    /// Identifier of the message that was found. Other results can have the same.
    pub message_id: MessageId,

    /// Agent whose conversation the message is in. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// Conversation that the message is in. Absent when it is the agent's main one.
    pub conversation_id: Option<ConversationId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Something said to an agent that a search found.
///
/// On the wire, `message_type` is `"user_message"`. That is no field here: it is checked when
/// it is there, and always written.
///
/// Source: Messages > Search All Messages; OpenAPI: `UserMessageListResult`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct UserMessageListResult {
    /// What was said, as text or in parts.
    pub content: UserContent,

    /// Instant at which the message was created.
    pub created_at: Timestamp,

    /// Identifier of the message that was found. Other results can have the same.
    pub message_id: MessageId,

    /// Agent whose conversation the message is in. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// Conversation that the message is in. Absent when it is the agent's main one.
    pub conversation_id: Option<ConversationId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// A thought of the model that a search found.
///
/// On the wire, `message_type` is `"reasoning_message"`. That is no field here: it is checked
/// when it is there, and always written.
///
/// Source: Messages > Search All Messages; OpenAPI: `ReasoningMessageListResult`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ReasoningMessageListResult {
    /// Instant at which the message was created.
    pub created_at: Timestamp,

    /// Identifier of the message that was found. Other results can have the same.
    pub message_id: MessageId,

    /// The thought.
    pub reasoning: String,

    /// Agent whose conversation the message is in. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// Conversation that the message is in. Absent when it is the agent's main one.
    pub conversation_id: Option<ConversationId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// Something said by an agent that a search found.
///
/// On the wire, `message_type` is `"assistant_message"`. That is no field here: it is checked
/// when it is there, and always written.
///
/// Source: Messages > Search All Messages; OpenAPI: `AssistantMessageListResult`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct AssistantMessageListResult {
    /// What was said, as text or in parts.
    pub content: AssistantContent,

    /// Instant at which the message was created.
    pub created_at: Timestamp,

    /// Identifier of the message that was found. Other results can have the same.
    pub message_id: MessageId,

    /// Agent whose conversation the message is in. Recorded servers always send it.
    pub agent_id: Option<AgentId>,

    /// Conversation that the message is in. Absent when it is the agent's main one.
    pub conversation_id: Option<ConversationId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}
