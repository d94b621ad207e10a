// @generated from schema/search.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::search`] are read and written.

use alloc::{string::String, vec::Vec};

use crate::json::body::body;
use crate::runtime::{
    object::object, tagged::tagged_union, text::open_enum, unknown_kind::unknown_object,
};
use crate::{
    AgentId, AssistantContent, AssistantMessageListResult, ConversationId, InternalMessage,
    LettaMessage, MessageId, MessageListResult, MessageRole, MessageSearchRequest,
    MessageSearchResult, ProjectId, ReasoningMessageListResult, SearchAllMessagesRequest,
    SearchMode, SystemMessageListResult, TemplateId, Timestamp, UnknownMessageListResult,
    UserContent, UserMessageListResult,
};

body! {
    SearchAllMessagesRequest MessageSearchRequest MessageSearchResult MessageListResult
}

object! {
    SearchAllMessagesRequest {
        query: String = "query" required;
        agent_id: AgentId = "agent_id" optional;
        conversation_id: ConversationId = "conversation_id" optional;
        end_date: Timestamp = "end_date" optional;
        limit: i64 = "limit" optional;
        search_mode: SearchMode = "search_mode" optional;
        start_date: Timestamp = "start_date" optional;
    }
}

object! {
    MessageSearchRequest {
        agent_id: AgentId = "agent_id" optional;
        conversation_id: ConversationId = "conversation_id" optional;
        end_date: Timestamp = "end_date" optional;
        limit: i64 = "limit" optional;
        project_id: ProjectId = "project_id" optional;
        query: String = "query" optional;
        roles: Vec<MessageRole> = "roles" optional;
        search_mode: SearchMode = "search_mode" optional;
        start_date: Timestamp = "start_date" optional;
        template_id: TemplateId = "template_id" optional;
    }
}

open_enum! {
    SearchMode {
        Vector = "vector",
        Fts = "fts",
        Hybrid = "hybrid",
    }
}

object! {
    MessageSearchResult {
        embedded_text: String = "embedded_text" required;
        message: InternalMessage = "message" required;
        rrf_score: f64 = "rrf_score" required;
        fts_rank: i64 = "fts_rank" optional;
        vector_rank: i64 = "vector_rank" optional;
    }
}

tagged_union! {
    MessageListResult by "message_type" {
        created_at: Timestamp = "created_at";
        message_id: MessageId = "message_id";
        agent_id: AgentId = "agent_id";
        conversation_id: ConversationId = "conversation_id";
        reasoning: String = "reasoning";
    }
    @late {
        content = "content" {
            content_as_string: String;
            content_as_user_content: UserContent;
            content_as_assistant_content: AssistantContent;
        }
    }
    System(SystemMessageListResult) = "system_message" {
        created_at message_id agent_id conversation_id
        @late content in content_as_string
    }
    User(UserMessageListResult) = "user_message" {
        created_at message_id agent_id conversation_id
        @late content in content_as_user_content
    }
    Reasoning(ReasoningMessageListResult) = "reasoning_message" {
        created_at message_id reasoning agent_id conversation_id
    }
    Assistant(AssistantMessageListResult) = "assistant_message" {
        created_at message_id agent_id conversation_id
        @late content in content_as_assistant_content
    }
    @when "id" Message(LettaMessage);
}

unknown_object! {
    UnknownMessageListResult by "message_type" as message_type {
        created_at: Timestamp = "created_at";
        message_id: MessageId = "message_id";
        agent_id: AgentId = "agent_id";
        conversation_id: ConversationId = "conversation_id";
    }
}

object! {
    SystemMessageListResult {
        content: String = "content" required;
        created_at: Timestamp = "created_at" required;
        message_id: MessageId = "message_id" required;
        agent_id: AgentId = "agent_id" optional;
        conversation_id: ConversationId = "conversation_id" optional;
        @tag "message_type" = "system_message";
    }
}

object! {
    UserMessageListResult {
        content: UserContent = "content" required;
        created_at: Timestamp = "created_at" required;
        message_id: MessageId = "message_id" required;
        agent_id: AgentId = "agent_id" optional;
        conversation_id: ConversationId = "conversation_id" optional;
        @tag "message_type" = "user_message";
    }
}

object! {
    ReasoningMessageListResult {
        created_at: Timestamp = "created_at" required;
        message_id: MessageId = "message_id" required;
        reasoning: String = "reasoning" required;
        agent_id: AgentId = "agent_id" optional;
        conversation_id: ConversationId = "conversation_id" optional;
        @tag "message_type" = "reasoning_message";
    }
}

object! {
    AssistantMessageListResult {
        content: AssistantContent = "content" required;
        created_at: Timestamp = "created_at" required;
        message_id: MessageId = "message_id" required;
        agent_id: AgentId = "agent_id" optional;
        conversation_id: ConversationId = "conversation_id" optional;
        @tag "message_type" = "assistant_message";
    }
}
