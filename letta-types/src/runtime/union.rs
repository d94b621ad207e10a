//! Unions of objects, told apart by a tag or by required fields.
//!
//! The tag may stand anywhere, so a union is read into the slots of all its variants together, each key
//! once, and the variant is assembled at the end. Most keys have one slot: the variants agree on its type,
//! and what is in it can be given back exactly should the tag turn out to be unknown. The others are
//! [late](super::late): how their values are read depends on whether the tag has come.

use alloc::{borrow::ToOwned, string::String};
use core::mem;

use serde_core::de::MapAccess;
use serde_json::{Map, Value};

use super::{
    decide::Member,
    object::{Key, KeyReader, Keys},
    scalar::scalar,
    slot::{Fault, Slot},
    wire::{Input, Leaf, Wire, raw},
};
use crate::Extra;

/// A union of objects. Implemented by [`tagged_union!`](super::tagged) and
/// [`ordered_union!`](super::tagged).
pub(crate) trait Union: Wire {
    const NAME: &'static str;
    /// The tag's key; empty when there is none.
    const TAG_KEY: &'static str;
    /// Whether the tag alone tells the variant.
    const TAG_DECIDES: bool;

    type Field: Keys;
    type Slots: Default;
    type Kind: Copy + 'static;

    /// What the variants tell of themselves, in the order of their kinds.
    const MEMBERS: &'static [Member];

    /// The variant of a tag, and which of its spellings that is.
    fn kind(tag: &str) -> Option<(Self::Kind, usize)>;

    fn member(kind: Self::Kind) -> &'static Member;

    fn fill<'de, A: MapAccess<'de>>(
        slots: &mut Self::Slots,
        field: Self::Field,
        told: Told<Self::Kind>,
        map: &mut A,
        input: Input,
    ) -> Result<(), A::Error>;

    /// The variant that the fields of an object without a tag tell.
    fn decide(slots: &Self::Slots) -> Option<Self::Kind>;

    /// Makes the variant of what was read, in an empty slot; what it doesn't declare is extra.
    fn assemble(
        kind: Self::Kind,
        slots: &mut Self::Slots,
        tag: Slot<usize>,
        extra: Extra,
        fault: Option<Fault>,
        slot: &mut Slot<Self>,
    );

    /// Gives back all that was read as it stood on the wire.
    fn spill(slots: &mut Self::Slots, into: &mut Map<String, Value>) -> Result<(), Fault>;

    /// The variant that keeps the whole object; `None` for unions that have no such variant.
    fn unknown(object: Map<String, Value>) -> Option<Self>;

    /// The variant that an undeclared field tells, whatever the tag.
    fn by_extra(extra: &Extra, slots: &Self::Slots) -> Option<fn(Value) -> Slot<Self>>;
}

/// What the tag has told so far.
#[derive(Clone, Copy)]
pub(crate) enum Told<K> {
    /// It hasn't come, or isn't a text.
    Nothing,
    Kind(K),
    /// It is the tag of no variant.
    Unknown,
}

impl<K> Told<K> {
    /// Whether a value may be read as what it is in all variants that have it.
    pub(crate) fn lets_guess(&self, input: Input) -> bool {
        input == Input::Again && matches!(self, Self::Nothing)
    }
}

/// The tag of a union.
enum Tag<U: Union> {
    Known { kind: U::Kind, spelling: usize },
    Unknown(String),
}

impl<U: Union> Wire for Tag<U> {
    const EXPECTED: &'static str = "a tag";

    raw!();
    scalar!();

    fn from_str(text: &str) -> Slot<Self> {
        Slot::Value(match U::kind(text) {
            Some((kind, spelling)) => Self::Known { kind, spelling },
            None => Self::Unknown(text.to_owned()),
        })
    }
}

impl<U: Union> Leaf for Tag<U> {
    fn into_value(self) -> Value {
        match self {
            Self::Known { kind, spelling } => U::member(kind)
                .tags
                .get(spelling)
                .copied()
                .unwrap_or_default()
                .into(),
            Self::Unknown(text) => text.into(),
        }
    }
}

/// Reads an object into an empty slot.
pub(crate) fn read<'de, U: Union, A: MapAccess<'de>>(
    mut map: A,
    input: Input,
    slot: &mut Slot<U>,
) -> Result<(), A::Error> {
    let mut slots = U::Slots::default();
    let mut tag = Slot::<Tag<U>>::Absent;
    let (mut told, mut spelled) = (Told::Nothing, 0);
    let mut extra = Extra::new();
    let mut fault = None;
    let mut other = String::new();
    while let Some(key) = map.next_key_seed(KeyReader::<U::Field>::new(&mut other))? {
        match key {
            Key::Field(field) => U::fill(&mut slots, field, told, &mut map, input)?,
            Key::Tag => {
                tag.read(&mut map, input)?;
                if U::TAG_DECIDES {
                    match &tag {
                        Slot::Value(Tag::Known { kind, spelling }) => {
                            told = Told::Kind(*kind);
                            spelled = *spelling;
                        }
                        Slot::Value(Tag::Unknown(_)) => told = Told::Unknown,
                        Slot::Absent | Slot::Null | Slot::Fault(_) => {}
                    }
                }
            }
            Key::Other => extra.read(mem::take(&mut other), &mut map, &mut fault)?,
        }
    }
    match told {
        Told::Kind(kind) => {
            // It may have come again.
            if let Slot::Fault(again) = tag {
                fault.get_or_insert_with(|| again.at_field(U::TAG_KEY));
            }
            U::assemble(kind, &mut slots, Slot::Value(spelled), extra, fault, slot);
        }
        Told::Nothing | Told::Unknown => undecided(&mut slots, tag, extra, fault, slot),
    }
    if matches!(slot, Slot::Value(_)) {
        // Each was emptied: looking at all of them again is spared.
        mem::forget(slots);
    }
    Ok(())
}

/// Ends an object whose tag doesn't tell the variant.
fn undecided<U: Union>(
    slots: &mut U::Slots,
    tag: Slot<Tag<U>>,
    mut extra: Extra,
    fault: Option<Fault>,
    slot: &mut Slot<U>,
) {
    if let Some(fault) = fault {
        return slot.fill(Slot::Fault(fault.in_object(U::NAME)));
    }
    if let Some(number) = extra.take_arbitrary_number() {
        return slot.fill(Slot::mismatch(U::EXPECTED, Value::Number(number)));
    }
    let by_extra = U::by_extra(&extra, slots);
    let decided = match &tag {
        _ if by_extra.is_some() => None,
        Slot::Absent | Slot::Null => U::decide(slots),
        Slot::Value(Tag::Known { kind, .. }) => Some(*kind),
        Slot::Value(Tag::Unknown(_)) | Slot::Fault(_) => None,
    };
    if let Some(kind) = decided {
        return U::assemble(kind, slots, spelling(tag), extra, None, slot);
    }
    let mut object = extra.into_map();
    let spilled = U::spill(slots, &mut object).and_then(|()| tag.spill(U::TAG_KEY, &mut object));
    slot.fill(match (spilled, by_extra) {
        (Err(fault), _) => Slot::Fault(fault.in_object(U::NAME)),
        (Ok(()), Some(read)) => read(Value::Object(object)),
        (Ok(()), None) => match U::unknown(object) {
            Some(unknown) => Slot::Value(unknown),
            // Not reached: a union without `Unknown` has a variant that requires nothing.
            None => Slot::mismatch("an object of a known shape", Value::Null),
        },
    });
}

/// Which of its variant's spellings a tag has.
fn spelling<U: Union>(tag: Slot<Tag<U>>) -> Slot<usize> {
    tag.map(|tag| match tag {
        Tag::Known { spelling, .. } => spelling,
        Tag::Unknown(_) => 0,
    })
}

/// The union's tag as the variant's own. To a variant without a tag, whose key is empty, it is an unknown field.
#[inline]
pub(crate) fn own_tag(
    own_key: &str,
    tag_key: &'static str,
    tag: Slot<usize>,
    extra: &mut Extra,
) -> Slot<usize> {
    if own_key.is_empty() {
        if matches!(tag, Slot::Null) {
            extra.insert(tag_key, Value::Null);
        }
        return Slot::Absent;
    }
    tag
}

/// Names the type and the variant in which a fault was found: this by the tag that came, else by its name.
#[cold]
pub(crate) fn in_variant(
    fault: Fault,
    union: &'static str,
    member: &Member,
    spelling: Option<usize>,
) -> Fault {
    let tag = spelling.and_then(|spelling| member.tags.get(spelling).copied());
    fault
        .in_object(member.name)
        .in_variant(union, tag.unwrap_or(member.variant))
}
