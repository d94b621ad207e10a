//! The ways that `serde_json` has for its `RawValue`: it hands over text and takes text, by a name.

use core::any;

use serde_core::ser::{SerializeStruct as _, Serializer};

/// The name by which `serde_json` is asked for text, and the key under which it hands it over or takes it.
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// Whether it is `serde_json` that reads or writes, told by its errors. To any other format the key under which text is
/// handed over is a key like others.
#[inline]
pub(super) fn is_of_serde_json<E>() -> bool {
    any::type_name::<E>() == any::type_name::<serde_json::Error>()
}

/// Whether it is what `serde_json` writes texts and bytes by, as short as they can be.
// The name of a type is no promise. Should it change, everything is written as by any other serializer.
#[inline]
pub(super) fn writes_bytes<S>() -> bool {
    any::type_name::<S>() == "&mut serde_json::ser::Serializer<&mut alloc::vec::Vec<u8>>"
}

/// Has `serde_json` take over a value that is JSON already.
#[inline]
pub(super) fn write_json<S: Serializer>(serializer: S, json: &str) -> Result<S::Ok, S::Error> {
    let mut raw = serializer.serialize_struct(RAW, 1)?;
    raw.serialize_field(RAW, json)?;
    raw.end()
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use serde_core::Serialize;

    use super::*;

    /// Writes whether it is written by what [`writes_bytes`] knows.
    struct Known;

    impl Serialize for Known {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bool(writes_bytes::<S>())
        }
    }

    #[test]
    fn the_name_of_the_usual_writer_is_known() {
        let known = |written: serde_json::Result<String>| written.expect("is written") == "true";
        assert!(known(serde_json::to_string(&Known)));
        assert!(!known(serde_json::to_string_pretty(&Known)));
        assert_eq!(serde_json::to_vec(&[Known]).expect("is written"), b"[true]");
        assert_eq!(serde_json::to_value(Known).expect("is a value"), false);
    }
}
