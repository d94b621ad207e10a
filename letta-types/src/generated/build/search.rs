// @generated from schema/search.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors of [`crate::search`].

use alloc::string::String;

use serde_json::Value;

use crate::{
    AgentId, AssistantContent, AssistantMessageListResult, ConversationId, Extra, InternalMessage,
    MessageId, MessageListResult, MessageRole, MessageSearchRequest, MessageSearchResult,
    ProjectId, ReasoningMessageListResult, SearchAllMessagesRequest, SearchMode,
    SystemMessageListResult, TemplateId, Timestamp, UnknownMessageListResult, UserContent,
    UserMessageListResult,
};

impl SearchAllMessagesRequest {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            agent_id: None,
            conversation_id: None,
            end_date: None,
            limit: None,
            search_mode: None,
            start_date: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets [`end_date`](Self::end_date).
    #[must_use]
    pub fn with_end_date(mut self, end_date: impl Into<Timestamp>) -> Self {
        self.end_date = Some(end_date.into());
        self
    }

    /// Sets [`limit`](Self::limit).
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`search_mode`](Self::search_mode).
    #[must_use]
    pub fn with_search_mode(mut self, search_mode: impl Into<SearchMode>) -> Self {
        self.search_mode = Some(search_mode.into());
        self
    }

    /// Sets [`start_date`](Self::start_date).
    #[must_use]
    pub fn with_start_date(mut self, start_date: impl Into<Timestamp>) -> Self {
        self.start_date = Some(start_date.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl MessageSearchRequest {
    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets [`end_date`](Self::end_date).
    #[must_use]
    pub fn with_end_date(mut self, end_date: impl Into<Timestamp>) -> Self {
        self.end_date = Some(end_date.into());
        self
    }

    /// Sets [`limit`](Self::limit).
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`project_id`](Self::project_id).
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<ProjectId>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Sets [`query`](Self::query).
    #[must_use]
    pub fn with_query(mut self, query: impl Into<String>) -> Self {
        self.query = Some(query.into());
        self
    }

    /// Sets [`roles`](Self::roles).
    #[must_use]
    pub fn with_roles(mut self, roles: impl IntoIterator<Item = impl Into<MessageRole>>) -> Self {
        self.roles = Some(roles.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`search_mode`](Self::search_mode).
    #[must_use]
    pub fn with_search_mode(mut self, search_mode: impl Into<SearchMode>) -> Self {
        self.search_mode = Some(search_mode.into());
        self
    }

    /// Sets [`start_date`](Self::start_date).
    #[must_use]
    pub fn with_start_date(mut self, start_date: impl Into<Timestamp>) -> Self {
        self.start_date = Some(start_date.into());
        self
    }

    /// Sets [`template_id`](Self::template_id).
    #[must_use]
    pub fn with_template_id(mut self, template_id: impl Into<TemplateId>) -> Self {
        self.template_id = Some(template_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl MessageSearchResult {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        message: impl Into<InternalMessage>,
        embedded_text: impl Into<String>,
        rrf_score: f64,
    ) -> Self {
        Self {
            embedded_text: embedded_text.into(),
            message: message.into(),
            rrf_score,
            fts_rank: None,
            vector_rank: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`fts_rank`](Self::fts_rank).
    #[must_use]
    pub fn with_fts_rank(mut self, fts_rank: i64) -> Self {
        self.fts_rank = Some(fts_rank);
        self
    }

    /// Sets [`vector_rank`](Self::vector_rank).
    #[must_use]
    pub fn with_vector_rank(mut self, vector_rank: i64) -> Self {
        self.vector_rank = Some(vector_rank);
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl MessageListResult {
    /// The tag, `message_type`, as it is written; `None` where the value has none. Of `Message`,
    /// it is the tag of the [`LettaMessage`](crate::LettaMessage).
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::System(_) => Some(SystemMessageListResult::MESSAGE_TYPE),
            Self::User(_) => Some(UserMessageListResult::MESSAGE_TYPE),
            Self::Reasoning(_) => Some(ReasoningMessageListResult::MESSAGE_TYPE),
            Self::Assistant(_) => Some(AssistantMessageListResult::MESSAGE_TYPE),
            Self::Message(value) => value.tag(),
            Self::Unknown(value) => value.message_type.as_deref(),
        }
    }

    /// `created_at`, whatever the kind; `None` if it is absent, and of `Message`, which has no
    /// such field.
    ///
    /// Instant at which the message was created.
    #[must_use]
    pub fn created_at(&self) -> Option<&Timestamp> {
        match self {
            Self::System(value) => Some(&value.created_at),
            Self::User(value) => Some(&value.created_at),
            Self::Reasoning(value) => Some(&value.created_at),
            Self::Assistant(value) => Some(&value.created_at),
            Self::Message(_) => None,
            Self::Unknown(value) => value.created_at.as_ref(),
        }
    }

    /// `message_id`, whatever the kind; `None` if it is absent, and of `Message`, which has no
    /// such field.
    ///
    /// Identifier of the message that was found. Other results can have the same.
    #[must_use]
    pub fn message_id(&self) -> Option<&MessageId> {
        match self {
            Self::System(value) => Some(&value.message_id),
            Self::User(value) => Some(&value.message_id),
            Self::Reasoning(value) => Some(&value.message_id),
            Self::Assistant(value) => Some(&value.message_id),
            Self::Message(_) => None,
            Self::Unknown(value) => value.message_id.as_ref(),
        }
    }

    /// `agent_id`, whatever the kind; `None` if it is absent, and of `Message`, which has no such
    /// field.
    ///
    /// Agent whose conversation the message is in. Recorded servers always send it.
    #[must_use]
    pub fn agent_id(&self) -> Option<&AgentId> {
        match self {
            Self::System(value) => value.agent_id.as_ref(),
            Self::User(value) => value.agent_id.as_ref(),
            Self::Reasoning(value) => value.agent_id.as_ref(),
            Self::Assistant(value) => value.agent_id.as_ref(),
            Self::Message(_) => None,
            Self::Unknown(value) => value.agent_id.as_ref(),
        }
    }

    /// `conversation_id`, whatever the kind; `None` if it is absent, and of `Message`, which has
    /// no such field.
    ///
    /// Conversation that the message is in. Absent when it is the agent's main one.
    #[must_use]
    pub fn conversation_id(&self) -> Option<&ConversationId> {
        match self {
            Self::System(value) => value.conversation_id.as_ref(),
            Self::User(value) => value.conversation_id.as_ref(),
            Self::Reasoning(value) => value.conversation_id.as_ref(),
            Self::Assistant(value) => value.conversation_id.as_ref(),
            Self::Message(_) => None,
            Self::Unknown(value) => value.conversation_id.as_ref(),
        }
    }

    /// The fields that the variant doesn't declare: of `Unknown`, all but the tag and what any
    /// kind may have.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        match self {
            Self::System(value) => value.extra(),
            Self::User(value) => value.extra(),
            Self::Reasoning(value) => value.extra(),
            Self::Assistant(value) => value.extra(),
            Self::Message(value) => value.extra(),
            Self::Unknown(value) => value.extra(),
        }
    }

    /// The fields that the variant doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        match self {
            Self::System(value) => value.extra_mut(),
            Self::User(value) => value.extra_mut(),
            Self::Reasoning(value) => value.extra_mut(),
            Self::Assistant(value) => value.extra_mut(),
            Self::Message(value) => value.extra_mut(),
            Self::Unknown(value) => value.extra_mut(),
        }
    }
}

impl UnknownMessageListResult {
    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl SystemMessageListResult {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "system_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        message_id: impl Into<MessageId>,
        created_at: impl Into<Timestamp>,
        content: impl Into<String>,
    ) -> Self {
        Self {
            content: content.into(),
            created_at: created_at.into(),
            message_id: message_id.into(),
            agent_id: None,
            conversation_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl UserMessageListResult {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "user_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        message_id: impl Into<MessageId>,
        created_at: impl Into<Timestamp>,
        content: impl Into<UserContent>,
    ) -> Self {
        Self {
            content: content.into(),
            created_at: created_at.into(),
            message_id: message_id.into(),
            agent_id: None,
            conversation_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ReasoningMessageListResult {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "reasoning_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        message_id: impl Into<MessageId>,
        created_at: impl Into<Timestamp>,
        reasoning: impl Into<String>,
    ) -> Self {
        Self {
            created_at: created_at.into(),
            message_id: message_id.into(),
            reasoning: reasoning.into(),
            agent_id: None,
            conversation_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl AssistantMessageListResult {
    /// The tag: what `message_type` is on the wire.
    pub const MESSAGE_TYPE: &'static str = "assistant_message";

    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        message_id: impl Into<MessageId>,
        created_at: impl Into<Timestamp>,
        content: impl Into<AssistantContent>,
    ) -> Self {
        Self {
            content: content.into(),
            created_at: created_at.into(),
            message_id: message_id.into(),
            agent_id: None,
            conversation_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}
