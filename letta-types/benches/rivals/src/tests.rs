//! The derived types are the same types: what they write is what they read, but for `null`s.

use serde_json::Value;

use crate::{
    Written,
    family::{Flatten, Tag, Untagged},
    payloads,
    work::bodies_written,
};

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, without_nulls(value)))
            .collect(),
        Value::Array(elements) => elements.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

/// Whether nothing of a payload is lost.
fn keeps<F: Written>(name: &str) -> bool {
    let payload = payloads::payload(name).expect("recordings can be read");
    let payload = payload.unwrap_or_else(|| panic!("{name} has no payload"));
    let written = bodies_written::<F>(&payload).expect("it is read and written");
    let value = |text: &[u8]| without_nulls(serde_json::from_slice(text).expect("JSON"));
    let mut pairs = payload.bodies.iter().zip(&written);
    pairs.all(|(body, written)| value(body.as_bytes()) == value(written))
}

/// The payloads of which something is lost.
fn lossy<F: Written>() -> Vec<&'static str> {
    let names = payloads::NAMES.iter().copied();
    names.filter(|name| !keeps::<F>(name)).collect()
}

#[test]
fn derive_with_tag_loses_only_what_is_undeclared() {
    assert_eq!(lossy::<Tag>(), ["messages-undeclared"]);
}

#[test]
fn derive_with_flatten_loses_nothing() {
    assert_eq!(lossy::<Flatten>(), [""; 0]);
}

#[test]
fn derive_untagged_loses_only_what_is_undeclared() {
    assert_eq!(lossy::<Untagged>(), ["messages-undeclared"]);
}
