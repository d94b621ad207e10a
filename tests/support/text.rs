//! JSON and `{:?}` as text.

use serde_json::{Map, Value};

/// Where a tag stands among the keys of its object.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TagPosition {
    First,
    Last,
}

/// Writes JSON with the tags of all objects at one end.
///
/// By hand: a `serde_json::Map` sorts its keys.
pub fn with_tags(value: &Value, position: TagPosition) -> String {
    match value {
        Value::Object(object) => object_with_tags(object, position),
        Value::Array(list) => {
            let elements: Vec<String> = list
                .iter()
                .map(|element| with_tags(element, position))
                .collect();
            format!("[{}]", elements.join(","))
        }
        leaf => leaf.to_string(),
    }
}

fn object_with_tags(object: &Map<String, Value>, position: TagPosition) -> String {
    let mut keys: Vec<&String> = object.keys().collect();
    keys.sort_by_key(|key| {
        let is_tag = ["message_type", "type"].contains(&key.as_str());
        is_tag == (position == TagPosition::Last)
    });
    let fields: Vec<String> = keys
        .into_iter()
        .map(|key| {
            let value = with_tags(&object[key], position);
            format!("{}:{value}", Value::from(key.as_str()))
        })
        .collect();
    format!("{{{}}}", fields.join(","))
}

/// How many times a variant `Unknown` stands in a `{:?}`, texts within quotes aside.
pub fn unknowns(debug: &str) -> usize {
    let mut bare = String::with_capacity(debug.len());
    let mut quoted = false;
    let mut characters = debug.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            '\\' if quoted => {
                characters.next();
            }
            _ if quoted => {}
            other => bare.push(other),
        }
    }
    bare.matches("Unknown(").count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tags_go_to_the_end_that_is_asked_for() {
        let value = json!({ "a": [{ "type": "t", "z": "\"" }], "message_type": "m", "z": 1 });
        assert_eq!(
            with_tags(&value, TagPosition::First),
            r#"{"message_type":"m","a":[{"type":"t","z":"\""}],"z":1}"#
        );
        assert_eq!(
            with_tags(&value, TagPosition::Last),
            r#"{"a":[{"z":"\"","type":"t"}],"z":1,"message_type":"m"}"#
        );
    }

    #[test]
    fn quoted_text_is_no_variant() {
        #[derive(Debug)]
        #[expect(dead_code, reason = "read by `Debug` alone")]
        enum Kind {
            Unknown(&'static str),
            Known(&'static str),
        }
        let debug = format!("{:?}", [Kind::Unknown("a\"b"), Kind::Known("\\\"Unknown(")]);
        assert_eq!(unknowns(&debug), 1);
    }
}
