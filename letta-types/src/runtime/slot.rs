//! One field while it is read, and what went wrong with it.

use alloc::{
    borrow::ToOwned,
    boxed::Box,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde_core::de::{IgnoredAny, MapAccess};
use serde_json::{Map, Value};

use super::wire::{Input, Leaf, Wire};
use crate::json::walk::{self, Step};

/// One field of an object that is being read.
#[derive(Debug, Default)]
pub(crate) enum Slot<T> {
    /// The key hasn't come.
    #[default]
    Absent,
    /// The key came with `null`.
    Null,
    /// The key came with a value that fits.
    Value(T),
    /// The key came with a value that doesn't fit, or came twice.
    Fault(Fault),
}

impl<T> Slot<T> {
    pub(crate) fn map<U>(self, wrap: impl FnOnce(T) -> U) -> Slot<U> {
        match self {
            Self::Absent => Slot::Absent,
            Self::Null => Slot::Null,
            Self::Value(value) => Slot::Value(wrap(value)),
            Self::Fault(fault) => Slot::Fault(fault),
        }
    }

    /// Fills an empty slot.
    // Nothing is there to be dropped, and the compiler needn't find that out by looking.
    #[inline]
    pub(crate) fn fill(&mut self, slot: Self) {
        core::mem::forget(core::mem::replace(self, slot));
    }

    /// Takes what is in the slot and leaves it empty.
    #[inline]
    pub(crate) fn take(&mut self) -> Self {
        core::mem::take(self)
    }

    /// A value of a type that doesn't fit; the value is kept.
    pub(crate) fn mismatch(expected: &'static str, found: Value) -> Self {
        Self::Fault(Fault::mismatch(expected, found))
    }

    /// Says of a value that doesn't fit that more than its own type was expected.
    pub(crate) fn expecting(mut self, all: &'static str) -> Self {
        if let Self::Fault(fault) = &mut self {
            fault.expect(all);
        }
        self
    }

    /// Whether the key came with anything but `null`.
    pub(crate) fn is_present(&self) -> bool {
        matches!(self, Self::Value(_) | Self::Fault(_))
    }

    #[inline]
    pub(crate) fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    #[inline]
    pub(crate) fn is_fault(&self) -> bool {
        matches!(self, Self::Fault(_))
    }

    /// A key that came twice.
    #[cold]
    pub(crate) fn duplicate() -> Self {
        Self::Fault(Fault::new(Problem::Duplicate))
    }

    /// Takes the value of a field that isn't faulty, if there is one, and leaves the slot empty.
    // What else may be there has nothing to be dropped, and the compiler needn't find that out by looking.
    #[inline]
    pub(crate) fn take_as<U: Wire<Raw = T>>(&mut self) -> Option<U> {
        match self.take() {
            Self::Value(raw) => Some(U::from_raw(raw)),
            other => {
                core::mem::forget(other);
                None
            }
        }
    }

    /// What is wrong with an optional field.
    pub(crate) fn fault_of_optional(&mut self, field: &'static str) -> Option<Fault> {
        if !self.is_fault() {
            return None;
        }
        match self.take() {
            Self::Fault(fault) => Some(fault.at_field(field)),
            _ => None,
        }
    }
}

impl<T> Slot<T> {
    /// Reads over the value of a key that came before.
    // Not inlined: the usual value is to have no part in what this needs.
    #[cold]
    #[inline(never)]
    pub(super) fn read_again<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
    ) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>()?;
        *self = Self::duplicate();
        Ok(())
    }
}

impl<T: Wire> Slot<T> {
    /// Reads the value of the key that has just been read.
    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        input: Input,
    ) -> Result<(), A::Error> {
        if matches!(self, Self::Absent) {
            T::read_field(map, input, self)
        } else {
            self.read_again(map)
        }
    }

    /// What is wrong with a required field.
    pub(crate) fn fault_of_required(&mut self, field: &'static str) -> Option<Fault> {
        match self {
            Self::Value(_) => None,
            Self::Absent => Some(Fault::new(Problem::Missing).at_field(field)),
            Self::Null => Some(Fault::mismatch(T::EXPECTED, Value::Null).at_field(field)),
            Self::Fault(_) => self.fault_of_optional(field),
        }
    }

    /// The value itself, as an element of a list or as the whole of what was read.
    #[inline]
    pub(crate) fn element(self) -> Result<T, Fault> {
        match self {
            Self::Absent | Self::Null => T::from_null(),
            Self::Value(value) => Ok(value),
            Self::Fault(fault) => Err(fault),
        }
    }
}

impl<T: Leaf> Slot<T> {
    /// Gives the field back as it stood on the wire, for an object that keeps it unread.
    // Nearly all slots are absent when this is asked of them.
    #[inline]
    pub(crate) fn spill(
        self,
        key: &'static str,
        into: &mut Map<String, Value>,
    ) -> Result<(), Fault> {
        match self {
            Self::Absent => Ok(()),
            slot => slot.spill_present(key, into),
        }
    }

    #[cold]
    fn spill_present(self, key: &'static str, into: &mut Map<String, Value>) -> Result<(), Fault> {
        let value = match self {
            Self::Absent => return Ok(()),
            Self::Null => Value::Null,
            Self::Value(value) => value.into_value(),
            Self::Fault(fault) => fault.into_found().map_err(|fault| fault.at_field(key))?,
        };
        into.insert(key.to_owned(), value);
        Ok(())
    }
}

/// Why a value isn't of its type, and where.
///
/// One pointer wide: faults travel in slots and results whose other side must stay small.
#[derive(Debug)]
pub(crate) struct Fault(Box<Detail>);

#[derive(Debug)]
struct Detail {
    problem: Problem,
    /// From the fault outwards, so that each level only pushes.
    path: Vec<Segment>,
    /// The innermost object type around the fault.
    owner: Option<&'static str>,
    /// The innermost union around the fault, and the tag or variant that its arm was found by.
    variant: Option<(&'static str, &'static str)>,
}

#[derive(Debug)]
pub(crate) enum Problem {
    Missing,
    Duplicate,
    Mismatch {
        expected: &'static str,
        found: Value,
    },
    Tag {
        expected: &'static str,
        found: Value,
    },
    /// A value was read as what it turned out not to be. Only where the input can be read again.
    Guess,
    Other(String),
}

#[derive(Debug)]
enum Segment {
    Field(&'static str),
    /// A key that no type declares.
    Key(String),
    Index(usize),
}

impl Fault {
    #[cold]
    pub(crate) fn new(problem: Problem) -> Self {
        Self(Box::new(Detail {
            problem,
            path: Vec::new(),
            owner: None,
            variant: None,
        }))
    }

    #[cold]
    pub(crate) fn mismatch(expected: &'static str, found: Value) -> Self {
        Self::new(Problem::Mismatch { expected, found })
    }

    #[cold]
    fn expect(&mut self, all: &'static str) {
        let Detail { problem, path, .. } = &mut *self.0;
        if let (Problem::Mismatch { expected, .. }, []) = (problem, path.as_slice()) {
            *expected = all;
        }
    }

    #[cold]
    pub(crate) fn at_field(mut self, field: &'static str) -> Self {
        self.0.path.push(Segment::Field(field));
        self
    }

    /// A key that no type declares and that came twice.
    #[cold]
    pub(crate) fn duplicate_key(key: String) -> Self {
        let mut fault = Self::new(Problem::Duplicate);
        fault.0.path.push(Segment::Key(key));
        fault
    }

    pub(crate) fn at_index(mut self, index: usize) -> Self {
        self.0.path.push(Segment::Index(index));
        self
    }

    pub(crate) fn at_key(mut self, key: String) -> Self {
        self.0.path.push(Segment::Key(key));
        self
    }

    pub(crate) fn in_object(mut self, name: &'static str) -> Self {
        self.0.owner.get_or_insert(name);
        self
    }

    #[cold]
    pub(crate) fn in_variant(mut self, union: &'static str, variant: &'static str) -> Self {
        self.0.variant.get_or_insert((union, variant));
        self
    }

    /// The value that didn't fit, as it stood on the wire; a fault without one stays a fault.
    pub(crate) fn into_found(mut self) -> Result<Value, Self> {
        match &mut self.0.problem {
            Problem::Mismatch { found, .. } | Problem::Tag { found, .. } => Ok(found.take()),
            Problem::Missing | Problem::Duplicate | Problem::Guess | Problem::Other(_) => Err(self),
        }
    }

    /// A failure that the reading of a value reports of itself.
    #[cold]
    pub(crate) fn other(error: &impl fmt::Display) -> Self {
        Self::new(Problem::Other(error.to_string()))
    }

    pub(crate) fn problem(&self) -> &Problem {
        &self.0.problem
    }

    pub(crate) fn owner(&self) -> Option<&'static str> {
        self.0.owner
    }

    pub(crate) fn variant(&self) -> Option<(&'static str, &'static str)> {
        self.0.variant
    }

    /// The path to the fault, from the outside.
    pub(crate) fn steps(&self) -> impl Iterator<Item = Step> {
        self.0.path.iter().rev().map(|segment| match segment {
            Segment::Field(field) => Step::Key((*field).to_owned()),
            Segment::Key(key) => Step::Key(key.clone()),
            Segment::Index(index) => Step::Index(*index),
        })
    }

    /// The JSON Pointer of the fault within the value that was read.
    fn pointer(&self) -> String {
        walk::pointer(&self.steps().collect::<Vec<_>>())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let detail = &self.0;
        match &detail.problem {
            Problem::Missing => f.write_str("missing field")?,
            Problem::Duplicate => f.write_str("duplicate field")?,
            Problem::Mismatch { expected, .. } => write!(f, "expected {expected}")?,
            Problem::Tag { expected, .. } => write!(f, "expected the tag `{expected}`")?,
            Problem::Guess => f.write_str("wrong guess")?,
            Problem::Other(text) => f.write_str(text)?,
        }
        match (detail.path.first(), &detail.problem) {
            (Some(Segment::Field(field)), Problem::Missing | Problem::Duplicate) => {
                write!(f, " `{field}`")?;
            }
            (Some(Segment::Key(key)), _) => write!(f, " `{key}`")?,
            (Some(Segment::Field(field)), _) => write!(f, " for `{field}`")?,
            (Some(Segment::Index(_)), _) => {
                let list = detail.path.iter().find_map(|segment| match segment {
                    Segment::Field(field) => Some(field),
                    Segment::Key(_) | Segment::Index(_) => None,
                });
                if let (Some(field), Some(_)) = (list, detail.owner) {
                    write!(f, " in the list `{field}`")?;
                }
            }
            (None, _) => {}
        }
        if let Some(owner) = detail.owner {
            write!(f, " in {owner}")?;
        }
        if let Some((union, variant)) = detail.variant {
            write!(f, " (`{variant}` of {union})")?;
        }
        if let Problem::Mismatch { found, .. } | Problem::Tag { found, .. } = &detail.problem {
            write!(f, ", found {}", Described(found))?;
        }
        if !detail.path.is_empty() {
            write!(f, ", at {}", self.pointer())?;
        }
        Ok(())
    }
}

/// A value in a few words.
pub(crate) struct Described<'a>(pub(crate) &'a Value);

impl fmt::Display for Described<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 40;
        match self.0 {
            Value::Null => f.write_str("null"),
            Value::Bool(value) => write!(f, "the boolean {value}"),
            Value::Number(value) => write!(f, "the number {value}"),
            Value::String(text) if text.chars().nth(MOST).is_none() => {
                write!(f, "the string {text:?}")
            }
            Value::String(_) => f.write_str("a string"),
            Value::Array(_) => f.write_str("an array"),
            Value::Object(_) => f.write_str("an object"),
        }
    }
}
