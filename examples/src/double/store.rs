//! What the server holds, and how it is listed.

use letta_types::{
    AgentId, ConversationId, LettaMessage, ListAllMessages, ListMessagesForStep, ListSteps,
    ProviderTrace, SortOrder, Step, StepMetrics, Timestamp,
};

use axum::http::StatusCode;

use super::failure::Failure;

/// A step and what belongs to it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StoredStep {
    /// The step, as it is listed.
    pub step: Step,

    /// Instant at which it was created. It isn't listed, but `start_date` and `end_date` go by it; without
    /// it, they leave the step out.
    pub created_at: Option<Timestamp>,

    /// Its metrics. Without them, asking for them fails with 404.
    pub metrics: Option<StepMetrics>,

    /// Its trace. Without one, the answer is `null`.
    pub trace: Option<ProviderTrace>,
}

impl StoredStep {
    /// A step with nothing but itself.
    #[must_use]
    pub fn new(step: Step) -> Self {
        Self {
            step,
            created_at: None,
            metrics: None,
            trace: None,
        }
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, instant: impl Into<Timestamp>) -> Self {
        self.created_at = Some(instant.into());
        self
    }

    /// Sets `metrics`.
    #[must_use]
    pub fn with_metrics(mut self, metrics: StepMetrics) -> Self {
        self.metrics = Some(metrics);
        self
    }

    /// Sets `trace`.
    #[must_use]
    pub fn with_trace(mut self, trace: ProviderTrace) -> Self {
        self.trace = Some(trace);
        self
    }
}

/// A stored message: what it is listed as, and where it belongs.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StoredMessage {
    /// The messages that it is listed as. They share an identifier, a date and a step.
    pub pieces: Vec<LettaMessage>,

    /// Agent whose conversation the message is in.
    pub agent_id: Option<AgentId>,

    /// Conversation that the message is in.
    pub conversation_id: Option<ConversationId>,
}

impl StoredMessage {
    /// A message that is listed as these.
    pub fn new(pieces: impl IntoIterator<Item = LettaMessage>) -> Self {
        Self {
            pieces: pieces.into_iter().collect(),
            agent_id: None,
            conversation_id: None,
        }
    }

    /// Sets `agent_id`.
    #[must_use]
    pub fn with_agent_id(mut self, agent: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent.into());
        self
    }

    /// Sets `conversation_id`.
    #[must_use]
    pub fn with_conversation_id(mut self, conversation: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation.into());
        self
    }

    pub(super) fn id(&self) -> Option<&str> {
        self.pieces
            .iter()
            .find_map(LettaMessage::id)
            .map(AsRef::as_ref)
    }
}

/// What the server holds. Both lists are kept in the order in which they were added to, the oldest first.
#[derive(Clone, Debug, Default)]
pub struct Store {
    steps: Vec<StoredStep>,
    messages: Vec<StoredMessage>,
}

/// Which of a list is asked for.
struct Window<'a> {
    after: Option<&'a str>,
    before: Option<&'a str>,
    descending: bool,
    limit: usize,
}

impl<'a> Window<'a> {
    fn new(
        cursors: [Option<&'a str>; 2],
        order: Option<&SortOrder>,
        default: &SortOrder,
        limit: i64,
    ) -> Result<Self, Failure> {
        // What the database makes of a negative limit.
        let limit = usize::try_from(limit).map_err(|_| {
            let text = "A database error occurred.";
            Failure::text(StatusCode::INTERNAL_SERVER_ERROR, text)
        })?;
        let [after, before] = cursors;
        Ok(Self {
            after,
            before,
            descending: *order.unwrap_or(default) == SortOrder::Desc,
            limit,
        })
    }

    /// What is left of a list whose cursors are relative to the order.
    ///
    /// `list` has the places of the elements that the filters leave, the oldest first; `place` finds a
    /// cursor's.
    fn by_order(
        &self,
        mut list: Vec<usize>,
        place: impl Fn(&str) -> Result<usize, Failure>,
    ) -> Result<Vec<usize>, Failure> {
        let after = self.after.map(&place).transpose()?;
        let before = self.before.map(&place).transpose()?;
        if self.descending {
            list.reverse();
        }
        match (after, before) {
            // With both, the list is what lies between them by age, and a long one loses both its ends.
            (Some(after), Some(before)) => {
                list.retain(|own| after < *own && *own < before);
                list.truncate(self.limit.saturating_mul(2));
                if list.len() > self.limit {
                    list.drain(..list.len() / 2 - self.limit / 2);
                }
            }
            (Some(after), None) => {
                list.retain(|own| (*own < after) == self.descending && *own != after);
            }
            (None, Some(before)) => {
                list.retain(|own| (*own > before) == self.descending && *own != before);
            }
            (None, None) => {}
        }
        list.truncate(self.limit);
        Ok(list)
    }

    /// What is left of a list whose cursors are relative to age. The oldest comes first in either order.
    fn by_age(
        &self,
        mut list: Vec<usize>,
        place: impl Fn(&str) -> Result<usize, Failure>,
    ) -> Result<Vec<usize>, Failure> {
        if let Some(after) = self.after {
            let after = place(after)?;
            list.retain(|own| *own > after);
        }
        if let Some(before) = self.before {
            let before = place(before)?;
            list.retain(|own| *own < before);
        }
        if self.descending {
            list.drain(..list.len().saturating_sub(self.limit));
        } else {
            list.truncate(self.limit);
        }
        Ok(list)
    }
}

impl Store {
    /// Holds nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a step, which is the newest from now on.
    pub fn add_step(&mut self, step: StoredStep) {
        self.steps.push(step);
    }

    /// Adds a message, which is the newest from now on.
    pub fn add_message(&mut self, message: StoredMessage) {
        self.messages.push(message);
    }

    /// The steps, the oldest first.
    #[must_use]
    pub fn steps(&self) -> &[StoredStep] {
        &self.steps
    }

    /// The messages, the oldest first.
    #[must_use]
    pub fn messages(&self) -> &[StoredMessage] {
        &self.messages
    }

    pub(super) fn step_mut(&mut self, id: &str) -> Option<&mut StoredStep> {
        self.steps.iter_mut().find(|stored| stored.step.id == *id)
    }

    pub(super) fn list_steps(&self, asked: &ListSteps) -> Result<Vec<Step>, Failure> {
        let cursors = [
            asked.after.as_ref().map(AsRef::as_ref),
            asked.before.as_ref().map(AsRef::as_ref),
        ];
        let limit = asked.limit.unwrap_or(50);
        let window = Window::new(cursors, asked.order.as_ref(), &SortOrder::Desc, limit)?;
        let place = |id: &str| {
            let place = self.steps.iter().position(|own| own.step.id == *id);
            place.ok_or_else(|| Failure::missing(format!("No Step found with id {id}")))
        };
        let filtered = self.steps.iter().enumerate();
        let filtered = filtered.filter(|(_, stored)| is_asked_for(stored, asked));
        let list = window.by_order(filtered.map(|(place, _)| place).collect(), place)?;
        Ok(list
            .iter()
            .map(|place| self.steps[*place].step.clone())
            .collect())
    }

    pub(super) fn step_messages(
        &self,
        asked: &ListMessagesForStep,
    ) -> Result<Vec<LettaMessage>, Failure> {
        let cursors = [
            asked.after.as_ref().map(AsRef::as_ref),
            asked.before.as_ref().map(AsRef::as_ref),
        ];
        let limit = asked.limit.unwrap_or(100);
        let window = Window::new(cursors, asked.order.as_ref(), &SortOrder::Asc, limit)?;
        let filtered = self.messages.iter().enumerate().filter(|(_, stored)| {
            let step = stored.pieces.iter().find_map(LettaMessage::step_id);
            step == Some(&asked.step_id)
        });
        let list = window.by_order(filtered.map(|(place, _)| place).collect(), |id| {
            self.message_place(id)
        })?;
        Ok(self.pieces(&list).cloned().collect())
    }

    pub(super) fn all_messages(
        &self,
        asked: &ListAllMessages,
    ) -> Result<Vec<LettaMessage>, Failure> {
        let cursors = [
            asked.after.as_ref().map(AsRef::as_ref),
            asked.before.as_ref().map(AsRef::as_ref),
        ];
        let limit = asked.limit.unwrap_or(100);
        let window = Window::new(cursors, asked.order.as_ref(), &SortOrder::Desc, limit)?;
        let filtered = self.messages.iter().enumerate().filter(|(_, stored)| {
            let conversation = &asked.conversation_id;
            conversation.is_none() || *conversation == stored.conversation_id
        });
        let list = window.by_age(filtered.map(|(place, _)| place).collect(), |id| {
            self.message_place(id)
        })?;
        // Kinds are picked from what the limit has left.
        let kept = self.pieces(&list).filter(|piece| {
            let types = asked.include_return_message_types.as_ref();
            types.is_none_or(|types| types.iter().any(|own| Some(own.as_str()) == piece.tag()))
        });
        Ok(kept.cloned().collect())
    }

    fn message_place(&self, id: &str) -> Result<usize, Failure> {
        let place = self.messages.iter().position(|own| own.id() == Some(id));
        place.ok_or_else(|| {
            let text = format!("No message found with id '{id}' for agent 'None'.");
            Failure::missing(text)
        })
    }

    fn pieces(&self, places: &[usize]) -> impl Iterator<Item = &LettaMessage> {
        places
            .iter()
            .flat_map(|place| &self.messages[*place].pieces)
    }
}

/// Whether a step passes all filters.
fn is_asked_for(stored: &StoredStep, asked: &ListSteps) -> bool {
    fn is<T: PartialEq>(asked: Option<&T>, own: Option<&T>) -> bool {
        asked.is_none() || asked == own
    }
    let step = &stored.step;
    let instant = |own: &Option<Timestamp>| own.as_ref().and_then(|own| own.to_jiff().ok());
    let created = instant(&stored.created_at);
    let tags = step.tags.as_deref().unwrap_or_default();
    is(asked.agent_id.as_ref(), step.agent_id.as_ref())
        && is(asked.model.as_ref(), step.model.as_ref())
        && is(asked.project_id.as_ref(), step.project_id.as_ref())
        && is(asked.feedback.as_ref(), step.feedback.as_ref())
        && asked
            .has_feedback
            .is_none_or(|own| own == step.feedback.is_some())
        && asked
            .tags
            .as_ref()
            .is_none_or(|asked| asked.iter().any(|tag| tags.contains(tag)))
        && asked.trace_ids.as_ref().is_none_or(|asked| {
            let own = step.trace_id.as_ref();
            own.is_some_and(|own| asked.contains(own))
        })
        && instant(&asked.start_date).is_none_or(|start| created.is_some_and(|own| own > start))
        && instant(&asked.end_date).is_none_or(|end| created.is_some_and(|own| own < end))
}
