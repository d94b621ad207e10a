//! The arguments of tool calls as types of a program's own.

use std::{collections::BTreeMap, error::Error};

use letta_types::{FunctionCall, FunctionToolCall, ToolCall, ToolCallContent, ToolCallId};
use serde_json::{Value, json};

#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Weather {
    city: String,
    #[serde(default)]
    days: Vec<u8>,
    #[serde(default)]
    place: Option<Place>,
}

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Place {
    latitude: f64,
    #[serde(default)]
    kind: Option<Kind>,
}

#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Harbour,
}

/// A type whose errors are long.
#[derive(Debug)]
struct Chatty;

impl<'de> serde::Deserialize<'de> for Chatty {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Err(serde::de::Error::custom(format_args!("no: {value}")))
    }
}

fn with_arguments(arguments: &str) -> ToolCall {
    ToolCall::new("call_1", "get_weather", arguments)
}

#[test]
fn arguments_are_the_callers_type() -> Result<(), Box<dyn Error>> {
    let text =
        r#"{ "city": "Oslo", "days": [1, 2], "place": {"latitude": 59.9, "kind": "harbour"} }"#;
    let call = with_arguments(text);
    let expected = Weather {
        city: "Oslo".to_owned(),
        days: vec![1, 2],
        place: Some(Place {
            latitude: 59.9,
            kind: Some(Kind::Harbour),
        }),
    };
    assert_eq!(call.parse_arguments::<Weather>()?, expected);
    assert_eq!(call.parse_arguments::<Value>()?["city"], "Oslo");
    assert_eq!(call.arguments, text);

    let function = FunctionCall::new("get_weather", text);
    assert_eq!(function.parse_arguments::<Weather>()?, expected);
    let stored = FunctionToolCall::new("call_1", function, "function");
    assert_eq!(stored.parse_arguments::<Weather>()?, expected);

    let input = serde_json::from_str(text)?;
    let part = ToolCallContent::new("call_1", "get_weather", input);
    assert_eq!(part.parse_input::<Weather>()?, expected);
    Ok(())
}

/// The pointer and the position of what is wrong, for each way in which it can be.
#[test]
fn errors_of_arguments_say_where() {
    for (text, pointer, column, part) in [
        // Not of the type: behind the value, or before an array or object.
        (r#"{"city": 5}"#, "/city", 10, "expected a string"),
        (r#"{"city": -51.5e1 }"#, "/city", 16, "expected a string"),
        (r#"{"city":[1]}"#, "/city", 8, "sequence"),
        (r#"{"city": [1]}"#, "/city", 9, "sequence"),
        (r#"{"city": {"a": 1}}"#, "/city", 9, "map"),
        (r#"{"city": null, "days": [1]}"#, "/city", 13, "null"),
        (
            r#"{"city": "Oslo", "days": [1, "x"]}"#,
            "/days/1",
            32,
            "string \"x\"",
        ),
        (
            r#"{"city": "Oslo", "days": [1, 300]}"#,
            "/days/1",
            32,
            "300",
        ),
        (r#"{"days": [1, {}], "city": ""}"#, "/days/1", 13, "map"),
        (
            r#"{"city": "Oslo", "place": {"latitude": true}}"#,
            "/place/latitude",
            43,
            "boolean `true`",
        ),
        (
            r#"{"city": "", "place": {"latitude": 1, "kind": "fjord"}}"#,
            "/place/kind",
            53,
            "unknown variant `fjord`",
        ),
        // Of a missing field: its object.
        (r#"{"days": [1, 2]}"#, "", 16, "missing field `city`"),
        (
            r#"{"city": "", "place": {"kind": null}}"#,
            "/place",
            36,
            "missing field `latitude`",
        ),
        (
            r#"{"city": "", "days": [], "ctiy": 5}"#,
            "",
            31,
            "unknown field `ctiy`",
        ),
        ("[1, 2, 3, 4, 5]", "/0", 2, "invalid type"),
        ("\"Oslo\"", "", 6, "string \"Oslo\""),
        // Not JSON: the value in which it breaks.
        ("", "", 1, "EOF"),
        (r#"{"city": "Osl"#, "/city", 13, "EOF"),
        (r#"{"city": "Oslo", "days": [1, "2"#, "/days/1", 31, "EOF"),
        (r#"{"city": Oslo}"#, "/city", 10, "expected value"),
        (r#"{"city": "Oslo"} and so on"#, "", 18, "trailing"),
    ] {
        let error = with_arguments(text)
            .parse_arguments::<Weather>()
            .expect_err(text);
        assert_eq!(error.pointer(), pointer, "{text}: {error}");
        assert_eq!(
            (error.line(), error.column()),
            (1, column),
            "{text}: {error}"
        );
        let shown = error.to_string();
        assert!(shown.contains(part), "{text}: {shown}");
        assert!(
            shown.starts_with("arguments of the tool `get_weather` (call `call_1`): "),
            "{shown}"
        );
        assert!(
            shown.ends_with(&format!("line 1 column {column}")),
            "{shown}"
        );
        assert_eq!(error.tool_name(), "get_weather");
        assert_eq!(error.tool_call_id(), Some(&ToolCallId::new("call_1")));

        let source = error.source().expect("a source");
        let source = source
            .downcast_ref::<serde_json::Error>()
            .expect("serde_json's");
        assert_eq!((source.line(), source.column()), (1, column), "{source}");
    }
}

#[test]
fn errors_of_arguments_count_lines() {
    let text =
        "{\n  \"city\": \"Oslo\",\n  \"place\": {\n    \"a/b~c\": \"é\", \"latitude\": \"é\" }\n}";
    let error = with_arguments(text)
        .parse_arguments::<Weather>()
        .expect_err("no latitude");
    assert_eq!(error.pointer(), "/place/latitude");
    assert_eq!((error.line(), error.column()), (4, 35));

    let error = with_arguments("{\"a/b~c\": [0,\n\ntrue]}")
        .parse_arguments::<BTreeMap<String, Vec<u8>>>()
        .expect_err("no number");
    assert_eq!(error.pointer(), "/a~1b~0c/1");
    assert_eq!((error.line(), error.column()), (3, 4));
}

/// Arguments hold secrets, and errors go into logs.
#[test]
fn errors_of_arguments_quote_little() {
    let secret = "correct horse battery staple \\\" `again` and \\n again";
    let hidden = "battery";
    let wrong_type = format!(r#"{{"city": "Oslo", "days": "{secret}"}}"#);
    let variant = format!(
        r#"{{"city": "Oslo", "place": {{"latitude": 1, "kind": "012345678901234567890123456789 {hidden}"}}}}"#
    );
    let field = format!(r#"{{"012345678901234567890123456789012 {hidden}": 1}}"#);
    for text in [wrong_type, variant, field] {
        let error = with_arguments(&text)
            .parse_arguments::<Weather>()
            .expect_err("not of the type");
        let mut shown = vec![format!("{error}"), format!("{error:?}")];
        let mut source = error.source();
        while let Some(inner) = source {
            shown.extend([format!("{inner}"), format!("{inner:?}")]);
            source = inner.source();
        }
        for shown in shown {
            assert!(!shown.contains(hidden), "{shown}");
            assert!(shown.contains('…'), "{shown}");
        }
    }

    // A type's own words, at length.
    let long = serde_json::to_string(&"é".repeat(10_000)).expect("a text");
    let long = format!("[[{long}], {}]", "1,".repeat(2000) + "1");
    let error = with_arguments(&long)
        .parse_arguments::<Chatty>()
        .expect_err("chatty");
    assert!(error.to_string().chars().count() < 400, "{error}");
}

#[test]
fn errors_name_what_they_know() {
    let function = FunctionCall::new("wave", "{");
    let error = function.parse_arguments::<Value>().expect_err("no JSON");
    assert_eq!(error.tool_call_id(), None);
    assert_eq!(
        error.to_string(),
        "arguments of the tool `wave`: EOF while parsing an object, line 1 column 1"
    );

    let function = FunctionCall::new("\u{1b}[2J", "{\"\u{1b}\"");
    let error = function.parse_arguments::<Value>().expect_err("no JSON");
    assert!(!error.to_string().contains(char::is_control), "{error:?}");
    assert!(error.to_string().contains("`\\u{1b}[2J`"), "{error}");

    let input = json!({ "city": "Oslo", "days": [1, -1] });
    let input = input.as_object().cloned().unwrap_or_default();
    let error = ToolCallContent::new("call_1", "get_weather", input)
        .parse_input::<Weather>()
        .expect_err("no day");
    assert_eq!(error.pointer(), "/days/1");
    assert_eq!((error.line(), error.column()), (0, 0));
    assert_eq!(
        error.to_string(),
        "arguments of the tool `get_weather` (call `call_1`): \
         invalid value: integer `-1`, expected u8, at /days/1"
    );
}
