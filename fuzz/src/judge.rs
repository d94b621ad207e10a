//! What it means that nothing is lost.

use serde_json::{Map, Number, Value};

use crate::words::TAG_KEYS;

/// Panics unless all that was given is written at the same place, and nothing else but tags is.
///
/// Knows no schema. Therefore a `null` in an object may be left out: it may be that of an optional field.
///
/// # Panics
///
/// See above.
pub fn assert_kept(given: &Value, written: &Value) {
    if let Err(place) = kept(given, written) {
        panic!("lost or invented at {place:?}:\n  given   {given}\n  written {written}");
    }
}

/// Panics unless both are the same JSON.
///
/// # Panics
///
/// See above.
pub fn assert_same(expected: &Value, written: &Value) {
    assert!(
        same(expected, written),
        "not as the schema says:\n  expected {expected}\n  written  {written}"
    );
}

/// Compares; the error is the place, as a JSON Pointer whose keys aren't escaped.
fn kept(given: &Value, written: &Value) -> Result<(), String> {
    match (given, written) {
        (Value::Object(given), Value::Object(written)) => {
            kept_fields(given, written)?;
            nothing_invented(given, written)
        }
        (Value::Array(given), Value::Array(written)) if given.len() == written.len() => {
            for (index, (given, written)) in given.iter().zip(written).enumerate() {
                kept(given, written).map_err(|place| format!("/{index}{place}"))?;
            }
            Ok(())
        }
        (given, written) if same(given, written) => Ok(()),
        _ => Err(String::new()),
    }
}

fn kept_fields(given: &Map<String, Value>, written: &Map<String, Value>) -> Result<(), String> {
    for (key, given) in given.iter().filter(|(_, given)| !given.is_null()) {
        written
            .get(key)
            .map_or(Err(String::new()), |written| kept(given, written))
            .map_err(|place| format!("/{key}{place}"))?;
    }
    Ok(())
}

fn nothing_invented(
    given: &Map<String, Value>,
    written: &Map<String, Value>,
) -> Result<(), String> {
    for (key, written) in written {
        let had_value = given.get(key).is_some_and(|given| !given.is_null());
        let null_stayed = written.is_null() && given.contains_key(key);
        let is_tag = TAG_KEYS.contains(&key.as_str()) && written.is_string();
        if !had_value && !null_stayed && !is_tag {
            return Err(format!("/{key}"));
        }
    }
    Ok(())
}

fn same(one: &Value, other: &Value) -> bool {
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

/// Whether two numbers are the same number: `12`, `12.0` and `1.2e1` are.
fn same_number(one: &Number, other: &Number) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    one == other
        || decimal(&one) == decimal(&other)
        || exact_double(&one, &other)
        || next_double(&one, &other)
}

/// Whether the first number is an integer and the second the text of a double that is exactly it. From
/// 2^53 on, such a text is rounded, and means the double all the same.
fn exact_double(given: &str, written: &str) -> bool {
    let (Ok(given), Ok(double)) = (given.parse::<i128>(), written.parse::<f64>()) else {
        return false;
    };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "saturates, and is compared"
    )]
    let integer = double as i128;
    is_float(written) && integer == given
}

/// Whether the first number has a fraction or an exponent and the second is the double next to it. Only
/// with its feature `arbitrary_precision` does `serde_json` tell such numbers apart. From 2^53 on, a double
/// doesn't tell which integer was meant.
fn next_double(given: &str, written: &str) -> bool {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let (Ok(one), Ok(other)) = (given.parse::<f64>(), written.parse::<f64>()) else {
        return false;
    };
    cfg!(feature = "arbitrary_precision")
        && is_float(given)
        && (one - other).abs() == 0.0
        && (is_float(written) || one.abs() < EXACT)
}

fn is_float(text: &str) -> bool {
    text.contains(['.', 'e', 'E'])
}

/// A number as its sign, its digits without zeros at the ends, and the power of ten behind them.
fn decimal(text: &str) -> (bool, String, i64) {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_end_matches('0');
    let dropped = digits.len() - significant.len();
    let significant = significant.trim_start_matches('0');
    if significant.is_empty() {
        return (false, String::new(), 0);
    }
    let exponent = exponent.parse().unwrap_or(i64::MAX / 2);
    let power = exponent - length(fraction.len()) + length(dropped);
    (negative, significant.to_owned(), power)
}

fn length(length: usize) -> i64 {
    length.try_into().unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_compared_as_numbers() {
        for (one, other) in [
            ("12", "12.0"),
            ("1.2e1", "12"),
            ("0", "-0.0"),
            ("1e16", "10000000000000000"),
        ] {
            assert_eq!(decimal(one), decimal(other), "{one} {other}");
        }
        for (one, other) in [
            ("12", "12.5"),
            ("1", "10"),
            ("1", "-1"),
            ("9007199254740993", "9007199254740992.0"),
        ] {
            assert_ne!(decimal(one), decimal(other), "{one} {other}");
        }
    }

    #[test]
    fn a_rounded_text_may_mean_an_exact_double() {
        assert!(exact_double(
            "-9223372036854775808",
            "-9.223372036854776e18"
        ));
        assert!(!exact_double("9007199254740993", "9007199254740992.0"));
        assert!(!exact_double("9007199254740993", "9007199254740992"));
    }

    #[test]
    fn only_nulls_may_go_and_only_tags_may_come() {
        let given = json!({"a": [1, null], "b": null});
        assert_eq!(
            kept(&given, &json!({"a": [1.0, null], "type": "t"})),
            Ok(())
        );
        assert_eq!(kept(&given, &given), Ok(()));
        assert_eq!(kept(&given, &json!({"a": [1]})), Err("/a".into()));
        assert_eq!(kept(&given, &json!({"a": [1, 2]})), Err("/a/1".into()));
        assert_eq!(kept(&given, &json!({})), Err("/a".into()));
        assert_eq!(
            kept(&given, &json!({"a": [1, null], "c": 1})),
            Err("/c".into())
        );
        assert_eq!(
            kept(&given, &json!({"a": [1, null], "b": 1})),
            Err("/b".into())
        );
        assert_eq!(
            kept(&json!({"type": "a"}), &json!({"type": "b"})),
            Err("/type".into())
        );
    }
}
