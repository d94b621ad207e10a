//! Makes one JSON Schema document of the files.

use crate::{json::Json, schema::Schema};

/// The bundled document: all definitions in one `$defs`, references within it, the dialect's keys kept.
#[must_use]
pub fn bundle(schema: &Schema) -> Json {
    let defs = schema
        .files
        .iter()
        .flat_map(|file| &file.json)
        .map(|(name, json)| (name.clone(), within(json)));
    Json::object([
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("$id", "https://letta-types.invalid/letta-types.schema.json".into()),
        ("title", "letta-types".into()),
        (
            "description",
            "The types of Letta's Steps and Messages API, each a definition. Keys that begin with `x-letta-` \
             are annotations and don't change what is valid."
                .into(),
        ),
        ("$defs", Json::object(defs)),
    ])
}

/// The same with references that lead to definitions beside it.
fn within(json: &Json) -> Json {
    match json {
        Json::Array(elements) => Json::array(elements.iter().map(within)),
        Json::Object(entries) => Json::object(entries.iter().map(|(key, value)| {
            let value = match (key.as_str(), value.as_str()) {
                ("$ref", Some(target)) => match target.find('#') {
                    Some(start) => Json::from(&target[start..]),
                    None => value.clone(),
                },
                _ => within(value),
            };
            (key.clone(), value)
        })),
        other => other.clone(),
    }
}
