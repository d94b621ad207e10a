//! The text of messages, in one call.
//!
//! Servers send what is said as text or in parts. Where the server itself makes one text of parts (in
//! `tool_return` of tool return messages), it puts a line feed between them and leaves empty parts out;
//! so do we. Recorded parts carry no white space at their ends that would separate them.

use alloc::{borrow::Cow, string::String};

use crate::{
    AssistantContent, AssistantContentPart, AssistantMessage, AssistantMessageListResult,
    InternalMessage, InternalToolReturn, LettaMessage, MessageContentPart, MessageListResult,
    MessageSearchResult, SummaryMessage, SystemMessage, SystemMessageListResult, ToolReturn,
    ToolReturnContentPart, ToolReturnValue, UserContent, UserContentPart, UserMessage,
    UserMessageListResult,
};

/// The texts as one, with a line feed between those that aren't empty. Allocates if there are several.
pub(crate) fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Cow<'a, str>> {
    let mut all: Option<Cow<'a, str>> = None;
    for text in texts {
        match &mut all {
            Some(all) if !all.is_empty() => {
                if !text.is_empty() {
                    let all: &mut String = all.to_mut();
                    all.push('\n');
                    all.push_str(text);
                }
            }
            empty => *empty = Some(Cow::Borrowed(text)),
        }
    }
    all
}

/// Implements `text` for unions of content parts.
macro_rules! parts {
    ($($name:ident)+) => {$(
        impl $name {
            /// The text, if the part is one of text.
            #[must_use]
            pub fn text(&self) -> Option<&str> {
                match self {
                    Self::Text(part) => Some(&part.text),
                    _ => None,
                }
            }
        }
    )+};
}

parts! {
    MessageContentPart UserContentPart AssistantContentPart ToolReturnContentPart
}

/// Implements `text` for unions of plain text and parts.
macro_rules! contents {
    ($($name:ident)+) => {$(
        impl $name {
            /// The text, whether it came as such or in parts.
            ///
            /// Text parts are joined by line feeds, empty ones left out, and all other parts are passed
            /// by. `None` if there is no text part at all. Borrowed unless there is something to join.
            #[must_use]
            pub fn text(&self) -> Option<Cow<'_, str>> {
                match self {
                    Self::Text(text) => Some(Cow::Borrowed(text)),
                    Self::Parts(parts) => joined(parts.iter().filter_map(|part| part.text())),
                }
            }
        }
    )+};
}

contents! {
    UserContent AssistantContent ToolReturnValue
}

/// Implements `text` for what holds its text in one place.
macro_rules! holders {
    ($($(#[$doc:meta])+ $name:ident => |$value:ident| $text:expr;)+) => {$(
        impl $name {
            $(#[$doc])+
            #[must_use]
            pub fn text(&self) -> Option<Cow<'_, str>> {
                let $value = self;
                $text
            }
        }
    )+};
}

holders! {
    /// The instructions; never `None`.
    SystemMessage => |message| Some(Cow::Borrowed(&message.content));

    /// What was said, as one text: see [`UserContent::text`].
    UserMessage => |message| message.content.text();

    /// What was said, as one text: see [`AssistantContent::text`].
    AssistantMessage => |message| message.content.text();

    /// The summary; never `None`.
    SummaryMessage => |message| Some(Cow::Borrowed(&message.summary));

    /// What the tool returned, as one text: see [`ToolReturnValue::text`].
    ToolReturn => |value| value.tool_return.text();

    /// What the tool returned, as one text: see [`ToolReturnValue::text`].
    InternalToolReturn => |value| value.func_response.as_ref()?.text();

    /// What was said, as one text: the text parts of `content`.
    ///
    /// They are joined by line feeds, empty ones left out. All other parts are passed by, reasoning and what
    /// tools returned included. `None` if there is no text part.
    InternalMessage => |message| joined(
        message
            .content
            .iter()
            .flatten()
            .filter_map(MessageContentPart::text)
    );

    /// What was said in the message that was found: see [`InternalMessage::text`].
    MessageSearchResult => |result| result.message.text();

    /// The instructions; never `None`.
    SystemMessageListResult => |result| Some(Cow::Borrowed(&result.content));

    /// What was said, as one text: see [`UserContent::text`].
    UserMessageListResult => |result| result.content.text();

    /// What was said, as one text: see [`AssistantContent::text`].
    AssistantMessageListResult => |result| result.content.text();

    /// What was said: by a user, an agent or the system, or in a summary of all of them.
    ///
    /// Text parts are joined by line feeds, empty ones left out, and all other parts are passed by. `None` for
    /// messages without text and for all other kinds: see [`reasoning`](Self::reasoning),
    /// [`tool_calls`](Self::tool_calls) and [`tool_returns`](Self::tool_returns).
    ///
    /// In the messages of a step, servers mostly list what an agent said as reasoning: see
    /// [`ListMessagesForStep`](crate::ListMessagesForStep).
    LettaMessage => |message| match message {
        Self::System(message) => message.text(),
        Self::User(message) => message.text(),
        Self::Assistant(message) => message.text(),
        Self::Summary(message) => message.text(),
        _ => None,
    };

    /// What was said in the message that was found, whichever server found it.
    ///
    /// Text parts are joined by line feeds, empty ones left out, and all other parts are passed by. `None` for
    /// messages without text and for all other kinds: see [`reasoning`](Self::reasoning).
    MessageListResult => |result| match result {
        Self::System(result) => result.text(),
        Self::User(result) => result.text(),
        Self::Assistant(result) => result.text(),
        Self::Message(message) => message.text(),
        _ => None,
    };
}
