//! Edits of payloads, chosen by the fuzzer's bytes.

use std::fmt;

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Number, Value};

use crate::{
    fixtures::PAYLOADS,
    subject::Subject,
    words::{TAG_KEYS, WORDS},
};

/// A payload after some edits.
pub struct Edited {
    /// What it is read as.
    pub subject: &'static Subject,
    /// The payload.
    pub value: Value,
    /// Whether all edits added fields that no type has.
    pub only_grew: bool,
}

impl fmt::Debug for Edited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { subject, value, .. } = self;
        write!(f, "{:?} {}: {value}", subject.form, subject.type_name)
    }
}

impl<'a> Arbitrary<'a> for Edited {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let payload = u.choose(&PAYLOADS)?;
        let mut edited = Self {
            subject: payload.subject,
            value: payload.value.clone(),
            only_grew: true,
        };
        for _ in 0..u.int_in_range(0..=6)? {
            edited.only_grew &= edit(&mut edited.value, u)?;
        }
        Ok(edited)
    }
}

/// Makes one edit, and tells whether it added a field that no type has.
fn edit(root: &mut Value, u: &mut Unstructured) -> Result<bool> {
    let kind = u.int_in_range(0..=9)?;
    let target = pick(root, u, |value| match kind {
        0..=2 => value.is_object(),
        3 => value.as_object().is_some_and(has_tag),
        4..=6 => true,
        _ => is_filled(value),
    })?;
    let Some(target) = target else {
        return Ok(true);
    };
    match (kind, target) {
        (0, Value::Object(object)) => {
            let key = format!("x_{}", word(u)?);
            object.insert(key, any(u, 3)?);
            return Ok(true);
        }
        (1, Value::Object(object)) => {
            object.insert(key(u)?, any(u, 3)?);
        }
        (2, Value::Object(object)) => {
            object.insert((*u.choose(&TAG_KEYS)?).to_owned(), tag(u)?);
        }
        (3, Value::Object(object)) => {
            for key in TAG_KEYS {
                if object.contains_key(key) && u.arbitrary()? {
                    object.remove(key);
                } else if let Some(value) = object.get_mut(key) {
                    *value = tag(u)?;
                }
            }
        }
        (4, target) => *target = any(u, 3)?,
        (5, target) => *target = Value::Null,
        (6, target) => *target = wrapped(target.take(), u)?,
        (7, target) => drop_one(target, u)?,
        (8, target) => rename_or_repeat(target, u)?,
        (_, target) => swap(target, u)?,
    }
    Ok(false)
}

fn has_tag(object: &Map<String, Value>) -> bool {
    TAG_KEYS.iter().any(|key| object.contains_key(*key))
}

fn is_filled(value: &Value) -> bool {
    match value {
        Value::Array(list) => !list.is_empty(),
        Value::Object(object) => !object.is_empty(),
        _ => false,
    }
}

/// Chooses one of the values, at any depth, that fit.
fn pick<'v>(
    root: &'v mut Value,
    u: &mut Unstructured,
    fits: impl Fn(&Value) -> bool,
) -> Result<Option<&'v mut Value>> {
    let count = count(root, &fits);
    if count == 0 {
        return Ok(None);
    }
    let mut skip = u.int_in_range(0..=count - 1)?;
    Ok(nth(root, &mut skip, &fits))
}

fn count(value: &Value, fits: &impl Fn(&Value) -> bool) -> usize {
    let within: usize = match value {
        Value::Array(list) => list.iter().map(|value| count(value, fits)).sum(),
        Value::Object(object) => object.values().map(|value| count(value, fits)).sum(),
        _ => 0,
    };
    within + usize::from(fits(value))
}

fn nth<'v>(
    value: &'v mut Value,
    skip: &mut usize,
    fits: &impl Fn(&Value) -> bool,
) -> Option<&'v mut Value> {
    if fits(value) {
        match skip.checked_sub(1) {
            Some(left) => *skip = left,
            None => return Some(value),
        }
    }
    match value {
        Value::Array(list) => list.iter_mut().find_map(|value| nth(value, skip, fits)),
        Value::Object(object) => object.values_mut().find_map(|value| nth(value, skip, fits)),
        _ => None,
    }
}

/// Any value; often one that some type would take.
fn any(u: &mut Unstructured, depth: usize) -> Result<Value> {
    Ok(match u.int_in_range(0..=11)? {
        0 => Value::Null,
        1 => u.arbitrary::<bool>()?.into(),
        2 => u.arbitrary::<i64>()?.into(),
        3 => number(u)?,
        4 => u.arbitrary::<&str>()?.into(),
        5 | 6 => word(u)?.into(),
        7 if depth > 0 => {
            let length = u.int_in_range(0..=3)?;
            (0..length)
                .map(|_| any(u, depth - 1))
                .collect::<Result<_>>()?
        }
        8 if depth > 0 => {
            let length = u.int_in_range(0..=3)?;
            let entries = (0..length).map(|_| Ok((key(u)?, any(u, depth - 1)?)));
            Value::Object(entries.collect::<Result<_>>()?)
        }
        // A part of another payload.
        _ => {
            let mut other = u.choose(&PAYLOADS)?.value.clone();
            pick(&mut other, u, |_| true)?.map_or(Value::Null, Value::take)
        }
    })
}

fn number(u: &mut Unstructured) -> Result<Value> {
    const EDGES: [&str; 14] = [
        "0",
        "-0.0",
        "1.0",
        "12.5",
        "0.1",
        "1e3",
        "1e-7",
        "1e300",
        "9007199254740991.0",
        "9007199254740994.0",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "18446744073709551615",
    ];
    let number: Number = match u.arbitrary::<f64>()? {
        chosen if chosen.is_normal() && u.arbitrary()? => return Ok(chosen.into()),
        _ => u.choose(&EDGES)?.parse().expect("it is a number"),
    };
    Ok(number.into())
}

/// A word of the API.
fn word(u: &mut Unstructured) -> Result<String> {
    Ok(u.choose(&WORDS)?.clone())
}

fn key(u: &mut Unstructured) -> Result<String> {
    const ODD: [&str; 6] = ["", "/", "~", "\u{0}\"\\", "é", "$ref"];
    Ok(match u.int_in_range(0..=7)? {
        0 => (*u.choose(&ODD)?).to_owned(),
        1 => u.arbitrary()?,
        _ => word(u)?,
    })
}

/// What stands for a tag: one of the API, another text, or no text at all.
fn tag(u: &mut Unstructured) -> Result<Value> {
    match u.int_in_range(0..=5)? {
        0 => any(u, 1),
        1 => Ok(Value::Null),
        2 => Ok("x_tag".into()),
        _ => Ok(word(u)?.into()),
    }
}

fn wrapped(value: Value, u: &mut Unstructured) -> Result<Value> {
    Ok(if u.arbitrary()? {
        vec![value].into()
    } else {
        Value::Object([(key(u)?, value)].into_iter().collect())
    })
}

fn drop_one(target: &mut Value, u: &mut Unstructured) -> Result<()> {
    match target {
        Value::Array(list) => {
            list.remove(u.choose_index(list.len())?);
        }
        Value::Object(object) => {
            object.remove(&a_key(object, u)?);
        }
        _ => {}
    }
    Ok(())
}

fn rename_or_repeat(target: &mut Value, u: &mut Unstructured) -> Result<()> {
    match target {
        Value::Array(list) => {
            let element = list[u.choose_index(list.len())?].clone();
            list.push(element);
        }
        Value::Object(object) => {
            let value = object.remove(&a_key(object, u)?).unwrap_or_default();
            object.insert(key(u)?, value);
        }
        _ => {}
    }
    Ok(())
}

fn swap(target: &mut Value, u: &mut Unstructured) -> Result<()> {
    match target {
        Value::Array(list) => {
            let (one, other) = (u.choose_index(list.len())?, u.choose_index(list.len())?);
            list.swap(one, other);
        }
        Value::Object(object) => {
            let (one, other) = (a_key(object, u)?, a_key(object, u)?);
            let value = object[&one].take();
            let value = std::mem::replace(&mut object[&other], value);
            if one != other {
                object[&one] = value;
            }
        }
        _ => {}
    }
    Ok(())
}

fn a_key(object: &Map<String, Value>, u: &mut Unstructured) -> Result<String> {
    let index = u.choose_index(object.len())?;
    Ok(object.keys().nth(index).cloned().unwrap_or_default())
}
