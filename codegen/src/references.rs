//! The references in a schema as it was written.

use crate::{json::Json, problem::Place};

/// Keys whose values are no schemas, so that a `$ref` in them is mere data.
const DATA: &[&str] = &["default", "x-letta-values"];

/// Calls back with each `$ref` and its place.
pub fn for_each<'a>(schema: &'a Json, place: &Place, visit: &mut impl FnMut(&Place, &'a str)) {
    match schema {
        Json::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                for_each(element, &place.at(&index.to_string()), visit);
            }
        }
        Json::Object(entries) => {
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("$ref", Json::String(target)) => visit(&place.at(key), target),
                    (key, _) if DATA.contains(&key) => {}
                    (key, value) => for_each(value, &place.at(key), visit),
                }
            }
        }
        _ => {}
    }
}

/// The same schema with each `$ref` replaced.
#[must_use]
pub fn map(schema: &Json, replace: &impl Fn(&str) -> String) -> Json {
    match schema {
        Json::Array(elements) => Json::array(elements.iter().map(|element| map(element, replace))),
        Json::Object(entries) => Json::object(entries.iter().map(|(key, value)| {
            let value = match (key.as_str(), value) {
                ("$ref", Json::String(target)) => Json::String(replace(target)),
                (key, value) if DATA.contains(&key) => value.clone(),
                (_, value) => map(value, replace),
            };
            (key.clone(), value)
        })),
        other => other.clone(),
    }
}
