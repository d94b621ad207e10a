//! Results of message search.

use crate::{MessageId, MessageListResult};

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
}
