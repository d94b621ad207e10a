//! Objects of a kind that a union doesn't know, with the fields that all its variants share.

use alloc::string::String;

use serde_core::ser::Error;
use serde_json::{Map, Value};

use super::{object::declared_in_extra, slot::Slot, wire::Leaf};

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
                use $crate::runtime::unknown_kind::take;

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
                use $crate::runtime::{object::write_optional, unknown_kind::is_left};

                const NAME: &str = ::core::stringify!($name);
                let is_written = |key: &str, value: &::serde_json::Value| match key {
                    $tag_key => is_left(self.$tag.as_ref(), key, value, NAME),
                    $($key => is_left(self.$field.as_ref(), key, value, NAME),)*
                    _ => Ok(true),
                };
                let mut left = ::alloc::vec::Vec::new();
                for (key, value) in &self.extra {
                    if is_written(key, value)? {
                        left.push((key, value));
                    }
                }
                let length = left.len()
                    + usize::from(self.$tag.is_some())
                    $(+ usize::from(self.$field.is_some()))*;
                let mut map = serializer.serialize_map(Some(length))?;
                write_optional(&mut map, $tag_key, self.$tag.as_ref())?;
                $(write_optional(&mut map, $key, self.$field.as_ref())?;)*
                for (key, value) in left {
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

/// Whether a value is written that [`take`] left where it was: until its field is set. One that it would have taken
/// can't be left: a program put it there instead of setting the field.
pub(crate) fn is_left<T: Leaf, E: Error>(
    field: Option<&T>,
    key: &str,
    value: &Value,
    name: &str,
) -> Result<bool, E> {
    match T::from_value(value.clone()) {
        Slot::Value(_) => Err(declared_in_extra(key, name)),
        Slot::Absent | Slot::Null | Slot::Fault(_) => Ok(field.is_none()),
    }
}

pub(crate) use unknown_object;
