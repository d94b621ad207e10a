//! The command line of the two clients.

use clap::{Args, Subcommand};
use letta_types::{
    AgentId, ConversationId, FeedbackType, ListAllMessages, ListMessagesForStep, ListSteps,
    MessageId, MessageRole, MessageSearchRequest, MessageType, ModifyFeedbackForStep,
    ModifyFeedbackRequest, OrderBy, ProjectId, SearchAllMessagesRequest, SearchMode, SortOrder,
    StepId, TemplateId, Timestamp, TraceId,
};

/// Where the server is, and who asks.
#[derive(Args, Clone, Debug)]
pub struct Connection {
    /// Address of the server
    #[arg(long, env = "LETTA_BASE_URL", default_value = "http://localhost:8283")]
    pub base_url: String,

    /// API token, which is sent as `Authorization: Bearer …`
    #[arg(long, env = "LETTA_API_KEY", hide_env_values = true)]
    pub token: Option<String>,
}

/// What to ask the server: one command for each operation, and one that is made of four.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Lists steps
    ListSteps(StepList),

    /// Fetches a step
    RetrieveStep {
        /// Step to fetch
        step: StepId,
    },

    /// Fetches how long the parts of a step took
    RetrieveMetricsForStep {
        /// Step whose metrics to fetch
        step: StepId,
    },

    /// Fetches what a step and the model's provider sent to each other
    RetrieveTraceForStep {
        /// Step whose trace to fetch
        step: StepId,
    },

    /// Sets the feedback on a step; what is left out is cleared
    ModifyFeedbackForStep(Feedback),

    /// Lists the messages of a step
    ListMessagesForStep(StepMessageList),

    /// Lists messages of all agents
    ListAllMessages(MessageList),

    /// Fetches a stored message, as the messages that it is listed as
    RetrieveMessage {
        /// Message to fetch
        message: MessageId,
    },

    /// Searches messages for what was said
    SearchAllMessages(Search),

    /// Searches stored messages, with their rankings
    SearchMessages(StoredSearch),

    /// Fetches a step with its metrics, its trace and its messages
    Overview {
        /// Step to fetch
        step: StepId,
    },
}

/// Which steps to list.
#[derive(Args, Clone, Debug)]
pub struct StepList {
    /// Go on to the end of the list, page by page
    #[arg(long)]
    pub all_pages: bool,

    #[arg(long)]
    after: Option<StepId>,
    #[arg(long)]
    agent_id: Option<AgentId>,
    #[arg(long)]
    before: Option<StepId>,
    #[arg(long)]
    end_date: Option<Timestamp>,
    #[arg(long)]
    feedback: Option<FeedbackType>,
    #[arg(long)]
    has_feedback: Option<bool>,
    #[arg(long, allow_negative_numbers = true)]
    limit: Option<i64>,
    #[arg(long)]
    model: Option<String>,
    #[arg(long)]
    order: Option<SortOrder>,
    #[arg(long)]
    order_by: Option<OrderBy>,
    #[arg(long)]
    project_id: Option<ProjectId>,
    #[arg(long)]
    start_date: Option<Timestamp>,
    #[arg(long)]
    tags: Option<Vec<String>>,
    #[arg(long)]
    trace_ids: Option<Vec<TraceId>>,
    #[arg(long)]
    x_project: Option<String>,
}

impl From<StepList> for ListSteps {
    fn from(list: StepList) -> Self {
        let mut operation = Self::new();
        operation.after = list.after;
        operation.agent_id = list.agent_id;
        operation.before = list.before;
        operation.end_date = list.end_date;
        operation.feedback = list.feedback;
        operation.has_feedback = list.has_feedback;
        operation.limit = list.limit;
        operation.model = list.model;
        operation.order = list.order;
        operation.order_by = list.order_by;
        operation.project_id = list.project_id;
        operation.start_date = list.start_date;
        operation.tags = list.tags;
        operation.trace_ids = list.trace_ids;
        operation.x_project = list.x_project;
        operation
    }
}

/// What users thought of a step.
#[derive(Args, Clone, Debug)]
pub struct Feedback {
    /// Step that the feedback is about
    step: StepId,
    /// `positive` or `negative`
    #[arg(long = "feedback")]
    verdict: Option<FeedbackType>,
    /// A label; repeat it for more
    #[arg(long)]
    tags: Option<Vec<String>>,
}

impl From<Feedback> for ModifyFeedbackForStep {
    fn from(feedback: Feedback) -> Self {
        let mut body = ModifyFeedbackRequest::new();
        body.feedback = feedback.verdict;
        body.tags = feedback.tags;
        Self::new(feedback.step, body)
    }
}

/// Which messages of a step to list.
#[derive(Args, Clone, Debug)]
pub struct StepMessageList {
    /// Go on to the end of the list, page by page
    #[arg(long)]
    pub all_pages: bool,

    /// Step whose messages to list
    step: StepId,
    #[arg(long)]
    after: Option<MessageId>,
    #[arg(long)]
    before: Option<MessageId>,
    #[arg(long, allow_negative_numbers = true)]
    limit: Option<i64>,
    #[arg(long)]
    order: Option<SortOrder>,
    #[arg(long)]
    order_by: Option<OrderBy>,
}

impl From<StepMessageList> for ListMessagesForStep {
    fn from(list: StepMessageList) -> Self {
        let mut operation = Self::new(list.step);
        operation.after = list.after;
        operation.before = list.before;
        operation.limit = list.limit;
        operation.order = list.order;
        operation.order_by = list.order_by;
        operation
    }
}

/// Which messages to list.
#[derive(Args, Clone, Debug)]
pub struct MessageList {
    /// Go on to the end of the list, page by page
    #[arg(long)]
    pub all_pages: bool,

    #[arg(long)]
    after: Option<MessageId>,
    #[arg(long)]
    before: Option<MessageId>,
    #[arg(long)]
    conversation_id: Option<ConversationId>,
    /// A kind of message, such as `tool_call_message`; repeat it for more
    #[arg(long)]
    include_return_message_types: Option<Vec<MessageType>>,
    #[arg(long, allow_negative_numbers = true)]
    limit: Option<i64>,
    #[arg(long)]
    order: Option<SortOrder>,
}

impl From<MessageList> for ListAllMessages {
    fn from(list: MessageList) -> Self {
        let mut operation = Self::new();
        operation.after = list.after;
        operation.before = list.before;
        operation.conversation_id = list.conversation_id;
        operation.include_return_message_types = list.include_return_message_types;
        operation.limit = list.limit;
        operation.order = list.order;
        operation
    }
}

/// Where to search, and how.
#[derive(Args, Clone, Debug)]
struct Scope {
    #[arg(long)]
    agent_id: Option<AgentId>,
    #[arg(long)]
    conversation_id: Option<ConversationId>,
    #[arg(long)]
    end_date: Option<Timestamp>,
    #[arg(long, allow_negative_numbers = true)]
    limit: Option<i64>,
    /// `vector`, `fts` or `hybrid`
    #[arg(long = "search-mode")]
    mode: Option<SearchMode>,
    #[arg(long)]
    start_date: Option<Timestamp>,
}

/// A search for what was said.
#[derive(Args, Clone, Debug)]
pub struct Search {
    /// What to search for
    query: String,
    #[command(flatten)]
    scope: Scope,
}

impl From<Search> for SearchAllMessagesRequest {
    fn from(search: Search) -> Self {
        let mut request = Self::new(search.query);
        request.agent_id = search.scope.agent_id;
        request.conversation_id = search.scope.conversation_id;
        request.end_date = search.scope.end_date;
        request.limit = search.scope.limit;
        request.search_mode = search.scope.mode;
        request.start_date = search.scope.start_date;
        request
    }
}

/// A search for stored messages.
#[derive(Args, Clone, Debug)]
pub struct StoredSearch {
    /// What to search for; may be left out
    query: Option<String>,
    #[command(flatten)]
    scope: Scope,
    #[arg(long)]
    project_id: Option<ProjectId>,
    /// A role, such as `assistant`; repeat it for more
    #[arg(long)]
    roles: Option<Vec<MessageRole>>,
    #[arg(long)]
    template_id: Option<TemplateId>,
}

impl From<StoredSearch> for MessageSearchRequest {
    fn from(search: StoredSearch) -> Self {
        let mut request = Self::new();
        request.agent_id = search.scope.agent_id;
        request.conversation_id = search.scope.conversation_id;
        request.end_date = search.scope.end_date;
        request.limit = search.scope.limit;
        request.project_id = search.project_id;
        request.query = search.query;
        request.roles = search.roles;
        request.search_mode = search.scope.mode;
        request.start_date = search.scope.start_date;
        request.template_id = search.template_id;
        request
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use serde_json::{Value, json};

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(subcommand)]
        command: Command,
    }

    fn searched(words: &[&str]) -> Value {
        let line = Line::try_parse_from(words).expect("a command");
        let Command::SearchMessages(search) = line.command else {
            panic!("another command");
        };
        serde_json::to_value(MessageSearchRequest::from(search)).expect("JSON")
    }

    #[test]
    fn stored_messages_are_searched_without_a_query() {
        assert_eq!(searched(&["client", "search-messages"]), json!({}));
        let words = "client search-messages --roles user --roles tool --template-id template-1";
        assert_eq!(
            searched(&words.split(' ').collect::<Vec<_>>()),
            json!({"roles": ["user", "tool"], "template_id": "template-1"})
        );
        assert!(Line::try_parse_from(["client", "search-all-messages"]).is_err());
    }
}
