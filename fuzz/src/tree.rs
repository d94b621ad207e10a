//! JSON with its keys as they come: in their order, and each as often as it comes.

use std::{collections::BTreeSet, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;

use crate::words::TAG_KEYS;

/// A value whose objects are lists of their entries.
pub enum Tree {
    /// A value that holds no other.
    Leaf(Value),
    /// An array.
    List(Vec<Tree>),
    /// An object.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Writes the value with the tags of all objects before their other keys, or behind them. What comes
    /// twice stays in its order.
    #[must_use]
    pub fn with_tags(&self, first: bool) -> String {
        let mut text = String::new();
        self.write(first, &mut text);
        text
    }

    /// Whether an object has a key twice.
    #[must_use]
    pub fn repeats_any_key(&self) -> bool {
        match self {
            Self::Leaf(_) => false,
            Self::List(list) => list.iter().any(Self::repeats_any_key),
            Self::Object(entries) => {
                let mut keys = BTreeSet::new();
                entries
                    .iter()
                    .any(|(key, value)| !keys.insert(key) || value.repeats_any_key())
            }
        }
    }

    /// The value as `serde_json` holds it. Of a key that comes twice, the last one stays.
    ///
    /// A `Value` that reads itself takes certain keys for messages from `serde_json` to itself.
    #[must_use]
    pub fn into_value(self) -> Value {
        match self {
            Self::Leaf(value) => value,
            Self::List(list) => list.into_iter().map(Self::into_value).collect(),
            Self::Object(entries) => entries
                .into_iter()
                .map(|(key, value)| (key, value.into_value()))
                .collect(),
        }
    }

    fn write(&self, first: bool, into: &mut String) {
        match self {
            Self::Leaf(value) => into.push_str(&value.to_string()),
            Self::List(list) => {
                into.push('[');
                for (index, element) in list.iter().enumerate() {
                    if index > 0 {
                        into.push(',');
                    }
                    element.write(first, into);
                }
                into.push(']');
            }
            Self::Object(entries) => {
                let (tags, others): (Vec<_>, Vec<_>) = entries
                    .iter()
                    .partition(|(key, _)| TAG_KEYS.contains(&key.as_str()));
                let (one, other) = if first {
                    (tags, others)
                } else {
                    (others, tags)
                };
                into.push('{');
                for (index, (key, value)) in one.into_iter().chain(other).enumerate() {
                    if index > 0 {
                        into.push(',');
                    }
                    into.push_str(&Value::from(key.as_str()).to_string());
                    into.push(':');
                    value.write(first, into);
                }
                into.push('}');
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = seq.next_element()? {
            list.push(element);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(number(&entries).map_or(Tree::Object(entries), Tree::Leaf))
    }
}

/// With its feature `arbitrary_precision`, `serde_json` hands numbers over as a map of one key.
fn number(entries: &[(String, Tree)]) -> Option<Value> {
    let [(key, Tree::Leaf(Value::String(digits)))] = entries else {
        return None;
    };
    let is_number = cfg!(feature = "arbitrary_precision") && key == "$serde_json::private::Number";
    is_number.then(|| digits.parse().ok().map(Value::Number))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_move_and_all_else_stays() {
        let text = r#"{"b":[{"x":1.5,"type":"t","x":2}],"message_type":null,"a":{},"type":[]}"#;
        let tree: Tree = serde_json::from_str(text).unwrap();
        assert_eq!(
            tree.with_tags(true),
            r#"{"message_type":null,"type":[],"b":[{"type":"t","x":1.5,"x":2}],"a":{}}"#
        );
        assert_eq!(
            tree.with_tags(false),
            r#"{"b":[{"x":1.5,"x":2,"type":"t"}],"a":{},"message_type":null,"type":[]}"#
        );
        assert!(tree.repeats_any_key());
        let value = serde_json::json!({"a": {}, "b": [{"type": "t", "x": 2}], "message_type": null, "type": []});
        assert_eq!(tree.into_value(), value);
    }
}
