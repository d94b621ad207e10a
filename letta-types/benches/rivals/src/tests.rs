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

fn assert_nothing_is_lost<F: Written>() {
    for name in payloads::NAMES {
        let payload = payloads::payload(name).expect("recordings can be read");
        let payload = payload.unwrap_or_else(|| panic!("{name} has no payload"));
        let written = bodies_written::<F>(&payload).expect("it is read and written");
        for (body, written) in payload.bodies.iter().zip(written) {
            let value = |text: &[u8]| without_nulls(serde_json::from_slice(text).expect("JSON"));
            let (body, written) = (value(body.as_bytes()), value(&written));
            assert!(body == written, "{name}");
        }
    }
}

#[test]
fn derive_with_tag_loses_nothing_that_is_declared() {
    assert_nothing_is_lost::<Tag>();
}

#[test]
fn derive_with_flatten_loses_nothing() {
    assert_nothing_is_lost::<Flatten>();
}

#[test]
fn derive_untagged_loses_nothing_that_is_declared() {
    assert_nothing_is_lost::<Untagged>();
}
