//! Objects: one pass over the keys, each value into the slot of its field, unknown ones kept.

use alloc::{borrow::ToOwned, string::String};
use core::{convert, fmt, marker::PhantomData, mem};

use serde_core::{
    Serialize,
    de::{DeserializeSeed, Deserializer, MapAccess, Visitor},
    ser::{Error, SerializeMap},
};
use serde_json::Value;

use super::{
    scalar::{self, Scalar, Take},
    slot::{Fault, Problem, Slot},
    wire::{Input, Wire, raw},
};
use crate::Extra;

/// The keys that a type declares.
pub(crate) trait Keys: Copy {
    fn find(text: &str) -> Key<Self>;
}

#[derive(Clone, Copy)]
pub(crate) enum Key<K> {
    Field(K),
    Tag,
    /// A key that the type doesn't declare.
    Other,
}

/// Reads a key. Only the text of an undeclared one is kept, in the string that is handed over.
pub(crate) struct KeyReader<'a, K> {
    other: &'a mut String,
    keys: PhantomData<K>,
}

impl<'a, K> KeyReader<'a, K> {
    pub(crate) fn new(other: &'a mut String) -> Self {
        Self {
            other,
            keys: PhantomData,
        }
    }
}

impl<'de, K: Keys> DeserializeSeed<'de> for KeyReader<'_, K> {
    type Value = Key<K>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<K>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<K: Keys> Visitor<'_> for KeyReader<'_, K> {
    type Value = Key<K>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<Key<K>, E> {
        let key = K::find(text);
        if matches!(key, Key::Other) {
            keep(text, self.other);
        }
        Ok(key)
    }

    fn visit_string<E>(self, text: String) -> Result<Key<K>, E> {
        let key = K::find(&text);
        if matches!(key, Key::Other) {
            *self.other = text;
        }
        Ok(key)
    }
}

/// Keeps the text of an undeclared key.
// Not inlined: the usual key is to have no part in what this needs.
#[cold]
#[inline(never)]
fn keep(text: &str, other: &mut String) {
    text.clone_into(other);
}

/// A type that is read from an object. Implemented by [`object!`].
pub(crate) trait Object: Wire {
    const NAME: &'static str;
    /// The tag's key; empty when the type has no tag.
    const TAG_KEY: &'static str;
    /// The tag that is written today, then its former spellings.
    const TAGS: &'static [&'static str];
    /// The keys of the fields, the tag's not among them.
    const KEYS: &'static [&'static str];
    /// Those of them that must be there.
    const REQUIRED: &'static [&'static str];

    type Key: Keys;
    type Slots: Default;
    /// All that an object is made of, still where it was read.
    type Parts<'a>;

    fn fill<'de, A: MapAccess<'de>>(
        slots: &mut Self::Slots,
        key: Self::Key,
        map: &mut A,
        input: Input,
    ) -> Result<(), A::Error>;

    fn parts<'a>(slots: &'a mut Self::Slots, extra: &'a mut Extra) -> Self::Parts<'a>;

    /// Makes the value, or what `wrap` makes of it, in an empty slot. `tag` is the place in [`TAGS`](Self::TAGS)
    /// of the spelling that came.
    fn finish<U>(
        parts: Self::Parts<'_>,
        tag: usize,
        wrap: impl FnOnce(Self) -> U,
        into: &mut Slot<U>,
    ) -> Result<(), Fault>;
}

/// Reads the tag of a type that stands by itself: its place in [`Object::TAGS`].
struct TagReader<'a> {
    slot: &'a mut Slot<usize>,
    tags: &'static [&'static str],
}

impl Take for TagReader<'_> {
    fn take_null(&mut self) {
        self.slot.fill(Slot::Null);
    }

    fn take_text(&mut self, text: &str) {
        self.slot
            .fill(match self.tags.iter().position(|tag| *tag == text) {
                Some(spelling) => Slot::Value(spelling),
                None => Slot::Fault(Fault::new(Problem::Tag {
                    expected: self.tags.first().copied().unwrap_or_default(),
                    found: text.into(),
                })),
            });
    }

    #[cold]
    fn take_scalar(&mut self, scalar: Scalar) {
        match scalar {
            Scalar::String(text) => self.take_text(&text),
            other => {
                let mut unfit = Slot::<NoTag>::Absent;
                unfit.take_scalar(other);
                self.slot.fill(unfit.map(|_| 0));
            }
        }
    }
}

/// What no value is.
struct NoTag;

impl Wire for NoTag {
    const EXPECTED: &'static str = "a tag";

    raw!();
}

/// Reads an object into an empty slot.
pub(crate) fn read<'de, T: Object, A: MapAccess<'de>>(
    mut map: A,
    input: Input,
    slot: &mut Slot<T>,
) -> Result<(), A::Error> {
    let mut slots = T::Slots::default();
    let mut tag = Slot::Absent;
    let mut extra = Extra::new();
    let mut fault = None;
    let mut other = String::new();
    while let Some(key) = map.next_key_seed(KeyReader::<T::Key>::new(&mut other))? {
        match key {
            Key::Field(key) => T::fill(&mut slots, key, &mut map, input)?,
            Key::Tag if matches!(tag, Slot::Absent) => {
                let (slot, tags) = (&mut tag, T::TAGS);
                scalar::read_field(&mut map, &mut TagReader { slot, tags })?;
            }
            Key::Tag => tag.read_again(&mut map)?,
            Key::Other => extra.read(mem::take(&mut other), &mut map, &mut fault)?,
        }
    }
    if let Some(number) = extra.take_arbitrary_number() {
        slot.fill(Slot::mismatch(T::EXPECTED, Value::Number(number)));
        return Ok(());
    }
    let finished = sound_tag(fault, tag, T::TAG_KEY).and_then(|tag| {
        let parts = T::parts(&mut slots, &mut extra);
        T::finish(parts, tag, convert::identity, slot)
    });
    if let Err(fault) = finished {
        slot.fill(Slot::Fault(fault.in_object(T::NAME)));
    } else {
        // Each was emptied: looking at all of them again is spared.
        mem::forget(slots);
    }
    Ok(())
}

/// The spelling of the tag, unless something is wrong with it or with an undeclared field.
// By itself, as it is the same for all types.
#[inline]
pub(crate) fn sound_tag(
    fault: Option<Fault>,
    tag: Slot<usize>,
    key: &'static str,
) -> Result<usize, Fault> {
    match (fault, tag) {
        (Some(fault), _) => Err(fault),
        (None, Slot::Fault(fault)) => Err(fault.at_field(key)),
        (None, Slot::Value(tag)) => Ok(tag),
        (None, Slot::Absent | Slot::Null) => Ok(0),
    }
}

/// Writes an optional field; an absent one is left out.
pub(crate) fn write_optional<M: SerializeMap, T: Serialize>(
    map: &mut M,
    key: &'static str,
    value: Option<&T>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(key, value),
        None => Ok(()),
    }
}

/// Writes the unknown fields behind the declared ones.
#[inline]
pub(crate) fn write_extra<M: SerializeMap>(
    map: &mut M,
    extra: &Extra,
    name: &'static str,
    tag_key: &'static str,
    keys: &[&'static str],
) -> Result<(), M::Error> {
    if extra.is_empty() {
        return Ok(());
    }
    write_some_extra(map, extra, name, tag_key, keys)
}

fn write_some_extra<M: SerializeMap>(
    map: &mut M,
    extra: &Extra,
    name: &'static str,
    tag_key: &'static str,
    keys: &[&'static str],
) -> Result<(), M::Error> {
    for (key, value) in extra {
        // What is read never gets here, but a program can put anything into `extra_mut()`.
        if keys.contains(&key) || (!tag_key.is_empty() && key == tag_key) {
            return Err(declared_in_extra(key, name));
        }
        map.serialize_entry(key, value)?;
    }
    Ok(())
}

/// The error that a program gave an undeclared field the name of a declared one.
#[cold]
pub(crate) fn declared_in_extra<E: Error>(key: &str, name: &str) -> E {
    E::custom(format_args!(
        "extra field `{key}` of {name} has the name of a declared field: set that field instead"
    ))
}

/// Implements reading and writing of an object.
///
/// ```text
/// object! {
///     TextContent {
///         text: String = "text" required;
///         signature: String = "signature" optional;
///         @tag "type" = "text";
///     }
/// }
/// ```
///
/// The order of the lines is the order of writing. A tag may have former spellings, which the type
/// then remembers in a field: `@tag "message_type" = "summary_message", "summary" in former_tag;`.
macro_rules! object {
    ($name:ident {
        $($before:ident: $before_type:ty = $before_key:literal $before_kind:ident;)*
        $(
            @tag $tag_key:literal = $tag:literal $(, $former:literal in $former_field:ident)?;
            $($after:ident: $after_type:ty = $after_key:literal $after_kind:ident;)*
        )?
    }) => {
        const _: () = {
            use core::mem;

            use $crate::runtime::{object::*, slot::*, wire::*};

            // The variants are the fields' names: there is no other name to give them here.
            #[allow(non_camel_case_types)]
            #[derive(Clone, Copy)]
            pub(crate) enum Field {
                $($before,)*
                $($($after,)*)?
            }

            impl Keys for Field {
                fn find(text: &str) -> Key<Self> {
                    match text {
                        $($before_key => Key::Field(Self::$before),)*
                        $(
                            $tag_key => Key::Tag,
                            $($after_key => Key::Field(Self::$after),)*
                        )?
                        _ => Key::Other,
                    }
                }
            }

            pub(crate) struct Slots {
                $($before: Slot<<$before_type as Wire>::Raw>,)*
                $($($after: Slot<<$after_type as Wire>::Raw>,)*)?
            }

            impl Default for Slots {
                fn default() -> Self {
                    Self {
                        $($before: Slot::Absent,)*
                        $($($after: Slot::Absent,)*)?
                    }
                }
            }

            pub(crate) struct Parts<'a> {
                $(pub(crate) $before: &'a mut Slot<<$before_type as Wire>::Raw>,)*
                $($(pub(crate) $after: &'a mut Slot<<$after_type as Wire>::Raw>,)*)?
                pub(crate) extra: &'a mut $crate::Extra,
            }

            impl Object for $name {
                const NAME: &'static str = ::core::stringify!($name);
                const TAG_KEY: &'static str = object!(@tag_key $($tag_key)?);
                const TAGS: &'static [&'static str] = &[$($tag, $($former)?)?];
                const KEYS: &'static [&'static str] = &[$($before_key,)* $($($after_key,)*)?];
                const REQUIRED: &'static [&'static str] = {
                    const LIST: &[(&str, bool)] = &[
                        $(($before_key, object!(@is_required $before_kind)),)*
                        $($(($after_key, object!(@is_required $after_kind)),)*)?
                    ];
                    const COUNT: usize = count_required(LIST);
                    &required::<COUNT>(LIST)
                };

                type Key = Field;
                type Slots = Slots;
                type Parts<'a> = Parts<'a>;

                fn fill<'de, A: ::serde_core::de::MapAccess<'de>>(
                    slots: &mut Slots,
                    key: Field,
                    map: &mut A,
                    input: Input,
                ) -> Result<(), A::Error> {
                    // A type may have a tag and no field.
                    let _ = (&*slots, &*map, input);
                    match key {
                        $(Field::$before => slots.$before.read(map, input),)*
                        $($(Field::$after => slots.$after.read(map, input),)*)?
                    }
                }

                #[inline]
                fn parts<'a>(slots: &'a mut Slots, extra: &'a mut $crate::Extra) -> Parts<'a> {
                    // A type may have a tag and no field.
                    let _ = &*slots;
                    Parts {
                        $($before: &mut slots.$before,)*
                        $($($after: &mut slots.$after,)*)?
                        extra,
                    }
                }

                #[inline]
                fn finish<U>(
                    parts: Parts<'_>,
                    _tag: usize,
                    wrap: impl FnOnce(Self) -> U,
                    into: &mut Slot<U>,
                ) -> Result<(), Fault> {
                    // All are looked at before any is moved: what follows is moves, and nothing to undo. The optional
                    // ones go from where they were read to where they stay.
                    let sound = true
                        $(&& object!(@is_sound $before_kind parts.$before))*
                        $($(&& object!(@is_sound $after_kind parts.$after))*)?;
                    if !sound {
                        return Err(first_fault(parts));
                    }
                    $(object!(@take $before_kind $before: $before_type, parts);)*
                    $($(object!(@take $after_kind $after: $after_type, parts);)*)?
                    into.fill(Slot::Value(wrap(Self {
                        $($before: object!(@value $before_kind $before: $before_type, parts),)*
                        $(
                            $($former_field: [None, Some($former)][_tag.min(1)],)?
                            $($after: object!(@value $after_kind $after: $after_type, parts),)*
                        )?
                        extra: mem::take(parts.extra),
                    })));
                    Ok(())
                }
            }

            #[cold]
            fn first_fault(parts: Parts<'_>) -> Fault {
                $(
                    if let Some(fault) = object!(@fault $before_kind parts.$before, $before_key) {
                        return fault;
                    }
                )*
                $($(
                    if let Some(fault) = object!(@fault $after_kind parts.$after, $after_key) {
                        return fault;
                    }
                )*)?
                Fault::new(Problem::Missing)
            }

            impl Wire for $name {
                const EXPECTED: &'static str =
                    ::core::concat!("an object (", ::core::stringify!($name), ")");

                raw!();

                fn from_map<'de, A: ::serde_core::de::MapAccess<'de>>(
                    map: A,
                    input: Input,
                    slot: &mut Slot<Self>,
                ) -> Result<(), A::Error> {
                    read(map, input, slot)
                }
            }

            impl ::serde_core::Serialize for $name {
                fn serialize<S: ::serde_core::Serializer>(
                    &self,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    use ::serde_core::ser::SerializeMap as _;

                    let length = self.extra.len()
                        $(+ object!(@length $before_kind self.$before))*
                        $(+ object!(@one $tag) $(+ object!(@length $after_kind self.$after))*)?;
                    let mut map = serializer.serialize_map(Some(length))?;
                    $(object!(@write $before_kind map, $before_key, self.$before);)*
                    $(
                        map.serialize_entry($tag_key, object!(@spelling self $tag $($former_field)?))?;
                        $(object!(@write $after_kind map, $after_key, self.$after);)*
                    )?
                    write_extra(&mut map, &self.extra, Self::NAME, Self::TAG_KEY, Self::KEYS)?;
                    map.end()
                }
            }

            $crate::runtime::object::deserialize!($name);
        };
    };

    (@tag_key) => { "" };
    (@tag_key $key:literal) => { $key };
    (@take required $field:ident: $type:ty, $parts:ident) => {
        let Some($field) = $parts.$field.take_as::<$type>() else {
            return Err(first_fault($parts));
        };
    };
    (@take optional $field:ident: $type:ty, $parts:ident) => {};
    (@value required $field:ident: $type:ty, $parts:ident) => { $field };
    (@value optional $field:ident: $type:ty, $parts:ident) => { $parts.$field.take_as::<$type>() };
    (@fault required $slot:expr, $key:literal) => { $slot.fault_of_required($key) };
    (@fault optional $slot:expr, $key:literal) => { $slot.fault_of_optional($key) };
    (@is_sound required $slot:expr) => { $slot.is_value() };
    (@is_sound optional $slot:expr) => { !$slot.is_fault() };
    (@is_required required) => { true };
    (@is_required optional) => { false };
    (@one $tag:literal) => { 1 };
    (@length required $value:expr) => { 1 };
    (@length optional $value:expr) => { usize::from($value.is_some()) };
    (@write required $map:ident, $key:literal, $value:expr) => {
        $map.serialize_entry($key, &$value)?
    };
    (@write optional $map:ident, $key:literal, $value:expr) => {
        write_optional(&mut $map, $key, $value.as_ref())?
    };
    (@spelling $self:ident $tag:literal) => { $tag };
    (@spelling $self:ident $tag:literal $former_field:ident) => {
        $self.$former_field.unwrap_or($tag)
    };
}

/// Implements `Deserialize` for a type that is [`Wire`].
macro_rules! deserialize {
    ($name:ident) => {
        impl<'de> ::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                deserializer.deserialize_any($crate::runtime::root::Root::new())
            }
        }
    };
}

pub(crate) use deserialize;
pub(crate) use object;

/// How many keys of a table are required. For the tables of [`object!`] alone.
pub(crate) const fn count_required(list: &[(&str, bool)]) -> usize {
    let (mut index, mut count) = (0, 0);
    while index < list.len() {
        count += list[index].1 as usize;
        index += 1;
    }
    count
}

/// The required keys of a table. For the tables of [`object!`] alone.
pub(crate) const fn required<const COUNT: usize>(
    list: &[(&'static str, bool)],
) -> [&'static str; COUNT] {
    let mut keys = [""; COUNT];
    let (mut index, mut count) = (0, 0);
    while index < list.len() {
        if list[index].1 {
            keys[count] = list[index].0;
            count += 1;
        }
        index += 1;
    }
    keys
}
