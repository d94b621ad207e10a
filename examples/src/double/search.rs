//! Search, by words.

use letta_types::{
    AgentId, AssistantMessageListResult, ConversationId, InternalMessage, LettaMessage,
    MessageContentPart, MessageListResult, MessageRole, MessageSearchRequest, MessageSearchResult,
    ReasoningContent, ReasoningMessageListResult, SearchAllMessagesRequest, SearchMode,
    SystemMessageListResult, TextContent, Timestamp, UserMessageListResult,
};
use serde_json::json;

use super::{
    failure::Failure,
    store::{Store, StoredMessage},
};
use crate::show::gist;

/// What the request asks for, made ready to compare.
struct Asked<'a> {
    /// Without them, whatever the rest admits is found.
    words: Option<Vec<String>>,
    after: Option<jiff::Timestamp>,
    until: Option<jiff::Timestamp>,
    limit: usize,
    agent_id: Option<&'a AgentId>,
    conversation_id: Option<&'a ConversationId>,
    roles: Option<&'a [MessageRole]>,
}

impl<'a> Asked<'a> {
    fn all(request: &'a SearchAllMessagesRequest) -> Result<Self, Failure> {
        Ok(Self {
            words: Some(words(&request.query)),
            after: instant("start_date", request.start_date.as_ref())?,
            until: instant("end_date", request.end_date.as_ref())?,
            limit: limit(request.limit),
            agent_id: request.agent_id.as_ref(),
            conversation_id: request.conversation_id.as_ref(),
            roles: None,
        })
    }

    fn stored(request: &'a MessageSearchRequest) -> Result<Self, Failure> {
        Ok(Self {
            words: request.query.as_deref().map(words),
            after: instant("start_date", request.start_date.as_ref())?,
            until: instant("end_date", request.end_date.as_ref())?,
            limit: limit(request.limit),
            agent_id: request.agent_id.as_ref(),
            conversation_id: request.conversation_id.as_ref(),
            roles: request.roles.as_deref(),
        })
    }

    /// How many of the words a text holds. `None` if there is something to find, and it isn't there.
    fn hits(&self, text: &str) -> Option<usize> {
        let Some(words) = &self.words else {
            return Some(0);
        };
        let text = text.to_lowercase();
        let hits = words.iter().filter(|word| text.contains(*word)).count();
        (hits > 0).then_some(hits)
    }

    fn admits(&self, stored: &StoredMessage) -> bool {
        let date = stored.pieces.iter().find_map(LettaMessage::date);
        let created = date.and_then(|date| date.to_jiff().ok());
        let role = stored.pieces.first().map(role);
        (self.agent_id.is_none() || self.agent_id == stored.agent_id.as_ref())
            && (self.conversation_id.is_none()
                || self.conversation_id == stored.conversation_id.as_ref())
            && self
                .roles
                .is_none_or(|roles| role.is_some_and(|role| roles.contains(&role)))
            && self
                .after
                .is_none_or(|after| created.is_some_and(|own| own > after))
            && self
                .until
                .is_none_or(|until| created.is_some_and(|own| own <= until))
    }

    /// The best ones first, and of those that are as good, the newest.
    fn rank<T>(&self, found: impl Iterator<Item = (usize, T)>) -> Vec<T> {
        let mut found: Vec<_> = found.collect();
        found.reverse();
        found.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
        found.truncate(self.limit);
        found.into_iter().map(|(_, value)| value).collect()
    }
}

fn words(query: &str) -> Vec<String> {
    let query = query.to_lowercase();
    query.split_whitespace().map(str::to_owned).collect()
}

fn limit(limit: Option<i64>) -> usize {
    // The bounds were checked.
    usize::try_from(limit.unwrap_or(50)).unwrap_or_default()
}

fn instant(name: &str, instant: Option<&Timestamp>) -> Result<Option<jiff::Timestamp>, Failure> {
    let Some(instant) = instant else {
        return Ok(None);
    };
    instant.to_jiff().map(Some).map_err(|_| {
        let place = format!("'body', '{name}'");
        let message = "Input should be a valid datetime";
        Failure::invalid(
            "datetime_parsing",
            &place,
            message,
            &instant.as_str().into(),
        )
    })
}

/// What was said, for `POST /v1/messages/search`.
pub(super) fn pieces(
    store: &Store,
    request: &SearchAllMessagesRequest,
) -> Result<Vec<MessageListResult>, Failure> {
    let asked = Asked::all(request)?;
    let admitted = store
        .messages()
        .iter()
        .filter(|stored| asked.admits(stored));
    let found = admitted.flat_map(|stored| {
        let results = stored
            .pieces
            .iter()
            .filter_map(|piece| Some((piece, result(stored, piece)?)));
        results.filter_map(|(piece, result)| Some((asked.hits(&gist(piece))?, result)))
    });
    Ok(asked.rank(found))
}

/// What a message is found as. Only four kinds are.
fn result(stored: &StoredMessage, piece: &LettaMessage) -> Option<MessageListResult> {
    let (agent, conversation) = (stored.agent_id.clone(), stored.conversation_id.clone());
    Some(match piece.clone() {
        LettaMessage::System(message) => {
            let mut result =
                SystemMessageListResult::new(message.id, message.date, message.content);
            (result.agent_id, result.conversation_id) = (agent, conversation);
            result.into()
        }
        LettaMessage::User(message) => {
            let mut result = UserMessageListResult::new(message.id, message.date, message.content);
            (result.agent_id, result.conversation_id) = (agent, conversation);
            result.into()
        }
        LettaMessage::Reasoning(message) => {
            let mut result =
                ReasoningMessageListResult::new(message.id, message.date, message.reasoning);
            (result.agent_id, result.conversation_id) = (agent, conversation);
            result.into()
        }
        LettaMessage::Assistant(message) => {
            let mut result =
                AssistantMessageListResult::new(message.id, message.date, message.content);
            (result.agent_id, result.conversation_id) = (agent, conversation);
            result.into()
        }
        _ => return None,
    })
}

/// Stored messages with their rankings, for `POST /v1/agents/messages/search`. Without a query, the newest ones:
/// what servers find then isn't documented.
pub(super) fn stored(
    store: &Store,
    request: &MessageSearchRequest,
) -> Result<Vec<MessageSearchResult>, Failure> {
    let asked = Asked::stored(request)?;
    let admitted = store
        .messages()
        .iter()
        .filter(|stored| asked.admits(stored));
    let found = admitted.filter_map(|stored| {
        let texts: Vec<String> = stored.pieces.iter().map(gist).collect();
        let text = texts.join(" ");
        Some((asked.hits(&text)?, (text, internal(stored)?)))
    });
    let results = (1..).zip(asked.rank(found)).map(|(rank, (text, message))| {
        let embedded = json!({"content": text}).to_string();
        let mut result = MessageSearchResult::new(message, embedded, 0.0);
        // Each ranking that found the message adds to its score.
        let mode = request.search_mode.as_ref();
        if mode != Some(&SearchMode::Vector) {
            result.fts_rank = Some(rank);
            result.rrf_score += score(rank);
        }
        if mode != Some(&SearchMode::Fts) {
            result.vector_rank = Some(rank);
            result.rrf_score += score(rank);
        }
        result
    });
    Ok(results.collect())
}

/// Reciprocal rank fusion, as recorded servers do it.
fn score(rank: i64) -> f64 {
    // Ranks are few: `From` takes 32 bits without loss.
    i32::try_from(rank).map_or(0.0, |rank| 0.5 / f64::from(60 + rank))
}

/// A message in the form in which servers store it: of what was said, the text.
fn internal(stored: &StoredMessage) -> Option<InternalMessage> {
    let first = stored.pieces.first()?;
    let mut message = InternalMessage::new(first.id()?.clone(), role(first));
    message.agent_id.clone_from(&stored.agent_id);
    message.conversation_id.clone_from(&stored.conversation_id);
    message.created_at = first.date().cloned();
    message.run_id = first.run_id().cloned();
    message.step_id = first.step_id().cloned();
    let parts = stored.pieces.iter().map(|piece| match piece {
        LettaMessage::Reasoning(message) => {
            ReasoningContent::new(message.reasoning.clone(), true).into()
        }
        other => MessageContentPart::from(TextContent::new(gist(other))),
    });
    message.content = Some(parts.collect());
    Some(message)
}

fn role(piece: &LettaMessage) -> MessageRole {
    match piece {
        LettaMessage::System(_) => MessageRole::System,
        LettaMessage::User(_) => MessageRole::User,
        LettaMessage::ToolReturn(_) => MessageRole::Tool,
        LettaMessage::ApprovalRequest(_) | LettaMessage::ApprovalResponse(_) => {
            MessageRole::Approval
        }
        LettaMessage::Summary(_) => MessageRole::Summary,
        _ => MessageRole::Assistant,
    }
}
