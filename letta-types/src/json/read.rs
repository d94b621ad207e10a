//! The reading itself: fast while all is well, and careful once something isn't.

use alloc::vec::Vec;
use core::fmt;

use serde_core::de::{
    DeserializeSeed, Deserializer as _, Error as _, IgnoredAny, SeqAccess, Visitor,
};
use serde_json::{Deserializer, Value};

use super::{Error, Tolerant};
use crate::runtime::{
    slot::{Fault, Slot},
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
    let faulty = Faulty(attempts.iter().map(|attempt| attempt.0.is_err()).collect());
    let values = Deserializer::from_str(text)
        .deserialize_seq(faulty)
        .map_err(|error| Error::syntax(text, &error))?;
    let mut values = values.into_iter();
    Ok(attempts
        .into_iter()
        .enumerate()
        .map(|(index, attempt)| match attempt.0 {
            Ok(value) => Tolerant::Value(value),
            Err(fault) => Tolerant::Malformed {
                value: values.next().unwrap_or_default(),
                error: Error::fault(text, &fault.at_index(index)),
            },
        })
        .collect())
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

/// Fetches the elements of a list that are marked.
struct Faulty(Vec<bool>);

impl<'de> Visitor<'de> for Faulty {
    type Value = Vec<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Value>, A::Error> {
        let mut values = Vec::new();
        for is_faulty in self.0 {
            if is_faulty {
                values.extend(seq.next_element::<Value>()?);
            } else {
                seq.next_element::<IgnoredAny>()?;
            }
        }
        match seq.next_element::<IgnoredAny>()? {
            None => Ok(values),
            Some(_) => Err(A::Error::custom("the list has grown")),
        }
    }
}
