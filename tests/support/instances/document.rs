//! JSON as it stands in a text.
//!
//! A `serde_json::Value` can't say that a key comes twice, that a number has the digits `12.0`, or in which
//! order the keys come; a server can.

use std::fmt::{self, Debug, Display, Formatter, Write as _};

use serde_json::Value;

use crate::{fixtures::parse, schema::Json, text::TagPosition};

#[derive(Clone, PartialEq)]
pub enum Document {
    Null,
    Bool(bool),
    /// The digits as they are written.
    Number(String),
    String(String),
    Array(Vec<Document>),
    /// The fields in their order, of which several may have one key.
    Object(Vec<(String, Document)>),
}

impl Document {
    pub fn text(text: impl Into<String>) -> Self {
        Self::String(text.into())
    }

    pub fn number(digits: impl Display) -> Self {
        Self::Number(digits.to_string())
    }

    /// What `serde_json` makes of it.
    pub fn value(&self) -> Value {
        parse("a document", &self.to_string())
    }

    pub fn fields(&self) -> Option<&[(String, Self)]> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }

    /// The field of that name; of several, the first.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let (_, value) = self.fields()?.iter().find(|(name, _)| name == key)?;
        Some(value)
    }

    /// Whether there is a field of that name that isn't `null`.
    pub fn has(&self, key: &str) -> bool {
        self.fields()
            .unwrap_or_default()
            .iter()
            .any(|(name, value)| name == key && *value != Self::Null)
    }

    /// This object with a field set, where it stood or at the end.
    #[must_use]
    pub fn with(mut self, key: &str, value: Self) -> Self {
        if let Self::Object(fields) = &mut self {
            match fields.iter_mut().find(|(name, _)| name == key) {
                Some((_, old)) => *old = value,
                None => fields.push((key.to_owned(), value)),
            }
        }
        self
    }

    /// This object without a field.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        if let Self::Object(fields) = &mut self {
            fields.retain(|(name, _)| name != key);
        }
        self
    }

    /// The value behind a path, which has the position of each field or element.
    pub fn at_mut(&mut self, path: &[usize]) -> &mut Self {
        path.iter().fold(self, |within, index| match within {
            Self::Array(list) => &mut list[*index],
            Self::Object(fields) => &mut fields[*index].1,
            leaf => panic!("no {index} within {leaf}"),
        })
    }

    /// This value with the tags of all objects at one end.
    #[must_use]
    pub fn with_tags(self, position: TagPosition) -> Self {
        match self {
            Self::Array(list) => Self::Array(
                list.into_iter()
                    .map(|element| element.with_tags(position))
                    .collect(),
            ),
            Self::Object(fields) => {
                let (tags, others): (Vec<_>, Vec<_>) = fields
                    .into_iter()
                    .map(|(key, value)| (key, value.with_tags(position)))
                    .partition(|(key, _)| ["message_type", "type"].contains(&key.as_str()));
                Self::Object(match position {
                    TagPosition::First => [tags, others].concat(),
                    TagPosition::Last => [others, tags].concat(),
                })
            }
            leaf => leaf,
        }
    }
}

impl Json for Document {
    fn field(&self, key: &str) -> Option<&Self> {
        self.get(key)
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    fn json_type(&self) -> &'static str {
        let is_whole = |digits: &str| {
            digits
                .parse()
                .is_ok_and(|number: f64| number.fract() == 0.0)
        };
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(digits) if is_whole(digits) => "integer",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

impl From<Value> for Document {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => Self::number(number),
            Value::String(text) => Self::String(text),
            Value::Array(list) => Self::Array(list.into_iter().map(Self::from).collect()),
            Value::Object(object) => Self::Object(
                object
                    .into_iter()
                    .map(|(key, value)| (key, value.into()))
                    .collect(),
            ),
        }
    }
}

impl Display for Document {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(digits) => f.write_str(digits),
            Self::String(text) => write_text(f, text),
            Self::Array(list) => {
                f.write_char('[')?;
                for (index, element) in list.iter().enumerate() {
                    write!(f, "{}{element}", if index == 0 { "" } else { "," })?;
                }
                f.write_char(']')
            }
            Self::Object(fields) => {
                f.write_char('{')?;
                for (index, (key, value)) in fields.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { "," })?;
                    write_text(f, key)?;
                    write!(f, ":{value}")?;
                }
                f.write_char('}')
            }
        }
    }
}

fn write_text(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    // Nearly all texts are plain, and there are millions of them.
    if text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"_-:. ".contains(&byte))
    {
        f.write_char('"')?;
        f.write_str(text)?;
        f.write_char('"')
    } else {
        write!(f, "{}", Value::from(text))
    }
}

/// As JSON: what a failing test prints is what can be read again.
impl Debug for Document {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn digits_order_and_repetition_stay() {
        let document = Document::Object(vec![
            ("z\"".to_owned(), Document::number("12.0")),
            (
                "a".to_owned(),
                Document::Array(vec![Document::Null, Document::Bool(true)]),
            ),
            ("z\"".to_owned(), Document::text("\u{1F980}\n")),
        ]);
        assert_eq!(
            document.to_string(),
            "{\"z\\\"\":12.0,\"a\":[null,true],\"z\\\"\":\"\u{1F980}\\n\"}"
        );
        assert_eq!(
            document.value(),
            json!({ "z\"": "\u{1F980}\n", "a": [null, true] })
        );
    }
}
