//! The parts that messages are made of, and where pictures come from.

use letta_types::{
    AssistantContent, AssistantContentPart, ImageSource, MessageContentPart, ToolReturnValue,
    UserContent, UserContentPart,
};
use serde_json::{Value, json};
use support::{fixtures, text};

fn part(file: &str) -> MessageContentPart {
    let text = fixtures::text(&format!("content/{file}.json"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn source(file: &str) -> ImageSource {
    let text = fixtures::text(&format!("content/image-source-{file}.json"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn every_part_is_written_as_it_came() {
    for fixture in fixtures::within("content") {
        let went = fixture.round_trip();
        assert_eq!(went.written, fixture.json(), "{}", fixture.path);
        let unknown = fixture.path.contains("unknown");
        assert_eq!(
            text::unknowns(&went.debug),
            usize::from(unknown),
            "{}",
            fixture.path
        );
    }
}

#[test]
fn every_part_is_its_variant() {
    type Is = fn(&MessageContentPart) -> bool;
    let kinds: [(&str, Is); 9] = [
        ("text", |p| matches!(p, MessageContentPart::Text(_))),
        ("image", |p| matches!(p, MessageContentPart::Image(_))),
        ("tool-call", |p| {
            matches!(p, MessageContentPart::ToolCall(_))
        }),
        ("tool-return", |p| {
            matches!(p, MessageContentPart::ToolReturn(_))
        }),
        ("reasoning", |p| {
            matches!(p, MessageContentPart::Reasoning(_))
        }),
        ("redacted-reasoning", |p| {
            matches!(p, MessageContentPart::RedactedReasoning(_))
        }),
        ("omitted-reasoning", |p| {
            matches!(p, MessageContentPart::OmittedReasoning(_))
        }),
        ("summarized-reasoning", |p| {
            matches!(p, MessageContentPart::SummarizedReasoning(_))
        }),
        ("unknown-part", |p| {
            matches!(p, MessageContentPart::Unknown(_))
        }),
    ];
    for (file, is) in kinds {
        let part = part(file);
        assert!(is(&part), "{file}: {part:?}");
    }
}

#[test]
fn every_source_is_its_variant() {
    type Is = fn(&ImageSource) -> bool;
    let kinds: [(&str, Is); 4] = [
        ("url", |s| matches!(s, ImageSource::Url(_))),
        ("base64", |s| matches!(s, ImageSource::Base64(_))),
        ("letta", |s| matches!(s, ImageSource::Letta(_))),
        ("unknown", |s| matches!(s, ImageSource::Unknown(_))),
    ];
    for (file, is) in kinds {
        let source = source(file);
        assert!(is(&source), "{file}: {source:?}");
    }
}

#[test]
fn parts_without_a_tag_are_told_by_their_fields_or_kept() {
    for file in [
        "text",
        "image",
        "tool-call",
        "tool-return",
        "reasoning",
        "redacted-reasoning",
        "summarized-reasoning",
    ] {
        let whole = fixtures::json(&format!("content/{file}.json"));
        let mut bare = whole.clone();
        bare.as_object_mut().expect("an object").remove("type");
        let told: MessageContentPart =
            serde_json::from_value(bare).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(told, part(file));
        assert_eq!(serde_json::to_value(&told).expect("is written"), whole);
    }

    for undecided in [
        json!({ "signature": "C0Duk" }),
        json!({}),
        json!({ "text": null, "signature": null }),
        json!({ "text": "a text", "reasoning": "and reasoning", "is_native": true }),
    ] {
        let kept: MessageContentPart =
            serde_json::from_value(undecided.clone()).expect("an object is kept");
        assert!(matches!(kept, MessageContentPart::Unknown(_)), "{kept:?}");
        assert_eq!(serde_json::to_value(&kept).expect("is written"), undecided);
    }
}

/// A picture with `file_id` beside `data` and `media_type` is a stored one: the other kind has no
/// `file_id`.
#[test]
fn sources_without_a_tag_are_told_by_their_fields_or_kept() {
    let tagless = |file: &str| -> ImageSource {
        let mut bare = fixtures::json(&format!("content/image-source-{file}.json"));
        bare.as_object_mut().expect("an object").remove("type");
        serde_json::from_value(bare).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    assert_eq!(tagless("url"), source("url"));
    assert_eq!(tagless("base64"), source("base64"));
    assert_eq!(tagless("letta"), source("letta"));

    let undecided =
        json!({ "url": "https://example.com/a.png", "file_id": "file-1", "data": null });
    let kept: ImageSource = serde_json::from_value(undecided.clone()).expect("an object is kept");
    assert!(matches!(kept, ImageSource::Unknown(_)), "{kept:?}");
    assert_eq!(serde_json::to_value(&kept).expect("is written"), undecided);
}

/// Where one kind is documented, what fits it is of that kind.
#[test]
fn a_part_without_a_tag_is_told_where_there_is_one_kind() {
    let whole = fixtures::json("content/text.json");
    let mut bare = whole.clone();
    bare.as_object_mut().expect("an object").remove("type");
    let told: AssistantContentPart = serde_json::from_value(bare).expect("text is told");
    assert!(matches!(told, AssistantContentPart::Text(_)), "{told:?}");
    assert_eq!(serde_json::to_value(&told).expect("is written"), whole);

    let other = json!({ "signature": null, "refusal": "no" });
    let kept: AssistantContentPart =
        serde_json::from_value(other.clone()).expect("an object is kept");
    assert!(matches!(kept, AssistantContentPart::Unknown(_)), "{kept:?}");
    assert_eq!(serde_json::to_value(&kept).expect("is written"), other);
}

#[test]
fn narrow_unions_keep_parts_of_other_kinds() {
    let call = fixtures::json("content/tool-call.json");
    let part: UserContentPart =
        serde_json::from_value(call.clone()).expect("a part of another kind is kept");
    assert!(matches!(part, UserContentPart::Unknown(_)), "{part:?}");
    assert_eq!(serde_json::to_value(&part).expect("is written"), call);
}

#[test]
fn text_or_parts_refuse_other_json() {
    for other in [
        json!(null),
        json!(true),
        json!(5),
        json!(0.5),
        json!({ "text": "a" }),
    ] {
        assert_refused::<UserContent>(&other);
        assert_refused::<AssistantContent>(&other);
        assert_refused::<ToolReturnValue>(&other);
    }
    for part in [json!("text"), json!(5), json!(null), json!([])] {
        assert_refused::<UserContent>(&json!([part]));
        assert_refused::<AssistantContent>(&json!([part]));
        assert_refused::<ToolReturnValue>(&json!([part]));
    }
}

fn assert_refused<T: serde::de::DeserializeOwned + std::fmt::Debug>(value: &Value) {
    let outcome = serde_json::from_value::<T>(value.clone());
    assert!(outcome.is_err(), "{value} was read as {outcome:?}");
}

#[test]
fn input_of_a_tool_call_is_kept_to_the_last_bit() {
    let MessageContentPart::ToolCall(call) = part("tool-call") else {
        panic!("not a tool call");
    };
    assert_eq!(
        call.input["exact"],
        Value::Null,
        "an open map keeps its nulls"
    );
    assert_eq!(
        call.input["ratio"].as_f64().map(f64::to_bits),
        Some(0.1_f64.to_bits())
    );
}
