//! Elements that may be malformed.

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error as _},
};
use serde_json::Value;

use super::{Element, Error, read};

/// An element of a list that may be malformed.
///
/// A single bad element makes a list unreadable, and servers have stored such elements: whole histories
/// could no longer be listed. Read as `Vec<Tolerant<LettaMessage>>`, the good ones come typed, and the bad
/// ones as they are, each with its error. All are written back as they came.
///
/// ```
/// use letta_types::{LettaMessage, json::{self, Tolerant}};
///
/// let body = r#"[
///     {"message_type": "system_message", "id": "message-1", "date": "2026-11-21T09:23:20Z", "content": "Be kind."},
///     {"message_type": "system_message", "id": "message-2"}
/// ]"#;
/// let messages: Vec<Tolerant<LettaMessage>> = json::from_str(body)?;
/// assert!(messages[0].value().is_some());
/// assert_eq!(messages[1].error().map(|error| error.pointer()), Some("/1/content"));
/// # Ok::<(), json::Error>(())
/// ```
///
/// Where each line of a file, or each event of a stream, is an element by itself, `json::from_str::<Tolerant<LettaMessage>>`
/// reads one.
///
/// A key that comes twice makes an element malformed, too; its `value` has the last of the two. (Through serde, which can't
/// go back, it makes the list unreadable.)
///
/// With [`json`](crate::json), a list without bad elements costs no more than `Vec<LettaMessage>`. In other formats,
/// and through serde, each element is read as JSON first.
#[derive(Clone, Debug)]
pub enum Tolerant<T> {
    /// An element that is of the type.
    Value(T),

    /// An element that isn't.
    Malformed {
        /// The element as it came.
        value: Value,

        /// Why it isn't of the type. Its pointer begins with the element's index if the list was read by
        /// [`json`](crate::json), else it is within the element.
        error: Error,
    },
}

impl<T> Tolerant<T> {
    /// The element, if it is of the type.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Malformed { .. } => None,
        }
    }

    /// The element, mutably, if it is of the type.
    pub fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Malformed { .. } => None,
        }
    }

    /// Why the element isn't of the type, if so.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Value(_) => None,
            Self::Malformed { error, .. } => Some(error),
        }
    }

    /// The element, or why it isn't of the type.
    ///
    /// # Errors
    ///
    /// The element's error, if it is malformed.
    pub fn into_result(self) -> Result<T, Error> {
        match self {
            Self::Value(value) => Ok(value),
            Self::Malformed { error, .. } => Err(error),
        }
    }
}

/// Equal are elements that are written the same way; what an error says doesn't matter.
impl<T: PartialEq> PartialEq for Tolerant<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Value(one), Self::Value(other)) => one == other,
            (Self::Malformed { value: one, .. }, Self::Malformed { value: other, .. }) => {
                one == other
            }
            _ => false,
        }
    }
}

impl<T> From<T> for Tolerant<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Serialize> Serialize for Tolerant<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Malformed { value, .. } => value.serialize(serializer),
        }
    }
}

impl<'de, T: Element> Deserialize<'de> for Tolerant<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = crate::runtime::untyped::Untyped.deserialize(deserializer)?;
        value.map(read::tolerate).map_err(D::Error::custom)
    }
}
