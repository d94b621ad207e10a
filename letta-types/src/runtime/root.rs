//! Where a value stands by itself and a fault becomes the deserializer's error.

use alloc::string::String;
use core::{fmt, marker::PhantomData};

use serde_core::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{
    slot::Slot,
    wire::{Input, Wire},
};

/// [`Reader`](super::wire::Reader) for a value that no other value of ours contains.
///
/// The error is made inside the visitor, not after it: only then does `serde_json` add the line and
/// the column.
pub(crate) struct Root<T>(PhantomData<T>);

impl<T: Wire> Root<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }

    pub(super) fn end<E: Error>(slot: Slot<T>) -> Result<T, E> {
        slot.element().map_err(E::custom)
    }
}

impl<'de, T: Wire> Visitor<'de> for Root<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        Self::end(T::from_bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        Self::end(T::from_i64(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        Self::end(T::from_u64(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<T, E> {
        Self::end(T::from_i128(value))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<T, E> {
        Self::end(T::from_u128(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        Self::end(T::from_f64(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        Self::end(T::from_str(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        Self::end(T::from_string(value))
    }

    fn visit_none<E: Error>(self) -> Result<T, E> {
        Self::end(Slot::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Self::end(Slot::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        let mut slot = Slot::Absent;
        T::from_seq(seq, Input::Once, &mut slot)?;
        Self::end(slot)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut slot = Slot::Absent;
        T::from_map(map, Input::Once, &mut slot)?;
        Self::end(slot)
    }
}
