//! Texts, numbers and booleans.
//!
//! All types whose values are nothing else are read by one visitor, which is compiled once for each format. One for
//! each of them would be no faster, and much more to compile.

use alloc::string::String;
use core::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{
    slot::{Fault, Slot},
    untyped::Untyped,
    wire::{Wire, unfit},
};

/// An empty slot of some type.
pub(crate) trait Take {
    fn take_null(&mut self);

    fn take_text(&mut self, text: &str);

    fn take_scalar(&mut self, scalar: Scalar);
}

/// A value, unless it is `null` or a text that belongs to the format.
pub(crate) enum Scalar {
    Bool(bool),
    I64(i64),
    U64(u64),
    F64(f64),
    I128(i128),
    U128(u128),
    String(String),
    /// What came as a list or as a map, see [`unfit`].
    Tree(Result<Value, Fault>),
}

impl<T: Wire> Take for Slot<T> {
    fn take_null(&mut self) {
        self.fill(Self::Null);
    }

    fn take_text(&mut self, text: &str) {
        self.fill(T::from_str(text));
    }

    fn take_scalar(&mut self, scalar: Scalar) {
        self.fill(match scalar {
            Scalar::Bool(value) => T::from_bool(value),
            Scalar::I64(value) => T::from_i64(value),
            Scalar::U64(value) => T::from_u64(value),
            Scalar::F64(value) => T::from_f64(value),
            Scalar::I128(value) => T::from_i128(value),
            Scalar::U128(value) => T::from_u128(value),
            Scalar::String(text) => T::from_string(text),
            Scalar::Tree(tree) => unfit(tree),
        });
    }
}

/// The visitor of any value, for an empty slot.
pub(crate) struct ReadScalar<'a>(&'a mut dyn Take);

impl<'a> ReadScalar<'a> {
    pub(crate) fn new(slot: &'a mut dyn Take) -> Self {
        Self(slot)
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is what visitors return")]
    fn take<E>(self, scalar: Scalar) -> Result<(), E> {
        self.0.take_scalar(scalar);
        Ok(())
    }
}

/// Reads the value of a key.
#[inline]
pub(crate) fn read_field<'de, A: MapAccess<'de>>(
    map: &mut A,
    slot: &mut dyn Take,
) -> Result<(), A::Error> {
    map.next_value_seed(ReadScalar(slot))
}

impl<'de> DeserializeSeed<'de> for ReadScalar<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ReadScalar<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Value::EXPECTED)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.take(Scalar::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.take(Scalar::I64(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.take(Scalar::U64(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<(), E> {
        self.take(Scalar::I128(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<(), E> {
        self.take(Scalar::U128(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.take(Scalar::F64(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.0.take_text(value);
        Ok(())
    }

    fn visit_string<E>(self, value: String) -> Result<(), E> {
        self.take(Scalar::String(value))
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.0.take_null();
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.take_null();
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        let tree = Untyped.visit_seq(seq)?;
        self.take(Scalar::Tree(tree))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let tree = Untyped.visit_map(map)?;
        self.take(Scalar::Tree(tree))
    }
}

/// Has a type read by way of [`ReadScalar`].
macro_rules! scalar {
    () => {
        #[inline]
        fn read<'de, D: ::serde_core::Deserializer<'de>>(
            reader: $crate::runtime::wire::Reader<'_, Self>,
            deserializer: D,
        ) -> Result<(), D::Error> {
            deserializer.deserialize_any($crate::runtime::scalar::ReadScalar::new(reader.slot))
        }

        #[inline]
        fn read_field<'de, A: ::serde_core::de::MapAccess<'de>>(
            map: &mut A,
            _: $crate::runtime::wire::Input,
            slot: &mut $crate::runtime::slot::Slot<Self>,
        ) -> Result<(), A::Error> {
            $crate::runtime::scalar::read_field(map, slot)
        }
    };
}

pub(crate) use scalar;
