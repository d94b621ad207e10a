//! Makes one OpenAPI document of the operations and the definitions.

use crate::{
    json::Json,
    names, references,
    schema::{Api, JSON_SCHEMA, Operation, Schema},
};

/// The document; `None` for a schema that says nothing of the API as a whole.
///
/// The dialect's keys stay where they annotate: OpenAPI takes any key that begins with `x-`.
#[must_use]
pub fn document(schema: &Schema) -> Option<Json> {
    let api = schema.files.iter().find_map(|file| file.api.as_ref())?;
    let mut paths: Vec<(String, Vec<(String, Json)>)> = Vec::new();
    for file in &schema.files {
        for (name, json) in &file.operations_json {
            let Some(operation) = file.operations.iter().find(|one| one.name == *name) else {
                continue;
            };
            let method = operation.method.to_lowercase();
            let entry = (method, self::operation(operation, json, api));
            match paths.iter_mut().find(|(path, _)| *path == operation.path) {
                Some((_, entries)) => entries.push(entry),
                None => paths.push((operation.path.clone(), vec![entry])),
            }
        }
    }
    let paths = paths
        .into_iter()
        .map(|(path, entries)| (path, Json::object(entries)));
    let schemas = schema
        .files
        .iter()
        .flat_map(|file| &file.json)
        .map(|(name, json)| (name.clone(), within(json)));
    let servers = api.servers.iter().map(|(url, description)| {
        Json::object([
            ("url", url.as_str().into()),
            ("description", description.as_str().into()),
        ])
    });
    Some(Json::object([
        ("openapi", "3.1.0".into()),
        ("info", info(api)),
        ("jsonSchemaDialect", JSON_SCHEMA.into()),
        ("servers", Json::array(servers)),
        ("paths", Json::object(paths)),
        (
            "components",
            Json::object([("schemas", Json::object(schemas))]),
        ),
    ]))
}

fn info(api: &Api) -> Json {
    Json::object([
        ("title", api.title.as_str().into()),
        ("description", api.description.as_str().into()),
        // All packages of the workspace have one version.
        ("version", env!("CARGO_PKG_VERSION").into()),
    ])
}

fn operation(operation: &Operation, json: &Json, api: &Api) -> Json {
    let id = names::snake_case(&operation.name);
    let mut entries = vec![("operationId".to_owned(), id.as_str().into())];
    for (key, value) in json.as_object().unwrap_or_default() {
        match key.as_str() {
            "method" | "path" => {}
            "requestBody" => entries.push((key.clone(), content(value))),
            "response" => {
                let responses = [
                    ("200", content(value)),
                    ("default", content(&api.failure_json)),
                ];
                entries.push(("responses".to_owned(), Json::object(responses)));
            }
            _ => entries.push((key.clone(), within(value))),
        }
    }
    Json::object(entries)
}

/// The same with its schema as that of a JSON body.
fn content(json: &Json) -> Json {
    Json::object(
        json.as_object()
            .unwrap_or_default()
            .iter()
            .map(|(key, value)| {
                if key == "schema" {
                    let media = Json::object([("schema", within(value))]);
                    (
                        "content".to_owned(),
                        Json::object([("application/json", media)]),
                    )
                } else {
                    (key.clone(), value.clone())
                }
            }),
    )
}

/// The same with references into the document.
fn within(json: &Json) -> Json {
    references::map(json, &|target| {
        let name = target.rsplit('/').next().unwrap_or(target);
        format!("#/components/schemas/{name}")
    })
}
