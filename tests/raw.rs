//! Traces whose maps stay text: the text is the one that came, and all else is as in `ProviderTrace`.

use std::collections::BTreeMap;

use letta_types::{
    ProviderTrace, RawJson, RawProviderTrace,
    json::{self, Category, Tolerant},
};
use serde_json::{Map, Value, json, value::RawValue};
use support::{Fixture, Form, fixtures, recorded::Recordings};

/// The fields that stay text.
const KEPT: [&str; 2] = ["request_json", "response_json"];

/// Every trace that is kept here, the documented one among them. A body of `null` is none.
fn traces() -> Vec<Fixture> {
    let recorded = Recordings::kept();
    let recorded = recorded.all().flat_map(|recording| recording.values);
    let all = fixtures::all().into_iter().chain(recorded);
    let traces: Vec<_> = all
        .filter(|fixture| fixture.type_name == "ProviderTrace" && !fixture.json().is_null())
        .collect();
    assert!(traces.len() >= 7, "only {}", traces.len());
    traces
}

/// The texts of a trace's maps as they stand in a body, by a reader that isn't ours.
fn texts(body: &str) -> Vec<String> {
    let fields: BTreeMap<String, Box<RawValue>> =
        serde_json::from_str(body).expect("it is an object");
    KEPT.iter()
        .map(|key| fields[*key].get().to_owned())
        .collect()
}

fn read(body: &str) -> RawProviderTrace {
    serde_json::from_str(body).unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn trace(request: &str) -> String {
    format!(r#"{{"request_json":{request},"response_json":{{}}}}"#)
}

#[test]
fn texts_are_written_as_they_came() {
    for fixture in traces() {
        let path = &fixture.path;
        let came = texts(&fixture.text);
        let raw = read(&fixture.text);
        assert_eq!(raw.request_json.as_str(), came[0], "{path}");
        assert_eq!(raw.response_json.as_str(), came[1], "{path}");
        let written = serde_json::to_string(&raw).expect("is written");
        assert_eq!(texts(&written), came, "{path}");
        assert_eq!(read(&written), raw, "{path}");
    }
}

#[test]
fn all_else_is_as_in_the_type_with_maps() {
    for fixture in traces() {
        let path = &fixture.path;
        let raw: RawProviderTrace = json::from_str(&fixture.text).expect("is read");
        assert_eq!(raw, read(&fixture.text), "{path}");
        let whole: ProviderTrace = json::from_str(&fixture.text).expect("is read");
        let written = serde_json::to_value(&raw).expect("is written");
        let expected = serde_json::to_value(&whole).expect("is written");
        assert_eq!(written, expected, "{path}");
        assert_eq!(
            ProviderTrace::try_from(raw).expect("its texts are maps"),
            whole,
            "{path}"
        );
        // The way back has the same values in another text.
        let made = RawProviderTrace::from(whole.clone());
        assert_eq!(
            made.request_json.to_map().expect("is a map"),
            whole.request_json,
            "{path}"
        );
        assert_eq!(
            ProviderTrace::try_from(made).expect("its texts are maps"),
            whole,
            "{path}"
        );
    }
}

/// What a value doesn't keep: order, spelling, white space, the first of two keys.
#[test]
fn nothing_of_the_text_is_lost() {
    for request in [
        "{}",
        "{ }",
        "{\"b\": 1, \"a\": 2,\n\t\"b\": 3}",
        r#"{"n": [1.0, 1.50, 1e2, -0, 123456789012345678901234567890, 1e999]}"#,
        r#"{"s": "\u00e9\/é", "k\u0065y": null}"#,
        r#"{"$serde_json::private::RawValue": "no JSON"}"#,
        r#"{"$serde_json::private::Number": "5"}"#,
    ] {
        for request in [request.to_owned(), format!(" {request}\n")] {
            let body = trace(&request);
            let raw = read(&body);
            assert_eq!(raw.request_json.as_str(), request.trim());
            assert_eq!(raw.request_json.to_string(), request.trim());
            let written = serde_json::to_string(&raw).expect("is written");
            assert_eq!(written, trace(request.trim()));
            for other in [
                json::from_str(&body).expect("is read"),
                serde_json::from_slice(body.as_bytes()).expect("is read"),
                serde_json::from_reader(body.as_bytes()).expect("is read"),
            ] {
                assert_eq!(raw, other, "{body}");
            }
        }
    }
}

/// Deeper than `serde_json` makes values of.
#[test]
fn depth_is_no_limit() {
    let request = format!("{{\"a\":{}{}}}", "[".repeat(5_000), "]".repeat(5_000));
    let raw = read(&trace(&request));
    assert_eq!(raw.request_json.as_str(), request);
    let error = ProviderTrace::try_from(raw).expect_err("that is too deep");
    assert!(error.to_string().contains("recursion limit"), "{error}");
    assert!(error.pointer().starts_with("/request_json/a/0"), "{error}");
}

#[test]
fn a_body_can_be_null_or_a_list() {
    let null: Option<RawProviderTrace> = json::from_str(" null ").expect("is read");
    assert_eq!(null, None);
    let body = trace("{\"a\": 1}");
    let some: Option<RawProviderTrace> = json::from_str(&body).expect("is read");
    assert_eq!(some, Some(read(&body)));
    let list = format!("[{body}, {}]", trace("5"));
    let list: Vec<Tolerant<RawProviderTrace>> = json::from_str(&list).expect("is read");
    assert!(
        matches!(&list[..], [Tolerant::Value(first), Tolerant::Malformed { error, .. }]
            if *first == read(&body) && error.pointer() == "/1/request_json"),
        "{list:?}"
    );
}

/// What `serde_json` makes no value of is of no concern to a list that keeps it as text.
#[test]
fn a_malformed_trace_makes_no_other_one_unreadable() {
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(5_000), "]".repeat(5_000));
    for request in [deep.as_str(), r#"{"a":1e999}"#, r#"{"a":"\ud83d"}"#] {
        let body = trace(request);
        let list = format!("[{body},{{}},\n{body}, 5]");
        let list: Vec<Tolerant<RawProviderTrace>> = json::from_str(&list).expect("is read");
        let errors: Vec<_> = list.iter().map(Tolerant::error).collect();
        let places = errors.iter().map(|error| error.map(json::Error::pointer));
        let expected = [None, Some("/1/request_json"), None, Some("/3")];
        assert_eq!(places.collect::<Vec<_>>(), expected);
        assert_eq!(list[2].value(), Some(&read(&body)));
        assert_eq!(errors[3].map(json::Error::line), Some(2));
    }
}

#[test]
fn undeclared_fields_are_kept() {
    let body = r#"{"request_json":{},"later":[null],"response_json":{},"newer":null}"#;
    let raw = read(body);
    assert_eq!(raw.extra().get("later"), Some(&json!([null])));
    let written = serde_json::to_value(&raw).expect("is written");
    assert_eq!(written, serde_json::from_str::<Value>(body).expect("JSON"));
    let whole = ProviderTrace::try_from(raw.clone()).expect("its texts are maps");
    assert_eq!(whole.extra(), raw.extra());
    assert_eq!(RawProviderTrace::from(whole).extra(), raw.extra());
}

/// Wherever the type with maps refuses a body for what the type is, so does this one, in the same words.
#[test]
fn what_is_no_trace_is_refused_alike() {
    let bodies = ["5", "true", "null", "\"{}\"", "[]", "[{}]", "1.5", "1e2"]
        .map(trace)
        .into_iter()
        .chain(
            [
                "{}",
                r#"{"request_json":{}}"#,
                r#"{"request_json":{},"response_json":{},"request_json":{}}"#,
                r#"{"request_json":{},"response_json":{},"id":5}"#,
                r#"{"request_json":{"a":1,},"response_json":{}}"#,
                r#"{"request_json":{"a":"#,
                r#"{"request_json":{},"response_json":{}} x"#,
                r#"{"request_json":nul,"response_json":{}}"#,
                "[]",
            ]
            .map(str::to_owned),
        );
    for body in bodies {
        let error = json::from_str::<RawProviderTrace>(&body).expect_err("that is no trace");
        let expected = json::from_str::<ProviderTrace>(&body).expect_err("that is no trace");
        assert_eq!(error.category(), expected.category(), "{body}");
        assert_eq!(error.pointer(), expected.pointer(), "{body}");
        assert_eq!(error.line(), expected.line(), "{body}");
        if !matches!(error.category(), Category::Syntax | Category::Eof) {
            assert_eq!(error.column(), expected.column(), "{body}");
            let ours = error
                .to_string()
                .replace("RawProviderTrace", "ProviderTrace");
            assert_eq!(ours, expected.to_string(), "{body}");
        }
    }
    let error = json::from_str::<RawProviderTrace>(&trace("[1]")).expect_err("that is a list");
    assert_eq!(
        error.to_string(),
        "expected an object for `request_json` in RawProviderTrace, found an array, at /request_json, line 1 column 17"
    );
}

/// Reads a request that is JSON, but that no map holds.
fn assert_stays_text(request: &str, category: Category, pointer: &str) {
    let raw = read(&trace(request));
    assert_eq!(raw.request_json.as_str(), request);
    let error = raw.request_json.to_map().expect_err("that is no map");
    assert_eq!((error.category(), error.pointer()), (category, pointer));
    assert!(error.line() == 1 && error.column() > 1, "{error}");

    let error = ProviderTrace::try_from(raw.clone()).expect_err("that is no map");
    let pointer = format!("/request_json{pointer}");
    assert_eq!((error.category(), error.pointer()), (category, &*pointer));
    assert_eq!((error.line(), error.column()), (0, 0));
    assert!(
        error.to_string().ends_with(&format!("at {pointer}")),
        "{error}"
    );
    assert!(rmp_serde::to_vec_named(&raw).is_err(), "{request}");
}

#[test]
fn a_key_that_comes_twice_stays_text() {
    assert_stays_text(r#"{"a": {"b": 1, "b": 2}}"#, Category::Duplicate, "/a/b");
}

#[cfg(not(feature = "arbitrary_precision"))]
#[test]
fn a_number_beyond_doubles_stays_text() {
    assert_stays_text(r#"{"a": [1e999]}"#, Category::Syntax, "/a/0");
}

/// Formats without JSON text: by way of the value.
#[test]
fn other_formats_carry_the_value() {
    let bodies = [
        json!({ "request_json": { "a": [true, null, "é", {}] }, "response_json": {} }),
        // Keys that mean something between `serde_json` and itself.
        json!({
            "request_json": { "$serde_json::private::RawValue": "no JSON" },
            "response_json": { "$serde_json::private::RawValue": "{}", "a": "b" },
        }),
    ];
    for json in bodies {
        let text = json.to_string();
        let raw: RawProviderTrace = serde_json::from_str(&text).expect("is read");
        let map = |json: &RawJson| json.to_map().expect("is a map");
        let same = |other: RawProviderTrace, format: &str| {
            for (other, raw) in [
                (&other.request_json, &raw.request_json),
                (&other.response_json, &raw.response_json),
            ] {
                assert_eq!(map(other), map(raw), "{format}");
            }
        };
        let packed = rmp_serde::to_vec_named(&raw).expect("is written");
        same(
            rmp_serde::from_slice(&packed).expect("is read"),
            "MessagePack",
        );
        let mut concise = Vec::new();
        ciborium::into_writer(&raw, &mut concise).expect("is written");
        same(
            ciborium::from_reader(&concise[..]).expect("is read"),
            "CBOR",
        );
        let sonic = sonic_rs::to_vec(&raw).expect("is written");
        assert_eq!(
            serde_json::from_slice::<Box<RawValue>>(&sonic)
                .expect("JSON")
                .get(),
            text
        );
        same(sonic_rs::from_slice(&sonic).expect("is read"), "sonic-rs");
        let mut simd = simd_json::serde::to_vec(&raw).expect("is written");
        same(
            simd_json::serde::from_slice(&mut simd).expect("is read"),
            "simd-json",
        );
        let value: Value = ciborium::from_reader(&concise[..])
            .map(|whole: ProviderTrace| {
                json!({ "request_json": whole.request_json, "response_json": whole.response_json })
            })
            .expect("the maps can be read");
        same(serde_json::from_value(value).expect("is read"), "Value");
    }
}

/// Buffered by serde before it is read, as in an untagged enum.
#[test]
fn a_buffered_value_is_read() {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Either {
        Trace(RawProviderTrace),
    }
    let Either::Trace(raw) = serde_json::from_str(&trace("{\"a\": [1]}")).expect("is read");
    assert_eq!(raw.request_json.as_str(), "{\"a\":[1]}");
}

#[test]
fn texts_are_checked() {
    let json = RawJson::from_text("\n {\"a\": 1} ").expect("that is an object");
    assert_eq!(json.as_str(), "{\"a\": 1}");
    assert_eq!(String::from(json.clone()), json.as_ref());
    assert_eq!(format!("{json:?}"), "RawJson({\"a\": 1})");
    assert_ne!(
        json,
        RawJson::from_text("{\"a\":1}").expect("that is another text")
    );
    for (text, category) in [
        ("", Category::Eof),
        ("{", Category::Eof),
        ("{} {}", Category::Syntax),
        ("{\"a\": 01}", Category::Syntax),
        ("null", Category::Mismatch),
        ("[]", Category::Mismatch),
        ("\"{}\"", Category::Mismatch),
    ] {
        let error = RawJson::from_text(text).expect_err(text);
        assert_eq!(error.category(), category, "{text}: {error}");
        assert!(serde_json::from_str::<RawJson>(text).is_err(), "{text}");
    }
}

#[test]
fn texts_are_parsed_on_request() {
    #[derive(Debug, serde::Deserialize)]
    struct Trip<'a> {
        city: &'a str,
    }

    #[derive(Debug, serde::Deserialize)]
    struct Days {
        #[expect(dead_code, reason = "it is never read")]
        days: Vec<i64>,
    }

    let json = RawJson::from_text("{\"city\": \"Oslo\",\n \"days\": [1, \"two\"]}").expect("valid");
    let value: Value = json.parse().expect("any JSON");
    assert_eq!(value, json.to_value().expect("it is a map"));
    assert_eq!(value["city"], "Oslo");
    let parsed = Map::try_from(json.clone()).expect("it is a map");
    assert_eq!(Value::Object(parsed.clone()), value);
    assert_eq!(
        RawJson::from(parsed).to_map().expect("it is a map"),
        json.to_map().expect("so is this")
    );

    assert_eq!(json.parse::<Trip>().expect("it has a city").city, "Oslo");

    let error = json.parse::<Days>().expect_err("two is no number");
    assert_eq!(error.category(), Category::Data);
    assert_eq!(error.pointer(), "/days/1");
    assert_eq!(error.line(), 2);
    assert!(
        error
            .to_string()
            .contains("invalid type: string \"two\", expected i64")
    );
}

#[test]
fn traces_are_built() {
    let request = Map::from_iter([("model".to_owned(), json!("gpt-4o-mini"))]);
    let raw = RawProviderTrace::new(
        request.clone().into(),
        RawJson::from_text("{ }").expect("that is an object"),
    )
    .with_step_id("step-1");
    assert_eq!(
        serde_json::to_string(&raw).expect("is written"),
        r#"{"request_json":{"model":"gpt-4o-mini"},"response_json":{ },"step_id":"step-1"}"#
    );
    let whole = ProviderTrace::new(request, Map::new()).with_step_id("step-1");
    assert_eq!(
        ProviderTrace::try_from(raw).expect("its texts are maps"),
        whole
    );
}

/// The body of a request that `null` stands for says nothing else in either type.
#[test]
fn recorded_bodies_of_null_are_none() {
    let recorded = Recordings::kept();
    let bodies: Vec<_> = recorded
        .all()
        .flat_map(|recording| recording.values)
        .filter(|fixture| fixture.type_name == "ProviderTrace" && fixture.json().is_null())
        .collect();
    assert!(!bodies.is_empty());
    for fixture in bodies {
        assert_eq!(fixture.form, Form::Optional);
        let read: Option<RawProviderTrace> = json::from_str(&fixture.text).expect("is read");
        assert_eq!(read, None);
    }
}

/// Schemas are those of what is on the wire.
#[test]
fn the_schema_is_that_of_the_type_with_maps() {
    let schema = |schema: schemars::Schema| schema.to_value();
    assert_eq!(
        schema(schemars::schema_for!(RawProviderTrace)),
        schema(schemars::schema_for!(ProviderTrace))
    );
}

#[test]
fn arbitrary_traces_come_back() {
    use arbitrary::{Arbitrary, Unstructured};

    let noise = (0..10_000_u32).map(|n| n.wrapping_mul(2_654_435_761).rotate_left(n % 32));
    let bytes: Vec<u8> = noise.flat_map(u32::to_le_bytes).collect();
    let mut u = Unstructured::new(&bytes);
    let mut count = 0;
    while !u.is_empty() {
        let raw = RawProviderTrace::arbitrary(&mut u).expect("is made");
        let text = serde_json::to_string(&raw).expect("is written");
        assert_eq!(read(&text), raw);
        let whole = ProviderTrace::try_from(raw.clone()).expect("its texts are maps");
        assert_eq!(RawProviderTrace::from(whole), raw);
        count += 1;
    }
    assert!(count > 20, "only {count}");
}
