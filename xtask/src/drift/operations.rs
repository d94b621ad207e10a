//! The operations of a document.

use letta_types_codegen::json::Json;

use super::{
    document::{Document, Node},
    schemas::Schemas,
};
use crate::compare::{
    facts::{Body, Details, Facts, Location, Operation, Parameter, Shape},
    findings::{Finding, NotCovered},
};

const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Headers that OpenAPI describes elsewhere: a parameter of that name means nothing.
const NO_PARAMETERS: &[&str] = &["accept", "authorization", "content-type"];

/// What a document says.
pub(super) struct Described {
    pub(super) facts: Facts,
    /// What isn't readable.
    pub(super) findings: Vec<Finding>,
    /// The component schemas that no operation of those leads to.
    pub(super) rest: Vec<NotCovered>,
}

/// Reads what a document says of the operations that are wanted; of others, method and path.
pub(super) fn read(document: &Document, is_wanted: impl Fn(&Operation) -> bool) -> Described {
    let mut reader = Reader {
        schemas: Schemas::new(document),
        document,
    };
    let mut operations = Vec::new();
    for (path, item) in document.root().entries("paths") {
        // What doesn't begin like that is an extension.
        if !path.starts_with('/') {
            continue;
        }
        path.clone_into(&mut reader.schemas.group);
        let Some(item) = reader.followed(&item) else {
            continue;
        };
        for method in METHODS {
            let Some(node) = item.get(method) else {
                continue;
            };
            let method = method.to_uppercase();
            let name = node.text("operationId");
            let mut operation = Operation {
                name: name.map_or_else(|| format!("{method} {path}"), str::to_owned),
                at: document.origin(&node.pointer),
                method,
                path: path.to_owned(),
                details: None,
            };
            if is_wanted(&operation) {
                operation.name.clone_into(&mut reader.schemas.group);
                let mut details = reader.details(&item, &node);
                // Parameters of the path are told by their order there, if they are called otherwise.
                details.parameters.sort_by_key(|own| {
                    let place = path.find(&format!("{{{}}}", own.field.key));
                    place.filter(|_| own.location == Location::Path)
                });
                operation.details = Some(details);
            }
            operations.push(operation);
        }
    }
    let mut schemas = reader.schemas;
    schemas.finish();
    schemas.facts.operations = operations;
    let components = document.root().get("components");
    let components = components.map_or_else(Vec::new, |own| own.entries("schemas"));
    let rest = components
        .into_iter()
        .filter(|(name, _)| !schemas.met.contains(*name))
        .map(|(name, node)| NotCovered {
            name: name.to_owned(),
            source: document.origin(&node.pointer),
        });
    Described {
        rest: rest.collect(),
        facts: schemas.facts,
        findings: schemas.findings,
    }
}

struct Reader<'a> {
    document: &'a Document,
    schemas: Schemas<'a>,
}

impl<'a> Reader<'a> {
    /// What a node refers to, or itself.
    fn followed(&mut self, node: &Node<'a>) -> Option<Node<'a>> {
        match self.document.followed(node) {
            Ok(node) if node.json.as_object().is_some() => Some(node),
            Ok(node) => {
                let difference = "not an object";
                let remedy = "fetch the document again";
                self.schemas.unreadable(&node.pointer, difference, remedy);
                None
            }
            Err(problem) => {
                let remedy = "fetch the document again, or bundle its parts into one";
                self.schemas.unreadable(&node.pointer, &problem, remedy);
                None
            }
        }
    }

    fn details(&mut self, item: &Node<'a>, operation: &Node<'a>) -> Details {
        let mut parameters: Vec<Parameter> = Vec::new();
        // What the operation says of a parameter counts, and not what all operations of its path share.
        for node in [item, operation]
            .iter()
            .flat_map(|node| node.elements("parameters"))
        {
            let Some(parameter) = self.parameter(&node) else {
                continue;
            };
            let same = parameters.iter_mut().find(|own| {
                own.location == parameter.location && own.field.key == parameter.field.key
            });
            match same {
                Some(own) => *own = parameter,
                None => parameters.push(parameter),
            }
        }
        let body = operation.get("requestBody");
        let body = body.and_then(|node| self.followed(&node));
        let response = success(operation);
        let response = response.and_then(|node| self.followed(&node));
        Details {
            parameters,
            body: body.and_then(|node| self.body(&node)),
            response: response.and_then(|node| self.body(&node)),
        }
    }

    fn parameter(&mut self, node: &Node<'a>) -> Option<Parameter> {
        let node = self.followed(node)?;
        let remedy = "correct the document";
        let Some(name) = node.text("name") else {
            let difference = "a parameter without name";
            self.schemas.unreadable(&node.pointer, difference, remedy);
            return None;
        };
        let location = match node.text("in") {
            Some("path") => Location::Path,
            Some("query") => Location::Query,
            Some("header") if NO_PARAMETERS.contains(&name.to_lowercase().as_str()) => return None,
            Some("header") => Location::Header,
            other => {
                let (difference, remedy) = match other {
                    Some("cookie") => (
                        format!("parameter `{name}` is in the cookie"),
                        "compare it by hand: the schema has no such place",
                    ),
                    Some(other) => (format!("parameter `{name}` is in `{other}`"), remedy),
                    None => (
                        format!("parameter `{name}` is nowhere in the request"),
                        remedy,
                    ),
                };
                self.schemas.unreadable(&node.pointer, &difference, remedy);
                return None;
            }
        };
        let schema = node.get("schema").or_else(|| {
            let (_, media) = node.entries("content").into_iter().next()?;
            media.get("schema")
        });
        let Some(schema) = schema else {
            let difference = format!("parameter `{name}` has no schema");
            self.schemas.unreadable(&node.pointer, &difference, remedy);
            return None;
        };
        let mut field = self
            .schemas
            .read(&schema)
            .field(name, self.document.origin(&node.pointer));
        field.required = Some(node.is("required"));
        field.deprecated = Some(field.deprecated == Some(true) || node.is("deprecated"));
        Some(Parameter { field, location })
    }

    /// The JSON that a request or a response holds.
    fn body(&mut self, node: &Node<'a>) -> Option<Body> {
        let media = node.entries("content");
        let Some((_, media)) = media.iter().find(|(name, _)| is_json(name)).cloned() else {
            return self.other_body(node, &media);
        };
        let schema = media.get("schema").unwrap_or(Node {
            json: &Json::Bool(true),
            pointer: media.pointer,
        });
        let meaning = self.schemas.read(&schema);
        Some(Body {
            at: self.document.origin(&schema.pointer),
            ty: meaning.ty,
            nullable: meaning.nullable,
            or_array: false,
        })
    }

    /// What is no JSON: it is there, and no more is known of it.
    fn other_body(&mut self, node: &Node<'a>, media: &[(&str, Node<'a>)]) -> Option<Body> {
        if media.is_empty() {
            return None;
        }
        let names: Vec<_> = media.iter().map(|(name, _)| format!("`{name}`")).collect();
        let difference = format!("there is no JSON, but {}", names.join(", "));
        let remedy = "compare it by hand: bodies are JSON in the schema";
        self.schemas.unreadable(&node.pointer, &difference, remedy);
        Some(Body {
            at: self.document.origin(&node.pointer),
            ty: self.schemas.anonymous(node, Shape::Unsaid(Vec::new())),
            nullable: None,
            or_array: false,
        })
    }
}

/// The response to a request that succeeded.
fn success<'a>(operation: &Node<'a>) -> Option<Node<'a>> {
    let mut responses = operation.entries("responses");
    responses.retain(|(status, _)| status.starts_with('2'));
    // 200 is the first of them, and a range such as 2XX the last.
    responses.sort_by_key(|(status, _)| *status);
    responses.into_iter().next().map(|(_, node)| node)
}

fn is_json(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_lowercase();
    essence == "application/json" || essence.ends_with("+json") || essence == "*/*"
}
