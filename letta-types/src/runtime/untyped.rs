//! Reading of what has no type of ours: open maps, undeclared fields, objects of unknown kind.
//!
//! `serde_json::Value` reads itself, but of a key that comes twice it keeps the last value and loses the
//! first. Here that is a fault, as it is in typed objects.

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde_core::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Number, Value, map::Entry};

use super::{
    slot::Fault,
    wire::{Wire, read_over},
};

/// Whether `serde_json` keeps the digits of numbers (its feature `arbitrary_precision`), so that a number
/// holds a text. It then hands each number over as a map of one key, [`NUMBER`].
pub(crate) const ARBITRARY_PRECISION: bool = size_of::<Number>() == size_of::<String>();

/// The key of a number that comes as a map.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// The visitor of any JSON.
pub(crate) struct Untyped;

impl<'de> DeserializeSeed<'de> for Untyped {
    type Value = Result<Value, Fault>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Untyped {
    type Value = Result<Value, Fault>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Ok(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Ok(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Ok(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(Value::from_i128(value).element())
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(Value::from_u128(value).element())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Ok(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Ok(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(Ok(value.into()))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Ok(Value::Null))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Ok(Value::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = seq.next_element_seed(Untyped)? {
            match element {
                Ok(element) => list.push(element),
                Err(fault) => {
                    read_over(seq)?;
                    return Ok(Err(fault.at_index(list.len())));
                }
            }
        }
        Ok(Ok(Value::Array(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let first = map.next_key::<String>()?;
        Self::map_behind(first, map)
    }
}

impl Untyped {
    /// Reads a map whose first key has been read.
    pub(super) fn map_behind<'de, A: MapAccess<'de>>(
        mut next: Option<String>,
        mut map: A,
    ) -> Result<Result<Value, Fault>, A::Error> {
        let mut object = Map::new();
        let mut fault = None;
        while let Some(key) = next {
            if ARBITRARY_PRECISION && key == NUMBER && object.is_empty() && fault.is_none() {
                return digits(&mut map).map(Ok);
            }
            insert_new(&mut object, key, &mut map, &mut fault)?;
            next = map.next_key()?;
        }
        Ok(match fault {
            None => Ok(Value::Object(object)),
            Some(fault) => Err(fault),
        })
    }
}

/// Reads the number behind the key [`NUMBER`].
pub(super) fn digits<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Value, A::Error> {
    let number = map.next_value::<String>()?.parse();
    number.map(Value::Number).map_err(A::Error::custom)
}

/// Reads the value of a key into an untyped object. What is wrong with it, or that the key came before,
/// is the fault, unless there was one already.
pub(crate) fn insert_new<'de, A: MapAccess<'de>>(
    into: &mut Map<String, Value>,
    key: String,
    map: &mut A,
    fault: &mut Option<Fault>,
) -> Result<(), A::Error> {
    match into.entry(key) {
        Entry::Vacant(entry) => match map.next_value_seed(Untyped)? {
            Ok(value) => {
                entry.insert(value);
            }
            Err(inner) => {
                fault.get_or_insert_with(|| inner.at_key(entry.key().clone()));
            }
        },
        Entry::Occupied(entry) => {
            map.next_value::<IgnoredAny>()?;
            fault.get_or_insert_with(|| Fault::duplicate_key(entry.key().clone()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arbitrary_precision_is_known() {
        // Only digits that are kept can say this.
        let keeps_digits = serde_json::from_str::<Value>("1e999").is_ok();
        assert_eq!(ARBITRARY_PRECISION, keeps_digits);
    }
}
