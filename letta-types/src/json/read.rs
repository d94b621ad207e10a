//! The reading itself: fast while all is well, and careful once something isn't.

use alloc::vec::Vec;

use serde_core::de::DeserializeSeed;
use serde_json::{Deserializer, Value, value::RawValue};

use super::{Error, Tolerant};
use crate::runtime::{
    slot::{Fault, Slot},
    untyped::Untyped,
    wire::{Input, Reader, Wire},
    wrap::Attempt,
};

/// Reads a value that is the whole text: at once with guesses, and without them if that fails.
pub(crate) fn read<T: Wire>(text: &str) -> Result<T, Error> {
    if let Ok(value) = attempt(text, Input::Again)? {
        return Ok(value);
    }
    attempt(text, Input::Once)?.map_err(|fault| Error::fault(text, &fault))
}

/// Reads a text that is the value of a field of some type.
pub(crate) fn read_field<T: Wire>(
    text: &str,
    owner: &'static str,
    key: &'static str,
) -> Result<T, Error> {
    match attempt(text, Input::Once) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(fault)) => {
            let fault = fault.at_field(key).in_object(owner);
            Err(Error::without_text(&fault))
        }
        Err(error) => Err(error.within(key)),
    }
}

fn attempt<T: Wire>(text: &str, input: Input) -> Result<Result<T, Fault>, Error> {
    let mut deserializer = Deserializer::from_str(text);
    let mut slot = Slot::Absent;
    Reader::new(&mut slot, input)
        .deserialize(&mut deserializer)
        .map_err(|error| Error::syntax(text, &error))?;
    let result = slot.element();
    if result.is_ok() {
        deserializer
            .end()
            .map_err(|error| Error::syntax(text, &error))?;
    }
    Ok(result)
}

/// Reads a list whose elements may be faulty. Only if some are, the text is gone through once more, to
/// fetch those as they are.
pub(crate) fn read_tolerant<T: Wire>(text: &str) -> Result<Vec<Tolerant<T>>, Error> {
    let mut attempts = attempts::<T>(text, Input::Again)?;
    if attempts.iter().any(|attempt| attempt.0.is_err()) {
        attempts = self::attempts(text, Input::Once)?;
    }
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
                    value: untyped(raw.get()).map_err(|error| {
                        // What was read over isn't all JSON: the place is that in the whole text.
                        let whole = serde_json::from_str::<Value>(text).err();
                        Error::syntax(text, &whole.unwrap_or(error))
                    })?,
                    error: Error::element(raw.get(), place.position, fault, index),
                })
            }
        })
        .collect()
}

fn attempts<T: Wire>(text: &str, input: Input) -> Result<Vec<Attempt<T>>, Error> {
    attempt(text, input)?.map_err(|fault| Error::fault(text, &fault))
}

/// A malformed element as it is. Where a key comes twice, only `serde_json` makes a value of it, which has
/// the last one.
fn untyped(text: &str) -> serde_json::Result<Value> {
    let value = Untyped.deserialize(&mut Deserializer::from_str(text))?;
    value.or_else(|_| match serde_json::from_str(text) {
        // It is JSON, but has a key that `serde_json` keeps for itself.
        Err(error) if error.is_data() => Ok(Value::String(text.into())),
        result => result,
    })
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
    match T::from_value(value.clone()).element() {
        Ok(value) => Tolerant::Value(value),
        Err(fault) => Tolerant::Malformed {
            error: Error::without_text(&fault),
            value,
        },
    }
}
