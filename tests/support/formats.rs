//! Formats that serde knows, and the types that payloads are read as, put together.

use std::fmt::Debug;

use serde::{
    Serialize, Serializer,
    de::DeserializeOwned,
    ser::{SerializeMap, SerializeSeq},
};
use serde_json::{Number, Value};

use crate::{fixtures::Fixture, types::Form};

/// A format, with a way into it and out of it that knows nothing of our types.
pub trait Format {
    const NAME: &'static str;

    /// JSON in this format.
    fn encode(json: &Value) -> Vec<u8>;

    /// What bytes in this format are as JSON.
    fn decode(bytes: &[u8]) -> Value;

    /// Reads a type.
    ///
    /// # Errors
    ///
    /// If the type or the format refuses the bytes.
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String>;

    /// Writes a type.
    ///
    /// # Errors
    ///
    /// If the type can't be written in the format.
    fn write<T: Serialize>(value: &T) -> Result<Vec<u8>, String>;
}

/// Holds what a format makes of a payload against what JSON makes of it.
pub fn assert_same<F: Format>(fixture: &Fixture) {
    by_name::<F>(fixture);
}

fn formed<F: Format, T: Subject>(fixture: &Fixture) {
    match fixture.form {
        Form::One => same::<F, T>(fixture),
        Form::Optional => same::<F, Option<T>>(fixture),
        Form::List => same::<F, Vec<T>>(fixture),
    }
}

fn same<F: Format, T: Subject>(fixture: &Fixture) {
    let path = format!("{} as {}", fixture.path, F::NAME);
    let json = fixture.json();
    // Numbers as a machine has them: no other format carries the spelling that
    // `arbitrary_precision` keeps.
    let text = serde_json::to_string(&Native(&json)).expect("JSON is written");
    let plain: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let expected = serde_json::to_value(&plain).expect("JSON is written");

    let typed: T =
        F::read(&F::encode(&json)).unwrap_or_else(|error| panic!("{path}, read: {error}"));
    assert_eq!(typed, plain, "{path}, read");
    let written = F::write(&typed).unwrap_or_else(|error| panic!("{path}, write: {error}"));
    assert_eq!(F::decode(&written), expected, "{path}, written");
    let again: T = F::read(&written).unwrap_or_else(|error| panic!("{path}, reread: {error}"));
    assert_eq!(again, plain, "{path}, reread");
}

/// JSON whose numbers are written as integers and floats, whatever `serde_json`'s features are: with
/// `arbitrary_precision` it hands them to other formats as maps.
pub struct Native<'a>(pub &'a Value);

impl Serialize for Native<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Number(number) => native_number(number, serializer),
            Value::String(text) => serializer.serialize_str(text),
            Value::Array(list) => {
                let mut seq = serializer.serialize_seq(Some(list.len()))?;
                for element in list {
                    seq.serialize_element(&Self(element))?;
                }
                seq.end()
            }
            Value::Object(object) => {
                let mut map = serializer.serialize_map(Some(object.len()))?;
                for (key, value) in object {
                    map.serialize_entry(key, &Self(value))?;
                }
                map.end()
            }
        }
    }
}

fn native_number<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(value) = number.as_i64() {
        serializer.serialize_i64(value)
    } else if let Some(value) = number.as_u64() {
        serializer.serialize_u64(value)
    } else {
        let value = number.as_f64();
        serializer.serialize_f64(value.expect("no payload has a number that is out of range"))
    }
}

trait Subject: Serialize + DeserializeOwned + PartialEq + Debug {}

impl<T: Serialize + DeserializeOwned + PartialEq + Debug> Subject for T {}

macro_rules! types {
    ($($name:ident)+) => {
        /// Only what bodies are read as: each type more is compiled once more for each format.
        fn by_name<F: Format>(fixture: &Fixture) {
            match fixture.type_name {
                $(stringify!($name) => formed::<F, letta_types::$name>(fixture),)+
                other => panic!("no body is a {other}: add it to support/formats.rs"),
            }
        }
    };
}

types! {
    ApiError ImageSource InternalMessage LettaMessage MessageContentPart MessageListResult
    MessageSearchRequest MessageSearchResult ModifyFeedbackRequest ProviderTrace SearchAllMessagesRequest Step
    StepMetrics
}
