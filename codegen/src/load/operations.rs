//! Reads operations, in OpenAPI's terms.

use super::{Loader, Node};
use crate::{
    json::Json,
    problem::Place,
    schema::{Api, Field, Location, Operation, Paging, Parameter, Relative, Response, Type},
};

/// The methods that OpenAPI knows and that an API of resources has.
const METHODS: &[&str] = &["get", "put", "post", "delete", "patch"];

impl Loader {
    pub(super) fn api(&mut self, place: &Place, json: &Json) -> Option<Api> {
        let node = Node::new(self, place.clone(), json)?;
        let title = node.text(self, "title");
        let description = node.text(self, "description");
        let listed = node.take("servers").and_then(Json::as_array);
        let listed = listed.unwrap_or_default();
        if listed.is_empty() {
            self.refuse(place, "no `servers`", "list where the API is served");
        }
        let servers = listed.iter().enumerate();
        let servers = servers.filter_map(|(index, json)| {
            let place = place.at("servers").at(&index.to_string());
            let server = Node::new(self, place, json)?;
            let url = server.text(self, "url");
            let description = server.text(self, "description");
            server.finish(self);
            Some((url?, description?))
        });
        let servers: Vec<_> = servers.collect();
        let failure = node.take("failure");
        if failure.is_none() {
            self.refuse(place, "no `failure`", "say what is returned then");
        }
        let failure_json = failure?.clone();
        let failure = self.response(&place.at("failure"), &failure_json);
        node.finish(self);
        Some(Api {
            place: place.clone(),
            title: title?,
            description: description?,
            servers,
            failure: failure?,
            failure_json,
        })
    }

    pub(super) fn operation(
        &mut self,
        name: &str,
        place: &Place,
        json: &Json,
    ) -> Option<Operation> {
        self.pascal_case(name, place);
        let node = Node::new(self, place.clone(), json)?;
        let description = node.text(self, "description");
        let source = node.text(self, "x-letta-source");
        let names = node.texts(self, "x-letta-names");
        let method = node.text(self, "method");
        let path = node.text(self, "path");
        if let Some(method) = method.as_deref().filter(|text| !METHODS.contains(text)) {
            self.refuse(
                &place.at("method"),
                format!("no method: \"{method}\""),
                format!("write one of {}", METHODS.join(", ")),
            );
        }
        let parameters = node.take("parameters").map(|json| {
            let place = place.at("parameters");
            let Some(list) = json.as_array() else {
                self.refuse(&place, "not an array", "write an array of parameters here");
                return Vec::new();
            };
            list.iter()
                .enumerate()
                .filter_map(|(index, json)| self.parameter(&place.at(&index.to_string()), json))
                .collect()
        });
        let body = node
            .take("requestBody")
            .map(|json| self.body(&place.at("requestBody"), json));
        let response = node.take("response");
        if response.is_none() {
            self.refuse(place, "no `response`", "say what is returned");
        }
        let response = response.and_then(|json| self.response(&place.at("response"), json));
        let paging = node
            .take("x-letta-paging")
            .map(|json| self.paging(&place.at("x-letta-paging"), json));
        node.finish(self);
        Some(Operation {
            name: name.to_owned(),
            place: place.clone(),
            description: description?,
            source: source?,
            names,
            method: method?.to_uppercase(),
            path: path?,
            parameters: parameters.unwrap_or_default(),
            // What was refused is missing, which isn't the same as not being there.
            body: match body {
                Some(body) => Some(body?),
                None => None,
            },
            response: response?,
            paging: match paging {
                Some(paging) => Some(paging?),
                None => None,
            },
        })
    }

    fn parameter(&mut self, place: &Place, json: &Json) -> Option<Parameter> {
        let node = Node::new(self, place.clone(), json)?;
        let name = node.text(self, "name");
        let description = node.text(self, "description");
        let location = match node.text(self, "in")?.as_str() {
            "path" => Location::Path,
            "query" => Location::Query,
            "header" => Location::Header,
            other => {
                self.refuse(
                    &place.at("in"),
                    format!("no place for a parameter: \"{other}\""),
                    "write path, query or header",
                );
                return None;
            }
        };
        let required = node.flag(self, "required");
        if location == Location::Path && !required {
            self.refuse(
                place,
                "a parameter of the path that isn't required",
                "say `\"required\": true`",
            );
        }
        let instead = self.instead(&node);
        let schema = self.inner_schema(&node)?;
        let ty = self.ty(&schema)?;
        let field = Field {
            key: name?,
            place: place.clone(),
            description: description?,
            required,
            ty,
            default: schema.take("default").cloned(),
            minimum: schema.number(self, "minimum"),
            maximum: schema.number(self, "maximum"),
            not_null: false,
            instead,
            undocumented: node.flag(self, "x-letta-undocumented"),
            raw: false,
        };
        schema.finish(self);
        node.finish(self);
        self.parameter_type(&schema.place, location, &field.ty);
        Some(Parameter { field, location })
    }

    /// A parameter is text in the end; those of the query can come several times.
    fn parameter_type(&mut self, place: &Place, location: Location, ty: &Type) {
        let one = match ty {
            Type::Array(items) if location == Location::Query => items,
            ty => ty,
        };
        match one {
            Type::Array(_) => self.refuse(
                place,
                "an array that isn't a parameter of the query, or in another array",
                "only a parameter of the query is repeated",
            ),
            Type::Any | Type::Map => self.refuse(
                place,
                "no form of a parameter",
                "a parameter is text, a boolean, a number, or a `$ref` to one of text",
            ),
            _ => {}
        }
    }

    fn body(&mut self, place: &Place, json: &Json) -> Option<Field> {
        let node = Node::new(self, place.clone(), json)?;
        let description = node.text(self, "description");
        let required = node.flag(self, "required");
        let schema = self.inner_schema(&node)?;
        let ty = self.ty(&schema)?;
        schema.finish(self);
        node.finish(self);
        Some(Field {
            key: "body".to_owned(),
            place: place.clone(),
            description: description?,
            required,
            ty,
            default: None,
            minimum: None,
            maximum: None,
            not_null: false,
            instead: None,
            undocumented: false,
            raw: false,
        })
    }

    fn response(&mut self, place: &Place, json: &Json) -> Option<Response> {
        let node = Node::new(self, place.clone(), json)?;
        let description = node.text(self, "description");
        let schema = self.inner_schema(&node)?;
        let (ty, nullable) = self.nullable(&schema)?;
        schema.finish(self);
        node.finish(self);
        Some(Response {
            place: place.at("schema"),
            description: description?,
            ty,
            nullable,
        })
    }

    fn inner_schema<'a>(&mut self, node: &Node<'a>) -> Option<Node<'a>> {
        let Some(json) = node.take("schema") else {
            self.refuse(&node.place, "no `schema`", "add it");
            return None;
        };
        Node::new(self, node.place.at("schema"), json)
    }

    fn paging(&mut self, place: &Place, json: &Json) -> Option<Paging> {
        let node = Node::new(self, place.clone(), json)?;
        let cursor = node.text(self, "cursor");
        let relative = match node.text(self, "relative-to")?.as_str() {
            "order" => Relative::Order,
            "age" => Relative::Age(node.text(self, "instant")?),
            other => {
                self.refuse(
                    &place.at("relative-to"),
                    format!("cursors can't be relative to \"{other}\""),
                    "write order or age",
                );
                return None;
            }
        };
        let kinds = node.get("kinds").and_then(|_| node.text(self, "kinds"));
        node.finish(self);
        Some(Paging {
            place: place.clone(),
            cursor: cursor?,
            relative,
            kinds,
        })
    }
}
