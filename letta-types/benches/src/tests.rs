//! The comparison is of equals: the payloads are what they are said to be, and all contestants read them.

use letta_types::{LettaMessage, Step, UserContent};
use letta_types_rivals::{payloads::Payload, work::bodies_written};
use serde_json::Value;

use crate::{contestants, linear, ours::Ours, payloads};

fn payload(name: &str) -> Payload {
    let payload = payloads::payload(name).expect("recordings can be read");
    payload.unwrap_or_else(|| panic!("{name} has no payload"))
}

/// Without the `null`s of fields, which a typed contestant leaves out.
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

#[test]
fn payloads_are_the_same_each_time() {
    for name in payloads::NAMES {
        let again = payload(name).bodies;
        assert!(payload(name).bodies == again, "{name} differs");
        assert!(payload(name).elements > 0, "{name} is empty");
    }
    assert!(payloads::payload("x").expect("nothing is read").is_none());
}

#[test]
fn payloads_have_the_size_that_is_said() {
    let bytes = |name| payload(name).bytes();
    assert!((105_000..115_000).contains(&bytes("messages")));
    assert!((180..220).contains(&bytes("streamed")));
    assert!((950_000..1_050_000).contains(&bytes("trace")));
    // The same but for the order.
    for name in [
        "messages-documents",
        "messages-tag-first",
        "messages-tag-last",
    ] {
        assert_eq!(bytes(name), bytes("messages"), "{name}");
        let values = |name| serde_json::from_str::<Value>(&payload(name).bodies[0]);
        let (one, other) = (values(name), values("messages"));
        assert!(
            one.expect("it is JSON") == other.expect("it is JSON"),
            "{name}"
        );
    }
}

#[test]
fn the_tag_is_where_it_is_said() {
    for (name, place) in [
        ("messages-tag-first", "[{\"message_type\":"),
        ("messages", "+00:00\",\"name\":null,\"message_type\":"),
        ("messages-tag-last", "\"message_type\":\"event_message\"},{"),
        ("messages-documents", "\"is_err\":null,\"message_type\":"),
    ] {
        assert!(payload(name).bodies[0].contains(place), "{name}");
    }
}

#[test]
fn pages_hold_all_types_and_forms() {
    let body = &payload("messages").bodies[0];
    let messages: Vec<LettaMessage> = serde_json::from_str(body).expect("it is a page");
    let mut types: Vec<_> = messages.iter().filter_map(LettaMessage::tag).collect();
    types.sort_unstable();
    types.dedup();
    assert_eq!(types.len(), 11);
    assert!(
        !messages
            .iter()
            .any(|one| matches!(one, LettaMessage::Unknown(_)))
    );
    let of_users = |is_text: bool| {
        let forms = messages.iter().filter_map(|one| match one {
            LettaMessage::User(user) => Some(matches!(user.content, UserContent::Text(_))),
            _ => None,
        });
        forms.filter(|form| *form == is_text).count()
    };
    assert!(of_users(true) > 2 && of_users(false) > 2);
    for escape in ["\\n", "\\\"", "\\\\", "\\u", "大阪"] {
        assert!(body.contains(escape), "no {escape}");
    }
    let steps: Vec<Step> = serde_json::from_str(&payload("steps").bodies[0]).expect("it is a page");
    assert_eq!(steps.len(), 50);
    let stored = steps.iter().filter_map(|step| step.messages.as_ref());
    assert_eq!(stored.map(Vec::len).sum::<usize>(), 150);
}

#[test]
fn nothing_of_the_made_payloads_is_lost() {
    for name in payloads::NAMES {
        let payload = payload(name);
        let written = bodies_written::<Ours>(&payload).expect("it is read and written");
        for (body, written) in payload.bodies.iter().zip(written) {
            let value = |text: &[u8]| without_nulls(serde_json::from_slice(text).expect("JSON"));
            assert!(value(body.as_bytes()) == value(&written), "{name}");
        }
    }
}

#[test]
fn every_contestant_reads_every_payload() {
    for name in payloads::NAMES {
        let payload = payload(name);
        for contestant in contestants() {
            let prepared = (contestant.prepare)(&payload);
            assert!(
                prepared.is_ok(),
                "{name}, {}: {:?}",
                contestant.name,
                prepared.err()
            );
        }
    }
}

#[test]
fn growing_inputs_are_read_or_refused_as_is_said() {
    for input in linear::INPUTS {
        for factor in linear::FACTORS {
            assert_eq!(input.read(factor, 1), Ok(()), "{}", input.name);
        }
    }
}
