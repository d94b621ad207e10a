//! The types in every format that serde has: the same values as from JSON text, and the same JSON out
//! of it again. Where a format or `serde_json` can't carry something, a test says so.

use std::collections::BTreeSet;

use ciborium::Value as Cbor;
use letta_types::{MessageSearchResult, ProviderTrace, Step, StepMetrics};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use support::{
    Fixture, fixtures,
    formats::{Format, Native, assert_same},
    recorded::Recordings,
};

fn told<T, E: ToString>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

fn json_bytes(json: &Value) -> Vec<u8> {
    serde_json::to_vec(&Native(json)).expect("JSON is written")
}

fn from_json_bytes(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("what was written is JSON")
}

/// A format that is JSON text, or starts from it.
macro_rules! json_format {
    ($name:ident, $label:literal, |$bytes:ident| $read:expr, |$value:ident| $write:expr) => {
        struct $name;

        impl Format for $name {
            const NAME: &'static str = $label;

            fn encode(json: &Value) -> Vec<u8> {
                json_bytes(json)
            }

            fn decode(bytes: &[u8]) -> Value {
                from_json_bytes(bytes)
            }

            fn read<T: DeserializeOwned>($bytes: &[u8]) -> Result<T, String> {
                told($read)
            }

            fn write<T: Serialize>($value: &T) -> Result<Vec<u8>, String> {
                told($write)
            }
        }
    };
}

json_format!(
    Text,
    "JSON text",
    |bytes| serde_json::from_str(&String::from_utf8_lossy(bytes)),
    |value| serde_json::to_string(value).map(String::into_bytes)
);
json_format!(
    Bytes,
    "JSON bytes",
    |bytes| serde_json::from_slice(bytes),
    |value| serde_json::to_vec(value)
);
json_format!(
    Stream,
    "a JSON reader",
    |bytes| serde_json::from_reader(bytes),
    |value| {
        let mut bytes = Vec::new();
        serde_json::to_writer_pretty(&mut bytes, value).map(|()| bytes)
    }
);
json_format!(
    Owned,
    "Value",
    |bytes| serde_json::from_slice(bytes).and_then(serde_json::from_value),
    |value| serde_json::to_value(value).map(|value| json_bytes(&value))
);
json_format!(
    Borrowed,
    "&Value",
    |bytes| serde_json::from_slice(bytes).and_then(|value: Value| T::deserialize(&value)),
    |value| serde_json::to_value(value).map(|value| json_bytes(&value))
);
json_format!(
    SimdJson,
    "simd-json",
    |bytes| simd_json::serde::from_slice(&mut bytes.to_vec()),
    |value| simd_json::serde::to_vec(value)
);
json_format!(
    SonicRs,
    "sonic-rs",
    |bytes| sonic_rs::from_slice(bytes),
    |value| sonic_rs::to_vec(value)
);

struct MessagePack;

impl Format for MessagePack {
    const NAME: &'static str = "MessagePack";

    fn encode(json: &Value) -> Vec<u8> {
        rmp_serde::to_vec_named(&Native(json)).expect("MessagePack is written")
    }

    fn decode(bytes: &[u8]) -> Value {
        rmp_serde::from_slice(bytes).expect("what was written is MessagePack")
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        told(rmp_serde::from_slice(bytes))
    }

    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        told(rmp_serde::to_vec_named(value))
    }
}

/// Where structs are written as arrays. Ours are maps even so, as unknown fields need their names.
struct CompactMessagePack;

impl Format for CompactMessagePack {
    const NAME: &'static str = "MessagePack without names";

    fn encode(json: &Value) -> Vec<u8> {
        MessagePack::encode(json)
    }

    fn decode(bytes: &[u8]) -> Value {
        MessagePack::decode(bytes)
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        told(rmp_serde::from_read(bytes))
    }

    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        told(rmp_serde::to_vec(value))
    }
}

struct Concise;

impl Format for Concise {
    const NAME: &'static str = "CBOR";

    fn encode(json: &Value) -> Vec<u8> {
        Self::write(&Native(json)).expect("CBOR is written")
    }

    fn decode(bytes: &[u8]) -> Value {
        Self::read(bytes).expect("what was written is CBOR")
    }

    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
        told(ciborium::from_reader(bytes))
    }

    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        told(ciborium::into_writer(value, &mut bytes))?;
        Ok(bytes)
    }
}

/// A generic function for every format.
macro_rules! in_every_format {
    ($function:ident as $kind:ty) => {
        [
            $function::<Text> as $kind,
            $function::<Bytes>,
            $function::<Stream>,
            $function::<Owned>,
            $function::<Borrowed>,
            $function::<MessagePack>,
            // With it, numbers are lost here: see below.
            #[cfg(not(feature = "arbitrary_precision"))]
            $function::<CompactMessagePack>,
            $function::<Concise>,
            $function::<SimdJson>,
            $function::<SonicRs>,
        ]
    };
}

fn name<F: Format>() -> &'static str {
    F::NAME
}

fn names() -> BTreeSet<&'static str> {
    in_every_format!(name as fn() -> &'static str)
        .iter()
        .map(|name| name())
        .collect()
}

/// Holds payloads against JSON in every format and counts how many times.
fn all_formats(payloads: impl IntoIterator<Item = Fixture>) -> usize {
    let mut count = 0;
    for fixture in payloads {
        for assert_same in in_every_format!(assert_same as fn(&Fixture)) {
            assert_same(&fixture);
            count += 1;
        }
    }
    count
}

fn payloads(recordings: &Recordings) -> impl Iterator<Item = Fixture> {
    recordings.all().flat_map(|recording| recording.values)
}

#[test]
fn every_format_gives_what_json_gives() {
    let count = all_formats(fixtures::all());
    assert!(count >= 70 * names().len(), "only {count}");
    println!("{count} times, in {:?}", names());
}

#[test]
fn every_format_carries_what_was_recorded() {
    let count = all_formats(payloads(&Recordings::kept()));
    assert!(count >= 100 * names().len(), "only {count}");
    println!("{count} times, in {:?}", names());
}

#[test]
#[ignore = "reads the folder that LETTA_RECORDINGS names"]
fn every_format_carries_the_recordings_elsewhere() {
    let count = all_formats(payloads(&Recordings::elsewhere()));
    assert!(count > 0, "the manifest lists nothing");
    println!("{count} times, in {:?}", names());
}

fn read_json<F: Format, T: DeserializeOwned>(json: &Value) -> Result<T, String> {
    F::read(&F::encode(json))
}

fn trace(request: &Value) -> Value {
    json!({ "id": "provider_trace-1", "request_json": request, "response_json": {} })
}

/// Numbers at the edges of what a machine holds, in a field that takes any JSON.
#[test]
fn numbers_of_open_maps_are_kept_to_the_last_bit() {
    fn check<F: Format>() {
        let integers = json!([0, i64::MIN, i64::MAX, u64::MAX, 9_007_199_254_740_993_u64]);
        let floats = [
            5e-324,
            0.1,
            0.300_000_000_000_000_04,
            2.225_073_858_507_201e-308,
            9_007_199_254_740_992.0,
            1e23,
            f64::MAX,
        ];
        let json = trace(&json!({ "integers": integers, "floats": floats }));
        let read: ProviderTrace =
            read_json::<F, _>(&json).unwrap_or_else(|error| panic!("{}: {error}", F::NAME));
        let written = F::write(&read).unwrap_or_else(|error| panic!("{}: {error}", F::NAME));
        let request = &F::decode(&written)["request_json"];
        assert_eq!(request["integers"], integers, "{}", F::NAME);
        for (index, float) in floats.into_iter().enumerate() {
            let kept = request["floats"][index].as_f64().map(f64::to_bits);
            assert_eq!(kept, Some(float.to_bits()), "{} {float:e}", F::NAME);
        }
    }
    for check in in_every_format!(check as fn()) {
        check();
    }
}

/// JSON Schema calls `12.0` an integer. Some formats write floats in fewer bytes where nothing is lost.
#[test]
fn a_whole_float_is_an_integer_in_every_format() {
    fn check<F: Format>() {
        let metrics: StepMetrics = read_json::<F, _>(&json!({ "id": "step-1", "step_ns": 12.0 }))
            .unwrap_or_else(|error| panic!("{}: {error}", F::NAME));
        assert_eq!(metrics.step_ns, Some(12), "{}", F::NAME);
        let split = read_json::<F, StepMetrics>(&json!({ "id": "step-1", "step_ns": 12.5 }));
        let error = split.expect_err("12.5 is no integer");
        assert!(error.contains("at /step_ns"), "{}: {error}", F::NAME);
    }
    for check in in_every_format!(check as fn()) {
        check();
    }
}

/// Our part of an error is the same everywhere; lines and columns are the format's.
#[test]
fn an_error_names_its_place_in_every_format() {
    fn check<F: Format>() {
        let json = json!({ "id": "step-1", "messages": [
            { "id": "message-0", "role": "user" },
            { "id": "message-1", "role": "user", "content": [{ "type": "text", "text": 5 }] },
        ] });
        let error = read_json::<F, Step>(&json).expect_err("5 is no text");
        let told = "expected a string for `text` in TextContent (`text` of MessageContentPart), \
                    found the number 5, at /messages/1/content/0/text";
        assert!(error.contains(told), "{}: {error}", F::NAME);
    }
    for check in in_every_format!(check as fn()) {
        check();
    }
}

/// Broken bytes are an error, never a panic.
#[test]
fn broken_bytes_are_refused() {
    fn check<F: Format>() {
        for bytes in [b"".as_slice(), b"[", b"\xc1", b"{\"id\"", b"\xff\xff"] {
            let read = F::read::<Step>(bytes);
            assert!(read.is_err(), "{} reads {bytes:?}", F::NAME);
        }
    }
    for check in in_every_format!(check as fn()) {
        check();
    }
}

/// A `Value` has lost the first of two keys before the type sees it: the parser of `serde_json` keeps
/// the last one. All other formats hand over both, which is an error.
#[test]
fn a_key_twice_is_an_error_unless_a_value_stands_between() {
    let twice = br#"{"id": "step-1", "model": "a", "model": "b"}"#;
    assert!(Text::read::<Step>(twice).is_err());
    assert!(Bytes::read::<Step>(twice).is_err());
    assert!(Stream::read::<Step>(twice).is_err());
    assert!(SimdJson::read::<Step>(twice).is_err());
    assert!(SonicRs::read::<Step>(twice).is_err());

    let text = |text: &str| Cbor::from(text);
    let entries = || {
        vec![
            (text("id"), text("step-1")),
            (text("model"), text("a")),
            (text("model"), text("b")),
        ]
    };
    assert!(from_cbor::<Step>(&Cbor::Map(entries())).is_err());
    let packed = b"\x83\xa2id\xa6step-1\xa5model\xa1a\xa5model\xa1b";
    assert!(MessagePack::read::<Step>(packed).is_err());

    let step: Step = Owned::read(twice).expect("one of the keys is left");
    assert_eq!(step.model.as_deref(), Some("b"));
}

fn from_cbor<T: DeserializeOwned>(value: &Cbor) -> Result<T, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("CBOR is written");
    Concise::read(&bytes)
}

fn step_with(key: impl Into<Cbor>, value: impl Into<Cbor>) -> Cbor {
    Cbor::Map(vec![
        (Cbor::from("id"), Cbor::from("step-1")),
        (key.into(), value.into()),
    ])
}

/// Limit of the binary formats: byte strings, tagged values (CBOR's own instants among them) and keys
/// that are no text don't exist in JSON. They are refused, in declared fields and undeclared ones.
#[test]
fn what_json_has_not_is_refused() {
    let instant = Cbor::Tag(0, Box::new("2026-11-21T09:23:20Z".into()));
    let bytes = Cbor::Bytes(b"step".to_vec());
    for key in ["model", "feedback", "x_new"] {
        for value in [&instant, &bytes] {
            let error = from_cbor::<Step>(&step_with(key, value.clone()))
                .expect_err("JSON has no such value");
            assert!(error.contains("invalid type"), "{key}: {error}");
        }
    }
    assert!(from_cbor::<Step>(&step_with(5, "text")).is_err());
    // The same in MessagePack: a byte string, an extension (its own instants are one), a number as key.
    for packed in [
        b"\x82\xa2id\xa6step-1\xa5model\xc4\x01a".as_slice(),
        b"\x82\xa2id\xa6step-1\xa5model\xd6\xff\x00\x00\x00\x00",
        b"\x82\xa2id\xa6step-1\x05\xa1a",
    ] {
        assert!(MessagePack::read::<Step>(packed).is_err(), "{packed:?}");
    }
}

/// Limit of `serde_json::Value`, in which undeclared fields and open maps are kept: it has no `NaN` and
/// no infinity. They become `null`, as in `serde_json` itself. A typed float keeps them, and can't be
/// written as JSON then.
#[test]
fn a_float_that_json_has_not_is_null_in_open_maps() {
    for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let step: Step =
            from_cbor(&step_with("x_new", float)).expect("an undeclared float is read");
        assert_eq!(step.extra().get("x_new"), Some(&Value::Null));

        let score = Cbor::Map(vec![
            ("embedded_text".into(), "text".into()),
            ("message".into(), message_in_cbor()),
            ("rrf_score".into(), float.into()),
        ]);
        let result: MessageSearchResult = from_cbor(&score).expect("a typed float is read");
        assert_eq!(result.rrf_score.to_bits(), float.to_bits());
        let written = serde_json::to_value(&result).expect("JSON is written");
        assert_eq!(written["rrf_score"], Value::Null);
        assert!(serde_json::from_value::<MessageSearchResult>(written).is_err());
    }
}

fn message_in_cbor() -> Cbor {
    let message = fixtures::json("stored/smallest.json");
    Cbor::serialized(&Native(&message)).expect("CBOR is written")
}

const BIG: &str = "123456789012345678901234567890";
const HUGE: &str = "1e400";
const LONG: &str = "0.1000000000000000055511151231257827";

fn step_with_digits(digits: &str) -> String {
    format!(r#"{{"id":"step-1","x_new":{digits}}}"#)
}

fn digits_kept<F: Format>(digits: &str) -> Result<String, String> {
    let step: Step = F::read(step_with_digits(digits).as_bytes())?;
    Ok(step.extra().get("x_new").expect("it is kept").to_string())
}

/// Limit of `serde_json` without `arbitrary_precision`: an undeclared number beyond 64 bits is a float,
/// and one that no float comes near is an error.
#[cfg(not(feature = "arbitrary_precision"))]
#[test]
fn undeclared_numbers_beyond_64_bits_become_floats() {
    assert_eq!(
        digits_kept::<Text>(BIG).as_deref(),
        Ok("1.2345678901234568e+29")
    );
    assert_eq!(digits_kept::<Text>(LONG).as_deref(), Ok("0.1"));
    assert!(digits_kept::<Text>(HUGE).is_err());
}

/// With `arbitrary_precision`, `serde_json` keeps the digits of whatever isn't a typed number.
#[cfg(feature = "arbitrary_precision")]
#[test]
fn undeclared_numbers_keep_their_digits() {
    let json_of_all_kinds = [
        digits_kept::<Text>,
        digits_kept::<Bytes>,
        digits_kept::<Stream>,
        digits_kept::<Owned>,
        digits_kept::<Borrowed>,
    ];
    // `serde_json` itself gives every exponent a sign.
    for (digits, expected) in [
        (BIG, BIG),
        (HUGE, "1e+400"),
        (LONG, LONG),
        ("-0.0", "-0.0"),
        ("1.50", "1.50"),
        ("18446744073709551616", "18446744073709551616"),
    ] {
        for kept in json_of_all_kinds {
            assert_eq!(kept(digits).as_deref(), Ok(expected));
        }
    }
}

/// Limit of `serde_json` with `arbitrary_precision`: where structs are written without names, an
/// undeclared number is an array of its digits and can't be told from one.
#[cfg(feature = "arbitrary_precision")]
#[test]
fn undeclared_numbers_need_names_in_message_pack() {
    let mut step = Step::new("step-1");
    step.extra_mut().insert("x_new", 5);
    let written = CompactMessagePack::write(&step).expect("MessagePack is written");
    assert_eq!(CompactMessagePack::decode(&written)["x_new"], json!(["5"]));
    let written = MessagePack::write(&step).expect("MessagePack is written");
    assert_eq!(MessagePack::decode(&written)["x_new"], json!(5));
}

/// Wherever any JSON may stand: maps, arrays, unknown kinds before and behind their tag, declared
/// fields of unknown kinds, tags that are no text.
#[cfg(feature = "arbitrary_precision")]
#[test]
fn digits_are_kept_wherever_any_json_may_stand() {
    let bodies = [
        (
            "ProviderTrace",
            r#"{"id":"p","request_json":{"a":[#,{"b":#}]},"response_json":{"c":#}}"#,
        ),
        (
            "LettaMessage",
            r#"{"message_type":"x_new","id":#,"seq_id":#,"content":#,"x":#}"#,
        ),
        (
            "LettaMessage",
            r#"{"x":#,"content":#,"seq_id":#,"id":#,"message_type":"x_new"}"#,
        ),
        (
            "LettaMessage",
            r#"{"x":#,"content":"a","date":"d","id":"m","message_type":"user_message"}"#,
        ),
        (
            "LettaMessage",
            r#"{"content":[{"type":#},{"type":"text","text":"a","x":#}],"date":"d","id":"m","message_type":"user_message"}"#,
        ),
        (
            "LettaMessage",
            r#"{"id":"m","message_type":#,"content":"a"}"#,
        ),
        ("MessageContentPart", r#"{"type":#,"text":#}"#),
        ("MessageListResult", r#"{"message_type":#,"content":#}"#),
        ("MessageListResult", r#"{"id":#,"message_type":"x_new"}"#),
        (
            "InternalToolReturn",
            r#"{"status":"success","tool_call_id":#}"#,
        ),
        ("ApiError", r#"{"detail":{"a":#},"examples":[#]}"#),
    ];
    for (type_name, body) in bodies {
        for digits in [BIG, HUGE, LONG, "1.50"] {
            let text = body.replace('#', digits);
            let written = support::read(type_name, &text)
                .unwrap_or_else(|error| panic!("{type_name}: {error}: {text}"));
            assert_eq!(written, fixtures::parse(body, &text), "{type_name}");
        }
    }
}

/// Not so from a `Value`, which `serde_json` reads as a number without a sign.
#[cfg(feature = "arbitrary_precision")]
#[test]
fn the_sign_of_zero_does_not_depend_on_where_the_tag_is() {
    for body in [
        r#"{"message_type":"user_message","id":"m","date":"d","content":[{"text":"x","type":-0}]}"#,
        r#"{"content":[{"text":"x","type":-0}],"id":"m","date":"d","message_type":"user_message"}"#,
    ] {
        let message: letta_types::LettaMessage = serde_json::from_str(body).expect("a message");
        let written = serde_json::to_string(&message).expect("JSON");
        assert!(written.contains(r#""type":-0}"#), "{written}");
    }
}

/// Typed numbers are 64 bits wide, whatever the features: what fits is read, in any spelling, and what
/// doesn't is an error.
#[test]
fn typed_numbers_are_of_64_bits() {
    for (digits, expected) in [
        ("12.0", 12),
        ("1.2e1", 12),
        ("-0", 0),
        ("-9223372036854775808", i64::MIN),
    ] {
        let metrics: StepMetrics =
            Text::read(format!(r#"{{"id":"s","step_ns":{digits}}}"#).as_bytes())
                .unwrap_or_else(|error| panic!("{digits}: {error}"));
        assert_eq!(metrics.step_ns, Some(expected), "{digits}");
    }
    for digits in [
        BIG,
        HUGE,
        LONG,
        "9223372036854775808",
        "-9223372036854775809",
    ] {
        let text = format!(r#"{{"id":"s","step_ns":{digits}}}"#);
        assert!(
            Text::read::<StepMetrics>(text.as_bytes()).is_err(),
            "{digits}"
        );
    }
    let scored = |digits: &str| {
        let message = fixtures::json("stored/smallest.json");
        let text = format!(r#"{{"embedded_text":"","message":{message},"rrf_score":{digits}}}"#);
        Text::read::<MessageSearchResult>(text.as_bytes())
    };
    let score = scored(LONG).expect("the nearest float is taken").rrf_score;
    assert_eq!(score.to_bits(), 0.1_f64.to_bits());
    assert!(scored(HUGE).is_err());
    for (digits, expected) in [("0", 0.0_f64), ("-0", -0.0), ("-0.0", -0.0), ("0e0", 0.0)] {
        let score = scored(digits).expect("zero is a score").rrf_score;
        assert_eq!(score.to_bits(), expected.to_bits(), "{digits}");
    }
}

/// Limit of `serde_json` with `arbitrary_precision`: it hands an undeclared number to other serializers
/// as a map of one key. Our types read it back as a number; other programs see the map.
#[test]
fn an_undeclared_number_is_a_map_elsewhere_with_arbitrary_precision() {
    fn check<F: Format>() {
        let step: Step = F::read(&F::encode(&json!({ "id": "step-1", "x_new": 5 })))
            .unwrap_or_else(|error| panic!("{}: {error}", F::NAME));
        let written = F::write(&step).unwrap_or_else(|error| panic!("{}: {error}", F::NAME));
        let serde_json = [
            Text::NAME,
            Bytes::NAME,
            Stream::NAME,
            Owned::NAME,
            Borrowed::NAME,
        ];
        let elsewhere = !serde_json.contains(&F::NAME) && cfg!(feature = "arbitrary_precision");
        let token = b"$serde_json::private::Number";
        let is_map = written.windows(token.len()).any(|window| window == token);
        assert_eq!(is_map, elsewhere, "{}", F::NAME);
        assert_eq!(F::read::<Step>(&written), Ok(step), "{}", F::NAME);
    }
    for check in in_every_format!(check as fn()) {
        check();
    }
}

/// Limits of simd-json and sonic-rs, whatever the features: simd-json refuses integers beyond 64 bits,
/// sonic-rs makes floats of them and drops the sign of a zero. Both refuse what no float comes near.
#[test]
fn other_parsers_of_json_have_limits_of_their_own() {
    assert!(digits_kept::<SimdJson>(BIG).is_err());
    assert_eq!(
        digits_kept::<SonicRs>(BIG).as_deref(),
        Ok("1.2345678901234568e+29")
    );
    assert_eq!(digits_kept::<SimdJson>("-0.0").as_deref(), Ok("-0.0"));
    assert_eq!(digits_kept::<SonicRs>("-0.0").as_deref(), Ok("0.0"));
    assert!(digits_kept::<SimdJson>(HUGE).is_err());
    assert!(digits_kept::<SonicRs>(HUGE).is_err());
}
