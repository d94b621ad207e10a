//! Unions told apart by a tag or by required fields.
//!
//! The tag may stand anywhere. Until it comes, values go into the union's *head*: a slot a key, typed
//! where all variants agree on a type that can be given back exactly, else read as JSON. When it comes,
//! the head moves into the slots of the variant and the rest is read as that variant alone. In an
//! object whose tag nobody knows, the head gives back what it holds, and all of it is kept.

use alloc::{borrow::ToOwned, string::String};

use serde_core::de::{
    IgnoredAny, MapAccess,
    value::{Error as EmptyError, MapDeserializer},
};
use serde_json::{Map, Value};

use super::{
    object::{Key, KeyReader, Keys, Object, OwnTag},
    slot::{Fault, Slot},
    untyped::insert_new,
    wire::{Leaf, Wire},
};
use crate::Extra;

/// What one variant tells of its fields.
pub(crate) struct Member<K> {
    pub(crate) kind: K,
    pub(crate) keys: &'static [&'static str],
    pub(crate) required: &'static [&'static str],
}

impl<K> Member<K> {
    pub(crate) const fn of<T: Object>(kind: K) -> Self {
        Self {
            kind,
            keys: T::KEYS,
            required: T::REQUIRED,
        }
    }
}

/// A union of objects. Implemented by [`tagged_union!`] and [`ordered_union!`].
pub(crate) trait Union: Wire {
    const NAME: &'static str;
    /// The tag's key; empty when there is none.
    const TAG_KEY: &'static str;
    /// Whether the tag alone tells the variant, so that the rest can be read as that variant.
    const TAG_DECIDES: bool;

    type Field: Keys;
    type Head: Default;
    type Kind: Copy + 'static;

    /// The variant of a tag, and which of its spellings that is.
    fn kind(tag: &str) -> Option<(Self::Kind, usize)>;

    fn fill<'de, A: MapAccess<'de>>(
        head: &mut Self::Head,
        field: Self::Field,
        map: &mut A,
    ) -> Result<(), A::Error>;

    /// Reads the rest of an object whose variant is known.
    fn resume<'de, A: MapAccess<'de>>(
        kind: Self::Kind,
        tag: Slot<usize>,
        head: Self::Head,
        extra: Extra,
        fault: Option<Fault>,
        map: A,
    ) -> Result<Slot<Self>, A::Error>;

    /// The variant that the fields of an object without a tag tell.
    fn decide(head: &Self::Head) -> Option<Self::Kind>;

    fn spill(head: Self::Head, into: &mut Map<String, Value>) -> Result<(), Fault>;

    /// The variant that keeps the whole object; `None` for unions that have no such variant.
    fn unknown(object: Map<String, Value>) -> Option<Self>;

    /// The variant that an undeclared field tells, whatever the tag.
    fn by_extra(extra: &Extra) -> Option<fn(Value) -> Slot<Self>>;
}

/// The tag of a union.
#[derive(Debug)]
enum Tag<K> {
    Known { kind: K, spelling: usize },
    Unknown(String),
}

/// Reads the tag of a union.
struct UnionTag<U: Union>(Tag<U::Kind>);

impl<U: Union> Wire for UnionTag<U> {
    const EXPECTED: &'static str = "a tag";

    fn from_str(text: &str) -> Slot<Self> {
        Slot::Value(Self(match U::kind(text) {
            Some((kind, spelling)) => Tag::Known { kind, spelling },
            None => Tag::Unknown(text.to_owned()),
        }))
    }
}

/// A map without entries, for a variant of which all has been read.
type Nothing = MapDeserializer<'static, core::iter::Empty<(&'static str, ())>, EmptyError>;

/// Reads an object from its first key on.
pub(crate) fn read<'de, U: Union, A: MapAccess<'de>>(mut map: A) -> Result<Slot<U>, A::Error> {
    let mut head = U::Head::default();
    let mut extra = Extra::new();
    let mut tag = Slot::<UnionTag<U>>::Absent;
    // Kept where the tag alone doesn't decide, to give the object back whole.
    let mut tag_text = Slot::<Value>::Absent;
    let mut fault = None;
    while let Some(key) = map.next_key_seed(KeyReader::<U::Field>::new())? {
        match key {
            Key::Field(field) => U::fill(&mut head, field, &mut map)?,
            Key::Other(key) => extra.read(key, &mut map, &mut fault)?,
            Key::Tag if !U::TAG_DECIDES => tag_text.read(&mut map)?,
            Key::Tag => {
                tag.read(&mut map)?;
                match tag {
                    Slot::Value(UnionTag(Tag::Known { kind, spelling })) => {
                        let tag = Slot::Value(spelling);
                        return U::resume(kind, tag, head, extra, fault, map);
                    }
                    Slot::Value(UnionTag(Tag::Unknown(text))) => {
                        return read_unknown(head, extra, text, fault, map);
                    }
                    // `null`, or no text at all: the fields may tell.
                    other => tag = other,
                }
            }
        }
    }
    if let Some(fault) = fault {
        return Ok(Slot::Fault(fault.in_object(U::NAME)));
    }
    if let Some(number) = extra.take_arbitrary_number() {
        return Ok(Slot::mismatch(U::EXPECTED, Value::Number(number)));
    }
    let tag = if U::TAG_DECIDES {
        // The tag didn't come as text, or the loop had ended there.
        match tag {
            Slot::Absent | Slot::Value(_) => Slot::Absent,
            Slot::Null => Slot::Null,
            Slot::Fault(fault) => Slot::Fault(fault),
        }
    } else {
        tag_text
    };
    Ok(close(head, tag, extra).unwrap_or_else(|fault| Slot::Fault(fault.in_object(U::NAME))))
}

/// Ends an object that was read without a tag that decides.
fn close<U: Union>(head: U::Head, tag: Slot<Value>, extra: Extra) -> Result<Slot<U>, Fault> {
    if let Some(read) = U::by_extra(&extra) {
        return whole::<U>(head, tag, extra).map(|object| read(Value::Object(object)));
    }
    let decided = match &tag {
        Slot::Absent => U::decide(&head).map(|kind| (kind, Slot::Absent)),
        Slot::Null => U::decide(&head).map(|kind| (kind, Slot::Null)),
        Slot::Value(Value::String(text)) => {
            U::kind(text).map(|(kind, spelling)| (kind, Slot::Value(spelling)))
        }
        Slot::Value(_) | Slot::Fault(_) => None,
    };
    if let Some((kind, tag)) = decided {
        let nothing = Nothing::new(core::iter::empty());
        return Ok(U::resume(kind, tag, head, extra, None, nothing)
            .unwrap_or_else(|error| Slot::Fault(Fault::other(&error))));
    }
    whole::<U>(head, tag, extra).map(keep_unknown)
}

/// An object of no variant, kept whole where the union has a variant for that.
fn keep_unknown<U: Union>(object: Map<String, Value>) -> Slot<U> {
    match U::unknown(object) {
        Some(unknown) => Slot::Value(unknown),
        None => Slot::mismatch("an object of a known shape", Value::Null),
    }
}

/// All that was read, as it stood on the wire.
fn whole<U: Union>(
    head: U::Head,
    tag: Slot<Value>,
    extra: Extra,
) -> Result<Map<String, Value>, Fault> {
    let mut object = extra.into_map();
    U::spill(head, &mut object)?;
    tag.spill(U::TAG_KEY, &mut object)?;
    Ok(object)
}

/// Reads the rest of an object whose tag no variant has.
#[cold]
fn read_unknown<'de, U: Union, A: MapAccess<'de>>(
    head: U::Head,
    extra: Extra,
    tag: String,
    mut fault: Option<Fault>,
    mut map: A,
) -> Result<Slot<U>, A::Error> {
    let mut object = match whole::<U>(head, Slot::Value(tag.into()), extra) {
        Ok(object) => object,
        Err(fault) => return skip(map, fault.in_object(U::NAME)),
    };
    while let Some(key) = map.next_key::<String>()? {
        insert_new(&mut object, key, &mut map, &mut fault)?;
    }
    if let Some(fault) = fault {
        return Ok(Slot::Fault(fault.in_object(U::NAME)));
    }
    Ok(keep_unknown(object))
}

/// Reads over the rest of an object that is faulty already: the deserializer must come out behind it.
pub(crate) fn skip<'de, T, A: MapAccess<'de>>(
    mut map: A,
    fault: Fault,
) -> Result<Slot<T>, A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(Slot::Fault(fault))
}

/// The union's tag as the variant's own. To a variant without a tag it is an unknown field.
pub(crate) fn own_tag<T: Object, U: Union>(tag: Slot<usize>, extra: &mut Extra) -> Slot<OwnTag<T>> {
    if T::TAG_KEY.is_empty() {
        if matches!(tag, Slot::Null) {
            extra.insert(U::TAG_KEY, Value::Null);
        }
        return Slot::Absent;
    }
    tag.map(OwnTag::new)
}

/// What a fault calls the variant: by the tag that came, else by its name.
pub(crate) fn spelled<T: Object>(tag: &Slot<OwnTag<T>>, variant: &'static str) -> &'static str {
    match tag {
        Slot::Value(tag) => T::TAGS.get(tag.spelling).copied().unwrap_or(variant),
        _ => variant,
    }
}

/// The one member that an object without a tag can be, judged by the keys that come with a value.
///
/// What all of several members require tells nothing. Of the other required keys, an object must have all
/// that the member requires and none that the member doesn't declare. If no member or several are left,
/// the object stays undecided rather than being taken for something it may not be.
pub(crate) fn decide<K: Copy>(members: &[Member<K>], present: impl Fn(&str) -> bool) -> Option<K> {
    let telling = |key: &&'static str| {
        members.len() == 1 || !members.iter().all(|member| member.required.contains(key))
    };
    let mut fitting = members.iter().filter(|member| {
        member.required.iter().any(&telling)
            && member.required.iter().all(|key| present(key))
            && members
                .iter()
                .flat_map(|other| other.required)
                .filter(|key| telling(key) && present(key))
                .all(|key| member.keys.contains(key))
    });
    let member = fitting.next()?;
    fitting.next().is_none().then_some(member.kind)
}

/// The first member whose required keys all come with a value.
pub(crate) fn decide_in_order<K: Copy>(
    members: &[Member<K>],
    present: impl Fn(&str) -> bool,
) -> Option<K> {
    members
        .iter()
        .find(|member| member.required.iter().all(|key| present(key)))
        .map(|member| member.kind)
}

/// How a field of the head is kept: typed, or as JSON where the variants differ on its type.
pub(crate) trait HeadField {
    type Slot: Default;
}

impl<T: Leaf> HeadField for T {
    type Slot = Slot<T>;
}

impl HeadField for Pending {
    type Slot = Self;
}

/// A slot of the head, on its way into a variant's.
pub(crate) trait HeadSlot<T> {
    fn project(self) -> Slot<T>;
}

impl<T: Leaf> HeadSlot<T> for Slot<T> {
    fn project(self) -> Self {
        self
    }
}

/// A field that is read as JSON until the variant is known.
#[derive(Default)]
pub(crate) struct Pending(Slot<Value>);

impl Pending {
    pub(crate) fn read<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.0.read(map)
    }

    pub(crate) fn is_present(&self) -> bool {
        self.0.is_present()
    }

    pub(crate) fn spill(
        self,
        key: &'static str,
        into: &mut Map<String, Value>,
    ) -> Result<(), Fault> {
        self.0.spill(key, into)
    }
}

impl<T: Wire> HeadSlot<T> for Pending {
    fn project(self) -> Slot<T> {
        match self.0 {
            Slot::Absent => Slot::Absent,
            Slot::Null => Slot::Null,
            Slot::Value(value) => T::from_value(value),
            Slot::Fault(fault) => Slot::Fault(fault),
        }
    }
}

/// Implements reading and writing of a union that a tag tells apart.
///
/// ```text
/// tagged_union! {
///     LettaMessage by "message_type" {
///         id: MessageId = "id";                      // a key on which all variants agree
///         content: Pending = "content";              // one on which they don't
///     }
///     System(SystemMessage) = "system_message" { id content }
///     Summary(SummaryMessage) = "summary_message", "summary" { id }
/// }
/// ```
///
/// A variant without a tag has no `= "…"`. A last line `@when "id" Message(LettaMessage);` gives every
/// object with that key to a variant that is a union itself, in a box.
macro_rules! tagged_union {
    ($name:ident by $tag_key:literal {
        $($field:ident: $field_type:ty = $key:literal;)*
    }
    $($variant:ident($member:ident) $(= $tag:literal $(, $former:literal)*)? { $($own:ident)* })+
    $(@when $when:literal $nested:ident($nested_type:ident);)?
    ) => {
        const _: () = {
            use $crate::runtime::{object::*, slot::*, tagged::*, wire::*};

            $crate::runtime::tagged::union_head! {
                $name [$tag_key] { $($field: $field_type = $key;)* }
                $($variant($member) { $($own)* })+
            }

            impl Union for $name {
                const NAME: &'static str = ::core::stringify!($name);
                const TAG_KEY: &'static str = $tag_key;
                const TAG_DECIDES: bool = ::core::matches!(&[$($when)?] as &[&str], []);

                type Field = Field;
                type Head = Head;
                type Kind = Kind;

                fn kind(tag: &str) -> Option<(Kind, usize)> {
                    match tag {
                        $($(
                            $tag => Some((Kind::$variant, 0)),
                            $($former => Some((Kind::$variant, 1)),)*
                        )?)+
                        _ => None,
                    }
                }

                fn unknown(object: ::serde_json::Map<::alloc::string::String, ::serde_json::Value>) -> Option<Self> {
                    Some(Self::Unknown(object.into()))
                }

                fn by_extra(_extra: &$crate::Extra) -> Option<fn(::serde_json::Value) -> Slot<Self>> {
                    $(
                        if _extra.get($when).is_some_and(|value| !value.is_null()) {
                            return Some(|value| {
                                $nested_type::from_value(value)
                                    .map(|value| Self::$nested(::alloc::boxed::Box::new(value)))
                            });
                        }
                    )?
                    None
                }

                fn decide(head: &Head) -> Option<Kind> {
                    decide(MEMBERS, |key| head.has(key))
                }

                $crate::runtime::tagged::union_body!(Head Kind);
            }

            impl ::serde_core::Serialize for $name {
                fn serialize<S: ::serde_core::Serializer>(
                    &self,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    match self {
                        $(Self::$variant(value) => value.serialize(serializer),)+
                        $(Self::$nested(value) => value.serialize(serializer),)?
                        Self::Unknown(value) => value.serialize(serializer),
                    }
                }
            }
        };

        $(
            impl From<$member> for $name {
                fn from(value: $member) -> Self {
                    Self::$variant(value)
                }
            }
        )+
    };
}

/// Implements reading and writing of a union whose first fitting variant is taken.
///
/// ```text
/// ordered_union! {
///     ToolCallOrDelta {
///         name: String = "name";
///     }
///     Call(ToolCall) { name }
///     Delta(ToolCallDelta) { name }
/// }
/// ```
macro_rules! ordered_union {
    ($name:ident {
        $($field:ident: $field_type:ty = $key:literal;)*
    }
    $($variant:ident($member:ident) { $($own:ident)* })+
    ) => {
        const _: () = {
            use $crate::runtime::{object::*, slot::*, tagged::*, wire::*};

            $crate::runtime::tagged::union_head! {
                $name [] { $($field: $field_type = $key;)* }
                $($variant($member) { $($own)* })+
            }

            impl Union for $name {
                const NAME: &'static str = ::core::stringify!($name);
                const TAG_KEY: &'static str = "";
                const TAG_DECIDES: bool = false;

                type Field = Field;
                type Head = Head;
                type Kind = Kind;

                fn kind(_: &str) -> Option<(Kind, usize)> {
                    None
                }

                fn unknown(_: ::serde_json::Map<::alloc::string::String, ::serde_json::Value>) -> Option<Self> {
                    None
                }

                fn by_extra(_: &$crate::Extra) -> Option<fn(::serde_json::Value) -> Slot<Self>> {
                    None
                }

                fn decide(head: &Head) -> Option<Kind> {
                    decide_in_order(MEMBERS, |key| head.has(key))
                }

                $crate::runtime::tagged::union_body!(Head Kind);
            }

            impl ::serde_core::Serialize for $name {
                fn serialize<S: ::serde_core::Serializer>(
                    &self,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    match self {
                        $(Self::$variant(value) => value.serialize(serializer),)+
                    }
                }
            }
        };

        $(
            impl From<$member> for $name {
                fn from(value: $member) -> Self {
                    Self::$variant(value)
                }
            }
        )+
    };
}

/// Implements the object of an unknown kind for a union whose variants share fields: those it holds
/// typed, where they are of the shared type, and all else as it came.
///
/// ```text
/// unknown_object! {
///     UnknownLettaMessage by "message_type" as message_type {
///         id: MessageId = "id";
///     }
/// }
/// ```
macro_rules! unknown_object {
    ($name:ident by $tag_key:literal as $tag:ident {
        $($field:ident: $field_type:ty = $key:literal;)*
    }) => {
        impl From<::serde_json::Map<::alloc::string::String, ::serde_json::Value>> for $name {
            fn from(mut object: ::serde_json::Map<::alloc::string::String, ::serde_json::Value>) -> Self {
                use $crate::runtime::tagged::take;

                Self {
                    $tag: take(&mut object, $tag_key),
                    $($field: take(&mut object, $key),)*
                    extra: object.into(),
                }
            }
        }

        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                use ::serde_core::ser::SerializeMap as _;
                use $crate::runtime::object::write_optional;

                let length = self.extra.len()
                    + usize::from(self.$tag.is_some())
                    $(+ usize::from(self.$field.is_some()))*;
                let mut map = serializer.serialize_map(Some(length))?;
                write_optional(&mut map, $tag_key, self.$tag.as_ref())?;
                $(write_optional(&mut map, $key, self.$field.as_ref())?;)*
                for (key, value) in self.extra.iter() {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    };
}

/// Takes a field out of an object if it is of the type; one that isn't stays where it is.
pub(crate) fn take<T: Leaf>(object: &mut Map<String, Value>, key: &str) -> Option<T> {
    let value = object.get_mut(key)?;
    match T::from_value(value.take()) {
        Slot::Value(typed) => {
            object.remove(key);
            Some(typed)
        }
        Slot::Fault(fault) => {
            // A fault of one value always holds that value.
            *value = fault.into_found().unwrap_or_default();
            None
        }
        Slot::Absent | Slot::Null => None,
    }
}

/// The head of a union and how it moves into each variant. For the macros of this module alone.
macro_rules! union_head {
    ($name:ident [$($tag_key:literal)?] { $($field:ident: $field_type:ty = $key:literal;)* }
     $($variant:ident($member:ident) { $($own:ident)* })+
    ) => {
        // The variants are the fields' names: there is no other name to give them here.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        pub(crate) enum Field {
            $($field,)*
        }

        impl Keys for Field {
            fn find(text: &str) -> Option<Key<Self>> {
                match text {
                    $($tag_key => Some(Key::Tag),)?
                    $($key => Some(Key::Field(Self::$field)),)*
                    _ => None,
                }
            }
        }

        #[derive(Clone, Copy)]
        pub(crate) enum Kind {
            $($variant,)+
        }

        const MEMBERS: &[Member<Kind>] = &[$(Member::of::<$member>(Kind::$variant),)+];

        #[derive(Default)]
        pub(crate) struct Head {
            $($field: <$field_type as HeadField>::Slot,)*
        }

        impl Head {
            fn has(&self, key: &str) -> bool {
                match key {
                    $($key => self.$field.is_present(),)*
                    _ => false,
                }
            }

            fn read_field<'de, A: ::serde_core::de::MapAccess<'de>>(
                &mut self,
                field: Field,
                map: &mut A,
            ) -> Result<(), A::Error> {
                let _ = &*map;
                match field {
                    $(Field::$field => self.$field.read(map),)*
                }
            }

            fn spill_all(
                self,
                into: &mut ::serde_json::Map<::alloc::string::String, ::serde_json::Value>,
            ) -> Result<(), Fault> {
                let _ = &*into;
                $(self.$field.spill($key, into)?;)*
                Ok(())
            }

            /// Moves what has been read into the variant and reads the rest as that variant.
            // Variants without fields change nothing.
            #[allow(unused_mut)]
            fn resume<'de, A: ::serde_core::de::MapAccess<'de>>(
                mut self,
                kind: Kind,
                tag: Slot<usize>,
                mut extra: $crate::Extra,
                fault: Option<Fault>,
                map: A,
            ) -> Result<Slot<$name>, A::Error> {
                match kind {
                    $(Kind::$variant => {
                        let mut slots = <$member as Object>::Slots::default();
                        $(slots.$own = ::core::mem::take(&mut self.$own).project();)*
                        let tag = own_tag::<$member, $name>(tag, &mut extra);
                        let variant = spelled(&tag, ::core::stringify!($variant));
                        if let Err(fault) = self.leave(&mut extra) {
                            return skip(map, fault.in_object(<$member as Object>::NAME));
                        }
                        let slot = resume::<$member, A>(slots, tag, extra, fault, map)?;
                        Ok(slot
                            .in_variant(<$name as Union>::NAME, variant)
                            .map($name::$variant))
                    })+
                }
            }

            /// What the variant doesn't declare is an unknown field of it.
            fn leave(
                self,
                extra: &mut $crate::Extra,
            ) -> Result<(), Fault> {
                let mut left = ::core::mem::take(extra).into_map();
                self.spill_all(&mut left)?;
                *extra = left.into();
                Ok(())
            }
        }

        impl Wire for $name {
            const EXPECTED: &'static str =
                ::core::concat!("an object (", ::core::stringify!($name), ")");

            fn from_map<'de, A: ::serde_core::de::MapAccess<'de>>(
                map: A,
            ) -> Result<Slot<Self>, A::Error> {
                $crate::runtime::tagged::read(map)
            }
        }

        $crate::runtime::object::deserialize!($name);
    };
}

/// What the heads do for [`Union`]. For the macros of this module alone.
macro_rules! union_body {
    ($head:ident $kind:ident) => {
        fn fill<'de, A: ::serde_core::de::MapAccess<'de>>(
            head: &mut $head,
            field: Field,
            map: &mut A,
        ) -> Result<(), A::Error> {
            head.read_field(field, map)
        }

        fn resume<'de, A: ::serde_core::de::MapAccess<'de>>(
            kind: $kind,
            tag: Slot<usize>,
            head: $head,
            extra: $crate::Extra,
            fault: Option<Fault>,
            map: A,
        ) -> Result<Slot<Self>, A::Error> {
            head.resume(kind, tag, extra, fault, map)
        }

        fn spill(
            head: $head,
            into: &mut ::serde_json::Map<::alloc::string::String, ::serde_json::Value>,
        ) -> Result<(), Fault> {
            head.spill_all(into)
        }
    };
}

pub(crate) use {ordered_union, tagged_union, union_body, union_head, unknown_object};
