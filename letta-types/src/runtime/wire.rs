//! How each type takes the values of serde's data model.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::{
    scalar::scalar,
    slot::{Fault, Slot},
    untyped::Untyped,
    waiting::Waiting,
};

/// Where values come from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Input {
    /// It passes by once.
    Once,
    /// It can be read a second time, so that a guess may be wrong: what comes of it then is a fault, and
    /// whoever holds the input reads it again as if it came once.
    Again,
}

/// A type that is read from the wire.
///
/// Each method takes one kind of value. All that a type doesn't take is kept as a fault, so that the
/// value isn't lost before it is known whether it matters.
pub(crate) trait Wire: Sized {
    /// What a fault says was expected.
    const EXPECTED: &'static str;

    /// What a field of this type is read as: the same, or something of which many types can be made.
    type Raw: Wire;

    fn from_raw(raw: Self::Raw) -> Self;

    /// Reads a value of any kind into an empty slot. Only a type that wants something else than the value asks
    /// for it here.
    #[inline]
    fn read<'de, D: Deserializer<'de>>(
        reader: Reader<'_, Self>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_any(reader)
    }

    /// Reads the value of a key into an empty slot.
    #[inline]
    fn read_field<'de, A: MapAccess<'de>>(
        map: &mut A,
        input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        map.next_value_seed(Reader::new(slot, input))
    }

    fn from_null() -> Result<Self, Fault> {
        Err(Fault::mismatch(Self::EXPECTED, Value::Null))
    }

    fn from_bool(value: bool) -> Slot<Self> {
        Slot::mismatch(Self::EXPECTED, value.into())
    }

    fn from_i64(value: i64) -> Slot<Self> {
        Slot::mismatch(Self::EXPECTED, value.into())
    }

    fn from_u64(value: u64) -> Slot<Self> {
        Slot::mismatch(Self::EXPECTED, value.into())
    }

    fn from_f64(value: f64) -> Slot<Self> {
        Slot::mismatch(Self::EXPECTED, value.into())
    }

    fn from_str(value: &str) -> Slot<Self> {
        Slot::mismatch(Self::EXPECTED, value.into())
    }

    fn from_string(value: String) -> Slot<Self> {
        Self::from_str(&value)
    }

    /// Reads a list into an empty slot: large values are made where they stay.
    fn from_seq<'de, A: SeqAccess<'de>>(
        seq: A,
        _input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        slot.fill(unfit(Untyped.visit_seq(seq)?));
        Ok(())
    }

    /// Reads a map into an empty slot.
    fn from_map<'de, A: MapAccess<'de>>(
        map: A,
        _input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        slot.fill(unfit(Untyped.visit_map(map)?));
        Ok(())
    }

    /// An integer beyond 64 bits: its digits if `serde_json` keeps them, else the nearest double, as when it
    /// reads such an integer from text.
    #[expect(clippy::cast_precision_loss, reason = "the nearest is meant")]
    #[cold]
    fn from_i128(value: i128) -> Slot<Self> {
        match Number::from_i128(value) {
            Some(number) => Self::from_number(number),
            None => Self::from_f64(value as f64),
        }
    }

    /// The same of an integer without a sign.
    #[expect(clippy::cast_precision_loss, reason = "the nearest is meant")]
    #[cold]
    fn from_u128(value: u128) -> Slot<Self> {
        match Number::from_u128(value) {
            Some(number) => Self::from_number(number),
            None => Self::from_f64(value as f64),
        }
    }

    /// A number whose digits `serde_json` kept as text (its feature `arbitrary_precision`).
    fn from_number(number: Number) -> Slot<Self> {
        Slot::mismatch(Self::EXPECTED, number.into())
    }

    /// Reads a value that has been read as JSON before.
    fn from_value(value: Value) -> Slot<Self> {
        match value {
            Value::Null => Slot::Null,
            Value::Bool(value) => Self::from_bool(value),
            Value::Number(number) => Self::from_number(number),
            Value::String(text) => Self::from_string(text),
            Value::Array(_) | Value::Object(_) => Waiting::from(value).read_as(),
        }
    }
}

/// [`Wire::from_number`] of a type that takes numbers. One that doesn't fit stays the text that it is.
pub(crate) fn any_number<T: Wire>(number: Number) -> Slot<T> {
    let slot = if let Some(value) = number.as_i64() {
        T::from_i64(value)
    } else if let Some(value) = number.as_u64() {
        T::from_u64(value)
    } else {
        number.as_f64().map_or(Slot::Absent, T::from_f64)
    };
    match slot {
        Slot::Value(value) => Slot::Value(value),
        _ => Slot::mismatch(T::EXPECTED, number.into()),
    }
}

/// What came as a list or as a map to a type that takes neither. A number comes as a map if `serde_json` keeps its digits.
#[cold]
pub(super) fn unfit<T: Wire>(tree: Result<Value, Fault>) -> Slot<T> {
    match number_or_fault(T::EXPECTED, tree) {
        Ok(number) => T::from_number(number),
        Err(fault) => Slot::Fault(fault),
    }
}

// By itself, as it is the same for all types.
#[cold]
fn number_or_fault(expected: &'static str, tree: Result<Value, Fault>) -> Result<Number, Fault> {
    match tree? {
        Value::Number(number) => Ok(number),
        found => Err(Fault::mismatch(expected, found)),
    }
}

/// Says that a type is read as itself.
macro_rules! raw {
    () => {
        type Raw = Self;

        fn from_raw(raw: Self) -> Self {
            raw
        }
    };
}

pub(crate) use raw;

/// A type whose value is one JSON value that can be given back exactly.
pub(crate) trait Leaf: Wire {
    fn into_value(self) -> Value;
}

/// The visitor of all types: hands each value to [`Wire`], for an empty slot.
pub(crate) struct Reader<'a, T> {
    pub(crate) slot: &'a mut Slot<T>,
    input: Input,
}

impl<'a, T> Reader<'a, T> {
    pub(crate) fn new(slot: &'a mut Slot<T>, input: Input) -> Self {
        Self { slot, input }
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is what visitors return")]
    pub(super) fn fill<E>(self, slot: Slot<T>) -> Result<(), E> {
        self.slot.fill(slot);
        Ok(())
    }
}

impl<'de, T: Wire> DeserializeSeed<'de> for Reader<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::read(self, deserializer)
    }
}

impl<'de, T: Wire> Visitor<'de> for Reader<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.fill(T::from_bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.fill(T::from_i64(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.fill(T::from_u64(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<(), E> {
        self.fill(T::from_i128(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<(), E> {
        self.fill(T::from_u128(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.fill(T::from_f64(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.fill(T::from_str(value))
    }

    fn visit_string<E>(self, value: String) -> Result<(), E> {
        self.fill(T::from_string(value))
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.fill(Slot::Null)
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.fill(Slot::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        T::from_seq(seq, self.input, self.slot)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        T::from_map(map, self.input, self.slot)
    }
}

impl Wire for String {
    const EXPECTED: &'static str = "a string";

    raw!();
    scalar!();

    fn from_str(value: &str) -> Slot<Self> {
        Slot::Value(value.into())
    }

    fn from_string(value: String) -> Slot<Self> {
        Slot::Value(value)
    }
}

impl Leaf for String {
    fn into_value(self) -> Value {
        self.into()
    }
}

impl Wire for bool {
    const EXPECTED: &'static str = "a boolean";

    raw!();
    scalar!();

    fn from_bool(value: bool) -> Slot<Self> {
        Slot::Value(value)
    }
}

impl Leaf for bool {
    fn into_value(self) -> Value {
        self.into()
    }
}

impl Wire for i64 {
    const EXPECTED: &'static str = "a 64-bit integer";

    raw!();
    scalar!();

    fn from_i64(value: i64) -> Slot<Self> {
        Slot::Value(value)
    }

    fn from_u64(value: u64) -> Slot<Self> {
        match value.try_into() {
            Ok(value) => Slot::Value(value),
            Err(_) => Slot::mismatch(Self::EXPECTED, value.into()),
        }
    }

    /// JSON Schema calls `12.0` and `1e3` integers. From 2^53 on, a float no longer tells which one.
    fn from_f64(value: f64) -> Slot<Self> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.abs() < EXACT && value % 1.0 == 0.0 {
            #[expect(clippy::cast_possible_truncation, reason = "whole and within ±2^53")]
            Slot::Value(value as Self)
        } else {
            Slot::mismatch(Self::EXPECTED, value.into())
        }
    }

    fn from_number(number: Number) -> Slot<Self> {
        any_number(number)
    }
}

impl Leaf for i64 {
    fn into_value(self) -> Value {
        self.into()
    }
}

/// What an integer must be to be a float.
const EXACT_NUMBER: &str = "a number that a double holds exactly";

impl Wire for f64 {
    const EXPECTED: &'static str = "a number";

    raw!();
    scalar!();

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "checked by going there and back"
    )]
    fn from_i64(value: i64) -> Slot<Self> {
        if i128::from(value) == (value as Self) as i128 {
            Slot::Value(value as Self)
        } else {
            Slot::mismatch(EXACT_NUMBER, value.into())
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked by going there and back"
    )]
    fn from_u64(value: u64) -> Slot<Self> {
        if u128::from(value) == (value as Self) as u128 {
            Slot::Value(value as Self)
        } else {
            Slot::mismatch(EXACT_NUMBER, value.into())
        }
    }

    fn from_f64(value: f64) -> Slot<Self> {
        Slot::Value(value)
    }

    /// Its digits tell whether a double holds the integer that they are.
    fn from_number(number: Number) -> Slot<Self> {
        let digits = number.to_string();
        let is_integer = !digits.contains(['.', 'e', 'E']);
        match number.as_f64() {
            Some(value) if !is_integer || format!("{value:.0}") == digits => Slot::Value(value),
            _ => Slot::mismatch(EXACT_NUMBER, number.into()),
        }
    }
}

impl Leaf for f64 {
    fn into_value(self) -> Value {
        self.into()
    }
}

impl Wire for Value {
    const EXPECTED: &'static str = "any JSON value";

    raw!();

    fn from_null() -> Result<Self, Fault> {
        Ok(Self::Null)
    }

    fn from_bool(value: bool) -> Slot<Self> {
        Slot::Value(value.into())
    }

    fn from_i64(value: i64) -> Slot<Self> {
        Slot::Value(value.into())
    }

    fn from_u64(value: u64) -> Slot<Self> {
        Slot::Value(value.into())
    }

    fn from_f64(value: f64) -> Slot<Self> {
        Slot::Value(value.into())
    }

    fn from_number(number: Number) -> Slot<Self> {
        Slot::Value(number.into())
    }

    fn from_str(value: &str) -> Slot<Self> {
        Slot::Value(value.into())
    }

    fn from_string(value: String) -> Slot<Self> {
        Slot::Value(value.into())
    }

    fn from_seq<'de, A: SeqAccess<'de>>(
        seq: A,
        _input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        slot.fill(
            Untyped
                .visit_seq(seq)?
                .map_or_else(Slot::Fault, Slot::Value),
        );
        Ok(())
    }

    fn from_map<'de, A: MapAccess<'de>>(
        map: A,
        _input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        slot.fill(
            Untyped
                .visit_map(map)?
                .map_or_else(Slot::Fault, Slot::Value),
        );
        Ok(())
    }

    fn from_value(value: Value) -> Slot<Self> {
        match value {
            Self::Null => Slot::Null,
            value => Slot::Value(value),
        }
    }
}

impl Leaf for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl Wire for Map<String, Value> {
    const EXPECTED: &'static str = "an object";

    raw!();

    fn from_map<'de, A: MapAccess<'de>>(
        map: A,
        _input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        slot.fill(match Untyped.visit_map(map)? {
            Ok(Value::Object(map)) => Slot::Value(map),
            Ok(found) => Slot::mismatch(Self::EXPECTED, found),
            Err(fault) => Slot::Fault(fault),
        });
        Ok(())
    }

    fn from_value(value: Value) -> Slot<Self> {
        match value {
            Value::Null => Slot::Null,
            Value::Object(map) => Slot::Value(map),
            found => Slot::mismatch(Self::EXPECTED, found),
        }
    }
}

impl Leaf for Map<String, Value> {
    fn into_value(self) -> Value {
        self.into()
    }
}

impl<T: Wire> Wire for Vec<T> {
    const EXPECTED: &'static str = "an array";

    raw!();

    fn from_seq<'de, A: SeqAccess<'de>>(
        mut seq: A,
        input: Input,
        slot: &mut Slot<Self>,
    ) -> Result<(), A::Error> {
        let mut list = Self::with_capacity(capacity::<T>(seq.size_hint()));
        loop {
            let mut element = Slot::Absent;
            let seed = Reader::new(&mut element, input);
            if seq.next_element_seed(seed)?.is_none() {
                slot.fill(Slot::Value(list));
                return Ok(());
            }
            // The usual case by itself: a large value is moved once.
            if let Slot::Value(element) = element {
                list.push(element);
                continue;
            }
            match element.element() {
                Ok(element) => list.push(element),
                Err(fault) => {
                    slot.fill(Slot::Fault(fault.at_index(list.len())));
                    return read_over(seq);
                }
            }
        }
    }
}

/// Reads over the rest of a list: the deserializer must come out behind it.
#[cold]
pub(super) fn read_over<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<(), A::Error> {
    while seq.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

/// How much to reserve for a list: some formats let the input claim any length.
fn capacity<T>(hint: Option<usize>) -> usize {
    const MOST_BYTES: usize = 1 << 20;
    let most = MOST_BYTES / size_of::<T>().max(1);
    hint.unwrap_or(0).min(most)
}
