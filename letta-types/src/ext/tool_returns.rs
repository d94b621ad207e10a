//! What tools returned, whichever of a message's fields carried it.
//!
//! Servers send a list in `tool_returns` and its first entry, as text, in fields of the message; those before
//! the list existed sent the fields alone.

use alloc::{borrow::Cow, vec};

use crate::{LettaMessage, ToolReturn, ToolReturnMessage};

impl ToolReturnMessage {
    /// What the tools returned, each once: the field `tool_returns` if it has entries, else one entry made of
    /// the message's own fields.
    ///
    /// ```
    /// use letta_types::ToolReturnMessage;
    ///
    /// let message =
    ///     ToolReturnMessage::new("message-1", "2026-11-21T09:23:20Z", "call_1", "success", "18 °C");
    /// for value in message.tool_returns().iter() {
    ///     assert_eq!(value.tool_call_id, "call_1");
    ///     assert_eq!(value.text().as_deref(), Some("18 °C"));
    /// }
    /// ```
    #[must_use]
    pub fn tool_returns(&self) -> Cow<'_, [ToolReturn]> {
        if let Some(returns @ [_, ..]) = self.tool_returns.as_deref() {
            return Cow::Borrowed(returns);
        }
        let mut only = ToolReturn::new(
            self.tool_call_id.clone(),
            self.status.clone(),
            self.tool_return.as_str(),
        );
        only.stderr.clone_from(&self.stderr);
        only.stdout.clone_from(&self.stdout);
        Cow::Owned(vec![only])
    }
}

impl LettaMessage {
    /// What the tools returned that a message is about, each once; empty for all other kinds. See
    /// [`ToolReturnMessage::tool_returns`].
    ///
    /// What a client's tools returned is among the `approvals` of an
    /// [`ApprovalResponseMessage`](crate::ApprovalResponseMessage), and not here.
    #[must_use]
    pub fn tool_returns(&self) -> Cow<'_, [ToolReturn]> {
        match self {
            Self::ToolReturn(message) => message.tool_returns(),
            _ => Cow::Borrowed(&[]),
        }
    }
}
