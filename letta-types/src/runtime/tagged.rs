//! The tables of unions that are told apart by a tag or by required fields.

/// Implements reading and writing of a union that a tag tells apart.
///
/// ```text
/// tagged_union! {
///     LettaMessage by "message_type" {
///         id: MessageId = "id";                  // all variants agree on it
///     }
///     @late {
///         content = "content" {                  // they don't on this one
///             content_as_string: String;
///             content_as_user_content: UserContent;
///         }
///     }
///     System(SystemMessage) = "system_message" { id @late content in content_as_string }
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
    $(@late { $($late:ident = $late_key:literal { $($late_slot:ident: $late_type:ty;)+ })+ })?
    $($variant:ident($member:ident) $(= $tag:literal $(, $former:literal)*)? {
        $($own:ident)* $(@late $($own_late:ident in $own_slot:ident)+)?
    })+
    $(@when $when:literal $nested:ident($nested_type:ident);)?
    ) => {
        const _: () = {
            use $crate::runtime::{object::*, slot::*, union::*, wire::*};

            $crate::runtime::tagged::union_slots! {
                $name [$tag_key] { $($field: $field_type = $key;)* }
                { $($($late = $late_key { $($late_slot: $late_type;)+ })+)? }
                $($variant($member) { $($own)* } { $($($own_late in $own_slot)+)? })+
            }

            impl Union for $name {
                const NAME: &'static str = ::core::stringify!($name);
                const TAG_KEY: &'static str = $tag_key;
                const TAG_DECIDES: bool = ::core::matches!(&[$($when)?] as &[&str], []);

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

                fn by_extra(
                    _extra: &$crate::Extra,
                    _slots: &Slots,
                ) -> Option<fn(::serde_json::Value) -> Slot<Self>> {
                    $(
                        if _extra.get($when).is_some_and(|value| !value.is_null())
                            && !$crate::runtime::decide::is_of_members(Self::MEMBERS, &|key| _slots.has(key))
                        {
                            return Some(|value| {
                                $nested_type::from_value(value)
                                    .map(|value| Self::$nested(::alloc::boxed::Box::new(value)))
                            });
                        }
                    )?
                    None
                }

                fn decide(slots: &Slots) -> Option<Kind> {
                    let place = $crate::runtime::decide::decide(MEMBERS, &|key| slots.has(key))?;
                    KINDS.get(place).copied()
                }

                $crate::runtime::tagged::union_body!(Field Slots Kind);
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

        $($crate::runtime::tagged::conversions!($name $variant $member);)+
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
    $(@late { $($late:ident = $late_key:literal { $($late_slot:ident: $late_type:ty;)+ })+ })?
    $($variant:ident($member:ident) {
        $($own:ident)* $(@late $($own_late:ident in $own_slot:ident)+)?
    })+
    ) => {
        const _: () = {
            use $crate::runtime::{object::*, slot::*, union::*, wire::*};

            $crate::runtime::tagged::union_slots! {
                $name [] { $($field: $field_type = $key;)* }
                { $($($late = $late_key { $($late_slot: $late_type;)+ })+)? }
                $($variant($member) { $($own)* } { $($($own_late in $own_slot)+)? })+
            }

            impl Union for $name {
                const NAME: &'static str = ::core::stringify!($name);
                const TAG_KEY: &'static str = "";
                const TAG_DECIDES: bool = false;

                fn kind(_: &str) -> Option<(Kind, usize)> {
                    None
                }

                fn unknown(_: ::serde_json::Map<::alloc::string::String, ::serde_json::Value>) -> Option<Self> {
                    None
                }

                fn by_extra(
                    _: &$crate::Extra,
                    _: &Slots,
                ) -> Option<fn(::serde_json::Value) -> Slot<Self>> {
                    None
                }

                fn decide(slots: &Slots) -> Option<Kind> {
                    let place =
                        $crate::runtime::decide::decide_in_order(MEMBERS, &|key| slots.has(key))?;
                    KINDS.get(place).copied()
                }

                $crate::runtime::tagged::union_body!(Field Slots Kind);
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

        $($crate::runtime::tagged::conversions!($name $variant $member);)+
    };
}

/// The conversions between a union and a variant of it. For the macros of this module alone.
macro_rules! conversions {
    ($name:ident $variant:ident $member:ident) => {
        impl From<$member> for $name {
            fn from(value: $member) -> Self {
                Self::$variant(value)
            }
        }

        impl TryFrom<$name> for $member {
            /// What is another variant comes back as it was.
            type Error = $name;

            #[inline]
            fn try_from(value: $name) -> Result<Self, $name> {
                match value {
                    $name::$variant(value) => Ok(value),
                    other => Err(other),
                }
            }
        }

        impl<'a> TryFrom<&'a $name> for &'a $member {
            /// What is another variant comes back.
            type Error = &'a $name;

            #[inline]
            fn try_from(value: &'a $name) -> Result<Self, Self::Error> {
                match value {
                    $name::$variant(value) => Ok(value),
                    other => Err(other),
                }
            }
        }
    };
}

/// The slots of a union and how each variant is made of them. For the macros of this module alone.
macro_rules! union_slots {
    ($name:ident [$($tag_key:literal)?] { $($field:ident: $field_type:ty = $key:literal;)* }
     { $($late:ident = $late_key:literal { $($late_slot:ident: $late_type:ty;)+ })* }
     $($variant:ident($member:ident) { $($own:ident)* } { $($own_late:ident in $own_slot:ident)* })+
    ) => {
        // The variants are the fields' names: there is no other name to give them here.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        pub(crate) enum Field {
            $($field,)*
            $($late,)*
        }

        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        pub(crate) enum Late {
            $($late,)*
        }

        const FIELDS: usize = <[&str]>::len(&[$($key,)* $($late_key,)*]);

        impl Keys for Field {
            fn find(text: &str) -> Key<Self> {
                match text {
                    $($tag_key => Key::Tag,)?
                    $($key => Key::Field(Self::$field),)*
                    $($late_key => Key::Field(Self::$late),)*
                    _ => Key::Other,
                }
            }
        }

        #[derive(Clone, Copy)]
        pub(crate) enum Kind {
            $($variant,)+
        }

        const KINDS: &[Kind] = &[$(Kind::$variant,)+];

        // As many, in the same order.
        const MEMBERS: &[$crate::runtime::decide::Member] =
            &[$($crate::runtime::decide::Member::of::<$member>(::core::stringify!($variant)),)+];

        type Seen = $crate::runtime::seen::Seen<{ FIELDS.div_ceil(64) }>;

        #[allow(dead_code)]
        pub(crate) struct Slots {
            seen: Seen,
            $($field: Slot<<$field_type as Wire>::Raw>,)*
            pending: Pending,
            typed: Typed,
        }

        impl Default for Slots {
            fn default() -> Self {
                Self {
                    seen: Seen::default(),
                    $($field: Slot::Absent,)*
                    pending: Pending { $($late: Slot::Absent,)* },
                    typed: Typed { $($($late_slot: Slot::Absent,)+)* },
                }
            }
        }

        /// Late fields while they are no more than JSON.
        struct Pending {
            $($late: Slot<$crate::runtime::waiting::Waiting>,)*
        }

        /// Late fields by their types.
        struct Typed {
            $($($late_slot: Slot<<$late_type as Wire>::Raw>,)+)*
        }

        impl Slots {
            fn has(&self, key: &str) -> bool {
                match key {
                    $($key => self.$field.is_present(),)*
                    $($late_key => {
                        self.pending.$late.is_present()
                            $(|| self.typed.$late_slot.is_present())+
                    })*
                    _ => false,
                }
            }

            fn fill<'de, A: ::serde_core::de::MapAccess<'de>>(
                &mut self,
                field: Field,
                // A union may have no late field.
                _told: Told<Kind>,
                map: &mut A,
                input: Input,
            ) -> Result<(), A::Error> {
                self.seen.insert(field as usize);
                match field {
                    $(Field::$field => self.$field.read(map, input),)*
                    $(Field::$late => self.fill_late(Late::$late, _told, map, input),)*
                }
            }

            // A union may have no late field.
            #[allow(dead_code)]
            fn fill_late<'de, A: ::serde_core::de::MapAccess<'de>>(
                &mut self,
                field: Late,
                told: Told<Kind>,
                map: &mut A,
                input: Input,
            ) -> Result<(), A::Error> {
                let _ = &*map;
                match told {
                    $(Told::Kind(Kind::$variant) => match field {
                        $(Late::$own_late => return self.typed.$own_slot.read(map, input),)*
                        #[allow(unreachable_patterns)]
                        _ => {}
                    },)+
                    _ if told.lets_guess(input) => match field {
                        $(Late::$late => {
                            $crate::runtime::tagged::guess!(self, map, input, $($late_slot)+);
                        })*
                    },
                    _ => {}
                }
                match field {
                    $(Late::$late => self.pending.$late.read(map, input),)*
                }
            }

            /// Gives back all but the fields that are kept.
            fn spill_all(
                &mut self,
                kept: &Seen,
                into: &mut ::serde_json::Map<::alloc::string::String, ::serde_json::Value>,
            ) -> Result<(), Fault> {
                $(if !kept.contains(Field::$field as usize) {
                    self.$field.take().spill($key, into)?;
                })*
                $(if !kept.contains(Field::$late as usize) {
                    let typed = $(!matches!(self.typed.$late_slot, Slot::Absent))||+;
                    $crate::runtime::late::spill(self.pending.$late.take(), typed, $late_key, into)?;
                })*
                Ok(())
            }

            /// Moves what a variant doesn't declare to its unknown fields.
            #[cold]
            fn leave(&mut self, own: &Seen, extra: &mut $crate::Extra) -> Result<(), Fault> {
                let mut left = ::core::mem::take(extra).into_map();
                self.spill_all(own, &mut left)?;
                *extra = left.into();
                Ok(())
            }

            fn assemble(
                &mut self,
                kind: Kind,
                tag: Slot<usize>,
                mut extra: $crate::Extra,
                fault: Option<Fault>,
                slot: &mut Slot<$name>,
            ) {
                let spelling = match &tag {
                    Slot::Value(spelling) => Some(*spelling),
                    _ => None,
                };
                if let Err(fault) = self.variant(kind, tag, &mut extra, fault, slot) {
                    let member = <$name as Union>::member(kind);
                    slot.fill(Slot::Fault(in_variant(fault, <$name as Union>::NAME, member, spelling)));
                }
            }

            fn variant(
                &mut self,
                kind: Kind,
                tag: Slot<usize>,
                extra: &mut $crate::Extra,
                fault: Option<Fault>,
                slot: &mut Slot<$name>,
            ) -> Result<(), Fault> {
                match kind {
                    $(Kind::$variant => {
                        const OWN: Seen = Seen::of(&[
                            $(Field::$own as usize,)*
                            $(Field::$own_late as usize,)*
                        ]);
                        type Parts<'a> = <$member as Object>::Parts<'a>;
                        let own_key = <$member as Object>::TAG_KEY;
                        let tag = own_tag(own_key, <$name as Union>::TAG_KEY, tag, extra);
                        if !self.seen.is_within(&OWN) {
                            self.leave(&OWN, extra)?;
                        }
                        $($crate::runtime::late::join(
                            &mut self.pending.$own_late,
                            &mut self.typed.$own_slot,
                        );)*
                        let parts = Parts {
                            $($own: &mut self.$own,)*
                            $($own_late: &mut self.typed.$own_slot,)*
                            extra,
                        };
                        let tag = sound_tag(fault, tag, own_key)?;
                        <$member as Object>::finish(parts, tag, $name::$variant, slot)
                    })+
                }
            }
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
                $crate::runtime::union::read(map, input, slot)
            }
        }

        $crate::runtime::object::deserialize!($name);
    };
}

/// Reads a late field before the tag has come: typed if all variants agree on it. For [`union_slots!`] alone.
macro_rules! guess {
    ($slots:ident, $map:ident, $input:ident, $only:ident) => {
        return $slots.typed.$only.read($map, $input)
    };
    ($slots:ident, $map:ident, $input:ident, $($several:ident)+) => {};
}

/// What the slots do for [`Union`](super::union::Union). For the macros of this module alone.
macro_rules! union_body {
    ($field:ident $slots:ident $kind:ident) => {
        type Field = $field;
        type Slots = $slots;
        type Kind = $kind;

        const MEMBERS: &'static [$crate::runtime::decide::Member] = MEMBERS;

        fn member(kind: $kind) -> &'static $crate::runtime::decide::Member {
            &MEMBERS[kind as usize]
        }

        #[inline]
        fn fill<'de, A: ::serde_core::de::MapAccess<'de>>(
            slots: &mut $slots,
            field: $field,
            told: Told<$kind>,
            map: &mut A,
            input: Input,
        ) -> Result<(), A::Error> {
            slots.fill(field, told, map, input)
        }

        fn assemble(
            kind: $kind,
            slots: &mut $slots,
            tag: Slot<usize>,
            extra: $crate::Extra,
            fault: Option<Fault>,
            slot: &mut Slot<Self>,
        ) {
            slots.assemble(kind, tag, extra, fault, slot);
        }

        fn spill(
            slots: &mut $slots,
            into: &mut ::serde_json::Map<::alloc::string::String, ::serde_json::Value>,
        ) -> Result<(), Fault> {
            slots.spill_all(&Seen::default(), into)
        }
    };
}

pub(crate) use {conversions, guess, ordered_union, tagged_union, union_body, union_slots};
