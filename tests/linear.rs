//! Reading and writing take work in proportion to the input, whatever the input is.
//!
//! Each payload is made in three sizes, 1 : 10 : 100, and the allocations are counted. Quadratic work would
//! grow by 100 for each step, so that the bound can be generous and still tell.

use std::fmt::Write as _;

use allocation_counter::{AllocationInfo, measure};
use letta_types::{InternalMessage, LettaMessage, MessageListResult, Step};
use serde::{Serialize, de::DeserializeOwned};

/// How much more than in proportion work may grow: lists and maps double what they reserve.
const SLACK: u64 = 3;

/// The allocations that something makes, and their bytes. They are the same each time, and reading a part
/// of the input again can't do without them.
#[derive(Clone, Copy, Debug)]
struct Cost {
    allocations: u64,
    bytes: u64,
}

fn cost(work: &dyn Fn()) -> Cost {
    let AllocationInfo {
        count_total,
        bytes_total,
        ..
    } = measure(work);
    Cost {
        allocations: count_total,
        bytes: bytes_total,
    }
}

/// How often the costs grew more than tenfold between sizes, beyond the slack.
fn steps_beyond_linear(costs: [Cost; 3]) -> usize {
    let is_beyond = |pair: &&[Cost]| {
        let grew = |of: fn(&Cost) -> u64| of(&pair[1]) > of(&pair[0]) * 10 * SLACK;
        grew(|cost| cost.allocations) || grew(|cost| cost.bytes)
    };
    costs.windows(2).filter(is_beyond).count()
}

fn in_three_sizes(smallest: usize, work: impl Fn(usize) -> Box<dyn Fn()>) -> [Cost; 3] {
    [1, 10, 100].map(|factor| cost(&*work(smallest * factor)))
}

/// Reads and writes a payload in three sizes.
fn assert_linear<T>(name: &str, smallest: usize, payload: fn(usize) -> String)
where
    T: Serialize + DeserializeOwned + 'static,
{
    let reading = in_three_sizes(smallest, |size| {
        let text = payload(size);
        let read: Result<T, _> = serde_json::from_str(&text);
        read.unwrap_or_else(|error| panic!("{name}: {error}"));
        Box::new(move || drop(serde_json::from_str::<T>(&text)))
    });
    assert_eq!(steps_beyond_linear(reading), 0, "{name}, read: {reading:?}");
    let writing = in_three_sizes(smallest, |size| {
        let value: T = serde_json::from_str(&payload(size)).expect("it was read before");
        Box::new(move || drop(serde_json::to_string(&value)))
    });
    assert_eq!(
        steps_beyond_linear(writing),
        0,
        "{name}, written: {writing:?}"
    );
}

/// Reads a payload that is refused, in three sizes.
fn assert_refusal_is_linear<T>(name: &str, smallest: usize, payload: fn(usize) -> String)
where
    T: DeserializeOwned + 'static,
{
    let refusing = in_three_sizes(smallest, |size| {
        let text = payload(size);
        assert!(serde_json::from_str::<T>(&text).is_err(), "{name}");
        Box::new(move || drop(serde_json::from_str::<T>(&text)))
    });
    assert_eq!(steps_beyond_linear(refusing), 0, "{name}: {refusing:?}");
}

/// A text for each number below the size, with commas between.
fn joined(size: usize, mut one: impl FnMut(usize) -> String) -> String {
    let all: Vec<String> = (0..size).map(&mut one).collect();
    all.join(",")
}

fn unknown_fields(size: usize) -> String {
    joined(size, |index| {
        format!(r#""x_{index}":{{"a":[null,{index}]}}"#)
    })
}

/// Messages whose tag comes first, fourth and last.
fn page(size: usize) -> String {
    let page = joined(size, |index| match index % 3 {
        0 => format!(
            r#"{{"message_type":"system_message","id":"m{index}","date":"d","content":"a"}}"#
        ),
        1 => format!(
            r#"{{"id":"m{index}","date":"d","name":null,"message_type":"user_message","content":[{{"type":"text","text":"a"}}]}}"#
        ),
        _ => format!(
            r#"{{"id":"m{index}","date":"d","reasoning":"a","message_type":"reasoning_message"}}"#
        ),
    });
    format!("[{page}]")
}

fn fields_of_a_step(size: usize) -> String {
    format!(r#"{{"id":"s",{}}}"#, unknown_fields(size))
}

fn fields_before_the_tag(size: usize) -> String {
    format!(
        r#"{{"id":"m","date":"d",{},"content":"a","message_type":"user_message"}}"#,
        unknown_fields(size)
    )
}

fn fields_before_an_unknown_tag(size: usize) -> String {
    format!(
        r#"{{"id":"m",{},"message_type":"x_new"}}"#,
        unknown_fields(size)
    )
}

fn fields_behind_an_unknown_tag(size: usize) -> String {
    format!(
        r#"{{"message_type":"x_new","id":"m",{}}}"#,
        unknown_fields(size)
    )
}

fn fields_without_a_tag(size: usize) -> String {
    format!(r#"{{"id":"m","content":"a",{}}}"#, unknown_fields(size))
}

/// Told by its last key: all before it is kept as JSON and read again.
fn fields_before_the_id_of_an_old_result(size: usize) -> String {
    format!(
        r#"{{"message_type":"user_message","date":"d",{},"content":"a","id":"m"}}"#,
        unknown_fields(size)
    )
}

/// The type of the content isn't known before the tag: all of it is kept as JSON and read again.
fn parts_before_the_tag(size: usize) -> String {
    let parts = joined(size, |index| {
        format!(r#"{{"text":"{index}","type":"text"}}"#)
    });
    format!(r#"{{"id":"m","date":"d","content":[{parts}],"message_type":"user_message"}}"#)
}

fn tool_returns(size: usize) -> String {
    let returns = joined(size, |index| {
        format!(
            r#"{{"tool_call_id":"c{index}","func_response":[{{"text":"a","type":"text"}}],"status":"success"}}"#
        )
    });
    format!(r#"{{"id":"m","role":"approval","approvals":[{returns}],"tool_returns":[{returns}]}}"#)
}

fn elements_of_a_step(size: usize) -> String {
    let messages = joined(size, |index| {
        format!(r#"{{"id":"m{index}","role":"user"}}"#)
    });
    let tags = joined(size, |index| format!(r#""{index}""#));
    format!(r#"{{"id":"s","tags":[{tags}],"messages":[{messages}]}}"#)
}

fn escapes(size: usize) -> String {
    let escapes = r#"\n\"\\\u00e9\ud83d\ude00é"#.repeat(size);
    format!(
        r#"{{"id":"{escapes}","date":"d","{escapes}":"{escapes}","content":"{escapes}","message_type":"user_message"}}"#
    )
}

fn nested(depth: usize) -> String {
    let mut text = String::from(r#"{"id":"s","x":"#);
    for _ in 0..depth {
        text.push_str(r#"{"a":["#);
    }
    for _ in 0..depth {
        text.push_str("]}");
    }
    text.push('}');
    text
}

/// Kept as JSON until the tag tells that it stays JSON.
fn nested_before_the_tag(depth: usize) -> String {
    let (open, close) = ("[".repeat(depth), "]".repeat(depth));
    format!(r#"{{"id":"m","content":{open}{close},"message_type":"x_new"}}"#)
}

fn nested_too_deep(depth: usize) -> String {
    format!(r#"{{"id":"m","content":{}"#, "[".repeat(128 + depth))
}

/// All behind the first element must be read over.
fn bad_first_element(size: usize) -> String {
    let messages = joined(size, |index| {
        format!(r#"{{"id":"m{index}","role":"user"}}"#)
    });
    format!(r#"{{"id":"s","messages":[{{"id":5,"role":"user"}},{messages}]}}"#)
}

fn one_key_again_and_again(size: usize) -> String {
    let twice = joined(size, |index| format!(r#""model":"{index}""#));
    format!(r#"{{"id":"s",{twice}}}"#)
}

fn bad_value_before_the_tag(size: usize) -> String {
    let mut text = String::new();
    for index in 0..size {
        write!(text, r#""x_{index}":[],"#).expect("memory suffices");
    }
    format!(r#"{{"id":"m","date":5,"content":"a",{text}"message_type":"user_message"}}"#)
}

/// A page over and over: the bound must tell such work.
#[test]
fn quadratic_work_is_told() {
    let costs = in_three_sizes(3, |size| {
        Box::new(move || {
            for shorter in 1..=size {
                drop(serde_json::from_str::<Vec<LettaMessage>>(&page(shorter)));
            }
        })
    });
    assert!(steps_beyond_linear(costs) > 0, "{costs:?}");
}

#[test]
fn lists_are_linear() {
    assert_linear::<Vec<LettaMessage>>("a page of messages", 10, page);
    assert_linear::<Step>("a step's messages and tags", 10, elements_of_a_step);
    assert_linear::<InternalMessage>("tool returns", 5, tool_returns);
    assert_linear::<LettaMessage>("parts before the tag", 10, parts_before_the_tag);
}

#[test]
fn unknown_fields_are_linear() {
    assert_linear::<Step>("of a step", 10, fields_of_a_step);
    assert_linear::<LettaMessage>("before the tag", 10, fields_before_the_tag);
    assert_linear::<LettaMessage>("before an unknown tag", 10, fields_before_an_unknown_tag);
    assert_linear::<LettaMessage>("behind an unknown tag", 10, fields_behind_an_unknown_tag);
    assert_linear::<LettaMessage>("without a tag", 10, fields_without_a_tag);
    assert_linear::<MessageListResult>("of a result", 10, fields_before_the_tag_of_a_result);
    assert_linear::<MessageListResult>(
        "of an old result",
        10,
        fields_before_the_id_of_an_old_result,
    );
}

fn fields_before_the_tag_of_a_result(size: usize) -> String {
    format!(
        r#"{{"message_id":"m","agent_id":"a",{},"created_at":"d","content":"a","message_type":"user_message"}}"#,
        unknown_fields(size)
    )
}

#[test]
fn long_texts_are_linear() {
    assert_linear::<LettaMessage>("escapes", 10, escapes);
}

/// Up to what `serde_json` reads: 127 levels, the step itself and two for each step of the depth.
#[test]
fn deep_values_are_linear() {
    assert!(serde_json::from_str::<Step>(&nested(63)).is_ok());
    assert!(serde_json::from_str::<Step>(&nested(64)).is_err());
    let costs = [1, 6, 63].map(|depth| {
        let text = nested(depth);
        cost(&|| drop(serde_json::from_str::<Step>(&text)))
    });
    assert_eq!(steps_beyond_linear(costs), 0, "{costs:?}");
    assert_linear::<LettaMessage>("before the tag", 1, nested_before_the_tag);
}

#[test]
fn refusals_are_linear() {
    assert_refusal_is_linear::<Step>("a bad element", 10, bad_first_element);
    assert_refusal_is_linear::<Step>("one key again and again", 10, one_key_again_and_again);
    assert_refusal_is_linear::<LettaMessage>("a bad value", 10, bad_value_before_the_tag);
    assert_refusal_is_linear::<LettaMessage>("too deep", 10, nested_too_deep);
    assert_refusal_is_linear::<Vec<LettaMessage>>("an end too early", 10, |size| {
        page(size).trim_end_matches(']').to_owned()
    });
}
