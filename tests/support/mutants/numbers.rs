//! Which digits an integer and a score take.

/// Below it, every integer is a double of its own; it is itself what the next one is rounded to.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The integer that digits say, if they say one of 64 bits.
///
/// `12.0` and `1e3` are integers, as JSON Schema has it. Digits with a fraction or an exponent are a double
/// to every parser, and from 2^53 on a double doesn't tell which integer was meant.
pub fn whole(digits: &str) -> Option<i64> {
    if is_plain(digits) {
        return digits.parse().ok();
    }
    let double: f64 = digits.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    (double.abs() < EXACT && double.fract() == 0.0).then_some(double as i64)
}

/// The double that digits say. An integer must be one, rather than be rounded in silence: one of 64 bits, or any where
/// `serde_json` keeps the digits.
pub fn double(digits: &str) -> Option<f64> {
    let double: f64 = digits.parse().ok()?;
    let integer = digits.parse::<i128>().ok().filter(|_| is_plain(digits));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "that is what is looked for"
    )]
    let rounded = integer.is_some_and(|integer| {
        let seen = is_64_bit(integer) || cfg!(feature = "arbitrary_precision");
        seen && double as i128 != integer
    });
    (!rounded).then_some(double)
}

fn is_plain(digits: &str) -> bool {
    !digits.contains(['.', 'e', 'E'])
}

/// Larger ones are doubles to `serde_json` before any type sees them.
fn is_64_bit(integer: i128) -> bool {
    (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(&integer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_whole_and_of_64_bits() {
        for (digits, integer) in [
            ("12.0", Some(12)),
            ("1e3", Some(1000)),
            ("-0.0", Some(0)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("9007199254740991.0", Some((1 << 53) - 1)),
            ("9007199254740992.0", None),
            ("9007199254740993.0", None),
            ("9223372036854775808", None),
            ("1e300", None),
            ("12.5", None),
        ] {
            assert_eq!(whole(digits), integer, "{digits}");
        }
    }

    #[test]
    fn scores_are_never_rounded_in_silence() {
        assert_eq!(double("9007199254740993"), None);
        assert_eq!(double("9007199254740994"), Some(9_007_199_254_740_994.0));
        assert_eq!(double("1e300"), Some(1e300));
    }
}
