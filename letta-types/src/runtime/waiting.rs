//! JSON that waits to be read as what it is.
//!
//! A tree as `serde_json::Value` is one, but made for being read once more and no more than that: objects are
//! lists of keys and values as they came. Whether a key comes twice shows when the tree is read.

use alloc::{
    string::{String, ToString as _},
    vec,
    vec::Vec,
};
use core::fmt;

use serde_core::{
    de::{
        DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Visitor,
        value::Error,
    },
    forward_to_deserialize_any,
};
use serde_json::{Map, Number, Value, map::Entry};

use super::{
    short_text::ShortText,
    slot::{Fault, Slot},
    untyped::{ARBITRARY_PRECISION, NUMBER, digits},
    wire::{Input, Reader, Wire, raw},
};

/// A key, which takes 32 bytes.
type KeyText = ShortText<30>;

pub(crate) enum Waiting {
    /// `null`, a boolean, a number or a text.
    Leaf(Value),
    List(Vec<Waiting>),
    Object(Vec<(KeyText, Waiting)>),
}

impl Waiting {
    /// Reads the value as what it is.
    pub(crate) fn read_as<T: Wire>(self) -> Slot<T> {
        match self {
            Self::Leaf(value) => T::from_value(value),
            tree => {
                let mut slot = Slot::Absent;
                match Reader::new(&mut slot, Input::Once).deserialize(tree) {
                    Ok(()) => slot,
                    Err(error) => Slot::Fault(Fault::other(&error)),
                }
            }
        }
    }

    /// The value as JSON, unless a key comes twice in it.
    pub(crate) fn into_value(self) -> Result<Value, Fault> {
        match self {
            Self::Leaf(value) => Ok(value),
            Self::List(list) => {
                let list = list.into_iter().enumerate();
                let values = list
                    .map(|(index, one)| one.into_value().map_err(|fault| fault.at_index(index)));
                values.collect::<Result<_, _>>().map(Value::Array)
            }
            Self::Object(fields) => {
                let mut object = Map::new();
                for (key, value) in fields {
                    match object.entry(key) {
                        Entry::Vacant(entry) => match value.into_value() {
                            Ok(value) => entry.insert(value),
                            Err(fault) => return Err(fault.at_key(entry.key().clone())),
                        },
                        Entry::Occupied(entry) => {
                            return Err(Fault::duplicate_key(entry.key().clone()));
                        }
                    };
                }
                Ok(Value::Object(object))
            }
        }
    }
}

impl From<Value> for Waiting {
    fn from(value: Value) -> Self {
        match value {
            Value::Array(list) => Self::List(list.into_iter().map(Self::from).collect()),
            Value::Object(object) => Self::Object(
                object
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            ),
            leaf => Self::Leaf(leaf),
        }
    }
}

/// The visitor that makes the tree.
struct Wait;

impl<'de> DeserializeSeed<'de> for Wait {
    type Value = Waiting;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Waiting, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Wait {
    type Value = Waiting;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Value::EXPECTED)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(value.into()))
    }

    #[expect(clippy::cast_precision_loss, reason = "the nearest is meant")]
    fn visit_i128<E>(self, value: i128) -> Result<Waiting, E> {
        let number = Number::from_i128(value).map(Value::Number);
        Ok(Waiting::Leaf(
            number.unwrap_or_else(|| (value as f64).into()),
        ))
    }

    #[expect(clippy::cast_precision_loss, reason = "the nearest is meant")]
    fn visit_u128<E>(self, value: u128) -> Result<Waiting, E> {
        let number = Number::from_u128(value).map(Value::Number);
        Ok(Waiting::Leaf(
            number.unwrap_or_else(|| (value as f64).into()),
        ))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(value.into()))
    }

    fn visit_none<E>(self) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(Value::Null))
    }

    fn visit_unit<E>(self) -> Result<Waiting, E> {
        Ok(Waiting::Leaf(Value::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Waiting, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Waiting, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Waiting, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = seq.next_element_seed(Self)? {
            list.push(element);
        }
        Ok(Waiting::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Waiting, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key_seed(WaitingKey)? {
            if ARBITRARY_PRECISION && key.as_str() == NUMBER && fields.is_empty() {
                return digits(&mut map).map(Waiting::Leaf);
            }
            fields.push((key, map.next_value_seed(Self)?));
        }
        Ok(Waiting::Object(fields))
    }
}

/// Reads a key. Nearly all need no memory of their own.
struct WaitingKey;

impl<'de> DeserializeSeed<'de> for WaitingKey {
    type Value = KeyText;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<KeyText, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for WaitingKey {
    type Value = KeyText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<KeyText, E> {
        Ok(key.into())
    }
}

impl Wire for Waiting {
    const EXPECTED: &'static str = Value::EXPECTED;

    raw!();

    fn read<'de, D: Deserializer<'de>>(
        reader: Reader<'_, Self>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        reader.fill(match Wait.deserialize(deserializer)? {
            Self::Leaf(Value::Null) => Slot::Null,
            value => Slot::Value(value),
        })
    }
}

impl<'de> Deserializer<'de> for Waiting {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            // Not `value.deserialize_any(visitor)`: all reading of lists and objects would be compiled for it once more.
            Self::Leaf(Value::Null) => visitor.visit_unit(),
            Self::Leaf(Value::Bool(value)) => visitor.visit_bool(value),
            // As `serde_json` hands it over when it reads a text: its digits are the number.
            Self::Leaf(Value::Number(number)) if ARBITRARY_PRECISION => {
                let digits = Self::Leaf(number.to_string().into());
                visitor.visit_map(Fields::from(vec![(NUMBER.into(), digits)]))
            }
            Self::Leaf(Value::Number(number)) => {
                number.deserialize_any(visitor).map_err(Error::custom)
            }
            Self::Leaf(Value::String(text)) => visitor.visit_string(text),
            Self::Leaf(tree) => Self::from(tree).deserialize_any(visitor),
            Self::List(list) => visitor.visit_seq(Elements(list.into_iter())),
            Self::Object(fields) => visitor.visit_map(Fields::from(fields)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Elements(vec::IntoIter<Waiting>);

impl<'de> SeqAccess<'de> for Elements {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        self.0.next().map(|one| seed.deserialize(one)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Fields {
    rest: vec::IntoIter<(KeyText, Waiting)>,
    value: Option<Waiting>,
}

impl From<Vec<(KeyText, Waiting)>> for Fields {
    fn from(fields: Vec<(KeyText, Waiting)>) -> Self {
        Self {
            rest: fields.into_iter(),
            value: None,
        }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value),
            None => Err(Error::custom("a value without its key")),
        }
    }
}
