//! Values in an `Option`, and values whose fault doesn't matter to what is around them.

use alloc::string::String;

use serde_core::de::{MapAccess, SeqAccess};
use serde_json::Number;

use super::{
    slot::{Fault, Slot},
    wire::{Input, Wire, raw},
};

/// A value or its fault: a list of these is never faulty for the sake of an element.
pub(crate) struct Attempt<T>(pub(crate) Result<T, Fault>);

/// Implements [`Wire`] for a type around another: `$wrap` makes it of the slot of what is inside.
macro_rules! around {
    ($name:ident, $null:expr, $wrap:expr) => {
        impl<T: Wire> Wire for $name<T> {
            const EXPECTED: &'static str = T::EXPECTED;

            raw!();

            fn from_null() -> Result<Self, Fault> {
                $null
            }

            fn from_bool(value: bool) -> Slot<Self> {
                $wrap(T::from_bool(value))
            }

            fn from_i64(value: i64) -> Slot<Self> {
                $wrap(T::from_i64(value))
            }

            fn from_u64(value: u64) -> Slot<Self> {
                $wrap(T::from_u64(value))
            }

            fn from_number(number: Number) -> Slot<Self> {
                $wrap(T::from_number(number))
            }

            fn from_f64(value: f64) -> Slot<Self> {
                $wrap(T::from_f64(value))
            }

            fn from_str(value: &str) -> Slot<Self> {
                $wrap(T::from_str(value))
            }

            fn from_string(value: String) -> Slot<Self> {
                $wrap(T::from_string(value))
            }

            fn from_seq<'de, A: SeqAccess<'de>>(
                seq: A,
                input: Input,
                slot: &mut Slot<Self>,
            ) -> Result<(), A::Error> {
                let mut inner = Slot::Absent;
                T::from_seq(seq, input, &mut inner)?;
                slot.fill($wrap(inner));
                Ok(())
            }

            fn from_map<'de, A: MapAccess<'de>>(
                map: A,
                input: Input,
                slot: &mut Slot<Self>,
            ) -> Result<(), A::Error> {
                let mut inner = Slot::Absent;
                T::from_map(map, input, &mut inner)?;
                slot.fill($wrap(inner));
                Ok(())
            }
        }
    };
}

around!(Option, Ok(None), |slot: Slot<T>| slot.map(Some));
around!(Attempt, Ok(Self(T::from_null())), |slot: Slot<T>| {
    Slot::Value(Attempt(slot.element()))
});
