//! The checks, each for one type. They panic when something is wrong.

use std::fmt::Debug;

use letta_types::{
    ApiError, MessageId, Timestamp,
    json::{self, Body, Category, Element, Tolerant},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::text::{TagPosition, with_tags};

use crate::{
    edit::Edited,
    judge::{assert_kept, assert_same},
    tree::Tree,
    words::SCHEMA,
};

/// A type that can be checked.
pub trait Checked: Serialize + DeserializeOwned + Body + PartialEq + Debug {}

impl<T: Serialize + DeserializeOwned + Body + PartialEq + Debug> Checked for T {}

/// Reading gives a value or an error, both of which can be shown, and a value can be written.
pub fn any_bytes<T: Checked>(bytes: &[u8]) {
    match serde_json::from_slice::<T>(bytes) {
        Ok(value) => {
            let _ = format!("{value:?}");
            serde_json::to_vec(&value).expect("what was read can be written");
        }
        Err(error) => {
            let _ = error.to_string();
        }
    }
    if let Err(error) = json::from_slice::<T>(bytes) {
        let _ = format!("{error} {error:?}");
        assert_place(&error, bytes);
    }
}

/// The error of a JSON text that isn't of the type leads to the value, by pointer and by position.
fn assert_place(error: &json::Error, bytes: &[u8]) {
    let Ok(tree) = serde_json::from_slice::<Tree>(bytes) else {
        return;
    };
    let repeats = tree.repeats_any_key();
    let value = tree.into_value();
    let (object, key) = error.pointer().rsplit_once('/').unwrap_or_default();
    let place = match error.category() {
        // The pointer is that of the last value of the key.
        _ if repeats => return,
        Category::Missing => {
            let object = value.pointer(object).expect("the object is there");
            assert!(
                object
                    .as_object()
                    .is_some_and(|object| !object.contains_key(key))
            );
            object
        }
        Category::Mismatch | Category::Tag => {
            value.pointer(error.pointer()).expect("the value is there")
        }
        other => panic!("{other:?} in what is JSON without repeated keys: {error}"),
    };
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line() - 1).map(<[u8]>::len).sum();
    let behind = &bytes[before + error.column() - 1..];
    let mut values = serde_json::Deserializer::from_slice(behind).into_iter::<Tree>();
    let found = values.next().and_then(Result::ok).map(Tree::into_value);
    assert_eq!(found.as_ref(), Some(place), "at the position of {error}");
    let is_space = |byte: &u8| byte.is_ascii_whitespace();
    assert!(
        !behind.first().is_some_and(is_space),
        "the position is before the value: {error}"
    );
}

/// What is made of texts: instants, identifiers, an error to show.
pub fn texts(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let timestamp = Timestamp::new(text);
    let _ = (
        timestamp.to_jiff(),
        timestamp.to_chrono(),
        timestamp.to_time(),
    );
    let _ = MessageId::new(text).uuid();
    if let Ok(error) = serde_json::from_str::<ApiError>(text) {
        let _ = error.to_string();
    }
}

/// What was written reads as the same value and is written the same way; and all ways to read agree.
pub fn round_trip<T: Checked>(bytes: &[u8]) {
    let read = serde_json::from_slice::<T>(bytes);
    let streamed = serde_json::from_reader::<_, T>(bytes);
    let Ok(value) = read else {
        assert!(streamed.is_err(), "read from a reader but not from bytes");
        return;
    };
    assert_eq!(streamed.expect("reads from a reader as from bytes"), value);

    let written = serde_json::to_vec(&value).expect("what was read can be written");
    let again: T = serde_json::from_slice(&written).expect("what was written can be read");
    assert_eq!(again, value, "what was written reads as the same value");
    let rewritten = serde_json::to_vec(&again).expect("what was read can be written");
    assert_eq!(
        rewritten, written,
        "what was written is written the same way"
    );

    let pretty = serde_json::to_vec_pretty(&value).expect("what was read can be written");
    let again: T = serde_json::from_slice(&pretty).expect("what was written can be read");
    assert_eq!(again, value, "white space makes no difference");
}

/// What is accepted is JSON, all that it says is written, no key came twice, and where the tags stand makes
/// no difference.
pub fn differential<T: Checked>(bytes: &[u8]) {
    let read = serde_json::from_slice::<T>(bytes).ok();
    let by_json = json::from_slice::<T>(bytes).ok();
    assert_eq!(by_json, read, "read by `letta_types::json`");
    let Ok(tree) = serde_json::from_slice::<Tree>(bytes) else {
        assert_eq!(read, None, "accepted what isn't JSON");
        return;
    };
    assert!(
        read.is_none() || !tree.repeats_any_key(),
        "accepted a key twice"
    );
    for tags_first in [true, false] {
        let text = tree.with_tags(tags_first);
        let moved = serde_json::from_str::<T>(&text).ok();
        assert_eq!(moved, read, "the tags moved, first: {tags_first}: {text}");
    }
    if let Some(value) = read {
        let given = tree.into_value();
        let written = serde_json::to_value(&value).expect("what was read can be written");
        assert_kept(&given, &written);
        let from_value: T = serde_json::from_value(given).expect("reads from a `Value` too");
        assert_eq!(from_value, value, "read from a `Value`");
    }
}

/// Any array can be read as a list whose elements may be malformed: those that are good are what they are
/// by themselves, the others are as they came.
pub fn tolerant<T: Element + Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    let read = json::from_slice::<Vec<Tolerant<T>>>(bytes);
    let Some(Value::Array(given)) = parsed(bytes) else {
        assert!(read.is_err(), "accepted what is no array");
        return;
    };
    let list = read.expect("any array is accepted");
    let written = serde_json::to_value(&list).expect("what was read can be written");
    assert_kept(&given.clone().into(), &written);
    for (given, element) in given.into_iter().zip(list) {
        match element {
            Tolerant::Value(value) => {
                let alone: T = serde_json::from_value(given).expect("reads by itself too");
                assert_eq!(alone, value, "read by itself");
            }
            Tolerant::Malformed { value, error } => {
                let _ = error.to_string();
                assert_eq!(value, given, "kept as it came");
            }
        }
    }
}

fn parsed(bytes: &[u8]) -> Option<Value> {
    serde_json::from_slice(bytes).ok().map(Tree::into_value)
}

/// What is accepted is written as the schema says, wherever the tags stand; and what has only unknown
/// fields added to a good payload is accepted.
pub fn structured<T: Checked>(edited: &Edited) {
    let given = &edited.value;
    let texts = [
        given.to_string(),
        with_tags(given, TagPosition::First),
        with_tags(given, TagPosition::Last),
    ];
    let [read, first, last] = texts.map(|text| serde_json::from_str::<T>(&text));
    let (first, last) = (first.ok(), last.ok());
    match read {
        Ok(value) => {
            assert_eq!(first.as_ref(), Some(&value), "the tags first");
            assert_eq!(last.as_ref(), Some(&value), "the tags last");
            let written = serde_json::to_value(&value).expect("what was read can be written");
            assert_kept(given, &written);
            let schema = edited.subject.form.schema(edited.subject.type_name);
            assert_same(&SCHEMA.canonical(&schema, given), &written);
        }
        Err(error) => {
            assert!(
                !edited.only_grew,
                "unknown fields must be accepted: {error}"
            );
            assert_eq!(
                first, None,
                "refused with the tags in their order, accepted first"
            );
            assert_eq!(
                last, None,
                "refused with the tags in their order, accepted last"
            );
        }
    }
}
