//! Makes one JSON Schema document of the files.

use crate::{
    json::Json,
    references,
    schema::{BASE, JSON_SCHEMA, Schema},
};

/// The bundled document: all definitions in one `$defs`, references within it, the dialect's keys kept.
#[must_use]
pub fn bundle(schema: &Schema) -> Json {
    let defs = schema
        .files
        .iter()
        .flat_map(|file| &file.json)
        .map(|(name, json)| (name.clone(), references::map(json, &within)));
    Json::object([
        ("$schema", JSON_SCHEMA.into()),
        ("$id", format!("{BASE}letta-types.schema.json").as_str().into()),
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

/// A reference without its file.
fn within(target: &str) -> String {
    target
        .find('#')
        .and_then(|start| target.get(start..))
        .unwrap_or(target)
        .to_owned()
}
