//! Tables in which any two columns meet in every combination of three states.
//!
//! The rows are all vectors of *k* digits modulo 3, the columns the vectors of which none is a multiple of
//! another, and an entry is their product. Two such columns are linearly independent, so each of the nine
//! pairs comes equally often: an orthogonal array.

/// A table with that many columns, row by row.
pub fn table(columns: usize) -> Vec<Vec<usize>> {
    let mut digits = 1;
    while independent(digits).len() < columns {
        digits += 1;
    }
    let independent = independent(digits);
    vectors(digits)
        .iter()
        .map(|row| {
            let product = |column: &Vec<usize>| {
                let sum: usize = row.iter().zip(column).map(|(one, other)| one * other).sum();
                sum % 3
            };
            independent.iter().take(columns).map(product).collect()
        })
        .collect()
}

fn vectors(digits: u32) -> Vec<Vec<usize>> {
    let digit = |number: usize, place: u32| number / 3_usize.pow(place) % 3;
    (0..3_usize.pow(digits))
        .map(|number| (0..digits).map(|place| digit(number, place)).collect())
        .collect()
}

/// One of each vector and its double: that in which the first digit other than 0 is 1.
fn independent(digits: u32) -> Vec<Vec<usize>> {
    let mut vectors = vectors(digits);
    vectors.retain(|vector| vector.iter().find(|digit| **digit != 0) == Some(&1));
    vectors
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn any_two_columns_meet_in_every_combination() {
        for columns in [1, 2, 4, 5, 13, 14, 30] {
            let table = table(columns);
            assert_eq!(table[0].len(), columns);
            for one in 0..columns {
                for other in 0..one {
                    let pairs: BTreeSet<_> =
                        table.iter().map(|row| (row[one], row[other])).collect();
                    assert_eq!(pairs.len(), 9, "columns {one} and {other} of {columns}");
                }
            }
        }
    }
}
