//! JSON values whose keys have an order.

use std::fmt::Write as _;

/// In which order the keys of an object come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// The documents': the identifier, then what is required, then the rest, each by name.
    Documents,

    /// The server's, in which the tag of a message is its fourth key.
    Server,

    /// The server's, but for the tag, which is the first key.
    TagFirst,

    /// The server's, but for the tag, which is the last key.
    TagLast,
}

/// A JSON value.
pub(super) enum Node {
    /// A text, number, boolean or null, as JSON.
    Scalar(String),

    Array(Vec<Node>),

    /// The fields, in the server's order.
    Object(Vec<Field>),
}

/// What a field is to its object.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Standing {
    Required,
    Optional,
    Tag,
}

pub(super) struct Field {
    key: &'static str,
    value: Node,
    standing: Standing,
}

pub(super) fn required(key: &'static str, value: Node) -> Field {
    let standing = Standing::Required;
    Field {
        key,
        value,
        standing,
    }
}

pub(super) fn optional(key: &'static str, value: Node) -> Field {
    let standing = Standing::Optional;
    Field {
        key,
        value,
        standing,
    }
}

pub(super) fn tag(key: &'static str, value: &str) -> Field {
    let standing = Standing::Tag;
    Field {
        key,
        value: text(value),
        standing,
    }
}

pub(super) fn null() -> Node {
    Node::Scalar("null".into())
}

pub(super) fn number(value: u64) -> Node {
    Node::Scalar(value.to_string())
}

pub(super) fn boolean(value: bool) -> Node {
    Node::Scalar(value.to_string())
}

/// A text, escaped as far as JSON demands it.
pub(super) fn text(value: &str) -> Node {
    Node::Scalar(serde_json::Value::from(value).to_string())
}

/// A text in which everything beyond ASCII is escaped, as Python does by default.
pub(super) fn ascii_text(value: &str) -> Node {
    let mut escaped = String::new();
    for character in serde_json::Value::from(value).to_string().chars() {
        if character.is_ascii() {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // A text takes all that is written to it.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    Node::Scalar(escaped)
}

impl Node {
    /// The value as JSON, without white space, as servers send it.
    pub(super) fn json(&self, order: Order) -> String {
        let mut json = String::new();
        self.write(order, &mut json);
        json
    }

    fn write(&self, order: Order, into: &mut String) {
        match self {
            Self::Scalar(json) => into.push_str(json),
            Self::Array(elements) => {
                into.push('[');
                for (index, element) in elements.iter().enumerate() {
                    if index > 0 {
                        into.push(',');
                    }
                    element.write(order, into);
                }
                into.push(']');
            }
            Self::Object(fields) => {
                into.push('{');
                let mut fields: Vec<_> = fields.iter().collect();
                sort(&mut fields, order);
                for (index, field) in fields.iter().enumerate() {
                    if index > 0 {
                        into.push(',');
                    }
                    into.push('"');
                    into.push_str(field.key);
                    into.push_str("\":");
                    field.value.write(order, into);
                }
                into.push('}');
            }
        }
    }
}

fn sort(fields: &mut [&Field], order: Order) {
    match order {
        Order::Documents => fields.sort_by_key(|field| {
            let is_required = field.standing == Standing::Required;
            (!(is_required && field.key == "id"), !is_required, field.key)
        }),
        Order::Server => {}
        Order::TagFirst => fields.sort_by_key(|field| field.standing != Standing::Tag),
        Order::TagLast => fields.sort_by_key(|field| field.standing == Standing::Tag),
    }
}
