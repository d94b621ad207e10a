//! The reading itself: fast while all is well, and careful once something isn't.

use alloc::{string::ToString as _, vec::Vec};

use serde_core::de::{DeserializeSeed, SeqAccess};
use serde_json::{Deserializer, Value, value::RawValue};

use super::{Error, Tolerant};
use crate::runtime::{
    slot::{Fault, Slot},
    untyped::Untyped,
    wire::{Input, Reader, Wire, raw},
};

/// Reads a value that is the whole text.
pub(crate) fn read<T: Wire>(text: &str) -> Result<T, Error> {
    whole(text, Slot::element)
}

/// Reads a value or `null`.
pub(crate) fn read_option<T: Wire>(text: &str) -> Result<Option<T>, Error> {
    whole(text, |slot| match slot {
        Slot::Null => Ok(None),
        slot => slot.element().map(Some),
    })
}

/// Reads the whole text: at once with guesses, and without them if that fails.
fn whole<T: Wire, U>(text: &str, take: impl Fn(Slot<T>) -> Result<U, Fault>) -> Result<U, Error> {
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

/// Reads what a text begins with into an empty slot, and says whether that is all: behind a fault, nobody looks.
// Without what the callers make of the slot: compiled once for each type.
fn attempt<T: Wire>(
    text: &str,
    input: Input,
    slot: &mut Slot<T>,
) -> Result<Result<(), Error>, Error> {
    let mut deserializer = Deserializer::from_str(text);
    let syntax = |error| Error::syntax(text, &error);
    Reader::new(slot, input)
        .deserialize(&mut deserializer)
        .map_err(syntax)?;
    if slot.is_fault() {
        return Ok(Ok(()));
    }
    Ok(deserializer.end().map_err(syntax))
}

/// A list of which each element is a value or a fault: it is never faulty for the sake of an element.
struct Attempts<T>(Vec<Result<T, Fault>>);

impl<T: Wire> Wire for Attempts<T> {
    const EXPECTED: &'static str = <Vec<T> as Wire>::EXPECTED;

    raw!();

    fn from_seq<'de, A: SeqAccess<'de>>(
        mut seq: A,
        input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        let mut list = Vec::new();
        loop {
            let mut element = Slot::Absent;
            if seq
                .next_element_seed(Reader::new(&mut element, input))?
                .is_none()
            {
                slot.fill(Slot::Value(Self(list)));
                return Ok(());
            }
            list.push(element.element());
        }
    }
}

/// Reads a list whose elements may be faulty. Only if some are, the text is gone through once more, to
/// fetch those as they are.
pub(crate) fn read_tolerant<T: Wire>(text: &str) -> Result<Vec<Tolerant<T>>, Error> {
    let values = attempts(text, Input::Again)?.into_iter();
    if let Ok(values) = values.map(|one| one.map(Tolerant::Value)).collect() {
        return Ok(values);
    }
    let attempts = attempts(text, Input::Once)?;
    let elements: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|error| Error::syntax(text, &error))?;
    let mut place = Place::start(text);
    elements
        .into_iter()
        .zip(attempts)
        .enumerate()
        .map(|(index, (raw, attempt))| match attempt {
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

fn attempts<T: Wire>(text: &str, input: Input) -> Result<Vec<Result<T, Fault>>, Error> {
    let mut slot = Slot::<Attempts<T>>::Absent;
    let end = attempt(text, input, &mut slot)?;
    match slot.element() {
        Ok(Attempts(list)) => end.map(|()| list),
        Err(fault) => Err(Error::fault(text, &fault)),
    }
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
// By way of text: what reads that is there anyway, and reading each type from a `Value` would be compiled for this
// alone.
pub(crate) fn tolerate<T: Wire>(value: Value) -> Tolerant<T> {
    let mut slot = Slot::Absent;
    let read = attempt(&value.to_string(), Input::Once, &mut slot);
    let error = match read.map(|_| slot.element()) {
        Ok(Ok(element)) => return Tolerant::Value(element),
        Ok(Err(fault)) => Error::without_text(&fault),
        Err(error) => error,
    };
    Tolerant::Malformed { value, error }
}
