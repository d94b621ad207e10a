//! JSON and `{:?}` as text.

use serde_json::Value;

use crate::instances::Document;

/// Where a tag stands among the keys of its object.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TagPosition {
    First,
    Last,
}

/// Writes JSON with the tags of all objects at one end.
pub fn with_tags(value: &Value, position: TagPosition) -> String {
    // A `serde_json::Map` sorts its keys.
    let document = Document::from(value.clone());
    document.with_tags(position).to_string()
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
