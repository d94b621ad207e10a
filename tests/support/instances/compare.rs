//! Equality to the last bit, and whether anything is gone.

use serde_json::{Number, Value};

/// Whether two values are equal, the sign of zero and the type of numbers included.
pub fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => same_number(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, one)| other.get(key).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}

fn same_number(one: &Number, other: &Number) -> bool {
    let bits = |number: &Number| number.as_f64().map(f64::to_bits);
    one == other && bits(one) == bits(other)
}

/// Whether a value holds all that another does, `null`s aside.
///
/// Nothing of the schema is needed for that: what the schema's judge and the types got wrong alike
/// would show here.
pub fn holds(all: &Value, part: &Value) -> bool {
    match (all, part) {
        (Value::Object(all), Value::Object(part)) => part
            .iter()
            .filter(|(_, value)| !value.is_null())
            .all(|(key, value)| all.get(key).is_some_and(|found| holds(found, value))),
        (Value::Array(all), Value::Array(part)) => {
            all.len() == part.len() && all.iter().zip(part).all(|(all, part)| holds(all, part))
        }
        _ => same(all, part),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_sign_of_zero_and_the_last_bit_matter() {
        assert!(same(
            &json!({ "a": [-0.0, 0.1] }),
            &json!({ "a": [-0.0, 0.1] })
        ));
        for (one, other) in [
            (json!(-0.0), json!(0.0)),
            (json!(1), json!(1.0)),
            (json!([0.3]), json!([0.300_000_000_000_000_04])),
            (json!({ "a": null }), json!({ "b": null })),
            (json!([1]), json!([1, 1])),
        ] {
            assert!(!same(&one, &other), "{one} {other}");
        }
    }

    #[test]
    fn only_nulls_of_objects_may_be_gone() {
        assert!(holds(
            &json!({ "a": 1, "b": 2 }),
            &json!({ "a": 1, "c": null })
        ));
        assert!(!holds(&json!({ "a": [] }), &json!({ "a": [null] })));
        assert!(!holds(&json!({ "a": {} }), &json!({ "a": { "b": false } })));
    }
}
