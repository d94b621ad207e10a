//! Newtypes of text and open enums.

use alloc::string::String;

/// What holds the text of a newtype.
pub(crate) trait Holder {
    /// Takes a text, without a copy of it on the heap where none is needed.
    fn hold(text: impl AsRef<str> + Into<String>) -> Self;
}

impl Holder for String {
    fn hold(text: impl AsRef<str> + Into<String>) -> Self {
        text.into()
    }
}

/// Implements instants.
///
/// ```text
/// instant! { Timestamp }
/// ```
macro_rules! instant {
    ($($name:ident)+) => {$(
        $crate::runtime::text::newtype!($name($crate::runtime::short_text::InstantText));
    )+};
}

/// Implements what every newtype of text has, whatever holds the text.
macro_rules! newtype {
    ($name:ident($inner:ty)) => {
        impl $name {
            /// Takes any text; it is kept as it is.
            #[must_use]
            pub fn new(text: impl AsRef<str> + Into<String>) -> Self {
                Self(<$inner as $crate::runtime::text::Holder>::hold(text))
            }

            /// The text as it stands on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// The text as a `String`.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0.into()
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::write!(
                    f,
                    ::core::concat!(::core::stringify!($name), "({:?})"),
                    self.as_str()
                )
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0.into()
            }
        }

        impl ::core::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::runtime::wire::Wire for $name {
            const EXPECTED: &'static str = "a string";

            // One reader serves all texts of a kind.
            type Raw = $inner;

            fn from_raw(text: $inner) -> Self {
                Self(text)
            }

            $crate::runtime::scalar::scalar!();

            fn from_str(text: &str) -> $crate::runtime::slot::Slot<Self> {
                $crate::runtime::slot::Slot::Value(Self(text.into()))
            }

            fn from_string(text: String) -> $crate::runtime::slot::Slot<Self> {
                $crate::runtime::slot::Slot::Value(Self(text.into()))
            }
        }

        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                ::serde_core::Serialize::serialize(&self.0, serializer)
            }
        }

        $crate::runtime::text::leaf!($name);
    };
}

/// Implements identifiers, with the prefix that servers give them, and whether the text is kept inline.
///
/// ```text
/// id! {
///     StepId = "step" inline;
///     ProjectId = "";
/// }
/// ```
macro_rules! id {
    ($($name:ident = $prefix:literal $($inline:ident)?;)+) => {
        $(
            $crate::runtime::text::newtype!($name($crate::runtime::text::id_text!($($inline)?)));

            impl $name {
                /// What servers put before the UUID, without the dash; empty where they put nothing.
                pub const PREFIX: &'static str = $prefix;

                /// The UUID in the identifier, if it ends with one, be it with a prefix or without.
                #[cfg(feature = "uuid")]
                #[cfg_attr(docsrs, doc(cfg(feature = "uuid")))]
                #[must_use]
                pub fn uuid(&self) -> Option<::uuid::Uuid> {
                    $crate::ext::id::uuid(self.as_str())
                }
            }

            #[cfg(feature = "uuid")]
            #[cfg_attr(docsrs, doc(cfg(feature = "uuid")))]
            impl From<::uuid::Uuid> for $name {
                /// The identifier as a server would write it.
                fn from(uuid: ::uuid::Uuid) -> Self {
                    Self($crate::ext::id::with_prefix(Self::PREFIX, uuid).into())
                }
            }
        )+
    };
}

/// What holds the text of an identifier. For [`id!`] alone.
macro_rules! id_text {
    () => {
        String
    };
    (inline) => {
        $crate::runtime::short_text::IdText
    };
}

/// Implements an open enum: values that aren't listed are kept in its variant `Unknown`.
///
/// ```text
/// open_enum! {
///     ToolStatus { Success = "success", Error = "error" }
/// }
/// ```
macro_rules! open_enum {
    ($name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        impl $name {
            /// The values that are documented, in the documents' order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The text as it stands on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text,
                }
            }

            /// Whether this is a value that the documents name.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }

            fn documented(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::documented(text).unwrap_or_else(|| Self::Unknown(text.into()))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::documented(&text).unwrap_or(Self::Unknown(text))
            }
        }

        // By the text: a value keeps its place when the documents come to name it.
        impl Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                // A program can put a known text into `Unknown`, which isn't the known value.
                (self.as_str(), self.is_known()).cmp(&(other.as_str(), other.is_known()))
            }
        }

        impl PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                match value {
                    $name::Unknown(text) => text,
                    known => known.as_str().into(),
                }
            }
        }

        impl $crate::runtime::wire::Wire for $name {
            const EXPECTED: &'static str = "a string";

            $crate::runtime::wire::raw!();
            $crate::runtime::scalar::scalar!();

            fn from_str(text: &str) -> $crate::runtime::slot::Slot<Self> {
                $crate::runtime::slot::Slot::Value(text.into())
            }

            fn from_string(text: String) -> $crate::runtime::slot::Slot<Self> {
                $crate::runtime::slot::Slot::Value(text.into())
            }
        }

        impl ::serde_core::Serialize for $name {
            fn serialize<S: ::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        $crate::runtime::text::leaf!($name);
    };
}

/// What newtypes of text and open enums share once they have `as_str`, are [`Wire`](super::wire::Wire), and convert from
/// and to text.
macro_rules! leaf {
    ($name:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(text.into())
            }
        }

        impl From<&String> for $name {
            #[inline]
            fn from(text: &String) -> Self {
                text.as_str().into()
            }
        }

        impl From<&Self> for $name {
            #[inline]
            fn from(value: &Self) -> Self {
                value.clone()
            }
        }

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl PartialEq<String> for $name {
            #[inline]
            fn eq(&self, other: &String) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<$name> for str {
            #[inline]
            fn eq(&self, other: &$name) -> bool {
                self == other.as_str()
            }
        }

        impl PartialEq<$name> for &str {
            #[inline]
            fn eq(&self, other: &$name) -> bool {
                *self == other.as_str()
            }
        }

        impl PartialEq<$name> for String {
            #[inline]
            fn eq(&self, other: &$name) -> bool {
                self == other.as_str()
            }
        }

        impl $crate::runtime::wire::Leaf for $name {
            fn into_value(self) -> ::serde_json::Value {
                ::serde_json::Value::String(self.into())
            }
        }

        $crate::runtime::object::deserialize!($name);
    };
}

pub(crate) use id;
pub(crate) use id_text;
pub(crate) use instant;
pub(crate) use leaf;
pub(crate) use newtype;
pub(crate) use open_enum;
