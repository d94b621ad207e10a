//! What the model thought, in one call.

use alloc::borrow::Cow;

use super::text::joined;
use crate::{InternalMessage, LettaMessage, MessageContentPart, MessageListResult};

impl LettaMessage {
    /// What the model thought, if the message is about that and shows it. Hidden reasoning isn't shown: it
    /// is encrypted or left out.
    ///
    /// In the messages of a step, it can be what the agent said: see
    /// [`ListMessagesForStep`](crate::ListMessagesForStep).
    #[must_use]
    pub fn reasoning(&self) -> Option<&str> {
        match self {
            Self::Reasoning(message) => Some(&message.reasoning),
            _ => None,
        }
    }
}

impl MessageListResult {
    /// What the model thought, if the message that was found is about that, whichever server found it.
    #[must_use]
    pub fn reasoning(&self) -> Option<&str> {
        match self {
            Self::Reasoning(result) => Some(&result.reasoning),
            Self::Message(message) => message.reasoning(),
            _ => None,
        }
    }
}

impl InternalMessage {
    /// What the model thought, as one text: the open and the summarized reasoning of `content`.
    ///
    /// The pieces are joined by line feeds, empty ones left out. `None` if there is no such part.
    #[must_use]
    pub fn reasoning(&self) -> Option<Cow<'_, str>> {
        let parts = self.content.iter().flatten();
        joined(parts.flat_map(|part| {
            let (whole, summary) = match part {
                MessageContentPart::Reasoning(part) => (Some(part.reasoning.as_str()), &[][..]),
                MessageContentPart::SummarizedReasoning(part) => (None, part.summary.as_slice()),
                _ => (None, &[][..]),
            };
            whole
                .into_iter()
                .chain(summary.iter().map(|piece| piece.text.as_str()))
        }))
    }
}
