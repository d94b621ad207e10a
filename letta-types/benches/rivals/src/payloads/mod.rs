//! What is read and written: the same bytes in each run.

mod messages;
mod node;
mod recorded;
mod steps;
mod words;

use std::io;

pub use self::node::Order;
use self::words::Lengths;

/// What a payload is a body of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shape {
    /// A list of messages.
    Messages,

    /// One message.
    Message,

    /// A list of steps.
    Steps,

    /// The trace of a step.
    Trace,
}

/// Bodies of one shape, to be read one after the other.
#[derive(Clone, Debug)]
pub struct Payload {
    /// What it is called on the command line and in tables.
    pub name: &'static str,

    /// What the bodies are.
    pub shape: Shape,

    /// The bodies.
    pub bodies: Vec<String>,

    /// How many messages, steps or traces they hold together.
    pub elements: usize,
}

impl Payload {
    fn one(name: &'static str, shape: Shape, body: String, elements: usize) -> Self {
        Self {
            name,
            shape,
            bodies: vec![body],
            elements,
        }
    }

    /// How many bytes the bodies have together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bodies.iter().map(String::len).sum()
    }
}

/// The names of all payloads.
pub const NAMES: &[&str] = &[
    "messages",
    "messages-documents",
    "messages-tag-first",
    "messages-tag-last",
    "messages-undeclared",
    "messages-short",
    "steps",
    "streamed",
    "trace",
    "recorded-messages",
    "recorded-steps",
];

/// Makes the payload of a name; nothing if there is none of that name.
///
/// # Errors
///
/// A recorded body can't be read.
pub fn payload(name: &str) -> io::Result<Option<Payload>> {
    let Some(name) = NAMES.iter().find(|known| **known == name) else {
        return Ok(None);
    };
    let page = |lengths, order| {
        let body = messages::page(100, lengths).json(order);
        Payload::one(name, Shape::Messages, body, 100)
    };
    Ok(Some(match *name {
        "messages" => page(Lengths::Mixed, Order::Server),
        "messages-documents" => page(Lengths::Mixed, Order::Documents),
        "messages-tag-first" => page(Lengths::Mixed, Order::TagFirst),
        "messages-tag-last" => page(Lengths::Mixed, Order::TagLast),
        "messages-undeclared" => {
            let body = messages::page_with_undeclared(100).json(Order::Server);
            Payload::one(name, Shape::Messages, body, 100)
        }
        "messages-short" => page(Lengths::Short, Order::Server),
        "steps" => {
            let body = steps::page(50).json(Order::Server);
            Payload::one(name, Shape::Steps, body, 50)
        }
        "streamed" => {
            let body = messages::streamed().json(Order::Server);
            Payload::one(name, Shape::Message, body, 1)
        }
        "trace" => {
            let body = steps::trace().json(Order::Server);
            Payload::one(name, Shape::Trace, body, 1)
        }
        "recorded-messages" => listed(name, Shape::Messages, recorded::messages()?)?,
        _ => listed(name, Shape::Steps, recorded::steps()?)?,
    }))
}

fn listed(name: &'static str, shape: Shape, bodies: Vec<String>) -> io::Result<Payload> {
    let mut elements = 0;
    for body in &bodies {
        elements += serde_json::from_str::<Vec<serde::de::IgnoredAny>>(body)?.len();
    }
    Ok(Payload {
        name,
        shape,
        bodies,
        elements,
    })
}
