//! The feature `arbitrary`: values of every type and kind, and all of them are read back as they were written.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
};

use arbitrary::{Arbitrary, Unstructured};
use letta_types::{
    Extra, LettaMessage, MessageListResult, StepId, TextContent, Timestamp, UnknownApproval,
    UnknownLettaMessage, UnknownMessageListResult, UnknownObject, UserContentPart,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::{
    Schema, every_type,
    instances::{Document, Instance, coverage},
};

/// How many values of each type are made.
const VALUES: u64 = 1_000;

/// Bytes that look random and are the same in every run (`SplitMix64`).
fn bytes(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed;
    let mut bytes = Vec::with_capacity(length + 8);
    while bytes.len() < length {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bytes.extend((word ^ (word >> 31)).to_le_bytes());
    }
    bytes.truncate(length);
    bytes
}

/// The values of a type, of little data and of much.
fn values<T: for<'a> Arbitrary<'a>>() -> impl Iterator<Item = T> {
    (0..VALUES).map(|seed| {
        let length = usize::try_from(seed % 1024).expect("a length");
        let bytes = bytes(seed, length);
        T::arbitrary(&mut Unstructured::new(&bytes)).expect("a value comes of any data")
    })
}

/// Makes values, has each written and read in several ways, and gives what was written.
fn round_trip<T>() -> Vec<Value>
where
    T: for<'a> Arbitrary<'a> + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let mut all = Vec::new();
    for value in values::<T>() {
        let text =
            serde_json::to_string(&value).unwrap_or_else(|error| panic!("{error}: {value:?}"));
        let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(read, value, "{text}");
        let written = serde_json::to_value(&value).expect("what is text is a `Value`, too");
        let read: T = serde_json::from_value(written.clone())
            .unwrap_or_else(|error| panic!("{error}: {written}"));
        assert_eq!(read, value, "{written}");
        all.push(written);
    }
    all
}

/// A type by its name.
struct Type {
    name: &'static str,
    round_trip: fn() -> Vec<Value>,
}

macro_rules! types {
    ($($name:ident)+) => {
        const TYPES: &[Type] = &[$(Type {
            name: stringify!($name),
            round_trip: round_trip::<letta_types::$name>,
        }),+];
    };
}

every_type!(types);

#[test]
fn every_value_comes_back_and_every_kind_is_made() {
    let schema = Schema::bundled();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut count = 0;
    for ty in TYPES {
        let written = (ty.round_trip)();
        count += written.len();
        let distinct: BTreeSet<String> = written.iter().map(Value::to_string).collect();
        assert!(distinct.len() > 10, "{}: {}", ty.name, distinct.len());
        // Not all of them: this takes longer than all else.
        for value in written.into_iter().step_by(2) {
            let instance = Instance {
                type_name: ty.name.to_owned(),
                document: Document::from(value),
            };
            reached.extend(coverage::reached(&schema, &instance));
        }
    }
    println!("{count} values");
    // Optional fields are left out rather than written as `null`, and tags are always written.
    let tag = |line: &str| line.ends_with("type absent");
    let expected = coverage::expected(&schema);
    let missed: Vec<&String> = expected
        .difference(&reached)
        .filter(|line| !line.ends_with(" null") && !tag(line))
        .collect();
    assert!(missed.is_empty(), "never made: {missed:?}");
}

/// What no definition names is made, too: undeclared fields, unknown kinds of them all, older tags.
#[test]
fn the_unusual_is_made() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut saw = |what, is: bool| *seen.entry(what).or_default() += usize::from(is);
    for message in values::<LettaMessage>() {
        saw(
            "former tag",
            matches!(message.tag(), Some("summary" | "event")),
        );
        if let LettaMessage::User(user) = &message {
            saw("undeclared", !user.extra().is_empty());
            // Such as another kind of message declares.
            saw("declared elsewhere", user.extra().contains_key("tool_call"));
        }
        saw("unknown", matches!(message, LettaMessage::Unknown(_)));
    }
    for unknown in values::<UnknownLettaMessage>() {
        let tag = unknown.extra().contains_key("message_type");
        saw("unknown tag", unknown.message_type.is_some());
        saw("tag that is no text", tag);
        saw("no tag", !tag && unknown.message_type.is_none());
        saw("typed field", unknown.id.is_some());
        saw("field of another type", unknown.extra().contains_key("id"));
    }
    for result in values::<MessageListResult>() {
        saw(
            "listed message",
            matches!(result, MessageListResult::Message(_)),
        );
        saw(
            "unknown result",
            matches!(result, MessageListResult::Unknown(_)),
        );
    }
    for part in values::<UserContentPart>() {
        saw("unknown part", matches!(part, UserContentPart::Unknown(_)));
    }
    for instant in values::<Timestamp>() {
        saw("instant", instant.to_jiff().is_ok());
        saw("no instant", instant.to_jiff().is_err());
    }
    for id in values::<StepId>() {
        saw("uuid", id.uuid().is_some());
        saw("no uuid", id.uuid().is_none());
    }
    println!("{seen:?}");
    for (what, count) in &seen {
        assert!(*count > 0, "{what}");
    }
    assert!(seen["instant"] > 7 * seen["no instant"] / 2);
    assert!(seen["uuid"] > seen["no uuid"]);
}

/// Types for what isn't known fit wherever they are put: their objects are read as unknown again.
#[test]
fn unknown_objects_stay_unknown() {
    fn assert_stays<U>(union: impl Fn(U) -> LettaMessage)
    where
        U: for<'a> Arbitrary<'a>,
    {
        for unknown in values::<U>() {
            assert_same(&union(unknown));
        }
    }
    assert_stays::<UnknownLettaMessage>(LettaMessage::Unknown);
    for unknown in values::<UnknownObject>() {
        assert_same(&UserContentPart::Unknown(unknown.clone()));
        assert_same(&letta_types::ImageSource::Unknown(unknown.clone()));
        assert_same(&letta_types::MessageContentPart::Unknown(unknown.clone()));
        assert_same(&letta_types::StoredApproval::Unknown(unknown));
    }
    for unknown in values::<UnknownApproval>() {
        assert_same(&letta_types::Approval::Unknown(unknown));
    }
    for unknown in values::<UnknownMessageListResult>() {
        assert_same(&MessageListResult::Unknown(unknown));
    }
}

/// Undeclared fields that are made by themselves fit into every type.
#[test]
fn undeclared_fields_are_undeclared_everywhere() {
    let mut some = 0;
    for extra in values::<Extra>() {
        some += usize::from(!extra.is_empty());
        let mut part = TextContent::new("text");
        *part.extra_mut() = extra;
        assert_same(&part);
    }
    assert!(some > 100, "{some}");
}

fn assert_same<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}: {value:?}"));
    let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(read, *value, "{text}");
}

/// No data is enough, and a lot isn't too much.
#[test]
fn any_amount_of_data_will_do() {
    let empty = Vec::<LettaMessage>::arbitrary(&mut Unstructured::new(&[]));
    assert_eq!(empty, Ok(vec![]));
    let one = LettaMessage::arbitrary(&mut Unstructured::new(&[]));
    assert_same(&one.expect("a value"));
    for fill in [0x00, 0x01, 0x55, 0xFF] {
        let bytes = vec![fill; 1 << 18];
        let message = LettaMessage::arbitrary(&mut Unstructured::new(&bytes));
        assert_same(&message.expect("a value"));
    }
}
