//! JSON that is kept as text.

use alloc::{
    boxed::Box,
    string::{String, ToString},
};
use core::fmt;

use serde_core::Deserialize;
use serde_json::{Map, Value};

use crate::json::{self, Error};

/// A JSON object that is kept as the text that it came as.
///
/// The text is known to be JSON, and to be an object; nothing else has been looked at. What is in it is parsed on
/// request. Spelling, order, white space within it and keys that come twice all stay as they are, and values are equal if
/// their texts are.
///
/// ```
/// use letta_types::{RawProviderTrace, json};
///
/// let body = r#"{"request_json": {"model": "gpt-4o-mini", "temperature": 1.0}, "response_json": {}}"#;
/// let trace: RawProviderTrace = json::from_str(body)?;
/// assert_eq!(trace.request_json.as_str(), r#"{"model": "gpt-4o-mini", "temperature": 1.0}"#);
///
/// let request = trace.request_json.to_map()?;
/// assert_eq!(request["model"], "gpt-4o-mini");
/// # Ok::<(), json::Error>(())
/// ```
///
/// # Formats
///
/// `serde_json` reads and writes the text itself. From any other format, and from a `serde_json::Value`, a text is made of
/// the value; to any other format [`to_map`](Self::to_map) is written, and what that refuses can't be. A
/// `serde_json::Value` of a text has the last of two equal keys.
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct RawJson(Box<str>);

impl RawJson {
    /// Takes a text, less the white space around it.
    ///
    /// # Errors
    ///
    /// The text isn't JSON, or not an object.
    ///
    /// ```
    /// use letta_types::RawJson;
    ///
    /// assert_eq!(RawJson::from_text(" {\"a\": 1}\n")?.as_str(), "{\"a\": 1}");
    /// assert!(RawJson::from_text("[1]").is_err());
    /// # Ok::<(), letta_types::json::Error>(())
    /// ```
    pub fn from_text(text: impl Into<String>) -> Result<Self, Error> {
        json::read::read(&text.into())
    }

    /// A text that is known to be an object, without white space around it.
    pub(crate) fn known(text: String) -> Self {
        Self(text.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text as a type of the caller's choice, which can borrow from it.
    ///
    /// # Errors
    ///
    /// The text isn't of the type. Pointer, line and column are those within the text.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use letta_types::RawJson;
    ///
    /// let json = RawJson::from_text(r#"{"city": "Oslo"}"#)?;
    /// let cities: BTreeMap<&str, &str> = json.parse()?;
    /// assert_eq!(cities["city"], "Oslo");
    ///
    /// let error = json.parse::<BTreeMap<&str, i64>>().expect_err("no number");
    /// assert_eq!(
    ///     error.to_string(),
    ///     "invalid type: string \"Oslo\", expected i64, at /city, line 1 column 15"
    /// );
    /// # Ok::<(), letta_types::json::Error>(())
    /// ```
    pub fn parse<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Error> {
        serde_json::from_str(self.as_str())
            .map_err(|error| Error::of_other_type(self.as_str(), &error))
    }

    /// The text as a map, read as the open maps of the other types are.
    ///
    /// # Errors
    ///
    /// A key comes twice, a number is beyond what a double holds, or the nesting is deeper than `serde_json` goes
    /// (127 levels).
    pub fn to_map(&self) -> Result<Map<String, Value>, Error> {
        json::read::read(self.as_str())
    }

    /// The text as a value: see [`to_map`](Self::to_map).
    ///
    /// # Errors
    ///
    /// Those of [`to_map`](Self::to_map).
    pub fn to_value(&self) -> Result<Value, Error> {
        self.to_map().map(Value::Object)
    }

    /// The text of a field as a map, with errors that name the field.
    fn field(&self, owner: &'static str, key: &'static str) -> Result<Map<String, Value>, Error> {
        json::read::read_field(self.as_str(), owner, key)
    }
}

impl AsRef<str> for RawJson {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawJson({})", self.as_str())
    }
}

/// The text.
impl fmt::Display for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text without white space.
impl From<Map<String, Value>> for RawJson {
    fn from(map: Map<String, Value>) -> Self {
        Self::known(Value::Object(map).to_string())
    }
}

impl From<RawJson> for String {
    fn from(json: RawJson) -> Self {
        json.0.into()
    }
}

impl TryFrom<RawJson> for Map<String, Value> {
    type Error = Error;

    fn try_from(json: RawJson) -> Result<Self, Error> {
        json.to_map()
    }
}

/// A field that conversions take from text to a map: a required one, or an optional one.
pub(crate) trait RawField {
    type Map;

    fn into_map(self, owner: &'static str, key: &'static str) -> Result<Self::Map, Error>;
}

impl RawField for RawJson {
    type Map = Map<String, Value>;

    fn into_map(self, owner: &'static str, key: &'static str) -> Result<Self::Map, Error> {
        self.field(owner, key)
    }
}

impl RawField for Option<RawJson> {
    type Map = Option<Map<String, Value>>;

    fn into_map(self, owner: &'static str, key: &'static str) -> Result<Self::Map, Error> {
        self.map(|json| json.field(owner, key)).transpose()
    }
}

/// Implements the conversions between a type and the one that keeps some of its fields as text.
///
/// ```text
/// raw_object! {
///     RawProviderTrace of ProviderTrace {
///         @raw request_json = "request_json" required;
///         id agent_id extra
///     }
/// }
/// ```
macro_rules! raw_object {
    ($raw:ident of $whole:ident {
        $(@raw $text:ident = $key:literal $kind:ident;)+
        $($same:ident)*
    }) => {
        /// The fields that are maps become texts without white space.
        impl From<$whole> for $raw {
            fn from(whole: $whole) -> Self {
                Self {
                    $($text: raw_object!(@text $kind whole.$text),)+
                    $($same: whole.$same,)*
                }
            }
        }

        /// The fields that are texts are read as maps; it fails if one of them can't be.
        impl TryFrom<$raw> for $whole {
            type Error = $crate::json::Error;

            fn try_from(raw: $raw) -> Result<Self, Self::Error> {
                use $crate::raw::RawField as _;

                Ok(Self {
                    $($text: raw.$text.into_map(::core::stringify!($whole), $key)?,)+
                    $($same: raw.$same,)*
                })
            }
        }
    };
    (@text required $map:expr) => { $map.into() };
    (@text optional $map:expr) => { $map.map(::core::convert::Into::into) };
}

pub(crate) use raw_object;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Extra, runtime::object::object};

    #[derive(Clone, Debug, PartialEq)]
    struct Whole {
        notes: Option<Map<String, Value>>,
        former_tag: Option<&'static str>,
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq)]
    struct Raw {
        notes: Option<RawJson>,
        former_tag: Option<&'static str>,
        extra: Extra,
    }

    object! {
        Whole {
            notes: Map<String, Value> = "notes" optional;
            @tag "kind" = "new", "old" in former_tag;
        }
    }

    object! {
        Raw {
            notes: RawJson = "notes" optional;
            @tag "kind" = "new", "old" in former_tag;
        }
    }

    raw_object! {
        Raw of Whole {
            @raw notes = "notes" optional;
            former_tag extra
        }
    }

    /// No optional field of the schema stays text yet.
    #[test]
    fn an_optional_field_stays_text() {
        for (body, text) in [
            (r#"{"kind":"old","a":1}"#, None),
            (r#"{"notes":null,"kind":"old"}"#, None),
            (
                r#"{"notes":{ "b": 2 },"kind":"old"}"#,
                Some(r#"{ "b": 2 }"#),
            ),
        ] {
            let raw: Raw = serde_json::from_str(body).expect("is read");
            assert_eq!(raw.notes.as_ref().map(RawJson::as_str), text);
            assert_eq!(raw.former_tag, Some("old"));
            let whole: Whole = serde_json::from_str(body).expect("is read");
            let converted = Whole::try_from(raw.clone()).expect("its text is a map");
            assert_eq!(converted, whole);
            let back = Raw::from(whole);
            assert_eq!(Whole::try_from(back).expect("its text is a map"), converted);
            let written = serde_json::to_string(&raw).expect("is written");
            assert_eq!(written, body.replace("\"notes\":null,", ""));
        }
        let error = serde_json::from_str::<Raw>(r#"{"notes":5}"#).expect_err("5 is no object");
        assert!(error.to_string().contains("at /notes"), "{error}");
    }
}
