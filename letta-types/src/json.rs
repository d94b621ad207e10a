//! Reading JSON with errors for people, and without compiling the reading again.
//!
//! Any serde format reads the types. For JSON these functions are the better way:
//!
//! - an [`Error`] tells the JSON Pointer, line and column of the failure, what was expected and what was
//!   found, and the type and the variant it was found in; none of that costs anything while all is well;
//! - the reading is compiled once, in this crate: a program that calls [`from_slice`] doesn't instantiate
//!   parsers of its own;
//! - the body of a failed request where a list or a step was expected is recognised, and the error says so.
//!
//! ```
//! use letta_types::{LettaMessage, json};
//!
//! let body = br#"[
//!     {"message_type": "user_message", "id": "message-1", "date": "2026-11-21T09:23:20Z", "content": 5}
//! ]"#;
//! let error = json::from_slice::<Vec<LettaMessage>>(body).expect_err("5 is no content");
//! assert_eq!(error.pointer(), "/0/content");
//! assert_eq!((error.line(), error.column()), (2, 100));
//! assert_eq!(error.type_name(), Some("UserMessage"));
//! assert_eq!(error.variant(), Some(("LettaMessage", "user_message")));
//! ```
//!
//! What can be read is a [`Body`]: what an operation returns or takes, an element of a list, or a `Vec`, an `Option` or
//! a [`Tolerant`] of these. [`Category`] tells a text that breaks off from one that isn't of the type.
//!
//! # Lists with malformed elements
//!
//! One malformed element makes a list an error. As a list of [`Tolerant`] elements, the others are read all the same:
//!
//! ```
//! use letta_types::{Step, json::{self, Tolerant}};
//!
//! let body = r#"[{"id": "step-1"}, {"id": 2}]"#;
//! assert_eq!(json::from_str::<Vec<Step>>(body).expect_err("2 is no text").pointer(), "/1/id");
//!
//! let steps: Vec<Tolerant<Step>> = json::from_str(body)?;
//! let good: Vec<&Step> = steps.iter().filter_map(Tolerant::value).collect();
//! assert_eq!(good[0].id, "step-1");
//! assert_eq!(serde_json::to_string(&steps)?, r#"[{"id":"step-1"},{"id":2}]"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod body;
mod error;
pub(crate) mod failure;
pub(crate) mod read;
mod tolerant;
pub(crate) mod walk;

pub(crate) use self::{
    body::sealed,
    error::{Printable, print},
};
pub use self::{
    body::{Body, Element},
    error::{Category, Error},
    tolerant::Tolerant,
};

/// Reads a body from text.
///
/// # Errors
///
/// The text isn't JSON, or isn't of the type.
pub fn from_str<T: Body>(text: &str) -> Result<T, Error> {
    T::from_json(text)
}

/// Reads a body from bytes, which must be UTF-8. The bytes are checked once, as a whole.
///
/// # Errors
///
/// The bytes aren't UTF-8, not JSON, or not of the type.
pub fn from_slice<T: Body>(bytes: &[u8]) -> Result<T, Error> {
    match core::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => Err(Error::utf8(bytes, error.valid_up_to())),
    }
}

/// Reads a body from a reader, to its end.
///
/// # Errors
///
/// The reader fails, or what it holds isn't UTF-8, not JSON, or not of the type.
#[cfg(feature = "std")]
#[cfg_attr(docsrs, doc(cfg(feature = "std")))]
pub fn from_reader<T: Body>(mut reader: impl std::io::Read) -> Result<T, Error> {
    let mut bytes = alloc::vec::Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => from_slice(&bytes),
        Err(error) => Err(Error::io(&error)),
    }
}
