//! The reading itself: fast while all is well, and careful once something isn't.

use alloc::vec::Vec;

use serde_core::de::DeserializeSeed;
use serde_json::{Deserializer, Value, value::RawValue};

use super::{Error, Tolerant};
use crate::runtime::{
    slot::{Fault, Slot},
    untyped::Untyped,
    wire::{Reader, Wire},
    wrap::Attempt,
};

/// Reads a value that is the whole text.
pub(crate) fn read<T: Wire>(text: &str) -> Result<T, Error> {
    let mut deserializer = Deserializer::from_str(text);
    let slot = Reader::<T>::new()
        .deserialize(&mut deserializer)
        .map_err(|error| Error::syntax(text, &error))?;
    let value = slot.element().map_err(|fault| Error::fault(text, &fault))?;
    match deserializer.end() {
        Ok(()) => Ok(value),
        Err(error) => Err(Error::syntax(text, &error)),
    }
}

/// Reads a list whose elements may be faulty. Only if some are, the text is gone through once more, to
/// fetch those as they are.
pub(crate) fn read_tolerant<T: Wire>(text: &str) -> Result<Vec<Tolerant<T>>, Error> {
    let attempts: Vec<Attempt<T>> = read(text)?;
    if attempts.iter().all(|attempt| attempt.0.is_ok()) {
        return Ok(attempts
            .into_iter()
            .filter_map(|attempt| attempt.0.ok().map(Tolerant::Value))
            .collect());
    }
    let elements: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|error| Error::syntax(text, &error))?;
    let mut place = Place::start(text);
    elements
        .into_iter()
        .zip(attempts)
        .enumerate()
        .map(|(index, (raw, attempt))| match attempt.0 {
            Ok(value) => Ok(Tolerant::Value(value)),
            Err(fault) => {
                place.advance(raw.get());
                Ok(Tolerant::Malformed {
                    value: untyped(raw.get()),
                    error: Error::element(raw.get(), place.position, fault, index),
                })
            }
        })
        .collect()
}

/// A malformed element as it is. Where a key comes twice, only `serde_json` makes a value of it, which has
/// the last one.
fn untyped(text: &str) -> Value {
    match Untyped.deserialize(&mut Deserializer::from_str(text)) {
        Ok(Ok(value)) => value,
        Ok(Err(_)) | Err(_) => {
            serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.into()))
        }
    }
}

/// A place in a text that only moves on, so that counting its lines takes one pass.
struct Place<'a> {
    text: &'a str,
    offset: usize,
    /// The line and the column, from 0.
    position: (usize, usize),
}

impl<'a> Place<'a> {
    fn start(text: &'a str) -> Self {
        Self {
            text,
            offset: 0,
            position: (0, 0),
        }
    }

    /// Moves on to where a part of the text begins.
    fn advance(&mut self, part: &str) {
        let offset = part.as_ptr().addr() - self.text.as_ptr().addr();
        let passed = self.text.as_bytes().get(self.offset..offset);
        for byte in passed.unwrap_or_default() {
            self.position = match byte {
                b'\n' => (self.position.0 + 1, 0),
                _ => (self.position.0, self.position.1 + 1),
            };
        }
        self.offset = offset;
    }
}

/// Reads an element that has been read as JSON before.
pub(crate) fn tolerate<T: Wire>(value: Value) -> Tolerant<T> {
    let slot = match Reader::<T>::new().deserialize(&value) {
        Ok(slot) => slot,
        Err(error) => Slot::Fault(Fault::other(&error)),
    };
    match slot.element() {
        Ok(value) => Tolerant::Value(value),
        Err(fault) => Tolerant::Malformed {
            error: Error::without_text(&fault),
            value,
        },
    }
}
