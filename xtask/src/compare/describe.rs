//! Types in a few words.

use super::facts::{Facts, Precision, Said, Shape, TypeId};

/// A format of text.
pub(super) fn format(format: &Said<String>) -> String {
    match format {
        Said::Yes(format) => format!("text of format {format}"),
        Said::No | Said::Unsaid => "plain text".to_owned(),
    }
}

/// A type in a few words.
pub(super) fn describe(facts: &Facts, id: TypeId) -> String {
    match facts.ty(id).names.first() {
        Some(name) => format!("`{name}`"),
        None => outline(facts, id),
    }
}

/// What a type is, whatever it is called.
pub(super) fn outline(facts: &Facts, id: TypeId) -> String {
    const MOST: usize = 6;
    let ty = facts.ty(id);
    let list = |all: Vec<String>| {
        let rest = all.len().saturating_sub(MOST);
        let first = all.into_iter().take(MOST).collect::<Vec<_>>().join(", ");
        if rest > 0 {
            format!("{first} and {rest} more")
        } else {
            first
        }
    };
    match &ty.shape {
        Shape::Unsaid(_) => "a type that isn't shown".to_owned(),
        Shape::Either(readings) => readings
            .iter()
            .map(|id| describe(facts, *id))
            .collect::<Vec<_>>()
            .join(", or "),
        Shape::Any => "any JSON".to_owned(),
        Shape::Null => "null".to_owned(),
        Shape::Boolean => "a boolean".to_owned(),
        Shape::Number(Precision::Integer) => "an integer".to_owned(),
        Shape::Number(Precision::Unsigned) => "an integer of 64 bits without sign".to_owned(),
        Shape::Number(_) => "a number".to_owned(),
        Shape::String(Said::Yes(format)) => format!("text of format {format}"),
        Shape::String(_) => "text".to_owned(),
        Shape::Enum(values) => {
            let values = values.iter().map(|value| format!("\"{}\"", value.text));
            format!("one of {}", list(values.collect()))
        }
        Shape::Array(items) => format!("an array of {}", describe(facts, *items)),
        Shape::Map(_) => "an open map".to_owned(),
        Shape::Object(fields) => {
            let keys = fields.iter().map(|field| field.key.clone());
            format!("an object of {}", list(keys.collect()))
        }
        Shape::Union(union) => {
            let members = union.members.iter().map(|id| describe(facts, *id));
            format!("one of {}", list(members.collect()))
        }
    }
}
