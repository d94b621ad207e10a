// @generated from schema/search.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How arbitrary values of the types of [`crate::search`] are made.

use crate::ext::arbitrary::{object, open_enums, tagged_union};
use crate::{
    AssistantMessageListResult, LettaMessage, MessageListResult, MessageSearchRequest,
    MessageSearchResult, ReasoningMessageListResult, SearchAllMessagesRequest, SearchMode,
    SystemMessageListResult, UnknownMessageListResult, UserMessageListResult,
};

open_enums! {
    SearchMode
}

object! {
    SearchAllMessagesRequest {
        query = "query" required;
        agent_id = "agent_id" optional;
        conversation_id = "conversation_id" optional;
        end_date = "end_date" optional;
        limit = "limit" optional;
        search_mode = "search_mode" optional;
        start_date = "start_date" optional;
    }
}

object! {
    MessageSearchRequest {
        agent_id = "agent_id" optional;
        conversation_id = "conversation_id" optional;
        end_date = "end_date" optional;
        limit = "limit" optional;
        project_id = "project_id" optional;
        query = "query" optional;
        roles = "roles" optional;
        search_mode = "search_mode" optional;
        start_date = "start_date" optional;
        template_id = "template_id" optional;
    }
}

object! {
    MessageSearchResult {
        embedded_text = "embedded_text" required;
        message = "message" required;
        rrf_score = "rrf_score" required;
        fts_rank = "fts_rank" optional;
        vector_rank = "vector_rank" optional;
    }
}

tagged_union! {
    MessageListResult by "message_type" {
        System(SystemMessageListResult) tagged;
        User(UserMessageListResult) tagged;
        Reasoning(ReasoningMessageListResult) tagged;
        Assistant(AssistantMessageListResult) tagged;
        @when "id" Message(LettaMessage);
        @unknown UnknownMessageListResult;
        @tags {
            "system_message" "user_message" "reasoning_message" "assistant_message"
        }
        @keys {
            "agent_id" "content" "conversation_id" "created_at" "message_id" "message_type"
            "reasoning"
        }
    }
}

object! {
    SystemMessageListResult {
        content = "content" required;
        created_at = "created_at" required;
        message_id = "message_id" required;
        agent_id = "agent_id" optional;
        conversation_id = "conversation_id" optional;
        @tag "message_type";
    }
}

object! {
    UserMessageListResult {
        content = "content" required;
        created_at = "created_at" required;
        message_id = "message_id" required;
        agent_id = "agent_id" optional;
        conversation_id = "conversation_id" optional;
        @tag "message_type";
    }
}

object! {
    ReasoningMessageListResult {
        created_at = "created_at" required;
        message_id = "message_id" required;
        reasoning = "reasoning" required;
        agent_id = "agent_id" optional;
        conversation_id = "conversation_id" optional;
        @tag "message_type";
    }
}

object! {
    AssistantMessageListResult {
        content = "content" required;
        created_at = "created_at" required;
        message_id = "message_id" required;
        agent_id = "agent_id" optional;
        conversation_id = "conversation_id" optional;
        @tag "message_type";
    }
}
