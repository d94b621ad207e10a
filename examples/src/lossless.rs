//! Whether a typed value is written as the JSON that it was read from.

use serde_json::Value;

use crate::pointer::step;

/// Where what was written differs from what came, as a JSON Pointer; `None` if it doesn't.
///
/// Two things are no difference, since the crate promises neither: the `null` of a field that may be left
/// out is left out, and a tag that didn't come is written.
#[must_use]
pub fn difference(came: &Value, written: &Value) -> Option<String> {
    match (came, written) {
        (Value::Object(came), Value::Object(written)) => {
            for (key, value) in came {
                match written.get(key) {
                    Some(own) => {
                        if let Some(pointer) = difference(value, own) {
                            return Some(step("", key) + &pointer);
                        }
                    }
                    None if value.is_null() => {}
                    None => return Some(step("", key)),
                }
            }
            let added = written.keys().find(|key| {
                !came.contains_key(*key) && !matches!(key.as_str(), "message_type" | "type")
            });
            added.map(|key| step("", key))
        }
        (Value::Array(came), Value::Array(written)) => {
            if came.len() != written.len() {
                return Some(String::new());
            }
            let mut pairs = came.iter().zip(written).enumerate();
            pairs.find_map(|(index, (value, own))| {
                difference(value, own).map(|pointer| format!("/{index}{pointer}"))
            })
        }
        // 12.0 is an integer, and is written as one.
        (Value::Number(came), Value::Number(written)) if came.is_f64() && written.is_i64() => {
            (came.as_f64() != written.as_f64()).then(String::new)
        }
        _ => (came != written).then(String::new),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;

    #[test]
    fn what_is_lost_is_found() {
        let came = json!({"id": "step-1", "tags": ["a", "b"], "odd/key": {"x": 1.5, "none": null}});
        let cases = [
            (
                json!({"id": "step-1", "tags": ["a", "b"], "odd/key": {"x": 1.5}}),
                None,
            ),
            (
                json!({"type": "t", "id": "step-1", "tags": ["a", "b"], "odd/key": {"x": 1.5}}),
                None,
            ),
            (
                json!({"new": 1, "id": "step-1", "tags": ["a", "b"], "odd/key": {"x": 1.5}}),
                Some("/new"),
            ),
            (
                json!({"id": "step-1", "tags": ["a", "b"]}),
                Some("/odd~1key"),
            ),
            (
                json!({"id": "step-1", "tags": ["a", "c"], "odd/key": {"x": 1.5}}),
                Some("/tags/1"),
            ),
            (
                json!({"id": "step-1", "tags": ["a"], "odd/key": {"x": 1.5}}),
                Some("/tags"),
            ),
            (
                json!({"id": "step-1", "tags": ["a", "b"], "odd/key": {"x": 1}}),
                Some("/odd~1key/x"),
            ),
        ];
        for (written, pointer) in cases {
            assert_eq!(difference(&came, &written).as_deref(), pointer, "{written}");
        }
        assert_eq!(difference(&json!(12.0), &json!(12)), None);
        assert_eq!(difference(&json!(null), &json!([])), Some(String::new()));
    }
}
