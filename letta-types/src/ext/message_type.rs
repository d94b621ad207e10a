//! The kind of a message, whatever its tag was when it came.

use crate::{LettaMessage, MessageType};

impl LettaMessage {
    /// The kind of the message; `None` for an object without a tag of which the kind couldn't be told.
    ///
    /// Unlike [`tag`](Self::tag), it is the same for messages of older servers, whose tags were `summary` and `event`.
    ///
    /// ```
    /// use letta_types::{LettaMessage, MessageType, json};
    ///
    /// let body = r#"{"message_type": "summary", "id": "message-1", "date": "2026-01-02T09:23:20Z", "summary": "…"}"#;
    /// let message: LettaMessage = json::from_str(body)?;
    /// assert_eq!(message.message_type(), Some(MessageType::SummaryMessage));
    /// assert_eq!(message.tag(), Some("summary"));
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn message_type(&self) -> Option<MessageType> {
        match self {
            Self::Summary(_) => Some(MessageType::SummaryMessage),
            Self::Event(_) => Some(MessageType::EventMessage),
            other => other.tag().map(MessageType::from),
        }
    }
}
