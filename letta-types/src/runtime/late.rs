//! Fields of a union whose type depends on the variant, or whose values can't be given back exactly.
//!
//! Once the tag has come, such a value goes into the slot of the variant's type. Before that it
//! [waits](super::waiting) as JSON, unless all variants that have the key agree on its type and the input
//! can be read again: then it is read as that type, in the hope that the tag will be one of theirs.

use alloc::{borrow::ToOwned, string::String};

use serde_json::{Map, Value};

use super::{
    slot::{Fault, Problem, Slot},
    waiting::Waiting,
    wire::Wire,
};

/// Brings the value of a late field, which may have been read as JSON, to the slot of its type.
#[inline]
pub(crate) fn join<T: Wire>(pending: &mut Slot<Waiting>, typed: &mut Slot<T>) {
    if !matches!(pending, Slot::Absent) {
        join_pending(pending.take(), typed);
    }
}

fn join_pending<T: Wire>(pending: Slot<Waiting>, typed: &mut Slot<T>) {
    *typed = match (pending, &*typed) {
        (Slot::Null, Slot::Absent) => Slot::Null,
        (Slot::Value(value), Slot::Absent) => value.read_as(),
        (Slot::Fault(fault), _) => Slot::Fault(fault),
        _ => Slot::duplicate(),
    };
}

/// Gives the values back that waited as JSON. One that was read as what no variant is going to be
/// can't be given back.
pub(crate) fn spill(
    pending: Slot<Waiting>,
    typed: bool,
    key: &'static str,
    into: &mut Map<String, Value>,
) -> Result<(), Fault> {
    if typed {
        return Err(Fault::new(Problem::Guess).at_field(key));
    }
    let value = match pending {
        Slot::Absent => return Ok(()),
        Slot::Null => Ok(Value::Null),
        Slot::Value(value) => value.into_value(),
        Slot::Fault(fault) => Err(fault),
    };
    into.insert(key.to_owned(), value.map_err(|fault| fault.at_field(key))?);
    Ok(())
}
