//! A body as it stands in its text.
//!
//! A `serde_json::Value` has neither the digits of a number nor the place of a value.

use std::{borrow::Cow, fmt};

use letta_types_codegen::problem::{index, unescaped};
use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, Visitor},
};
use serde_json::value::RawValue;
use support::Json;

/// More levels than `serde_json` reads: what is deeper is for the crate to refuse.
const LEVELS: usize = 200;

/// A JSON value and the part of the text that it is.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) raw: &'a str,
    pub(crate) kind: Kind<'a>,
}

#[derive(Debug)]
pub(crate) enum Kind<'a> {
    Null,
    Bool,
    Number,
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    /// The fields in their order.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// Takes a text apart.
    ///
    /// # Errors
    ///
    /// The text isn't JSON, is too deep, or escapes half of a surrogate pair.
    pub(crate) fn parse(text: &'a str) -> serde_json::Result<Self> {
        let raw: &RawValue = serde_json::from_str(text)?;
        Self::within(raw.get(), LEVELS)
    }

    fn within(raw: &'a str, levels: usize) -> serde_json::Result<Self> {
        let Some(levels) = levels.checked_sub(1) else {
            return Err(serde_json::Error::custom("too many levels"));
        };
        let kind = match raw.as_bytes().first() {
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'"') => Kind::Text(serde_json::from_str::<Text>(raw)?.0),
            Some(b'[') => {
                let elements: Vec<&RawValue> = serde_json::from_str(raw)?;
                let nodes = elements
                    .into_iter()
                    .map(|element| Self::within(element.get(), levels));
                Kind::List(nodes.collect::<Result<_, _>>()?)
            }
            Some(b'{') => {
                let fields: Fields = serde_json::from_str(raw)?;
                let nodes = fields.0.into_iter().map(|(key, value)| {
                    Self::within(value.get(), levels).map(|node| (key.0, node))
                });
                Kind::Object(nodes.collect::<Result<_, _>>()?)
            }
            _ => Kind::Number,
        };
        Ok(Self { raw, kind })
    }

    pub(crate) fn fields(&self) -> &[(Cow<'a, str>, Self)] {
        match &self.kind {
            Kind::Object(fields) => fields,
            _ => &[],
        }
    }

    pub(crate) fn elements(&self) -> &[Self] {
        match &self.kind {
            Kind::List(elements) => elements,
            _ => &[],
        }
    }

    /// The value that a JSON Pointer leads to.
    pub(crate) fn at(&self, pointer: &str) -> Option<&Self> {
        let Some(path) = pointer.strip_prefix('/') else {
            return pointer.is_empty().then_some(self);
        };
        path.split('/')
            .try_fold(self, |node, step| match &node.kind {
                Kind::List(elements) => elements.get(index(step)?),
                _ => node.field(&unescaped(step)),
            })
    }

    /// How many values it holds, itself among them.
    pub(crate) fn size(&self) -> usize {
        let fields = self.fields().iter().map(|(_, value)| value.size());
        let elements = self.elements().iter().map(Self::size);
        1 + fields.chain(elements).sum::<usize>()
    }
}

impl Json for Node<'_> {
    fn field(&self, key: &str) -> Option<&Self> {
        let (_, value) = self.fields().iter().find(|(name, _)| name == key)?;
        Some(value)
    }

    fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    fn json_type(&self) -> &'static str {
        match &self.kind {
            Kind::Null => "null",
            Kind::Bool => "boolean",
            Kind::Number if is_whole(self.raw) => "integer",
            Kind::Number => "number",
            Kind::Text(_) => "string",
            Kind::List(_) => "array",
            Kind::Object(_) => "object",
        }
    }
}

/// `12.0` is an integer to JSON Schema.
fn is_whole(digits: &str) -> bool {
    let written_whole = !digits.contains(['.', 'e', 'E']);
    written_whole
        || digits
            .parse::<f64>()
            .is_ok_and(|value| value.fract() == 0.0)
}

/// A text that is borrowed where it has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

struct Fields<'a>(Vec<(Text<'a>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}
