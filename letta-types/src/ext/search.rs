//! Results of message search.

use alloc::boxed::Box;

use crate::{LettaMessage, MessageId, MessageListResult, MessageSearchResult, Timestamp};

impl MessageListResult {
    /// The id of the message that was found, whichever server found it: today's servers call it
    /// `message_id`; older ones (0.15.1) sent the message itself, which has an `id`.
    #[must_use]
    pub fn id(&self) -> Option<&MessageId> {
        match self {
            Self::Message(message) => message.id(),
            result => result.message_id(),
        }
    }

    /// Instant at which the message was created, whichever server found it: today's servers call it
    /// `created_at`; older ones (0.15.1) sent the message itself, which has a `date`.
    #[must_use]
    pub fn date(&self) -> Option<&Timestamp> {
        match self {
            Self::Message(message) => message.date(),
            result => result.created_at(),
        }
    }
}

impl From<LettaMessage> for MessageListResult {
    fn from(message: LettaMessage) -> Self {
        Self::Message(Box::new(message))
    }
}

impl TryFrom<MessageListResult> for LettaMessage {
    /// What is no message comes back as it was.
    type Error = MessageListResult;

    fn try_from(result: MessageListResult) -> Result<Self, MessageListResult> {
        match result {
            MessageListResult::Message(message) => Ok(*message),
            other => Err(other),
        }
    }
}

impl MessageSearchResult {
    /// The id of the message that was found.
    #[must_use]
    pub fn id(&self) -> &MessageId {
        &self.message.id
    }
}
