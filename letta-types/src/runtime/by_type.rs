//! Unions told apart by JSON type.

/// Implements reading and writing of a union that the JSON type of its value tells apart.
///
/// ```text
/// by_type_union! {
///     UserContent, "a string or an array" {
///         string: Text(String);
///         array: Parts(Vec<UserContentPart>);
///     }
/// }
/// ```
macro_rules! by_type_union {
    ($name:ident, $expected:literal { $($json:ident: $variant:ident($($type:tt)+);)+ }) => {
        const _: () = {
            use $crate::runtime::{slot::*, wire::*};

            impl Wire for $name {
                const EXPECTED: &'static str = $expected;

                raw!();

                $($crate::runtime::by_type::arm!($json $variant $($type)+);)+
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

            $crate::runtime::object::deserialize!($name);
        };

        $(
            impl From<$($type)+> for $name {
                fn from(value: $($type)+) -> Self {
                    Self::$variant(value)
                }
            }
        )+

        $($crate::runtime::by_type::convenience!($json $name $($type)+);)+
    };
}

/// How the values of one JSON type are read. For [`by_type_union!`] alone.
macro_rules! arm {
    (string $variant:ident $type:ty) => {
        fn from_str(value: &str) -> Slot<Self> {
            <$type>::from_str(value).map(Self::$variant)
        }

        fn from_string(value: ::alloc::string::String) -> Slot<Self> {
            <$type>::from_string(value).map(Self::$variant)
        }
    };
    (integer $variant:ident $type:ty) => {
        fn from_i64(value: i64) -> Slot<Self> {
            <$type as Wire>::from_i64(value).map(Self::$variant)
        }

        fn from_u64(value: u64) -> Slot<Self> {
            <$type as Wire>::from_u64(value)
                .map(Self::$variant)
                .expecting(Self::EXPECTED)
        }

        fn from_f64(value: f64) -> Slot<Self> {
            <$type as Wire>::from_f64(value)
                .map(Self::$variant)
                .expecting(Self::EXPECTED)
        }

        fn from_number(number: ::serde_json::Number) -> Slot<Self> {
            any_number(number)
        }
    };
    (array $variant:ident $type:ty) => {
        fn from_seq<'de, A: ::serde_core::de::SeqAccess<'de>>(
            seq: A,
            input: Input,
            slot: &mut Slot<Self>,
        ) -> Result<(), A::Error> {
            let mut inner = Slot::Absent;
            <$type>::from_seq(seq, input, &mut inner)?;
            slot.fill(inner.map(Self::$variant));
            Ok(())
        }
    };
    (object $variant:ident $type:ty) => {
        fn from_map<'de, A: ::serde_core::de::MapAccess<'de>>(
            map: A,
            input: Input,
            slot: &mut Slot<Self>,
        ) -> Result<(), A::Error> {
            let mut inner = Slot::Absent;
            <$type>::from_map(map, input, &mut inner)?;
            // A number may have come as a map.
            slot.fill(inner.map(Self::$variant).expecting(Self::EXPECTED));
            Ok(())
        }
    };
}

/// Conversions that spare the caller a `String` or a `Vec`. For [`by_type_union!`] alone.
macro_rules! convenience {
    (string $name:ident $type:ty) => {
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                ::alloc::string::String::from(text).into()
            }
        }
    };
    (array $name:ident Vec<$element:ty>) => {
        impl<const N: usize> From<[$element; N]> for $name {
            fn from(elements: [$element; N]) -> Self {
                Vec::from(elements).into()
            }
        }
    };
    ($json:ident $name:ident $type:ty) => {};
}

pub(crate) use {arm, by_type_union, convenience};
