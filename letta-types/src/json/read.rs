//! The reading itself: fast while all is well, and careful once something isn't.

use alloc::{string::ToString as _, vec::Vec};

use serde_core::de::DeserializeSeed;
use serde_json::{Deserializer, Value, de::StrRead, value::RawValue};

use super::{Error, Tolerant, sealed::Element};
use crate::runtime::{
    slot::{Fault, Slot},
    untyped::Untyped,
    wire::{Input, Reader, Wire},
};

/// How a type reads what a text begins with into an empty slot.
pub(crate) type Attempt<T> = fn(&str, Input, &mut Slot<T>) -> Result<End, Error>;

/// What is behind a value: nothing, or why the text may not go on like that. Behind a fault, nobody looks.
pub(crate) type End = Result<(), Error>;

/// Reads a value that is the whole text.
pub(crate) fn read<T: Wire>(text: &str) -> Result<T, Error> {
    whole(text, attempt, Slot::element)
}

/// Reads the whole text: at once with guesses, and without them if that fails.
// What reads comes as a function, so that a program that calls this compiles no reading.
pub(crate) fn whole<T, U>(
    text: &str,
    attempt: Attempt<T>,
    take: impl Fn(Slot<T>) -> Result<U, Fault>,
) -> Result<U, Error> {
    let mut slot = Slot::Absent;
    let end = attempt(text, Input::Again, &mut slot)?;
    if let Ok(value) = take(slot) {
        return end.map(|()| value);
    }
    let mut slot = Slot::Absent;
    let end = attempt(text, Input::Once, &mut slot)?;
    match take(slot) {
        Ok(value) => end.map(|()| value),
        Err(fault) => Err(Error::fault(text, &fault)),
    }
}

/// Takes a value or `null`.
pub(crate) fn option<T: Wire>(slot: Slot<T>) -> Result<Option<T>, Fault> {
    match slot {
        Slot::Null => Ok(None),
        slot => slot.element().map(Some),
    }
}

/// Reads a text that is the value of a field of some type.
pub(crate) fn read_field<T: Wire>(
    text: &str,
    owner: &'static str,
    key: &'static str,
) -> Result<T, Error> {
    let mut slot = Slot::Absent;
    attempt(text, Input::Once, &mut slot)
        .and_then(|end| end)
        .map_err(|error| error.within(key))?;
    slot.element().map_err(|fault| {
        let fault = fault.at_field(key).in_object(owner);
        Error::without_text(&fault)
    })
}

/// [`Attempt`] of all types.
pub(crate) fn attempt<T: Wire>(text: &str, input: Input, slot: &mut Slot<T>) -> Result<End, Error> {
    let mut deserializer = Deserializer::from_str(text);
    let read = Reader::new(slot, input).deserialize(&mut deserializer);
    ended(text, read, slot.is_fault(), deserializer)
}

/// What comes behind a value that was read.
// By itself, as it is the same for all types.
#[inline]
fn ended(
    text: &str,
    read: serde_json::Result<()>,
    is_fault: bool,
    mut deserializer: Deserializer<StrRead<'_>>,
) -> Result<End, Error> {
    let syntax = |error| Error::syntax(text, &error);
    read.map_err(syntax)?;
    if is_fault {
        return Ok(Ok(()));
    }
    Ok(deserializer.end().map_err(syntax))
}

/// Reads a value that may be faulty.
pub(crate) fn read_one_tolerant<T: Element>(text: &str) -> Result<Tolerant<T>, Error> {
    let error = match whole(text, T::attempt, Slot::element) {
        Ok(value) => return Ok(Tolerant::Value(value)),
        Err(error) => error,
    };
    // Behind a fault, nobody has looked.
    match serde_json::from_str::<&RawValue>(text) {
        Ok(raw) => untyped(raw.get()).map(|value| Tolerant::Malformed { value, error }),
        Err(broken) => Err(Error::syntax(text, &broken)),
    }
}

/// Reads a list whose elements may be faulty. Only if some are, each is read by itself.
pub(crate) fn read_tolerant<T: Element>(text: &str) -> Result<Vec<Tolerant<T>>, Error> {
    let error = match whole(text, T::attempt_list, Slot::element) {
        Ok(list) => return Ok(list.into_iter().map(Tolerant::Value).collect()),
        Err(error) => error,
    };
    each_tolerant(text).ok_or_else(|| unreadable(text, error))
}

/// Reads each element by itself, unless it is no list, or one of them is no JSON.
fn each_tolerant<T: Element>(text: &str) -> Option<Vec<Tolerant<T>>> {
    let elements: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    let mut list = Vec::new();
    let mut place = Place::start(text);
    for raw in elements {
        let mut slot = Slot::Absent;
        T::attempt(raw.get(), Input::Once, &mut slot).ok()?.ok()?;
        list.push(match slot.element() {
            Ok(value) => Tolerant::Value(value),
            Err(fault) => {
                place.advance(raw.get());
                Tolerant::Malformed {
                    value: untyped(raw.get()).ok()?,
                    error: Error::element(raw.get(), place.position, fault, list.len()),
                }
            }
        });
    }
    Some(list)
}

/// Why a list can't be read at all: the text is broken, in whichever element, or it is no list, which is the error at hand.
fn unreadable(text: &str, error: Error) -> Error {
    match serde_json::from_str::<Value>(text) {
        Err(broken) if !broken.is_data() => Error::syntax(text, &broken),
        _ => error,
    }
}

/// A malformed element as it is. Where a key comes twice, only `serde_json` makes a value of it, which has
/// the last one.
fn untyped(text: &str) -> Result<Value, Error> {
    let value = Untyped.deserialize(&mut Deserializer::from_str(text));
    let value = value.and_then(|value| {
        value.or_else(|_| match serde_json::from_str(text) {
            // It is JSON, but has a key that `serde_json` keeps for itself.
            Err(error) if error.is_data() => Ok(Value::String(text.into())),
            result => result,
        })
    });
    value.map_err(|error| Error::syntax(text, &error))
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
// By way of text: what reads that is there anyway, and reading each type from a `Value` would be compiled for this
// alone.
pub(crate) fn tolerate<T: Element>(value: Value) -> Tolerant<T> {
    let mut slot = Slot::Absent;
    let read = T::attempt(&value.to_string(), Input::Once, &mut slot);
    let error = match read.map(|_| slot.element()) {
        Ok(Ok(element)) => return Tolerant::Value(element),
        Ok(Err(fault)) => Error::without_text(&fault),
        Err(error) => error,
    };
    Tolerant::Malformed { value, error }
}
