//! Messages that have been seen before.

use alloc::{collections::BTreeSet, vec::Vec};

use crate::{LettaMessage, Otid};

/// Tells messages that have been seen before, over as many pages as one likes.
///
/// It goes by `otid`. The `id` of a message doesn't do: a server lists one stored message as several
/// (its reasoning, its text, its tool calls), and all of them have the stored message's `id`. A
/// message without `otid`, such as instructions to the model, always counts as new.
///
/// Pages that [`Pages`](super::Pages) asks for don't overlap. But what was listed yesterday and is listed
/// again, or came in a stream before, does. It is for whole messages: the pieces in which a stream sends
/// one message all have its `otid`.
///
/// ```
/// use letta_types::{LettaMessage, operation::SeenOtids};
///
/// let mut page: Vec<LettaMessage> = serde_json::from_str(r#"[
///     {"message_type": "reasoning_message", "id": "message-1", "otid": "1a", "date": "", "reasoning": "Hm."},
///     {"message_type": "assistant_message", "id": "message-1", "otid": "1b", "date": "", "content": "Yes."},
///     {"message_type": "assistant_message", "id": "message-1", "otid": "1b", "date": "", "content": "Yes."}
/// ]"#)?;
/// let mut seen = SeenOtids::new();
/// seen.retain_new(&mut page);
/// assert_eq!(page.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct SeenOtids(BTreeSet<Otid>);

impl SeenOtids {
    /// Nothing has been seen.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether the message hasn't been seen before; from now on, it has.
    pub fn is_new(&mut self, message: &LettaMessage) -> bool {
        match message.otid() {
            Some(otid) if self.0.contains(otid) => false,
            Some(otid) => self.0.insert(otid.clone()),
            None => true,
        }
    }

    /// Drops the messages that have been seen before, here or within the page.
    pub fn retain_new(&mut self, page: &mut Vec<LettaMessage>) {
        page.retain(|message| self.is_new(message));
    }
}
