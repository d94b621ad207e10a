//! The types that the shapes of payloads are read into, by contestant.

use serde::{
    Serialize,
    de::{DeserializeOwned, IgnoredAny},
};
use serde_json::Value;

use crate::{
    derive::{flatten, tag, untagged},
    typified,
};

/// The types of a contestant.
pub trait Family {
    /// Of [`Shape::Messages`](crate::payloads::Shape::Messages).
    type Messages: DeserializeOwned + 'static;

    /// Of [`Shape::Message`](crate::payloads::Shape::Message).
    type Message: DeserializeOwned + 'static;

    /// Of [`Shape::Steps`](crate::payloads::Shape::Steps).
    type Steps: DeserializeOwned + 'static;

    /// Of [`Shape::Trace`](crate::payloads::Shape::Trace).
    type Trace: DeserializeOwned + 'static;
}

/// The types of a contestant that also writes.
pub trait Written:
    Family<Messages: Serialize, Message: Serialize, Steps: Serialize, Trace: Serialize>
{
}

impl<F: Family<Messages: Serialize, Message: Serialize, Steps: Serialize, Trace: Serialize>> Written
    for F
{
}

/// The limit: JSON is parsed, and nothing is kept.
pub(crate) struct Ignored;

impl Family for Ignored {
    type Messages = IgnoredAny;
    type Message = IgnoredAny;
    type Steps = IgnoredAny;
    type Trace = IgnoredAny;
}

/// Everything is kept, and nothing is typed.
pub(crate) struct Untyped;

impl Family for Untyped {
    type Messages = Value;
    type Message = Value;
    type Steps = Value;
    type Trace = Value;
}

pub(crate) struct Tag;

impl Family for Tag {
    type Messages = Vec<tag::LettaMessage>;
    type Message = tag::LettaMessage;
    type Steps = Vec<tag::Step>;
    type Trace = tag::ProviderTrace;
}

pub(crate) struct Flatten;

impl Family for Flatten {
    type Messages = Vec<flatten::LettaMessage>;
    type Message = flatten::LettaMessage;
    type Steps = Vec<flatten::Step>;
    type Trace = flatten::ProviderTrace;
}

pub(crate) struct Untagged;

impl Family for Untagged {
    type Messages = Vec<untagged::LettaMessage>;
    type Message = untagged::LettaMessage;
    type Steps = Vec<untagged::Step>;
    type Trace = untagged::ProviderTrace;
}

pub(crate) struct Typified;

impl Family for Typified {
    type Messages = Vec<typified::LettaMessage>;
    type Message = typified::LettaMessage;
    type Steps = Vec<typified::Step>;
    type Trace = typified::ProviderTrace;
}
