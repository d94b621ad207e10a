//! JSON that stays the text that it came as.
//!
//! `serde_json` hands the text of a value over, rather than the value, to who asks for it by the name that its
//! `RawValue` has. Any other format takes that for the name of a newtype and gives the value, of which a text is made.

use alloc::string::String;
use core::fmt;

use serde_core::{
    Deserialize, Serialize, Serializer,
    de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor},
    ser::Error as _,
};
use serde_json::{Map, Value};

use super::{
    raw_value::{RAW, is_of_serde_json, write_json},
    root::Root,
    slot::{Fault, Slot},
    untyped::Untyped,
    wire::{Reader, Wire, raw},
};
use crate::RawJson;

impl Wire for RawJson {
    const EXPECTED: &'static str = Map::<String, Value>::EXPECTED;

    raw!();

    fn read<'de, D: Deserializer<'de>>(
        reader: Reader<'_, Self>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        reader.fill(deserializer.deserialize_newtype_struct(RAW, TextVisitor)?)
    }
}

/// The slot of a text that `serde_json` has found to be JSON.
fn of_text(text: String) -> Slot<RawJson> {
    match text.as_bytes().first() {
        Some(b'{') => Slot::Value(RawJson::known(text)),
        Some(b'n') => Slot::Null,
        _ => Untyped
            .deserialize(&mut serde_json::Deserializer::from_str(&text))
            .map_or_else(|error| Slot::Fault(Fault::other(&error)), of_value),
    }
}

/// The slot of a value that came in a format other than JSON text.
fn of_value(value: Result<Value, Fault>) -> Slot<RawJson> {
    match value {
        Ok(Value::Object(map)) => Slot::Value(map.into()),
        Ok(Value::Null) => Slot::Null,
        Ok(found) => Slot::mismatch(RawJson::EXPECTED, found),
        Err(fault) => Slot::Fault(fault),
    }
}

/// The visitor of a text, or of a value where there is none.
struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Slot<RawJson>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(RawJson::EXPECTED)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(RawJson::from_bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(RawJson::from_i64(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(RawJson::from_u64(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(RawJson::from_i128(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(RawJson::from_u128(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(RawJson::from_f64(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(RawJson::from_str(value))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Slot::Null)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Slot::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Untyped.deserialize(deserializer).map(of_value)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        Untyped.deserialize(deserializer).map(of_value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        Untyped.visit_seq(seq).map(of_value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        match map.next_key::<String>()? {
            Some(key) if key == RAW && is_of_serde_json::<A::Error>() => {
                map.next_value().map(of_text)
            }
            first => Untyped::map_behind(first, map).map(of_value),
        }
    }
}

impl<'de> Deserialize<'de> for RawJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slot = deserializer.deserialize_newtype_struct(RAW, TextVisitor)?;
        Root::end(slot)
    }
}

impl Serialize for RawJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if is_of_serde_json::<S::Error>() {
            write_json(serializer, self.as_str())
        } else {
            let map = self.to_map().map_err(S::Error::custom)?;
            map.serialize(serializer)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_asked_for_by_its_name() {
        let json: RawJson = serde_json::from_str("{ \"a\":1.50e1 }").expect("is read");
        assert_eq!(json.as_str(), "{ \"a\":1.50e1 }");
        let written = serde_json::to_string(&json).expect("is written");
        assert_eq!(written, json.as_str());
    }
}
