//! Whether two numbers are the same, whatever their digits.

/// Whether a number that was read and written is still the same: `1e3` is `1000`, and `12.0` is `12`.
///
/// A number with a fraction or an exponent is a double, and the same if it is the same double. All digits
/// of any other count.
pub(crate) fn same(was: &str, is: &str) -> bool {
    let are_equal = decimal(was).is_some_and(|was| Some(was) == decimal(is));
    let is_double = was.contains(['.', 'e', 'E']);
    was == is || are_equal || is_double && is_nearest(was, is)
}

/// Whether two numbers have the same nearest double.
pub(crate) fn is_nearest(was: &str, is: &str) -> bool {
    match (was.parse::<f64>(), is.parse::<f64>()) {
        (Ok(was), Ok(is)) => was.to_bits() == is.to_bits(),
        _ => false,
    }
}

/// A number as sign, digits without zeros at either end, and exponent; zero has none of them.
fn decimal(number: &str) -> Option<(bool, String, i64)> {
    let (negative, number) = match number.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, number),
    };
    let (mantissa, exponent) = match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (number, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return Some((false, String::new(), 0));
    }
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    let exponent = exponent
        .checked_sub(i64::try_from(fraction.len()).ok()?)?
        .checked_add(i64::try_from(zeros).ok()?)?;
    Some((negative, significant.to_owned(), exponent))
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn the_spelling_of_a_number_is_not_the_number() {
        for (was, is) in [
            ("1e3", "1000"),
            ("1E+3", "1000.0"),
            ("12.0", "12"),
            ("-0.0", "0"),
            ("0e5", "0"),
            ("0.30000000000000004", "3.0000000000000004e-1"),
            ("18446744073709551615", "18446744073709551615"),
            // More digits than a double has: both are the double next to one tenth.
            ("0.1000000000000000055511151231257827", "0.1"),
        ] {
            assert!(same(was, is), "{was} and {is}");
        }
    }

    #[test]
    fn other_numbers_are_other_numbers() {
        for (was, is) in [
            ("1", "-1"),
            ("1", "10"),
            ("12.5", "12"),
            ("0.1", "0.10000000000000002"),
            ("123456789012345678901234567890", "1.2345678901234568e29"),
            ("9007199254740993", "9007199254740992.0"),
        ] {
            assert!(!same(was, is), "{was} and {is}");
        }
    }

    #[test]
    fn exponents_of_any_size_are_compared() {
        assert!(same("1e99999999999999999999", "1e99999999999999999999"));
        assert!(!same("1", "1e99999999999999999999"));
        assert!(!same("1e99999999999999999998", "-1e99999999999999999999"));
    }
}
