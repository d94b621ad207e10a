//! Inputs that grow, hostile ones among them: what they cost per byte must not grow with them.

use std::hint::black_box;

use letta_types::{
    LettaMessage, Step,
    json::{self, Tolerant},
};

/// An input in sizes that grow tenfold.
#[derive(Clone, Copy)]
pub struct Input {
    /// What it is called on the command line and in tables.
    pub name: &'static str,

    /// What there is much of.
    pub about: &'static str,

    smallest: usize,
    make: fn(usize) -> String,
    read: fn(&str) -> bool,
    is_refused: bool,
}

/// How much larger than the smallest the sizes are.
pub const FACTORS: [usize; 3] = [1, 10, 100];

impl Input {
    /// The input in the size of one of the [`FACTORS`].
    #[must_use]
    pub fn text(&self, factor: usize) -> String {
        (self.make)(self.smallest * factor)
    }

    /// Reads it so many times.
    ///
    /// # Errors
    ///
    /// It was read but should be refused, or the other way round: another input is measured than is said.
    pub fn read(&self, factor: usize, times: usize) -> Result<(), String> {
        let text = self.text(factor);
        for _ in 0..times {
            if (self.read)(black_box(&text)) == self.is_refused {
                let (name, wrong) = (self.name, !self.is_refused);
                return Err(format!("{name}: refused or not: {wrong}"));
            }
        }
        Ok(())
    }
}

const fn read_well(
    name: &'static str,
    about: &'static str,
    smallest: usize,
    make: fn(usize) -> String,
    read: fn(&str) -> bool,
) -> Input {
    Input {
        name,
        about,
        smallest,
        make,
        read,
        is_refused: false,
    }
}

const fn refused(
    name: &'static str,
    about: &'static str,
    smallest: usize,
    make: fn(usize) -> String,
    read: fn(&str) -> bool,
) -> Input {
    Input {
        name,
        about,
        smallest,
        make,
        read,
        is_refused: true,
    }
}

/// All inputs.
pub const INPUTS: &[Input] = &[
    read_well(
        "page",
        "messages, the tag first, fourth and last",
        100,
        page,
        list,
    ),
    read_well(
        "unknown-fields",
        "unknown fields in a message, the tag first",
        100,
        unknown_fields,
        message,
    ),
    read_well(
        "fields-before-tag",
        "unknown fields before the tag",
        100,
        fields_before_tag,
        message,
    ),
    read_well(
        "fields-of-step",
        "unknown fields in a step",
        100,
        fields_of_step,
        step,
    ),
    read_well(
        "unknown-tags",
        "messages of unknown types",
        100,
        unknown_tags,
        list,
    ),
    read_well(
        "parts-before-tag",
        "parts of a message whose tag is last",
        100,
        parts_before_tag,
        message,
    ),
    read_well("escapes", "escapes in a text", 100, escapes, message),
    read_well(
        "long-key",
        "one unknown key, as long as the input",
        1_000,
        long_key,
        message,
    ),
    read_well(
        "deep",
        "levels of nesting, up to what is read",
        1,
        deep,
        step,
    ),
    read_well(
        "tolerant",
        "a tolerant list without bad elements",
        100,
        page,
        tolerant,
    ),
    read_well(
        "tolerant-bad",
        "a tolerant list of bad elements",
        100,
        bad_elements,
        tolerant,
    ),
    refused(
        "bad-first",
        "elements behind a bad one",
        100,
        bad_first,
        list,
    ),
    refused("bad-last", "elements before a bad one", 100, bad_last, list),
    refused("one-key", "one key again and again", 100, one_key, step),
    refused(
        "one-unknown-key",
        "one unknown key again and again",
        100,
        one_unknown_key,
        step,
    ),
    refused(
        "too-deep",
        "levels of nesting beyond what is read",
        100,
        too_deep,
        message,
    ),
    refused("cut-short", "messages without an end", 100, cut_short, list),
];

fn message(text: &str) -> bool {
    json::from_str::<LettaMessage>(text).is_ok()
}

fn list(text: &str) -> bool {
    json::from_str::<Vec<LettaMessage>>(text).is_ok()
}

fn step(text: &str) -> bool {
    json::from_str::<Step>(text).is_ok()
}

fn tolerant(text: &str) -> bool {
    json::from_str::<Vec<Tolerant<LettaMessage>>>(text).is_ok()
}

/// A text for each number below the size, with commas between.
fn joined(size: usize, mut one: impl FnMut(usize) -> String) -> String {
    let all: Vec<String> = (0..size).map(&mut one).collect();
    all.join(",")
}

fn messages(size: usize) -> String {
    joined(size, |index| match index % 3 {
        0 => format!(
            r#"{{"message_type":"system_message","id":"m{index:07}","date":"d","content":"a"}}"#
        ),
        1 => format!(
            r#"{{"id":"m{index:07}","date":"d","name":null,"message_type":"user_message","content":[{{"type":"text","text":"a"}}]}}"#
        ),
        _ => format!(
            r#"{{"id":"m{index:07}","date":"d","reasoning":"a","message_type":"reasoning_message"}}"#
        ),
    })
}

fn page(size: usize) -> String {
    format!("[{}]", messages(size))
}

fn fields(size: usize) -> String {
    joined(size, |index| {
        format!(r#""x_{index:07}":{{"a":[null,1{index:07}]}}"#)
    })
}

fn unknown_fields(size: usize) -> String {
    format!(
        r#"{{"message_type":"user_message","id":"m","date":"d","content":"a",{}}}"#,
        fields(size)
    )
}

fn fields_before_tag(size: usize) -> String {
    format!(
        r#"{{"id":"m","date":"d",{},"content":"a","message_type":"user_message"}}"#,
        fields(size)
    )
}

fn fields_of_step(size: usize) -> String {
    format!(r#"{{"id":"s",{}}}"#, fields(size))
}

fn unknown_tags(size: usize) -> String {
    let messages = joined(size, |index| {
        format!(r#"{{"id":"m{index:07}","content":{{"a":[1,2]}},"message_type":"x_{index:07}"}}"#)
    });
    format!("[{messages}]")
}

fn parts_before_tag(size: usize) -> String {
    let parts = joined(size, |index| {
        format!(r#"{{"text":"{index:07}","type":"text"}}"#)
    });
    format!(r#"{{"id":"m","date":"d","content":[{parts}],"message_type":"user_message"}}"#)
}

fn escapes(size: usize) -> String {
    let escapes = r#"\n\"\\\u00e9\ud83d\ude00é"#.repeat(size);
    format!(r#"{{"id":"m","date":"d","content":"{escapes}","message_type":"user_message"}}"#)
}

fn long_key(size: usize) -> String {
    let key = "k".repeat(size);
    format!(r#"{{"id":"m","date":"d","{key}":1,"content":"a","message_type":"user_message"}}"#)
}

/// A level for each of the size; the object itself is one more.
fn deep(size: usize) -> String {
    format!(
        r#"{{"id":"s","x":{}{}}}"#,
        "[".repeat(size),
        "]".repeat(size)
    )
}

fn bad_elements(size: usize) -> String {
    let elements = joined(size, |index| {
        format!(r#"{{"id":{index},"date":"d","content":"a","message_type":"user_message"}}"#)
    });
    format!("[{elements}]")
}

const BAD: &str = r#"{"id":5,"date":"d","content":"a","message_type":"user_message"}"#;

fn bad_first(size: usize) -> String {
    format!("[{BAD},{}]", messages(size))
}

fn bad_last(size: usize) -> String {
    format!("[{},{BAD}]", messages(size))
}

fn one_key(size: usize) -> String {
    let twice = joined(size, |index| format!(r#""model":"{index:07}""#));
    format!(r#"{{"id":"s",{twice}}}"#)
}

fn one_unknown_key(size: usize) -> String {
    let twice = joined(size, |index| format!(r#""x":"{index:07}""#));
    format!(r#"{{"id":"s",{twice}}}"#)
}

fn too_deep(size: usize) -> String {
    format!(r#"{{"id":"m","content":{}"#, "[".repeat(128 + size))
}

fn cut_short(size: usize) -> String {
    format!("[{}", messages(size))
}
